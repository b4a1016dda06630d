import { cellKey, type Value } from '../../book/cell';
import type { Context } from '../context';
import { ERROR, isError, Matrix, Reference, ReferenceUnion, type Argument, type Result } from '../values';
import { define, integer, number, numbersIn, type FunctionTable } from './definition';
import { sumOf } from './math';
import {
  average,
  countFilled,
  countNumbers,
  deviation,
  highest,
  large,
  lowest,
  median,
  mode,
  percentile,
  percentileExclusive,
  quartile,
  small,
  variance,
} from './statistics';

/** SUBTOTAL's functions by number. */
const TOTALS: Record<number, (values: Argument[], context: Context) => Value> = {
  1: (values, context) => average(numbersIn(values, context)),
  2: countNumbers,
  3: countFilled,
  4: (values, context) => highest(numbersIn(values, context)),
  5: (values, context) => lowest(numbersIn(values, context)),
  6: (values, context) => {
    const numbers = numbersIn(values, context);
    return numbers.length === 0 ? 0 : numbers.reduce((product, item) => product * item, 1);
  },
  7: (values, context) => deviation(1)(numbersIn(values, context)),
  8: (values, context) => deviation(0)(numbersIn(values, context)),
  9: (values, context) => sumOf(numbersIn(values, context)),
  10: (values, context) => variance(1)(numbersIn(values, context)),
  11: (values, context) => variance(0)(numbersIn(values, context)),
};

/** AGGREGATE's further functions; those from 14 on take one more number. */
const RANKED: Record<number, (numbers: readonly number[], argument: number) => Value> = {
  14: large,
  15: small,
  16: percentile,
  17: quartile(percentile),
  18: percentileExclusive,
  19: (numbers, quarter) => {
    const index = Math.trunc(quarter);
    return index < 1 || index > 3 ? ERROR.number : percentileExclusive(numbers, index / 4);
  },
};

type Skipping = { hiddenRows: boolean; errors: boolean; nested: boolean };

const IS_SUBTOTAL = /\b(SUBTOTAL|AGGREGATE)\s*\(/i;

/** The values of references that are to count, in one column. */
function counted(given: Argument, context: Context, skip: Skipping): Argument {
  const keep = (value: Value): boolean => !(skip.errors && isError(value));
  if (given instanceof Matrix) return Matrix.fromColumn(given.values.filter(keep));
  const areas = given instanceof Reference ? [given] : given instanceof ReferenceUnion ? given.areas : null;
  if (!areas) return given;
  const values: Value[] = [];
  for (const area of areas) {
    const { sheet, top, left } = area;
    const vector = context.environment.reader.vector(area);
    for (let row = 0; row < vector.rows; row++) {
      if (skip.hiddenRows && sheet.rows.get(top + row)?.hidden === true) continue;
      for (let column = 0; column < vector.columns; column++) {
        const value = vector.values[row * vector.columns + column] ?? null;
        if (value === null || !keep(value)) continue;
        const formula = skip.nested ? sheet.cells.get(cellKey(top + row, left + column))?.formula : undefined;
        if (formula === undefined || !IS_SUBTOTAL.test(formula)) values.push(value);
      }
    }
  }
  return Matrix.fromColumn(values);
}

/** SUBTOTAL: leaves out cells that are subtotals themselves, from 101 on also rows that are hidden. */
function subtotal([kind, ...ranges]: Argument[], context: Context): Result {
  const asked = integer(kind, context);
  const total = TOTALS[asked > 100 ? asked - 100 : asked];
  if (!total || ranges.some((range) => !(range instanceof Reference || range instanceof ReferenceUnion))) return ERROR.value;
  const skip = { hiddenRows: asked > 100, errors: false, nested: true };
  return total(
    ranges.map((range) => counted(range, context, skip)),
    context,
  );
}

/** AGGREGATE: as SUBTOTAL, with a choice of what to leave out. From 14 on it also takes arrays. */
function aggregate([kind, options, ...ranges]: Argument[], context: Context): Result {
  const asked = integer(kind, context);
  const option = integer(options, context);
  if (option < 0 || option > 7) return ERROR.value;
  const skip = { hiddenRows: option % 2 === 1, errors: [2, 3, 6, 7].includes(option), nested: option < 4 };
  const ranked = RANKED[asked];
  if (ranked) {
    if (ranges.length < 2) return ERROR.value;
    return ranked(numbersIn([counted(ranges[0], context, skip)], context), number(ranges[1], context));
  }
  const values = ranges.map((range) => counted(range, context, skip));
  if (asked === 12) return median(numbersIn(values, context));
  if (asked === 13) return mode(numbersIn(values, context));
  return TOTALS[asked]?.(values, context) ?? ERROR.value;
}

export const SUBTOTALS: FunctionTable = {
  SUBTOTAL: define(['value', 'range'], [2, 255], subtotal),
  AGGREGATE: define(['value', 'value', 'array'], [3, 255], aggregate),
};
