import type { Extend } from './extension';
import { mean, median } from './statistics';

/** The mean of all that was, for series that always come back to it. */
export const longMean: Extend = (values, horizon) => {
  let total = 0;
  const before = values.map((value, index) => {
    total += value;
    return index === 0 ? null : (total - value) / index;
  });
  return { ahead: new Array<number>(horizon).fill(mean(values)), fitted: () => before };
};

/** A level read off the latest values, for all that comes. */
const fromLatest =
  (count: number, levelOf: (latest: readonly number[]) => number): Extend =>
  (values, horizon) => ({
    ahead: new Array<number>(horizon).fill(levelOf(values.slice(-count))),
    fitted: () => values.map((_, index) => (index === 0 ? null : levelOf(values.slice(Math.max(0, index - count), index)))),
  });

/** The mean of one cycle, season included. */
export const recentMean = (season: number): Extend => fromLatest(season, mean);

/** The median of two cycles, which no single odd value moves. */
export const recentMedian = (season: number): Extend => fromLatest(2 * season, median);

/** Cycles, or values without season, that a series which changes its ways is learnt from. */
const RECENT_CYCLES = 5;
const RECENT_VALUES = 24;
/** The rest must be a quarter as long at least for leaving it out to matter. */
const WORTH_CUTTING = 1.25;

/** A method that sees the latest part of the series alone. */
export const recently =
  (season: number, extend: Extend): Extend =>
  (values, horizon) => {
    const seen = season > 1 ? RECENT_CYCLES * season : RECENT_VALUES;
    if (values.length <= WORTH_CUTTING * seen) return extend(values, horizon);
    const { ahead, fitted } = extend(values.slice(-seen), horizon);
    return { ahead, fitted: () => [...new Array<null>(values.length - seen).fill(null), ...fitted()] };
  };
