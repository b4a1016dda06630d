import { detect } from '../../../src/core/detect/detect';
import type { Detection } from '../../../src/core/detect/detected';
import { serialOf } from '../../../src/core/period/serial';
import type { Problem, ProblemCode } from '../../../src/core/problem';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

type Row = (CellValue | null)[];

/** 5 January 2026, a Monday. */
const MONDAY = 46_027;
const DATE = 'dd/mm/yyyy';
const HEADER: Row = ['Date', 'Appels reçus', 'Décrochés', 'Abandons'];

const offered = (index: number): number => 100 + ((index * 37) % 41);
const answered = (index: number): number => offered(index) - ((index * 13) % 9);
const day = (index: number, date: CellValue = MONDAY + index): Row => [
  date,
  offered(index),
  answered(index),
  offered(index) - answered(index),
];
const days = (count: number): Row[] => Array.from({ length: count }, (_, index) => day(index));

const found = (rows: Row[], header: Row = HEADER, formats: Record<number, string> = { 0: DATE }): Detection =>
  detect(workbookOf(sheetOf('Suivi', [header, ...rows], { formats })));
const raised = (detection: Detection, code: ProblemCode): Problem[] => detection.problems.filter((one) => one.code === code);
const one = (detection: Detection, code: ProblemCode): Problem | undefined => raised(detection, code)[0];
const civil = (year: number, month: number, date: number): number => serialOf({ year, month, day: date });
const two = (value: number): string => String(value).padStart(2, '0');

test('a clean follow-up raises nothing', () => {
  expect(found(days(40)).problems).toEqual([]);
});

describe('day and month exchanged', () => {
  test.each([
    ['day first', (month: number, year: number) => `01/${two(month)}/${String(year)}`],
    ['month first', (month: number, year: number) => `${String(month)}/1/${String(year)}`],
  ])('text dates of a run of months, %s, are months and no question', (_, written) => {
    const rows = Array.from({ length: 20 }, (__, index) => day(index, written((index % 12) + 1, 2024 + Math.floor(index / 12))));
    const detection = found(rows, HEADER, {});
    expect(raised(detection, 'day-month-swap')).toEqual([]);
    expect(detection.tables[0]).toMatchObject({ kind: 'periods', reason: 'one-row-a-month' });
  });

  test('real dates never pass the 12th where text dates do', () => {
    const rows = Array.from({ length: 40 }, (_, index): Row => {
      const date = index + 1;
      const [month, number] = date > 31 ? [2, date - 31] : [1, date];
      return day(index, number <= 12 ? civil(2026, number, month) : `${two(number)}/${two(month)}/2026`);
    });
    const detection = found(rows);
    expect(one(detection, 'day-month-swap')).toMatchObject({
      params: { read: civil(2026, 2, 1), other: civil(2026, 1, 2) },
      place: { sheet: 'Suivi', cell: 'A3' },
    });
    expect(detection.tables[0]?.dateWriting).toBe('dmy');
  });
  test('several rows a date, all on one day of the month', () => {
    const rows = Array.from({ length: 60 }, (_, index): Row => [
      civil(2024, 1 + Math.floor(index / 5), 1),
      `A${String(index % 5)}`,
      10,
      9,
    ]);
    expect(one(found(rows, ['Date', 'Nom', 'Appels', 'Joints']), 'day-month-swap')?.place?.cell).toBe('A7');
  });
  test('dates that go up only once exchanged', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((number, index) => day(index, civil(2026, number, index < 3 ? 3 : 4)));
    const detection = found(rows.map(([date, ...rest]): Row => [date ?? '', ...rest]));
    expect(detection.tables[0]?.dateWriting).toBe('real');
    expect(raised(detection, 'day-month-swap')).toHaveLength(0);
    const mixed = [5, 6, 7, 8, 9].map((number, index) => day(index, civil(2026, number, index % 2 === 0 ? 3 : 2)));
    expect(raised(found(mixed), 'day-month-swap')).toHaveLength(0);
    const falling: [number, number][] = [
      [2, 1],
      [5, 1],
      [1, 2],
      [4, 2],
      [3, 3],
    ];
    expect(
      raised(found(falling.map(([month, number], index) => day(index, civil(2026, month, number)))), 'day-month-swap'),
    ).toHaveLength(1);
  });
  test('months in real dates of one day, whose format shows no day, are months', () => {
    const rows = Array.from({ length: 10 }, (_, index) => day(index, civil(2026, index + 1, 1)));
    expect(raised(found(rows, HEADER, { 0: 'mmm-yy' }), 'day-month-swap')).toHaveLength(0);
  });
  test('texts in both orders, of which some read both ways', () => {
    const dates = ['14/01/2026', '01/15/2026', '05/02/2026'];
    const detection = found(days(21).map((row, index): Row => [dates[index % 3] ?? '', ...row.slice(1)]));
    expect(one(detection, 'day-month-swap')?.place?.cell).toBe('A4');
    expect(one(detection, 'dates-unread')).toMatchObject({ params: { count: 7, sample: '01/15/2026' }, place: { cell: 'A3' } });
  });
  test('of texts that read both ways, the order whose dates follow each other is taken, and asked about', () => {
    const rows = Array.from({ length: 10 }, (_, index) => day(index, `03/${two(index + 2)}/2026`));
    const detection = found(rows);
    expect(detection.tables[0]?.dateWriting).toBe('mdy');
    expect(one(detection, 'day-month-swap')?.params).toEqual({ read: civil(2026, 3, 2), other: civil(2026, 2, 3) });
  });
});

