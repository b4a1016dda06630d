import { weekdayOf } from '../period/serial';
import type { DayValue } from './seasonality';
import { mean, median, sum } from './statistics';

/**
 * What a day of a service usually brings, by the same weekday in the weeks around it: the measure by which holidays,
 * closures and events stand out.
 */

/** Figures by day, and the first and last of them. */
export type KnownDays = { byDay: ReadonlyMap<number, number>; first: number; last: number };

/** Weeks that tell which weekdays are open. */
const RECENT_WEEKS = 8;
/** A weekday whose figures add up to less than this share of the others' is closed, whoever writes zeros. */
const CLOSED_SHARE = 0.01;
/** Totals of other weekdays from which such zeros are no chance. */
const TELLING_TOTAL = 10;
/** Same weekdays around a day that tell its usual level: how far, how many at most, and how few tell nothing. */
const WEEKS_AROUND = 6;
const MOST_AROUND = 8;
const LEAST_AROUND = 3;
/** Days that tell the shape of the week, by weekday. */
const SHAPE_DAYS = 26;
/** From this share of open days without figure on, a day without is a quiet day and not a closed one. */
const SPARSE_SHARE = 0.25;
/** Makes the median absolute deviation of normal figures their standard deviation. */
const NORMAL_SCALE = 1.4826;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The Sunday before a day's ISO week. */
const eveOfWeek = (day: number): number => day - weekdayOf(day);

/** Figures by whole day, the last one of a day where there are several; null without any. */
export const knownDays = (days: readonly DayValue[]): KnownDays | null => {
  const finite = days.filter(({ value }) => Number.isFinite(value));
  const byDay = new Map(finite.map(({ serial, value }) => [Math.floor(serial), value]));
  const [first, last] = [...byDay.keys()].reduce<[number, number]>(
    ([least, most], day) => [Math.min(least, day), Math.max(most, day)],
    [Infinity, -Infinity],
  );
  return byDay.size > 0 ? { byDay, first, last } : null;
};

/**
 * ISO weekdays with a figure in at least half of the last eight weeks; weeks without any figure, a service's holidays, say
 * nothing. A weekday of zeros beside busy ones is closed too.
 */
export const openWeekdaysOf = ({ byDay, first, last }: KnownDays): readonly number[] => {
  const eves = [...new Set([...byDay.keys()].map(eveOfWeek))].sort((one, other) => other - one);
  // The week under way has no Friday yet: each weekday is asked of the latest weeks that could have it.
  const figures = WEEKDAYS.map((weekday) => {
    const could = eves.map((eve) => eve + weekday).filter((day) => day >= first && day <= last);
    const asked = could.slice(0, RECENT_WEEKS);
    return { asked: asked.length, values: asked.flatMap((day) => byDay.get(day) ?? []) };
  });
  const totals = figures.map(({ values }) => sum(values));
  return WEEKDAYS.filter((_, index) => {
    const { asked, values } = figures[index] ?? { asked: 0, values: [] };
    const others = mean(totals.filter((total, other) => other !== index && total > 0));
    const silent = others >= TELLING_TOTAL && (totals[index] ?? 0) <= CLOSED_SHARE * others;
    return values.length > 0 && values.length >= asked / 2 && !silent;
  });
};

/** True where so many open days have no figure that one without says nothing: a log of rare events. */
export const isSparse = ({ byDay, first, last }: KnownDays, open: readonly number[]): boolean => {
  let [asked, missing] = [0, 0];
  const weeks = new Set([...byDay.keys()].map(eveOfWeek));
  for (let day = first; day <= last; day++) {
    if (!open.includes(weekdayOf(day)) || !weeks.has(eveOfWeek(day))) continue;
    asked++;
    if ((byDay.get(day) ?? 0) === 0) missing++;
  }
  return missing > SPARSE_SHARE * asked;
};

/**
 * What a day would usually have brought: the median of the same weekday in the weeks around it, nearest first, days that
 * are odd themselves left out; null where too few are known.
 */
export const usualValue = (day: number, { byDay }: KnownDays, isOdd: (day: number) => boolean): number | null => {
  const around: number[] = [];
  for (let weeks = 1; weeks <= WEEKS_AROUND && around.length < MOST_AROUND; weeks++)
    for (const other of [day - 7 * weeks, day + 7 * weeks]) {
      const value = byDay.get(other);
      if (value !== undefined && !isOdd(other)) around.push(value);
    }
  return around.length >= LEAST_AROUND ? median(around) : null;
};

/** Standard deviation of what days brought as a ratio of what they usually bring, hardly moved by a few odd ones. */
export const usualSpread = (ratios: readonly number[]): number => {
  const centre = median(ratios);
  return NORMAL_SCALE * median(ratios.map((ratio) => Math.abs(ratio - centre)));
};

/** Share of a usual week that each ISO weekday brings, Monday first; closed ones 0. They add up to 1. */
export const weekShape = ({ byDay }: KnownDays, open: readonly number[], isOdd: (day: number) => boolean): readonly number[] => {
  const days = [...byDay.keys()].filter((day) => !isOdd(day)).sort((one, other) => other - one);
  const means = WEEKDAYS.map((weekday) => {
    const same = days.filter((day) => weekdayOf(day) === weekday).slice(0, SHAPE_DAYS);
    return open.includes(weekday) ? Math.max(0, mean(same.map((day) => byDay.get(day) ?? 0))) : 0;
  });
  const total = sum(means);
  return means.map((value, index) => {
    if (total > 0) return value / total;
    return open.includes(index + 1) ? 1 / open.length : 0;
  });
};
