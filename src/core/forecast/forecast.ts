import { atOnce, type Steps } from '../steps';
import { backtestSteps, combine, type Bounds, type Origin } from './backtest';
import { boundsOf, type FigureKind } from './bounds';
import type { Extension } from './extension';
import { forecastFew } from './fewValues';
import { extendAllSteps, forEachMethod, METHODS, type ByMethod, type Method } from './methods';
import { cleanSeries, isKnown, latestPart, type CleanSeries, type Series } from './series';
import { withoutSpikes, type CleanedValue } from './spikes';
import { leastDeviation, spreadFrom, withIntervals } from './spread';
import { clamp } from './statistics';
import { futuresOf, futuresOfBoth, holding, lastingFutures, surpriseOf, type Futures, type Surprise } from './surprise';
import { inUnits, unitOf } from './unit';

export type { FigureKind } from './bounds';
export type { CleanedValue } from './spikes';

/** A projected figure with its 80 % interval (`low`, `high`) and its 95 % interval, all in the unit of the series. */
export type Projection = { value: number; low: number; high: number; low95: number; high95: number };

export type ForecastOptions = {
  /** Periods to project. */
  horizon: number;
  /** Periods in a cycle: 52 weeks, 7 days, 12 months. A long one is used once the series holds two and a quarter of them. */
  season?: number;
  kind?: FigureKind;
  /** Least and greatest values that make sense; by default 0 for a series that is never negative. */
  low?: number;
  high?: number;
};

export type Forecast = {
  /** One a period after the series' end; none when no value is known. */
  points: readonly Projection[];
  /** False when a single value is known, which says nothing of how wrong it may be: the limits are then the value itself. */
  intervals: boolean;
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
  /**
   * What the same weighted mean says of each known value one step before it, aligned with the series as given; null where nothing
   * was. The methods' parameters, the season and the weights are those of the whole series (fits within the sample): they
   * show what the projection follows, and flatter it; what it was worth without knowing the future is in `origins`.
   */
  fitted: readonly (number | null)[];
  /** The last value, where it lies outside what was expected of it. */
  surprise: Surprise | null;
  /** What the intervals hold because of it, aligned with `points`. */
  futures: readonly Futures[] | null;
};

/** Fewer values do not tell methods apart. */
const LEAST_FOR_METHODS = 8;
/** A season of so many periods or more is long. */
const LONG_SEASON = 26;
/** Cycles that a series must hold before a long season is believed: 117 weeks for a year. */
const LEAST_CYCLES = 2.25;
/** A short one is tried as soon as one cycle is there: the backtest says what it is worth. */
const usableSeason = (wanted: number, length: number): number => {
  const least = wanted < LONG_SEASON ? wanted : LEAST_CYCLES * wanted;
  return wanted > 1 && length >= least ? wanted : 1;
};

const NO_WEIGHTS = forEachMethod(() => 0);

const NOTHING: Forecast = {
  points: [],
  intervals: false,
  observed: 0,
  season: 1,
  weights: NO_WEIGHTS,
  origins: [],
  freedom: 0,
  cleaned: [],
  fitted: [],
  surprise: null,
  futures: null,
};

/** The methods' own fits, weighted like the projection where all methods with weight have one. */
function* fittedSteps(
  series: Series,
  { first, observed }: CleanSeries,
  extended: ByMethod<Extension>,
  weights: ByMethod<number>,
  bounds: Bounds,
): Steps<(number | null)[]> {
  const byMethod: { weight: number; fitted: readonly (number | null)[] }[] = [];
  for (const method of METHODS) {
    byMethod.push({ weight: weights[method], fitted: extended[method].fitted() });
    yield undefined;
  }
  return series.map((_, place) => {
    const index = place - first;
    if (!observed[index]) return null;
    let [total, said] = [0, 0];
    for (const { weight, fitted } of byMethod) {
      const one = fitted[index] ?? null;
      if (one === null) continue;
      total += weight * clamp(one, bounds.low, bounds.high);
      said += weight;
    }
    return said > 0.5 ? total / said : null;
  });
}

/** The series as the methods see it: cleaned, in its own unit, with the limits and the least deviation in that unit. */
type Prepared = {
  whole: CleanSeries;
  /** Values of a long series that were left out before the first. */
  cut: number;
  season: number;
  horizon: number;
  known: number;
  bounds: Bounds;
  floor: number;
};

