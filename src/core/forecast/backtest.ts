import type { Steps } from '../steps';
import { power } from './elementary';
import { extendAllSteps, forEachMethod, METHODS, type ByMethod, type Method } from './methods';
import { askedOf, priorOf } from './prior';
import type { CleanSeries } from './series';
import { clamp, mean, median, sum } from './statistics';

/** What was projected from a past date on, beside what came; null where the fact is not known. */
export type Origin = {
  /** Periods that had passed then, from the series' first known value on. */
  length: number;
  projected: readonly number[];
  actual: readonly (number | null)[];
};

export type Bounds = { low: number; high: number };

/** Past dates to project from: more cost time and are closer to each other. */
const ORIGINS = 6;
/** A first projection from a past date has at least this share of the values. */
const LEAST_SHARE = 0.4;
const LEAST_LENGTH = 5;
/** A power that separates good methods from bad ones, reached as errors accumulate. */
const SHARPNESS = 4;
const ERRORS_FOR_HALF_SHARPNESS = 20;
/** An error counts for so many times the usual one of its date at most: no method could foretell a spike. */
const MOST_ERROR = 5;

/** Past dates reach back to so many horizons: older errors say less of those to come. */
const HORIZONS_BACK = 6;

/** Lengths to project again from, latest first: evenly over six horizons or the last 60 %, and after two cycles when three are there. */
const originLengths = (length: number, season: number, horizon: number): number[] => {
  const least = Math.max(
    season > 1 && length >= 3 * season ? 2 * season + 1 : LEAST_LENGTH,
    Math.floor(length * LEAST_SHARE),
    length - 1 - HORIZONS_BACK * horizon,
  );
  const span = length - 1 - least;
  if (span < 1) return [];
  const lengths = Array.from({ length: ORIGINS }, (_, index) => Math.round(length - 1 - (index * span) / ORIGINS));
  return [...new Set(lengths)].filter((one) => one >= least);
};

type Trial = { length: number; byMethod: ByMethod<readonly number[]>; actual: readonly (number | null)[] };

function* trialFrom(
  clean: CleanSeries,
  season: number,
  horizon: number,
  bounds: Bounds,
  asked: readonly Method[],
  length: number,
): Steps<Trial> {
  const steps = Math.min(horizon, clean.values.length - length);
  const extended = yield* extendAllSteps(clean.values.slice(0, length), season, steps, asked);
  const actual = Array.from({ length: steps }, (_, step) =>
    clean.observed[length + step] ? (clean.values[length + step] ?? null) : null,
  );
  const byMethod = forEachMethod((method) => extended[method].ahead.map((value) => clamp(value, bounds.low, bounds.high)));
  return { length, byMethod, actual };
}

/** Mean distance of each method from the facts of a trial, near steps counting more; null where no fact is known. */
const distancesOf = ({ byMethod, actual }: Trial, asked: readonly Method[]): ByMethod<number> | null => {
  if (actual.every((fact) => fact === null)) return null;
  const errors = forEachMethod((method) => actual.map((fact, step) => Math.abs((fact ?? NaN) - (byMethod[method][step] ?? 0))));
  const known = asked.flatMap((method) => errors[method].filter((error) => !Number.isNaN(error)));
  const most = MOST_ERROR * median(known) || Infinity;
  return forEachMethod((method) =>
    sum(errors[method].map((error, step) => (Number.isNaN(error) ? 0 : Math.min(most, error) / Math.sqrt(step + 1)))),
  );
};

/**
 * Weights from the errors of the past: the inverse of each method's, sharpened as the evidence grows. Errors of a date are taken
 * as shares of what the methods err on average there, so that no one date decides.
 */
const weightsFrom = (trials: readonly Trial[], prior: ByMethod<number>): ByMethod<number> => {
  const asked = askedOf(prior);
  const scores = forEachMethod(() => 0);
  let count = 0;
  for (const trial of trials) {
    const distances = distancesOf(trial, asked);
    const average = distances ? mean(asked.map((method) => distances[method])) : 0;
    const known = trial.actual.filter((fact) => fact !== null).length;
    count += known;
    if (distances && average > 0) for (const method of asked) scores[method] += (known * distances[method]) / average;
  }
  const sharpness = (SHARPNESS * count) / (count + ERRORS_FOR_HALF_SHARPNESS);
  const all = asked.map((method) => scores[method]);
  // A method that was always right must not silence the others by dividing by nothing.
  const floor = Math.max(Math.min(...all), Math.max(...all) / 100, 1e-300);
  const raw = forEachMethod((method) => prior[method] * power(floor / Math.max(scores[method], floor), sharpness));
  const total = sum(METHODS.map((method) => raw[method]));
  return forEachMethod((method) => raw[method] / total);
};

/** Weighted mean of the methods, within bounds. */
export const combine = (
  byMethod: ByMethod<readonly number[]>,
  weights: ByMethod<number>,
  bounds: Bounds,
  horizon: number,
): number[] =>
  Array.from({ length: horizon }, (_, step) =>
    clamp(
      METHODS.reduce((total, method) => total + weights[method] * (byMethod[method][step] ?? 0), 0),
      bounds.low,
      bounds.high,
    ),
  );

export type Backtest = { weights: ByMethod<number>; origins: readonly Origin[] };

/**
 * Projects again from past dates with what was known then: the weights that follow, and the mean's own errors. Yields after each
 * method of each date.
 */
export function* backtestSteps(clean: CleanSeries, season: number, horizon: number, bounds: Bounds): Steps<Backtest> {
  const prior = priorOf(clean.values.length, season);
  const asked = askedOf(prior);
  const trials: Trial[] = [];
  for (const length of originLengths(clean.values.length, season, horizon)) {
    trials.push(yield* trialFrom(clean, season, horizon, bounds, asked, length));
  }
  const weights = weightsFrom(trials, prior);
  const origins = trials.map(({ length, byMethod, actual }) => ({
    length,
    projected: combine(byMethod, weights, bounds, actual.length),
    actual,
  }));
  return { weights, origins };
}
