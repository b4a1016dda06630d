import { valueAt, type CellValue, type SheetSnapshot } from '../sheet/snapshot';
import { turned } from '../sheet/turned';
import { mapInSteps, type Steps } from '../steps';
import type { Block } from './block';
import { isDateFormat, isPlausibleSerial, readTextDate, readYearlessDate } from './dates';
import type { DateWriting } from './detected';
import { distinctHeaders, isDatum } from './headers';
import { numberFormatAt } from '../sheet/snapshot';
import { fromHostSerial } from '../period/serial';

/** Rows looked at for dates that run across: they stand above what they date. */
const SEARCHED_ROWS = 80;
/** Dates that make a row of dates. */
const LEAST_DATES = 3;
/** Share of the cells of the row, from its first date to its last, that are dates. */
const ENOUGH = 0.7;
const BLANK_ROWS_INSIDE = 2;
/** Columns of labels before the first date. */
const LABEL_COLUMNS = 6;

const WRITINGS: readonly DateWriting[] = [
  'iso',
  'dmy',
  'mdy',
  'iso-week',
  'month-name',
  'year-month',
  'quarter',
  'compact',
  'year',
];

type DateRow = { row: number; first: number; last: number };
type Cell = { column: number; value: CellValue };

/** Does a run of cells go up, or down, all along? Dates across do; figures that happen to be in range do not. */
const isOrdered = (numbers: readonly number[]): boolean => {
  const steps = numbers.slice(1).map((value, index) => value - (numbers[index] ?? value));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
};

/** The cells of a row that are dates of one writing, in order; too few are none. */
const datesOf = (sheet: SheetSnapshot, row: number, cells: readonly Cell[], date1904: boolean): readonly Cell[] => {
  const texts = cells.filter(({ value }) => typeof value === 'string');
  for (const writing of WRITINGS) {
    const read = texts.filter(({ value }) => readTextDate(String(value), writing) !== null);
    const ordered = isOrdered(read.map(({ value }) => Math.floor(readTextDate(String(value), writing) ?? 0)));
    if (read.length >= LEAST_DATES && (ordered || writing === 'dmy' || writing === 'mdy')) return read;
  }
  const months = texts.filter(({ value }) => readYearlessDate(String(value), 2000) !== null);
  if (months.length >= LEAST_DATES) return months;
  const numbers = cells.filter(({ value }) => typeof value === 'number');
  const serials = numbers.filter(({ value }) => isPlausibleSerial(fromHostSerial(Number(value), date1904)));
  const formatted = serials.filter(({ column }) => isDateFormat(numberFormatAt(sheet, row, column)));
  if (formatted.length >= LEAST_DATES && isOrdered(formatted.map(({ value }) => Number(value)))) return formatted;
  const steps = (list: readonly Cell[]): Set<number> =>
    new Set(list.slice(1).map(({ value }, index) => Number(value) - Number(list[index]?.value ?? 0)));
  if (
    serials.length >= 5 &&
    isOrdered(serials.map(({ value }) => Number(value))) &&
    [...steps(serials)].every((step) => Math.abs(step) <= 31)
  )
    return serials;
  const compact = numbers.filter(({ value }) => readTextDate(String(value), 'compact') !== null);
  if (compact.length >= LEAST_DATES && isOrdered(compact.map(({ value }) => Number(value)))) return compact;
  const years = numbers.filter(({ value }) => readTextDate(String(value), 'year') !== null);
  return years.length >= LEAST_DATES && steps(years).size === 1 && isOrdered(years.map(({ value }) => Number(value)))
    ? years
    : [];
};

const dateRowOf = (sheet: SheetSnapshot, row: number, date1904: boolean): DateRow | null => {
  const used = sheet.used;
  if (!used) return null;
  const cells: Cell[] = [];
  (sheet.values[row - used.row] ?? []).forEach((value, offset) => {
    if (value !== '') cells.push({ column: used.column + offset, value });
  });
  if (cells.length < LEAST_DATES) return null;
  const dates = datesOf(sheet, row, cells, date1904);
  const first = dates[0]?.column;
  const last = dates.at(-1)?.column;
  if (dates.length < LEAST_DATES || first === undefined || last === undefined || first === used.column) return null;
  const between = cells.filter(({ column }) => column >= first && column <= last).length;
  return dates.length >= ENOUGH * between && dates.length >= 0.5 * (last - first + 1) ? { row, first, last } : null;
};

