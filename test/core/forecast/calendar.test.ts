import { calendarOf, openWeeks, type ServiceCalendar } from '../../../src/core/forecast/calendar';
import type { CalendarRules } from '../../../src/core/period/planned';
import { isHoliday } from '../../../src/core/period/holidays';
import { periodOf } from '../../../src/core/period/calendar';
import { weekdayOf } from '../../../src/core/period/serial';
import { dayOf, serviceDays, type Service } from './simulateService';

const OFFICE = [1.4, 1.1, 1, 0.9, 0.6, 0, 0];
const EVERY_DAY = [1.2, 1.1, 1, 1, 1, 0.8, 0.7];
/** Two years and three months, to Sunday 5 April 2026, the eve of Easter Monday. */
const office: Service = {
  seed: 3,
  first: dayOf(2024, 1, 1),
  count: 826,
  shape: OFFICE,
  onHoliday: () => 0,
  noise: 0.06,
};
const everyDay: Service = { ...office, shape: EVERY_DAY };
const EASTER_MONDAY = dayOf(2026, 4, 6);
const CHRISTMAS = dayOf(2026, 12, 25);

const learnt = (service: Service, rules?: Partial<CalendarRules>): ServiceCalendar => {
  const calendar = calendarOf(serviceDays(service), rules);
  if (!calendar) throw new Error('a simulated service has days');
  return calendar;
};

test('no day, no calendar', () => {
  expect(calendarOf([])).toBeNull();
  expect(calendarOf([{ serial: EASTER_MONDAY, value: Number.NaN }])).toBeNull();
});

test.each(['missing', 'zero'] as const)('closed on holidays, written as %s: closed on those to come', (closedAs) => {
  const calendar = learnt({ ...office, closedAs });
  expect(calendar.openWeekdays).toEqual([1, 2, 3, 4, 5]);
  expect(calendar.outlookOf(EASTER_MONDAY)).toEqual({ factor: 0, error: 0, reason: 'holiday', holiday: 'easter-monday' });
  expect(calendar.outlookOf(EASTER_MONDAY + 2)).toEqual({ factor: 1, error: 0 });
  expect(calendar.outlookOf(EASTER_MONDAY + 5).reason).toBe('closed-weekday');
});

test('a holiday that is worked each year is projected, the others are not', () => {
  const calendar = learnt({ ...office, onHoliday: (id) => (id === 'whit-monday' ? 1 : 0) });
  expect(calendar.outlookOf(dayOf(2026, 5, 25)).factor).toBeGreaterThan(0.85);
  expect(calendar.outlookOf(dayOf(2026, 5, 14))).toMatchObject({ factor: 0, holiday: 'ascension' });
});

test('open at a level of its own: each holiday gets it back, 1 May stays closed', () => {
  const calendar = learnt({ ...everyDay, onHoliday: (id) => (id === 'labour-day' ? 0 : 0.6) });
  for (const day of [EASTER_MONDAY, dayOf(2026, 5, 14), CHRISTMAS]) {
    const { factor, error, reason } = calendar.outlookOf(day);
    expect(Math.abs(factor - 0.6)).toBeLessThan(0.05);
    expect(error).toBeLessThan(0.1);
    expect(reason).toBe('holiday');
  }
  expect(calendar.outlookOf(dayOf(2026, 5, 1))).toMatchObject({ factor: 0, reason: 'holiday' });
});

test('a service that takes no notice of holidays is told next to nothing of them', () => {
  const days = [EASTER_MONDAY, dayOf(2026, 5, 8), dayOf(2026, 5, 14), dayOf(2026, 7, 14), CHRISTMAS];
  const factors = Array.from({ length: 25 }, (_, index) =>
    learnt({ ...everyDay, seed: index + 1, onHoliday: () => 1, noise: 0.08 }),
  )
    .flatMap((calendar) => days.map((day) => calendar.outlookOf(day).factor))
    .sort((one, other) => Math.abs(one - 1) - Math.abs(other - 1));
  // Of 150 such services, one holiday in twelve had an effect told, one in seventy beyond 6 %.
  const told = factors.filter((factor) => factor !== 1);
  expect(told.length / factors.length).toBeLessThan(0.12);
  expect(Math.abs((factors[Math.floor(0.95 * factors.length)] ?? 0) - 1)).toBeLessThan(0.06);
});

test('without any holiday in the past: closed where Sundays are, open where they are worked', () => {
  const quarter = { first: dayOf(2026, 1, 12), count: 77 };
  expect(learnt({ ...office, ...quarter }).outlookOf(EASTER_MONDAY).factor).toBe(0);
  expect(learnt({ ...everyDay, ...quarter }).outlookOf(EASTER_MONDAY).factor).toBe(1);
});

