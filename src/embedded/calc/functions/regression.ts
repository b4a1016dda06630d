import type { Value } from '../../book/cell';
import type { Context } from '../context';
import { ERROR, Matrix, type Argument, type Result } from '../values';
import { boolean, define, matrix, number, numberPairs, type FunctionTable } from './definition';
import { leastSquares } from './least-squares';
import { sumOf } from './math';

type Moments = { n: number; meanX: number; meanY: number; sxx: number; syy: number; sxy: number };

/** Means and sums of products of deviations of two columns. */
function momentsOf(x: number[], y: number[]): Moments {
  const n = x.length;
  const meanX = sumOf(x) / n;
  const meanY = sumOf(y) / n;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  x.forEach((value, index) => {
    const dx = value - meanX;
    const dy = (y[index] ?? 0) - meanY;
    sxx += dx * dx;
    syy += dy * dy;
    sxy += dx * dy;
  });
  return { n, meanX, meanY, sxx, syy, sxy };
}

/** A function of two ranges given as (x, y) moments; nothing to work on is #DIV/0!. */
const definePaired = (xFirst: boolean, least: number, body: (moments: Moments) => Value) =>
  define(['array'], [2, 2], ([first, second], context) => {
    const { x, y } = xFirst ? numberPairs(first, second, context) : numberPairs(second, first, context);
    return x.length < least ? ERROR.division : body(momentsOf(x, y));
  });

const correlation = ({ sxx, syy, sxy }: Moments): Value => (sxx === 0 || syy === 0 ? ERROR.division : sxy / Math.sqrt(sxx * syy));

const forecast = define(['value', 'array', 'array'], [3, 3], ([at, known, by], context) => {
  const { x, y } = numberPairs(by, known, context);
  if (x.length === 0) return ERROR.notAvailable;
  const { meanX, meanY, sxx, sxy } = momentsOf(x, y);
  return sxx === 0 ? ERROR.division : meanY + (sxy / sxx) * (number(at, context) - meanX);
});

/** Numbers of a matrix; anything else in it is #VALUE!, as LINEST and TREND refuse it. */
function numbersOnly(given: Matrix): number[] {
  return given.values.map((value) => {
    if (typeof value === 'number') return value;
    throw value !== null && typeof value === 'object' ? value : ERROR.value;
  });
}

type Model = { y: number[]; rows: number[][]; coefficients: number[]; hasConstant: boolean; isRow: boolean };

/** Rows of the explaining variables: each column of x is one where y is a column, each row where y is a row. */
function variablesOf(given: Matrix, count: number, isRow: boolean): number[][] {
  const values = numbersOnly(given);
  if (given.values.length === count && (given.rows === 1 || given.columns === 1)) return values.map((value) => [value]);
  const lines = isRow ? given.transposed() : given;
  if (lines.rows !== count) throw ERROR.reference;
  const ordered = isRow ? numbersOnly(lines) : values;
  return Array.from({ length: count }, (_, row) => ordered.slice(row * lines.columns, (row + 1) * lines.columns));
}

function modelOf([known, by, constant]: Argument[], context: Context): Model {
  const target = matrix(known, context);
  const y = numbersOnly(target);
  const isRow = target.rows === 1 && target.columns > 1;
  const rows =
    by === undefined || by === null ? y.map((_, index) => [index + 1]) : variablesOf(matrix(by, context), y.length, isRow);
  const hasConstant = constant === undefined || constant === null || boolean(constant, context);
  return { y, rows, coefficients: leastSquares(rows, y, hasConstant).coefficients, hasConstant, isRow };
}

const predicted = (coefficients: number[], row: number[]): number =>
  row.reduce((total, value, index) => total + value * (coefficients[index] ?? 0), coefficients[row.length] ?? 0);

