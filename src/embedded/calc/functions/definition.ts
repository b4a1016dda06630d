import { CellError, type Value } from '../../book/cell';
import { numberFromText, toBoolean, toNumber, toText } from '../coercion';
import type { Context } from '../context';
import { ERROR, isError, Matrix, Reference, ReferenceUnion, type Argument, type Result } from '../values';

/**
 * How a parameter takes its argument:
 * - `value`: one value; where the argument is an array, the function is applied to each of its elements;
 * - `range`: references and arrays as they are, expressions in the formula's own mode;
 * - `array`: as `range`, but expressions inside are always evaluated as arrays, as in SUMPRODUCT.
 */
export type ParameterKind = 'value' | 'range' | 'array';

export type FunctionDefinition = {
  minimum: number;
  maximum: number;
  kinds: ParameterKind[];
  /** How many of the last kinds repeat for further arguments. */
  repeat: number;
  /** Errors among single values are passed on to the body instead of being the result. */
  keepsErrors: boolean;
  /** Recalculated whenever anything is. */
  isVolatile: boolean;
  /** Looks at where its arguments are, not at what they hold: `ROW(A5)` in A5 is no circle. */
  isPositional: boolean;
  /** May throw a `CellError`, which becomes the result. */
  body: (values: Argument[], context: Context) => Result;
};

export type FunctionTable = Record<string, FunctionDefinition>;

type Options = Partial<Pick<FunctionDefinition, 'repeat' | 'keepsErrors' | 'isVolatile' | 'isPositional'>>;

/** A function by the kinds of its parameters; `maximum` defaults to the number of kinds, `Infinity` lets the last ones repeat. */
export function define(
  kinds: ParameterKind[],
  [minimum, maximum]: [minimum: number, maximum: number],
  body: FunctionDefinition['body'],
  options: Options = {},
): FunctionDefinition {
  return { minimum, maximum, kinds, repeat: 1, keepsErrors: false, isVolatile: false, isPositional: false, ...options, body };
}

/** A function of single numbers: `defineNumeric([1, 2], (x, digits = 0) => …)`. */
export const defineNumeric = (
  counts: [minimum: number, maximum: number],
  body: (...numbers: number[]) => Value,
): FunctionDefinition =>
  define(['value'], counts, (values, context) =>
    checked(body(...(values.map((value) => (value === undefined ? undefined : number(value, context))) as number[]))),
  );

/** A function of numbers gathered from all its arguments: `defineAggregate((numbers) => …)`. */
export const defineAggregate = (body: (numbers: number[]) => Value): FunctionDefinition =>
  define(['range'], [1, 255], (values, context) => checked(body(numbersIn(values, context))));

/** Results out of the range of numbers are #NUM!. */
export const checked = (value: Value): Value => (typeof value === 'number' && !Number.isFinite(value) ? ERROR.number : value);

/** One value of an argument; arrays and references have no single one here. */
export function value(argument: Argument): Value {
  if (argument === undefined) return null;
  if (argument === null || typeof argument !== 'object' || isError(argument)) return argument;
  if (argument instanceof Matrix) return argument.values[0] ?? null;
  throw ERROR.value;
}

/** An argument as a number; throws the error it is or gives. */
export function number(argument: Argument, context: Context, otherwise = 0): number {
  if (typeof argument === 'number') return argument;
  if (argument === undefined) return otherwise;
  const result = toNumber(one(argument, context), context.environment.book.date1904);
  if (result instanceof CellError) throw result;
  return result;
}

/** A number without its fraction. */
export const integer = (argument: Argument, context: Context, otherwise = 0): number =>
  Math.trunc(number(argument, context, otherwise));

export function text(argument: Argument, context: Context, otherwise = ''): string {
  if (typeof argument === 'string') return argument;
  if (argument === undefined) return otherwise;
  const result = toText(one(argument, context));
  if (result instanceof CellError) throw result;
  return result;
}

export function boolean(argument: Argument, context: Context, otherwise = false): boolean {
  if (argument === undefined) return otherwise;
  const result = toBoolean(one(argument, context));
  if (result instanceof CellError) throw result;
  return result;
}

