import type { Projection } from '../../../src/core/forecast/forecast';
import { projectBegun } from '../../../src/core/forecast/underWay';
import { normal } from './simulate';

const FREE = { low: 0, high: Infinity };
const RATE = { low: 0, high: 1 };

const around = (value: number, half: number): Projection => ({
  value,
  low: value - half,
  high: value + half,
  low95: value - 1.53 * half,
  high95: value + 1.53 * half,
});
const week = around(1000, 64);

test('a period that has not begun is projected as it was', () => {
  expect(projectBegun(week, { known: 0, share: 0 }, FREE)).toEqual(week);
});

test('a period whose days are all known is their sum, for certain', () => {
  expect(projectBegun(week, { known: 1234, share: 1 }, FREE)).toEqual(around(1234, 0));
});

test('the rest alone is uncertain, and less so as less is left', () => {
  const widths = [0, 0.2, 0.4, 0.6, 0.8, 0.95].map((share) => {
    const { low, high } = projectBegun(week, { known: 1000 * share, share }, FREE);
    return high - low;
  });
  for (const [index, width] of widths.entries()) if (index > 0) expect(width).toBeLessThan(widths[index - 1] ?? 0);
});

test.each([
  ['a sum is never less than what is known of it', { known: 990, share: 0.5 }, FREE, around(1000, 900), 990, Infinity],
  ['a rate never passes what the rest can make of it', { known: 0.5 * 0.9, share: 0.5 }, RATE, around(0.98, 0.1), 0.45, 0.95],
])('%s', (_, begun, bounds, point, least, most) => {
  const { value, low, high, low95, high95 } = projectBegun(point, begun, bounds);
  expect(Math.min(low95, low, value)).toBeGreaterThanOrEqual(least);
  expect(Math.max(high95, high, value)).toBeLessThanOrEqual(most);
});

test('after known days as nobody expected, the interval holds a rest as usual and one like them', () => {
  const { low, high } = projectBegun(week, { known: 2000, share: 0.8 }, FREE);
  expect(low).toBeLessThanOrEqual(2200);
  expect(high).toBeGreaterThanOrEqual(2500);
});

describe('weeks whose days err half alone, half together', () => {
  const DAYS = 5;
  const SPREAD = 50;
  const TRIALS = 4000;
  const draw = normal(77);
  const point = around(1000, 1.2816 * SPREAD);
  const weeks = Array.from({ length: TRIALS }, () => {
    const together = draw() * SPREAD * Math.SQRT1_2;
    return Array.from({ length: DAYS }, () => 200 + together / DAYS + (draw() * SPREAD * Math.SQRT1_2) / Math.sqrt(DAYS));
  });
  const sumOf = (days: readonly number[]): number => days.reduce((total, day) => total + day, 0);

  test.each([1, 2, 3, 4])('with %d days known, 8 of 10 end inside the interval, nearer than without what these tell', (count) => {
    let [inside, errors, plain] = [0, 0, 0];
    for (const days of weeks) {
      const [known, actual] = [sumOf(days.slice(0, count)), sumOf(days)];
      const { value, low, high } = projectBegun(point, { known, share: count / DAYS }, FREE);
      if (actual >= low && actual <= high) inside++;
      errors += (actual - value) ** 2;
      plain += (actual - known - 200 * (DAYS - count)) ** 2;
    }
    expect(inside / TRIALS).toBeGreaterThan(0.77);
    expect(inside / TRIALS).toBeLessThan(0.85);
    expect(errors).toBeLessThan(plain);
  });
});
