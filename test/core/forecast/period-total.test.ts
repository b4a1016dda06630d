import { forecast } from '../../../src/core/forecast/forecast';
import { projectRatio, projectTotal } from '../../../src/core/forecast/period-total';
import { normal, yearlyWeeks } from './simulate';

describe('the sum of two weeks', () => {
  const weeks = forecast(yearlyWeeks(80, 0.04, 3), { horizon: 4 });

  test('is the sum of the weeks', () => {
    const total = projectTotal(weeks, 2);
    expect(total?.value).toBeCloseTo((weeks.points[0]?.value ?? 0) + (weeks.points[1]?.value ?? 0), 9);
  });

  test('is surer than both weeks erring in the same direction, and less sure than one week', () => {
    const total = projectTotal(weeks, 2);
    const [first, second] = weeks.points;
    const width = (point: { low: number; high: number } | null | undefined): number => (point ? point.high - point.low : 0);
    expect(width(total)).toBeLessThan(width(first) + width(second));
    expect(width(total)).toBeGreaterThan(width(first));
  });

  test('of one week alone is that week, intervals and all', () => {
    expect(projectTotal(weeks, 1)).toEqual(weeks.points[0]);
  });

  test('is unknown when a week is not projected', () => {
    expect(projectTotal(weeks, 5)).toBeNull();
    expect(projectTotal(forecast([null, null], { horizon: 4 }), 2)).toBeNull();
  });

  test('its interval holds about 80 % of what comes', () => {
    const draw = normal(41);
    let inside = 0;
    for (let trial = 0; trial < 80; trial++) {
      const series = Array.from({ length: 62 }, () => 1000 + 50 * draw());
      const total = projectTotal(forecast(series.slice(0, 60), { horizon: 4 }), 2);
      const came = (series[60] ?? 0) + (series[61] ?? 0);
      if (total && came >= total.low && came <= total.high) inside++;
    }
    expect(inside / 80).toBeGreaterThan(0.68);
    expect(inside / 80).toBeLessThan(0.95);
  });
});

describe('the ratio of two weeks', () => {
  // Odd weeks are busy and bad, even weeks quiet and good: a mean of rates would flatter.
  const volumes = Array.from({ length: 60 }, (_, week) => (week % 2 === 0 ? 1000 : 3000));
  const rates = Array.from({ length: 60 }, (_, week) => (week % 2 === 0 ? 0.95 : 0.85));
  const byRate = forecast(rates, { horizon: 2, season: 2, low: 0, high: 1 });
  const byVolume = forecast(volumes, { horizon: 2, season: 2 });

  test('weighs each week by its projected volume', () => {
    const ratio = projectRatio(byRate, byVolume, 2);
    expect(ratio?.value).toBeCloseTo((0.95 * 1000 + 0.85 * 3000) / 4000, 6);
    expect(ratio?.weighted).toBe(true);
  });

  test('of one week alone is that week, intervals and all', () => {
    const noisy = normal(5);
    const seen = forecast(
      Array.from({ length: 60 }, () => 0.9 + 0.02 * noisy()),
      { horizon: 2, low: 0, high: 1 },
    );
    expect(projectRatio(seen, byVolume, 1)).toEqual({ ...seen.points[0], weighted: true });
  });

  test('says so when volumes are not known', () => {
    const ratio = projectRatio(byRate, null, 2);
    expect(ratio?.value).toBeCloseTo(0.9, 6);
    expect(ratio?.weighted).toBe(false);
  });

  test('stays inside what its weeks can be', () => {
    const draw = normal(9);
    const high = Array.from({ length: 50 }, () => Math.min(1, 0.99 + 0.02 * draw()));
    const ratio = projectRatio(forecast(high, { horizon: 2, low: 0, high: 1 }), null, 2);
    expect(ratio?.high).toBeLessThanOrEqual(1);
    expect(ratio?.low).toBeLessThan(ratio?.value ?? 0);
  });
});
