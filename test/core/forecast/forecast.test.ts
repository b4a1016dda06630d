import { forecast } from '../../../src/core/forecast/forecast';
import { normal, WEEK_SHAPE, weeklyDays, yearlyWeeks } from './simulate';

const values = (series: readonly (number | null)[], horizon: number, season?: number): number[] =>
  forecast(series, { horizon, ...(season && { season }) }).points.map((point) => point.value);

describe('how much history it takes', () => {
  test.each([
    ['nothing', []],
    ['gaps alone', [null, Number.NaN, null]],
  ])('%s gives no projection', (_, series) => expect(forecast(series, { horizon: 4 }).points).toEqual([]));

  test('one value is projected as it is, and says that it has no interval', () => {
    const { points, intervals, observed } = forecast([null, 12], { horizon: 3 });
    expect(intervals).toBe(false);
    expect(observed).toBe(1);
    expect(points).toEqual(new Array(3).fill({ value: 12, low: 12, high: 12, low95: 12, high95: 12 }));
  });

  test.each([
    ['three values', [10, 12, 11]],
    ['three values among gaps', [10, null, 12, null, null, 11]],
  ])('%s give their mean, with an interval wide enough for all of them', (_, series) => {
    const { points, intervals } = forecast(series, { horizon: 4 });
    expect(intervals).toBe(true);
    expect(points).toHaveLength(4);
    expect(points[0]?.value).toBeGreaterThan(10.5);
    expect(points[0]?.value).toBeLessThan(11.5);
    expect(points[0]?.low95).toBeLessThan(10);
    expect(points[0]?.high95).toBeGreaterThan(12);
  });

  test('a few values give their mean, and an interval as wide as so few deserve', () => {
    const { points } = forecast([10, 14, 10, 14], { horizon: 2 });
    expect(points[0]?.value).toBeCloseTo(12, 6);
    expect((points[0]?.high ?? 0) - 12).toBeGreaterThan(4);
    expect((points[1]?.high ?? 0) - 12).toBeGreaterThan((points[0]?.high ?? 0) - 12);
  });

  test('a year’s season is used from 117 weeks on', () => {
    const weeks = yearlyWeeks(117, 0.02, 5);
    expect(forecast(weeks, { horizon: 4, season: 52 }).season).toBe(52);
    expect(forecast(weeks.slice(1), { horizon: 4, season: 52 }).season).toBe(1);
  });
});

describe('what it projects', () => {
  test('a constant series stays, and is not certain to stay', () => {
    const { points } = forecast(new Array<number>(40).fill(250), { horizon: 4, season: 52 });
    for (const point of points) {
      expect(point.value).toBeCloseTo(250, 6);
      expect(point.low).toBeLessThan(250);
      expect(point.low).toBeGreaterThan(240);
      expect(point.high95).toBeGreaterThan(point.high);
    }
  });

  test('the shape of the week comes back', () => {
    const projected = values(weeklyDays(140, 0.03, 7), 7, 7);
    projected.forEach((value, day) => {
      const expected = 100 * (WEEK_SHAPE[day] ?? 0);
      expect(Math.abs(value - expected)).toBeLessThan(0.04 * expected);
    });
  });

  test('the season of the year comes back, better than the last value or last year’s', () => {
    const all = yearlyWeeks(164, 0.04, 11);
    const known = all.slice(0, 160);
    const error = (projected: readonly number[]): number =>
      projected.reduce(
        (total, value, step) => total + Math.abs(value - 1000 * (1 + 0.2 * Math.sin((2 * Math.PI * (160 + step)) / 52))),
        0,
      );
    const ours = error(values(known, 4, 52));
    expect(ours).toBeLessThan(error(new Array<number>(4).fill(known.at(-1) ?? 0)));
    expect(ours).toBeLessThan(error(known.slice(108, 112)));
  });

  test('a steady rise is followed', () => {
    const draw = normal(3);
    const rising = Array.from({ length: 80 }, (_, week) => 500 + 5 * week + 4 * draw());
    const [first = 0, , , fourth = 0] = values(rising, 4);
    expect(first).toBeGreaterThan(893);
    expect(first).toBeLessThan(907);
    expect(fourth).toBeGreaterThan(first + 8);
  });

  test('the best method of the past weighs most', () => {
    const { weights, season } = forecast(weeklyDays(140, 0.03, 7), { horizon: 7, season: 7 });
    expect(season).toBe(7);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    // One noisy week repeated is beaten by the mean shape of twenty.
    expect(weights.smoothing).toBeGreaterThan(weights.seasonalNaive);
  });

  test('the same series gives the same projection', () =>
    expect(forecast(weeklyDays(90, 0.1, 2), { horizon: 7, season: 7 })).toEqual(
      forecast(weeklyDays(90, 0.1, 2), { horizon: 7, season: 7 }),
    ));
});

