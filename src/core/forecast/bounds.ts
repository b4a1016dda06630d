import type { Bounds } from './backtest';

/** What the figures measure, which says where they can lie: counts, amounts, durations from 0 on, rates up to 1 or 100. */
export type FigureKind = 'count' | 'amount' | 'duration' | 'rate';

/** A rate that never passed 1 is a share, one that never passed 100 a percentage; above, it is a ratio without limit. */
export const highestRate = (values: readonly number[]): number => {
  const greatest = Math.max(...values);
  return greatest <= 1 ? 1 : greatest <= 100 ? 100 : Infinity;
};

/**
 * Where projections and intervals can lie: what the caller says, else from 0 on for a series that was never below, and up to 1 or
 * 100 for a rate that never was above.
 *
 * @example boundsOf([0.97, 0.99], { kind: 'rate' }) // { low: 0, high: 1 }
 */
export const boundsOf = (
  values: readonly number[],
  { kind, low, high }: { kind?: FigureKind; low?: number; high?: number },
): Bounds => ({
  low: low ?? (values.every((value) => value >= 0) ? 0 : -Infinity),
  high: high ?? (kind === 'rate' && values.length > 0 ? highestRate(values) : Infinity),
});
