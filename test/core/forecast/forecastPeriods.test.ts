import { calendarOf, type ServiceCalendar } from '../../../src/core/forecast/calendar';
import { forecast } from '../../../src/core/forecast/forecast';
import { forecastPeriods } from '../../../src/core/forecast/forecastPeriods';
import { projectTotal } from '../../../src/core/forecast/period-total';
import { periodsBetween } from '../../../src/core/period/calendar';
import type { Period, PeriodKind } from '../../../src/core/period/period';
import type { CalendarRules } from '../../../src/core/period/planned';
import { dayOf, serviceDays, type Service } from './simulateService';

const FIRST = dayOf(2024, 1, 1);
/** Sunday 31 January 2027. */
const LAST = dayOf(2027, 1, 31);
const base = { seed: 5, first: FIRST, count: LAST - FIRST + 1, noise: 0.04 };
const everyDay: Service = { ...base, shape: [1.2, 1.1, 1, 1, 1, 0.8, 0.7], onHoliday: () => 1 };
const office: Service = { ...base, shape: [1.4, 1.1, 1, 0.9, 0.6, 0, 0], onHoliday: () => 0 };

type Days = readonly { serial: number; value: number }[];

const calendarFrom = (days: Days, rules?: Partial<CalendarRules>): ServiceCalendar => {
  const calendar = calendarOf(days, rules);
  if (!calendar) throw new Error('there are days');
  return calendar;
};

const totals = (days: Days, periods: readonly Period[]): number[] =>
  periods.map(({ start, end }) =>
    days.reduce((total, { serial, value }) => (serial >= start && serial < end ? total + value : total), 0),
  );

const project = (days: Days, kind: PeriodKind, rules?: Partial<CalendarRules>, from = FIRST) => {
  const past = periodsBetween(from, LAST, kind);
  const ahead = periodsBetween(LAST + 1, LAST + 120, kind).slice(0, 3);
  const series = totals(days, past);
  const options = { horizon: 3, season: kind === 'week' ? 52 : 12, kind: 'count' as const };
  const calendar = calendarFrom(days, rules);
  return { series, plain: forecast(series, options), known: forecastPeriods(series, { ...options, past, ahead, calendar }) };
};

test('where every day is open and no holiday changes anything, weeks are projected as without calendar', () => {
  const flat = serviceDays({ ...everyDay, noise: 0 });
  const { plain, known } = project(flat, 'week');
  known.points.forEach(({ value, high95 }, step) => {
    expect(Math.abs(value / (plain.points[step]?.value ?? 0) - 1)).toBeLessThan(0.005);
    expect(high95).toBeGreaterThanOrEqual(value);
  });
});

test('a week with a closed Tuesday and one with half as much again on its Monday', () => {
  const days = serviceDays(office);
  const rules = {
    closedDays: [dayOf(2027, 2, 2)],
    plannedEvents: [{ first: dayOf(2027, 2, 8), last: dayOf(2027, 2, 8), factor: 1.5, label: '' }],
  };
  const before = project(days, 'week').known;
  const after = project(days, 'week', rules).known;
  const ratios = after.points.map(({ value }, step) => value / (before.points[step]?.value ?? 0));
  expect(ratios[0]).toBeCloseTo(1 - 1.1 / 5, 1);
  expect(ratios[1]).toBeCloseTo(1 + 0.7 / 5, 1);
  expect(ratios[2]).toBeCloseTo(1, 6);
  expect(projectTotal(after, 3)?.value).toBeCloseTo(
    after.points.reduce((sum, { value }) => sum + value, 0),
    6,
  );
});

test('months have as much as their days: February less than March, after a single year', () => {
  const steady = Array.from({ length: base.count }, (_, index) => ({ serial: FIRST + index, value: 100 }));
  const { known, plain } = project(steady, 'month', {}, dayOf(2026, 1, 1));
  expect(known.points.map(({ value }) => Math.round(value))).toEqual([2800, 3100, 3000]);
  expect(plain.points.map(({ value }) => Math.round(value))).not.toEqual([2800, 3100, 3000]);
});

test('past projections and fits are in the figure’s own unit, beside the weeks that came', () => {
  const days = serviceDays(office);
  const { series, known } = project(days, 'week');
  expect(known.origins.length).toBeGreaterThan(3);
  for (const { length, actual } of known.origins)
    actual.forEach((value, step) => {
      expect(value).toBeCloseTo(series[length + step] ?? Number.NaN, 6);
    });
  expect(known.fitted).toHaveLength(series.length);
  const off = known.fitted.flatMap((value, week) => (value === null ? [] : [Math.abs(value / (series[week] ?? 1) - 1)]));
  expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(0.1);
});

test('a week of which next to nothing was open is not learnt from', () => {
  const closed = (day: number): boolean => day >= dayOf(2026, 8, 10) && day < dayOf(2026, 8, 14);
  const days = serviceDays({ ...office, isClosed: closed });
  const { known } = project(days, 'week');
  const week = periodsBetween(FIRST, LAST, 'week').findIndex(({ start }) => start === dayOf(2026, 8, 10));
  expect(known.fitted[week]).toBeNull();
});
