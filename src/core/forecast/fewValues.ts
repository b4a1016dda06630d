import type { Bounds } from './backtest';
import type { Projection } from './forecast';
import { smoothedLevel } from './smoothing';
import { spreadFrom, withIntervals } from './spread';
import { clamp, mean } from './statistics';

/** Fewer values than this do not tell how fast the level moves. */
const LEAST_FOR_SMOOTHING = 4;

/**
 * What so few values allow: halfway between their mean and their smoothed level (the mean alone under four), with the width
 * that their own steps leave, wide because they are few. A single value stands alone, with limits equal to it.
 */
export const forecastFew = (
  values: readonly number[],
  horizon: number,
  bounds: Bounds,
  floor: number,
): { points: readonly Projection[]; freedom: number } => {
  const average = mean(values);
  const smoothed = smoothedLevel(values, 1).ahead[0] ?? average;
  const value = clamp(values.length < LEAST_FOR_SMOOTHING ? average : (average + smoothed) / 2, bounds.low, bounds.high);
  if (values.length === 1) {
    const alone = { value, low: value, high: value, low95: value, high95: value };
    return { points: new Array<Projection>(horizon).fill(alone), freedom: 0 };
  }
  const spread = spreadFrom({ origins: [], values, season: 1, horizon, floor });
  return { points: withIntervals(new Array<number>(horizon).fill(value), spread, bounds), freedom: spread.freedom };
};
