import { forecast, type Projection } from '../../../src/core/forecast/forecast';
import { normal } from './simulate';

const HORIZON = 14;
const COUNT = 200;
const SERIES = 40;

const noise = (seed: number): number[] => {
  const draw = normal(seed);
  return Array.from({ length: COUNT + HORIZON }, () => 1000 + 20 * draw());
};

const randomWalk = (seed: number): number[] => {
  const draw = normal(seed);
  let level = 1000;
  return Array.from({ length: COUNT + HORIZON }, () => (level += 20 * draw()));
};

type Made = { points: readonly Projection[]; came: readonly number[] };

const madeOf = (series: (seed: number) => number[]): Made[] =>
  Array.from({ length: SERIES }, (_, seed) => {
    const all = series(seed + 1);
    return { points: forecast(all.slice(0, COUNT), { horizon: HORIZON }).points, came: all.slice(COUNT) };
  });

const OF_NOISE = madeOf(noise);
const OF_WALK = madeOf(randomWalk);

/** How many times wider the last interval is than the first, on the whole. */
const widening = (made: readonly Made[]): number => {
  const total = (step: number): number =>
    made.reduce((sum, { points }) => sum + (points[step]?.high95 ?? 0) - (points[step]?.low95 ?? 0), 0);
  return total(HORIZON - 1) / total(0);
};

const inside = (made: readonly Made[], limits: (point: Projection) => readonly [number, number]): number => {
  const within = made.flatMap(({ points, came }) =>
    points.map((point, step) => {
      const [low, high] = limits(point);
      return (came[step] ?? 0) >= low && (came[step] ?? 0) <= high;
    }),
  );
  return within.filter(Boolean).length / within.length;
};

test('intervals of a random walk widen nearly like the root of the distance', () => {
  const times = widening(OF_WALK);
  expect(times).toBeGreaterThan(2.7);
  expect(times).toBeLessThan(4.2);
});

test('intervals of values that keep coming back hardly widen', () => {
  expect(widening(OF_NOISE)).toBeLessThan(1.6);
});

test.each([
  ['noise', OF_NOISE],
  ['a random walk', OF_WALK],
])('what comes of %s lies inside as often as is said', (_, made) => {
  const share95 = inside(made, ({ low95, high95 }) => [low95, high95]);
  const share80 = inside(made, ({ low, high }) => [low, high]);
  expect(share95).toBeGreaterThan(0.88);
  expect(share80).toBeGreaterThan(0.72);
  expect(share80).toBeLessThan(0.9);
});
