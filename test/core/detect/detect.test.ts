import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable, Detection } from '../../../src/core/detect/detected';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

type Row = (CellValue | null)[];

/** 5 January 2026, a Monday. */
const MONDAY = 46027;
const DATE = 'dd/mm/yyyy';

/** Days of calls: date, offered, answered, answer rate. */
const daily = (count: number, first = MONDAY): Row[] =>
  Array.from({ length: count }, (_, index) => {
    const offered = 100 + ((index * 37) % 41);
    const answered = offered - ((index * 13) % 9);
    return [first + index, offered, answered, answered / offered];
  });
const HEADER: Row = ['Date', 'Appels reçus', 'Décrochés', 'Taux de décroché'];

const first = (detection: Detection): DetectedTable => {
  const [table] = detection.tables;
  if (!table) throw new Error('nothing detected');
  return table;
};
const codes = (detection: Detection): string[] => detection.problems.map(({ code }) => code);

describe('a daily table is found', () => {
  test('under titles and group headings, not in column A', () => {
    const sheet = sheetOf(
      'Suivi',
      [['Mutuelle du Littoral – Service adhérents'], [], [null, 'Appels', null, null], HEADER, ...daily(30)],
      { at: 'C2', formats: { 0: DATE, 3: '0.0%' } },
    );
    const table = first(detect(workbookOf(sheet)));
    expect(table).toMatchObject({ kind: 'daily', headerRow: 4, firstRow: 5, lastRow: 34, firstColumn: 2, lastColumn: 5 });
    expect(table).toMatchObject({ dateColumn: 2, dateWriting: 'real' });
    expect(table.columns.map(({ type, measure }) => [type, measure])).toEqual([
      ['date', undefined],
      ['count', 'appels_recus'],
      ['count', 'appels_traites'],
      ['rate', undefined],
    ]);
  });

  test('as a native table, beside another table on the same sheet', () => {
    const clients: Row[] = [
      ['Client', 'Ville'],
      ['C1', 'Lyon'],
      ['C2', 'Paris'],
    ];
    const grid = [HEADER, ...daily(40)].map((row, index): Row => [...row, null, null, ...(clients[index] ?? [])]);
    const sheet = sheetOf('Suivi', grid, {
      at: 'B3',
      formats: { 0: DATE },
      tables: { tblAppels: 'B3:E43', tblClients: 'H3:I5' },
    });
    const detection = detect(workbookOf(sheet));
    expect(first(detection)).toMatchObject({ table: 'tblAppels', firstColumn: 1, lastColumn: 4, lastRow: 42 });
    expect(detection.tables.map(({ table }) => table)).toContain('tblClients');
  });

  test('beside another range, from which empty columns part it', () => {
    const grid = [HEADER, ...daily(40)].map((row, index): Row => [
      ...row,
      null,
      null,
      ...(index === 0 ? ['Agent', 'Objectif'] : index < 4 ? [`A${String(index)}`, 10 * index] : []),
    ]);
    const table = first(detect(workbookOf(sheetOf('Suivi', grid, { formats: { 0: DATE } }))));
    expect([table.firstColumn, table.lastColumn]).toEqual([0, 3]);
  });

  test('with two levels of headers, a repeated one named after its group', () => {
    const sheet = sheetOf(
      'Suivi',
      [
        ['Date', 'Lyon', null, 'Paris', null],
        [null, 'Reçus', 'Traités', 'Reçus', 'Traités'],
        ...daily(20).map(([date, offered, answered]): Row => [date ?? '', offered ?? '', answered ?? '', 5, 4]),
      ],
      { formats: { 0: DATE } },
    );
    expect(first(detect(workbookOf(sheet))).columns.map(({ header }) => header)).toEqual([
      'Date',
      'Lyon Reçus',
      'Lyon Traités',
      'Paris Reçus',
      'Paris Traités',
    ]);
  });

  test('with week-ends left blank inside it', () => {
    const rows = daily(14).map((row, index): Row => (index % 7 > 4 ? [] : row));
    const table = first(detect(workbookOf(sheetOf('Suivi', [HEADER, ...rows], { formats: { 0: DATE } }))));
    expect(table.lastRow).toBe(12);
  });

  test('on a visible sheet rather than its copy on a hidden one, which is raised', () => {
    const rows = [HEADER, ...daily(30)];
    const hidden = sheetOf('Data', rows, { formats: { 0: DATE }, visibility: 'hidden' });
    const visible = sheetOf('Suivi ', rows, { at: 'B2', formats: { 0: DATE } });
    const detection = detect(workbookOf(hidden, visible));
    expect(first(detection).sheet).toBe('Suivi ');
    expect(detection.problems).toContainEqual({
      code: 'duplicate-table',
      params: { visible: 'Suivi ' },
      place: { sheet: 'Data', cell: 'A1' },
    });
  });

  test('over a wide empty sheet as over a narrow one', () => {
    const wide = [HEADER, ...daily(30)].map((row): Row => [...row, ...Array.from({ length: 3000 }, () => null)]);
    const table = first(detect(workbookOf(sheetOf('Suivi', wide, { formats: { 0: DATE } }))));
    expect(table.lastColumn).toBe(3);
  });
});

