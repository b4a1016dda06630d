import { civilOf } from '../period/serial';
import { solvePositive } from './linear';
import type { CycleTest, PhaseEffect } from './season-cycle';
import { monthCount, monthStart, type PlainDay } from './season-days';
import { mean } from './statistics';
import { fisherTail, studentTail } from './tails';

/** First seven days of the month, the next seven, what is between, and the last seven. */
const PHASES = 4;
/** Months with figures in all four, at least; and those that tell what holds now. */
const LEAST_MONTHS = 8;
const RECENT_MONTHS = 12;
const LEAST_DAYS = 2;
const CHANGE_LEVEL = 0.01;
const WORTH_TAKING_OUT = 0.05;

const phaseOf = (serial: number): number => {
  const { day } = civilOf(serial);
  if (day <= 7) return 0;
  if (serial >= monthStart(monthCount(serial) + 1) - 7) return 3;
  return day <= 14 ? 1 : 2;
};

type MonthRow = { month: number; departures: readonly number[] };

/** Each month's four parts as departures from their own mean. */
const monthRows = (days: readonly PlainDay[]): MonthRow[] => {
  const months = new Map<number, number[][]>();
  for (const { serial, ratio } of days) {
    if (ratio === null) continue;
    const month = monthCount(serial);
    const parts = months.get(month) ?? Array.from({ length: PHASES }, (): number[] => []);
    parts[phaseOf(serial)]?.push(ratio);
    months.set(month, parts);
  }
  return [...months].flatMap(([month, parts]) => {
    if (parts.some((part) => part.length < LEAST_DAYS)) return [];
    const means = parts.map(mean);
    const centre = mean(means);
    return centre > 0 ? [{ month, departures: means.map((one) => one / centre - 1) }] : [];
  });
};

const meansOf = (rows: readonly MonthRow[]): number[] =>
  Array.from({ length: PHASES }, (_, phase) => mean(rows.map(({ departures }) => departures[phase] ?? 0)));

/** Sums of the products of what the rows leave around their means, for all phases but the last. */
const scatter = (rows: readonly MonthRow[]): number[][] => {
  const means = meansOf(rows);
  const off = (row: MonthRow, phase: number): number => (row.departures[phase] ?? 0) - (means[phase] ?? 0);
  return Array.from({ length: PHASES - 1 }, (_, i) =>
    Array.from({ length: PHASES - 1 }, (_, j) => rows.reduce((total, row) => total + off(row, i) * off(row, j), 0)),
  );
};

/** Chance of such means by Hotelling's T², whatever the months' parts have to do with each other. */
const hotelling = (
  means: readonly number[],
  squares: readonly (readonly number[])[],
  weight: number,
  freedom: number,
): number => {
  const size = PHASES - 1;
  const vector = means.slice(0, size);
  const half = solvePositive(squares, vector);
  if (!half || freedom - size + 1 < 1) return 1;
  const distance = weight * freedom * vector.reduce((total, value, i) => total + value * (half[i] ?? 0), 0);
  return fisherTail((distance * (freedom - size + 1)) / (size * freedom), size, freedom - size + 1);
};

const chanceOf = (rows: readonly MonthRow[]): number =>
  rows.length < LEAST_MONTHS ? 1 : hotelling(meansOf(rows), scatter(rows), rows.length, rows.length - 1);

const differenceChance = (before: readonly MonthRow[], after: readonly MonthRow[]): number => {
  if (before.length < LEAST_MONTHS || after.length < LEAST_MONTHS) return 1;
  const [one, other] = [scatter(before), scatter(after)];
  const pooled = one.map((line, i) => line.map((value, j) => value + (other[i]?.[j] ?? 0)));
  const then = meansOf(before);
  const weight = (before.length * after.length) / (before.length + after.length);
  return hotelling(
    meansOf(after).map((value, i) => value - (then[i] ?? 0)),
    pooled,
    weight,
    before.length + after.length - 2,
  );
};

const effectsOf = (rows: readonly MonthRow[]): readonly PhaseEffect[] =>
  meansOf(rows).map((effect, phase) => {
    const squares = rows.reduce((total, { departures }) => {
      const off = (departures[phase] ?? 0) - effect;
      return total + off * off;
    }, 0);
    const t = effect / Math.sqrt(squares / (rows.length - 1) / rows.length);
    return { phase, effect, chance: Math.min(1, PHASES * studentTail(t, rows.length - 1)) };
  });

/** Share of the variance of single days that the part of the month explains. */
const strengthOf = (days: readonly PlainDay[], effects: readonly PhaseEffect[], from: number): number => {
  const known = days.flatMap(({ serial, ratio }) => (ratio === null || serial < from ? [] : [{ serial, ratio }]));
  const centre = mean(known.map(({ ratio }) => ratio));
  let [within, total] = [0, 0];
  for (const { serial, ratio } of known) {
    const left = ratio - centre * (1 + (effects[phaseOf(serial)]?.effect ?? 0));
    within += left * left;
    total += (ratio - centre) * (ratio - centre);
  }
  return total > 0 ? Math.max(0, 1 - within / total) : 0;
};

/**
 * Tests whether the weeks of the month differ: Hotelling's T² of the months' departures, each month one observation, so
 * that days which resemble those before them count no more than they tell. The last year alone is tried as well.
 * `change.at` is the serial from which the last year holds. Null under eight whole months.
 */
export const testMonthWeeks = (days: readonly PlainDay[]): CycleTest | null => {
  const rows = monthRows(days);
  if (rows.length < LEAST_MONTHS) return null;
  const recent = rows.slice(-RECENT_MONTHS);
  const earlier = rows.slice(0, -RECENT_MONTHS);
  const whole = chanceOf(rows);
  const chance = Math.min(1, earlier.length > 0 ? 2 * Math.min(whole, chanceOf(recent)) : whole);
  const moved = differenceChance(earlier, recent);
  const at = monthStart(recent[0]?.month ?? 0);
  if (moved <= CHANGE_LEVEL) {
    const effects = effectsOf(recent);
    return {
      chance,
      effects,
      strength: strengthOf(days, effects, at),
      change: { at, before: effectsOf(earlier), chance: moved },
    };
  }
  const effects = effectsOf(rows);
  return { chance, effects, strength: strengthOf(days, effects, -Infinity), change: null };
};

/**
 * Days without what the part of the month does to them, where it does: the day before All Saints' is the end of a month, and
 * that alone is no effect of a holiday.
 */
export const withoutMonthWeeks = (days: readonly PlainDay[], test: CycleTest | null): readonly PlainDay[] =>
  test === null || test.chance > WORTH_TAKING_OUT
    ? days
    : days.map(({ serial, ratio }) => {
        const share = 1 + (test.effects[phaseOf(serial)]?.effect ?? 0);
        return { serial, ratio: ratio === null || !(share > 0) ? ratio : ratio / share };
      });