describe('dates', () => {
  test('texts among real dates, with the first of them', () => {
    const rows = days(30).map((row, index): Row => (index === 5 ? ['10/01/2026', ...row.slice(1)] : row));
    expect(one(found(rows), 'dates-mixed')).toEqual({
      code: 'dates-mixed',
      params: { texts: 1, dates: 29 },
      place: { sheet: 'Suivi', cell: 'A7' },
    });
  });
  test('a year far from all others', () => {
    const rows = days(30).map((row, index): Row => (index === 12 ? [civil(2062, 1, 17), ...row.slice(1)] : row));
    expect(one(found(rows), 'lone-year')).toMatchObject({ params: { year: 2062, count: 1 }, place: { cell: 'A14' } });
  });
  test('an order that goes back', () => {
    const rows = days(30).map((row, index): Row => (index === 8 ? [MONDAY + 2, ...row.slice(1)] : row));
    expect(one(found(rows), 'dates-unordered')?.place?.cell).toBe('A10');
  });
  test('from the latest to the earliest are in order', () => {
    expect(raised(found([...days(30)].reverse()), 'dates-unordered')).toHaveLength(0);
  });
  test('months without a year are asked about', () => {
    const months = ['novembre', 'décembre', 'janvier', 'février', 'mars', 'avril'];
    const detection = found(
      months.map((month, index) => day(index, month)),
      ['Mois', ...HEADER.slice(1)],
    );
    expect(one(detection, 'dates-without-year')).toMatchObject({ params: { sample: 'novembre' }, place: { cell: 'A2' } });
    expect(raised(detection, 'dates-unordered')).toHaveLength(0);
    expect(detection.tables[0]).toMatchObject({ kind: 'periods', dateColumn: 0 });
    expect(detection.tables[0]?.year).toBeUndefined();
  });
  test.each([
    ['a title above the table', 'Suivi', 'Activité 2026', 2026],
    ['the name of the sheet', 'Suivi 2025', '', 2025],
    ['no year where both disagree', 'Suivi 2025', 'Activité 2026', undefined],
  ])('months take their year from %s', (_, sheet, title, year) => {
    const rows = ['janv.', 'févr.', 'mars', 'avr.'].map((month, index) => day(index, month));
    const detection = detect(workbookOf(sheetOf(sheet, [[title], [], ['Mois', ...HEADER.slice(1)], ...rows])));
    expect(detection.tables[0]?.year).toBe(year);
    expect(raised(detection, 'dates-without-year')).toHaveLength(year === undefined ? 1 : 0);
  });
  test('days of a month written as its name and a number are no years', () => {
    const rows = Array.from({ length: 12 }, (_, index) => day(index, `Jan-${two(index + 5)}`));
    expect(raised(found(rows), 'dates-without-year')).toHaveLength(1);
  });
});

