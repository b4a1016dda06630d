import { readConsolidated } from '../../../src/core/consolidation/read';
import type { Rule } from '../../../src/core/consolidation/rule';
import { civilOf, serialOf } from '../../../src/core/period/serial';
import { column, TypedBook, type TypedRow } from './typedBook';

jest.setTimeout(60_000);

const FIRST = serialOf({ year: 2026, month: 1, day: 1 });
const FEBRUARY = { from: 31, to: 59 };

const asText = (serial: number): string => {
  const { day, month, year } = civilOf(serial);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
};

/** 90 days of 10 sales; the stock is 1,000 but in February, when nobody counted it. */
const days = (date: (serial: number) => number | string): TypedRow[] =>
  Array.from({ length: 90 }, (_, day) => [date(FIRST + day), 10, day >= FEBRUARY.from && day < FEBRUARY.to ? '' : 1000]);
/** A row without a date that can be read, figures and all, among the others. */
const withUndated = (rows: TypedRow[]): TypedRow[] => [...rows.slice(0, 40), ['à venir', 10, 777], ...rows.slice(40)];

const WAYS: [string, TypedRow[]][] = [
  ['in order', days((serial) => serial)],
  ['out of order', days((serial) => serial).reverse()],
  ['of texts, one without a date', withUndated(days(asText))],
];

let book: TypedBook;
beforeEach(async () => {
  book = await TypedBook.open();
});
afterEach(() => book.close());

describe.each(WAYS)('over dates %s', (_, rows) => {
  test('a ratio is blank where its denominator has no number, whatever its rule', async () => {
    const kinds = ['last', 'min', 'max', 'mean'] as const;
    const denominators: Rule[] = [
      ...kinds.map((kind): Rule => ({ kind, column: 2 })),
      { kind: 'weightedMean', value: 2, weight: 1 },
      { kind: 'sum', column: 2 },
    ];
    await book.type([['Date', 'Ventes', 'Stock'], ...rows]);
    const columns = denominators.map((denominator) =>
      column(denominator.kind, { kind: 'ratio', numerator: { kind: 'sum', column: 1 }, denominator }),
    );
    const workbook = await book.consolidate(columns, { kinds: ['month'] });
    const february = workbook.sheets.find(({ name }) => name === 'Mois')?.values.find(([key]) => key === '2026-02');
    expect(february?.slice(4, 4 + columns.length)).toEqual(columns.map(() => ''));
    const march = readConsolidated(workbook).month?.['2026-03'];
    expect(march).toEqual({ last: 0.31, min: 0.31, max: 0.31, mean: 0.31, weightedMean: 0.31, sum: 0.01 });
  });
});

test('different values are counted as they stand, signs that search takes for any letter too', async () => {
  const codes = ['a*', 'ab', 'a?', 'b', '~b', 'a*', 7, 7];
  await book.type([['Date', 'Appels', 'Code'], ...codes.map((code, day): TypedRow => [FIRST + day, 10, code])]);
  const workbook = await book.consolidate([column('Codes', { kind: 'distinct', column: 2 })], { kinds: ['month'] });
  expect(readConsolidated(workbook).month?.['2026-01']?.Codes).toBe(new Set(codes).size);
});