describe('the end of a table', () => {
  const withEnd = (...rows: Row[]): Detection =>
    detect(workbookOf(sheetOf('Suivi', [HEADER, ...daily(20), ...rows], { formats: { 0: DATE } })));

  test('leaves a totals row out and says so', () => {
    const detection = withEnd(['TOTAL', 2400, 2300, 0.95]);
    expect(first(detection).lastRow).toBe(20);
    expect(detection.problems).toContainEqual({ code: 'totals-row', params: {}, place: { sheet: 'Suivi', cell: 'A22' } });
  });
  test('leaves days prepared in advance out', () => {
    expect(first(withEnd([MONDAY + 20, '', '', ''], [MONDAY + 21, '', '', ''])).lastRow).toBe(20);
  });
  test('leaves a note out', () => {
    expect(first(withEnd([], [], ['NB : panne du 17/03'])).lastRow).toBe(20);
  });
});

describe('dates as texts', () => {
  const written = (write: (day: number, month: number) => string, count = 40): Detection => {
    const rows = Array.from({ length: count }, (_, index): Row => {
      const date = new Date(Date.UTC(2026, 0, 5 + index));
      return [write(date.getUTCDate(), date.getUTCMonth() + 1), 10 + index, 8 + index];
    });
    return detect(workbookOf(sheetOf('Suivi', [['Date', 'Reçus', 'Traités'], ...rows])));
  };
  const two = (value: number): string => String(value).padStart(2, '0');

  test.each<[string, (day: number, month: number) => string, string]>([
    ['ISO', (day, month) => `2026-${two(month)}-${two(day)}`, 'iso'],
    ['day first', (day, month) => `${two(day)}/${two(month)}/2026`, 'dmy'],
    ['day first with dots and hours', (day, month) => `${two(day)}.${two(month)}.2026  10:58:`, 'dmy'],
    ['month first', (day, month) => `${String(month)}/${String(day)}/2026`, 'mdy'],
  ])('%s', (_, write, writing) => {
    const detection = written(write);
    expect(first(detection).dateWriting).toBe(writing);
    expect(codes(detection)).not.toContain('day-month-swap');
  });

  test('that read both ways are raised', () => {
    expect(codes(written((day, month) => `${two(day)}/${two(month)}/2026`, 6))).toContain('day-month-swap');
  });

  test('that do not read are counted with their first cell', () => {
    const detection = written((day, month) => (day === 20 ? 'à venir' : `${two(day)}/${two(month)}/2026`));
    expect(detection.problems).toContainEqual({
      code: 'dates-unread',
      params: { count: 1, sample: 'à venir' },
      place: { sheet: 'Suivi', cell: 'A17' },
    });
  });

  test('among real dates are raised', () => {
    const rows = daily(20).map((row, index): Row => (index === 3 ? ['08/01/2026', ...row.slice(1)] : row));
    const detection = detect(workbookOf(sheetOf('Suivi', [HEADER, ...rows], { formats: { 0: DATE } })));
    expect(codes(detection)).toEqual(['dates-mixed']);
    expect(first(detection).dateWriting).toBe('dmy');
  });
});

test('real dates that all fall before the 13th, over months, look swapped', () => {
  const rows = Array.from({ length: 72 }, (_, index): Row => {
    const serial = Math.round(Date.UTC(2025, index % 12, 1 + Math.floor(index / 6)) / 86_400_000) + 25_569;
    return [serial, 10, 9];
  });
  const detection = detect(workbookOf(sheetOf('Suivi', [['Date', 'Reçus', 'Traités'], ...rows], { formats: { 0: DATE } })));
  expect(codes(detection)).toContain('day-month-swap');
});