describe('rows that are no data', () => {
  test('totals in the middle, by their label', () => {
    const total: Row = ['Total semaine', 500, 480, 20];
    const detection = found([...days(5), total, ...Array.from({ length: 5 }, (_, index) => day(index + 7))]);
    expect(one(detection, 'sum-rows')).toEqual({
      code: 'sum-rows',
      params: { count: 1, cells: 'A7' },
      place: { sheet: 'Suivi', cell: 'A7' },
    });
    expect(raised(detection, 'dates-unread')).toHaveLength(0);
  });
  test('a row without a label that holds the sums of those above', () => {
    const sums = [0, 1, 2].map((column) => days(8).reduce((sum, row) => sum + Number(row[column + 1]), 0));
    expect(
      one(found([...days(8), ['', ...sums], ...Array.from({ length: 6 }, (_, index) => day(index + 9))]), 'sum-rows'),
    ).toMatchObject({
      place: { cell: 'B10' },
    });
  });
  test('a dated row that equals the sum of the others is counted, and said', () => {
    const sums = [0, 1, 2].map((column) => days(8).reduce((sum, row) => sum + Number(row[column + 1]), 0));
    const detection = found([...days(8), [MONDAY + 8, ...sums]]);
    expect(one(detection, 'sum-rows-dated')?.place?.cell).toBe('A10');
  });
  test('the year under two quarters, on a table without dates', () => {
    const rows: Row[] = [['', 'CV', 'CCM1', 'Placed'], ['Q1', 63, 25, 12], ['Q2', 3, 1, 2], [], [], ['Annual', 66, 26, 14]];
    const detection = detect(workbookOf(sheetOf('Mr Pink', rows, { at: 'B38' })));
    expect(detection.tables[0]).toMatchObject({ kind: 'snapshot', headerRow: 37, firstRow: 38, lastRow: 39 });
    expect(one(detection, 'totals-row')?.place).toEqual({ sheet: 'Mr Pink', cell: 'B43' });
  });
  test('days prepared in advance, whose formulas show nothing', () => {
    const detection = found([...days(20), ...[20, 21, 22].map((index): Row => [MONDAY + index, '', '', ''])]);
    expect(one(detection, 'rows-without-figures')).toEqual({
      code: 'rows-without-figures',
      params: { count: 3 },
      place: { sheet: 'Suivi', cell: 'A22:A24' },
    });
  });
  test('a row pasted twice', () => {
    expect(one(found([...days(20), day(19)]), 'rows-repeated')).toMatchObject({ params: { count: 1 }, place: { cell: 'A22' } });
  });
});

describe('labels', () => {
  test('two spellings of one, with both cells', () => {
    const rows: Row[] = [
      ['Sprint 1', 'Étude', 3],
      ['Sprint 1', 'Recette', 2],
      ['Sprint1 ', 'Livraison', 1],
      ['Sprint 2', 'Bilan', 4],
    ];
    expect(raised(found(rows, ['Itération', 'Tâche', 'Charge'], {}), 'label-variants')).toEqual([
      {
        code: 'label-variants',
        params: { column: 'Itération', usual: 'Sprint 1', usualCell: 'A2', other: 'Sprint1 ', count: 1 },
        place: { sheet: 'Suivi', cell: 'A4' },
      },
    ]);
  });
  test.each([
    ['case', 'LYON'],
    ['an accent', 'Lyôn'],
    ['a space at the end', 'Lyon '],
  ])('that differ by %s', (_, variant) => {
    const rows = days(20).map(([date, ...rest], index): Row => [
      date ?? '',
      index === 9 ? variant : index % 2 ? 'Lyon' : 'Paris',
      ...rest,
    ]);
    expect(one(found(rows, ['Date', 'Site', ...HEADER.slice(1)]), 'label-variants')?.params).toMatchObject({ other: variant });
  });
  test('that differ by their sign are not the same', () => {
    const rows = days(20).map(([date, ...rest], index): Row => [
      date ?? '',
      ['C+', 'C-', 'Sprint 1', 'Sprint 11'][index % 4] ?? '',
      ...rest,
    ]);
    expect(raised(found(rows, ['Date', 'Classe', ...HEADER.slice(1)]), 'label-variants')).toHaveLength(0);
  });
});

