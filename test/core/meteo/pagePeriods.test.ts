import { chartLength, isOver, pagePeriods, sameWeekLastYear, spanOf, weeksOfCadence } from '../../../src/core/meteo/pagePeriods';
import { parsePeriodKey } from '../../../src/core/period/calendar';
import { coverageOf } from '../../../src/core/period/coverage';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';

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

describe('a week that is over but for closed days', () => {
  const MONDAY = day(2026, 11, 16);
  const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const services: [string, open: number[], closed: number[]][] = [
    ['open every day', [1, 2, 3, 4, 5, 6, 7], []],
    ['closed on Sundays', [1, 2, 3, 4, 5, 6], []],
    ['closed at week-ends', [1, 2, 3, 4, 5], []],
    ['closed from Friday on', [1, 2, 3, 4], []],
    ['closed on Mondays', [2, 3, 4, 5, 6, 7], []],
    ['closed in the middle of the week', [1, 2, 4, 5], []],
    ['closed at week-ends, Friday by hand', [1, 2, 3, 4, 5], [4]],
    ['closed at week-ends, Thursday and Friday by hand', [1, 2, 3, 4, 5], [3, 4]],
    ['closed on Sundays, Saturday by hand', [1, 2, 3, 4, 5, 6], [5]],
    ['closed at week-ends, the whole week by hand', [1, 2, 3, 4, 5], [0, 1, 2, 3, 4]],
  ];
  /** Twenty weeks up to a day (excluded), without the closed days. */
  const serviceUntil = (end: number, open: readonly number[], closedDays: readonly number[]) => {
    const serials = Array.from({ length: 140 + end - MONDAY }, (_, index) => MONDAY - 140 + index);
    const coverage = coverageOf(serials.filter((serial) => open.includes(weekdayOf(serial)) && !closedDays.includes(serial)));
    if (!coverage) throw new Error('no day');
    return { coverage, closedDays };
  };
  const grid = services.flatMap(([name, open, closed]) =>
    NAMES.map((weekday, index) => [name, weekday, index, open, closed] as const),
  );

  test.each(grid)('%s, issued on a %s with the figures of the day before', (_name, _weekday, index, open, closed) => {
    const today = MONDAY + index;
    const closedDays = closed.map((after) => MONDAY + after);
    const worked = [0, 1, 2, 3, 4, 5, 6].filter((after) => open.includes(after + 1) && !closed.includes(after));
    const over = worked.length > 0 && worked.every((after) => after < index);
    const service = serviceUntil(today, open, closedDays);
    const { current, before, ahead, last } = pagePeriods(today + 0.4, 14, service);
    const shown = [before, current, ahead].map((weeks) => weeks.map(({ key }) => key.slice(5)).join(' '));
    expect(shown).toEqual(over ? ['S44 S45', 'S46 S47', 'S48 S49'] : ['S43 S44', 'S45 S46', 'S47 S48']);
    expect(last).toEqual(current.at(-1));
    expect(isOver({ start: MONDAY, end: MONDAY + 7 }, today, service)).toBe(over);
  });

  test.each(grid)('%s, issued on a %s: what is to come has an open day left', (_name, _weekday, index, open, closed) => {
    const today = MONDAY + index;
    const closedDays = closed.map((after) => MONDAY + after);
    const { ahead, toCome } = pagePeriods(today, 14, serviceUntil(today, open, closedDays));
    const week = ahead[toCome];
    const days = Array.from({ length: 7 }, (_, after) => (week?.start ?? 0) + after);
    const left = days.filter((one) => one >= today && open.includes(weekdayOf(one)) && !closedDays.includes(one));
    expect(left).not.toEqual([]);
  });

  test.each([
    ['without the figures of Friday', MONDAY + 4, 'S46', 1],
    ['with them', MONDAY + 5, 'S47', 0],
  ])('on Saturday %s', (_name, until, last, toCome) => {
    const periods = pagePeriods(MONDAY + 5, 7, serviceUntil(until, [1, 2, 3, 4, 5], []));
    expect(periods.last.key).toBe(`2026-${last}`);
    expect(periods.toCome).toBe(toCome);
  });

  test('a day without figures before the last one does not hold the week back', () => {
    const { coverage, closedDays } = serviceUntil(MONDAY + 5, [1, 2, 3, 4, 5], []);
    const days = coverage.days.filter((serial) => serial !== MONDAY + 1);
    expect(pagePeriods(MONDAY + 5, 7, { coverage: { ...coverage, days }, closedDays }).last.key).toBe('2026-S47');
  });
});
