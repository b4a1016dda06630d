import { civilOf } from '../period/serial';
import { swapDayAndMonth } from '../period/swap';
import type { CellValue } from '../sheet/snapshot';
import { readDate, readTextDate } from './dates';
import type { DateWriting } from './detected';

/** So many different dates without one past the 12th of its month are a day/month swap rather than chance. */
const SWAP_RUN = 15;
/** Days and months that such a run goes over. */
const DIFFERENT_DAYS = 6;
const DIFFERENT_MONTHS = 4;
/** With real dates on one day of the month only: as many months of one year as there are days up to the 12th. */
const LAST_SWAPPED_DAY = 12;

/** Dates that go up only once exchanged: so many are no chance. */
const IN_ORDER_RUN = 4;

const isSorted = (values: readonly number[]): boolean => values.every((value, index) => value >= (values[index - 1] ?? value));

const isNumericOrder = (writing: DateWriting): writing is 'dmy' | 'mdy' => writing === 'dmy' || writing === 'mdy';

/** Months on one and the same day from which no other reading is likely: the other is the same month's days, year after year. */
const MONTHS_IN_A_ROW = 13;

/** Are dates the same day of a run of months, over more than a year? */
const isMonthAfterMonth = (serials: readonly number[]): boolean => {
  const dates = [...new Set(serials.map(Math.floor))].map(civilOf);
  const months = new Set(dates.map(({ year, month }) => 12 * year + month));
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const oneDay = new Set(dates.map(({ day }) => day)).size === 1;
  return oneDay && dates.length >= MONTHS_IN_A_ROW && months.size === dates.length && 2 * months.size > last - first;
};

/** Days backwards from one date to the next, and the days gone over: the right reading of rows in order has few of both. */
const disorder = (serials: readonly number[]): number => {
  let back = 0;
  let way = 0;
  serials.forEach((serial, index) => {
    const step = serial - (serials[index - 1] ?? serial);
    way += Math.abs(step);
    if (step < 0) back -= step;
  });
  return Math.min(back, way - back) * 2 + way;
};

const texts = (values: readonly CellValue[]): string[] =>
  values.filter((value) => typeof value === 'string' && value !== '') as string[];

/**
 * Day first or month first, over every row: the order that reads more cells, and of two that read as many the one that makes
 * a run of months, or whose dates follow each other better; day first where nothing tells.
 */
export const decideDayMonth = (values: readonly CellValue[], writing: DateWriting, date1904: boolean): DateWriting => {
  if (!isNumericOrder(writing)) return writing;
  const read = (order: DateWriting): number => texts(values).filter((text) => readTextDate(text, order) !== null).length;
  const days = read('dmy');
  const months = read('mdy');
  if (days !== months) return days > months ? 'dmy' : 'mdy';
  const serials = (order: DateWriting): number[] => values.flatMap((value) => readDate(value, order, date1904) ?? []);
  if (isMonthAfterMonth(serials('dmy'))) return 'dmy';
  if (isMonthAfterMonth(serials('mdy'))) return 'mdy';
  return disorder(serials('mdy')) < disorder(serials('dmy')) ? 'mdy' : 'dmy';
};

/** Why day and month of some dates may be exchanged. */
type SwapDoubt = 'both-read' | 'both-written' | 'never-past-12' | 'texts-past-12' | 'one-day-of-the-month';

const past12 = (serial: number): boolean => civilOf(serial).day > 12;

/**
 * What makes a column's day and month doubtful, or null. Texts that read both ways in every row; texts in both orders; real
 * dates of which none passes the 12th, over many days and months, or beside texts that all do: a spreadsheet has read the
 * others the wrong way round, or of which only the exchanged reading goes up; dates on one and the same day of the months of a
 * single year, in a column that does not say that its rows are months (`monthly`).
 */
export const swapDoubt = (
  values: readonly CellValue[],
  writing: DateWriting,
  date1904: boolean,
  monthly: boolean,
): SwapDoubt | null => {
  const written = texts(values);
  const real = [
    ...new Set(
      values.flatMap((value) => (typeof value === 'number' ? (readDate(value, writing, date1904) ?? []) : [])).map(Math.floor),
    ),
  ];
  if (isNumericOrder(writing)) {
    const dmy = written.filter((text) => readTextDate(text, 'dmy') !== null);
    const mdy = written.filter((text) => readTextDate(text, 'mdy') !== null);
    const onlyDmy = dmy.some((text) => readTextDate(text, 'mdy') === null);
    const onlyMdy = mdy.some((text) => readTextDate(text, 'dmy') === null);
    if (onlyDmy && onlyMdy) return 'both-written';
    if (isMonthAfterMonth(written.flatMap((text) => readTextDate(text, writing) ?? []))) return null;
    const turned = dmy.filter((text) => readTextDate(text, 'dmy') !== readTextDate(text, 'mdy'));
    // Among more real dates, the texts are read in the order that goes with them.
    if (!onlyDmy && !onlyMdy && turned.length > 0 && real.length <= written.length) return 'both-read';
    const passing = written.filter((text) => {
      const serial = readTextDate(text, writing);
      return serial !== null && past12(serial);
    });
    if (real.length >= 3 && passing.length >= 3 && passing.length >= 0.9 * written.length && !real.some(past12))
      return 'texts-past-12';
  }
  if (real.length === 0 || real.some(past12) || (writing !== 'real' && writing !== 'serial' && !isNumericOrder(writing)))
    return null;
  const civil = real.map(civilOf);
  const days = new Set(civil.map(({ day }) => day)).size;
  const months = new Set(civil.map(({ month }) => month)).size;
  if (real.length >= SWAP_RUN && days >= DIFFERENT_DAYS && months >= DIFFERENT_MONTHS) return 'never-past-12';
  if (real.length >= IN_ORDER_RUN && days > 1 && !isSorted(real) && isSorted(real.map(swapDayAndMonth))) return 'never-past-12';
  const years = new Set(civil.map(({ year }) => year)).size;
  if (days === 1 && years === 1 && real.length >= 3 && real.length <= LAST_SWAPPED_DAY && !monthly) return 'one-day-of-the-month';
  return null;
};

/** The other reading of a date: day and month exchanged. */
export const otherReading = (value: CellValue, writing: DateWriting, date1904: boolean): number | null => {
  if (typeof value === 'string') return isNumericOrder(writing) ? readTextDate(value, writing === 'dmy' ? 'mdy' : 'dmy') : null;
  const serial = readDate(value, writing, date1904);
  return serial === null ? null : swapDayAndMonth(serial);
};
