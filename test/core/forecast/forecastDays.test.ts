import { forecastDays } from '../../../src/core/forecast/forecastDays';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

const MONDAY = serialOf({ year: 2026, month: 1, day: 5 });
const SHAPE = [1.4, 1.1, 1, 0.9, 0.6];
const open = (count: number, noise = 0) => {
  const draw = normal(6);
  return Array.from({ length: count }, (_, index) => MONDAY + index).flatMap((serial) => {
    const shape = SHAPE[weekdayOf(serial) - 1];
    return shape === undefined ? [] : [{ serial, value: 100 * shape * (1 + noise * draw()) }];
  });
};

test('open days are projected with the shape of their week, closed ones are not projected', () => {
  const { days, forecast } = forecastDays(open(140), { horizon: 14 });
  expect(forecast.season).toBe(5);
  expect(days[0]?.serial).toBe(MONDAY + 138);
  for (const { serial, projection } of days) {
    const shape = SHAPE[weekdayOf(serial) - 1];
    if (shape === undefined) expect(projection).toBeNull();
    else expect(projection?.value).toBeCloseTo(100 * shape, 1);
  }
});

test('a missing open day is a gap: the days after it keep their weekday', () => {
  const holed = open(140, 0.03).filter(({ serial }) => serial !== MONDAY + 121);
  const monday = forecastDays(holed, { horizon: 14 }).days.find(({ serial }) => weekdayOf(serial) === 1);
  expect(Math.abs((monday?.projection?.value ?? 0) - 140)).toBeLessThan(8);
});

test('nothing known, nothing projected; a few days, their mean', () => {
  expect(forecastDays([], { horizon: 7 }).days).toEqual([]);
  const few = forecastDays(open(3), { horizon: 7 });
  expect(few.days).toHaveLength(7);
  const projected = few.days.flatMap(({ projection }) => projection?.value ?? []);
  expect(projected).toHaveLength(3);
  for (const value of projected) expect(value).toBeCloseTo((140 + 110 + 100) / 3);
});
