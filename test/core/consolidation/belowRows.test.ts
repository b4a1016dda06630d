import { readConsolidated } from '../../../src/core/consolidation/read';
import { civilOf, serialOf } from '../../../src/core/period/serial';
import { column, shownRow, TypedBook, type TypedRow } from './typedBook';

jest.setTimeout(60_000);

const FIRST = serialOf({ year: 2026, month: 1, day: 1 });

const asText = (serial: number): string => {
  const { day, month, year } = civilOf(serial);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
};

/** 40 days of 10 calls, the stock growing by one a day; then what stands below. */
const rows = (date: (serial: number) => number | string, ...below: TypedRow[]): TypedRow[] => [
  ['Date', 'Appels', 'Stock'],
  ...Array.from({ length: 40 }, (_, day): TypedRow => [date(FIRST + day), 10, 101 + day]),
  ...below,
];
const real = (serial: number): number => serial;
const TOTAL: TypedRow = ['Total', 400, 4820];
const EMPTY: TypedRow = ['', '', ''];

let book: TypedBook;
beforeEach(async () => {
  book = await TypedBook.open();
});
afterEach(() => book.close());

test.each<[string, TypedRow[], string | undefined]>([
  ['a total under dates typed as text', rows(asText, TOTAL), undefined],
  ['a total some rows under dates typed as text', rows(asText, EMPTY, TOTAL), undefined],
  ['a total in a native table', rows(real, TOTAL), 'tblSuivi'],
  ['empty rows in a native table of dates typed as text', rows(asText, EMPTY, EMPTY), 'tblSuivi'],
  ['empty rows in a native table', rows(real, EMPTY, EMPTY), 'tblSuivi'],
  ['a number under the dates', rows(real, EMPTY, ['Lignes', '', ''], [40, '', '']), undefined],
  ['a note under the dates', rows(real, EMPTY, ['Source : standard', '', '']), undefined],
])('%s is in no period, and nothing turns red', async (_, typed, table) => {
  await book.type(typed, table);
  const workbook = await book.consolidate(
    [column('Appels', { kind: 'sum', column: 1 }), column('Stock', { kind: 'last', column: 2 })],
    { kinds: ['month'] },
  );
  expect(readConsolidated(workbook).month).toMatchObject({
    '2026-01': { Appels: 310, Stock: 131 },
    '2026-02': { Appels: 90, Stock: 140 },
  });
  expect(shownRow(workbook, 'Mois', 'Écart')[4]).toBe(0);
  const order = workbook.sheets.find(({ name }) => name === 'Mois')?.values[2]?.[0];
  expect(['', 'Dates de la source dans l’ordre : oui']).toContain(String(order).replace('\u00a0', ' '));
});

test.each([
  ['the last value', column('Figure', { kind: 'last', column: 2 })],
  ['a sum on the last date', column('Figure', { kind: 'atLast', columns: [2], rule: { kind: 'sum', column: 2 } })],
])('out of order, %s is an error and not 0 as soon as somebody types a text among the dates', async (_, figure) => {
  const [header = [], ...days] = rows(real);
  await book.type([header, ...days.reverse()]);
  expect(readConsolidated(await book.consolidate([figure], { kinds: ['month'] })).month?.['2026-01']?.Figure).toBe(131);
  await book.paste('Suivi', 'A30', [['à venir']]);
  expect(shownRow(await book.read(), 'Mois', '2026-01')[4]).toBe('#VALUE!');
});
