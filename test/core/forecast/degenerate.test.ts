import fc from 'fast-check';
import { forecast, type Forecast, type ForecastOptions } from '../../../src/core/forecast/forecast';
import type { Series } from '../../../src/core/forecast/series';

/**
 * Whatever figures come, the answer is sane: as many projected periods as were asked for, each finite, between its limits and
 * within what the figures can be; and it does not depend on the unit, on gaps at the ends, on time, or on who asks.
 */

const isKnown = (value: number | null): value is number => value !== null && Number.isFinite(value);
const knownOf = (series: Series): number[] => series.filter(isKnown);

/** What every answer has to be. `describe` names the series in the message of a failure. */
const expectSane = (series: Series, options: ForecastOptions): Forecast => {
  const before = [...series];
  const answer = forecast(series, options);
  const { points, weights, fitted, origins, observed, season, cleaned } = answer;
  expect(series).toEqual(before);
  const known = knownOf(series);
  expect(observed).toBe(known.length);
  expect(points).toHaveLength(known.length === 0 ? 0 : options.horizon);
  const low = options.low ?? (known.every((value) => value >= 0) ? 0 : -Infinity);
  const high = options.high ?? (options.kind === 'rate' && known.every((value) => value <= 1) ? 1 : Infinity);
  for (const point of points) {
    const ordered = [point.low95, point.low, point.value, point.high, point.high95];
    expect(ordered.every(Number.isFinite)).toBe(true);
    expect([...ordered].sort((one, other) => one - other)).toEqual(ordered);
    expect(point.low95).toBeGreaterThanOrEqual(low);
    expect(point.high95).toBeLessThanOrEqual(high);
  }
  const shares = Object.values(weights);
  expect(shares.every((share) => share >= 0 && share <= 1 + 1e-9)).toBe(true);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total !== 0) expect(total).toBeCloseTo(1, 9);
  if (fitted.length > 0) expect(fitted).toHaveLength(series.length);
  expect(fitted.every((value) => value === null || Number.isFinite(value))).toBe(true);
  expect(origins.every(({ projected }) => projected.every(Number.isFinite))).toBe(true);
  expect(season === 1 || season === options.season).toBe(true);
  for (const { index, from, to } of cleaned) {
    expect(series[index]).toBe(from);
    expect(Number.isFinite(to)).toBe(true);
  }
  return answer;
};

const repeated = (length: number, value: (index: number) => number | null): Series =>
  Array.from({ length }, (_, index) => value(index));

/** A sequence of numbers between 0 and 1 that is the same each time. */
const noise = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
};
const noisy = (length: number, level: number, width: number, seed = 7): Series => {
  const draw = noise(seed);
  return repeated(length, () => level + width * (draw() - 0.5));
};

