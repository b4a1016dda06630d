import { CellError, type Value } from '../../book/cell';
import type { Context } from '../context';
import { wildcardPattern } from '../criteria';
import { ERROR, isError, Matrix, Reference, ReferenceUnion, type Argument, type Result } from '../values';
import { compareSame, type Vector } from '../vector';
import { boolean, define, integer, isArea, number, one, type FunctionTable } from './definition';

type Wanted = number | string | boolean;

/** What is looked for; an empty cell is 0. */
function wantedOf(argument: Argument, context: Context): Wanted {
  const value = one(argument, context);
  if (value instanceof CellError) throw value;
  return value ?? 0;
}

/** Position of the first value that matches; with wildcards in the text when asked. -1 when none. */
function findExact(vector: Vector, wanted: Wanted, wildcards: boolean): number {
  const pattern = wildcards && typeof wanted === 'string' ? wildcardPattern(wanted) : undefined;
  if (!pattern) return vector.firstEqual(wanted);
  return vector.values.findIndex((value) => typeof value === 'string' && pattern.test(value));
}

const isSame = (value: Value, wanted: Wanted): boolean => typeof value === typeof wanted && compareSame(value, wanted) === 0;

function findLast(vector: Vector, wanted: Wanted, wildcards: boolean): number {
  const pattern = wildcards && typeof wanted === 'string' ? wildcardPattern(wanted) : undefined;
  for (let i = vector.values.length - 1; i >= 0; i--) {
    const value = vector.values[i] ?? null;
    if (pattern ? typeof value === 'string' && pattern.test(value) : isSame(value, wanted)) return i;
  }
  return -1;
}

/** The equal value, or else the nearest below (`side` -1) or above (1), the data in any order. */
function findNearest(vector: Vector, wanted: Wanted, side: -1 | 1, fromLast: boolean): number {
  let best = -1;
  const { values } = vector;
  for (let step = 0; step < values.length; step++) {
    const i = fromLast ? values.length - 1 - step : step;
    const value = values[i] ?? null;
    if (typeof value !== typeof wanted) continue;
    const order = compareSame(value, wanted);
    if (order === 0) return i;
    if (order * side > 0 && (best < 0 || compareSame(value, values[best] ?? null) * side < 0)) best = i;
  }
  return best;
}

/** XLOOKUP's and XMATCH's search. */
function search(vector: Vector, wanted: Wanted, mode: number, direction: number): number {
  if (![-1, 0, 1, 2].includes(mode) || ![-2, -1, 1, 2].includes(direction)) throw ERROR.value;
  const fromLast = direction === -1;
  if (mode === 0 || mode === 2) return fromLast ? findLast(vector, wanted, mode === 2) : findExact(vector, wanted, mode === 2);
  return findNearest(vector, wanted, mode === -1 ? -1 : 1, fromLast);
}

const line = (given: Argument, context: Context): Vector => {
  if (!isArea(given)) return context.environment.reader.vectorOf(given ?? null);
  if (given instanceof ReferenceUnion || (given.rows > 1 && given.columns > 1)) throw ERROR.notAvailable;
  return context.environment.reader.vectorOf(given);
};

/** Part of an area by 1-based row and column, 0 for all of them; a reference stays one. */
function indexed(area: Reference | Matrix, row: number, column: number): Result {
  if (row < 0 || column < 0) return ERROR.value;
  if (row > area.rows || column > area.columns) return ERROR.reference;
  const top = Math.max(0, row - 1);
  const left = Math.max(0, column - 1);
  const rows = row === 0 ? area.rows : 1;
  const columns = column === 0 ? area.columns : 1;
  if (area instanceof Reference) return area.part(top, left, rows, columns);
  if (rows === 1 && columns === 1) return area.at(top, left);
  return Matrix.build(rows, columns, (i, j) => area.at(top + i, left + j));
}

const areaOf = (given: Argument): Reference | Matrix => {
  if (given instanceof Reference || given instanceof Matrix) return given;
  if (isError(given)) throw given;
  if (given === undefined || given instanceof ReferenceUnion || (given !== null && typeof given === 'object')) throw ERROR.value;
  return new Matrix(1, 1, [given]);
};

