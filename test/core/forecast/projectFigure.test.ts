import { projectSum, type LevelHistory } from '../../../src/core/forecast/projectFigure';
import type { DayValue } from '../../../src/core/forecast/seasonality';
import { periodsBetween, periodOf, shiftPeriod } from '../../../src/core/period/calendar';
import type { PeriodKind } from '../../../src/core/period/period';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

const FIRST = serialOf({ year: 2024, month: 1, day: 1 });
const SHAPE = [1.3, 1.1, 1, 1, 0.9];

/** Calls of a service that is closed at week-ends; a wave over the year where asked. */
const service = (last: number, seed: number, wave = 0): DayValue[] => {
  const draw = normal(seed);
  const days: DayValue[] = [];
  for (let serial = FIRST; serial <= last; serial++) {
    const shape = SHAPE[weekdayOf(serial) - 1];
    const noise = 1 + 0.08 * draw();
    const level = 200 * (1 + wave * Math.sin((2 * Math.PI * (serial - FIRST)) / 365.25));
    if (shape !== undefined) days.push({ serial, value: Math.round(level * shape * noise) });
  }
  return days;
};

const total = (days: readonly DayValue[], { start, end }: { start: number; end: number }): number =>
  days.filter(({ serial }) => serial >= start && serial < end).reduce((sum, { value }) => sum + value, 0);

/** The whole periods of some days, and those that follow. */
const levelOf = (days: readonly DayValue[], kind: PeriodKind, season: number, count: number): LevelHistory => {
  const last = days.at(-1)?.serial ?? 0;
  const past = periodsBetween(FIRST, last, kind).filter(({ start, end }) => start >= FIRST && end - 1 <= last + 2);
  const next = shiftPeriod(past.at(-1) ?? periodOf(FIRST, kind), 1);
  return {
    past,
    values: past.map((period) => total(days, period)),
    ahead: Array.from({ length: count }, (_, step) => shiftPeriod(next, step)),
    season,
  };
};

const levelsOf = (days: readonly DayValue[]): LevelHistory[] => [levelOf(days, 'week', 52, 5), levelOf(days, 'month', 12, 2)];

describe('days, weeks and months of a service', () => {
  // A Wednesday: the week and the month are under way.
  const days = service(serialOf({ year: 2026, month: 11, day: 18 }), 5, 0.2);
  const made = projectSum(days, levelsOf(days), { daysAhead: 50, kind: 'count' });
  const [weeks = [], months = []] = made.levels;

  test('agree to the last digit', () => {
    expect(weeks).toHaveLength(5);
    expect(months).toHaveLength(2);
    for (const { period, known, projection } of [...weeks, ...months]) {
      const ahead = made.days.filter(({ serial }) => serial >= period.start && serial < period.end);
      if (ahead.length === 0 || (made.days.at(-1)?.serial ?? 0) < period.end - 1) continue;
      const sum = ahead.reduce((so, day) => so + (day.projection?.value ?? 0), known ?? 0);
      expect(Math.abs(sum - projection.value)).toBeLessThan(1e-9);
    }
  });

  test('the week and the month under way are what is known of them and the rest', () => {
    expect(weeks[0]?.known).toBe(total(days, weeks[0]?.period ?? { start: 0, end: 0 }));
    expect(months[0]?.known).toBe(total(days, months[0]?.period ?? { start: 0, end: 0 }));
    expect(weeks[1]?.known).toBeNull();
    expect(weeks[0]?.projection.low).toBeGreaterThan(weeks[0]?.known ?? 0);
    expect(weeks[0]?.ownShare).toBe(0);
  });

  test('what is nearly over is nearly known', () => {
    const width = ({ low, high }: { low: number; high: number } = { low: 0, high: 0 }): number => high - low;
    expect(width(weeks[0]?.projection)).toBeLessThan(width(weeks[1]?.projection));
  });

  test('closed days stay closed', () => {
    expect(made.days.filter(({ serial }) => weekdayOf(serial) > 5).every(({ projection }) => projection === null)).toBe(true);
  });

  test('a planned closure lowers its day, its week and its month alike', () => {
    const closed = (weeks[2]?.period.start ?? 0) + 1;
    const without = projectSum(days, levelsOf(days), { daysAhead: 50, kind: 'count', calendar: { closedDays: [closed] } });
    expect(without.days.find(({ serial }) => serial === closed)?.projection).toBeNull();
    const lost = made.days.find(({ serial }) => serial === closed)?.projection?.value ?? 0;
    const fall = (level: number, place: number): number =>
      (made.levels[level]?.[place]?.projection.value ?? 0) - (without.levels[level]?.[place]?.projection.value ?? 0);
    expect(fall(0, 2)).toBeGreaterThan(0.6 * lost);
    expect(fall(0, 2)).toBeLessThan(1.4 * lost);
  });

  test('nothing falls below zero', () => {
    const rare = days.map((day, index) => ({ ...day, value: index % 9 === 0 ? 1 : 0 }));
    const { days: few, levels } = projectSum(rare, levelsOf(rare), { daysAhead: 30, kind: 'count' });
    for (const { low, low95, value } of [
      ...few.flatMap(({ projection }) => projection ?? []),
      ...levels.flat().map((one) => one.projection),
    ]) {
      expect(low95).toBeGreaterThanOrEqual(0);
      expect(low).toBeGreaterThanOrEqual(low95);
      expect(value).toBeGreaterThanOrEqual(low);
    }
  });
});