const cellsOf = (sheet: SheetSnapshot, row: number, first: number, last: number): CellValue[] => {
  const cells: CellValue[] = [];
  for (let column = first; column <= last; column++) {
    const value = valueAt(sheet, row, column);
    if (value !== '') cells.push(value);
  }
  return cells;
};

/** The fewest columns of labels that tell the rows apart, from the left: `Oak Hospital / ED Visits`. */
const labelsOf = (sheet: SheetSnapshot, rows: readonly number[], columns: readonly number[]): string[] => {
  const carried = columns.map((column, place) => {
    let above = '';
    return rows.map((row) => {
      const text = String(valueAt(sheet, row, column))
        .replace(/\s+/g, ' ')
        .trim();
      // A label merged over several rows stands in the first of them only.
      above = text === '' && place < columns.length - 1 ? above : text;
      return above;
    });
  });
  const joined = (count: number): string[] =>
    rows.map((_, index) =>
      carried
        .slice(0, count)
        .map((column) => column[index] ?? '')
        .filter((text, place, all) => text !== '' && text !== all[place - 1])
        .join(' / '),
    );
  const isTold = (labels: readonly string[]): boolean => {
    const held = labels.filter(Boolean);
    return held.length === labels.length && new Set(held).size === held.length;
  };
  for (let count = 1; count < columns.length; count++) if (isTold(joined(count))) return joined(count);
  return joined(columns.length);
};

/** The block of a row of dates, on the turned sheet; null when nothing below it is dated by it. */
const blockOf = (sheet: SheetSnapshot, over: () => SheetSnapshot, { row, first, last }: DateRow, end: number): Block | null => {
  let lastRow = row;
  let figures = 0;
  let cells = 0;
  for (let next = row + 1, blanks = 0; next < end && blanks <= BLANK_ROWS_INSIDE; next++) {
    const values = cellsOf(sheet, next, first, last);
    const labelled = cellsOf(sheet, next, Math.max(sheet.used?.column ?? 0, first - LABEL_COLUMNS), first - 1).length > 0;
    if (values.length === 0 && !labelled) blanks++;
    else if (values.length > 0 && !labelled && blanks > 0) break;
    else if (values.length > 0) {
      blanks = 0;
      lastRow = next;
      cells += values.length;
      figures += values.filter(isDatum).length;
    } else blanks = 0;
  }
  if (lastRow === row || figures < 0.5 * cells || figures < LEAST_DATES - 1) return null;
  const rows = Array.from({ length: lastRow - row }, (_, index) => row + 1 + index);
  const left = sheet.used?.column ?? 0;
  const labels: number[] = [];
  for (let column = first - 1; column >= left && labels.length < LABEL_COLUMNS; column--) {
    const texts = rows.filter(
      (next) => typeof valueAt(sheet, next, column) === 'string' && valueAt(sheet, next, column) !== '',
    ).length;
    if (texts >= 0.2 * rows.length && texts > 0) labels.unshift(column);
    else if (labels.length > 0) break;
  }
  if (labels.length === 0) return null;
  const own = labels.map((column) => String(valueAt(sheet, row, column)).trim()).filter(Boolean);
  return {
    sheet: over(),
    across: true,
    headerRow: first - 1,
    firstRow: first,
    lastRow: last,
    firstColumn: row,
    headers: distinctHeaders([own.join(' / '), ...labelsOf(sheet, rows, labels)]),
  };
};

/**
 * Tables whose dates run across the columns, each as a block of the turned sheet. However wide a sheet is, only its first
 * rows are looked at, and it is turned over only where one of them holds dates.
 */
export function* acrossBlocks(sheet: SheetSnapshot, date1904: boolean): Steps<Block[]> {
  const used = sheet.used;
  if (!used) return [];
  const rows: DateRow[] = [];
  for (let row = used.row; row < used.row + Math.min(used.rows, SEARCHED_ROWS); row++) {
    const found = dateRowOf(sheet, row, date1904);
    if (found) rows.push(found);
    yield undefined;
  }
  // Dates in one row after the other are dates of the rows, side by side.
  const heads = rows.filter(({ row, first }) => !rows.some((other) => other.row === row + 1 && other.first === first));
  if (heads.length === 0 || heads.length > 0.5 * used.rows) return [];
  let flipped: SheetSnapshot | null = null;
  const over = (): SheetSnapshot => (flipped ??= turned(sheet));
  const end = used.row + used.rows;
  const blocks = yield* mapInSteps(heads, (found, index) => blockOf(sheet, over, found, heads[index + 1]?.row ?? end));
  return blocks.filter((block) => block !== null);
}
