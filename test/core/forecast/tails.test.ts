import { fisherTail, studentTail } from '../../../src/core/forecast/tails';

/** Values of the F distribution from published tables and from SciPy's `f.sf`. */
test.each([
  ['a small sample', 4, 3, 20, 0.022076999662362],
  ['many degrees of freedom below', 2.2, 6, 400, 0.042224951492909],
  ['both odd', 10, 5, 7, 0.004333879659503],
  ['both odd and alike', 1.6, 11, 11, 0.224063691157683],
  ['a ratio below 1', 0.5, 2, 9, 0.622431111850942],
  ['one and one, the 5 % point of the tables', 161.44763879759, 1, 1, 0.05],
  ['two and two, the 5 % point of the tables', 19, 2, 2, 0.05],
])('chance of F: %s', (_, ratio, top, bottom, chance) => expect(fisherTail(ratio, top, bottom)).toBeCloseTo(chance, 9));

test.each([
  ['no ratio', NaN, 1],
  ['nothing explained', 0, 1],
  ['less than nothing, by rounding', -1e-12, 1],
  ['a perfect fit', Infinity, 0],
])('chance of F at its ends: %s', (_, ratio, chance) => expect(fisherTail(ratio, 3, 20)).toBe(chance));

test('the tail never rises with the ratio, and stays above 0 far out', () => {
  const chances = [0.1, 0.5, 0.9, 1, 1.1, 2, 5, 20, 100].map((ratio) => fisherTail(ratio, 6, 700));
  expect([...chances].sort((one, other) => other - one)).toEqual(chances);
  expect(chances.at(-1)).toBeGreaterThan(0);
});

test("Student's t is on both sides", () => {
  expect(studentTail(2.2281388519649, 10)).toBeCloseTo(0.05, 9);
  expect(studentTail(-2.2281388519649, 10)).toBe(studentTail(2.2281388519649, 10));
});
