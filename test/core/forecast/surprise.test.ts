import { forecast, type ForecastOptions } from '../../../src/core/forecast/forecast';
import { forecastPeriods } from '../../../src/core/forecast/forecastPeriods';
import { calendarOf } from '../../../src/core/forecast/calendar';
import { projectRatio, projectTotal } from '../../../src/core/forecast/period-total';
import { forecastRatio } from '../../../src/core/forecast/ratio';
import { periodOf, shiftPeriod } from '../../../src/core/period/calendar';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

const WEEKS: ForecastOptions = { horizon: 4, season: 52 };
const SHARE: ForecastOptions = { ...WEEKS, kind: 'rate', low: 0, high: 1 };

/** Weeks around a level with some noise, and what came last. */
const weeksOf = (count: number, level: number, noise: number, last: readonly number[], seed = 3): number[] => {
  const draw = normal(seed);
  return [...Array.from({ length: count }, () => level + noise * draw()), ...last];
};

describe.each([26, 60, 104, 160])('after %d usual weeks', (count) => {
  test.each<[string, number[], number, number, ForecastOptions]>([
    ['a rate that falls', weeksOf(count, 0.93, 0.008, [0.6]), 0.6, 0.93, SHARE],
    ['a rate that falls a little', weeksOf(count, 0.93, 0.008, [0.85]), 0.85, 0.93, SHARE],
    ['a volume that soars', weeksOf(count, 1000, 30, [1600]), 1600, 1000, WEEKS],
    ['a volume that breaks down', weeksOf(count, 1000, 30, [300]), 300, 1000, WEEKS],
    ['a balance that changes its sign', weeksOf(count, 0, 10, [200]), 200, 0, WEEKS],
  ])('%s: the intervals hold the value just seen and a return to the usual one', (_, series, came, usual, options) => {
    const { points, surprise, futures } = forecast(series, options);
    expect(surprise?.came).toBeCloseTo(came, 9);
    expect(came < (surprise?.low95 ?? NaN) || came > (surprise?.high95 ?? NaN)).toBe(true);
    expect(futures).toHaveLength(4);
    const slack = 0.05 * Math.abs(came - usual);
    for (const point of points) {
      expect(point.low).toBeLessThanOrEqual(Math.min(came, usual) + slack);
      expect(point.high).toBeGreaterThanOrEqual(Math.max(came, usual) - slack);
      expect(point.low95).toBeLessThanOrEqual(point.low);
      expect(point.high95).toBeGreaterThanOrEqual(point.high);
      expect(point.low <= point.value && point.value <= point.high).toBe(true);
    }
  });

  test('a usual last week is no surprise', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const series = weeksOf(count, 0.93, 0.008, [0.932], seed);
      expect(forecast(series, SHARE)).toMatchObject({ surprise: null, futures: null });
    }
  });
});

test.each([
  ['two weeks after a fall', [0.6, 0.6], 0.93],
  ['two weeks after a rise', [0.2, 0.2], 0.06],
  ['three weeks after it', [0.2, 0.21, 0.2], 0.06],
])('%s the intervals still hold the value just seen', (_, last, level) => {
  for (const count of [40, 60, 104, 160])
    for (let seed = 1; seed <= 4; seed++) {
      const series = weeksOf(count, level, 0.004, last, seed);
      const [first] = forecast(series, SHARE).points;
      const came = last.at(-1) ?? NaN;
      expect(first?.low95).toBeLessThanOrEqual(came);
      expect(first?.high95).toBeGreaterThanOrEqual(came);
    }
});

test('most series without a shock have none: one in fifteen at most', () => {
  let surprised = 0;
  for (let seed = 1; seed <= 150; seed++) if (forecast(weeksOf(80, 1000, 50, [], seed), WEEKS).surprise) surprised++;
  expect(surprised).toBeGreaterThan(0);
  expect(surprised).toBeLessThanOrEqual(10);
});

test('half a volume on a quiet weekday is half of the days to come, each by its weekday', () => {
  const shape = [1500, 1000, 1000, 1000, 500];
  const days = Array.from({ length: 120 }, (_, index) => (shape[index % 5] ?? 0) * (1 + 0.02 * Math.sin(index * 7.3)));
  const broken = days.map((value, index) => (index === days.length - 1 ? value / 2 : value));
  const { points } = forecast(broken, { horizon: 5, season: 5, kind: 'count' });
  points.forEach(({ low, high }, step) => {
    const usual = shape[step] ?? 0;
    expect(low / usual).toBeLessThan(0.55);
    expect(low / usual).toBeGreaterThan(0.35);
    expect(high / usual).toBeGreaterThan(0.95);
    expect(high / usual).toBeLessThan(1.25);
  });
});

describe('several weeks together', () => {
  test('a sum holds both futures', () => {
    const weeks = forecast(weeksOf(104, 1000, 30, [300]), WEEKS);
    const total = projectTotal(weeks, 2);
    expect(total?.low).toBeLessThan(640);
    expect(total?.high).toBeGreaterThan(1960);
    expect(total?.low95).toBeLessThanOrEqual(total?.low ?? NaN);
  });

  test('so does a rate, by its numerators and denominators', () => {
    const rates = weeksOf(104, 0.93, 0.008, [0.6]);
    const denominators = weeksOf(105, 1000, 30, [], 8);
    const numerators = rates.map((rate, index) => rate * (denominators[index] ?? 0));
    const projected = forecastRatio({ numerators, denominators, rates }, SHARE);
    for (const { low, high } of projected.rates.points) {
      expect(low).toBeLessThan(0.61);
      expect(high).toBeGreaterThan(0.92);
    }
    const two = projectRatio(projected.rates, projected.denominators, 2);
    expect(two?.low).toBeLessThan(0.61);
    expect(two?.high).toBeGreaterThan(0.92);
    expect(two?.high).toBeLessThanOrEqual(1);
  });

  test('a short week is held to what its days bring', () => {
    const monday = serialOf({ year: 2024, month: 1, day: 1 });
    const past = Array.from({ length: 104 }, (_, index) => shiftPeriod(periodOf(monday, 'week'), index));
    const end = past.at(-1)?.end ?? 0;
    const ahead = Array.from({ length: 4 }, (_, index) => shiftPeriod(periodOf(end, 'week'), index));
    const days = Array.from({ length: end - monday }, (_, index) => monday + index)
      .filter((serial) => weekdayOf(serial) < 6)
      .map((serial) => ({ serial, value: 200 }));
    const closed = [end, end + 1, end + 2];
    const calendar = calendarOf(days, { closedDays: closed, holidayRegion: 'none' });
    if (!calendar) throw new Error('no calendar');
    const weekly = weeksOf(103, 1000, 20, [400]);
    const { points } = forecastPeriods(weekly, { ...WEEKS, past, ahead, calendar });
    expect(points[0]?.low).toBeLessThan(0.42 * 400);
    expect(points[0]?.high).toBeLessThan(0.5 * 1000);
    expect(points[1]?.high).toBeGreaterThan(980);
  });
});

describe('rates that never moved', () => {
  test.each<[string, number, number]>([
    ['14 months at 100 %', 14, 1],
    ['26 weeks at 100 %', 26, 1],
    ['30 weeks at 0 %', 30, 0],
  ])('%s: a narrow band, and no certainty', (_, count, level) => {
    const { points } = forecast(new Array<number>(count).fill(level), { ...SHARE, season: 12 });
    for (const { value, low, high } of points) {
      expect(value).toBeCloseTo(level, 9);
      expect(high - low).toBeGreaterThan(0.004);
      expect(high - low).toBeLessThan(0.02);
    }
  });
});
