import { forecastDays, type DaysOptions } from '../../../src/core/forecast/forecastDays';
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

test('three weeks closed leave the week its shape', () => {
  const closed = open(180).filter(({ serial }) => serial < MONDAY + 140 || serial >= MONDAY + 161);
  const { days } = forecastDays(closed, { horizon: 14, kind: 'count' });
  for (const { serial, projection } of days)
    if (projection) expect(Math.abs(projection.value - 100 * (SHAPE[weekdayOf(serial) - 1] ?? 0))).toBeLessThan(2);
});

test('nothing known, nothing projected; a few days, their mean', () => {
  expect(forecastDays([], { horizon: 7 }).days).toEqual([]);
  const few = forecastDays(open(3), { horizon: 7 });
  expect(few.days).toHaveLength(7);
  const projected = few.days.flatMap(({ projection }) => projection?.value ?? []);
  expect(projected).toHaveLength(3);
  for (const value of projected) expect(value).toBeCloseTo((140 + 110 + 100) / 3);
});

const EASTER_MONDAY = serialOf({ year: 2026, month: 4, day: 6 });
/** Thirteen weeks that end on Saturday 4 April 2026, the eve of Easter. */
const spring = open(90);
const on = (serial: number, options: Partial<DaysOptions> = {}) =>
  forecastDays(spring, { horizon: 28, kind: 'count', ...options }).days.find((day) => day.serial === serial);
const event = (first: number, last: number, factor: number) => ({ first, last, factor, label: 'relance' });

test.each([
  ['a holiday', EASTER_MONDAY, {}, { reason: 'holiday', holiday: 'easter-monday' }],
  ['a planned closure', EASTER_MONDAY + 2, { closedDays: [EASTER_MONDAY + 2] }, { reason: 'closure' }],
  [
    'an event that closes',
    EASTER_MONDAY + 2,
    { plannedEvents: [event(EASTER_MONDAY + 2, EASTER_MONDAY + 2, 0)] },
    { reason: 'closure', event: 'relance' },
  ],
  ['a closed weekday', EASTER_MONDAY + 5, {}, { reason: 'closed-weekday' }],
])('%s has no projection, and says why', (_, serial, calendar, why) => {
  expect(on(serial, { calendar })).toEqual({ serial, projection: null, factor: 0, ...why });
});

test('an event multiplies the projection and its intervals', () => {
  const noisy = open(140, 0.05);
  const first = MONDAY + 140;
  const without = forecastDays(noisy, { horizon: 14, kind: 'count' }).days;
  const calendar = { plannedEvents: [event(first + 1, first + 2, 1.5)] };
  const days = forecastDays(noisy, { horizon: 14, kind: 'count', calendar }).days;
  days.forEach((day, index) => {
    const before = without[index];
    const moved = day.serial === first + 1 || day.serial === first + 2;
    expect(day.reason).toBe(moved ? 'event' : before?.reason);
    expect(day.projection?.value ?? 0).toBeCloseTo((before?.projection?.value ?? 0) * (moved ? 1.5 : 1), 9);
    expect(day.projection?.high95 ?? 0).toBeCloseTo((before?.projection?.high95 ?? 0) * (moved ? 1.5 : 1), 9);
  });
});

test('a rate does not rise with an event on the volume', () => {
  const calendar = { plannedEvents: [event(EASTER_MONDAY + 1, EASTER_MONDAY + 1, 1.5)] };
  const plain = on(EASTER_MONDAY + 1, { kind: 'rate' });
  expect(on(EASTER_MONDAY + 1, { kind: 'rate', calendar })?.projection).toEqual(plain?.projection);
});

const draw = normal(17);
const degenerate: Record<string, { serial: number; value: number }[]> = {
  'one day': [{ serial: MONDAY, value: 5 }],
  'all zero': open(90).map(({ serial }) => ({ serial, value: 0 })),
  constant: open(90).map(({ serial }) => ({ serial, value: 42 })),
  huge: open(400).map(({ serial, value }) => ({ serial, value: value * 1e12 })),
  negative: open(200).map(({ serial, value }) => ({ serial, value: -value })),
  'either side of zero': open(200).map(({ serial }) => ({ serial, value: 10 * draw() })),
  'not a number here and there': open(200).map(({ serial, value }, index) => ({
    serial,
    value: index % 9 === 0 ? Number.NaN : value,
  })),
  'out of order, with hours, some days twice': [...open(200, 0.1), ...open(60, 0.1)]
    .reverse()
    .map(({ serial, value }) => ({ serial: serial + 0.4, value })),
  'one day a month': Array.from({ length: 30 }, (_, month) => ({ serial: MONDAY + 30 * month, value: 100 + month })),
  'a gap of a year': [...open(100, 0.1), ...open(100, 0.1).map(({ serial, value }) => ({ serial: serial + 462, value }))],
};
const everyRule = {
  closedDays: [MONDAY - 1e5, MONDAY + 3, MONDAY + 201],
  plannedEvents: [
    event(MONDAY - 400, MONDAY + 4000, 1.1),
    event(MONDAY + 150, MONDAY + 450, 11),
    event(MONDAY + 202, MONDAY + 202, 0),
  ],
  openHolidays: { days: [EASTER_MONDAY], ids: ['ascension' as const] },
  holidayRegion: 'alsace-moselle' as const,
};

test.each(Object.keys(degenerate))('%s: each day has an ordered, finite projection or none', (name) => {
  for (const calendar of [{}, everyRule]) {
    const { days } = forecastDays(degenerate[name] ?? [], { horizon: 60, calendar });
    expect(days).toHaveLength(60);
    for (const { projection, reason, factor } of days) {
      expect(Number.isFinite(factor)).toBe(true);
      if (factor === 0) expect([projection, reason === undefined]).toEqual([null, false]);
      if (!projection) continue;
      const { low95, low, value, high, high95 } = projection;
      expect([low95, low, value, high, high95].every(Number.isFinite)).toBe(true);
      expect(low95 <= low && low <= value && value <= high && high <= high95).toBe(true);
    }
  }
});