/** INDEX(area, row, column) and INDEX((areas), row, column, area). A line takes one number whatever way it runs. */
function index([given, row, column, area]: Argument[], context: Context): Result {
  let from = given;
  if (given instanceof ReferenceUnion) {
    const chosen = given.areas[integer(area, context, 1) - 1];
    if (!chosen) return ERROR.reference;
    from = chosen;
  } else if (area !== undefined && integer(area, context, 1) !== 1) return ERROR.reference;
  const cells = areaOf(from);
  const first = integer(row, context);
  if (column === undefined && cells.rows === 1 && cells.columns > 1) return indexed(cells, 1, first);
  return indexed(cells, first, integer(column, context, cells.columns === 1 ? 1 : 0));
}

function match([wanted, among, kind]: Argument[], context: Context): Result {
  const vector = line(among, context);
  const type = number(kind, context, 1);
  const value = wantedOf(wanted, context);
  const position = type === 0 ? findExact(vector, value, true) : type > 0 ? vector.lastUpTo(value) : vector.lastDownTo(value);
  return position < 0 ? ERROR.notAvailable : position + 1;
}

/** VLOOKUP and HLOOKUP: the value that stands in the wanted row or column of a table, found by its first. */
const tableLookup = (isVertical: boolean) =>
  define(['value', 'array', 'value', 'value'], [3, 4], ([wanted, table, position, approximate], context) => {
    const area = areaOf(table);
    const keys = isVertical ? indexed(area, 0, 1) : indexed(area, 1, 0);
    const taken = integer(position, context);
    if (taken > (isVertical ? area.columns : area.rows)) return ERROR.reference;
    const vector = context.environment.reader.vectorOf(keys);
    const value = wantedOf(wanted, context);
    const found = boolean(approximate, context, true) ? vector.lastUpTo(value) : findExact(vector, value, true);
    if (found < 0) return ERROR.notAvailable;
    if (taken < 1) return ERROR.value;
    return isVertical ? indexed(area, found + 1, taken) : indexed(area, taken, found + 1);
  });

/** LOOKUP in vectors, or in a table's first row or column where that is longer, taking the last one. */
function lookup([wanted, among, results]: Argument[], context: Context): Result {
  const area = areaOf(among);
  const byRow = area.columns > area.rows;
  const keys = results === undefined ? (byRow ? indexed(area, 1, 0) : indexed(area, 0, 1)) : area;
  const found = context.environment.reader.vectorOf(keys).lastUpTo(wantedOf(wanted, context));
  if (found < 0) return ERROR.notAvailable;
  if (results === undefined) return byRow ? indexed(area, area.rows, found + 1) : indexed(area, found + 1, area.columns);
  const taken = areaOf(results);
  return taken.columns > taken.rows ? indexed(taken, 1, found + 1) : indexed(taken, found + 1, 1);
}

function xlookup([wanted, among, results, otherwise, mode, direction]: Argument[], context: Context): Result {
  const area = areaOf(among);
  const taken = areaOf(results);
  const isColumn = area.columns === 1;
  if (!isColumn && area.rows !== 1) return ERROR.value;
  if (isColumn ? area.rows !== taken.rows : area.columns !== taken.columns) return ERROR.value;
  const vector = context.environment.reader.vectorOf(area);
  const found = search(vector, wantedOf(wanted, context), integer(mode, context), integer(direction, context, 1));
  if (found < 0) return otherwise ?? ERROR.notAvailable;
  return isColumn ? indexed(taken, found + 1, 0) : indexed(taken, 0, found + 1);
}

function xmatch([wanted, among, mode, direction]: Argument[], context: Context): Result {
  const vector = line(among, context);
  const found = search(vector, wantedOf(wanted, context), integer(mode, context), integer(direction, context, 1));
  return found < 0 ? ERROR.notAvailable : found + 1;
}

export const LOOKUP: FunctionTable = {
  INDEX: define(['array', 'value', 'value', 'value'], [2, 4], index),
  MATCH: define(['value', 'range', 'value'], [2, 3], match),
  VLOOKUP: tableLookup(true),
  HLOOKUP: tableLookup(false),
  LOOKUP: define(['value', 'array', 'array'], [2, 3], lookup),
  XLOOKUP: define(['value', 'array', 'array', 'range', 'value', 'value'], [3, 6], xlookup),
  XMATCH: define(['value', 'array', 'value', 'value'], [2, 4], xmatch),
};
