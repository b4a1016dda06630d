import type { Extend } from './extension';
import { clamp } from './statistics';

/** The last cycle again; the last value again without season. */
export const seasonalNaive =
  (season: number): Extend =>
  (values, horizon) => {
    const cycle = season > 1 && values.length >= season ? season : 1;
    return {
      ahead: Array.from({ length: horizon }, (_, step) => values[values.length - cycle + (step % cycle)] ?? 0),
      fitted: () => values.map((_, index) => values[index - cycle] ?? null),
    };
  };

/** Without season, the mean of so many values is projected. */
const FEW = 3;

/** Half a cycle, at least three values, to compare this cycle's level with the last one's. */
const comparedSpan = (length: number, season: number): number => Math.min(length - season, Math.max(FEW, Math.round(season / 2)));

/** Sum of the `count` values before `end`. */
const sumBefore = (values: readonly number[], end: number, count: number): number => {
  let total = 0;
  for (let index = Math.max(0, end - count); index < end; index++) total += values[index] ?? 0;
  return total;
};

/** What the first `length` values say of the one `step` after them. */
const adjustedAt = (values: readonly number[], season: number, length: number, step: number): number => {
  if (season < 2 || length < season + 2) return sumBefore(values, length, FEW) / Math.min(FEW, length);
  const span = comparedSpan(length, season);
  const now = sumBefore(values, length, span);
  const before = sumBefore(values, length - season, span);
  const last = values[length - season + (step % season)] ?? 0;
  // By a factor, at most halved or doubled; by a difference where one of the sums is not above 0.
  return now > 0 && before > 0 ? last * clamp(now / before, 0.5, 2) : last + (now - before) / span;
};

/** Last cycle moved to the level of today; the mean of the last three values without season. */
export const adjustedSeasonal =
  (season: number): Extend =>
  (values, horizon) => ({
    ahead: Array.from({ length: horizon }, (_, step) => adjustedAt(values, season, values.length, step)),
    fitted: () => values.map((_, index) => (index === 0 ? null : adjustedAt(values, season, index, 0))),
  });
