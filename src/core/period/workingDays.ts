import { holidaysOf, type HolidayRegion } from './holidays';
import { civilOf, weekdayOf } from './serial';

const FRIDAY = 5;

/**
 * Mondays to Fridays of a stretch (`end` excluded) that are no public holiday: what a month or a week has at most, where its
 * row does not say on which days the service was open. May 2026 has 18, June 21.
 *
 * @example
 * workingDaysIn({ start: 46143, end: 46174 }, 'france') // 18
 */
export const workingDaysIn = ({ start, end }: { start: number; end: number }, region: HolidayRegion): number => {
  const holidays = new Set<number>();
  for (let { year } = civilOf(start); year <= civilOf(end - 1).year; year++)
    for (const { serial } of holidaysOf(year, region)) holidays.add(serial);
  let count = 0;
  for (let day = start; day < end; day++) if (weekdayOf(day) <= FRIDAY && !holidays.has(day)) count++;
  return count;
};