const preparedFrom = (series: Series, options: ForecastOptions, unit: number): Prepared => {
  const season = usableSeason(options.season ?? 1, cleanSeries(series, 1).values.length);
  const all = cleanSeries(series, season);
  const whole = latestPart(all, season);
  const { low, high } = boundsOf(whole.values, options);
  return {
    whole: { ...whole, values: whole.values.map((value) => value / unit) },
    cut: whole.first - all.first,
    season,
    // A series that stops early is projected from where it stops; the steps that only catch up are dropped.
    horizon: options.horizon + whole.late,
    known: series.filter(isKnown).length,
    bounds: { low: low / unit, high: high / unit },
    floor: leastDeviation(whole.values, options.kind) / unit,
  };
};

/** What the same weighted mean would project for the steps ahead, had the last value not come. */
function* expectedSteps(
  values: readonly number[],
  season: number,
  horizon: number,
  asked: readonly Method[],
  weights: ByMethod<number>,
  bounds: Bounds,
): Steps<number[]> {
  const before = yield* extendAllSteps(values.slice(0, -1), season, horizon + 1, asked);
  const ahead = forEachMethod((method) => before[method].ahead);
  return combine(ahead, weights, bounds, horizon + 1).slice(1);
}

function* projectedSteps(series: Series, { whole, cut, season, horizon, known, bounds, floor }: Prepared): Steps<Forecast> {
  if (known < LEAST_FOR_METHODS) {
    const { points, freedom } = forecastFew(whole.values, horizon, bounds, floor);
    return { ...NOTHING, points: points.slice(whole.late), intervals: known > 1, observed: known, freedom };
  }
  const { clean, cleaned } = withoutSpikes(whole, season);
  const { weights, origins } = yield* backtestSteps(clean, season, horizon, bounds);
  const asked = METHODS.filter((method) => weights[method] > 0);
  const extended = yield* extendAllSteps(clean.values, season, horizon, asked);
  const ahead = forEachMethod((method) => extended[method].ahead);
  const values = combine(ahead, weights, bounds, horizon);
  const evidence = { origins, values: clean.values, season, horizon, floor };
  const spread = spreadFrom(evidence);
  yield undefined;
  const fitted = yield* fittedSteps(series, clean, extended, weights, bounds);
  const surprise = surpriseOf(evidence, bounds);
  const expected = surprise ? yield* expectedSteps(clean.values, season, horizon, asked, weights, bounds) : [];
  const futures = futuresOfBoth(
    surprise && futuresOf(surprise, expected, spread, bounds),
    lastingFutures(values, evidence, spread, bounds),
  );
  return {
    points: withIntervals(values, spread, bounds)
      .map((point, step) => holding(point, futures?.[step]))
      .slice(whole.late),
    intervals: true,
    observed: known,
    season,
    weights,
    origins: origins.map((origin) => ({ ...origin, length: cut + origin.length })),
    freedom: spread.freedom,
    cleaned,
    fitted,
    surprise,
    futures: futures?.slice(whole.late) ?? null,
  };
}

/**
 * `forecast` in slices: yields after each method on each past date that is projected from, a few milliseconds at most, so that a
 * pane stays alive by letting the host breathe in between.
 *
 * @example
 * const steps = forecastSteps(series, options);
 * let step = steps.next();
 * for (; !step.done; step = steps.next()) await new Promise((resolve) => setTimeout(resolve));
 * step.value.points
 */
export function* forecastSteps(series: Series, options: ForecastOptions): Steps<Forecast> {
  const known = series.filter(isKnown).length;
  if (known === 0 || options.horizon < 1) return { ...NOTHING, observed: known };
  const unit = unitOf(series);
  return inUnits(yield* projectedSteps(series, preparedFrom(series, options, unit)), unit);
}

/**
 * Projects a series of consecutive periods: the mean of several methods, each weighted by its errors when projecting again from
 * past dates (the finding of the M competitions: a mean of simple methods beats its members). The interval comes from those same
 * errors, so it is as wide as the projection has really been wrong. Null and not-a-number are gaps: bridged, never a
 * fact. Under 8 known values, smoothing and mean; from one value, that value without interval. Deterministic to the last
 * bit on every platform, without clock.
 *
 * @example
 * forecast([120, 131, null, 128, …], { horizon: 4, season: 52 }).points[0] // { value: 127, low: 115, high: 139, … }
 */
export const forecast = (series: Series, options: ForecastOptions): Forecast => atOnce(forecastSteps(series, options));
