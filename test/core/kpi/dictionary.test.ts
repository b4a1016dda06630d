import { periodValue } from '../../../src/core/consolidation/evaluate';
import { readRows } from '../../../src/core/consolidation/rows';
import { ruleAt } from '../../../src/core/consolidation/rule';
import { detect } from '../../../src/core/detect/detect';
import { dictionarySheet } from '../../../src/core/kpi/dictionary';
import { readDictionary, type Dictionary } from '../../../src/core/kpi/dictionary-read';
import { DICTIONARY_COLUMNS, type DictionaryColumn } from '../../../src/core/kpi/dictionary-words';
import { proposeKpis } from '../../../src/core/kpi/propose';
import type { Kpi } from '../../../src/core/kpi/kpi';
import type { Language } from '../../../src/core/meteo/content';
import type { SheetDraft } from '../../../src/core/sheet/draft';
import type { CellValue, SheetSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

const rows = Array.from({ length: 40 }, (_, index): CellValue[] => [46_027 + index, 100 + index, 90 - (index % 7)]);
const data = sheetOf('Suivi', [['Date', 'Appels reçus', 'Décrochés'], ...rows], { formats: { 0: 'dd/mm/yyyy' } });
const [table] = detect(workbookOf(data)).tables;
if (!table) throw new Error('no table');
const proposed = proposeKpis(table, 'fr');

/** A dictionary's sheet as it reads back, after an edit of its rows. */
const written = (draft: SheetDraft, edit: (rows: CellValue[][]) => CellValue[][] = (all) => all): SheetSnapshot => {
  const block = draft.blocks?.[1];
  const [header = [], ...body] = (block?.cells ?? []).map((row) =>
    row.map((cell): CellValue => (cell && 'text' in cell ? cell.text : cell && 'number' in cell ? cell.number : '')),
  );
  const edited = edit(body);
  return sheetOf(draft.name, [header, ...edited], { at: 'A3', tables: { tblKpi: `A3:S${String(3 + edited.length)}` } });
};

const readAll = (sheet: SheetSnapshot): Dictionary => {
  const dictionary = readDictionary(workbookOf(data, sheet), table, proposed);
  if (!dictionary) throw new Error('no dictionary');
  return dictionary;
};
const readBack = (sheet: SheetSnapshot): readonly Kpi[] => readAll(sheet).kpis;

test.each<Language>(['fr', 'en'])('what was proposed reads back the same (%s)', (language) => {
  const kpis = proposeKpis(table, language);
  const { kpis: read, problems } = readAll(written(dictionarySheet(kpis, table, language)));
  expect(read.map(({ definition, ...kpi }) => [kpi, definition?.sheet])).toEqual(
    kpis.map((kpi) => [kpi, language === 'fr' ? 'Dictionnaire' : 'Dictionary']),
  );
  expect(problems).toEqual([]);
});

test('a threshold, a label and a key that the user changed count', () => {
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) =>
    all.map((row) =>
      row[0] === 'in_qs' ? row.map((cell, index) => ({ 1: 'QS', 8: 0.95, 12: 'non', 14: 'oui' })[index] ?? cell) : row,
    ),
  );
  expect(readBack(sheet).find(({ id }) => id === 'in_qs')).toMatchObject({
    label: 'QS',
    thresholds: { green: 0.95, amber: 0.8 },
    key: false,
    thresholdsProposed: false,
  });
});

test("a row of the user's own is computed from the columns that it names", () => {
  const own: CellValue[] = [
    'perdus',
    'Perdus',
    '%',
    'plus bas',
    'rapport',
    'décrochés',
    'APPELS REÇUS',
    '',
    0.1,
    '',
    0.2,
    '',
    'oui',
  ];
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) => [...all, own]);
  expect(readBack(sheet).at(-1)).toMatchObject({
    id: 'perdus',
    rule: { kind: 'ratio', numerator: { kind: 'sum', column: 2 }, denominator: { kind: 'sum', column: 1 } },
    thresholds: { green: 0.1, amber: 0.2 },
    key: true,
  });
});

/** Cells of a row by their column, the others empty. */
const rowOf = (cells: Partial<Record<DictionaryColumn, CellValue>>): CellValue[] =>
  DICTIONARY_COLUMNS.map((column) => cells[column] ?? '');

const own = { id: 'x', label: 'X', unit: 'nombre', direction: 'plus bas' } as const;

test.each<[string, Partial<Record<DictionaryColumn, CellValue>>, string, object]>([
  [
    'names a column that the table does not have',
    { aggregation: 'somme', numerator: 'Inconnue' },
    'F',
    { field: 'numerator', code: 'unknown-column', name: 'Inconnue' },
  ],
  [
    'divides by nothing',
    { aggregation: 'rapport', numerator: 'Décrochés' },
    'G',
    { field: 'denominator', code: 'missing', name: '' },
  ],
  [
    'says a calculation that is none',
    { aggregation: 'médiane', numerator: 'Décrochés' },
    'E',
    { field: 'calculation', code: 'unknown-word', name: 'médiane' },
  ],
  ['does not read', { aggregation: 'somme', numerator: '[Décrochés] + ' }, 'F', { field: 'numerator', code: 'not-understood' }],
])('a row that %s is left out, with its cell', (_, cells, letter, issue) => {
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) => [...all, rowOf({ ...own, ...cells })]);
  const { kpis, problems } = readAll(sheet);
  expect(kpis.map(({ id }) => id)).toEqual(proposed.map(({ id }) => id));
  expect(problems).toMatchObject([
    {
      code: 'kpi-cell',
      params: { kpi: 'X', issue, leftOut: true },
      place: { sheet: 'Dictionnaire', cell: `${letter}${String(4 + proposed.length)}` },
    },
  ]);
});

