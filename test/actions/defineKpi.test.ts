import { consolidateWorkbook } from '../../src/actions/consolidate';
import { defineKpi } from '../../src/actions/defineKpi';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { showThresholds } from '../../src/actions/thresholds';
import { readConsolidated, type ConsolidatedValues } from '../../src/core/consolidation/read';
import { EMPTY_KPI, type KpiDraft } from '../../src/core/kpi/kpi-draft';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { findTable, valueAt, type CellValue, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 45_663; // 06/01/2025
const DAYS = 7 * 40;
const CHANGE = MONDAY + 7 * 20; // Monday of 2025-S22
const offered = (day: number): number => 200 + 30 * ((6 - (day % 7)) % 7) + (day % 11);
const answered = (day: number): number => Math.round(offered(day) * 0.93);
const lost = (day: number): number => Math.round(offered(day) * 0.04);

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] =>
    [MONDAY + day, offered(day), answered(day), lost(day), 2.5 * answered(day)].map((number) => ({ number })),
  );
  const header = ['Date', 'Appels reçus', 'Décrochés', 'Abandons', 'Coûts (€)'].map((text): CellDraft => ({ text }));
  value(
    await book.port.write({
      sheets: [
        {
          name: 'Suivi',
          owner: 'user',
          blocks: [{ row: 0, column: 0, cells: [header, ...rows] }],
          styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        },
      ],
      names: [],
    }),
  );
});
afterEach(() => book.close());

const read = async (): Promise<WorkbookSnapshot> => value(await book.port.read({ formulas: true }));
const today = MONDAY + DAYS;
const define = (draft: Partial<KpiDraft>) => defineKpi(book.port, { draft: { ...EMPTY_KPI, ...draft }, language: 'fr', today });
const consolidate = async (): Promise<ConsolidatedValues> => {
  value(await consolidateWorkbook(book.port, { language: 'fr', today, kinds: ['week', 'month', 'year'] }));
  return readConsolidated(await read());
};
const dictionaryRows = async (): Promise<number> => (findTable(await read(), 'tblKpi')?.table.area.rows ?? 1) - 1;

/** What the dictionary's last row shows. */
const lastRow = async (): Promise<readonly CellValue[]> => {
  const found = findTable(await read(), 'tblKpi');
  if (!found) throw new Error('no dictionary');
  const { area } = found.table;
  return Array.from({ length: area.columns }, (_, column) =>
    valueAt(found.sheet, area.row + area.rows - 1, area.column + column),
  );
};

const served: Partial<KpiDraft> = {
  label: 'Appels servis',
  numerator: 'Appels reçus - Abandons',
  denominator: 'Appels reçus',
  green: 0.9,
  amber: 0.8,
};

const sum = (of: (day: number) => number, from: number, to: number): number =>
  Array.from({ length: to - from }, (_, index) => of(from + index)).reduce((total, one) => total + one, 0);

test("a KPI of the user's own is written beside the proposed ones, and consolidated", async () => {
  expect(value(await define(served)).made).toEqual(['Dictionnaire']);
  const weeks = (await consolidate()).week ?? {};
  const share = (sum(offered, 7, 14) - sum(lost, 7, 14)) / sum(offered, 7, 14);
  expect(weeks['2025-S03']?.['Appels servis']).toBeCloseTo(share, 12);
});

test('what is wrong with it is said, and nothing is written', async () => {
  const before = await read();
  expect(await define({ ...served, amber: 0.95 })).toMatchObject({
    ok: false,
    problem: { code: 'kpi-refused', params: { kpi: 'Appels servis', issue: { field: 'amber', code: 'below', limit: 0.9 } } },
  });
  expect(await read()).toEqual(before);
});

test('before anything was consolidated a change is written over its row', async () => {
  value(await define(served));
  const rows = await dictionaryRows();
  value(await define({ ...served, id: 'appels_servis', numerator: 'Décrochés' }));
  expect(await dictionaryRows()).toBe(rows);
  const weeks = (await consolidate()).week ?? {};
  expect(weeks['2025-S03']?.['Appels servis']).toBeCloseTo(sum(answered, 7, 14) / sum(offered, 7, 14), 12);
});

test('after that it is a version from a date on, and the past keeps its figures', async () => {
  value(await define(served));
  const before = await consolidate();
  const rows = await dictionaryRows();
  await book.run(async (context) => {
    context.workbook.tables.getItem('tblKpi').columns.getItem('Responsable').getDataBodyRange().getLastCell().values = [
      ['Plateau'],
    ];
    await context.sync();
  });
  const changed = { ...served, id: 'appels_servis', numerator: 'Décrochés', validFrom: CHANGE };
  value(await define(changed));
  expect(await dictionaryRows()).toBe(rows + 1);
  expect((await lastRow()).slice(0, 7)).toEqual([
    'appels_servis',
    'Appels servis',
    '%',
    'plus haut',
    'rapport',
    'Décrochés',
    'Appels reçus',
  ]);
  expect((await lastRow()).slice(15)).toEqual(['Plateau', '', CHANGE, 2]);
  const after = await consolidate();
  const of = (values: ConsolidatedValues, week: string) => values.week?.[week]?.['Appels servis'];
  const week = (start: number) => [start, start + 7] as const;
  for (const [key, start] of [
    ['2025-S20', 7 * 18],
    ['2025-S21', 7 * 19],
  ] as const) {
    expect(of(after, key)).toBe(of(before, key));
    expect(of(after, key)).toBeCloseTo(1 - sum(lost, ...week(start)) / sum(offered, ...week(start)), 12);
  }
  expect(of(after, '2025-S22')).toBeCloseTo(sum(answered, 140, 147) / sum(offered, 140, 147), 12);
  // A month or a year that began under the former definition is told by it, whole.
  expect(after.year?.['2025']?.['Appels servis']).toBe(before.year?.['2025']?.['Appels servis']);
  // The same once more writes the same version again, not another.
  value(await define(changed));
  expect(await dictionaryRows()).toBe(rows + 1);
});

