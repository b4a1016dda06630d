import { METHODS, projectAll, type Method } from './methods';
import type { CleanSeries } from './series';
import { clamp } from './statistics';

/** What was projected from a past date on, beside what came; null where the fact is not known. */
export type Origin = {
  /** Number of values that were known then. */
  length: number;
  projected: readonly number[];
  actual: readonly (number | null)[];
};

export type Bounds = { low: number; high: number };

/** Past dates to project from: more cost time and are closer to each other. */
const ORIGINS = 8;
/** A power that separates good methods from bad ones, reached as errors accumulate. */
const SHARPNESS = 3;
const ERRORS_FOR_HALF_SHARPNESS = 10;

/** Lengths to project again from, latest first. The first projection has at least 40 % of the values, and two cycles when three are there. */
const originLengths = (length: number, season: number): number[] => {
  const least = Math.max(season > 1 && length >= 3 * season ? 2 * season + 1 : 5, Math.floor(length * 0.4));
  const span = length - 1 - least;
  if (span < 1) return [];
  const lengths = Array.from({ length: ORIGINS }, (_, index) => Math.round(length - 1 - (index * span) / ORIGINS));
  return [...new Set(lengths)].filter((one) => one >= least);
};

type Trial = { length: number; byMethod: Record<Method, number[]>; actual: readonly (number | null)[] };

const trialFrom = (clean: CleanSeries, season: number, horizon: number, bounds: Bounds, length: number): Trial => {
  const steps = Math.min(horizon, clean.values.length - length);
  const byMethod = projectAll(clean.values.slice(0, length), season, steps);
  for (const method of METHODS) byMethod[method] = byMethod[method].map((value) => clamp(value, bounds.low, bounds.high));
  const actual = Array.from({ length: steps }, (_, step) =>
    clean.observed[length + step] ? (clean.values[length + step] ?? null) : null,
  );
  return { length, byMethod, actual };
};

const absoluteErrors = (trials: readonly Trial[], method: Method): number =>
  trials.reduce(
    (total, trial) =>
      total +
      trial.actual.reduce<number>(
        (errors, actual, step) => errors + (actual === null ? 0 : Math.abs(actual - (trial.byMethod[method][step] ?? 0))),
        0,
      ),
    0,
  );

/** Weights from the errors of the past: the inverse of each method's, sharpened as the evidence grows. */
const weightsFrom = (trials: readonly Trial[]): Record<Method, number> => {
  const errors = METHODS.map((method) => absoluteErrors(trials, method));
  const count = trials.reduce((total, trial) => total + trial.actual.filter((actual) => actual !== null).length, 0);
  const power = (SHARPNESS * count) / (count + ERRORS_FOR_HALF_SHARPNESS);
  const least = Math.min(...errors);
  // A method that was always right must not silence the others by dividing by nothing.
  const floor = Math.max(least, Math.max(...errors) / 100, 1e-12);
  const raw = errors.map((error) => (floor / Math.max(error, floor)) ** power);
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(METHODS.map((method, index) => [method, (raw[index] ?? 0) / total])) as Record<Method, number>;
};

/** Weighted mean of the methods, within bounds. */
export const combine = (
  byMethod: Record<Method, readonly number[]>,
  weights: Record<Method, number>,
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

/** Projects again from past dates with what was known then: the weights that follow, and the mean's own errors. */
export const backtest = (
  clean: CleanSeries,
  season: number,
  horizon: number,
  bounds: Bounds,
): { weights: Record<Method, number>; origins: readonly Origin[] } => {
  const trials = originLengths(clean.values.length, season).map((length) => trialFrom(clean, season, horizon, bounds, length));
  const weights = weightsFrom(trials);
  return {
    weights,
    origins: trials.map(({ length, byMethod, actual }) => ({
      length,
      projected: combine(byMethod, weights, bounds, actual.length),
      actual,
    })),
  };
};
