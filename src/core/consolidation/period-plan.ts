import { periodOf, periodsBetween } from '../period/calendar';
import type { Coverage } from '../period/coverage';
import type { PeriodKind } from '../period/period';
import { civilOf, serialOf, weekdayOf } from '../period/serial';
import type { Steps } from '../steps';
import type { PeriodRow } from './period-rows';
import type { SourceRows } from './rows';

/** Day after the quarter that follows the one of a day: rows are prepared until then, so that data typed later has its row. */
const preparedUntil = (day: number): number => {
  const { year, month } = civilOf(day);
  return serialOf({ year, month: 3 * Math.ceil(month / 3) + 4, day: 1 });
};

/** Periods that are made between two pauses. */
const PERIODS_PER_STEP = 500;

/**
 * Rows of a kind of period. Weeks, months and years run from the first to the last without a gap. Days: every open day of a
 * source that has most of them (a missing day is a blank row), plus closed days that have data after all; of a source with
 * data on few days, those days. Then, to the end of the quarter after the last day, the rows that later data will need:
 * every day, of which those that are no open days only show when they have data.
 */
export function* rowsToWrite(coverage: Coverage, kind: PeriodKind): Steps<PeriodRow[]> {
  const { first, last, dense } = coverage;
  const held = new Set(coverage.days);
  const isOpen = (day: number): boolean => dense && coverage.openWeekdays.includes(weekdayOf(day));
  const rows: PeriodRow[] = [];
  let period = periodOf(first, kind);
  for (let made = 1; period.start <= last; made++) {
    if (kind !== 'day' || held.has(period.start) || isOpen(period.start)) rows.push({ period, shown: 'now' });
    period = periodOf(period.end, kind);
    if (made % PERIODS_PER_STEP === 0) yield undefined;
  }
  const ahead = periodsBetween(periodOf(last, kind).end, preparedUntil(last) - 1, kind);
  for (const next of ahead) rows.push({ period: next, shown: kind !== 'day' || isOpen(next.start) ? 'reached' : 'data' });
  return rows;
}

/**
 * True when every row has a date that is not before the one above it, down to where formulas reach: several rows of one date
 * are in order, a total below the rows is not.
 */
export const isInOrder = (rows: SourceRows): boolean => {
  let before = -Infinity;
  const moments = [...rows.dates.map((_, row) => rows.moment(row)), ...rows.below()];
  for (const moment of moments) {
    if (moment === null || moment < before) return false;
    before = moment;
  }
  return true;
};
