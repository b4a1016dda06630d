/**
 * Exponential, logarithm and power that give the same bits everywhere. The language leaves `Math.exp`, `Math.log`,
 * `Math.pow`, `**` and the trigonometric functions to each engine; addition, multiplication, division and the square root
 * are exact by IEEE 754, so what is built on them alone is the same in Excel's web view, in a browser and in Node.
 */

/** Natural logarithm of 2 in two parts: the first has 21 zero bits at its end, so that whole multiples of it are exact. */
const LN2_HEAD = 0.69314718036912381649;
const LN2_TAIL = 1.90821492927058770002e-10;
const SMALLEST_POWER = -1074;
const GREATEST_POWER = 1023;

/** 2 to the power of `SMALLEST_POWER` and on, by doubling: exact. */
const POWERS_OF_TWO: readonly number[] = (() => {
  const powers = [Number.MIN_VALUE];
  for (let power = SMALLEST_POWER + 1; power <= GREATEST_POWER; power++) powers.push((powers.at(-1) ?? 0) * 2);
  return powers;
})();

const powerOfTwo = (power: number): number => POWERS_OF_TWO[power - SMALLEST_POWER] ?? 0;

/** 1/13!, 1/12! … 1/3!: Taylor's series, whose rest is below the last bit for the reduced argument. */
const INVERSE_FACTORIALS: readonly number[] = (() => {
  const inverses: number[] = [];
  let factorial = 2;
  for (let n = 3; n <= 14; n++) inverses.unshift(1 / (factorial *= n));
  return inverses;
})();

/**
 * e to the power of `x`, within one unit in the last place; Infinity from 709.79 on, 0 below −745.14.
 * @example exp(1) // 2.718281828459045
 */
export const exp = (x: number): number => {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  // e^x = 2^k · e^r with |r| at most half the logarithm of 2.
  const k = Math.round(x / Math.LN2);
  const head = x - k * LN2_HEAD;
  const tail = k * LN2_TAIL;
  const r = head - tail;
  const lost = head - r - tail;
  let series = 0;
  for (const inverse of INVERSE_FACTORIALS) series = series * r + inverse;
  const grown = 1 + (r + (r * r * (0.5 + r * series) + lost));
  // In two steps: the power alone may lie outside the range in which the result still is.
  const half = Math.trunc(k / 2);
  return grown * powerOfTwo(half) * powerOfTwo(k - half);
};

/** 2/3, 2/5 … 2/23, last first: the series of the inverse hyperbolic tangent. */
const ODD_SHARES: readonly number[] = Array.from({ length: 11 }, (_, index) => 2 / (23 - 2 * index));

/** Exponent of the greatest power of two that a positive number holds, found by halving the interval. */
const exponentBelow = (x: number): number => {
  let low = 0;
  let high = POWERS_OF_TWO.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((POWERS_OF_TWO[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low + SMALLEST_POWER;
};

/** Greatest power of two at or below a positive number: `powerOfTwoBelow(10)` is 8. */
export const powerOfTwoBelow = (x: number): number => powerOfTwo(exponentBelow(x));

/** Exponent of the power of two that leaves a rest between √½ and √2. */
const binaryExponent = (x: number): number => {
  const exponent = exponentBelow(x);
  return x / powerOfTwo(exponent) > Math.SQRT2 ? exponent + 1 : exponent;
};

/**
 * Natural logarithm, within one unit in the last place; −Infinity at 0, NaN below.
 * @example log(10) // 2.302585092994046
 */
export const log = (x: number): number => {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  const k = binaryExponent(x);
  // A power of two out of range is taken in two steps.
  const half = Math.trunc(k / 2);
  const f = x / powerOfTwo(half) / powerOfTwo(k - half) - 1;
  // log(1 + f) = f − f²/2 + s·(f²/2 + R) with s = f/(2 + f): the large terms are exact, only the small one is rounded.
  const s = f / (2 + f);
  const square = s * s;
  let series = 0;
  for (const share of ODD_SHARES) series = series * square + share;
  const halfSquare = (f * f) / 2;
  return k * LN2_HEAD - (halfSquare - (s * (halfSquare + series * square) + k * LN2_TAIL) - f);
};

/** Whole powers by squaring: exact wherever the result has few enough bits. */
const wholePower = (base: number, exponent: number): number => {
  let [result, factor, rest] = [1, base, Math.abs(exponent)];
  while (rest > 0) {
    if (rest % 2 === 1) result *= factor;
    factor *= factor;
    rest = Math.floor(rest / 2);
  }
  return exponent < 0 ? 1 / result : result;
};

/** Whole exponents up to this are multiplied out. */
const MOST_MULTIPLIED = 64;

/**
 * `base` to the power of `exponent`: multiplied out for small whole exponents, else e^(exponent · log base), whose relative error
 * is that of the product: below 1e-15 while the result lies between 1e-3 and 1e3. NaN for a negative base with a fraction.
 * @example power(2, 0.5) // 1.4142135623730951
 */
export const power = (base: number, exponent: number): number => {
  if (Number.isInteger(exponent) && Math.abs(exponent) <= MOST_MULTIPLIED) return wholePower(base, exponent);
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  return exp(exponent * log(base));
};