test('a new KPI does not take the id of a row that cannot be computed', async () => {
  value(await define(served));
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem('tblKpi');
    table.columns.getItem('Numérateur').getDataBodyRange().getLastCell().values = [['Disparue']];
    table.columns.getItem('Indicateur').getDataBodyRange().getLastCell().values = [['Autre nom']];
    await context.sync();
  });
  const rows = await dictionaryRows();
  value(await define(served));
  expect(await dictionaryRows()).toBe(rows + 1);
  expect((await lastRow())[0]).toBe('appels_servis_2');
});

test('a version may not begin before the one that it follows', async () => {
  value(await define(served));
  await consolidate();
  value(await define({ ...served, id: 'appels_servis', numerator: 'Décrochés', validFrom: CHANGE }));
  expect(await define({ ...served, id: 'appels_servis', numerator: 'Abandons', validFrom: CHANGE - 7 })).toMatchObject({
    ok: false,
    problem: { code: 'kpi-refused', params: { issue: { field: 'validFrom', code: 'not-after', date: CHANGE } } },
  });
});

test('colours are those of the latest version', async () => {
  value(await define(served));
  await consolidate();
  value(await define({ ...served, id: 'appels_servis', numerator: 'Décrochés', validFrom: CHANGE, green: 0.95, amber: 0.9 }));
  value(await showThresholds(book.port, { language: 'fr' }));
  const shown = await book.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Suivi').getRange('H1');
    cell.formulas = [['=Seuil_appels_servis_vert']];
    cell.load('values');
    await context.sync();
    return cell.values[0]?.[0] as unknown;
  });
  expect(shown).toBe(0.95);
});

test('the météo cuts the curve of its key figure, projects nothing from before, and says both', async () => {
  value(await define({ ...served, key: true }));
  await consolidate();
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem('tblKpi');
    const keys = table.columns.getItem('Clé ?').getDataBodyRange();
    keys.load('values');
    await context.sync();
    keys.values = keys.values.map((_, index, all) => [index === all.length - 1 ? 'oui' : 'non']);
    await context.sync();
  });
  value(await define({ ...served, id: 'appels_servis', numerator: 'Décrochés', key: true, validFrom: CHANGE }));
  const made = value(await generateMeteo(book.port, { language: 'fr', issued: today, minutes: null }));
  const { chart } = made.page.content.green;
  const broken = chart.breaks?.map((index) => chart.weeks[index]?.key);
  expect(broken).toEqual(['2025-S22']);
  expect(chart.note).toMatch(/Nouvelle définition depuis S22.: la courbe est coupée\./);
  const at = chart.breaks?.[0] ?? 0;
  expect(chart.actual[at - 1]).toBeCloseTo(1 - sum(lost, 133, 140) / sum(offered, 133, 140), 12);
  expect(chart.actual[at]).toBeCloseTo(sum(answered, 140, 147) / sum(offered, 140, 147), 12);
  expect(chart.projection.every((projected) => projected === null)).toBe(true);
  expect(made.problems).toContainEqual(
    expect.objectContaining({ code: 'little-history', params: { have: 20, need: 26, step: 'week' } }),
  );
}, 60_000);

test('an internal KPI is in the dictionary, and nowhere that the client reads', async () => {
  value(
    await define({
      ...served,
      label: 'Coût par appel servi',
      unit: 'currency',
      numerator: 'Coûts (€)',
      denominator: 'Décrochés',
      direction: 'lower',
      green: null,
      amber: null,
      internal: true,
    }),
  );
  const shown = await consolidate();
  const labels = Object.keys(shown.week?.['2025-S03'] ?? {});
  expect(labels).toContain('Appels reçus (présentés)');
  expect(labels.filter((label) => /co[uû]t/i.test(label))).toEqual([]);
  const outcome = value(await consolidateWorkbook(book.port, { language: 'fr', today, kinds: ['week'] }));
  expect(outcome.problems).toContainEqual(expect.objectContaining({ code: 'internal-left-out' }));
  const made = value(await generateMeteo(book.port, { language: 'fr', issued: today, minutes: null }));
  expect(JSON.stringify(made.page)).not.toMatch(/co[uû]t par/i);
  const after = await read();
  for (const sheet of after.sheets.filter(({ name }) => !['Dictionnaire', 'Suivi'].includes(name)))
    expect(JSON.stringify([sheet.name, sheet.values.flat().filter((cell) => /co[uû]t/i.test(String(cell)))])).toBe(
      JSON.stringify([sheet.name, []]),
    );
}, 60_000);

test('a formula of the user that names the dictionary goes on naming it when a KPI is added', async () => {
  const added = (id: string): Promise<unknown> =>
    define({ id, label: `Coût ${id}`, unit: 'currency', calculation: 'sum', numerator: '[Coûts (€)]' }).then(value);
  await added('cout_un');
  const formula = '=ROWS(tblKpi)';
  const block = { row: 0, column: 8, cells: [[{ formula }]] };
  value(await book.port.write({ sheets: [{ name: 'Suivi', owner: 'user', blocks: [block] }], names: [] }));
  const before = await dictionaryRows();
  await added('cout_deux');
  const sheet = (await read()).sheets.find(({ name }) => name === 'Suivi');
  if (!sheet) throw new Error('no sheet');
  expect(sheet.formulas?.[0]?.[8]).toBe(formula);
  expect(valueAt(sheet, 0, 8)).toBe(before + 1);
});
