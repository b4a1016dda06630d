import { parsePeriodKey, periodOf, shiftPeriod } from '../period/calendar';
import { coveredUntil, type Coverage } from '../period/coverage';
import { daysOf } from '../period/expectedDays';
import type { Period, PeriodKind } from '../period/period';
import type { Span } from './input';

/** What a page counts in: weeks, or the months or years that each row of coarser data stands for. */
export type PageStep = Exclude<PeriodKind, 'day'>;

/** A page on days counts in weeks, on coarser data in what a row is. */
export const pageStep = (step: PeriodKind): PageStep => (step === 'day' ? 'week' : step);

/** Weeks of a page (months, years of coarser data): consecutive, so that together they are one stretch. */
export type PageWeeks = readonly Period[];

/** The three stretches that a page speaks of, each of as many weeks. */
export type PagePeriods = {
  current: PageWeeks;
  before: PageWeeks;
  ahead: PageWeeks;
  /** Last week of `current`. */ last: Period;
  /**
   * Place in `ahead`, or right after it, of the first week with an open day still to come. Not 0 where the first one is over
   * but its figures are not there yet, or is closed from end to end: nothing is expected of it any more.
   */
  toCome: number;
};

/** Weeks between two météos: one up to 10 days, two from 11 on (a cadence is 7 to 15 days). */
export const weeksOfCadence = (cadence: number): number => (Math.round(cadence / 7) <= 1 ? 1 : 2);

/** Days of the longest month, and of the longest year: a page on such data has nothing new before. */
const LONGEST: Record<PageStep, number> = { week: 0, month: 31, year: 366 };

/** Days between two météos: those of the settings, and never fewer than what a row of the data stands for. */
export const cadenceFor = (cadence: number, step: PeriodKind): number => Math.max(cadence, LONGEST[pageStep(step)]);

const run = (first: Period, count: number): Period[] => Array.from({ length: count }, (_, step) => shiftPeriod(first, step));

/** The whole stretch of some weeks. */
export const spanOf = (weeks: PageWeeks): Span => ({ start: weeks[0]?.start ?? 0, end: weeks.at(-1)?.end ?? 0 });

/** First day that a page speaks of: that of its weeks, or of the source's first row where that lies within them. */
export const firstDayOf = ({ current }: PagePeriods, { first }: Coverage): number => {
  const { start, end } = spanOf(current);
  return first < end ? Math.max(start, first) : start;
};

/** First day with data where it comes after the page's weeks: nothing was due in them, and nothing is missing. Else null. */
export const beginsAfter = ({ current }: PagePeriods, { first }: Coverage): number | null =>
  first >= spanOf(current).end ? first : null;

/** The weeks of a service that begins within them from the one of its first row on: before it there is nothing to tell. */
const sinceFirstRow = (weeks: PageWeeks, service: ServiceDays | null): PageWeeks => {
  const known = weeks.filter(({ end }) => !service || end > service.coverage.first);
  return known.length > 0 ? known : weeks;
};

/** Those of a page's weeks that have figures: a value is told of the weeks it comes from. All where none has any. */
export const weeksWithData = (weeks: PageWeeks, { coverage, closedDays }: ServiceDays): PageWeeks => {
  const known = weeks.filter((week) => {
    const { required, missing } = daysOf(week, coverage, closedDays);
    return required.length === 0 || missing.length < required.length;
  });
  return known.length > 0 ? known : weeks;
};

/** What tells when a stretch of the calendar is over: the days that the source speaks of, and those that were closed by hand. */
export type ServiceDays = { coverage: Coverage; closedDays: readonly number[] };

/**
 * Is a stretch over on a day? Once its calendar is; and before that where only closed days are left of it and the data reach
 * its last open day: a week closed on Saturdays and Sundays is over on Saturday morning. One without any open day is not.
 *
 * @example
 * isOver(week, saturday, { coverage, closedDays: [] }) // true with the figures of Friday, false without
 */
export const isOver = (span: Span, today: number, { coverage, closedDays }: ServiceDays): boolean => {
  if (span.end <= today) return true;
  if (coverage.step !== 'day') return false;
  const last = daysOf(span, coverage, closedDays).required.at(-1);
  return last !== undefined && last < Math.floor(today) && last <= coveredUntil(coverage);
};

const hasNothingLeft = ({ start, end }: Span, today: number, { coverage, closedDays }: ServiceDays): boolean =>
  coverage.step === 'day' && daysOf({ start: Math.max(start, today), end }, coverage, closedDays).required.length === 0;

/**
 * The last complete ISO weeks on the day of issue, the same number before them, and the same number after. Issued on
 * Monday 23/11/2026 every 14 days: S46–S47, S44–S45 and S48–S49, and so on the Saturday before of a `service` that is closed at
 * week-ends. A contract whose first row lies in S47 has S47 alone; one that begins later has both weeks, of which there is nothing to tell. Of data by month the last complete month, the one before and the one under way: October, September and November.
 */
export const pagePeriods = (issued: number, cadence: number, service: ServiceDays | null = null): PagePeriods => {
  const kind = pageStep(service?.coverage.step ?? 'day');
  const count = kind === 'week' ? weeksOfCadence(cadence) : 1;
  const today = periodOf(issued, kind);
  const underWay = service && isOver(today, issued, service) ? shiftPeriod(today, 1) : today;
  const first = shiftPeriod(underWay, -count);
  return {
    current: sinceFirstRow(run(first, count), service),
    before: run(shiftPeriod(first, -count), count),
    ahead: run(underWay, count),
    last: shiftPeriod(underWay, -1),
    toCome: service && hasNothingLeft(underWay, Math.floor(issued), service) ? 1 : 0,
  };
};

/** The same ISO week or month a year before; null for a week 53 when that year had 52, and for a year. */
export const sameWeekLastYear = (week: Period): Period | null =>
  week.kind === 'year' ? null : parsePeriodKey(`${String(Number(week.key.slice(0, 4)) - 1)}${week.key.slice(4)}`);

/** Weeks projected on the chart. */
export const CHART_AHEAD = 4;
/** Weeks of actuals on the chart at most, and the step that keeps a label on the last one: 26, 21, 16, 11, 6. Fewer months. */
const CHART_MOST: Record<PageStep, number> = { week: 26, month: 16, year: 11 };
const CHART_STEP = 5;

/** Weeks of actuals on a chart: 5·n + 1 of those known, 6 to 26. */
export const chartLength = (known: number, step: PeriodKind = 'week'): number => {
  const steps = Math.floor((Math.min(known, CHART_MOST[pageStep(step)]) - 1) / CHART_STEP);
  return CHART_STEP * Math.max(1, steps) + 1;
};

/** The weeks that end with `last`, oldest first. */
export const weeksUpTo = (last: Period, count: number): readonly Period[] => run(shiftPeriod(last, 1 - count), count);
