import type { Forecast, CleanedValue } from './forecast';
import type { Method } from './methods';
import { cleanSeries, type Series } from './series';
import { mean } from './statistics';

/** How wrong the projection has been when made again from past dates. */
type BacktestReport = {
  /** Past dates that were projected from, and values that came after them and are known. */
  origins: number;
  values: number;
  /** Mean of the errors without their sign, and with it (above 0: what came was more than was projected). */
  meanAbsoluteError: number;
  meanError: number;
  /** The same of the last value, or of the last cycle's, said again. */
  naiveMeanAbsoluteError: number;
  /** Share of the past values inside intervals as wide as those now given. */
  coverage80: number;
  coverage95: number;
};

/** A forecast as lists that other programs read: one figure a projected period in each of the first five. */
export type ForecastReport = {
  point: readonly number[];
  lo80: readonly number[];
  hi80: readonly number[];
  lo95: readonly number[];
  hi95: readonly number[];
  /** False after a single value, which says nothing of how wrong it may be: the limits are then the value itself. */
  intervals: boolean;
  /** Share of each method that has one, largest first. */
  members: Readonly<Partial<Record<Method, number>>>;
  /** Periods in the cycle that was used; 1 for none. */
  period: number;
  /** Values that the projection rests on. */
  history: number;
  cleaned: readonly CleanedValue[];
  backtest: BacktestReport | null;
};

/** Shares below this are nobody's. */
const LEAST_SHARE = 1e-4;

const membersOf = ({ weights }: Forecast): Partial<Record<Method, number>> =>
  Object.fromEntries(
    Object.entries(weights)
      .filter(([, weight]) => weight >= LEAST_SHARE)
      .sort(([, one], [, other]) => other - one),
  );

/** The value that saying again the last one, or the last cycle, gives for a step after `length` values. */
const naiveAt = (series: Series, length: number, step: number, season: number): number | null => {
  const cycle = length >= season ? season : 1;
  for (let index = length - cycle + (step % cycle); index >= 0; index -= cycle) {
    const value = series[index] ?? null;
    if (value !== null) return value;
  }
  return null;
};

/** How wrong the past projections of a forecast were; null where there were none. `whole` is the series that it was made of. */
const backtestReport = ({ origins, points, season }: Forecast, whole: Series): BacktestReport | null => {
  // Past dates count from the first known value.
  const series = whole.slice(cleanSeries(whole, season).first);
  const past = origins.flatMap(({ length, projected, actual }) =>
    actual.flatMap((came, step) => {
      const said = projected[step];
      const point = points[Math.min(step, points.length - 1)];
      if (came === null || said === undefined || !point) return [];
      const naive = naiveAt(series, length, step, season);
      // Bounds may have cut one side of today's interval: the wider one is its width.
      const half = Math.max(point.high - point.value, point.value - point.low);
      const half95 = Math.max(point.high95 - point.value, point.value - point.low95);
      return [{ error: came - said, naive: naive === null ? null : Math.abs(came - naive), half, half95 }];
    }),
  );
  if (past.length === 0) return null;
  const share = (inside: (item: (typeof past)[number]) => boolean): number => past.filter(inside).length / past.length;
  return {
    origins: origins.length,
    values: past.length,
    meanAbsoluteError: mean(past.map(({ error }) => Math.abs(error))),
    meanError: mean(past.map(({ error }) => error)),
    naiveMeanAbsoluteError: mean(past.flatMap(({ naive }) => naive ?? [])),
    coverage80: share(({ error, half }) => Math.abs(error) <= half),
    coverage95: share(({ error, half95 }) => Math.abs(error) <= half95),
  };
};

/** A forecast of a series as a report. */
export const forecastReport = (forecast: Forecast, series: Series): ForecastReport => {
  const { points, intervals, season, observed, cleaned } = forecast;
  return {
    point: points.map(({ value }) => value),
    lo80: points.map(({ low }) => low),
    hi80: points.map(({ high }) => high),
    lo95: points.map(({ low95 }) => low95),
    hi95: points.map(({ high95 }) => high95),
    intervals,
    members: membersOf(forecast),
    period: season,
    history: observed,
    cleaned,
    backtest: backtestReport(forecast, series),
  };
};
