import { exp, log } from './elementary';

/** Small statistics that the methods share. */

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const median = (values: readonly number[]): number => {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};
export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);
export const square = (value: number): number => value * value;
const cube = (value: number): number => value * value * value;
export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Upper 90 % points of Student's t, so that ± covers 80 %, for 1 to 12 degrees of freedom. */
const STUDENT_90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356] as const;
const NORMAL_90 = 1.2816;

/** Half-width of an 80 % interval in standard deviations, for a deviation estimated with `freedom` degrees of freedom. */
export const student80 = (freedom: number): number => {
  const whole = Math.max(1, Math.floor(freedom));
  // Beyond the table: first terms of the expansion of the quantile in 1/df (Cornish and Fisher).
  return STUDENT_90[whole - 1] ?? NORMAL_90 + (cube(NORMAL_90) + NORMAL_90) / (4 * whole);
};

/** Upper 97.5 % points of Student's t, so that ± covers 95 %, for 1 to 12 degrees of freedom. */
const STUDENT_975 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179] as const;
const NORMAL_975 = 1.96;

/** Half-width of a 95 % interval in standard deviations, for a deviation estimated with `freedom` degrees of freedom. */
export const student95 = (freedom: number): number => {
  const whole = Math.max(1, Math.floor(freedom));
  return STUDENT_975[whole - 1] ?? NORMAL_975 + (cube(NORMAL_975) + NORMAL_975) / (4 * whole);
};

/** Normal value exceeded with a small probability (Abramowitz and Stegun 26.2.23, error under 5e-4). */
const normalLimit = (probability: number): number => {
  const t = Math.sqrt(-2 * log(probability));
  const top = 2.515517 + 0.802853 * t + 0.010328 * t * t;
  const bottom = 1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * cube(t);
  return t - top / bottom;
};

/** Student's t exceeded with a small probability (Cornish and Fisher's expansion, good from 4 degrees of freedom on). */
export const studentLimit = (probability: number, freedom: number): number => {
  const z = normalLimit(probability);
  return z + (cube(z) + z) / (4 * freedom) + (5 * square(z) * cube(z) + 16 * cube(z) + 3 * z) / (96 * square(freedom));
};

/** Akaike's criterion corrected for small samples: the smaller, the better the trade of fit against parameters. */
export const correctedAkaike = (squaredErrors: number, count: number, parameters: number): number => {
  const spare = count - parameters - 1;
  if (spare <= 0) return Infinity;
  return count * log(Math.max(squaredErrors / count, 1e-12)) + 2 * parameters + (2 * parameters * (parameters + 1)) / spare;
};

/** Weights of models by their criteria: how likely each is the best of them, given the same data. Sums to 1. */
export const akaikeWeights = (criteria: readonly number[]): number[] => {
  const least = Math.min(...criteria);
  const raw = criteria.map((criterion) => (criterion === least ? 1 : exp((least - criterion) / 2)));
  const total = sum(raw);
  return raw.map((weight) => weight / total);
};

/** Least-squares line through values at 0, 1, 2 …. */
export const line = (values: readonly number[]): { start: number; slope: number } => {
  const middle = (values.length - 1) / 2;
  const average = mean(values);
  let product = 0;
  let spread = 0;
  values.forEach((value, index) => {
    product += (index - middle) * (value - average);
    spread += square(index - middle);
  });
  const slope = spread > 0 ? product / spread : 0;
  return { start: average - slope * middle, slope };
};

/** Solves a small linear system by elimination with pivoting; null when it is singular. */
export const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null => {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    if (Math.abs(at(pivot, column)) < 1e-12) return null;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let row = column + 1; row < size; row++) {
      const factor = at(row, column) / at(column, column);
      rows[row] = (rows[row] ?? []).map((value, index) => value - factor * at(column, index));
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = at(row, size);
    for (let column = row + 1; column < size; column++) rest -= at(row, column) * (solution[column] ?? 0);
    solution[row] = rest / at(row, row);
  }
  return solution;
};
