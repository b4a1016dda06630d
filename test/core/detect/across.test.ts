import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable, DateWriting } from '../../../src/core/detect/detected';
import type { CellValue, SheetSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

type Row = (CellValue | null)[];

const weeks = (count: number): number[] => Array.from({ length: count }, (_, week) => 46_027 + 7 * week);
const figures = (count: number, start: number): number[] => Array.from({ length: count }, (_, week) => start + ((week * 7) % 11));

/** A sheet whose first row shows dates, as their number format says. */
const dated = (rows: Row[], dateRow: number, format = 'dd/mm/yyyy', at = 'A1'): SheetSnapshot => {
  const sheet = sheetOf('Suivi', rows, { at });
  return {
    ...sheet,
    numberFormats: sheet.numberFormats.map((line, row) => line.map((code) => (row === dateRow ? format : code))),
  };
};
const tables = (sheet: SheetSnapshot): readonly DetectedTable[] => detect(workbookOf(sheet)).tables;
const headers = (table: DetectedTable | undefined): string[] => (table?.columns ?? []).map(({ header }) => header);

test('dates in a row, indicators in rows: turned places, one header a row', () => {
  const [table, ...others] = tables(
    dated(
      [
        ['Synthèse'],
        [],
        ['Indicateur', ...weeks(6)],
        ['Appels reçus ', ...figures(6, 100)],
        ['Appels traités', ...figures(6, 90)],
      ],
      2,
      'dd/mm/yyyy',
      'B2',
    ),
  );
  expect(others).toEqual([]);
  expect(table).toMatchObject({
    kind: 'across',
    reason: 'dates-across',
    headerRow: 1,
    firstRow: 2,
    lastRow: 7,
    firstColumn: 3,
    lastColumn: 5,
    dateColumn: 3,
    dateWriting: 'real',
  });
  expect(headers(table)).toEqual(['Indicateur', 'Appels reçus', 'Appels traités']);
  expect(table?.columns[1]).toMatchObject({ type: 'count', measure: 'appels_recus' });
});

test('labels of several columns are joined as far as they tell the rows apart, merged ones carried on', () => {
  const [table] = tables(
    dated(
      [
        ['Site', 'Indicateur', 'Unité', ...weeks(5)],
        ['Oak Hospital ', 'ED Visits  ', 'nb', ...figures(5, 900)],
        ['', 'Discharges', 'nb', ...figures(5, 200)],
        ['Breeze Hospital', 'ED Visits  ', 'nb', ...figures(5, 400)],
      ],
      0,
    ),
  );
  expect(headers(table).slice(1)).toEqual([
    'Oak Hospital / ED Visits',
    'Oak Hospital / Discharges',
    'Breeze Hospital / ED Visits',
  ]);
});

test('a column that sums the dates up is none of the dates', () => {
  const [table] = tables(
    dated(
      [
        ['KPI', ...weeks(5), 'Total'],
        ['Appels', ...figures(5, 10), 75],
        ['Ventes', ...figures(5, 4), 40],
      ],
      0,
    ),
  );
  expect(table).toMatchObject({ kind: 'across', lastRow: 5 });
});

describe.each<[string, CellValue[], DateWriting]>([
  ['ISO weeks', ['2026-S02', '2026-S03', '2026-S04', '2026-S05'], 'iso-week'],
  ['months of a year', ['janv. 2026', 'févr. 2026', 'mars 2026', 'avr. 2026'], 'month-name'],
  ['months as figures', ['01/2026', '02/2026', '03/2026', '04/2026'], 'year-month'],
  ['quarters', ['T1 2025', 'T2 2025', 'T3 2025', 'T4 2025'], 'quarter'],
  ['years', [2022, 2023, 2024, 2025], 'year'],
  ['text dates', ['05/01/2026', '12/01/2026', '19/01/2026', '26/01/2026'], 'dmy'],
  ['serials without a format', [46_027, 46_034, 46_041, 46_048, 46_055], 'serial'],
])('%s across', (_, dates, writing) => {
  test('are read', () => {
    const [table] = tables(
      sheetOf('Suivi', [
        ['KPI', ...dates],
        ['Appels reçus', ...figures(dates.length, 100)],
        ['Ventes', ...figures(dates.length, 9)],
      ]),
    );
    expect(table).toMatchObject({ kind: 'across', dateColumn: 0, dateWriting: writing });
  });
});

test('months without a year across are asked about', () => {
  const sheet = sheetOf('Suivi', [
    ['KPI', 'Janvier', 'Février', 'Mars', 'Avril'],
    ['Appels reçus', 100, 120, 90, 110],
    ['Ventes', 5, 6, 7, 8],
  ]);
  const { tables: found, problems } = detect(workbookOf(sheet));
  expect(found[0]?.kind).toBe('across');
  expect(problems).toContainEqual({
    code: 'dates-without-year',
    params: { sample: 'Janvier' },
    place: { sheet: 'Suivi', cell: 'B1' },
  });
});

describe('not across', () => {
  test('rows that begin and end, with three dates each', () => {
    const rows = Array.from({ length: 12 }, (_, index): Row => [
      `Tâche ${String(index)}`,
      46_000 + index,
      46_010 + index,
      46_020 + index,
      5 + index,
    ]);
    const sheet = sheetOf('Suivi', [['Tâche', 'Début', 'Fin prévue', 'Fin réelle', 'Charge'], ...rows], {
      formats: { 1: 'dd/mm/yyyy', 2: 'dd/mm/yyyy', 3: 'dd/mm/yyyy' },
    });
    expect(tables(sheet).map(({ kind, dateColumn }) => [kind, dateColumn])).toEqual([['events', 1]]);
  });
  test('a follow-up by day beside targets that go up', () => {
    const rows = Array.from({ length: 30 }, (_, index): Row => [46_027 + index, 100 + (index % 7), 40_000, 40_100, 40_200]);
    const sheet = sheetOf('Suivi', [['Date', 'Appels', 'A', 'B', 'C'], ...rows], { formats: { 0: 'dd/mm/yyyy' } });
    expect(tables(sheet).map(({ kind }) => kind)).toEqual(['daily']);
  });
  test('a calendar without figures under it', () => {
    const sheet = dated(
      [
        ['Tâche', ...weeks(8)],
        ['Étude', 'x', 'x'],
        ['Recette', '', 'x'],
      ],
      0,
    );
    expect(tables(sheet).some(({ kind }) => kind === 'across')).toBe(false);
  });
});

test('a sheet of 16,384 columns with eight headers costs as eight', () => {
  const width = 16_384;
  const wide = (row: Row): CellValue[] => Array.from({ length: width }, (_, column) => row[column] ?? '');
  const rows = Array.from({ length: 60 }, (_, index) => wide([46_027 + index, ...figures(7, index)]));
  const sheet = sheetOf('Suivi', [wide(['Date', 'Appels reçus', 'Traités', 'A', 'B', 'C', 'D', 'E']), ...rows], {
    formats: { 0: 'dd/mm/yyyy' },
  });
  const started = performance.now();
  const [table, ...others] = tables(sheet);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(others).toEqual([]);
  expect(table).toMatchObject({ kind: 'daily', firstColumn: 0, lastColumn: 7 });
});
