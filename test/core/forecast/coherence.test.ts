import fc from 'fast-check';
import { coherentForecasts, reconciled, type Relation } from '../../../src/core/forecast/coherence';
import { areSame, relationsOfSteps } from '../../../src/core/forecast/families';
import { forecast } from '../../../src/core/forecast/forecast';
import { atOnce } from '../../../src/core/steps';
import { normal } from './simulate';

const SHARE = { low: 0, high: 1 };
const COUNT = { low: 0, high: Infinity };
const equal = (total: number, factors: readonly number[]): Relation => ({
  terms: factors.flatMap((factor, at) => (factor === 0 ? [] : [{ at, factor }])),
  total,
  kind: 'equal',
});
const most = (total: number, factors: readonly number[]): Relation => ({ ...equal(total, factors), kind: 'most' });

describe('the nearest values that agree', () => {
  test.each<[string, number[], number[], Relation[], number[]]>([
    ['two rates known alike share what is too much', [0.715, 0.387], [1, 1], [equal(1, [1, 1])], [0.664, 0.336]],
    ['the one known worse gives way more', [0.7, 0.4], [1, 3], [equal(1, [1, 1])], [0.675, 0.325]],
    ['one of variance 0 does not give way', [0.7, 0.4], [0, 2], [equal(1, [1, 1])], [0.7, 0.3]],
    ['what agrees stays', [0.7, 0.3], [1, 5], [equal(1, [1, 1])], [0.7, 0.3]],
    ['three parts of a whole', [0.5, 0.3, 0.5], [1, 1, 1], [equal(1, [1, 1, 1])], [0.4, 0.2, 0.4]],
    ['less than the whole is let be', [0.6, 0.2], [1, 1], [most(1, [1, 1])], [0.6, 0.2]],
    ['more than the whole is not', [0.9, 0.3], [1, 1], [most(1, [1, 1])], [0.8, 0.2]],
    ['a part that would fall below 0 stays at 0', [1, 0.5, 0.01], [1, 1, 1], [equal(1, [1, 1, 1])], [0.75, 0.25, 0]],
    ['a sum of two others', [0.5, 0.3, 0.9], [1, 1, 1], [equal(0, [1, 1, -1])], [0.5 + 0.1 / 3, 0.3 + 0.1 / 3, 0.9 - 0.1 / 3]],
  ])('%s', (_, values, variances, relations, expected) => {
    const near = reconciled(
      values,
      variances,
      relations,
      values.map(() => SHARE),
    );
    near.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? NaN, 10));
  });

  test('keep to all relations and bounds, and nothing nearer does', () => {
    const part = fc.double({ min: 0, max: 1.4, noNaN: true });
    const variance = fc.double({ min: 0.001, max: 1, noNaN: true });
    const relations = [equal(1, [1, 1, 1, 0]), equal(0, [1, 1, 0, -1])];
    const four = <Value>(one: fc.Arbitrary<Value>) => fc.tuple(one, one, one, one);
    const rest = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(four(part), four(variance), rest, (values, variances, [first, second]) => {
        const near = reconciled(
          values,
          variances,
          relations,
          values.map(() => SHARE),
        );
        const [a = NaN, b = NaN, c = NaN, d = NaN] = near;
        expect(a + b + c).toBeCloseTo(1, 9);
        expect(a + b).toBeCloseTo(d, 9);
        for (const value of near) expect(value >= 0 && value <= 1).toBe(true);
        const distance = (point: readonly number[]): number =>
          point.reduce((sum, value, at) => sum + (value - (values[at] ?? 0)) ** 2 / (variances[at] ?? 1), 0);
        // Any other point that agrees: a and b from the unit triangle.
        const [x, y] = first + second <= 1 ? [first, second] : [1 - first, 1 - second];
        expect(distance(near)).toBeLessThanOrEqual(distance([x, y, 1 - x - y, x + y]) + 1e-7);
      }),
      { numRuns: 2000, seed: 5 },
    );
  });
});