test('the day after a holiday catches up where the past shows it, and only there', () => {
  const after = learnt({ ...office, afterHoliday: 1.3 }).outlookOf(EASTER_MONDAY + 1);
  expect(after.reason).toBe('beside-holiday');
  expect(Math.abs(after.factor - 1.3)).toBeLessThan(0.06);
  for (let seed = 1; seed <= 20; seed++) {
    const { reason } = learnt({ ...office, seed }).outlookOf(EASTER_MONDAY + 1);
    expect([seed, reason]).toEqual([seed, undefined]);
  }
});

test.each<[string, Partial<CalendarRules>, number]>([
  ['all are worked', { openHolidays: 'all' }, 1],
  ['Easter Monday is worked', { openHolidays: { days: [], ids: ['easter-monday'] } }, 1],
  ['that day is worked', { openHolidays: { days: [EASTER_MONDAY], ids: [] } }, 1],
  ['another one is worked', { openHolidays: { days: [], ids: ['ascension'] } }, 0],
  ['France’s holidays do not concern it', { holidayRegion: 'none' }, 1],
])('what the user says goes before what the past shows: %s', (_, rules, factor) => {
  expect(learnt(office, rules).outlookOf(EASTER_MONDAY).factor).toBe(factor);
});

test('none is worked, says the user, of a service that was always open', () => {
  const calendar = learnt({ ...everyDay, onHoliday: () => 1 }, { openHolidays: 'none' });
  expect(calendar.outlookOf(EASTER_MONDAY)).toMatchObject({ factor: 0, reason: 'holiday' });
});

test('past holidays that the user lists as closed days are holidays that were closed', () => {
  const listed = serviceDays(office)
    .flatMap(({ serial }, index, days) =>
      Array.from({ length: serial - (days[index - 1]?.serial ?? serial) }, (_, gap) => serial - gap),
    )
    .filter((day) => isHoliday(day));
  expect(learnt(office, { closedDays: listed }).outlookOf(dayOf(2026, 5, 14))).toMatchObject({ factor: 0, reason: 'holiday' });
});

test('Alsace and Moselle close on Good Friday', () => {
  const goodFriday = dayOf(2027, 3, 26);
  expect(learnt(office).outlookOf(goodFriday).factor).toBe(1);
  expect(learnt(office, { holidayRegion: 'alsace-moselle' }).outlookOf(goodFriday).factor).toBe(1);
  const closed = (day: number): boolean => day === dayOf(2024, 3, 29) || day === dayOf(2025, 4, 18) || day === dayOf(2026, 4, 3);
  expect(learnt({ ...office, isClosed: closed }, { holidayRegion: 'alsace-moselle' }).outlookOf(goodFriday)).toMatchObject({
    factor: 0,
    holiday: 'good-friday',
  });
});

const event = (first: number, last: number, factor: number, label = '') => ({ first, last, factor, label });

test.each<[string, Partial<CalendarRules>, number, object]>([
  ['a planned closure', { closedDays: [EASTER_MONDAY + 3] }, 3, { factor: 0, reason: 'closure' }],
  [
    'an event that closes',
    { plannedEvents: [event(EASTER_MONDAY + 3, EASTER_MONDAY + 3, 0, 'inventaire')] },
    3,
    { factor: 0, reason: 'closure', event: 'inventaire' },
  ],
  [
    'an event',
    { plannedEvents: [event(EASTER_MONDAY + 1, EASTER_MONDAY + 3, 1.3, 'relance')] },
    2,
    { factor: 1.3, reason: 'event', event: 'relance' },
  ],
  [
    'two events at once',
    { plannedEvents: [event(EASTER_MONDAY, EASTER_MONDAY + 9, 1.5), event(EASTER_MONDAY + 2, EASTER_MONDAY + 2, 0.8)] },
    2,
    { factor: 1.5 * 0.8, reason: 'event' },
  ],
  [
    'a long event over a holiday, which stays closed',
    { plannedEvents: [event(EASTER_MONDAY - 9, EASTER_MONDAY + 9, 1.5)] },
    0,
    { factor: 0, reason: 'holiday' },
  ],
  [
    'the effect of the holiday itself',
    { plannedEvents: [event(EASTER_MONDAY, EASTER_MONDAY, 0.5)] },
    0,
    { factor: 0.5, reason: 'event' },
  ],
  [
    'an event on a closed weekday',
    { plannedEvents: [event(EASTER_MONDAY + 5, EASTER_MONDAY + 5, 2)] },
    5,
    { factor: 0, reason: 'closed-weekday' },
  ],
])('%s', (_, rules, offset, outlook) => {
  expect(learnt(office, rules).outlookOf(EASTER_MONDAY + offset)).toMatchObject(outlook);
});

