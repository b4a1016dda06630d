import { solvePositive } from './linear';
import { fisherTail, studentTail } from './tails';

/** Regressors and value of one observation. */
export type Row = { regressors: readonly number[]; value: number };
/** Products of the regressors with each other and with the values, and the sum of the values' squares. */
export type Products = { matrix: readonly (readonly number[])[]; right: readonly number[]; square: number; count: number };
/** What least squares give: a coefficient a column, the squares left, and the products of the columns. */
export type Solved = { coefficients: number[]; squares: number; matrix: number[][]; freedom: number };

/** The products of rows that all have the same regressors. */
export const productsOf = (rows: readonly Row[]): Products => {
  const size = rows[0]?.regressors.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  let square = 0;
  for (const { regressors, value } of rows) {
    square += value * value;
    regressors.forEach((one, i) => {
      if (one === 0) return;
      const line = matrix[i] ?? [];
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + one * (regressors[j] ?? 0);
      right[i] = (right[i] ?? 0) + one * value;
    });
  }
  return { matrix, right, square, count: rows.length };
};

/** Least squares on some of the columns; null where these depend on each other. */
export const leastSquares = (products: Products, columns: readonly number[]): Solved | null => {
  const matrix = columns.map((i) => columns.map((j) => products.matrix[i]?.[j] ?? 0));
  const right = columns.map((i) => products.right[i] ?? 0);
  const coefficients = solvePositive(matrix, right);
  if (!coefficients) return null;
  const explained = coefficients.reduce((total, one, i) => total + one * (right[i] ?? 0), 0);
  return { coefficients, squares: Math.max(0, products.square - explained), matrix, freedom: products.count - columns.length };
};

/** Chance that what the larger set of columns explains beyond the smaller one is chance: Fisher's F of nested regressions. */
export const nestedChance = (small: Solved, large: Solved): number => {
  const top = small.freedom - large.freedom;
  return fisherTail((small.squares - large.squares) / top / (large.squares / large.freedom), top, large.freedom);
};

/** A contrast of the coefficients, and the chance of one as far from 0. */
export const contrastOf = (solved: Solved, contrast: readonly number[]): { departure: number; chance: number } => {
  const departure = contrast.reduce((total, one, i) => total + one * (solved.coefficients[i] ?? 0), 0);
  const half = solvePositive(solved.matrix, contrast) ?? [];
  const variance = (solved.squares / solved.freedom) * half.reduce((total, one, i) => total + one * (contrast[i] ?? 0), 0);
  return { departure, chance: studentTail(departure / Math.sqrt(variance), solved.freedom) };
};
