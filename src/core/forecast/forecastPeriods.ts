import { atOnce, type Steps } from '../steps';
import type { Origin } from './backtest';
import { openWeeks, type ServiceCalendar } from './calendar';
import { forecastSteps, type Forecast, type ForecastOptions, type Projection } from './forecast';
import { cleanSeries, latestPart, type Series } from './series';
import { mean } from './statistics';
import { futuresBy } from './surprise';

/** A stretch of whole days, `end` excluded: a week, a month. */
type Stretch = { start: number; end: number };

export type PeriodsOptions = ForecastOptions & {
  /** Periods of the series, aligned with it, and those to project (at least `horizon`). */
  past: readonly Stretch[];
  ahead: readonly Stretch[];
  calendar: ServiceCalendar;
};

/** A period with less than this share of its usual days tells nothing of a whole one. */
const LEAST_SHARE = 0.25;

const times = (value: number | null, share: number): number | null => (value === null ? null : value * share);

const projectionTimes = (one: Projection, share: number): Projection => ({
  value: one.value * share,
  low: one.low * share,
  high: one.high * share,
  low95: one.low95 * share,
  high95: one.high95 * share,
});

/**
 * Projects weeks or months of a figure that adds up (a count, an amount) by their open days: each past period is brought
 * to as many as usual, the engine projects periods without holiday, and each period to come gets the days that it has, by
 * its holidays, closures and events. Everything that comes back (points, past origins, fits) is in the figure's own unit, so
 * that it stands where `forecast` stood: `projectTotal` sums it as before.
 *
 * Not for rates, durations or states, which a missing day does not make smaller.
 *
 * @example
 * const calendar = calendarOf(days, settings); // days: the figure, day by day
 * calendar ? forecastPeriods(weekly, { horizon: 4, season: 52, past: weeks, ahead, calendar }) : forecast(weekly, …)
 */
export const forecastPeriods = (series: Series, options: PeriodsOptions): Forecast =>
  atOnce(forecastPeriodsSteps(series, options));

/** `forecastPeriods` in slices. */
export function* forecastPeriodsSteps(series: Series, { past, ahead, calendar, ...options }: PeriodsOptions): Steps<Forecast> {
  const weeks = past.map((period) => openWeeks(period, calendar));
  const usual = mean(weeks.filter((_, index) => series[index] !== null)) || 1;
  const shares = weeks.map((count) => count / usual);
  const shareAt = (index: number): number =>
    shares[index] ?? openWeeks(ahead[index - past.length] ?? { start: 0, end: 0 }, calendar) / usual;
  const even = series.map((value, index) => {
    const share = shareAt(index);
    return value === null || share < LEAST_SHARE ? null : value / share;
  });
  yield undefined;
  const projected = yield* forecastSteps(even, options);
  // Past dates count from the first value that the engine learnt from.
  const { first } = latestPart(cleanSeries(even, projected.season), projected.season);
  const originTimes = (origin: Origin): Origin => ({
    ...origin,
    actual: origin.actual.map((value, step) => times(value, shareAt(first + origin.length + step))),
    projected: origin.projected.map((value, step) => value * shareAt(first + origin.length + step)),
  });
  return {
    ...projected,
    points: projected.points.map((point, step) => projectionTimes(point, shareAt(past.length + step))),
    origins: projected.origins.map(originTimes),
    cleaned: projected.cleaned.map(({ index, from, to }) => ({ index, from: from * shareAt(index), to: to * shareAt(index) })),
    fitted: projected.fitted.map((value, index) => times(value, shareAt(index))),
    surprise: projected.surprise && {
      said: projected.surprise.said * shareAt(past.length - 1),
      came: projected.surprise.came * shareAt(past.length - 1),
      low95: projected.surprise.low95 * shareAt(past.length - 1),
      high95: projected.surprise.high95 * shareAt(past.length - 1),
    },
    futures: futuresBy(projected.futures, (value, step) => value * shareAt(past.length + step)),
  };
}