test('past holidays, closures and events teach nothing; the days around them do', () => {
  const closure = dayOf(2025, 9, 10);
  const flood = dayOf(2025, 10, 1);
  const calendar = learnt(
    { ...office, closedAs: 'zero', isClosed: (day) => day === closure },
    { plannedEvents: [event(flood, flood + 1, 2)] },
  );
  expect([closure, flood, flood + 1, dayOf(2025, 11, 11)].map(calendar.ordinaryValue)).toEqual([null, null, null, null]);
  for (const day of [closure - 1, closure + 1, flood - 1, dayOf(2025, 11, 12)])
    expect(calendar.ordinaryValue(day)).toBeGreaterThan(0);
});

test('rare events: a day with 0 is a quiet day, not a closed one, holidays included', () => {
  const counts = [0, 1, 0, 2, 1, 0, 0, 3, 0, 1, 1, 0, 2];
  const days = Array.from({ length: 400 }, (_, index) => ({
    serial: dayOf(2025, 3, 1) + index,
    value: counts[(index * 7) % counts.length] ?? 0,
  }));
  const calendar = calendarOf(days);
  expect(calendar?.openWeekdays).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(days.map(({ serial }) => calendar?.ordinaryValue(serial))).toEqual(days.map(({ value }) => value));
  expect(calendar?.outlookOf(CHRISTMAS)).toEqual({ factor: 1, error: 0 });
});

/** A few tickets a day from Monday to Friday: 0 to 8, four on average. */
const tickets = (isLeftOut: (day: number) => boolean, onHoliday: 'row' | 'none' | 'zero') =>
  Array.from({ length: 820 }, (_, index) => office.first + index).flatMap((serial, index) => {
    if (weekdayOf(serial) > 5 || isLeftOut(serial)) return [];
    if (isHoliday(serial) && onHoliday !== 'row') return onHoliday === 'zero' ? [{ serial, value: 0 }] : [];
    return [{ serial, value: (index * 5 + (index % 4)) % 9 }];
  });

test.each<[string, 'row' | 'none' | 'zero', number]>([
  ['without rows on holidays: closed', 'none', 0],
  ['with zeros on all holidays: closed', 'zero', 0],
  ['with tickets on holidays: open', 'row', 1],
])('a few tickets a day, %s', (_, onHoliday, factor) => {
  const days = tickets(() => false, onHoliday);
  const calendar = calendarOf(days);
  expect(calendar?.outlookOf(EASTER_MONDAY).factor).toBe(factor);
  // A zero among them is a quiet day.
  const quiet = days.find(({ serial, value }) => value === 0 && !isHoliday(serial));
  expect(quiet && calendar?.ordinaryValue(quiet.serial)).toBe(0);
});

test('an activity that ended six weeks ago is projected at nothing, not at its old level', () => {
  const end = office.first + office.count - 42;
  const days = serviceDays(office).map(({ serial, value }) => ({ serial, value: serial < end ? value : 0 }));
  const calendar = calendarOf(days);
  const last = days.at(-1)?.serial ?? 0;
  expect([last, last - 1, last - 8].map((day) => calendar?.ordinaryValue(day))).toEqual([0, 0, 0]);
});

test('a share of a few hundredths is no closure', () => {
  const days = serviceDays(office).map(({ serial, value }) => ({ serial, value: value / 20_000 }));
  const calendar = calendarOf(days);
  for (const { serial, value } of days.slice(0, 20)) if (!isHoliday(serial)) expect(calendar?.ordinaryValue(serial)).toBe(value);
});

test('a closure of five weeks until yesterday does not close every weekday', () => {
  const end = office.first + office.count;
  expect(learnt({ ...office, isClosed: (day) => day > end - 35 && day < end - 1 }).openWeekdays).toEqual([1, 2, 3, 4, 5]);
});

test('a week is worth its open days, by what each weekday brings', () => {
  const calendar = learnt(office, {
    closedDays: [dayOf(2026, 4, 24)],
    plannedEvents: [event(dayOf(2026, 4, 20), dayOf(2026, 4, 20), 1.5)],
  });
  const worth = (day: number): number => openWeeks(periodOf(day, 'week'), calendar);
  expect(worth(dayOf(2026, 4, 15))).toBeCloseTo(1, 10);
  expect(worth(EASTER_MONDAY)).toBeCloseTo(1 - 1.4 / 5, 1);
  // Half of a Monday more, a Friday less.
  expect(worth(dayOf(2026, 4, 20))).toBeCloseTo(1 + (0.7 - 0.6) / 5, 1);
  // A past week: Easter Monday 2025 was missing.
  expect(worth(dayOf(2025, 4, 21))).toBeCloseTo(1 - 1.4 / 5, 1);
  expect(openWeeks(periodOf(dayOf(2026, 6, 1), 'month'), calendar)).toBeCloseTo(22 / 5, 0);
});
