import { forecast } from '../../../src/core/forecast/forecast';
import { normal, weeklyDays } from './simulate';

const quiet = (count: number, seed: number): number[] => {
  const draw = normal(seed);
  return Array.from({ length: count }, () => 100 + 3 * draw());
};

const withValue = (series: readonly number[], changes: Readonly<Record<number, number>>): number[] =>
  series.map((value, index) => changes[index] ?? value);

describe('an isolated spike', () => {
  const series = withValue(quiet(60, 5), { 40: 900 });
  const { cleaned, points } = forecast(series, { horizon: 4 });

  test('is drawn in, and said to be', () => {
    expect(cleaned.map(({ index, from }) => ({ index, from }))).toEqual([{ index: 40, from: 900 }]);
    expect(cleaned[0]?.to).toBeLessThan(130);
    expect(cleaned[0]?.to).toBeGreaterThan(100);
  });

  test('leaves the projection where it was', () => {
    const before = forecast(quiet(60, 5), { horizon: 4 }).points;
    points.forEach(({ value }, step) => expect(Math.abs(value - (before[step]?.value ?? 0))).toBeLessThan(1.5));
  });

  test('is named by its place in the series as given, gaps at its start included', () =>
    expect(forecast([null, null, ...series], { horizon: 4 }).cleaned.map(({ index }) => index)).toEqual([42]));
});

describe('what is believed', () => {
  test.each([
    ['two high values in a row', withValue(quiet(60, 6), { 40: 900, 41: 880 })],
    ['a high last value', withValue(quiet(60, 7), { 59: 900 })],
    ['a step to another level', quiet(60, 8).map((value, index) => (index < 40 ? value : 5 * value))],
    ['ordinary noise', quiet(200, 9)],
    ['a busy day in each week', weeklyDays(84, 0.02, 3).map((value, day) => (day % 7 === 0 ? 6 * value : value))],
  ])('%s', (_, series) => expect(forecast(series, { horizon: 4, season: 7 }).cleaned).toEqual([]));
});
