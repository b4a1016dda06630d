import type { Bounds, Origin } from './backtest';
import type { FigureKind } from './bounds';
import { log, power } from './elementary';
import type { Projection } from './forecast';
import { clamp, mean, square, student80, student95, sum } from './statistics';

/** Half-widths of the 80 % and the 95 % interval at each step ahead (0 is the next period). */
export type Spread = {
  half: (step: number) => number;
  half95: (step: number) => number;
  /** Degrees of freedom behind the width. */
  freedom: number;
};

/** Errors of one step grow like a power of its distance; before evidence, like this one. */
const USUAL_GROWTH = 0.3;
const WEIGHT_OF_USUAL = 5;
const MOST_GROWTH = 0.9;

const errorsOf = (origin: Origin): (number | null)[] =>
  origin.actual.map((actual, step) => (actual === null ? null : actual - (origin.projected[step] ?? 0)));

/** Power by which errors grow with the distance, fitted on the logarithms and drawn towards the usual one. */
const growthOf = (errors: readonly (readonly (number | null)[])[]): number => {
  const points: { x: number; y: number; count: number }[] = [];
  const steps = Math.max(0, ...errors.map((row) => row.length));
  for (let step = 0; step < steps; step++) {
    const known = errors.flatMap((row) => row[step] ?? []);
    const average = known.reduce((total, error) => total + Math.abs(error), 0) / Math.max(1, known.length);
    if (average > 0) points.push({ x: log(step + 1), y: log(average), count: known.length });
  }
  const total = points.reduce((count, point) => count + point.count, 0);
  if (points.length < 2) return USUAL_GROWTH;
  const meanX = points.reduce((mean, point) => mean + (point.x * point.count) / total, 0);
  const meanY = points.reduce((mean, point) => mean + (point.y * point.count) / total, 0);
  let [product, spread] = [0, 0];
  for (const { x, y, count } of points) {
    product += count * (x - meanX) * (y - meanY);
    spread += count * square(x - meanX);
  }
  return clamp((product + WEIGHT_OF_USUAL * USUAL_GROWTH) / (spread + WEIGHT_OF_USUAL), 0, MOST_GROWTH);
};

/** Student intervals around a deviation that grows with the distance. */
const spreadOf = (deviation: number, growth: number, freedom: number): Spread => ({
  half: (step) => student80(freedom) * deviation * power(step + 1, growth),
  half95: (step) => student95(freedom) * deviation * power(step + 1, growth),
  freedom,
});

/** Variance of the steps from one value to the next, when there is no past projection to learn from. */
const fromSteps = (values: readonly number[], floor: number): Spread => {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const deviation = Math.sqrt(mean(steps.map(square)));
  return spreadOf(Math.max(deviation, floor), USUAL_GROWTH, Math.max(1, steps.length - 1));
};

/**
 * The interval that past projections deserve: their errors, brought back to one step ahead, as a Student interval. `floor` is the
 * least deviation: a series that never moved is not certain never to move.
 */
export const spreadFrom = (origins: readonly Origin[], values: readonly number[], floor: number): Spread => {
  const errors = origins.map(errorsOf);
  const known = errors.flatMap((row) => row.flatMap((error, step) => (error === null ? [] : [{ error, step }])));
  if (known.length === 0) return fromSteps(values, floor);
  const growth = growthOf(errors);
  const variance = sum(known.map(({ error, step }) => square(error / power(step + 1, growth)))) / known.length;
  const freedom = Math.max(1, errors.length - 1);
  return spreadOf(Math.max(Math.sqrt(variance), floor), growth, freedom);
};

/** Least deviation of a series that hardly moves, as a share of its level. */
const LEAST_SHARE = 0.005;
/** Whole numbers may always change by one. */
const LEAST_WHOLE = 0.25;

/** Deviation under which no series is believed to vary; a rate has no step of one. */
export const leastDeviation = (values: readonly number[], kind: FigureKind | undefined): number => {
  const whole = kind !== 'rate' && values.every((value) => Number.isInteger(value));
  return Math.max(LEAST_SHARE * Math.abs(mean(values)), whole ? LEAST_WHOLE : 0);
};

/** Projected values with their intervals, cut where the figures cannot lie. */
export const withIntervals = (values: readonly number[], { half, half95 }: Spread, { low, high }: Bounds): Projection[] =>
  values.map((value, step) => ({
    value,
    low: clamp(value - half(step), low, high),
    high: clamp(value + half(step), low, high),
    low95: clamp(value - half95(step), low, high),
    high95: clamp(value + half95(step), low, high),
  }));