describe('what the past says of figures', () => {
  const weeks = Array.from({ length: 60 }, (_, index) => index);
  const offered = weeks.map((index) => 1000 + ((index * 37) % 90));
  const answered = offered.map((value, index) => value - 40 - ((index * 13) % 50));
  const abandoned = offered.map((value, index) => value - (answered[index] ?? 0));

  test.each<[string, (number | null)[][], (number | null)[] | undefined, Relation[]]>([
    ['two parts of the whole', [answered, abandoned], offered, [equal(1, [1, 1])]],
    [
      'two parts but for a call of one week',
      [answered, abandoned.map((value, index) => (index === 30 ? value - 3 : value))],
      offered,
      [most(1, [1, 1])],
    ],
    [
      'more than the whole in one week',
      [answered, abandoned.map((value, index) => (index === 30 ? value + 3 : value))],
      offered,
      [],
    ],
    ['three counts of which two make one', [offered, answered, abandoned], undefined, [equal(0, [-1, 1, 1])]],
    [
      'weeks without figure say nothing',
      [answered.map((value, index) => (index % 3 === 0 ? null : value)), abandoned],
      offered,
      [equal(1, [1, 1])],
    ],
    ['too few weeks say nothing', [answered.map((value, index) => (index < 40 ? null : value)), abandoned], offered, []],
    ['figures that are always 0 make nothing', [weeks.map(() => 0), weeks.map(() => 0)], weeks.map(() => 0), []],
  ])('%s', (_, figures, whole, expected) => {
    const found = atOnce(relationsOfSteps(figures, 26, whole)).map(({ terms, ...rest }) => ({
      terms: [...terms].sort((one, other) => one.at - other.at),
      ...rest,
    }));
    expect(found).toEqual(expected);
  });

  test('sums are not found by chance in independent figures', () => {
    const draw = normal(11);
    const figures = Array.from({ length: 7 }, () => weeks.map(() => Math.round(1000 + 100 * draw())));
    expect(atOnce(relationsOfSteps(figures, 26)).filter(({ kind }) => kind === 'equal')).toEqual([]);
  });

  test.each([
    ['the same figure', offered, true],
    ['a rounding apart', offered.map((value) => value * 1.0001), true],
    ['another figure', answered, false],
  ])('%s', (_, other, same) => expect(areSame(offered, other, 26)).toBe(same));
});

describe('forecasts that agree', () => {
  const draw = normal(7);
  const rate = Array.from({ length: 90 }, (_, index) => (index === 89 ? 0.6 : 0.92 + 0.01 * draw()));
  const other = rate.map((value) => 1 - value);
  const projected = [rate, other].map((series) => forecast(series, { horizon: 4, season: 52, low: 0, high: 1 }));
  const whole = equal(1, [1, 1]);
  const coherent = coherentForecasts(projected, [whole], [SHARE, SHARE]);

  test('apart they do not make a whole, together they do, each between what both say', () => {
    const totals = (forecasts: typeof projected): number[] =>
      (forecasts[0]?.points ?? []).map(({ value }, step) => value + (forecasts[1]?.points[step]?.value ?? NaN));
    expect(totals(projected).some((total) => Math.abs(total - 1) > 0.001)).toBe(true);
    for (const total of totals([...coherent])) expect(total).toBeCloseTo(1, 12);
    coherent[0]?.points.forEach(({ value }, step) => {
      const said = [projected[0]?.points[step]?.value ?? NaN, 1 - (projected[1]?.points[step]?.value ?? NaN)];
      expect(value).toBeGreaterThanOrEqual(Math.min(...said) - 1e-12);
      expect(value).toBeLessThanOrEqual(Math.max(...said) + 1e-12);
    });
  });

  test('what they said at past dates agrees too, so that their errors mirror each other', () => {
    coherent[0]?.origins.forEach(({ projected: said }, index) =>
      said.forEach((value, step) => expect(value + (coherent[1]?.origins[index]?.projected[step] ?? NaN)).toBeCloseTo(1, 12)),
    );
  });

  test('a fixed one is given back as it was', () => {
    expect(coherentForecasts(projected, [whole], [SHARE, SHARE], new Set([0]))[0]).toBe(projected[0]);
  });

  test('forecasts without points stay without', () => {
    const none = forecast([], { horizon: 4 });
    expect(coherentForecasts([none, none], [whole], [COUNT, COUNT]).map(({ points }) => points)).toEqual([[], []]);
  });
});
