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
  /** Days with data, in order, each once; of coarser rows the day that each is dated. */
  days: readonly number[];
  /** What a row stands for: what is counted as known or missing. */
  step: PeriodKind;
  /** True when most open days have data. */
  dense: boolean;
  /** True for events, which come when they come: a day without any is a day of none, however many days have some. */
  log: boolean;
  /** Days after `to` for which a log may stay silent as it often does: days without events rather than missing ones. */
  silence: number;
};

/** Do rows tell the state of a day, so that one is due every open day, or are they events, which come when they come? */
export type RowKind = 'day' | 'event';

/** A weekday with data in fewer than this share of its weeks is closed. */
const OPEN_SHARE = 0.1;
/** Fewer days than this say nothing of the week's rhythm, but for a week-end on which nobody works. */
const RHYTHM_DAYS = 14;
const DENSE_SHARE = 0.5;
/** A silence is usual when no more than one in as many is longer. */
const LONG_SILENCES = 10;
/** Dates that show a rhythm, at least. */
const RHYTHM_DATES = 3;
const SHORTEST_MONTH = 28;
const [FRIDAY, SATURDAY] = [5, 6] as const;
const WORKING_DAYS = [1, 2, 3, 4, FRIDAY];

/** Closed days that follow a weekday, by going `step` days at a time: 2 after a Friday where week-ends are closed. */
export const closedRun = (weekday: number, open: readonly number[], step: 1 | -1): number => {
  for (let run = 0; run < 7; run++) if (open.includes(((weekday - 1 + step * (run + 1) + 14) % 7) + 1)) return run;
  return 0;
};

/** Open days without event between two that have some: what no more than one silence in ten goes beyond. */
const usualSilence = (days: readonly number[], open: readonly number[]): number => {
  const silences = days
    .slice(1)
    .map((day, index) => {
      let silent = 0;
      for (let between = (days[index] ?? day) + 1; between < day; between++) if (open.includes(weekdayOf(between))) silent++;
      return silent;
    })
    .sort((a, b) => a - b);
  return silences[silences.length - 1 - Math.floor(silences.length / LONG_SILENCES)] ?? 0;
};

/**
 * What a source covers, from the serials of its rows (in any order, hours allowed); null when it has no day. Where a row
 * stands for a whole week, month or year (`step`), its period is covered. Where each is an event, a day without any between
 * the first and the last is a day of none, however many there are.
 */
export const coverageOf = (serials: Iterable<number>, step: PeriodKind = 'day', rowKind: RowKind = 'day'): Coverage | null => {
  const unique = new Set<number>();
  for (const serial of serials) unique.add(Math.floor(serial));
  const days = [...unique].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  if (step !== 'day') {
    const [from, to] = [periodOf(first, step).start, periodOf(last, step).end - 1];
    return { first, last, from, to, openWeekdays: everyDay, days, step, dense: false, log: rowKind === 'event', silence: 0 };
  }
  const perWeekday = new Array<number>(8).fill(0);
  for (const day of days) {
    const weekday = weekdayOf(day);
    perWeekday[weekday] = (perWeekday[weekday] ?? 0) + 1;
  }
  const weeks = Math.max(1, (last - first + 1) / 7);
  const busiest = Math.max(...perWeekday);
  const seen = everyDay.filter((weekday) => (perWeekday[weekday] ?? 0) > 0);
  const openWeekdays =
    busiest < weeks / 2
      ? everyDay
      : days.length < RHYTHM_DAYS
        ? // A week-end without data after a Friday or a Saturday with some is closed, unless the data begin to say otherwise.
          seen.includes(FRIDAY) || seen.includes(SATURDAY)
          ? everyDay.filter((weekday) => WORKING_DAYS.includes(weekday) || seen.includes(weekday))
          : everyDay
        : everyDay.filter((weekday) => (perWeekday[weekday] ?? 0) >= OPEN_SHARE * weeks);
  return {
    first,
    last,
    from: first - closedRun(weekdayOf(first), openWeekdays, -1),
    to: last + closedRun(weekdayOf(last), openWeekdays, 1),
    openWeekdays,
    days,
    step,
    dense: days.length >= DENSE_SHARE * weeks * openWeekdays.length,
    log: rowKind === 'event',
    silence: rowKind === 'event' ? usualSilence(days, openWeekdays) : 0,
  };
};

/** Is a day that could have data and has none a missing one? Not among events, nor where only few days have data. */
export const expectsEveryDay = ({ step, dense, log }: Coverage): boolean => step === 'day' && dense && !log;

/** Last day that the source speaks of: a log's usual silence after its last event is part of what it says. */
export const coveredUntil = ({ to, openWeekdays, silence }: Coverage): number => {
  let until = to;
  for (let left = silence; left > 0; until++) if (openWeekdays.includes(weekdayOf(until + 1))) left--;
  return until;
};

/** The step that dates of their own accord keep: the same day of each month, the same weekday; `day` for any other. */
const rhythmOf = (days: readonly number[]): PeriodKind => {
  if (days.length < RHYTHM_DATES) return 'day';
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const sameDate = new Set(days.map((day) => day - periodOf(day, 'month').start)).size === 1;
  if (sameDate && gaps.every((gap) => gap >= SHORTEST_MONTH)) return 'month';
  return gaps.every((gap) => gap % 7 === 0) ? 'week' : 'day';
};

/**
 * The same coverage counted in the step that its dates keep, whatever the rows were taken for: twenty rows on the first of
 * each month are months. Events and what is coarser than days stay as they are.
 */
export const inOwnStep = (coverage: Coverage): Coverage => {
  const step = coverage.step === 'day' && !coverage.log ? rhythmOf(coverage.days) : coverage.step;
  return (step === coverage.step ? null : coverageOf(coverage.days, step)) ?? coverage;
};

/** True when a source covers the whole period; a `today` inside the period makes it incomplete whatever the data say. */
export const isComplete = (period: Period, coverage: Coverage, today?: number): boolean =>
  period.start >= coverage.from && period.end - 1 <= coverage.to && (today === undefined || period.end <= today);
