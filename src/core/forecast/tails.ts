/** Γ(b + ½) / Γ(b) for a whole or half b, by its recurrence from b = ½ or 1. */
const gammaStep = (b: number): number => {
  const start = Number.isInteger(b) ? 1 : 0.5;
  let ratio = start === 1 ? Math.sqrt(Math.PI) / 2 : 1 / Math.sqrt(Math.PI);
  for (let at = start; at < b; at++) ratio *= (at + 0.5) / at;
  return ratio;
};

/** Γ(a + b) / (Γ(a) Γ(b)) for whole or half a and b: the inverse of Euler's beta function, by products alone. */
const inverseBeta = (a: number, b: number): number => {
  const whole = Math.floor(a);
  let product = 1;
  if (Number.isInteger(a)) {
    for (let step = 0; step < whole; step++) product *= (b + step) / Math.max(1, step);
    return product;
  }
  for (let step = 0; step < whole; step++) product *= (b + 0.5 + step) / (step + 0.5);
  return (product * gammaStep(b)) / Math.sqrt(Math.PI);
};

/** A positive number to a whole or half power, by multiplication. */
const halfPower = (base: number, exponent: number): number => {
  let result = Number.isInteger(exponent) ? 1 : Math.sqrt(base);
  let factor = base;
  for (let rest = Math.floor(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
};

/** Steps of the continued fraction, and the change below which it has settled. */
const MOST_STEPS = 300;
const SETTLED = 1e-13;
const TINY = 1e-300;

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), from its front by Lentz's recurrence. */
const betaFraction = (a: number, b: number, x: number): number => {
  let numerator = 1;
  let denominator = 1 / Math.max(TINY, 1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  const turn = (coefficient: number): number => {
    denominator = 1 + coefficient * denominator;
    numerator = 1 + coefficient / numerator;
    if (Math.abs(denominator) < TINY) denominator = TINY;
    if (Math.abs(numerator) < TINY) numerator = TINY;
    denominator = 1 / denominator;
    return numerator * denominator;
  };
  for (let step = 1; step <= MOST_STEPS; step++) {
    const even = 2 * step;
    const first = turn((step * (b - step) * x) / ((a + even - 1) * (a + even)));
    const second = turn((-(a + step) * (a + b + step) * x) / ((a + even) * (a + even + 1)));
    fraction *= first * second;
    if (Math.abs(second - 1) < SETTLED) break;
  }
  return fraction;
};

/** The regularised incomplete beta function, for whole or half a and b. */
const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction settles fast on one side of the mode only; the other side is its complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  return (halfPower(x, a) * halfPower(1 - x, b) * inverseBeta(a, b) * betaFraction(a, b, x)) / a;
};

/**
 * Chance that Fisher's F with whole degrees of freedom is at least `ratio`; 1 for a ratio that is none. Only the four
 * operations and the square root, so the same bits everywhere. Abramowitz and Stegun 26.6.2.
 *
 * @example fisherTail(4.0, 3, 20) // 0.0221
 */
export const fisherTail = (ratio: number, top: number, bottom: number): number => {
  if (!(ratio > 0) || top < 1 || bottom < 1) return 1;
  if (ratio === Infinity) return 0;
  return incompleteBeta(bottom / 2, top / 2, bottom / (bottom + top * ratio));
};

/** Chance that Student's t with whole degrees of freedom departs from 0 by at least |t|, on either side. */
export const studentTail = (t: number, freedom: number): number => fisherTail(t * t, 1, freedom);
