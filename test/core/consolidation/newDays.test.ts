import { readConsolidated } from '../../../src/core/consolidation/read';
import { serialOf } from '../../../src/core/period/serial';
import type { WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { column, shownRow, TypedBook, type TypedRow } from './typedBook';

jest.setTimeout(60_000);

/** Five weeks of calls from Monday 2 November 2026, week-ends closed. */
const FIRST = serialOf({ year: 2026, month: 11, day: 2 });
const openDays = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index).filter((serial) => (serial - FIRST) % 7 < 5);
const rows: TypedRow[] = [
  ['Date', 'Appels', 'Décrochés'],
  ...openDays(FIRST, 33).map((serial, index): TypedRow => [serial, 100 + index, 90 + (index % 5)]),
];
const CALLS = [
  column('Appels', { kind: 'sum', column: 1 }),
  column('QS', { kind: 'ratio', numerator: { kind: 'sum', column: 2 }, denominator: { kind: 'sum', column: 1 } }),
];
/** Three more weeks, over the turn of the year; each day 10 calls, 5 answered. */
const LATER = openDays(serialOf({ year: 2026, month: 12, day: 14 }), 26).map((serial): TypedRow => [serial, 10, 5]);
const APPELS = 4;
const CHECK_ROW = 2;

let book: TypedBook;
beforeEach(async () => {
  book = await TypedBook.open();
});
afterEach(() => book.close());

const check = (workbook: WorkbookSnapshot, sheet = 'Mois'): string =>
  String(workbook.sheets.find(({ name }) => name === sheet)?.values[CHECK_ROW]?.[0]);
const keys = (workbook: WorkbookSnapshot, kind: 'day' | 'week' | 'month' | 'year'): string[] =>
  Object.keys(readConsolidated(workbook)[kind] ?? {});

describe.each<[string, string | undefined]>([
  ['a range', undefined],
  ['a native table', 'tblSuivi'],
])('days typed below %s, without the add-in', (_, table) => {
  const end = rows.length + 1;
  const typeLater = async (later: readonly TypedRow[]): Promise<WorkbookSnapshot> => {
    if (table === undefined) await book.paste('Suivi', `A${String(end)}`, later);
    else
      await book.run(async (context) => {
        context.workbook.tables.getItem(table).rows.add(
          undefined,
          later.map((row) => [...row]),
        );
        await context.sync();
      });
    return book.read();
  };

  test('show in periods that were prepared and blank until then', async () => {
    await book.type(rows, table);
    const before = await book.consolidate(CALLS);
    expect(keys(before, 'week')).toEqual(['2026-S45', '2026-S46', '2026-S47', '2026-S48', '2026-S49']);
    expect(keys(before, 'month')).toEqual(['2026-11', '2026-12']);
    const after = await typeLater(LATER);
    const shown = readConsolidated(after);
    expect(keys(after, 'week').slice(5)).toEqual(['2026-S50', '2026-S51', '2026-S52', '2026-S53', '2027-S01']);
    expect(keys(after, 'month')).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(keys(after, 'year')).toEqual(['2026', '2027']);
    expect(shown.week?.['2026-S50']).toEqual({ Appels: null, QS: null });
    expect(shown.week?.['2026-S53']).toEqual({ Appels: 50, QS: 0.5 });
    expect(shown.day?.['2026-12-07']).toEqual({ Appels: null, QS: null });
    expect(shown.day?.['2027-01-01']).toEqual({ Appels: 10, QS: 0.5 });
    expect(keys(after, 'day')).not.toContain('2026-12-19');
    expect(shown.year?.['2027']?.['Appels']).toBe(10 * LATER.filter(([serial]) => Number(serial) >= 46_388).length);
    for (const sheet of ['Jour', 'Semaine', 'Mois', 'Année']) {
      expect(shownRow(after, sheet, 'Écart')[APPELS]).toBe(0);
      expect(shownRow(after, sheet, 'Total')[APPELS]).toBe(Number(shownRow(before, sheet, 'Total')[APPELS]) + 10 * LATER.length);
      expect(check(after, sheet)).toBe('Dates de la source dans l’ordre : oui');
    }
  });

  test('a Saturday that was worked gets its row', async () => {
    await book.type(rows, table);
    await book.consolidate(CALLS);
    const saturday = serialOf({ year: 2026, month: 12, day: 12 });
    const after = await typeLater([[saturday, 7, 7]]);
    expect(shownRow(after, 'Jour', '2026-12-12')[APPELS]).toBe(7);
    expect(keys(after, 'day')).not.toContain('2026-12-06');
    expect(shownRow(after, 'Jour', 'Écart')[APPELS]).toBe(0);
  });

  test('a day typed twice counts twice', async () => {
    await book.type(rows, table);
    const before = await book.consolidate(CALLS);
    const [last] = rows.at(-1) ?? [];
    const after = await typeLater([[last ?? 0, 1000, 1000]]);
    expect(shownRow(after, 'Mois', '2026-12')[APPELS]).toBe(Number(shownRow(before, 'Mois', '2026-12')[APPELS]) + 1000);
    expect(check(after)).toBe('Dates de la source dans l’ordre : oui');
  });

  test.each<[string, TypedRow[]]>([
    ['a day of the past', [[FIRST + 1, 1000, 1000]]],
    ['a date typed as text', [['08/12/2026', 1000, 1000]]],
    [
      'a row without a date, and one under it',
      [
        ['', 1000, 1000],
        [FIRST + 50, 1, 1],
      ],
    ],
  ])('%s below the others: the check says that the figures are wrong, and turns red', async (_case, later) => {
    await book.type(rows, table);
    await book.consolidate(CALLS);
    const after = await typeLater(later);
    for (const sheet of ['Jour', 'Semaine', 'Mois', 'Année'])
      expect(check(after, sheet)).toMatch(/^Chiffres faux : [1-9]\d* date\(s\) de la source/);
    const red = await book.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('Mois').getRange('A3').conditionalFormats;
      formats.load('items');
      await context.sync();
      const rules = formats.items.map((format) => {
        format.custom.rule.load('formula');
        format.custom.format.fill.load('color');
        return format.custom;
      });
      await context.sync();
      const cell = context.workbook.worksheets.getItem('Mois').getRange('AZ1');
      cell.formulas = [[rules[0]?.rule.formula ?? '']];
      cell.load('values');
      await context.sync();
      return { color: rules[0]?.format.fill.color, holds: cell.values[0]?.[0] as unknown };
    });
    expect(red).toEqual({ color: '#C62828', holds: true });
  });
});

