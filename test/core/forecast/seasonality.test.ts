import { seasonalityOf, type DayValue } from '../../../src/core/forecast/seasonality';
import { civilOf, serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

const START = serialOf({ year: 2024, month: 11, day: 4 });

/** Days from a Monday on, each multiplied by what its date makes of it. */
const days = (count: number, shape: (serial: number) => number, noise = 0.05, seed = 4): DayValue[] => {
  const draw = normal(seed);
  return Array.from({ length: count }, (_, index) => START + index)
    .map((serial) => ({ serial, value: 100 * shape(serial) * (1 + noise * draw()) }))
    .filter((day) => day.value !== 0);
};
const busyMonday = (serial: number): number => (weekdayOf(serial) === 1 ? 1.3 : 1);
const openOnWeekdays = (serial: number): number => (weekdayOf(serial) > 5 ? 0 : busyMonday(serial));
const quietAugust = (serial: number): number => (civilOf(serial).month === 8 ? 0.6 : 1);

test('a busy Monday is found, against the mean of the week', () => {
  const { weekday, month } = seasonalityOf(days(140, busyMonday));
  expect(weekday?.phase).toBe(1);
  // 1.3 over the week's mean of 7.3 / 7.
  expect(weekday?.effect).toBeCloseTo((1.3 * 7) / 7.3 - 1, 1);
  expect(month).toBeNull();
});

test('closed week-ends are no days: the mean is that of the open ones', () => {
  const { weekday } = seasonalityOf(days(140, openOnWeekdays));
  expect(weekday?.phase).toBe(1);
  expect(weekday?.effect).toBeCloseTo((1.3 * 5) / 5.3 - 1, 1);
});

test('a quiet August is found over two years, the growth between them set apart', () => {
  const growing = (serial: number): number => quietAugust(serial) * (1 + (serial - START) / 3000);
  const { month, weekday } = seasonalityOf(days(760, growing));
  expect(month?.phase).toBe(8);
  expect(month?.effect).toBeLessThan(-0.3);
  expect(month?.effect).toBeGreaterThan(-0.45);
  expect(weekday).toBeNull();
});

test('a busy Monday is news before a half-open Saturday, the quiet Saturday when no day is busy', () => {
  const halfSaturday = (serial: number): number => ({ 1: 1.2, 6: 0.4, 7: 0 })[weekdayOf(serial)] ?? 1;
  const onlySaturday = (serial: number): number => (weekdayOf(serial) === 6 ? 0.8 : 1);
  expect(seasonalityOf(days(140, halfSaturday)).weekday?.phase).toBe(1);
  expect(seasonalityOf(days(140, onlySaturday)).weekday?.effect).toBeLessThan(0);
});

test.each([
  ['chance alone says nothing', days(760, () => 1, 0.2, 8)],
  ['a trend alone is no season', days(760, (serial) => 1 + (serial - START) / 1000, 0.05, 12)],
  ['six weeks are too few', days(42, busyMonday)],
  ['an effect of 2 % is not worth a line', days(400, (serial) => (weekdayOf(serial) === 1 ? 1.02 : 1), 0.001)],
  ['nothing at all', []],
])('%s', (_, history) => expect(seasonalityOf(history)).toMatchObject({ weekday: null, month: null, seasons: [] }));

test('chance passes for a season about as rarely as the test says', () => {
  let found = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const { weekday } = seasonalityOf(days(140, () => 1, 0.4, seed * 97));
    if (weekday) found++;
  }
  expect(found).toBeLessThanOrEqual(12);
});
