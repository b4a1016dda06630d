import { forecast, forecastSteps } from '../../../src/core/forecast/forecast';
import { weeklyDays } from './simulate';

describe('in slices', () => {
  const days = weeklyDays(200, 0.1, 21);
  const options = { horizon: 14, season: 7, kind: 'count' } as const;

  test('a pause after each method of each past date, and the same forecast in the end', () => {
    const steps = forecastSteps(days, options);
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    expect(step.value).toEqual(forecast(days, options));
    // Five methods at least have a say.
    expect(pauses).toBeGreaterThan(5 * step.value.origins.length);
  });

  test('a forecast that was begun and left does not change another', () => {
    const left = forecastSteps(days, options);
    left.next();
    const whole = forecast(days, options);
    expect(forecast(days, options)).toEqual(whole);
  });
});

describe('what the projection says of the values that are known', () => {
  const days: (number | null)[] = [null, ...weeklyDays(120, 0.05, 8)];
  days[60] = null;
  const { fitted } = forecast(days, { horizon: 7, season: 7 });

  test('is aligned with the series, null where nothing was known', () => {
    expect(fitted).toHaveLength(days.length);
    expect(fitted[0]).toBeNull();
    expect(fitted[60]).toBeNull();
  });

  test('is closer to them than last week’s', () => {
    const distance = (said: (index: number) => number | null | undefined): number => {
      const errors = days.flatMap((value, index) => {
        const one = said(index);
        return index > 30 && value !== null && one !== null && one !== undefined ? [Math.abs(value - one)] : [];
      });
      return errors.reduce((total, error) => total + error, 0) / errors.length;
    };
    expect(distance((index) => fitted[index])).toBeLessThan(0.85 * distance((index) => days[index - 7]));
  });
});

describe('where figures can lie', () => {
  const near = (most: number): number[] => weeklyDays(60, 0.4, 4).map((value) => Math.min(most, (most * value) / 90));
  test.each([
    ['a share', near(1), 1],
    ['a percentage', near(100), 100],
  ])('%s stays between 0 and its whole', (_, series, most) => {
    for (const { low95, high95 } of forecast(series, { horizon: 5, season: 7, kind: 'rate' }).points) {
      expect(low95).toBeGreaterThanOrEqual(0);
      expect(high95).toBeLessThanOrEqual(most);
    }
  });

  test('a rate that passed 100 is not held under it', () => {
    const series = near(100).map((value) => 1.4 * value);
    expect(
      Math.max(...forecast(series, { horizon: 5, season: 7, kind: 'rate' }).points.map(({ high95 }) => high95)),
    ).toBeGreaterThan(100);
  });
});

test('past dates of a long series are counted from its first known value, though only the latest part is learnt from', () => {
  const long = weeklyDays(700, 0.1, 33);
  const { origins, fitted } = forecast([null, ...long], { horizon: 7, season: 7 });
  expect(origins.length).toBeGreaterThan(0);
  for (const { length, actual } of origins)
    actual.forEach((value, step) => expect(value).toBeCloseTo(long[length + step] ?? Number.NaN, 9));
  expect(fitted).toHaveLength(701);
  expect(fitted[1]).toBeNull();
  expect(fitted.at(-1)).not.toBeNull();
});
