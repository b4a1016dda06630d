import type { Level } from './holiday-effects';
import { drawnToOne } from './holiday-effects';
import { mean, studentLimit, sum } from './statistics';

/**
 * Days beside a holiday on which the service is closed: the one that bridges it with the week-end, the one before, the one
 * after, which may have its calls to catch up. They count only where the past shows it beyond chance.
 */
export type Side = 'bridge' | 'before' | 'after';

const SIDES: readonly Side[] = ['bridge', 'before', 'after'];
/** Fewer days of a side say nothing. */
const LEAST_DAYS = 5;
/** Chance of believing in an effect of one side where none has any. */
const LEVEL = 0.05;

/** What the service's days are, as far as sides need it. */
export type DayTypes = { isOpenWeekday: (day: number) => boolean; isClosedHoliday: (day: number) => boolean };

/** The nearest day of an open weekday, `step` days at a time. */
const nextOpen = (day: number, step: 1 | -1, { isOpenWeekday }: DayTypes): number => {
  for (let other = day + step; Math.abs(other - day) <= 7; other += step) if (isOpenWeekday(other)) return other;
  return day;
};

/** The side of a holiday that an ordinary open day is on; null for none. A Friday after Ascension is a bridge. */
export const sideOf = (day: number, types: DayTypes): Side | null => {
  const { isOpenWeekday, isClosedHoliday } = types;
  const bridges = (holiday: number, rest: number): boolean => isClosedHoliday(holiday) && !isOpenWeekday(rest);
  if (bridges(day - 1, day + 1) || bridges(day + 1, day - 1)) return 'bridge';
  if (isClosedHoliday(nextOpen(day, -1, types))) return 'after';
  return isClosedHoliday(nextOpen(day, 1, types)) ? 'before' : null;
};

/**
 * Level of each side, from its past days' figures over their usual ones: Student's t of their mean, at 5 % shared out
 * among the three sides, then drawn towards none. null where the past shows nothing beyond chance.
 */
export const sideEffects = (seen: readonly { side: Side; ratio: number }[], spread: number): ((side: Side) => Level | null) => {
  const levels = new Map<Side, Level>();
  for (const side of SIDES) {
    const ratios = seen.filter((one) => one.side === side).map(({ ratio }) => ratio);
    if (ratios.length < LEAST_DAYS) continue;
    const average = mean(ratios);
    const own = sum(ratios.map((ratio) => (ratio - average) * (ratio - average))) / (ratios.length - 1);
    const squaredError = Math.max(own, spread * spread) / ratios.length;
    const limit = studentLimit(LEVEL / 2 / SIDES.length, ratios.length - 1);
    if (Math.abs(average - 1) <= limit * Math.sqrt(squaredError)) continue;
    levels.set(side, { factor: drawnToOne(average, squaredError), error: Math.sqrt(squaredError) });
  }
  return (side) => levels.get(side) ?? null;
};