describe('what the rows are', () => {
  test('one row a call is an event log', () => {
    const rows = Array.from({ length: 60 }, (_, index): Row => [
      `ID${String(index)}`,
      MONDAY + Math.floor(index / 12),
      index % 2 ? 'Léa' : 'Marc',
      index % 3 ? 'Y' : 'N',
      30 + index,
    ]);
    const grid = [['Call Id', 'Date', 'Agent', 'Answered (Y/N)', 'Talk time (sec)'], ...rows];
    const table = first(detect(workbookOf(sheetOf('Appels', grid, { formats: { 1: DATE } }))));
    expect(table.kind).toBe('events');
    expect(table.columns.map(({ type }) => type)).toEqual(['identifier', 'date', 'person', 'category', 'duration']);
    expect(table.columns[3]).toMatchObject({ affirmative: 'Y', measure: 'appels_traites' });
    expect(table.columns[4]?.duration).toBe('seconds');
  });

  test('one row a day and agent is daily', () => {
    const rows = Array.from({ length: 60 }, (_, index): Row => [
      `Agent ${String(index % 6)}`,
      MONDAY + Math.floor(index / 6),
      40,
      30,
      5,
    ]);
    const grid = [['Nom', 'Date', 'Appels', 'Joints', 'Ventes'], ...rows];
    expect(first(detect(workbookOf(sheetOf('Suivi', grid, { formats: { 1: DATE } })))).kind).toBe('daily');
  });

  test('one row a month is periods', () => {
    const rows = Array.from({ length: 24 }, (_, index): Row => [
      Math.round(Date.UTC(2024, index, 1) / 86_400_000) + 25_569,
      100.5 + index,
      50.25,
    ]);
    const detection = detect(
      workbookOf(sheetOf('Mensuel', [['Date', 'Recettes', 'Cumul Recettes'], ...rows], { formats: { 0: DATE } })),
    );
    expect(first(detection)).toMatchObject({ kind: 'periods', reason: 'one-row-a-month' });
    expect(first(detection).columns[2]?.cumulative).toBe(true);
    expect(codes(detection)).toEqual(['cumulative-columns']);
  });
});

test('a rate is traced to the two columns that it comes from', () => {
  const table = first(detect(workbookOf(sheetOf('Suivi', [HEADER, ...daily(30)], { formats: { 0: DATE, 3: '0.0%' } }))));
  expect(table.columns[3]?.parts).toEqual({ numerator: 2, denominator: 1 });
});

test('numbers as text and errors are raised with their first cell', () => {
  const rows = daily(20).map((row, index): Row => [
    row[0] ?? '',
    index === 4 ? '#N/A' : (row[1] ?? ''),
    String(row[2]),
    row[3] ?? '',
  ]);
  const detection = detect(workbookOf(sheetOf('Suivi', [HEADER, ...rows], { formats: { 0: DATE } })));
  expect(detection.problems).toContainEqual({ code: 'error-cells', params: { count: 1 }, place: { sheet: 'Suivi', cell: 'B6' } });
  expect(detection.problems).toContainEqual({
    code: 'numbers-as-text',
    params: { column: 'Décrochés', count: 20 },
    place: { sheet: 'Suivi', cell: 'C2' },
  });
});

test.each([
  ['.', '6.45'],
  [',', '6,45'],
] as const)('numbers as text tell their decimal mark %s', (decimal, text) => {
  const rows = daily(20).map((row): Row => [row[0] ?? '', row[1] ?? '', text, row[3] ?? '']);
  const { problems } = detect(workbookOf(sheetOf('Suivi', [HEADER, ...rows], { formats: { 0: DATE } })));
  expect(problems.filter(({ code }) => code === 'numbers-as-text').map(({ params }) => params)).toEqual([
    { column: 'Décrochés', count: 20, decimal },
  ]);
});

describe('nothing to consolidate', () => {
  test('an empty workbook', () => {
    expect(codes(detect(workbookOf(sheetOf('Feuil1', []))))).toEqual(['workbook-empty']);
  });
  test('a workbook without dates', () => {
    const sheet = sheetOf('Tâches', [
      ['Tâche', 'Charge'],
      ['Étude', 3],
      ['Recette', 2],
    ]);
    expect(codes(detect(workbookOf(sheet)))).toEqual(['snapshot-without-dates']);
  });
  test("the add-in's own sheets", () => {
    const sheet = sheetOf('Semaine', [HEADER, ...daily(20)], { formats: { 0: DATE }, tables: { tblSemaine: 'A1:D21' } });
    expect(detect(workbookOf(sheet)).tables).toEqual([]);
  });
  test.each([
    ['Météo 2026-11-23', 0],
    ['Météo', 1],
  ])("a printed météo, and not the user's sheet whose name begins the same: %s", (name, found) => {
    const sheet = sheetOf(name, [HEADER, ...daily(20)], { formats: { 0: DATE } });
    const names = [{ name: 'meteo.page', formula: "='Météo 2026-11-23'!$A$1:$N$60" }];
    expect(detect({ ...workbookOf(sheet), names }).tables).toHaveLength(found);
  });
});
