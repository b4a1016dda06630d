import type { DetectedTable, TableReason } from '../detect/detected';
import { stepOf } from '../detect/kind';
import { dateIn, sheetOfTable } from '../detect/places';
import { readNumberText } from '../detect/numbers';
import { coverageOf, type Coverage, type RowKind } from '../period/coverage';
import type { Period, PeriodKind } from '../period/period';
import { valueAt, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, type Steps } from '../steps';
import { figureColumns, type Rule } from './rule';

/** What a row is by what was found of the table's dates: all that a single date leaves to go by. */
const STEP_FOUND: Partial<Record<TableReason, PeriodKind>> = {
  'one-row-a-week': 'week',
  'one-row-a-month': 'month',
  'one-row-a-quarter': 'month',
};

/** What one row stands for. Dates across the columns are days, or the first days of weeks, months or years. */
const stepOfRows = ({ kind, reason }: DetectedTable, serials: readonly number[]): PeriodKind => {
  if (kind !== 'periods' && kind !== 'across') return 'day';
  const ordered = [...new Set(serials.map(Math.floor))].sort((a, b) => a - b);
  const found = STEP_FOUND[reason];
  if (ordered.length < 2 && found) return found;
  const daily = ordered.some((day, index) => index > 0 && (day - (ordered[index - 1] ?? day)) % 7 !== 0);
  const step = stepOf(serials);
  return kind === 'across' && step === 'week' && daily ? 'day' : step;
};

/** True for dates that formulas take as they are: numbers, day and month where they belong. */
const areAsTheyAre = ({ dateWriting, dateAnswer }: DetectedTable): boolean =>
  (dateWriting === 'real' || dateWriting === 'serial') && dateAnswer !== 'swapped';

/** True when dates stand below the table on the same columns: growing down to them would count what is not its own. */
export const hasDatesBelow = (sheet: SheetSnapshot, table: DetectedTable, date1904: boolean): boolean => {
  if (!sheet.used || table.dateColumn === null || table.dateWriting === null) return false;
  const figures = table.columns.filter((column) => ['count', 'amount', 'duration', 'rate', 'number'].includes(column.type));
  for (let row = table.lastRow + 1; row < sheet.used.row + sheet.used.rows; row++)
    if (
      dateIn(table, valueAt(sheet, row, table.dateColumn), date1904) !== null &&
      figures.some((column) => typeof valueAt(sheet, row, column.column) === 'number')
    )
      return true;
  return false;
};

/**
 * Last row (0-based) that formulas reach, at or below the table's own: that of the last number of the date column, of its
 * last text where texts are converted (`Total`), the end of a native table. Empty cells that a native table ends in are no
 * dates, unless they are converted to one.
 */
export const lastRowReached = (sheet: SheetSnapshot, table: DetectedTable, date1904: boolean): number => {
  const { dateColumn, lastRow } = table;
  if (dateColumn === null) return lastRow;
  const native = sheet.tables.find(({ name }) => name === table.table);
  if (!native && hasDatesBelow(sheet, table, date1904)) return lastRow;
  const converted = !areAsTheyAre(table);
  let end = native
    ? native.area.row + native.area.rows - (native.hasTotals ? 2 : 1)
    : (sheet.used?.row ?? 0) + (sheet.used?.rows ?? 0) - 1;
  const ends = (value: CellValue): boolean =>
    native ? converted || value !== '' : typeof value === 'number' || (converted && value !== '');
  while (end > lastRow && !ends(valueAt(sheet, end, dateColumn))) end--;
  return Math.max(end, lastRow);
};

/** Rows of a table that are looked at between two pauses. */
export const ROWS_PER_STEP = 2_000;

/** Serial of each row of a table, null where there is none. */
function* datesOf(sheet: SheetSnapshot, table: DetectedTable, date1904: boolean): Steps<(number | null)[]> {
  const dates: (number | null)[] = [];
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    dates.push(table.dateColumn === null ? null : dateIn(table, valueAt(sheet, row, table.dateColumn), date1904));
    if (dates.length % ROWS_PER_STEP === 0) yield undefined;
  }
  return dates;
}

type DatedRows = Pick<SourceRows, 'dates' | 'step' | 'coverage'> & {
  /** The rows that have a date, by date; rows of one date in the order of the sheet. */
  order: readonly number[];
};

/** True for events, which come whatever the day; other rows tell the state of theirs. */
const rowKindOf = ({ kind }: DetectedTable): RowKind => (kind === 'events' ? 'event' : 'day');

function* datedRows(sheet: SheetSnapshot, table: DetectedTable, date1904: boolean): Steps<DatedRows> {
  const dates = yield* datesOf(sheet, table, date1904);
  yield undefined;
  const serial = (row: number): number => dates[row] ?? 0;
  const order = dates.flatMap((date, row) => (date === null ? [] : [row])).sort((a, b) => serial(a) - serial(b));
  const serials = order.map(serial);
  yield undefined;
  const step = stepOfRows(table, serials);
  yield undefined;
  return { dates, order, step, coverage: coverageOf(serials, step, rowKindOf(table)) };
}

