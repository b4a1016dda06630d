import { columnsToConsolidate } from '../../../src/core/kpi/columns';
import { checkKpi } from '../../../src/core/kpi/check-kpi';
import { unitCell, unitIn } from '../../../src/core/kpi/currency';
import { dictionarySheet } from '../../../src/core/kpi/dictionary';
import { dictionaryOf } from '../../../src/core/kpi/dictionary-read';
import { DICTIONARY_TABLE } from '../../../src/core/kpi/dictionary-words';
import { EMPTY_KPI } from '../../../src/core/kpi/kpi-draft';
import { proposeKpis } from '../../../src/core/kpi/propose';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import type { CellValue, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { problemText } from '../../../src/core/words/problem-text';
import { sheetOf, workbookOf } from '../grid';

const N = '\u202f';
const REVENUE = 'out_revenue';

type Sales = { header: string; format?: string; costs?: string };

const salesOf = ({ header, format, costs }: Sales): { workbook: WorkbookSnapshot; table: DetectedTable } => {
  const rows = Array.from({ length: 30 }, (_, day): CellValue[] => [46_027 + day, 100 + day, 60, 12, 900.5 + day, 55.5]);
  const headers = ['Date', 'Appels émis', 'Contacts', 'Ventes', header, costs ?? 'Remarques'];
  const date = { 0: 'dd/mm/yyyy' };
  const formats: Record<number, string> = format === undefined ? date : { ...date, 4: format };
  const workbook = workbookOf(sheetOf('Ventes', [headers, ...rows], { formats }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return { workbook, table };
};

const revenue = (sales: Sales) => proposeKpis(salesOf(sales).table, 'fr').find(({ id }) => id === REVENUE);

describe('the currency of a proposed KPI is the workbook’s', () => {
  test.each<[string, Sales, string | undefined]>([
    ['dollars in the header', { header: 'Deal Value ($)' }, '$'],
    ['a code in the header', { header: 'CA (CHF)' }, 'CHF'],
    ['pounds in the cells', { header: 'CA', format: '[$£-809]#,##0' }, '£'],
    ['nothing: no euro is made up', { header: 'CA' }, undefined],
    ['nor a dollar, of the region’s own format', { header: 'CA', format: '$#,##0' }, undefined],
  ])('%s', (_, sales, sign) => {
    expect(revenue(sales)).toMatchObject({ unit: 'currency' });
    expect(revenue(sales)?.currency?.sign).toBe(sign);
  });

  test('what counts in thousands says so', () =>
    expect(revenue({ header: 'CA (k€)' })?.currency).toEqual({ sign: '€', multiple: 'k' }));

  test('a column in two currencies gives no KPI, and that is said', () => {
    const { workbook, table } = salesOf({ header: 'CA (€)', format: '"$"#,##0' });
    const { kpis, problems } = dictionaryOf(workbook, table, 'fr');
    expect(kpis.map(({ id }) => id)).not.toContain(REVENUE);
    expect(kpis.map(({ id }) => id)).toContain('out_sales');
    expect(problems[0]).toMatchObject({ code: 'currencies-mixed', params: { currencies: '€, $' }, place: { sheet: 'Ventes' } });
    expect(columnsToConsolidate(workbook, table, 'fr').columns.map(({ label }) => label)).not.toContain('CA (€)');
  });
});

test.each<[string, Sales, 'fr' | 'en', string]>([
  ['in French', { header: 'CA ($)' }, 'fr', `#,##0.00"${N}$"`],
  ['in English', { header: 'CA ($)' }, 'en', '"$"#,##0.00'],
  ['without a currency', { header: 'CA' }, 'fr', '#,##0.00'],
])('consolidated amounts show it %s', (_, sales, language, format) => {
  const { workbook, table } = salesOf(sales);
  const { columns } = columnsToConsolidate(workbook, table, language);
  expect(columns.find(({ id }) => id === REVENUE)?.numberFormat).toBe(format);
});

test.each([
  ['euros', 'currency', '€'],
  ['k€', 'currency', 'k€'],
  ['USD', 'currency', '$'],
  ['montant', 'currency', 'montant'],
  ['amount', 'currency', 'montant'],
  ['currency', 'currency', 'montant'],
  ['secondes', 'seconds', 'secondes'],
] as const)('the unit “%s” of a dictionary', (text, unit, written) => {
  const read = unitIn(text);
  expect(read?.unit).toBe(unit);
  expect(unitCell(unit, read?.currency ?? undefined, 'fr')).toBe(written);
});

test('a word of no list is no unit', () => expect(unitIn('pommes')).toBeNull());

/** A workbook whose dictionary says a unit of the revenue. */
const withDictionary = (sales: Sales, unit: string): { workbook: WorkbookSnapshot; table: DetectedTable } => {
  const { workbook, table } = salesOf(sales);
  const { table: clear } = salesOf({ header: sales.header });
  const draft = dictionarySheet(proposeKpis(clear, 'fr'), clear, 'fr');
  const block = draft.blocks?.[1];
  const cells = (block?.cells ?? []).map((row) =>
    row.map((cell) => (cell && 'text' in cell ? cell.text : cell && 'number' in cell ? cell.number : '')),
  );
  const values = cells.map((row) => (row[0] === REVENUE ? row.map((value, column) => (column === 2 ? unit : value)) : row));
  const tables = { [DICTIONARY_TABLE]: `A3:S${String(2 + values.length)}` };
  const sheet = sheetOf('Dictionnaire', values, { at: 'A3', tables });
  return { workbook: { ...workbook, sheets: [...workbook.sheets, sheet] }, table };
};

describe('a dictionary that says a currency', () => {
  const read = (sales: Sales, unit: string) => {
    const { workbook, table } = withDictionary(sales, unit);
    const { kpis, problems } = dictionaryOf(workbook, table, 'fr');
    return { currency: kpis.find(({ id }) => id === REVENUE)?.currency, problems };
  };

  test('stands in for a source that says none', () => {
    const { currency, problems } = read({ header: 'CA' }, 'CHF');
    expect(currency).toEqual({ sign: 'CHF', multiple: '' });
    expect(problems).toEqual([]);
  });

  test('gives way to the source, and the difference is said with its cell', () => {
    const { currency, problems } = read({ header: 'Deal Value ($)' }, 'euros');
    expect(currency).toEqual({ sign: '$', multiple: '' });
    expect(problems.map(({ code }) => code)).toEqual(['kpi-cell']);
    expect(problems[0]).toMatchObject({ params: { leftOut: false }, place: { sheet: 'Dictionnaire' } });
    const [problem] = problems;
    expect(problem && problemText(problem, 'fr').body).toContain('L’unité dit €, la source $');
    expect(problem && problemText(problem, 'en').body).toContain('The unit says €, the source $');
  });

  test('says none of an amount that nobody names', () => expect(read({ header: 'CA' }, 'montant').currency).toBeUndefined());

  test('cannot put two of them together', () => {
    const { currency, problems } = read({ header: 'CA (€)', format: '"$"#,##0' }, '€');
    expect(currency).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: 'kpi-cell', params: { leftOut: true } });
  });
});

test('a KPI of two currencies is refused as it is typed', () => {
  const { table } = salesOf({ header: 'CA (€)', costs: 'Coûts ($)' });
  const draft = { ...EMPTY_KPI, label: 'Marge', numerator: '[CA (€)] - [Coûts ($)]', denominator: '[CA (€)]' };
  expect(checkKpi(draft, table)).toEqual([{ field: 'numerator', code: 'currencies', name: '€, $' }]);
});
