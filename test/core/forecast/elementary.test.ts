import { exp, log, power } from '../../../src/core/forecast/elementary';

/** Distance in units of the last place of the expected value. */
const unitsApart = (value: number, expected: number): number => {
  const bits = new DataView(new ArrayBuffer(16));
  bits.setFloat64(0, value);
  bits.setFloat64(8, expected);
  const distance = bits.getBigInt64(0) - bits.getBigInt64(8);
  return Number(distance < 0n ? -distance : distance);
};

describe('known values, correctly rounded from tables of many digits', () => {
  test.each([
    ['exp(0)', exp(0), 1],
    ['exp(1)', exp(1), 2.718281828459045],
    ['exp(-1)', exp(-1), 0.36787944117144233],
    ['exp(0.5)', exp(0.5), 1.6487212707001282],
    ['exp(10)', exp(10), 22026.465794806718],
    ['exp(-20)', exp(-20), 2.061153622438558e-9],
    ['exp(700)', exp(700), 1.0142320547350045e304],
    ['exp(-700)', exp(-700), 9.859676543759771e-305],
    ['log(2)', log(2), 0.6931471805599453],
    ['log(3)', log(3), 1.0986122886681098],
    ['log(10)', log(10), 2.302585092994046],
    ['log(0.1)', log(0.1), -2.3025850929940455],
    ['log(1e300)', log(1e300), 690.7755278982137],
    ['log(5e-324)', log(5e-324), -744.4400719213812],
    ['log(1.0000001)', log(1.0000001), 9.999999505838704e-8],
    ['power(2, 0.5)', power(2, 0.5), 1.4142135623730951],
    ['power(10, -3)', power(10, -3), 1e-3],
    ['power(7, 0.3)', power(7, 0.3), 1.792789962520997],
    ['power(3, 5)', power(3, 5), 243],
  ])('%s', (_, value, expected) => expect(unitsApart(value, expected)).toBeLessThanOrEqual(2));
});

describe('a thousand values across the range agree with the engine’s own to two units in the last place', () => {
  const across = Array.from({ length: 1000 }, (_, index) => -700 + 1.4007 * index);
  test('exponentials', () => {
    for (const x of across) expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
  });
  test('logarithms', () => {
    for (const x of across) expect(unitsApart(log(Math.exp(x)), Math.log(Math.exp(x)))).toBeLessThanOrEqual(2);
  });
  test('powers, where the result is of common size', () => {
    for (let base = 1; base < 100; base++) {
      const value = power(base, 0.37);
      expect(Math.abs(value / Math.pow(base, 0.37) - 1)).toBeLessThan(1e-15);
    }
  });
});

describe('ends of the range', () => {
  test.each([
    ['exp of much', exp(710), Infinity],
    ['exp of very little', exp(-746), 0],
    ['exp of nothing known', exp(Number.NaN), Number.NaN],
    ['log of 0', log(0), -Infinity],
    ['log of a negative number', log(-1), Number.NaN],
    ['log of infinity', log(Infinity), Infinity],
    ['log of 1', log(1), 0],
    ['0 to a positive power', power(0, 0.5), 0],
    ['anything to the power of 0', power(17.3, 0), 1],
    ['a negative base with a fraction', power(-2, 0.5), Number.NaN],
  ])('%s', (_, value, expected) => expect(value).toBe(expected));
});
