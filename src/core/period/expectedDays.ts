import { periodOf, periodsBetween } from './calendar';
import { coveredUntil, expectsEveryDay, type Coverage } from './coverage';
import { weekdayOf } from './serial';

/** What a stretch is to have, and what of it is missing: days, or the first days of the weeks, months or years of coarser rows. */
export type ExpectedDays = { required: number[]; missing: number[] };

/** Whole days, `end` excluded. */
type Stretch = { start: number; end: number };

const known = new WeakMap<Coverage, ReadonlySet<number>>();

/** The days that have data: told once, since every week of every KPI asks. */
export const daysKnown = (coverage: Coverage): ReadonlySet<number> => {
  const days = known.get(coverage) ?? new Set(coverage.days);
  known.set(coverage, days);
  return days;
};

/**
 * First day of a stretch that is to have data: a service whose first row lies within it had none to give before. One that
 * begins later than the stretch has all of it missing.
 */
const beginOf = ({ start, end }: Stretch, { first }: Coverage): number => (first < end ? Math.max(start, first) : start);

/** Weeks, months or years that lie whole in a stretch, of rows that stand for one. */
const periodsOf = (span: Stretch, coverage: Coverage): ExpectedDays => {
  const held = new Set(coverage.days.map((day) => periodOf(day, coverage.step).start));
  const from = beginOf(span, coverage);
  const required = periodsBetween(span.start, span.end - 1, coverage.step)
    .filter(({ start, end }) => start >= span.start && end <= span.end && end > from)
    .map(({ start }) => start);
  return { required, missing: required.filter((start) => !held.has(start)) };
};

/**
 * Open days of a stretch from the source's first row on, and those that have no data; of coarser rows their own periods. A log of events is not expected to
 * have one every day: a day without is a day without events, as far as the log goes.
 *
 * @example
 * daysOf({ start: monday, end: monday + 14 }, coverage, closed).missing // [46338]: one day of the two weeks has no data
 */
export const daysOf = (span: Stretch, coverage: Coverage, closed: readonly number[]): ExpectedDays => {
  if (coverage.step !== 'day') return periodsOf(span, coverage);
  const required: number[] = [];
  for (let day = beginOf(span, coverage); day < span.end; day++)
    if (coverage.openWeekdays.includes(weekdayOf(day)) && !closed.includes(day)) required.push(day);
  if (expectsEveryDay(coverage)) {
    const held = daysKnown(coverage);
    return { required, missing: required.filter((day) => !held.has(day)) };
  }
  const until = coveredUntil(coverage);
  return { required, missing: required.filter((day) => day < coverage.from || day > until) };
};
