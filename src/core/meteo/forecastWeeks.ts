import { isAdditive } from '../consolidation/rule';
import type { ServiceCalendar } from '../forecast/calendar';
import { forecastSteps, type Forecast, type ForecastOptions, type Projection } from '../forecast/forecast';
import { forecastPeriodsSteps } from '../forecast/forecastPeriods';
import { projectRatio, projectTotal } from '../forecast/period-total';
import { forecastRatioSteps } from '../forecast/ratio';
import type { Series } from '../forecast/series';
import type { Kpi } from '../kpi/kpi';
import { shiftPeriod } from '../period/calendar';
import type { Period, PeriodKind } from '../period/period';
import { atOnce, type Steps } from '../steps';
import { CHART_AHEAD } from './pagePeriods';

/** Projected numerators and denominators of weeks: the rate that is printed is exactly their quotient. */
export type ProjectedParts = { numerators: readonly number[]; denominators: readonly number[] };

/** A KPI's weeks ahead. */
export type WeeksAhead = {
  forecast: Forecast;
  /** Of a ratio, what its weeks weigh. */
  denominators: Forecast | null;
  parts: ProjectedParts | null;
};

/** What a week's ratio is made of; undefined for a week that is no week to learn from. */
export type WeekParts = { numerator: number | null; denominator: number | null } | undefined;

/** Weeks, or months of monthly data, in a year. */
const A_YEAR: Record<PeriodKind, number> = { day: 365, week: 52, month: 12, year: 1 };

/** A rate that never left 0 to 1 stays there; a rate such as forecast quality may pass 1. */
export const boundsOf = (kpi: Kpi, weekly: readonly (number | null)[]): { low?: number; high?: number } =>
  kpi.unit === 'percent' && weekly.every((value) => value === null || (value >= 0 && value <= 1)) ? { low: 0, high: 1 } : {};

/** Numerators and denominators that add up from day to day, so that a week's rate is the quotient of their sums. */
export const hasSums = ({ rule }: Kpi): boolean =>
  rule.kind === 'ratio' && isAdditive(rule.numerator) && isAdditive(rule.denominator);

/** Weeks that are known, oldest first, and what the days of the service say of them; null where there is no calendar. */
export type KnownWeeks = { weeks: readonly Period[]; calendar: ServiceCalendar | null };

/** Projects what adds up by its open days: a week with a holiday or a planned closure is a shorter one. */
const byOpenDays =
  ({ weeks, calendar }: KnownWeeks) =>
  (series: Series, options: ForecastOptions): Steps<Forecast> => {
    const last = weeks.at(-1);
    if (!calendar || !last) return forecastSteps(series, options);
    const ahead = Array.from({ length: options.horizon }, (_, step) => shiftPeriod(last, step + 1));
    return forecastPeriodsSteps(series, { ...options, past: weeks, ahead, calendar });
  };

/**
 * Projects a KPI's weeks from those that are known. What adds up follows the calendar; a ratio of sums goes through its
 * numerator and its denominator, given beside it; other ratios are projected as they are, with what their weeks weigh.
 */
export const forecastWeeks = (
  kpi: Kpi,
  weekly: readonly (number | null)[],
  parts: readonly WeekParts[] | null,
  known: KnownWeeks,
): WeeksAhead => atOnce(forecastWeeksSteps(kpi, weekly, parts, known));

/** `forecastWeeks` in slices. */
export function* forecastWeeksSteps(
  kpi: Kpi,
  weekly: readonly (number | null)[],
  parts: readonly WeekParts[] | null,
  known: KnownWeeks,
): Steps<WeeksAhead> {
  const season = { horizon: CHART_AHEAD, season: A_YEAR[known.weeks.at(-1)?.kind ?? 'week'] };
  // A rate at 100 % in every month is no count, which may always change by one.
  const options: ForecastOptions = { ...season, ...(kpi.unit === 'percent' && { kind: 'rate' }), ...boundsOf(kpi, weekly) };
  const sumSteps = byOpenDays(known);
  if (!parts) {
    const one = yield* isAdditive(kpi.rule) ? sumSteps(weekly, options) : forecastSteps(weekly, options);
    return { forecast: one, denominators: null, parts: null };
  }
  const volumes = parts.map((week) => week?.denominator ?? null);
  if (!hasSums(kpi)) {
    const projected = yield* forecastSteps(weekly, options);
    return { forecast: projected, denominators: yield* forecastSteps(volumes, season), parts: null };
  }
  const numerators = parts.map((week) => week?.numerator ?? null);
  const ratio = yield* forecastRatioSteps({ numerators, denominators: volumes, rates: weekly }, options, sumSteps);
  return {
    forecast: ratio.rates,
    denominators: ratio.denominators,
    parts: { numerators: ratio.numerators, denominators: ratio.denominators.points.map(({ value }) => value) },
  };
}

/** Projection of a stretch of weeks by how the KPI adds up: sums are summed, ratios weighted, states taken at the end. */
export const projectStretch = (kpi: Kpi, ahead: WeeksAhead, count: number): Projection | null => {
  const weeks = ahead.forecast;
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
      return projectRatio(weeks, ahead.denominators, count);
  }
};
