import { civilOf, serialOf, weekdayOf } from '../period/serial';
import type { Steps } from '../steps';
import { levelled, type CycleCell } from './season-level';

/** A day's figure; days without are simply not there. */
export type DayValue = { serial: number; value: number };

/** A usually open day, known or not. */
export type OpenDay = { serial: number; weekday: number; value: number | null };

/** Days looked at: what the week was like more than three years ago says nothing of the next one. */
const MOST_DAYS = 3 * 365;

/** ISO weekdays on which something is usually done: at least half as often as on the one that is never missing. */
const openWeekdays = (byDay: ReadonlyMap<number, number>): readonly number[] => {
  const often = new Array<number>(8).fill(0);
  for (const [serial, value] of byDay) if (value !== 0) often[weekdayOf(serial)] = (often[weekdayOf(serial)] ?? 0) + 1;
  const most = Math.max(...often);
  return [1, 2, 3, 4, 5, 6, 7].filter((weekday) => most > 0 && (often[weekday] ?? 0) >= most / 2);
};

/** The open days of the history, oldest first, gaps included; those more than `most` days before the last one left out. */
export const openDays = (days: readonly DayValue[], most = MOST_DAYS): readonly OpenDay[] => {
  const all = new Map<number, number>();
  for (const { serial, value } of days) {
    if (!Number.isFinite(value)) continue;
    all.set(Math.floor(serial), (all.get(Math.floor(serial)) ?? 0) + value);
  }
  const last = [...all.keys()].reduce((most, serial) => Math.max(most, serial), -Infinity);
  const recent = new Map([...all].filter(([serial]) => serial > last - most));
  if (recent.size === 0) return [];
  const open = openWeekdays(recent);
  const first = [...recent.keys()].reduce((least, serial) => Math.min(least, serial), Infinity);
  const firstWeekday = weekdayOf(first);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((serial, index) => {
    const weekday = ((firstWeekday - 1 + index) % 7) + 1;
    return open.includes(weekday) ? [{ serial, weekday, value: recent.get(serial) ?? null }] : [];
  });
};

/** The days as a cycle of the open weekdays; `weekdays` gives the weekday of each phase. */
export const weekCycle = (days: readonly OpenDay[]): { cells: readonly CycleCell[]; weekdays: readonly number[] } => {
  const weekdays = [...new Set(days.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  return { cells: days.map(({ weekday, value }) => ({ phase: weekdays.indexOf(weekday), value })), weekdays };
};

/** A day beside its level, the shape of the week taken out: 1.2 is a fifth more than such a day usually has. */
export type PlainDay = { serial: number; ratio: number | null };

/** The days without their level and without the shape of their week, spikes cut; and what that level is, week included. */
export const plainDays = (
  days: readonly OpenDay[],
): { plain: readonly PlainDay[]; level: readonly (number | null)[]; usual: readonly (number | null)[] } => {
  const { cells, weekdays } = weekCycle(days);
  const { ratios, level } = levelled(cells, Math.max(1, weekdays.length));
  const totals = weekdays.map(() => ({ total: 0, count: 0 }));
  cells.forEach(({ phase }, index) => {
    const ratio = ratios[index] ?? null;
    const at = totals[phase];
    if (ratio === null || !at) return;
    at.total += ratio;
    at.count++;
  });
  const shareOf = (index: number): number | null => {
    const at = totals[cells[index]?.phase ?? 0];
    return at && at.total > 0 ? at.total / at.count : null;
  };
  const plain = days.map(({ serial }, index) => {
    const ratio = ratios[index] ?? null;
    const share = shareOf(index);
    return { serial, ratio: ratio === null || share === null ? null : ratio / share };
  });
  const usual = level.map((at, index) => {
    const share = shareOf(index);
    return at === null || share === null ? null : at * share;
  });
  return { plain, level, usual };
};

/** Month of a day, counted from year 0. */
export const monthCount = (serial: number): number => {
  const { year, month } = civilOf(serial);
  return year * 12 + month - 1;
};

/** First day of a month counted from year 0. */
export const monthStart = (count: number): number => serialOf({ year: Math.floor(count / 12), month: (count % 12) + 1, day: 1 });

/** A month under way counts once it has as many days. */
const LEAST_DAYS_IN_MONTH = 10;

/** Mean a day of each month, weekdays evened out; null for a month with too few days. `first` is the count of the first month. */
export function* monthMeansSteps(days: readonly OpenDay[]): Steps<{ first: number; months: readonly (number | null)[] }> {
  const { plain, level } = plainDays(days);
  yield undefined;
  const byMonth = new Map<number, number[]>();
  plain.forEach(({ serial, ratio }, index) => {
    const at = level[index] ?? null;
    if (ratio === null || at === null) return;
    const month = monthCount(serial);
    const values = byMonth.get(month);
    if (values) values.push(ratio * at);
    else byMonth.set(month, [ratio * at]);
  });
  yield undefined;
  const enough = [...byMonth].filter(([, values]) => values.length >= LEAST_DAYS_IN_MONTH);
  if (enough.length === 0) return { first: 0, months: [] };
  const first = Math.min(...enough.map(([month]) => month));
  const length = Math.max(...enough.map(([month]) => month)) - first + 1;
  const means = new Map(enough.map(([month, values]) => [month, values.reduce((total, one) => total + one, 0) / values.length]));
  return { first, months: Array.from({ length }, (_, index) => means.get(first + index) ?? null) };
}