describe('degenerate series', () => {
  test.each<[name: string, series: Series]>([
    ['no value', []],
    ['nothing but gaps', [null, null, null, null]],
    ['nothing but NaN', repeated(30, () => Number.NaN)],
    ['nothing but infinity', repeated(30, (index) => (index % 2 ? Infinity : -Infinity))],
    ['one value', [42]],
    ['one value among gaps', [null, 42, null]],
    ['two values', [40, 44]],
    ['three values', [40, 44, 41]],
    ['seven values', [40, 44, 41, 45, 39, 42, 40]],
    ['eight values', [40, 44, 41, 45, 39, 42, 40, 43]],
    ['zeros', repeated(60, () => 0)],
    ['a constant', repeated(60, () => 12)],
    ['a negative constant', repeated(60, () => -12)],
    ['zeros, then one value', repeated(60, (index) => (index === 59 ? 5 : 0))],
    ['one value, then zeros', repeated(60, (index) => (index === 0 ? 5 : 0))],
    ['a NaN in the middle', repeated(60, (index) => (index === 30 ? Number.NaN : 10 + (index % 7)))],
    ['infinities among values', repeated(60, (index) => (index % 20 === 5 ? Infinity : 10 + (index % 7)))],
    ['every other value missing', repeated(80, (index) => (index % 2 ? null : 10 + (index % 7)))],
    ['a gap of half the series', repeated(80, (index) => (index > 20 && index < 60 ? null : 10 + (index % 7)))],
    ['a few sales among zeros', repeated(90, (index) => (index % 13 === 4 ? 3 : 0))],
    ['billions', noisy(90, 1e12, 1e11)],
    ['billionths', noisy(90, 1e-9, 1e-10)],
    ['figures at the end of what a number can be', noisy(40, 1e300, 1e299)],
    ['figures near the smallest number', noisy(40, 1e-300, 1e-301)],
    ['negative figures', noisy(90, -500, 40)],
    ['figures around zero', noisy(90, 0, 40)],
    ['alternating', repeated(70, (index) => (index % 2 ? 100 : 0))],
    ['alternating signs', repeated(70, (index) => (index % 2 ? 100 : -100))],
    ['a step up', repeated(70, (index) => (index < 35 ? 100 : 1000))],
    ['a step at the very end', repeated(70, (index) => (index < 69 ? 100 : 1000))],
    ['a fall to zero', repeated(70, (index) => (index < 40 ? 100 : 0))],
    ['a straight line', repeated(70, (index) => index)],
    ['growth by a tenth each period', repeated(70, (index) => 1.1 ** index)],
    ['one spike', repeated(70, (index) => (index === 50 ? 1e9 : 10 + (index % 7)))],
    ['a thousand points', noisy(1000, 100, 20)],
  ])('%s', (_, series) => {
    for (const season of [1, 7, 12, 52, 400]) for (const horizon of [0, 1, 5]) expectSane(series, { horizon, season });
  });

  test.each([0, 1, 400])('%i periods to project', (horizon) => {
    expectSane(noisy(60, 100, 10), { horizon, season: 7 });
    expectSane(noisy(9, 100, 10), { horizon, season: 1 });
    expectSane([5, 6], { horizon, season: 7 });
  });

  test.each([1, 2, 3, 39, 40, 41, 80])('a season of %i in 40 points', (season) => {
    expectSane(noisy(40, 100, 10), { horizon: 5, season });
  });

  test('zeros go on as zeros, a constant as itself', () => {
    for (const level of [0, 12, -7, 0.5]) {
      const { points } = forecast(
        repeated(60, () => level),
        { horizon: 6, season: 7 },
      );
      for (const { value } of points) expect(value).toBeCloseTo(level, 9);
    }
  });

  test('no value, no projection; one value, that value and nothing on how wrong it may be', () => {
    expect(forecast([], { horizon: 3 })).toMatchObject({ points: [], observed: 0 });
    const { points, observed } = forecast([42], { horizon: 3 });
    expect(observed).toBe(1);
    expect(points.map(({ value }) => value)).toEqual([42, 42, 42]);
  });
});

type Shape = 'level' | 'walk' | 'rare' | 'week' | 'step';

/** Series of many shapes, sizes and signs, with gaps and what is no number; each value varies by `least` of its size or more. */
const anySeries = (shortest: number, longest: number, least = 0): fc.Arbitrary<Series> =>
  fc
    .record({
      shape: fc.constantFrom<Shape>('level', 'walk', 'rare', 'week', 'step'),
      length: fc.integer({ min: shortest, max: longest }),
      level: fc.oneof(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((level) => (Math.abs(level) < 1e-9 ? 0 : level)),
        fc.constantFrom(0, 1e12, 1e-9, 1, -1e12),
      ),
      width: fc.oneof(fc.constant(least), fc.double({ min: Math.max(least, 1e-6), max: 2, noNaN: true })),
      holes: fc.constantFrom(0, 0, 0.1, 0.5),
      hole: fc.constantFrom(null, null, Number.NaN, Infinity),
      seed: fc.integer({ min: 1, max: 1e9 }),
    })
    .map(({ shape, length, level, width, holes, hole, seed }) => {
      const draw = noise(seed);
      const scale = level === 0 ? 1 : Math.abs(level);
      let at = level;
      return repeated(length, (index) => {
        const away = width * scale * (draw() - 0.5);
        at = shape === 'walk' ? at + away : shape === 'step' && index * 2 > length ? level * 3 + away : level + away;
        const value = shape === 'rare' ? (draw() < 0.15 ? at : 0) : shape === 'week' ? at * (1 + (index % 7) / 7) : at;
        return draw() < holes ? hole : value;
      });
    });

const season = fc.constantFrom(1, 4, 7, 12);
const horizon = fc.integer({ min: 1, max: 15 });