/** The one value of an argument, a single cell read. */
export function one(argument: Argument, context: Context): Value {
  if (argument instanceof Reference && argument.isSingle)
    return context.environment.reader.value(argument.sheet, argument.top, argument.left);
  return value(argument);
}

/** Values of arguments, row by row; a single value gives itself. */
export function* valuesIn(values: Argument[], context: Context): Generator<Value> {
  for (const argument of values) {
    if (argument === undefined) continue;
    yield* context.environment.reader.vectorOf(argument).values;
  }
}

export const isArea = (argument: Argument): argument is Reference | ReferenceUnion | Matrix =>
  argument instanceof Reference || argument instanceof ReferenceUnion || argument instanceof Matrix;

/** Visits the values of an area, without a copy of them where it is a range of cells. */
export function eachValue(area: Reference | ReferenceUnion | Matrix, context: Context, visit: (value: Value) => void): void {
  const { reader } = context.environment;
  if (area instanceof Reference) reader.forEach(area, visit);
  else for (const value of reader.vectorOf(area).values) visit(value);
}

/**
 * Visits numbers as SUM takes them: in ranges and arrays only real numbers count, while single values are coerced
 * (`SUM("3",TRUE)` is 4). Throws the first error found.
 */
export function eachNumber(values: Argument[], context: Context, visit: (number: number) => void): void {
  const take = (item: Value): void => {
    if (typeof item === 'number') visit(item);
    else if (item instanceof CellError) throw item;
  };
  for (const argument of values) {
    if (argument === undefined) continue;
    if (isArea(argument)) eachValue(argument, context, take);
    else visit(number(argument, context));
  }
}

/** The numbers that `eachNumber` visits. */
export function numbersIn(values: Argument[], context: Context): number[] {
  const numbers: number[] = [];
  eachNumber(values, context, (item) => numbers.push(item));
  return numbers;
}

/** Numbers as AVERAGEA and its kin take them: texts in ranges are 0, booleans 0 or 1, empty cells do not count. */
export function numbersWithText(values: Argument[], context: Context): number[] {
  const numbers: number[] = [];
  for (const argument of values) {
    if (argument === undefined) continue;
    if (!isArea(argument)) numbers.push(number(argument, context));
    else
      for (const item of context.environment.reader.vectorOf(argument).values) {
        if (item instanceof CellError) throw item;
        if (item !== null) numbers.push(typeof item === 'number' ? item : item === true ? 1 : 0);
      }
  }
  return numbers;
}

/** An argument as a matrix. */
export function matrix(argument: Argument, context: Context): Matrix {
  if (argument instanceof Matrix) return argument;
  if (argument instanceof Reference) return context.environment.reader.matrix(argument);
  if (argument instanceof ReferenceUnion) throw ERROR.value;
  return new Matrix(1, 1, [value(argument)]);
}

/** Two equally long columns of numbers, pairs with a text or an empty cell left out: what regressions take. Unequal lengths are #N/A. */
export function numberPairs(first: Argument, second: Argument, context: Context): { x: number[]; y: number[] } {
  const xs = matrix(first, context).values;
  const ys = matrix(second, context).values;
  if (xs.length !== ys.length) throw ERROR.notAvailable;
  const x: number[] = [];
  const y: number[] = [];
  xs.forEach((left, index) => {
    const right = ys[index] ?? null;
    if (left instanceof CellError) throw left;
    if (right instanceof CellError) throw right;
    if (typeof left !== 'number' || typeof right !== 'number') return;
    x.push(left);
    y.push(right);
  });
  return { x, y };
}

/** Number of a date argument: a serial, or a text that says a date alike everywhere. Negative is #NUM!. */
export function serial(argument: Argument, context: Context): number {
  const given = one(argument, context);
  if (typeof given === 'string') {
    const read = numberFromText(given, context.environment.book.date1904);
    if (read === null) throw ERROR.value;
    return read;
  }
  const result = number(given, context);
  if (result < 0) throw ERROR.number;
  return result;
}
