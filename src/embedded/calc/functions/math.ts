import { CellError } from '../../book/cell';
import { power } from '../operators';
import { ERROR, Matrix, Reference } from '../values';
import {
  checked,
  define,
  defineAggregate,
  defineNumeric,
  eachNumber,
  integer,
  isArea,
  matrix,
  type FunctionTable,
} from './definition';

export const sumOf = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

const positive = (value: number, calculate: (value: number) => number) => (value > 0 ? calculate(value) : ERROR.number);

/** `MOD(n,d)`: the remainder has the sign of the divisor. */
const modulo = (number: number, divisor: number): number => {
  const remainder = number - divisor * Math.floor(number / divisor);
  // Fractions such as MOD(1.1,0.1) leave noise of a last digit.
  return Math.abs(remainder) < Math.abs(number) * 1e-15 ? 0 : remainder;
};

const greatestDivisor = (left: number, right: number): number => (right === 0 ? left : greatestDivisor(right, left % right));

const wholeNumbers = (numbers: number[]): number[] => {
  const whole = numbers.map(Math.trunc);
  if (whole.some((number) => number < 0)) throw ERROR.number;
  return whole;
};

const factorial = (of: number): number => {
  let product = 1;
  for (let i = 2; i <= of; i++) product *= i;
  return product;
};

const combinations = (of: number, chosen: number): number => {
  let result = 1;
  for (let i = 1; i <= chosen; i++) result = (result * (of - chosen + i)) / i;
  return Math.round(result);
};

/** Sum over pairs of numbers of two ranges of one size. */
const definePairSum = (term: (x: number, y: number) => number) =>
  define(['array'], [2, 2], ([first, second], context) => {
    const xs = matrix(first, context);
    const ys = matrix(second, context);
    if (xs.values.length !== ys.values.length) return ERROR.notAvailable;
    let total = 0;
    for (let i = 0; i < xs.values.length; i++) {
      const [x, y] = [xs.values[i], ys.values[i]];
      if (x instanceof CellError) return x;
      if (y instanceof CellError) return y;
      if (typeof x === 'number' && typeof y === 'number') total += term(x, y);
    }
    return total;
  });

/** SUMPRODUCT: texts, booleans and empty cells count as 0; ranges of different sizes are #VALUE!. */
const sumProduct = define(['array'], [1, 255], (values, context) => {
  const sizes = values.map((given) =>
    given instanceof Reference || given instanceof Matrix ? [given.rows, given.columns] : [1, 1],
  );
  if (sizes.some(([rows, columns]) => rows !== sizes[0]?.[0] || columns !== sizes[0]?.[1])) {
    const isClipped = values.every((given) => isArea(given));
    if (!isClipped || !values.some((given) => given instanceof Matrix && given.isClipped)) return ERROR.value;
  }
  const factors = values.map((given) => matrix(given, context));
  const rows = Math.max(...factors.map((factor) => factor.rows));
  const columns = Math.max(...factors.map((factor) => factor.columns));
  let total = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let product = 1;
      for (const factor of factors) {
        const value = row < factor.rows && column < factor.columns ? factor.at(row, column) : null;
        if (value instanceof CellError) return value;
        product *= typeof value === 'number' ? value : 0;
      }
      total += product;
    }
  return total;
});

export const MATH: FunctionTable = {
  SUM: define(['range'], [1, 255], (values, context) => {
    let total = 0;
    eachNumber(values, context, (item) => (total += item));
    return checked(total);
  }),
  PRODUCT: defineAggregate((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, number) => product * number, 1))),
  SUMSQ: defineAggregate((numbers) => sumOf(numbers.map((number) => number * number))),
  SUMPRODUCT: sumProduct,
  SUMX2MY2: definePairSum((x, y) => x * x - y * y),
  SUMX2PY2: definePairSum((x, y) => x * x + y * y),
  SUMXMY2: definePairSum((x, y) => (x - y) ** 2),
  ABS: defineNumeric([1, 1], Math.abs),
  SIGN: defineNumeric([1, 1], Math.sign),
  SQRT: defineNumeric([1, 1], (x) => (x < 0 ? ERROR.number : Math.sqrt(x))),
  SQRTPI: defineNumeric([1, 1], (x) => (x < 0 ? ERROR.number : Math.sqrt(x * Math.PI))),
  EXP: defineNumeric([1, 1], Math.exp),
  LN: defineNumeric([1, 1], (x) => positive(x, Math.log)),
  LOG10: defineNumeric([1, 1], (x) => positive(x, Math.log10)),
  LOG: defineNumeric([1, 2], (x, base = 10) => {
    if (x <= 0 || base <= 0) return ERROR.number;
    if (base === 1) return ERROR.division;
    return base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base);
  }),
  POWER: defineNumeric([2, 2], power),
  PI: define([], [0, 0], () => Math.PI),
  MOD: defineNumeric([2, 2], (number, divisor) => (divisor === 0 ? ERROR.division : modulo(number, divisor))),
  QUOTIENT: defineNumeric([2, 2], (number, divisor) => (divisor === 0 ? ERROR.division : Math.trunc(number / divisor))),
  FACT: defineNumeric([1, 1], (x) => (x < 0 ? ERROR.number : factorial(Math.trunc(x)))),
  COMBIN: defineNumeric([2, 2], (of, chosen) => {
    const [n, k] = [Math.trunc(of), Math.trunc(chosen)];
    return n < 0 || k < 0 || k > n ? ERROR.number : combinations(n, k);
  }),
  PERMUT: defineNumeric([2, 2], (of, chosen) => {
    const [n, k] = [Math.trunc(of), Math.trunc(chosen)];
    return n < 0 || k < 0 || k > n ? ERROR.number : factorial(n) / factorial(n - k);
  }),
  GCD: defineAggregate((numbers) => wholeNumbers(numbers).reduce(greatestDivisor, 0)),
  LCM: defineAggregate((numbers) =>
    wholeNumbers(numbers).reduce(
      (multiple, number) => (number === 0 ? 0 : (multiple / greatestDivisor(multiple, number)) * number),
      1,
    ),
  ),
  SIN: defineNumeric([1, 1], Math.sin),
  COS: defineNumeric([1, 1], Math.cos),
  TAN: defineNumeric([1, 1], Math.tan),
  ASIN: defineNumeric([1, 1], (x) => (Math.abs(x) > 1 ? ERROR.number : Math.asin(x))),
  ACOS: defineNumeric([1, 1], (x) => (Math.abs(x) > 1 ? ERROR.number : Math.acos(x))),
  ATAN: defineNumeric([1, 1], Math.atan),
  // Excel takes x first, then y.
  ATAN2: defineNumeric([2, 2], (x, y) => (x === 0 && y === 0 ? ERROR.division : Math.atan2(y, x))),
  SINH: defineNumeric([1, 1], Math.sinh),
  COSH: defineNumeric([1, 1], Math.cosh),
  TANH: defineNumeric([1, 1], Math.tanh),
  DEGREES: defineNumeric([1, 1], (x) => (x * 180) / Math.PI),
  RADIANS: defineNumeric([1, 1], (x) => (x * Math.PI) / 180),
  RAND: define([], [0, 0], (_, { environment }) => environment.random(), { isVolatile: true }),
  RANDBETWEEN: define(
    ['value'],
    [2, 2],
    ([from, to], context) => {
      const low = Math.ceil(integer(from, context));
      const high = integer(to, context);
      return high < low ? ERROR.number : low + Math.floor(context.environment.random() * (high - low + 1));
    },
    { isVolatile: true },
  ),
};