/** TREND, and GROWTH on logarithms: the fitted line at the new x. */
function trend([known, by, at, constant]: Argument[], context: Context): Result {
  const model = modelOf([known, by, constant], context);
  if (at === undefined || at === null) {
    const values = model.rows.map((row) => predicted(model.coefficients, row));
    return model.isRow ? new Matrix(1, values.length, values) : Matrix.fromColumn(values);
  }
  const target = matrix(at, context);
  const variables = model.rows[0]?.length ?? 1;
  if (variables === 1) return target.map((value) => predicted(model.coefficients, [number(value, context)]));
  const lines = model.isRow ? target.transposed() : target;
  if (lines.columns !== variables) return ERROR.reference;
  const values = lines.toRows().map((row) =>
    predicted(
      model.coefficients,
      row.map((value) => number(value, context)),
    ),
  );
  return model.isRow ? new Matrix(1, values.length, values) : Matrix.fromColumn(values);
}

function growth([known, by, at, constant]: Argument[], context: Context): Result {
  const logarithms = matrix(known, context).map((value) => {
    const positive = number(value, context);
    if (positive <= 0) throw ERROR.number;
    return Math.log(positive);
  });
  const fitted = trend([logarithms, by, at, constant], context);
  return fitted instanceof Matrix ? fitted.map((value) => (typeof value === 'number' ? Math.exp(value) : value)) : fitted;
}

/**
 * LINEST: slopes from the last variable to the first, then the intercept; with statistics also standard errors, R², the error of
 * y, F, degrees of freedom and the two sums of squares, laid out as Excel does.
 */
function linest([known, by, constant, statistics]: Argument[], context: Context): Result {
  const { y, rows, hasConstant } = modelOf([known, by, constant], context);
  const { coefficients, errors, residual, freedom } = leastSquares(rows, y, hasConstant);
  const slopes = coefficients.length - 1;
  const reversed = (values: number[]): number[] => [...values.slice(0, slopes).reverse(), values[slopes] ?? 0];
  const first = reversed(coefficients);
  if (!boolean(statistics, context)) return new Matrix(1, first.length, first);
  const mean = hasConstant ? sumOf(y) / y.length : 0;
  const total = sumOf(y.map((value) => (value - mean) ** 2));
  const explained = total - residual;
  const variables = slopes;
  const lines: Value[][] = [
    first,
    hasConstant ? reversed(errors) : [...reversed(errors).slice(0, slopes), ERROR.notAvailable],
    [total === 0 ? 1 : explained / total, freedom > 0 ? Math.sqrt(residual / freedom) : 0],
    [freedom > 0 && residual > 0 ? explained / variables / (residual / freedom) : ERROR.number, freedom],
    [explained, residual],
  ];
  return Matrix.build(5, first.length, (row, column) => lines[row]?.[column] ?? ERROR.notAvailable);
}

export const REGRESSION: FunctionTable = {
  'FORECAST.LINEAR': forecast,
  FORECAST: forecast,
  SLOPE: definePaired(false, 1, ({ sxx, sxy }) => (sxx === 0 ? ERROR.division : sxy / sxx)),
  INTERCEPT: definePaired(false, 1, ({ meanX, meanY, sxx, sxy }) => (sxx === 0 ? ERROR.division : meanY - (sxy / sxx) * meanX)),
  CORREL: definePaired(true, 1, correlation),
  PEARSON: definePaired(true, 1, correlation),
  RSQ: definePaired(false, 1, (moments) => {
    const r = correlation(moments);
    return typeof r === 'number' ? r * r : r;
  }),
  STEYX: definePaired(false, 3, ({ n, sxx, syy, sxy }) =>
    sxx === 0 ? ERROR.division : Math.sqrt((syy - (sxy * sxy) / sxx) / (n - 2)),
  ),
  COVAR: definePaired(true, 1, ({ n, sxy }) => sxy / n),
  'COVARIANCE.P': definePaired(true, 1, ({ n, sxy }) => sxy / n),
  'COVARIANCE.S': definePaired(true, 2, ({ n, sxy }) => sxy / (n - 1)),
  TREND: define(['array', 'array', 'array', 'value'], [1, 4], trend),
  GROWTH: define(['array', 'array', 'array', 'value'], [1, 4], growth),
  LINEST: define(['array', 'array', 'value', 'value'], [1, 4], linest),
};