describe('headers', () => {
  test('missing above values', () => {
    const detection = found(days(20), ['Date', 'Appels reçus', '', 'Abandons']);
    expect(one(detection, 'header-missing')).toMatchObject({ params: { count: 1 }, place: { cell: 'C1' } });
  });
  test('repeated, and numbered from the second on', () => {
    const detection = found(days(20), ['Date', 'REAL', 'OBJ', 'REAL']);
    expect(detection.tables[0]?.columns.map(({ header }) => header)).toEqual(['Date', 'REAL', 'OBJ', 'REAL (2)']);
    expect(one(detection, 'headers-repeated')).toMatchObject({ params: { header: 'REAL', count: 2 }, place: { cell: 'D1' } });
  });
});

describe('cells', () => {
  const withCells = (cells: CellValue[], header = 'Taux', format?: string): Detection =>
    found(
      days(20).map((row, index): Row => [...row, cells[index % cells.length] ?? '']),
      [...HEADER, header],
      format === undefined ? { 0: DATE } : { 0: DATE, 4: format },
    );
  test.each([
    ['NA', true],
    ['%', true],
    ['n/a', true],
    ['-', true],
    ['voir Paul', false],
  ])('%s among figures', (text, blank) => {
    const detection = withCells([12.5, 13, 14.5, 11, 12, text], 'Ventes par heure');
    expect(one(detection, 'text-among-figures')).toMatchObject({
      params: { column: 'Ventes par heure', count: 3, sample: text, blank },
      place: { cell: 'E7' },
    });
    expect(detection.tables[0]?.columns[4]?.type).toBe('number');
  });
  test('a column of which most cells are a placeholder is still one of figures', () => {
    expect(withCells([-0.39, '%', '%', '%'], '%').tables[0]?.columns[4]).toMatchObject({ type: 'rate', scale: 'fraction' });
  });
  test.each([
    ['fractions', [0.94, 0.91], '0.0%', 'fraction', undefined],
    ['points', [94.01, 91], undefined, 'points', undefined],
    ['texts with a comma', ['94,01 %', '91 %'], undefined, 'text', ','],
    ['texts with a point', ['94.01%', '91%'], undefined, 'text', '.'],
  ])('a rate in %s', (_, cells, format, scale, textNumbers) => {
    const column = withCells(cells, 'Taux de décroché', format).tables[0]?.columns[4];
    expect(column).toMatchObject({ type: 'rate', scale });
    expect(column?.textNumbers).toBe(textNumbers);
  });
  test('fractions among points', () => {
    expect(one(withCells([94, 91.5, 88, 0.93], 'Taux de décroché'), 'rate-scales-mixed')).toMatchObject({
      params: { count: 5 },
      place: { cell: 'E5' },
    });
  });
  test('thousands or decimals', () => {
    const detection = withCells(['1,234', '2,045', '1,871'], 'Quantité vendue');
    expect(one(detection, 'decimal-mark-unsure')).toMatchObject({
      params: { sample: '1,234', value: 1234 },
      place: { cell: 'E2' },
    });
  });
  test('hours typed as text', () => {
    const detection = withCells(['0:03:25', '0:04:10'], 'DMT');
    expect(one(detection, 'figures-as-text')).toMatchObject({ params: { count: 20, sample: '0:03:25' } });
    expect(detection.tables[0]?.columns[4]).toMatchObject({ type: 'duration', duration: 'day-fraction' });
  });
  test('running totals are named once', () => {
    const detection = withCells([10, 20, 30], 'Cumul ventes');
    expect(one(detection, 'cumulative-columns')).toMatchObject({
      params: { column: 'Cumul ventes', count: 1 },
      place: { cell: 'E1' },
    });
  });
});
