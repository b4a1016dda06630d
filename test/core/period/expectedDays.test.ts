import { coverageOf, type Coverage, type RowKind } from '../../../src/core/period/coverage';
import { daysOf } from '../../../src/core/period/expectedDays';
import type { PeriodKind } from '../../../src/core/period/period';
import { serialOf } from '../../../src/core/period/serial';

/** Monday 09/11/2026. */
const MONDAY = serialOf({ year: 2026, month: 11, day: 9 });
const coverage = (days: readonly number[], step: PeriodKind = 'day', rows: RowKind = 'day'): Coverage => {
  const found = coverageOf(days, step, rows);
  if (!found) throw new Error('no day');
  return found;
};
const weekdays = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index).filter((day) => (day - MONDAY + 70) % 7 < 5);

const counts = (span: { start: number; end: number }, of: Coverage, closed: readonly number[] = []) => {
  const { required, missing } = daysOf(span, of, closed);
  return [required.length, missing.length];
};
const FORTNIGHT = { start: MONDAY, end: MONDAY + 14 };

test.each<[string, Coverage, [required: number, missing: number]]>([
  ['two whole weeks', coverage(weekdays(MONDAY - 28, 42)), [10, 0]],
  ['the first row on the second Wednesday: three days are due', coverage(weekdays(MONDAY + 9, 10)), [3, 0]],
  ['the first row on the second Monday: the week-end before is closed', coverage(weekdays(MONDAY + 7, 14)), [5, 0]],
  ['data that end on the first Friday: the second week is missing', coverage(weekdays(MONDAY - 28, 33)), [10, 5]],
  ['a first row after the stretch: all of it is missing', coverage(weekdays(MONDAY + 14, 28)), [10, 10]],
  ['events from the second Wednesday on', coverage(weekdays(MONDAY + 9, 20), 'day', 'event'), [3, 0]],
])('%s', (_, of, expected) => {
  expect(counts(FORTNIGHT, of)).toEqual(expected);
});

test('a closed day is not due', () => {
  expect(counts(FORTNIGHT, coverage(weekdays(MONDAY + 9, 10)), [MONDAY + 10])).toEqual([2, 0]);
});

test('months from the first row on', () => {
  const month = (index: number): number => serialOf({ year: 2026, month: index, day: 1 });
  const quarter = { start: month(7), end: month(10) };
  expect(counts(quarter, coverage([month(8), month(9)], 'month'))).toEqual([2, 0]);
  expect(counts(quarter, coverage([month(6), month(9)], 'month'))).toEqual([3, 2]);
});