describe('any series', () => {
  test('has a sane answer, the same twice', () => {
    fc.assert(
      fc.property(
        anySeries(0, 90),
        season,
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(undefined, 'count' as const, 'amount' as const, 'duration' as const, 'rate' as const),
        (series, cycle, ahead, kind) => {
          const options = { horizon: ahead, season: cycle, ...(kind && { kind }) };
          expect(forecast(series, options)).toEqual(expectSane(series, options));
        },
      ),
      { numRuns: 120, seed: 11 },
    );
  });

  test('stays within the bounds that are given', () => {
    fc.assert(
      fc.property(anySeries(1, 60), season, horizon, (series, cycle, ahead) => {
        expectSane(series, { horizon: ahead, season: cycle, low: -3, high: 4 });
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  const LIMITS = ['value', 'low', 'high', 'low95', 'high95'] as const;
  const inUnit = (series: Series, unit: number): Series => series.map((value) => (value === null ? null : value * unit));
  /** Whole numbers may always change by one, whatever one is: their intervals are not those of the same in another unit. */
  const isWhole = (series: Series): boolean => knownOf(series).every((value) => Number.isInteger(value));

  test('says the same to the last bit in a unit that is twice, half or a millionth as large by powers of two', () => {
    fc.assert(
      fc.property(anySeries(2, 70), season, horizon, fc.constantFrom(0.5, 2, 1024, 2 ** -20), (series, cycle, ahead, unit) => {
        const other = inUnit(series, unit);
        fc.pre(!isWhole(series) && !isWhole(other));
        const options = { horizon: ahead, season: cycle };
        const expected = forecast(series, options).points.map((point) => LIMITS.map((limit) => point[limit] * unit));
        expect(forecast(other, options).points.map((point) => LIMITS.map((limit) => point[limit]))).toEqual(expected);
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  // With next to no noise several methods fit as well, and the rounding of another unit decides between them.
  test('says the same to a millionth in any unit, of figures that vary by a tenth', () => {
    fc.assert(
      fc.property(
        anySeries(2, 70, 0.1),
        season,
        horizon,
        fc.constantFrom(1e-3, 0.7, 7, 3600, 1e6),
        (series, cycle, ahead, unit) => {
          const other = inUnit(series, unit);
          fc.pre(!isWhole(series) && !isWhole(other));
          const options = { horizon: ahead, season: cycle };
          const one = forecast(series, options).points;
          const another = forecast(other, options).points;
          const size = Math.max(...knownOf(series).map(Math.abs), ...one.map(({ value }) => Math.abs(value)));
          for (const [step, point] of one.entries())
            for (const limit of LIMITS)
              expect(Math.abs((another[step]?.[limit] ?? Number.NaN) / unit - point[limit])).toBeLessThanOrEqual(1e-6 * size);
        },
      ),
      { numRuns: 60, seed: 16 },
    );
  });

  test('is not changed by gaps before its first value', () => {
    fc.assert(
      fc.property(anySeries(1, 60), season, horizon, fc.integer({ min: 1, max: 30 }), (series, cycle, ahead, gaps) => {
        const first = series.findIndex(isKnown);
        fc.pre(first >= 0);
        const options = { horizon: ahead, season: cycle };
        const trimmed = series.slice(first);
        const late = [...repeated(gaps, () => null), ...trimmed];
        expect(forecast(late, options).points).toEqual(forecast(trimmed, options).points);
      }),
      { numRuns: 50, seed: 14 },
    );
  });

  test('is projected over gaps after its last value', () => {
    fc.assert(
      fc.property(anySeries(1, 60), season, horizon, fc.integer({ min: 1, max: 5 }), (series, cycle, ahead, gaps) => {
        fc.pre(isKnown(series.at(-1) ?? null));
        const over = forecast([...series, ...repeated(gaps, () => null)], { horizon: ahead, season: cycle }).points;
        const whole = forecast(series, { horizon: ahead + gaps, season: cycle }).points;
        expect(over).toEqual(whole.slice(gaps));
      }),
      { numRuns: 50, seed: 15 },
    );
  });
});

test('a long series is projected again from no more past dates than a short one: its cost grows with its length alone', () => {
  const datesOf = (length: number): number => forecast(noisy(length, 100, 20), { horizon: 13, season: 7 }).origins.length;
  expect(datesOf(1000)).toBeLessThanOrEqual(datesOf(100));
});
