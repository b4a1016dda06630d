import { periodOf } from '../../../src/core/period/calendar';
import { coveredUntil, coverageOf, expectsEveryDay, inOwnStep, isComplete } from '../../../src/core/period/coverage';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';

/** 2 November 2026, a Monday. */
const MONDAY = 46328;
const days = (count: number, keep: (day: number) => boolean = () => true): number[] =>
  Array.from({ length: count }, (_, index) => MONDAY + index).filter(keep);
const workdays = (count: number): number[] => days(count, (day) => weekdayOf(day) <= 5);

describe('what a source covers', () => {
  test('closed week-ends after the last Friday are covered', () => {
    const coverage = coverageOf(workdays(26));
    expect(coverage?.openWeekdays).toEqual([1, 2, 3, 4, 5]);
    expect(coverage?.last).toBe(MONDAY + 25);
    expect(weekdayOf(coverage?.last ?? 0)).toBe(5);
    expect(coverage?.to).toBe(MONDAY + 27);
  });

  test('an open Saturday without data is not', () => {
    const coverage = coverageOf(days(26));
    expect(coverage?.to).toBe(MONDAY + 25);
  });

  test('a single Saturday worked does not open Saturdays', () => {
    expect(coverageOf([...workdays(180), MONDAY + 5])?.openWeekdays).toEqual([1, 2, 3, 4, 5]);
  });

  test('a few days say nothing of closed days', () => {
    expect(coverageOf(workdays(4))?.openWeekdays).toHaveLength(7);
  });

  test.each<[string, readonly number[], readonly number[]]>([
    ['Wednesday to Friday', [2, 3, 4], [1, 2, 3, 4, 5]],
    ['Wednesday to Saturday', [2, 3, 4, 5], [1, 2, 3, 4, 5, 6]],
    ['Wednesday to Sunday', [2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7]],
    ['Monday and Tuesday', [0, 1], [1, 2, 3, 4, 5, 6, 7]],
  ])('the first days of a service, %s: a week-end that came and had none is closed', (_, days, open) => {
    const monday = workdays(1)[0] ?? 0;
    expect(coverageOf(days.map((day) => monday + day))?.openWeekdays).toEqual(open);
  });

  test.each([5, 10])('%i days from Monday to Friday: the week-end is closed', (count) => {
    expect(coverageOf(workdays(count))?.openWeekdays).toEqual([1, 2, 3, 4, 5]);
  });

  test('data on the first of each month are sparse', () => {
    const firsts = Array.from({ length: 12 }, (_, index) => 45292 + 30 * index);
    expect(coverageOf(firsts)?.dense).toBe(false);
    expect(coverageOf(workdays(60))?.dense).toBe(true);
  });

  test('a log of events stays one however many days have some, and says how long it is usually silent', () => {
    const busy = coverageOf(workdays(60), 'day', 'event');
    expect(busy && expectsEveryDay(busy)).toBe(false);
    expect(busy && coveredUntil(busy)).toBe(busy?.to);
    const quiet = coverageOf(
      days(63, (day) => [1, 4].includes(weekdayOf(day))),
      'day',
      'event',
    );
    const everyDay = coverageOf(
      days(63, (day) => day % 3 === 0),
      'day',
      'event',
    );
    expect(quiet?.silence).toBe(0);
    expect(everyDay?.silence).toBe(2);
    expect(everyDay && coveredUntil(everyDay)).toBe((everyDay?.to ?? 0) + 2);
  });

  test.each([
    ['firsts of the month, several rows each', [1, 2, 3, 4].map((month) => serialOf({ year: 2026, month, day: 1 })), 'month'],
    ['the same weekday', [0, 7, 21, 28].map((after) => MONDAY + after), 'week'],
    ['two dates', [0, 7].map((after) => MONDAY + after), 'day'],
    ['any days', workdays(26), 'day'],
  ])('the step of %s', (_, dates, step) => {
    const coverage = coverageOf([...dates, ...dates]);
    expect(coverage && inOwnStep(coverage).step).toBe(step);
    const log = coverageOf(dates, 'day', 'event');
    expect(log && inOwnStep(log).step).toBe('day');
  });

  test('a row for a month covers the month', () => {
    const { from, to } = coverageOf([periodOf(MONDAY, 'month').start], 'month') ?? {};
    expect(from).toBe(periodOf(MONDAY, 'month').start);
    expect(to).toBe(periodOf(MONDAY, 'month').end - 1);
  });

  test('nothing without a day', () => {
    expect(coverageOf([])).toBeNull();
  });
});

describe('a period is complete', () => {
  const coverage = coverageOf(workdays(26));
  const week = (start: number) => periodOf(start, 'week');

  test('when the source covers its open days', () => {
    expect(coverage && isComplete(week(MONDAY + 21), coverage)).toBe(true);
  });
  test('not when it began before the data', () => {
    expect(coverage && isComplete(periodOf(MONDAY, 'month'), coverage)).toBe(false);
  });
  test('not while today is in it', () => {
    expect(coverage && isComplete(week(MONDAY + 21), coverage, MONDAY + 25)).toBe(false);
    expect(coverage && isComplete(week(MONDAY + 21), coverage, MONDAY + 28)).toBe(true);
  });
});
