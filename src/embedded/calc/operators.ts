import { CellError, type Value } from '../book/cell';
import { compareValues, toNumber, toText } from './coercion';
import { ERROR } from './values';

/** Relative size below which a difference is the noise of binary fractions: Excel gives 0 for `0.5-0.4-0.1`. */
const NOISE = 4.5e-16;

const finite = (value: number): Value => (Number.isFinite(value) ? value : ERROR.number);

const sum = (left: number, right: number): number => {
  const total = left + right;
  return total !== 0 && Math.abs(total) < Math.abs(left) * NOISE ? 0 : total;
};

/** `^` as Excel does it: 0^0 is #NUM!, 0 to a negative power is #DIV/0!. */
export function power(base: number, exponent: number): Value {
  if (base === 0 && exponent === 0) return ERROR.number;
  if (base === 0 && exponent < 0) return ERROR.division;
  return finite(base ** exponent);
}

const arithmetic: Record<string, (left: number, right: number) => Value> = {
  '+': (left, right) => finite(sum(left, right)),
  '-': (left, right) => finite(sum(left, -right)),
  '*': (left, right) => finite(left * right),
  '/': (left, right) => (right === 0 ? ERROR.division : finite(left / right)),
  '^': power,
};

const comparison: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

export type BinaryOperation = (left: Value, right: Value, date1904: boolean) => Value;

/** What a binary operator does to two single values; undefined for the reference operators (`:`, `,` and the space). */
export function binaryOperation(operator: string): BinaryOperation | undefined {
  const calculate = arithmetic[operator];
  if (calculate)
    return (left, right, date1904) => {
      const a = toNumber(left, date1904);
      if (a instanceof CellError) return a;
      const b = toNumber(right, date1904);
      return b instanceof CellError ? b : calculate(a, b);
    };
  const compare = comparison[operator];
  if (compare)
    return (left, right) => {
      if (left instanceof CellError) return left;
      if (right instanceof CellError) return right;
      return compare(compareValues(left, right));
    };
  if (operator === '&')
    return (left, right) => {
      const a = toText(left);
      if (a instanceof CellError) return a;
      const b = toText(right);
      return b instanceof CellError ? b : a + b;
    };
  return undefined;
}

/** Signs and `%`. Unary plus leaves anything as it is. */
export function unaryOperation(operator: string): ((value: Value, date1904: boolean) => Value) | undefined {
  if (operator === '+') return (value) => value;
  if (operator !== '-' && operator !== '%') return undefined;
  return (value, date1904) => {
    const number = toNumber(value, date1904);
    if (number instanceof CellError) return number;
    return operator === '-' ? (number === 0 ? 0 : -number) : number / 100;
  };
}
