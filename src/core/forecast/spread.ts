import type { Origin } from './backtest';
import { clamp, student80, student95 } from './statistics';

/** Half-widths of the 80 % and the 95 % interval at each step ahead (0 is the next period). */
export type Spread = {
  half: (step: number) => number;
  half95: (step: number) => number;
  /** Degrees of freedom behind the width. */ freedom: number;
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
    if (average > 0) points.push({ x: Math.log(step + 1), y: Math.log(average), count: known.length });
  }
  const total = points.reduce((count, point) => count + point.count, 0);
  if (points.length < 2) return USUAL_GROWTH;
  const meanX = points.reduce((mean, point) => mean + (point.x * point.count) / total, 0);
  const meanY = points.reduce((mean, point) => mean + (point.y * point.count) / total, 0);
  let [product, square] = [0, 0];
  for (const { x, y, count } of points) {
    product += count * (x - meanX) * (y - meanY);
    square += count * (x - meanX) ** 2;
  }
  return clamp((product + WEIGHT_OF_USUAL * USUAL_GROWTH) / (square + WEIGHT_OF_USUAL), 0, MOST_GROWTH);
};

/** Student intervals around a deviation that grows with the distance. */
const spreadOf = (deviation: number, growth: number, freedom: number): Spread => ({
  half: (step) => student80(freedom) * deviation * (step + 1) ** growth,
  half95: (step) => student95(freedom) * deviation * (step + 1) ** growth,
  freedom,
});

/** Width from the steps from one value to the next, when there is no past projection to learn from. */
const fromSteps = (values: readonly number[]): Spread => {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const deviation = Math.sqrt(steps.reduce((total, step) => total + step * step, 0) / Math.max(1, steps.length));
  const freedom = Math.max(1, steps.length - 1);
  return spreadOf(deviation, USUAL_GROWTH, freedom);
};

/** The interval that past projections deserve: their errors, brought back to one step ahead, as a Student interval. */
export const spreadFrom = (origins: readonly Origin[], values: readonly number[]): Spread => {
  const errors = origins.map(errorsOf);
  const known = errors.flatMap((row) => row.flatMap((error, step) => (error === null ? [] : [{ error, step }])));
  if (known.length === 0) return fromSteps(values);
  const growth = growthOf(errors);
  const variance = known.reduce((total, { error, step }) => total + (error / (step + 1) ** growth) ** 2, 0) / known.length;
  const freedom = Math.max(1, errors.length - 1);
  return spreadOf(Math.sqrt(variance), growth, freedom);
};
