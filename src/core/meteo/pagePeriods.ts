import { parsePeriodKey, periodOf, shiftPeriod } from '../period/calendar';
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

/**
 * The last complete ISO weeks before the day of issue, the same number before them, and the same number after. Issued on
 * Monday 23/11/2026 every 14 days: S46–S47, S44–S45 and S48–S49. Of data by month (`step`) the last complete month, the one
 * before and the one under way: October, September and November.
 */
export const pagePeriods = (issued: number, cadence: number, step: PeriodKind = 'day'): PagePeriods => {
  const kind = pageStep(step);
  const count = kind === 'week' ? weeksOfCadence(cadence) : 1;
  const underWay = periodOf(issued, kind);
  const first = shiftPeriod(underWay, -count);
  return {
    current: run(first, count),
    before: run(shiftPeriod(first, -count), count),
    ahead: run(underWay, count),
    last: shiftPeriod(underWay, -1),
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