test('out of order when written: right figures, by date, and nothing to check', async () => {
  const [header = [], ...others] = rows;
  await book.type([header, ...others.reverse()]);
  const shown = await book.consolidate(CALLS);
  expect(check(shown)).toBe('');
  const expected = rows.slice(1).reduce((sum, [, calls]) => sum + Number(calls), 0);
  expect(shownRow(shown, 'Année', '2026')[APPELS]).toBe(expected);
  await book.paste('Suivi', `A${String(rows.length + 1)}`, LATER);
  const after = await book.read();
  expect(shownRow(after, 'Année', '2027')[APPELS]).toBe(10 * LATER.filter(([serial]) => Number(serial) >= 46_388).length);
  expect(shownRow(after, 'Année', 'Écart')[APPELS]).toBe(0);
});

test('beyond the quarter that was prepared, the gap says that rows are missing', async () => {
  await book.type(rows);
  await book.consolidate(CALLS);
  await book.paste('Suivi', `A${String(rows.length + 1)}`, [[serialOf({ year: 2027, month: 4, day: 1 }), 5, 5]]);
  const after = await book.read();
  expect(shownRow(after, 'Mois', 'Écart')[APPELS]).toBe(-5);
  expect(keys(after, 'month').at(-1)).toBe('2027-03');
});

test('in English weeks are shown as English readers write them, and read back by their key', async () => {
  await book.type(rows);
  const shown = await book.consolidate(CALLS, { language: 'en' });
  expect(shownRow(shown, 'Week', '2026-W45').slice(APPELS - 1, APPELS + 1)).toEqual(['yes', 510]);
  expect(readConsolidated(shown).week?.['2026-S45']).toEqual({ Appels: 510, QS: 460 / 510 });
  expect(check(shown, 'Week')).toBe('Dates of the source in order: yes');
});
