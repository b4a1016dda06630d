import {
  holidaysAmong,
  seasonalityOf,
  seasonalityOfMonths,
  seasonalityOfSeries,
  seasonalityOfTimes,
} from '../../../src/core/forecast/seasonality';
import { monthStart } from '../../../src/core/forecast/season-days';
import { NOISES, START, datedDays } from './plantedSeries';
import { normal } from './simulate';

/** Share of the series, of those with seeds 1 to `count`, of which anything at all is said. */
const falseClaims = (count: number, says: (seed: number) => boolean): number =>
  Array.from({ length: count }, (_, index) => index + 1).filter(says).length / count;

const noises = Object.entries(NOISES);

/** Series of each kind and length: one in twenty is the promise for each. */
const SERIES = 100;

describe.each([60, 120, 400, 800])('of %i days of chance alone', (days) => {
  test.each(noises)('%s: at most one series in twenty is said to have a season', (_, noise) => {
    const rate = falseClaims(SERIES, (seed) => {
      const history = datedDays(noise(days, 7919 * seed + days), seed);
      return seasonalityOf(history, { holidays: holidaysAmong(history) }).seasons.length > 0;
    });
    expect(rate).toBeLessThanOrEqual(0.05);
  });
});

describe.each([12, 24, 36, 60])('of %i months of chance alone', (months) => {
  test.each(noises)('%s: at most one series in twenty is said to have a season', (_, noise) => {
    const rate = falseClaims(SERIES, (seed) => {
      const values = noise(months, 7919 * seed + months);
      const history = values.map((value, index) => ({ start: monthStart(2022 * 12 + (seed % 12) + index), value }));
      return seasonalityOfMonths(history).seasons.length > 0;
    });
    expect(rate).toBeLessThanOrEqual(0.05);
  });
});

describe.each([
  [4, 24],
  [7, 30],
  [7, 100],
])('of a cycle of %i in %i values of chance alone', (cycle, count) => {
  test.each(noises)('%s: at most one series in twenty is said to have a season', (_, noise) => {
    const rate = falseClaims(SERIES, (seed) => seasonalityOfSeries(noise(count, 7919 * seed + count), cycle).seasons.length > 0);
    expect(rate).toBeLessThanOrEqual(0.05);
  });
});

test('of events at any time of the opening hours: at most one log in twenty is said to have a busy hour', () => {
  const rate = falseClaims(SERIES, (seed) => {
    const draw = normal(7919 * seed);
    // The thousandths of a normal number are as good as uniform.
    const anyTime = (): number => (8 + 10 * ((Math.abs(draw()) * 1000) % 1)) / 24;
    const times = Array.from({ length: 40 }, (_, day) => Array.from({ length: 30 }, () => START + day + anyTime())).flat();
    return seasonalityOfTimes(times).seasons.length > 0;
  });
  expect(rate).toBeLessThanOrEqual(0.05);
});
