import { backtest, combine, type Bounds, type Origin } from './backtest';
import { METHODS, projectAll, type Method } from './methods';
import { cleanSeries, type Series } from './series';
import { spreadFrom, type Spread } from './spread';
import { clamp, mean } from './statistics';

/** A projected figure with its 80 % interval (`low`, `high`) and its 95 % interval, all in the unit of the series. */
export type Projection = { value: number; low: number; high: number; low95: number; high95: number };

/** What the figures measure, which says where they can lie: counts, amounts, durations from 0 on, rates up to 1 or 100. */
export type FigureKind = 'count' | 'amount' | 'duration' | 'rate';

/** A value that was not believed: its place in the series, as it was and as the methods saw it. */
export type CleanedValue = { index: number; from: number; to: number };

export type ForecastOptions = {
  /** Periods to project. */
  horizon: number;
  /** Periods in a cycle: 52 weeks, 7 days, 12 months. Used once the series holds two and a quarter of them. */
  season?: number;
  kind?: FigureKind;
  /** Least and greatest values that make sense; by default 0 for a series that is never negative. */
  low?: number;
  high?: number;
};

export type Forecast = {
  /** One a period after the series' end; none when there is too little history. */
  points: readonly Projection[];
  /** Values that the projection rests on. */
  observed: number;
  /** Length of the cycle that was used, 1 for none. */
  season: number;
  /** Share of each method in the projection. */
  weights: Readonly<Record<Method, number>>;
  /** What would have been projected from past dates, beside what came. */
  origins: readonly Origin[];
  /** Degrees of freedom of the intervals. */
  freedom: number;
  /** Isolated spikes that were drawn in before projecting. */
  cleaned: readonly CleanedValue[];
  /** What would have been projected one step before, aligned with the series; null where nothing was. */
  fitted: readonly (number | null)[];
};

/** Fewer values say nothing of the next one. */
const LEAST_HISTORY = 4;
/** Fewer values do not tell methods apart: their mean is projected. */
const LEAST_FOR_METHODS = 8;
/** Cycles that a series must hold before its season is believed: 117 weeks for a year. */
const LEAST_CYCLES = 2.25;

const NO_WEIGHTS = Object.fromEntries(METHODS.map((method) => [method, 0])) as Record<Method, number>;

const boundsOf = (values: readonly number[], { low, high }: ForecastOptions): Bounds => ({
  low: low ?? (values.every((value) => value >= 0) ? 0 : -Infinity),
  high: high ?? Infinity,
});

const withIntervals = (values: readonly number[], { half, half95 }: Spread, { low, high }: Bounds): Projection[] =>
  values.map((value, step) => ({
    value,
    low: clamp(value - half(step), low, high),
    high: clamp(value + half(step), low, high),
    low95: clamp(value - half95(step), low, high),
    high95: clamp(value + half95(step), low, high),
  }));

/** Mean of a few values, with the width that so few of them leave. */
const fromFew = (values: readonly number[], horizon: number, bounds: Bounds): Pick<Forecast, 'points' | 'freedom'> => {
  const spread = spreadFrom([], values);
  const level = new Array<number>(horizon).fill(clamp(mean(values), bounds.low, bounds.high));
  return { points: withIntervals(level, spread, bounds), freedom: spread.freedom };
};

/**
 * Projects a series of consecutive periods: the mean of five methods, each weighted by its errors when projecting again
 * from past dates (the finding of the M competitions: a mean of simple methods beats its members). The interval comes
 * from those same errors, so it is as wide as the projection has really been wrong. Deterministic, without clock.
 *
 * @example
 * forecast([120, 131, null, 128, …], { horizon: 4, season: 52 }).points[0] // { value: 127, low: 115, high: 139 }
 */
export const forecast = (series: Series, options: ForecastOptions): Forecast => {
  const wanted = Math.max(1, options.season ?? 1);
  const known = series.filter((value) => value !== null).length;
  const season = series.length >= LEAST_CYCLES * wanted ? wanted : 1;
  const clean = cleanSeries(series, season);
  const nothing = { observed: known, season: 1, weights: NO_WEIGHTS, origins: [], freedom: 0, cleaned: [], fitted: [] };
  if (known < LEAST_HISTORY || options.horizon < 1) return { ...nothing, points: [] };
  const bounds = boundsOf(clean.values, options);
  if (known < LEAST_FOR_METHODS) return { ...nothing, ...fromFew(clean.values, options.horizon, bounds) };
  // A series that stops early is projected from where it stops; the steps that only catch up are dropped.
  const steps = options.horizon + clean.late;
  const { weights, origins } = backtest(clean, season, steps, bounds);
  const values = combine(projectAll(clean.values, season, steps), weights, bounds, steps);
  const spread = spreadFrom(origins, clean.values);
  const points = withIntervals(values, spread, bounds).slice(clean.late);
  return { points, observed: known, season, weights, origins, freedom: spread.freedom, cleaned: [], fitted: [] };
};
