import { chartLength, pagePeriods, sameWeekLastYear, spanOf, weeksOfCadence } from '../../../src/core/meteo/pagePeriods';
import { parsePeriodKey } from '../../../src/core/period/calendar';
import { serialOf } from '../../../src/core/period/serial';

const day = (year: number, month: number, date: number): number => serialOf({ year, month, day: date });
const keys = (issued: number, cadence: number): string[] => {
  const { before, current, ahead } = pagePeriods(issued, cadence);
  return [before, current, ahead].map((weeks) => weeks.map((week) => week.key).join(' '));
};

test.each([
  ['a Monday, every 14 days', day(2026, 11, 23), 14, ['2026-S44 2026-S45', '2026-S46 2026-S47', '2026-S48 2026-S49']],
  [
    'the Sunday before is not complete yet',
    day(2026, 11, 22),
    14,
    ['2026-S43 2026-S44', '2026-S45 2026-S46', '2026-S47 2026-S48'],
  ],
  ['a Thursday, every 7 days', day(2026, 11, 26), 7, ['2026-S46', '2026-S47', '2026-S48']],
  ['with the time of day', day(2026, 11, 23) + 0.36, 7, ['2026-S46', '2026-S47', '2026-S48']],
  ['over a new year with a week 53', day(2027, 1, 11), 14, ['2026-S51 2026-S52', '2026-S53 2027-S01', '2027-S02 2027-S03']],
])('issued on %s', (_, issued, cadence, expected) => expect(keys(issued, cadence)).toEqual(expected));

test('the weeks make one stretch', () => {
  const { current, last } = pagePeriods(day(2026, 11, 23), 14);
  expect(spanOf(current)).toEqual({ start: day(2026, 11, 9), end: day(2026, 11, 23) });
  expect(last.key).toBe('2026-S47');
});

test.each([
  [7, 1],
  [10, 1],
  [11, 2],
  [15, 2],
])('a cadence of %d days speaks of %d weeks', (cadence, weeks) => expect(weeksOfCadence(cadence)).toBe(weeks));

test.each([
  [3, 6],
  [6, 6],
  [14, 11],
  [25, 21],
  [26, 26],
  [300, 26],
])('%d weeks known make a chart of %d', (known, length) => expect(chartLength(known)).toBe(length));

test.each([
  ['2026-S47', '2025-S47'],
  ['2026-S53', undefined],
  ['2021-S01', '2020-S01'],
])('a year before %s', (key, expected) => {
  const week = parsePeriodKey(key);
  expect(week && sameWeekLastYear(week)?.key).toBe(expected);
});
