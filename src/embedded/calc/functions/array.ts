import { CellError, type Value } from '../../book/cell';
import { compareValues, toBoolean } from '../coercion';
import type { Context } from '../context';
import { ERROR, isError, Matrix, type Argument, type Result } from '../values';
import { boolean, define, integer, matrix, number, type FunctionTable } from './definition';
import { inverse } from './least-squares';

const given = (argument: Argument): argument is Exclude<Argument, undefined | null> =>
  argument !== undefined && argument !== null;

const wholeRows = (rows: Value[][]): Result =>
  rows.length === 0 || rows[0]?.length === 0 ? ERROR.calculation : Matrix.fromRows(rows);

/** FILTER: the rows (or columns) where the condition holds; nothing left gives the third argument or #CALC!. */
function filter([array, include, otherwise]: Argument[], context: Context): Result {
  const source = matrix(array, context);
  const conditions = matrix(include, context);
  const holds = conditions.values.map((condition) => {
    const result = toBoolean(condition);
    if (isError(result)) throw result;
    return result;
  });
  const byRow = conditions.columns === 1 && conditions.rows === source.rows;
  if (!byRow && !(conditions.rows === 1 && conditions.columns === source.columns)) return ERROR.value;
  const rows = byRow
    ? source.toRows().filter((_, index) => holds[index])
    : source.toRows().map((row) => row.filter((_, index) => holds[index]));
  if (rows.length > 0 && rows[0]?.length !== 0) return Matrix.fromRows(rows);
  return given(otherwise) ? otherwise : ERROR.calculation;
}

const identity = (row: Value[]): string =>
  JSON.stringify(
    row.map((item) => (typeof item === 'string' ? `t${item.toLowerCase()}` : item instanceof CellError ? item.code : item)),
  );

function unique([array, byColumn, exactlyOnce]: Argument[], context: Context): Result {
  const source = matrix(array, context);
  const isByColumn = boolean(byColumn, context);
  const lines = (isByColumn ? source.transposed() : source).toRows();
  const counts = new Map<string, number>();
  for (const row of lines) counts.set(identity(row), (counts.get(identity(row)) ?? 0) + 1);
  const seen = new Set<string>();
  const kept = lines.filter((row) => {
    const key = identity(row);
    if (boolean(exactlyOnce, context)) return counts.get(key) === 1;
    return !seen.has(key) && seen.add(key);
  });
  const result = wholeRows(kept);
  return isByColumn && result instanceof Matrix ? result.transposed() : result;
}

const kindRank = (value: Value): number =>
  value === null ? 4 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;

/** Sorting order: numbers, texts, booleans, errors, and empty cells always last. */
function sortOrder(left: Value, right: Value, direction: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (isError(left) || isError(right)) return (kindRank(left) - kindRank(right)) * direction;
  return compareValues(left, right) * direction;
}

type SortKey = { values: Value[]; direction: number };

const sortedIndexes = (count: number, keys: SortKey[]): number[] =>
  Array.from({ length: count }, (_, index) => index).sort((a, b) => {
    for (const { values, direction } of keys) {
      const order = sortOrder(values[a] ?? null, values[b] ?? null, direction);
      if (order !== 0) return order;
    }
    return a - b;
  });

const directionOf = (argument: Value | undefined, context: Context): number => {
  const direction = integer(argument, context, 1);
  if (direction !== 1 && direction !== -1) throw ERROR.value;
  return direction;
};

function sort([array, index, order, byColumn]: Argument[], context: Context): Result {
  const isByColumn = boolean(byColumn, context);
  const source = matrix(array, context);
  const lines = isByColumn ? source.transposed() : source;
  const orders = given(order) ? matrix(order, context).values : [1];
  const keys = (given(index) ? matrix(index, context).values : [1]).map((item, position) => {
    const column = integer(item, context);
    if (column < 1 || column > lines.columns) throw ERROR.value;
    return { values: lines.column(column - 1), direction: directionOf(orders[position] ?? orders[0], context) };
  });
  const rows = lines.toRows();
  const result = Matrix.fromRows(sortedIndexes(rows.length, keys).map((position) => rows[position] ?? []));
  return isByColumn ? result.transposed() : result;
}

function sortBy([array, ...by]: Argument[], context: Context): Result {
  const source = matrix(array, context);
  const keys: SortKey[] = [];
  for (let i = 0; i < by.length; i += 2) {
    const values = matrix(by[i], context);
    keys.push({
      values: values.values,
      direction: directionOf(given(by[i + 1]) ? (matrix(by[i + 1], context).values[0] ?? 1) : 1, context),
    });
  }
  const isByColumn = keys[0]?.values.length !== source.rows && keys[0]?.values.length === source.columns;
  const rows = (isByColumn ? source.transposed() : source).toRows();
  if (keys.some(({ values }) => values.length !== rows.length)) return ERROR.value;
  const result = Matrix.fromRows(sortedIndexes(rows.length, keys).map((position) => rows[position] ?? []));
  return isByColumn ? result.transposed() : result;
}

