import type { Period, PeriodKind } from './period';
import { civilOf, isCivil, serialOf, weekdayOf } from './serial';

const two = (value: number): string => String(value).padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');

/** ISO 8601 week and the year it belongs to, which is its Thursday's: 2021-01-01 is week 53 of 2020. */
export const isoWeekOf = (serial: number): { year: number; week: number } => {
  const thursday = Math.floor(serial) - weekdayOf(serial) + 4;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - serialOf({ year, month: 1, day: 1 })) / 7) + 1 };
};

/** The day, ISO week, month or year that a serial falls in: `periodOf(44197, 'week').key` is `2020-S53`. */
export const periodOf = (serial: number, kind: PeriodKind): Period => {
  const day = Math.floor(serial);
  const { year, month, day: date } = civilOf(day);
  switch (kind) {
    case 'day':
      return { kind, key: `${four(year)}-${two(month)}-${two(date)}`, start: day, end: day + 1 };
    case 'week': {
      const start = day - weekdayOf(day) + 1;
      const iso = isoWeekOf(day);
      return { kind, key: `${four(iso.year)}-S${two(iso.week)}`, start, end: start + 7 };
    }
    case 'month':
      return {
        kind,
        key: `${four(year)}-${two(month)}`,
        start: serialOf({ year, month, day: 1 }),
        end: serialOf({ year, month: month + 1, day: 1 }),
      };
    case 'year':
      return {
        kind,
        key: four(year),
        start: serialOf({ year, month: 1, day: 1 }),
        end: serialOf({ year: year + 1, month: 1, day: 1 }),
      };
  }
};

/** The period after (or, with a negative `steps`, before) one: two steps after `2026-S52` comes `2027-S01`. */
export const shiftPeriod = (period: Period, steps: number): Period => {
  let shifted = period;
  for (let step = 0; step < Math.abs(steps); step++) shifted = periodOf(steps > 0 ? shifted.end : shifted.start - 1, period.kind);
  return shifted;
};

/** Every period from the one that holds `first` to the one that holds `last`, gaps included; none when `last` is earlier. */
export const periodsBetween = (first: number, last: number, kind: PeriodKind): Period[] => {
  const periods: Period[] = [];
  for (let period = periodOf(first, kind); period.start <= last; period = periodOf(period.end, kind)) periods.push(period);
  return periods;
};

/** Reads a key back: `2020-S53` (or `2020-W53`), `2026-11-21`, `2026-11`, `2026`; null when it is none or does not exist. */
export const parsePeriodKey = (key: string): Period | null => {
  const week = /^(\d{4})-[SW](\d{2})$/i.exec(key);
  if (week) {
    const year = Number(week[1]);
    const period = periodOf(serialOf({ year, month: 1, day: 4 }) + 7 * (Number(week[2]) - 1), 'week');
    return period.key === `${week[1] ?? ''}-S${week[2] ?? ''}` ? period : null;
  }
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(key);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2] ?? '1'), day: Number(match[3] ?? '1') };
  if (!isCivil(date)) return null;
  return periodOf(serialOf(date), match[3] ? 'day' : match[2] ? 'month' : 'year');
};
