/**
 * XmR charts (individuals and moving range, Shewhart; the two rules are those of NHS England's "Making Data Count"): they
 * tell a change from ordinary noise, so that two points never cause a panic.
 */

/** Complete periods that the limits are computed from: at most, and at least. */
const WINDOW = 26;
const LEAST = 8;
/** A run of so many on one side of the mean, or in one direction, is no chance. */
const RUN = 7;
/** 3 / d2 for ranges of two: from the mean moving range to three standard deviations. */
const LIMIT_FACTOR = 2.66;

export type Drift = {
  mean: number;
  low: number;
  high: number;
  /** Values that the limits come from. */
  count: number;
  /** What the latest values say; null when they are ordinary. */
  signal: { kind: 'outside' | 'side' | 'trend'; direction: 'up' | 'down'; /** Values in the run. */ length: number } | null;
};

/** Values at the end that keep a property, the last one included. */
const runAtEnd = (values: readonly number[], holds: (value: number, previous: number | undefined) => boolean): number => {
  let length = 0;
  for (let index = values.length - 1; index >= 0 && holds(values[index] ?? Number.NaN, values[index - 1]); index--) length++;
  return length;
};

/**
 * Limits and signal of a series of complete periods, oldest first; periods without a value are left out. null with fewer
 * than eight values. `driftOf([…, 0.91, 0.90, 0.78])` says `outside`, `down` when 0.78 falls below the lower limit.
 */
export const driftOf = (series: readonly (number | null)[]): Drift | null => {
  const values = series.flatMap((value) => value ?? []).slice(-WINDOW);
  const last = values.at(-1);
  if (values.length < LEAST || last === undefined) return null;
  // The latest value does not take part in the limits that judge it.
  const before = values.slice(0, -1);
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  const ranges = before.slice(1).map((value, index) => Math.abs(value - (before[index] ?? value)));
  const spread = (LIMIT_FACTOR * ranges.reduce((sum, value) => sum + value, 0)) / ranges.length;
  const limits = { mean, low: mean - spread, high: mean + spread, count: values.length };
  if (last > limits.high) return { ...limits, signal: { kind: 'outside', direction: 'up', length: 1 } };
  if (last < limits.low) return { ...limits, signal: { kind: 'outside', direction: 'down', length: 1 } };
  const above = runAtEnd(values, (value) => value > mean);
  const below = runAtEnd(values, (value) => value < mean);
  if (Math.max(above, below) >= RUN)
    return {
      ...limits,
      signal: { kind: 'side', direction: above > below ? 'up' : 'down', length: Math.max(above, below) },
    };
  // Seven points in one direction are six steps.
  const rising = runAtEnd(values, (value, previous) => previous !== undefined && value > previous) + 1;
  const falling = runAtEnd(values, (value, previous) => previous !== undefined && value < previous) + 1;
  if (Math.max(rising, falling) >= RUN)
    return {
      ...limits,
      signal: { kind: 'trend', direction: rising > falling ? 'up' : 'down', length: Math.max(rising, falling) },
    };
  return { ...limits, signal: null };
};
