import { weekdayOf } from './serial';
import { periodOf } from './calendar';
import type { Period, PeriodKind } from './period';

/**
 * What days a source speaks of. A weekday on which there is next to nothing is closed; closed days are no days: they
 * neither make a period incomplete nor get a row.
 */
export type Coverage = {
  /** First and last day with data. */
  first: number;
  last: number;
  /** The same, stretched over the closed days just before and after: data up to a Friday covers the week-end. */
  from: number;
  to: number;
  /** ISO weekdays (1 Monday to 7 Sunday) that are open. */
  openWeekdays: readonly number[];
  /** Days with data, in order, each once. */
  days: readonly number[];
  /** True when most open days have data, so that a day without is a missing day. */
  dense: boolean;
};

/** A weekday with data in fewer than this share of its weeks is closed. */
const OPEN_SHARE = 0.1;
/** Fewer days than this say nothing of the week's rhythm, but for a week-end on which nobody works. */
const RHYTHM_DAYS = 14;
const DENSE_SHARE = 0.5;
const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Closed days that follow a weekday, by going `step` days at a time: 2 after a Friday where week-ends are closed. */
export const closedRun = (weekday: number, open: readonly number[], step: 1 | -1): number => {
  for (let run = 0; run < 7; run++) if (open.includes(((weekday - 1 + step * (run + 1) + 14) % 7) + 1)) return run;
  return 0;
};

/**
 * What a source covers, from the serials of its rows (in any order, hours allowed); null when it has no day. Where a row
 * stands for a whole week, month or year (`step`), its period is covered.
 */
export const coverageOf = (serials: Iterable<number>, step: PeriodKind = 'day'): Coverage | null => {
  const unique = new Set<number>();
  for (const serial of serials) unique.add(Math.floor(serial));
  const days = [...unique].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  if (step !== 'day') {
    const from = periodOf(first, step).start;
    return { first, last, from, to: periodOf(last, step).end - 1, openWeekdays: everyDay, days, dense: false };
  }
  const perWeekday = new Array<number>(8).fill(0);
  for (const day of days) perWeekday[weekdayOf(day)] = (perWeekday[weekdayOf(day)] ?? 0) + 1;
  const weeks = Math.max(1, (last - first + 1) / 7);
  const busiest = Math.max(...perWeekday);
  const seen = everyDay.filter((weekday) => (perWeekday[weekday] ?? 0) > 0);
  const openWeekdays =
    busiest < weeks / 2
      ? everyDay
      : days.length < RHYTHM_DAYS
        ? // Monday to Friday with data and a week-end without: closed, unless the data begin to say otherwise.
          WORKING_DAYS.every((weekday) => seen.includes(weekday))
          ? seen
          : everyDay
        : everyDay.filter((weekday) => (perWeekday[weekday] ?? 0) >= OPEN_SHARE * weeks);
  return {
    first,
    last,
    from: first - closedRun(weekdayOf(first), openWeekdays, -1),
    to: last + closedRun(weekdayOf(last), openWeekdays, 1),
    openWeekdays,
    days,
    dense: days.length >= DENSE_SHARE * weeks * openWeekdays.length,
  };
};

/** True when a source covers the whole period; a `today` inside the period makes it incomplete whatever the data say. */
export const isComplete = (period: Period, coverage: Coverage, today?: number): boolean =>
  period.start >= coverage.from && period.end - 1 <= coverage.to && (today === undefined || period.end <= today);
