import { ERROR } from '../values';
import { sumOf } from './math';

export type Fit = {
  /** One for each variable, then the constant (0 where there is none). */
  coefficients: number[];
  /** Standard errors in the same order. */
  errors: number[];
  /** Sum of the squares of what is left. */
  residual: number;
  /** Degrees of freedom. */
  freedom: number;
};

/** Inverse of a symmetric matrix by Gauss-Jordan elimination with pivots; null when it has none. */
export function inverse(given: number[][]): number[][] | null {
  const size = given.length;
  const rows = given.map((row, index) => [...row, ...Array.from({ length: size }, (_, column) => (column === index ? 1 : 0))]);
  for (let step = 0; step < size; step++) {
    let pivot = step;
    for (let row = step + 1; row < size; row++)
      if (Math.abs(rows[row]?.[step] ?? 0) > Math.abs(rows[pivot]?.[step] ?? 0)) pivot = row;
    const [chosen, other] = [rows[pivot], rows[step]];
    const scale = Math.max(...given.map((row) => Math.abs(row[step] ?? 0)), Number.MIN_VALUE);
    if (!chosen || !other || Math.abs(chosen[step] ?? 0) <= scale * 1e-13) return null;
    rows[pivot] = other;
    const divisor = chosen[step] ?? 1;
    const scaled = chosen.map((value) => value / divisor);
    rows[step] = scaled;
    rows.forEach((row, index) => {
      const factor = row[step] ?? 0;
      if (index !== step && factor !== 0) rows[index] = row.map((value, column) => value - factor * (scaled[column] ?? 0));
    });
  }
  return rows.map((row) => row.slice(size));
}

/**
 * Ordinary least squares of y on some variables, about their means when there is a constant. Variables that depend on one another
 * give #NUM!: Excel sets one of them to 0, and which one is not documented.
 */
export function leastSquares(rows: number[][], y: number[], hasConstant: boolean): Fit {
  const count = y.length;
  const variables = rows[0]?.length ?? 0;
  const indexes = Array.from({ length: variables }, (_, index) => index);
  const means = indexes.map((index) => (hasConstant ? sumOf(rows.map((row) => row[index] ?? 0)) / count : 0));
  const meanY = hasConstant ? sumOf(y) / count : 0;
  const centred = rows.map((row) => row.map((value, index) => value - (means[index] ?? 0)));
  const products = indexes.map((i) => indexes.map((j) => sumOf(centred.map((row) => (row[i] ?? 0) * (row[j] ?? 0)))));
  const inverted = inverse(products);
  if (!inverted) throw ERROR.number;
  const moments = indexes.map((i) => sumOf(centred.map((row, index) => (row[i] ?? 0) * ((y[index] ?? 0) - meanY))));
  const slopes = inverted.map((row) => sumOf(row.map((value, index) => value * (moments[index] ?? 0))));
  const constant = hasConstant ? meanY - sumOf(slopes.map((slope, index) => slope * (means[index] ?? 0))) : 0;
  const residual = sumOf(
    rows.map((row, index) => {
      const left = (y[index] ?? 0) - constant - sumOf(row.map((value, column) => value * (slopes[column] ?? 0)));
      return left * left;
    }),
  );
  const freedom = count - variables - (hasConstant ? 1 : 0);
  const spread = freedom > 0 ? residual / freedom : 0;
  const errors = indexes.map((index) => Math.sqrt(spread * (inverted[index]?.[index] ?? 0)));
  const meanTerm = sumOf(means.map((mean, i) => sumOf(means.map((other, j) => mean * other * (inverted[i]?.[j] ?? 0)))));
  return {
    coefficients: [...slopes, constant],
    errors: [...errors, hasConstant ? Math.sqrt(spread * (1 / count + meanTerm)) : 0],
    residual,
    freedom,
  };
}
