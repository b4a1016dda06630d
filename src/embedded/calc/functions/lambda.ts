import type { Value } from '../../book/cell';
import { single, type Context } from '../context';
import { ERROR, Lambda, Matrix, type Argument, type Result } from '../values';
import { define, integer, matrix, type FunctionTable } from './definition';

const lambda = (argument: Argument): Lambda => {
  if (argument instanceof Lambda) return argument;
  throw ERROR.value;
};

const last = (values: Argument[]): Lambda => lambda(values[values.length - 1]);

/** MAP: the lambda's value for each element of one or more arrays. */
function map(values: Argument[], context: Context): Result {
  const call = last(values);
  const arrays = values.slice(0, -1).map((array) => matrix(array, context));
  const rows = Math.max(...arrays.map((array) => array.rows));
  const columns = Math.max(...arrays.map((array) => array.columns));
  return Matrix.build(rows, columns, (row, column) => single(call.call(arrays.map((array) => array.at(row, column))), context));
}

/** REDUCE and SCAN: a value carried from element to element. */
const carry = (keepsSteps: boolean) =>
  define(['range', 'array', 'range'], [2, 3], (values, context) => {
    const call = last(values);
    const array = matrix(values[values.length - 2], context);
    let carried: Result = values.length === 3 ? (values[0] ?? null) : null;
    let isStarted = values.length === 3;
    const steps = array.map((item) => {
      carried = isStarted ? call.call([carried, item]) : item;
      isStarted = true;
      return single(carried, context);
    });
    return keepsSteps ? steps : carried;
  });

const byLine = (isRow: boolean) =>
  define(['array', 'range'], [2, 2], ([array, given], context) => {
    const source = matrix(array, context);
    const call = lambda(given);
    const results: Value[] = (isRow ? source : source.transposed()).toRows().map((line) => {
      const part = isRow ? new Matrix(1, line.length, line) : Matrix.fromColumn(line);
      return single(call.call([part]), context);
    });
    return isRow ? Matrix.fromColumn(results) : new Matrix(1, results.length, results);
  });

export const LAMBDAS: FunctionTable = {
  MAP: define(['array'], [2, 255], map),
  REDUCE: carry(false),
  SCAN: carry(true),
  BYROW: byLine(true),
  BYCOL: byLine(false),
  MAKEARRAY: define(['value', 'value', 'range'], [3, 3], ([rows, columns, given], context) => {
    const call = lambda(given);
    const [height, width] = [integer(rows, context), integer(columns, context)];
    if (height < 1 || width < 1) return ERROR.value;
    return Matrix.build(height, width, (row, column) => single(call.call([row + 1, column + 1]), context));
  }),
};
