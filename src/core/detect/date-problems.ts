import { problem, type Problem } from '../problem';
import { civilOf } from '../period/serial';
import type { CellValue } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { placeIn, type Block } from './block';
import { columnValues, type DateColumn } from './date-column';
import { readDate } from './dates';
import { otherReading, swapDoubt } from './day-month';
import type { TableKind } from './detected';
import { isTotalLabel } from './totals';

/** Rows of a year that stands alone: as few as that, or that share of the rows. */
const LONE_ROWS = 2;
const LONE_SHARE = 0.01;

/** Dates that are read between two pauses. */
const DATES_PER_STEP = 2000;

type Dated = { row: number; value: CellValue; serial: number };

/** Dates of a year that no other row is near to: a digit mistyped, far more often than an activity so long ago. */
const loneYears = (block: Block, column: number, dated: readonly Dated[]): Problem[] => {
  const years = new Map<number, Dated[]>();
  for (const one of dated) {
    const { year } = civilOf(one.serial);
    const known = years.get(year);
    if (known) known.push(one);
    else years.set(year, [one]);
  }
  if (years.size < 2 || dated.length < 8) return [];
  const few = Math.max(LONE_ROWS, LONE_SHARE * dated.length);
  const usual = [...years].filter(([, rows]) => rows.length > few).map(([year]) => year);
  if (usual.length === 0) return [];
  return [...years]
    .filter(([year, rows]) => rows.length <= few && usual.every((other) => Math.abs(other - year) > 1))
    .map(([year, rows]) =>
      problem('lone-year', { year, count: rows.length }, placeIn(block, rows[0]?.row ?? block.firstRow, column)),
    );
};

/** One row a date that goes back, or a date that comes twice: its row. Rows from the latest to the earliest are in order. */
const outOfOrder = (dated: readonly Dated[]): number | null => {
  const steps = dated.slice(1).map(({ serial, row }, index) => ({ row, step: serial - (dated[index]?.serial ?? serial) }));
  const falling = steps.filter(({ step }) => step < 0).length > steps.length / 2;
  return steps.find(({ step }) => (falling ? step >= 0 : step <= 0))?.row ?? null;
};

/**
 * What is odd about the dates of a block, from all of its rows: mixed writings, cells that do not read, day and month that
 * may be exchanged, a year far from all others, an order that goes back. `monthly`: the rows say that they are months.
 */
export function* dateProblems(
  block: Block,
  { column, writing, yearless }: DateColumn,
  facts: { date1904: boolean; year?: number; kind: TableKind; oneRowADate: boolean; monthly: boolean },
): Steps<Problem[]> {
  const found: Problem[] = [];
  const place = (row: number): ReturnType<typeof placeIn> => placeIn(block, row, column);
  const values = columnValues(block, column);
  const dated: Dated[] = [];
  const unread: { row: number; value: CellValue }[] = [];
  let texts = 0;
  let numbers = 0;
  for (const [index, value] of values.entries()) {
    if (index % DATES_PER_STEP === 0) yield undefined;
    if (value === '' || isTotalLabel(value)) continue;
    const row = block.firstRow + index;
    const serial = readDate(value, writing, facts.date1904, facts.year ?? (yearless ? 2000 : undefined));
    if (serial === null) unread.push({ row, value });
    else {
      dated.push({ row, value, serial: Math.floor(serial) });
      if (typeof value === 'number') numbers++;
      else texts++;
    }
  }
  yield undefined;
  if (texts > 0 && numbers > 0 && !['compact', 'year', 'year-month'].includes(writing)) {
    const odd = dated.find(({ value }) => (typeof value === 'string') === texts < numbers);
    found.push(problem('dates-mixed', { texts, dates: numbers }, place(odd?.row ?? block.firstRow)));
  }
  const [firstUnread] = unread;
  if (firstUnread)
    found.push(problem('dates-unread', { count: unread.length, sample: String(firstUnread.value) }, place(firstUnread.row)));
  if (yearless && facts.year === undefined)
    found.push(problem('dates-without-year', { sample: String(dated[0]?.value ?? '') }, place(dated[0]?.row ?? block.firstRow)));
  if (swapDoubt(values, writing, facts.date1904, facts.monthly) !== null) {
    const doubtful = dated.find(({ value, serial }) => {
      const other = otherReading(value, writing, facts.date1904);
      return other !== null && Math.floor(other) !== serial;
    });
    if (doubtful) {
      const other = Math.floor(otherReading(doubtful.value, writing, facts.date1904) ?? doubtful.serial);
      found.push(problem('day-month-swap', { read: doubtful.serial, other }, place(doubtful.row)));
    }
  }
  yield undefined;
  found.push(...loneYears(block, column, dated));
  const placed = !yearless || facts.year !== undefined;
  const back = placed && facts.oneRowADate && facts.kind !== 'events' ? outOfOrder(dated) : null;
  if (back !== null) found.push(problem('dates-unordered', {}, place(back)));
  return found;
}