describe('bounds', () => {
  test('rates stay between 0 and 1', () => {
    const draw = normal(19);
    const rates = Array.from({ length: 60 }, () => Math.min(1, 0.985 + 0.02 * draw()));
    for (const point of forecast(rates, { horizon: 4, low: 0, high: 1 }).points) {
      expect(point.high).toBeLessThanOrEqual(1);
      expect(point.value).toBeLessThanOrEqual(point.high);
      expect(point.low).toBeLessThan(point.value);
    }
  });

  test('counts do not go under 0, quantities that can be negative do', () => {
    const draw = normal(23);
    const falling = Array.from({ length: 40 }, (_, week) => Math.max(0, 40 - week + draw()));
    const balance = falling.map((value) => value - 30);
    expect(Math.min(...forecast(falling, { horizon: 8 }).points.map((point) => point.low))).toBe(0);
    expect(Math.min(...forecast(balance, { horizon: 8 }).points.map((point) => point.low))).toBeLessThan(-30);
  });
});

describe('gaps', () => {
  test('a missing day is bridged with its weekday, not with its neighbours', () => {
    const days: (number | null)[] = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(() => [90, 10]);
    const holed = days.map((value, day) => (day === 6 ? null : value));
    expect(values(holed, 2, 2).map(Math.round)).toEqual([90, 10]);
  });

  test('unknown values at the start do not count, at the end they are projected over', () => {
    const weeks = weeklyDays(70, 0, 1);
    expect(values([null, null, ...weeks], 7, 7)).toEqual(values(weeks, 7, 7));
    const late = values([...weeks, null, null], 5, 7);
    late.forEach((value, step) => expect(value).toBeCloseTo(100 * (WEEK_SHAPE[step + 2] ?? 0), 3));
  });

  test('a bridged value is no fact to be judged by', () => {
    const weeks: (number | null)[] = yearlyWeeks(60, 0.05, 31);
    weeks[55] = null;
    const { origins } = forecast(weeks, { horizon: 4 });
    const known = origins.filter((origin) => origin.length <= 55 && origin.length + origin.actual.length > 55);
    expect(known.length).toBeGreaterThan(0);
    for (const origin of known) expect(origin.actual[55 - origin.length]).toBeNull();
  });
});

describe('the 80 % interval holds about 80 % of what comes', () => {
  const whiteNoise = (draw: () => number, count: number): number[] => Array.from({ length: count }, () => 1000 + 50 * draw());
  const walk = (draw: () => number, count: number): number[] => {
    let level = 1000;
    return Array.from({ length: count }, () => (level += 20 * draw()));
  };
  const memory = (draw: () => number, count: number): number[] => {
    let away = 0;
    return Array.from({ length: count }, () => 1000 + (away = 0.7 * away + 30 * draw()));
  };

  test.each([
    ['noise around a level', whiteNoise],
    ['a random walk', walk],
    ['an autoregression', memory],
  ])('%s', (_, generate) => {
    const draw = normal(77);
    let inside = 0;
    let all = 0;
    for (let trial = 0; trial < 60; trial++) {
      const series = generate(draw, 64);
      forecast(series.slice(0, 60), { horizon: 4 }).points.forEach((point, step) => {
        const came = series[60 + step] ?? 0;
        all++;
        if (came >= point.low && came <= point.high) inside++;
      });
    }
    expect(inside / all).toBeGreaterThan(0.7);
    expect(inside / all).toBeLessThan(0.92);
  });
});
