import type { Value } from '../book/cell';
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import type { Reader } from './reader';
import { ERROR, Lambda, Matrix, Reference, ReferenceUnion, type Argument, type Result } from './values';

/** A value that LET or LAMBDA gave a name. */
export type Scope = { name: string; value: Argument; parent: Scope | null };

export type Place = { sheet: Sheet; row: number; column: number };

/** What formulas can reach besides their arguments. */
export type Environment = {
  readonly book: Book;
  readonly reader: Reader;
  now(): Date;
  /** For RAND and its kin. */
  random(): number;
  /** Reference that a text names (`'Été'!A1:B2`, a defined name, a structured reference), as INDIRECT reads it; an error where none. */
  referenceFromText(text: string, at: Place): Result;
};

export type Context = Place & { environment: Environment; scope: Scope | null };

export type Compiled = (context: Context) => Result;

export const lookUp = (scope: Scope | null, name: string): Argument => {
  for (let level = scope; level; level = level.parent) if (level.name === name) return level.value;
  return ERROR.name;
};

/** A result as one value or a matrix. */
export function plain(result: Result, context: Context, arrayMode: boolean): Value | Matrix {
  if (result instanceof Reference) {
    const { reader } = context.environment;
    if (!arrayMode || result.isSingle) return reader.intersect(result, context.row, context.column);
    return reader.matrix(result);
  }
  if (result instanceof ReferenceUnion || result instanceof Lambda) return ERROR.value;
  return result;
}

/** A result as one value: of many, the first. */
export function single(result: Result, context: Context): Value {
  if (result instanceof Reference) return context.environment.reader.value(result.sheet, result.top, result.left);
  if (result instanceof Matrix) return result.values[0] ?? null;
  return result instanceof ReferenceUnion || result instanceof Lambda ? ERROR.value : result;
}

/** As `broadcast` for two operands, which is what operators have: without a list for each element. */
export function broadcastPair(
  left: Value | Matrix,
  right: Value | Matrix,
  operation: (left: Value, right: Value) => Value,
): Value | Matrix {
  if (!(left instanceof Matrix))
    return right instanceof Matrix ? right.map((value) => operation(left, value)) : operation(left, right);
  if (!(right instanceof Matrix)) return left.map((value) => operation(value, right));
  const isClipped = left.isClipped && right.isClipped;
  if (left.rows === right.rows && left.columns === right.columns) {
    const values = left.values.map((value, index) => operation(value, right.values[index] ?? null));
    return new Matrix(left.rows, left.columns, values, isClipped);
  }
  const rows = Math.max(left.rows, right.rows);
  const columns = Math.max(left.columns, right.columns);
  const built = Matrix.build(rows, columns, (row, column) => operation(left.at(row, column), right.at(row, column)));
  return new Matrix(rows, columns, built.values, isClipped);
}

/** Applies an operation element by element, single values, rows and columns widened as Excel does. */
export function broadcast(operands: (Value | Matrix)[], operation: (values: Value[]) => Value): Value | Matrix {
  let rows = 0;
  let columns = 0;
  let isClipped = true;
  for (const operand of operands) {
    if (!(operand instanceof Matrix)) continue;
    rows = Math.max(rows, operand.rows);
    columns = Math.max(columns, operand.columns);
    isClipped &&= operand.isClipped;
  }
  if (rows === 0) return operation(operands as Value[]);
  const values: Value[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values.push(operation(operands.map((operand) => (operand instanceof Matrix ? operand.at(row, column) : operand))));
  return new Matrix(rows, columns, values, isClipped);
}
