import { isAdditive } from '../consolidation/rule';
import { forecast, type Forecast, type Projection } from '../forecast/forecast';
import { projectRatio, projectTotal } from '../forecast/period-total';
import { statusOf } from '../kpi/status';
import { definedSince, type Kpi, type Status } from '../kpi/kpi';
import type { Coverage } from '../period/coverage';
import { periodsBetween } from '../period/calendar';
import type { Period } from '../period/period';
import { weekdayOf } from '../period/serial';
import { driftOf } from '../watch/drift';
import type { KpiSeries, MeteoInput, Span } from './input';
import { CHART_AHEAD, pagePeriods, spanOf, type PagePeriods } from './pagePeriods';

/** Weeks of history from which the page prints a projection: half a year. */
export const WEEKS_FOR_PROJECTION = 26;
/** A week with less than this share of its open days is no week to learn from. */
const LEAST_WEEK = 0.75;

/** How one KPI stands: the page's period, the one before, what is projected, and its weeks. */
export type Standing = {
  series: KpiSeries;
  kpi: Kpi;
  value: number | null;
  previous: number | null;
  status: Status | null;
  previousStatus: Status | null;
  /** For as many weeks ahead as the page has; null with too little history. */
  projection: Projection | null;
  projectedStatus: Status | null;
  /** Complete weeks with a figure, of the definition that holds. */
  knownWeeks: number;
  weeks: readonly Period[];
  /** Aligned with `weeks`; null for a week without figure or with too few days. */
  weekly: readonly (number | null)[];
  forecast: Forecast;
  drift: boolean;
  /** First day of the definition that holds, where another was before it: nothing older is compared or learnt from. */
  since: number | null;
  /** Were both periods measured on all their open days? A sum of fewer days is not compared. */
  comparable: boolean;
};

/** Open days of a stretch, and those that have data. */
export const daysOf = (span: Span, coverage: Coverage, closed: readonly number[]): { required: number[]; missing: number[] } => {
  const required: number[] = [];
  for (let day = span.start; day < span.end; day++)
    if (coverage.openWeekdays.includes(weekdayOf(day)) && !closed.includes(day)) required.push(day);
  // A log of events is not expected to have one every day: a day without is a day without events.
  const known = new Set(coverage.days);
  const missing = coverage.dense ? required.filter((day) => !known.has(day)) : required.filter((day) => day > coverage.to);
  return { required, missing };
};

const isWhole = (span: Span, { coverage, settings }: MeteoInput): boolean =>
  daysOf(span, coverage, settings.closedDays).missing.length === 0;

const enoughDays = (week: Period, { coverage, settings }: MeteoInput): boolean => {
  const { required, missing } = daysOf(week, coverage, settings.closedDays);
  return required.length > 0 && required.length - missing.length >= LEAST_WEEK * required.length;
};

/** A rate that never left 0 to 1 stays there; a rate such as forecast quality may pass 1. */
const boundsOf = (kpi: Kpi, weekly: readonly (number | null)[]): { low?: number; high?: number } =>
  kpi.unit === 'percent' && weekly.every((value) => value === null || (value >= 0 && value <= 1)) ? { low: 0, high: 1 } : {};

const WEEKS_A_YEAR = 52;

/** Projection of a stretch of weeks by how the KPI adds up: sums are summed, ratios weighted, states taken at the end. */
const projectStretch = (kpi: Kpi, weeks: Forecast, denominators: Forecast | null, count: number): Projection | null => {
  if (isAdditive(kpi.rule)) return projectTotal(weeks, count);
  const steps = weeks.points.slice(0, count);
  if (steps.length < count) return null;
  switch (kpi.rule.kind) {
    case 'last':
    case 'atLast':
      return steps.at(-1) ?? null;
    case 'max':
      return steps.reduce((most, step) => (step.value > most.value ? step : most));
    case 'min':
      return steps.reduce((least, step) => (step.value < least.value ? step : least));
    default:
      return projectRatio(weeks, denominators, count);
  }
};

/** Does the KPI leave its usual variation, otherwise than for the better? */
const driftsAway = (kpi: Kpi, weekly: readonly (number | null)[]): boolean => {
  const drift = driftOf(weekly);
  if (!drift?.signal) return false;
  const better = kpi.direction === 'higher' ? 'up' : kpi.direction === 'lower' ? 'down' : null;
  return drift.signal.direction !== better;
};

/** How a KPI stands on the day of issue. */
const standingOf = (series: KpiSeries, input: MeteoInput, periods: PagePeriods, weeks: readonly Period[]): Standing => {
  const { kpi } = series;
  const usable = weeks.map((week) => enoughDays(week, input));
  const weekly = weeks.map((week, index) => (usable[index] ? series.valueOf(week) : null));
  const since = definedSince(kpi, periods.last.start);
  const first = weekly.findIndex((value, index) => value !== null && (weeks[index]?.start ?? 0) >= (since ?? 0));
  const present = first < 0 ? [] : weekly.slice(first);
  const options = { horizon: CHART_AHEAD, season: WEEKS_A_YEAR };
  const rates = forecast(present, { ...options, ...boundsOf(kpi, present) });
  const partsOf = series.partsOf;
  const volumes = partsOf
    ? present.map((_, index) => {
        const week = weeks[first + index];
        return week && usable[first + index] ? partsOf(week).denominator : null;
      })
    : null;
  const knownWeeks = present.filter((value) => value !== null).length;
  const enough = knownWeeks >= WEEKS_FOR_PROJECTION;
  const denominators = enough && volumes ? forecast(volumes, options) : null;
  const projection = enough ? projectStretch(kpi, rates, denominators, periods.ahead.length) : null;
  const value = series.valueOf(spanOf(periods.current));
  const redefined = since !== null && spanOf(periods.before).start < since;
  const previous = redefined ? null : series.valueOf(spanOf(periods.before));
  return {
    series,
    kpi,
    value,
    previous,
    status: value === null ? null : statusOf(value, kpi),
    previousStatus: previous === null ? null : statusOf(previous, kpi),
    projection,
    projectedStatus: projection ? statusOf(projection.value, kpi) : null,
    knownWeeks,
    weeks,
    weekly,
    forecast: rates,
    drift: driftsAway(kpi, present),
    since,
    comparable: !isAdditive(kpi.rule) || [periods.current, periods.before].every((part) => isWhole(spanOf(part), input)),
  };
};

/** How every KPI that the client may see stands, in the dictionary's order. */
export const standingsOf = (input: MeteoInput): { periods: PagePeriods; standings: readonly Standing[] } => {
  const periods = pagePeriods(input.issued, input.settings.cadence);
  const last = spanOf(periods.current).end - 1;
  const first = Math.min(input.coverage.first, last);
  // The week in which the source begins is whole only when it begins with it.
  const weeks = periodsBetween(first, last, 'week').filter((week) => week.start >= input.coverage.from);
  const kpis = input.kpis.filter((series) => !series.kpi.internal);
  return { periods, standings: kpis.map((series) => standingOf(series, input, periods, weeks)) };
};
