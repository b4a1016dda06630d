import { autoregression } from './autoregression';
import { seasonalIndex, withoutSeason, withSeason } from './seasonal';
import { smoothing, theta } from './smoothing';
import { clamp, mean, sum } from './statistics';

/** The methods whose mean is projected, by the name that a backtest prints. */
export const METHODS = ['smoothing', 'autoregression', 'theta', 'seasonalNaive', 'adjustedSeasonal'] as const;
export type Method = (typeof METHODS)[number];

type Extend = (values: readonly number[], horizon: number) => number[];

/** The last cycle again; the last value again without season. */
const seasonalNaive = (values: readonly number[], season: number, horizon: number): number[] => {
  const cycle = season > 1 && values.length >= season ? season : 1;
  return Array.from({ length: horizon }, (_, step) => values[values.length - cycle + (step % cycle)] ?? 0);
};

/** Half a cycle, at least three values, to compare this year's level with last year's. */
const comparedSpan = (length: number, season: number): number => Math.min(length - season, Math.max(3, Math.round(season / 2)));

/** Last cycle moved to the level of today (at most halved or doubled); the mean of the last three values without season. */
const adjustedSeasonal = (values: readonly number[], season: number, horizon: number): number[] => {
  if (season < 2 || values.length < season + 2) return new Array<number>(horizon).fill(mean(values.slice(-3)));
  const span = comparedSpan(values.length, season);
  const now = sum(values.slice(-span));
  const before = sum(values.slice(values.length - span - season, values.length - season));
  const again = seasonalNaive(values, season, horizon);
  return now > 0 && before > 0
    ? again.map((value) => value * clamp(now / before, 0.5, 2))
    : again.map((value) => value + (now - before) / span);
};

/** What each method projects; the first three work on the series without its season. */
export const projectAll = (values: readonly number[], season: number, horizon: number): Record<Method, number[]> => {
  const index = seasonalIndex(values, season);
  const plain = index ? withoutSeason(values, index) : values;
  const through = (extend: Extend): number[] => {
    const projected = extend(plain, horizon);
    return index ? withSeason(projected, index, values.length) : projected;
  };
  return {
    smoothing: through(smoothing),
    autoregression: through(autoregression),
    theta: through(theta),
    seasonalNaive: seasonalNaive(values, season, horizon),
    adjustedSeasonal: adjustedSeasonal(values, season, horizon),
  };
};