function sequence([rows, columns, start, step]: Argument[], context: Context): Result {
  const height = integer(rows, context, 1);
  const width = given(columns) ? integer(columns, context) : 1;
  const from = given(start) ? number(start, context) : 1;
  const by = given(step) ? number(step, context) : 1;
  if (height < 1 || width < 1) return ERROR.calculation;
  if (height * width > 1_048_576) return ERROR.number;
  return Matrix.build(height, width, (row, column) => from + by * (row * width + column));
}

/** TAKE (`keep`) and DROP: so many rows and columns from the start, or from the end where negative. */
const cut = (keep: boolean) =>
  define(['array', 'value', 'value'], [2, 3], ([array, rows, columns], context) => {
    const source = matrix(array, context);
    const span = (count: Argument, size: number): [number, number] => {
      if (!given(count)) return [0, size];
      const number = integer(count, context);
      const taken = Math.min(size, Math.abs(number));
      if (keep) return number < 0 ? [size - taken, size] : [0, taken];
      return number < 0 ? [0, size - taken] : [taken, size];
    };
    const [top, bottom] = span(rows, source.rows);
    const [left, right] = span(columns, source.columns);
    return wholeRows(
      source
        .toRows()
        .slice(top, bottom)
        .map((row) => row.slice(left, right)),
    );
  });

/** CHOOSEROWS and CHOOSECOLS: lines by number, from the end where negative. */
const choose = (byColumn: boolean) =>
  define(['array'], [2, 255], ([array, ...indexes], context) => {
    const source = matrix(array, context);
    const lines = (byColumn ? source.transposed() : source).toRows();
    const chosen = indexes
      .flatMap((index) => matrix(index, context).values)
      .map((value) => {
        const position = integer(value, context);
        const line = lines[position < 0 ? lines.length + position : position - 1];
        if (position === 0 || !line) throw ERROR.value;
        return line;
      });
    const result = Matrix.fromRows(chosen);
    return byColumn ? result.transposed() : result;
  });

/** VSTACK and HSTACK: arrays one after the other, shorter ones filled up with #N/A. */
const stack = (isHorizontal: boolean) =>
  define(['array'], [1, 255], (arrays, context) => {
    const parts = arrays.map((array) => (isHorizontal ? matrix(array, context).transposed() : matrix(array, context)));
    const columns = Math.max(...parts.map((part) => part.columns));
    const rows = parts.flatMap((part) =>
      part.toRows().map((row) => [...row, ...Array.from({ length: columns - row.length }, (): Value => ERROR.notAvailable)]),
    );
    const result = Matrix.fromRows(rows);
    return isHorizontal ? result.transposed() : result;
  });

const toLine = (isColumn: boolean) =>
  define(['array', 'value', 'value'], [1, 3], ([array, ignore, byColumn], context) => {
    const skip = integer(ignore, context);
    const source = boolean(byColumn, context) ? matrix(array, context).transposed() : matrix(array, context);
    const values = source.values.filter((value) => !((skip & 1 && value === null) || (skip & 2 && isError(value))));
    if (values.length === 0) return ERROR.calculation;
    return isColumn ? Matrix.fromColumn(values) : new Matrix(1, values.length, values);
  });

const allNumbers = (array: Argument, context: Context): number[][] =>
  matrix(array, context)
    .toRows()
    .map((row) =>
      row.map((value) => {
        if (typeof value === 'number') return value;
        throw isError(value) ? value : ERROR.value;
      }),
    );

function product([left, right]: Argument[], context: Context): Result {
  const a = allNumbers(left, context);
  const b = allNumbers(right, context);
  if (a[0]?.length !== b.length) return ERROR.value;
  return Matrix.build(a.length, b[0]?.length ?? 0, (row, column) =>
    (a[row] ?? []).reduce((total, value, index) => total + value * (b[index]?.[column] ?? 0), 0),
  );
}

export const ARRAYS: FunctionTable = {
  FILTER: define(['array', 'array', 'range'], [2, 3], filter),
  UNIQUE: define(['array', 'value', 'value'], [1, 3], unique),
  SORT: define(['array', 'array', 'array', 'value'], [1, 4], sort),
  SORTBY: define(['array'], [2, 127], sortBy),
  SEQUENCE: define(['value'], [1, 4], sequence),
  TRANSPOSE: define(['array'], [1, 1], ([array], context) => matrix(array, context).transposed()),
  TAKE: cut(true),
  DROP: cut(false),
  CHOOSEROWS: choose(false),
  CHOOSECOLS: choose(true),
  VSTACK: stack(false),
  HSTACK: stack(true),
  TOCOL: toLine(true),
  TOROW: toLine(false),
  MMULT: define(['array'], [2, 2], product),
  MINVERSE: define(['array'], [1, 1], ([array], context) => {
    const rows = allNumbers(array, context);
    if (rows.length !== rows[0]?.length) return ERROR.value;
    const inverted = inverse(rows);
    return inverted ? Matrix.fromRows(inverted) : ERROR.number;
  }),
};
