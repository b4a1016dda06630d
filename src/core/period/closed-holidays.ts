import type { Coverage } from './coverage';
import { holidaysOf } from './holidays';
import { saidOpen, USUAL_RULES, type CalendarRules } from './planned';
import { civilOf, weekdayOf } from './serial';

const SUNDAY = 7;

/**
 * Public holidays without data up to a day (excluded) that are closed days and not missing ones: those that the user says
 * are not worked, or else, where no holiday is known to be worked more often than not, all of them. Where the source holds
 * no holiday at all, the service keeps them as it keeps its Sundays.
 *
 * @example
 * closedHolidays(coverage, settings, issued) // [46337]: nobody worked on 11/11/2026
 */
export const closedHolidays = (coverage: Coverage, said: Partial<CalendarRules>, until: number): readonly number[] => {
  const rules = { ...USUAL_RULES, ...said };
  const known = new Set(coverage.days);
  const closedByHand = new Set(rules.closedDays);
  const holidays: { day: number; open: boolean | null }[] = [];
  for (let { year } = civilOf(coverage.first); coverage.first < until && year <= civilOf(until).year; year++)
    for (const holiday of holidaysOf(year, rules.holidayRegion)) {
      const day = holiday.serial;
      // Two on one day, 1 May and Ascension in 2008, close it once.
      if (day < coverage.first || day >= until || day === holidays.at(-1)?.day) continue;
      if (!coverage.openWeekdays.includes(weekdayOf(day))) continue;
      holidays.push({ day, open: saidOpen(holiday, rules) });
    }
  const past = holidays.filter(({ day }) => day <= coverage.last);
  const worked = past.filter(({ day }) => known.has(day) && !closedByHand.has(day)).length;
  const usuallyOpen = past.length > 0 ? 2 * worked > past.length : coverage.openWeekdays.includes(SUNDAY);
  return holidays.flatMap(({ day, open }) => ((open ?? usuallyOpen) || known.has(day) ? [] : [day]));
};
