import { isoWeekOf, parsePeriodKey, periodOf, periodsBetween, shiftPeriod } from '../../../src/core/period/calendar';
import type { PeriodKind } from '../../../src/core/period/period';
import { civilOf, serialOf } from '../../../src/core/period/serial';

/** ISO week by counting: weeks of a year begin on the Monday of the week that holds 4 January. */
const countedWeek = (date: Date): string => {
  const monday = (year: number): number => {
    const fourth = new Date(Date.UTC(year, 0, 4));
    return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  };
  const time = date.getTime();
  const year = [date.getUTCFullYear() + 1, date.getUTCFullYear(), date.getUTCFullYear() - 1].find(
    (candidate) => time >= monday(candidate),
  );
  const week = Math.floor((time - monday(year ?? 0)) / (7 * 86_400_000)) + 1;
  return `${String(year)}-S${String(week).padStart(2, '0')}`;
};

test('ISO weeks of every day from 2015 to 2035 agree with an independent count', () => {
  const wrong: string[] = [];
  const end = Date.UTC(2036, 0, 1);
  for (let time = Date.UTC(2015, 0, 1); time < end; time += 86_400_000) {
    const date = new Date(time);
    const serial = serialOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
    if (periodOf(serial, 'week').key !== countedWeek(date)) wrong.push(date.toISOString());
  }
  expect(wrong).toEqual([]);
});

test('the years with 53 weeks are those that begin or end on a Thursday', () => {
  const long = Array.from({ length: 21 }, (_, index) => 2015 + index).filter(
    (year) => isoWeekOf(serialOf({ year, month: 12, day: 28 })).week === 53,
  );
  expect(long).toEqual([2015, 2020, 2026, 2032]);
});

describe('a day belongs to its periods', () => {
  test.each<[string, PeriodKind, string, string]>([
    ['1 January 2021 to the last week of 2020', 'week', '2021-01-01', '2020-S53'],
    ['31 December 2024 to the first week of 2025', 'week', '2024-12-31', '2025-S01'],
    ['a day to itself', 'day', '2026-11-21', '2026-11-21'],
    ['a day to its month', 'month', '2026-11-21', '2026-11'],
    ['a day to its year', 'year', '2026-11-21', '2026'],
  ])('%s', (_, kind, day, key) => {
    const found = parsePeriodKey(day);
    expect(periodOf(found?.start ?? 0, kind).key).toBe(key);
  });

  test('hours do not carry it over midnight', () => {
    expect(periodOf(46347.999, 'day').key).toBe('2026-11-21');
  });

  test('its end is the day after the last', () => {
    const { start, end } = periodOf(46347, 'month');
    expect(civilOf(start)).toEqual({ year: 2026, month: 11, day: 1 });
    expect(civilOf(end)).toEqual({ year: 2026, month: 12, day: 1 });
  });
});

describe('periods between two days', () => {
  test.each<[PeriodKind, string[]]>([
    ['week', ['2020-S52', '2020-S53', '2021-S01']],
    ['month', ['2020-12', '2021-01']],
    ['year', ['2020', '2021']],
  ])('%s by %s', (kind, keys) => {
    const from = serialOf({ year: 2020, month: 12, day: 25 });
    const to = serialOf({ year: 2021, month: 1, day: 4 });
    expect(periodsBetween(from, to, kind).map(({ key }) => key)).toEqual(keys);
  });

  test('none when the last day comes first', () => {
    expect(periodsBetween(46347, 46000, 'week')).toEqual([]);
  });

  test('steps forth and back over a year of 53 weeks', () => {
    const week = periodOf(serialOf({ year: 2020, month: 12, day: 31 }), 'week');
    expect(shiftPeriod(week, 1).key).toBe('2021-S01');
    expect(shiftPeriod(week, -53).key).toBe('2019-S52');
  });
});

describe('keys read back', () => {
  test.each(['2026-11-21', '2020-S53', '2026-02', '2026'])('%s', (key) => {
    expect(parsePeriodKey(key)?.key).toBe(key);
  });

  test.each([
    ['a week that its year does not have', '2021-S53'],
    ['a day that does not exist', '2026-02-30'],
    ['a month beyond December', '2026-13'],
    ['a text', 'Total'],
  ])('not %s', (_, key) => {
    expect(parsePeriodKey(key)).toBeNull();
  });

  test('an English week key is the same week', () => {
    expect(parsePeriodKey('2026-W47')?.key).toBe('2026-S47');
  });
});
