import { projectRatioFigure, type DayParts, type RatioLevel } from '../../../src/core/forecast/projectRatioFigure';
import { periodsBetween, shiftPeriod } from '../../../src/core/period/calendar';
import type { PeriodKind } from '../../../src/core/period/period';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

const FIRST = serialOf({ year: 2024, month: 1, day: 1 });
const SHAPE = [1.3, 1.1, 1, 1, 0.9];

/** Calls offered and answered: busy days are answered worse. */
const service = (last: number, seed: number): DayParts[] => {
  const draw = normal(seed);
  const days: DayParts[] = [];
  for (let serial = FIRST; serial <= last; serial++) {
    const shape = SHAPE[weekdayOf(serial) - 1];
    if (shape === undefined) continue;
    const denominator = Math.round(200 * shape * (1 + 0.08 * draw()));
    days.push({
      serial,
      denominator,
      numerator: Math.min(denominator, Math.round(denominator * (1.02 - 0.1 * shape + 0.02 * draw()))),
    });
  }
  return days;
};

type Part = 'numerator' | 'denominator';
const total = (days: readonly DayParts[], part: Part, { start, end }: { start: number; end: number }): number =>
  days.filter(({ serial }) => serial >= start && serial < end).reduce((sum, day) => sum + day[part], 0);

const levelOf = (days: readonly DayParts[], kind: PeriodKind, season: number, count: number): RatioLevel => {
  const last = days.at(-1)?.serial ?? 0;
  const past = periodsBetween(FIRST, last, kind).filter(({ end }) => end - 1 <= last + 2);
  const next = shiftPeriod(past.at(-1) ?? { kind, key: '', start: FIRST, end: FIRST }, 1);
  return {
    past,
    numerators: past.map((period) => total(days, 'numerator', period)),
    denominators: past.map((period) => total(days, 'denominator', period)),
    ahead: Array.from({ length: count }, (_, step) => shiftPeriod(next, step)),
    season,
  };
};

describe('a rate by days, weeks and months', () => {
  const days = service(serialOf({ year: 2025, month: 9, day: 17 }), 3);
  const levels = [levelOf(days, 'week', 52, 4), levelOf(days, 'month', 12, 2)];
  const made = projectRatioFigure(days, levels, { daysAhead: 45, low: 0, high: 1 });

  test('is everywhere the quotient of its parts', () => {
    const all = [...made.days.flatMap(({ ratio }) => ratio ?? []), ...made.levels.flat()];
    expect(all.length).toBeGreaterThan(30);
    for (const { projection, numerator, denominator } of all)
      expect(Math.abs(numerator / denominator - projection.value)).toBeLessThan(1e-12);
  });

  test('has parts that are the sums of the days’ parts, those known included', () => {
    for (const { period, numerator, denominator } of made.levels.flat()) {
      if (period.end > (made.days.at(-1)?.serial ?? 0)) continue;
      const ahead = made.days.filter(({ serial }) => serial >= period.start && serial < period.end);
      const sum = (part: Part): number => ahead.reduce((so, { ratio }) => so + (ratio?.[part] ?? 0), total(days, part, period));
      expect(Math.abs(sum('numerator') - numerator)).toBeLessThan(1e-9);
      expect(Math.abs(sum('denominator') - denominator)).toBeLessThan(1e-9);
    }
  });

  test('weighs busy days more than a mean of rates would', () => {
    const week = made.levels[0]?.[1];
    const ahead = made.days.filter(({ serial }) => serial >= (week?.period.start ?? 0) && serial < (week?.period.end ?? 0));
    const rates = ahead.flatMap(({ ratio }) => ratio?.projection.value ?? []);
    const mean = rates.reduce((so, rate) => so + rate, 0) / rates.length;
    expect(rates).toHaveLength(5);
    expect(week?.projection.value ?? 1).toBeLessThan(mean);
  });

  test('stays inside its bounds, its intervals too', () => {
    const full = days.map((day) => ({ ...day, numerator: day.denominator }));
    const sure = projectRatioFigure(full, [levelOf(full, 'week', 52, 4)], { daysAhead: 28, low: 0, high: 1 });
    for (const { projection } of [...sure.days.flatMap(({ ratio }) => ratio ?? []), ...sure.levels.flat()]) {
      expect(projection.value).toBeCloseTo(1, 9);
      expect(projection.high95).toBeLessThanOrEqual(1);
    }
  });

  test('is near what comes', () => {
    const came = service(serialOf({ year: 2025, month: 12, day: 31 }), 3);
    for (const { period, projection } of made.levels.flat())
      expect(Math.abs(projection.value - total(came, 'numerator', period) / total(came, 'denominator', period))).toBeLessThan(
        0.02,
      );
  });
});

test('without any day there is nothing', () => {
  const made = projectRatioFigure([], [], { daysAhead: 7 });
  expect([made.days, made.levels]).toEqual([[], []]);
});

test('days without any denominator give no rate', () => {
  const none = service(FIRST + 60, 1).map((day) => ({ ...day, numerator: 0, denominator: 0 }));
  const made = projectRatioFigure(none, [levelOf(none, 'week', 52, 2)], { daysAhead: 7 });
  expect(made.days.every(({ ratio }) => ratio === null)).toBe(true);
  expect(made.levels).toEqual([[]]);
});

describe('a rate that falls in the last week, in the middle of a month', () => {
  const last = serialOf({ year: 2026, month: 11, day: 20 });
  const days = service(last, 3).map((day) =>
    day.serial > last - 7 ? { ...day, denominator: 2 * day.denominator, numerator: Math.round(1.4 * day.numerator) } : day,
  );
  const made = projectRatioFigure(days, [levelOf(days, 'week', 52, 4), levelOf(days, 'month', 12, 2)], {
    daysAhead: 45,
    low: 0,
    high: 1,
  });
  const rateAt = (day: number): number => made.days.find(({ serial }) => serial === day)?.ratio?.projection.value ?? 0;

  test('the days at the end of a month are alike, whatever the whole months were', () => {
    const monday = rateAt(serialOf({ year: 2026, month: 11, day: 30 }));
    const tuesday = rateAt(serialOf({ year: 2026, month: 12, day: 1 }));
    expect(Math.abs(monday - tuesday)).toBeLessThan(0.1);
  });

  test('the next month holds the rate as it was', () => {
    const [, december] = made.levels[1] ?? [];
    expect(december?.projection.high).toBeGreaterThan(0.88);
    expect(december?.projection.low).toBeLessThan(0.85);
  });
});
