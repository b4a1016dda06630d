/**
 * XmR charts (individuals and moving range, Shewhart; the two rules are those of NHS England's "Making Data Count"): they
 * tell a change from ordinary noise, so that two points never cause a panic.
 */

/** Complete periods that the limits are computed from: at most, and at least. */
const WINDOW = 26;
const LEAST = 20;
/** A run of so many values on one side of the mean, or of changes in one direction, is no chance. */
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
  signal: {
    kind: 'outside' | 'side' | 'trend';
    direction: 'up' | 'down';
    /** Values, or changes, in the run. */ length: number;
  } | null;
};

/** How many items at the end hold a property, the last one included. */
const runAtEnd = (items: readonly number[], holds: (item: number) => boolean): number => {
  let length = 0;
  while (length < items.length && holds(items[items.length - 1 - length] ?? Number.NaN)) length++;
  return length;
};

const average = (items: readonly number[]): number => items.reduce((sum, item) => sum + item, 0) / items.length;

const signalOf = (values: readonly number[], mean: number, low: number, high: number): Drift['signal'] => {
  const last = values.at(-1) ?? mean;
  if (last > high) return { kind: 'outside', direction: 'up', length: 1 };
  if (last < low) return { kind: 'outside', direction: 'down', length: 1 };
  const above = runAtEnd(values, (value) => value > mean);
  const below = runAtEnd(values, (value) => value < mean);
  if (above >= RUN) return { kind: 'side', direction: 'up', length: above };
  if (below >= RUN) return { kind: 'side', direction: 'down', length: below };
  const changes = values.slice(1).map((value, index) => value - (values[index] ?? value));
  const rising = runAtEnd(changes, (change) => change > 0);
  const falling = runAtEnd(changes, (change) => change < 0);
  if (rising >= RUN) return { kind: 'trend', direction: 'up', length: rising };
  if (falling >= RUN) return { kind: 'trend', direction: 'down', length: falling };
  return null;
};

/**
 * Limits and signal of a series of complete periods, oldest first; periods without a value are left out. null with fewer
 * than twenty values. `driftOf([…, 0.91, 0.90, 0.78])` says `outside`, `down` when 0.78 falls below the lower limit.
 */
export const driftOf = (series: readonly (number | null)[]): Drift | null => {
  const values = series.flatMap((value) => value ?? []).slice(-WINDOW);
  if (values.length < LEAST) return null;
  const mean = average(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const spread = LIMIT_FACTOR * average(ranges);
  const low = mean - spread;
  const high = mean + spread;
  return { mean, low, high, count: values.length, signal: signalOf(values, mean, low, high) };
};