/**
 * The rows of a detected table, read as the consolidation's formulas read them: a row without a readable date belongs to
 * no period, text and errors are no numbers, and a column of numbers typed as text counts with its own decimal mark.
 */
export class SourceRows {
  /** Serial of each row (1900 system, hours as the fraction), null where there is none. */
  readonly dates: readonly (number | null)[];
  /** What the dated rows cover, figures or not. */
  readonly coverage: Coverage | null;
  /** What one row stands for: a day (or an event in it), or a whole week, month or year. */
  readonly step: PeriodKind;
  private readonly order: readonly number[];
  private readonly textNumbers = new Map<number, '.' | ','>();

  /** `dated`: what has been read of the rows' dates already. */
  constructor(
    private readonly sheet: SheetSnapshot,
    readonly table: DetectedTable,
    readonly date1904: boolean,
    dated: DatedRows = atOnce(datedRows(sheet, table, date1904)),
  ) {
    this.dates = dated.dates;
    this.order = dated.order;
    this.step = dated.step;
    this.coverage = dated.coverage;
    for (const column of table.columns) if (column.textNumbers) this.textNumbers.set(column.column, column.textNumbers);
  }

  get count(): number {
    return this.dates.length;
  }

  /** Is each row an event, whatever the day, or is one due every open day? */
  get rowKind(): RowKind {
    return rowKindOf(this.table);
  }

  /** Has each row a day of its own, so that counting rows is counting days? Calls of a day, each on its row, have not. */
  get areDays(): boolean {
    return this.step === 'day' && this.coverage?.days.length === this.count;
  }

  private serial(row: number): number {
    return this.dates[row] ?? Number.NaN;
  }

  /** The date of a row as formulas see it: texts are converted to days, without their hours. */
  moment(row: number): number | null {
    const date = this.dates[row] ?? null;
    return date === null || areAsTheyAre(this.table) ? date : Math.floor(date);
  }

  /** Dates of what stands below the table's last row, down to where formulas reach; null where there is none. */
  below(): readonly (number | null)[] {
    const { sheet, table } = this;
    const { dateColumn, lastRow } = table;
    if (dateColumn === null) return [];
    return Array.from({ length: lastRowReached(sheet, table, this.date1904) - lastRow }, (_, index) =>
      dateIn(table, valueAt(sheet, lastRow + 1 + index, dateColumn), this.date1904),
    );
  }

  /** What stands in a column (0-based on the sheet) of a row (0 is the table's first). */
  value(row: number, column: number): CellValue {
    return valueAt(this.sheet, this.table.firstRow + row, column);
  }

  /** The number that stands there; null for anything else. */
  number(row: number, column: number): number | null {
    const value = this.value(row, column);
    if (typeof value === 'number') return value;
    const decimal = this.textNumbers.get(column);
    return typeof value === 'string' && decimal ? readNumberText(value, decimal) : null;
  }

  /**
   * What the rows cover that have a figure under one of these rules: a calendar prepared in advance has days without. A row
   * of an event log is an event whatever its figures. null when no row has a figure.
   */
  measured(rules: readonly Rule[]): Coverage | null {
    return atOnce(this.measuredSteps(rules));
  }

  *measuredSteps(rules: readonly Rule[]): Steps<Coverage | null> {
    const columns = figureColumns(this.table, rules);
    if (this.table.kind === 'events' || columns.length === 0) return this.coverage;
    const serials: number[] = [];
    for (const [place, row] of this.order.entries()) {
      if (columns.some((column) => this.number(row, column) !== null)) serials.push(this.serial(row));
      if (place % ROWS_PER_STEP === 0) yield undefined;
    }
    yield undefined;
    return coverageOf(serials, this.step, this.rowKind);
  }

  /** Rows of a period, by date; rows of one date in the order of the sheet. */
  inPeriod(period: Period): readonly number[] {
    return this.order.slice(this.firstAt(period.start), this.firstAt(period.end));
  }

  /** First place in `order` at or after a serial. */
  private firstAt(serial: number): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.serial(this.order[middle] ?? 0) < serial) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The rows of a table of a workbook; null when its sheet is not in the snapshot. */
export const readRows = (workbook: WorkbookSnapshot, table: DetectedTable): SourceRows | null =>
  atOnce(readRowsSteps(workbook, table));

export function* readRowsSteps(workbook: WorkbookSnapshot, table: DetectedTable): Steps<SourceRows | null> {
  const sheet = sheetOfTable(workbook, table);
  if (!sheet) return null;
  const dated = yield* datedRows(sheet, table, workbook.date1904);
  return new SourceRows(sheet, table, workbook.date1904, dated);
}