test('a row without an id is left out, with its cell', () => {
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) => [
    ...all,
    rowOf({ label: 'Perdus', aggregation: 'somme', numerator: 'Décrochés' }),
  ]);
  expect(readAll(sheet).problems).toMatchObject([
    { params: { issue: { field: 'id', code: 'missing' }, leftOut: true }, place: { cell: `A${String(4 + proposed.length)}` } },
  ]);
});

test('thresholds in the wrong order are a remark beside a KPI that counts', () => {
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) =>
    all.map((row) => (row[0] === 'in_qs' ? row.map((cell, index) => (index === 10 ? 0.95 : cell)) : row)),
  );
  const { kpis, problems } = readAll(sheet);
  expect(kpis).toHaveLength(proposed.length);
  expect(problems).toMatchObject([
    { params: { issue: { field: 'amber', code: 'below', limit: 0.9 }, leftOut: false }, place: { sheet: 'Dictionnaire' } },
  ]);
});

test("the calculation of a proposed KPI that somebody edited is the sheet's", () => {
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) =>
    all.map((row) =>
      row[0] === 'in_qs' ? row.map((cell, index) => (index === 5 ? '[Appels reçus] - [Décrochés]' : cell)) : row,
    ),
  );
  expect(readBack(sheet).find(({ id }) => id === 'in_qs')?.rule).toEqual({
    kind: 'ratio',
    numerator: {
      kind: 'combination',
      terms: [
        { factor: 1, rule: { kind: 'sum', column: 1 } },
        { factor: -1, rule: { kind: 'sum', column: 2 } },
      ],
    },
    denominator: { kind: 'sum', column: 1 },
  });
});

describe('versions', () => {
  const JANUARY = 46_023; // 01/01/2026
  const MARCH = 46_082; // 01/03/2026
  const version = (numerator: string, validFrom: CellValue, number: number): CellValue[] =>
    rowOf({ ...own, label: `X${String(number)}`, aggregation: 'somme', numerator, validFrom, version: number });
  const read = (...rows: CellValue[][]): Dictionary => readAll(written(dictionarySheet([], table, 'fr'), () => rows));

  test('the latest defines the KPI, the earlier ones what came before, in whatever order they stand', () => {
    const { kpis, problems } = read(
      version('Décrochés', MARCH, 3),
      version('Appels reçus', '', 1),
      version('[Appels reçus]*2', JANUARY, 2),
    );
    expect(problems).toEqual([]);
    expect(kpis).toMatchObject([
      {
        label: 'X3',
        rule: { kind: 'sum', column: 2 },
        earlier: [
          { before: JANUARY, rule: { kind: 'sum', column: 1 } },
          { before: MARCH, rule: { kind: 'combination', terms: [{ factor: 2, rule: { kind: 'sum', column: 1 } }] } },
        ],
      },
    ]);
  });

  test('one that only changes a threshold is no break', () => {
    const [kpi] = read(version('Décrochés', '', 1), version('Décrochés', MARCH, 2)).kpis;
    expect(kpi?.label).toBe('X2');
    expect(kpi?.earlier).toBeUndefined();
  });

  test('two rows without a date ask for one', () => {
    const { problems } = read(version('Décrochés', '', 1), version('Appels reçus', '', 2));
    expect(problems).toMatchObject([{ params: { issue: { field: 'validFrom', code: 'date-missing' } }, place: { cell: 'R5' } }]);
  });

  test('an earlier one whose column is gone gives nothing, never the new figures', () => {
    const { kpis, problems } = read(version('Disparue', '', 1), version('Décrochés', MARCH, 2));
    expect(problems).toMatchObject([{ params: { issue: { code: 'unknown-column' } }, place: { cell: 'F4' } }]);
    const rows = readRows(workbookOf(data), table);
    const before = kpis[0] && ruleAt(kpis[0], JANUARY);
    expect(rows && before && periodValue(before, rows, { kind: 'day', key: '', start: 46_027, end: 46_034 })).toBeNull();
  });
});

test('rows of internal KPIs are grey as soon as their cell says so', () => {
  const [format] = dictionarySheet(proposed, table, 'fr').conditionalFormats ?? [];
  expect(format).toMatchObject({ formula: '=$N4="oui"', area: { row: 3, column: 0, rows: proposed.length } });
});

test.each<Language>(['fr', 'en'])('every column has its help, within what Excel shows (%s)', (language) => {
  const validations = dictionarySheet(proposed, table, language).validations ?? [];
  expect(validations).toHaveLength(DICTIONARY_COLUMNS.length);
  for (const { prompt, rule } of validations) {
    expect(prompt?.title.length).toBeLessThanOrEqual(32);
    expect(prompt?.message.length).toBeLessThanOrEqual(255);
    expect('list' in rule ? rule.list.length : 0).toBeLessThanOrEqual(255);
  }
});

test('a workbook without a dictionary has none', () => {
  expect(readDictionary(workbookOf(data), table, proposed)).toBeNull();
});
