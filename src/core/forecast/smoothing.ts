import { correctedAkaike, line } from './statistics';

/** Exponential smoothing: a level, and a growth that fades by `damping` at each step. */
type Smoothing = { level: number; growth: number; damping: number; squaredErrors: number };
type Weights = { level: number; growth: number; damping: number };

const LEVEL_WEIGHTS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98];
const GROWTH_SHARES = [0.02, 0.1, 0.3];
const DAMPINGS = [0.8, 0.9, 0.98];

/**
 * Smooths with given weights. The first level and growth are not guessed: every prediction is linear in them, so they are
 * the least-squares solution over the whole series, found in one pass by carrying the two sensitivities along.
 */
const smooth = (values: readonly number[], weights: Weights, withGrowth: boolean): Smoothing => {
  const { level: alpha, growth: beta, damping: phi } = weights;
  let [level, growth] = [0, 0];
  let [levelByLevel, growthByLevel] = [1, 0];
  let [levelByGrowth, growthByGrowth] = [0, 1];
  let [ll, lg, gg, le, ge, ee] = [0, 0, 0, 0, 0, 0];
  for (const value of values) {
    const predicted = level + phi * growth;
    const byLevel = levelByLevel + phi * growthByLevel;
    const byGrowth = levelByGrowth + phi * growthByGrowth;
    const error = value - predicted;
    ee += error * error;
    ll += byLevel * byLevel;
    lg += byLevel * byGrowth;
    gg += byGrowth * byGrowth;
    le += byLevel * error;
    ge += byGrowth * error;
    level = predicted + alpha * error;
    growth = phi * growth + beta * error;
    levelByLevel = byLevel * (1 - alpha);
    growthByLevel = phi * growthByLevel - beta * byLevel;
    levelByGrowth = byGrowth * (1 - alpha);
    growthByGrowth = phi * growthByGrowth - beta * byGrowth;
  }
  const determinant = ll * gg - lg * lg;
  const solvable = withGrowth && determinant > 1e-9 * ll * gg;
  const firstLevel = solvable ? (gg * le - lg * ge) / determinant : ll > 0 ? le / ll : 0;
  const firstGrowth = solvable ? (ll * ge - lg * le) / determinant : 0;
  return {
    level: level + firstLevel * levelByLevel + firstGrowth * levelByGrowth,
    growth: withGrowth ? growth + firstLevel * growthByLevel + firstGrowth * growthByGrowth : 0,
    damping: phi,
    squaredErrors: Math.max(0, ee - firstLevel * le - firstGrowth * ge),
  };
};

const bestOf = (candidates: readonly Smoothing[]): Smoothing | null =>
  candidates.reduce<Smoothing | null>(
    (best, one) => (best === null || one.squaredErrors < best.squaredErrors ? one : best),
    null,
  );

const levelOnly = (values: readonly number[]): Smoothing | null =>
  bestOf(LEVEL_WEIGHTS.map((level) => smooth(values, { level, growth: 0, damping: 0 }, false)));

const damped = (values: readonly number[]): Smoothing | null =>
  bestOf(
    LEVEL_WEIGHTS.flatMap((level) =>
      GROWTH_SHARES.flatMap((share) =>
        DAMPINGS.map((damping) => smooth(values, { level, growth: level * share, damping }, true)),
      ),
    ),
  );

const extend = ({ level, growth, damping }: Smoothing, horizon: number): number[] => {
  let reach = 0;
  return Array.from({ length: horizon }, (_, step) => level + (reach += damping ** (step + 1)) * growth);
};

/** Level alone or damped trend (Gardner and McKenzie 1985), whichever the corrected Akaike criterion prefers. */
export const smoothing = (values: readonly number[], horizon: number): number[] => {
  const flat = levelOnly(values);
  if (!flat) return [];
  const trend = values.length >= 10 ? damped(values) : null;
  const count = values.length;
  const best =
    trend && correctedAkaike(trend.squaredErrors, count, 6) < correctedAkaike(flat.squaredErrors, count, 3) ? trend : flat;
  return extend(best, horizon);
};

/**
 * Theta method (Assimakopoulos and Nikolopoulos 2000): mean of the trend line and of the smoothed series whose distance
 * from that line is doubled.
 */
export const theta = (values: readonly number[], horizon: number): number[] => {
  const { start, slope } = line(values);
  const bent = levelOnly(values.map((value, index) => 2 * value - (start + slope * index)));
  return Array.from({ length: horizon }, (_, step) => ((bent?.level ?? start) + start + slope * (values.length + step)) / 2);
};