test.each<[string, DayValue[]]>([
  ['no day', []],
  ['one day', [{ serial: FIRST, value: 12 }]],
  ['days all at 0', Array.from({ length: 40 }, (_, day) => ({ serial: FIRST + day, value: 0 }))],
])('%s: no digit that is none', (_, days) => {
  const made = projectSum(days, days.length > 0 ? levelsOf(days) : [], { daysAhead: 14 });
  for (const { projection } of [...made.days, ...made.levels.flat()])
    if (projection) expect(Object.values(projection).every((value) => Number.isFinite(value))).toBe(true);
});

test('weeks that agree are no worse than those projected alone, and their interval holds about 80 %', () => {
  let [alone, agreed, inside, count] = [0, 0, 0, 0];
  for (let seed = 1; seed <= 12; seed++) {
    const whole = service(FIRST + 7 * 104 - 1, seed, 0.15);
    const known = whole.filter(({ serial }) => serial < FIRST + 7 * 100);
    const level = levelOf(known, 'week', 52, 4);
    const made = projectSum(known, [level], { daysAhead: 28, kind: 'count' });
    level.ahead.forEach((week, step) => {
      const came = total(whole, week);
      const one = made.levels[0]?.[step]?.projection;
      alone += Math.abs((made.levelForecasts[0]?.points[step]?.value ?? 0) - came);
      agreed += Math.abs((one?.value ?? 0) - came);
      if (one && came >= one.low && came <= one.high) inside++;
      count++;
    });
  }
  expect(agreed).toBeLessThan(1.03 * alone);
  expect(inside / count).toBeGreaterThan(0.68);
  expect(inside / count).toBeLessThan(0.95);
});

test('two weeks that happen to be alike do not make the third certain', () => {
  const days = service(serialOf({ year: 2024, month: 1, day: 14 }), 3);
  const level = { ...levelOf(days, 'week', 52, 1), values: [1000, 1000] };
  const made = projectSum(days, [level], { daysAhead: 7, kind: 'count' });
  const [week] = made.levels[0] ?? [];
  const widest = Math.max(...made.days.map(({ projection }) => (projection ? projection.high - projection.low : 0)));
  expect(week?.ownShare).toBe(0);
  expect((week?.projection.high ?? 0) - (week?.projection.low ?? 0)).toBeGreaterThan(widest);
});

describe('calls that double in the last week, in the middle of a month', () => {
  // A Friday: the week is whole, the month is under way, and the whole months know nothing of what came.
  const last = serialOf({ year: 2026, month: 11, day: 20 });
  const calm = service(last, 5);
  const days = calm.map(({ serial, value }) => ({ serial, value: serial > last - 7 ? 2 * value : value }));
  const made = projectSum(days, levelsOf(days), { daysAhead: 50, kind: 'count' });
  const [weeks = [], months = []] = made.levels;
  const valueAt = (day: number): number => made.days.find(({ serial }) => serial === day)?.projection?.value ?? 0;

  test('the next month holds what it usually is, and one that stays above it', () => {
    const [, december] = months;
    const usual = total(calm, periodOf(serialOf({ year: 2026, month: 9, day: 1 }), 'month'));
    expect(december?.projection.low).toBeLessThan(1.1 * usual);
    expect(december?.projection.high).toBeGreaterThan(1.3 * usual);
  });

  test('so do the weeks', () => {
    const usual = total(calm, periodOf(last - 14, 'week'));
    for (const { projection } of weeks.slice(0, 4)) {
      expect(projection.low).toBeLessThan(1.1 * usual);
      expect(projection.high).toBeGreaterThan(1.5 * usual);
    }
  });

  test('no month bends the days at its ends: the last of one and the first of the next are alike', () => {
    // Monday 30/11 is 1.3 of a usual day, Tuesday 01/12 1.1.
    const monday = valueAt(serialOf({ year: 2026, month: 11, day: 30 }));
    const tuesday = valueAt(serialOf({ year: 2026, month: 12, day: 1 }));
    expect(monday / tuesday).toBeGreaterThan(0.85);
    expect(monday / tuesday).toBeLessThan(1.5);
  });
});
