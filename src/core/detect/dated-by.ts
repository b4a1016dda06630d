import { valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { readDate } from './dates';
import type { DateWriting, DetectedTable } from './detected';
import { kindOf } from './kind';
import { sheetOfTable } from './places';

const WRITINGS: readonly DateWriting[] = ['real', 'iso', 'dmy', 'mdy', 'iso-week', 'month-name', 'serial'];

/** Serials (1900 system) of a table's column, read one way. */
const serialsOf = (workbook: WorkbookSnapshot, table: DetectedTable, column: number, writing: DateWriting): number[] => {
  const sheet = sheetOfTable(workbook, table);
  const serials: number[] = [];
  for (let row = table.firstRow; sheet && row <= table.lastRow; row++) {
    const serial = readDate(valueAt(sheet, row, column), writing, workbook.date1904);
    if (serial !== null) serials.push(serial);
  }
  return serials;
};

/** How a column's dates are written: the way that reads most of its cells, at least half of them; null when none does. */
export const dateWritingOf = (workbook: WorkbookSnapshot, table: DetectedTable, column: number): DateWriting | null => {
  const rows = table.lastRow - table.firstRow + 1;
  const counts = WRITINGS.map((writing) => ({ writing, count: serialsOf(workbook, table, column, writing).length }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count * 2 >= rows ? best.writing : null;
};

/** A table with the dates of one of its columns, as a person says; one that had none is of the kind that they make it. */
export const withDateColumn = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  dateColumn: number,
  dateWriting: DateWriting,
): DetectedTable => {
  const dated = { ...table, dateColumn, dateWriting };
  if (table.kind !== 'snapshot') return dated;
  const columns = table.columns.filter(({ column }) => column !== dateColumn);
  return { ...dated, kind: kindOf(serialsOf(workbook, table, dateColumn, dateWriting), columns).kind };
};

/** A column that the dates of a table may stand in, and what follows from choosing it. */
export type DateColumn = {
  column: number;
  header: string;
  /** What it makes of the table. */
  read: Pick<DetectedTable, 'dateColumn' | 'dateWriting' | 'kind'>;
  /** Rows that it dates, and their first and last day: serials of the 1900 system. */
  rows: number;
  first: number;
  last: number;
};

/**
 * Columns of a table in which no dates were found that half of the rows can be dated by all the same, the fullest first:
 * what a person may choose from. A column of a date or of `à voir` is one; a column of counts, whose small numbers are days
 * of 1900, is none.
 */
export const dateColumnsOf = (workbook: WorkbookSnapshot, table: DetectedTable): readonly DateColumn[] => {
  if (table.dateColumn !== null) return [];
  const found = table.columns.flatMap(({ column, header, type }): DateColumn[] => {
    if (FIGURES.includes(type)) return [];
    const dateWriting = dateWritingOf(workbook, table, column);
    if (!dateWriting) return [];
    const { kind } = withDateColumn(workbook, table, column, dateWriting);
    const days = serialsOf(workbook, table, column, dateWriting).map(Math.floor);
    const [first, last] = [Math.min(...days), Math.max(...days)];
    return [{ column, header, read: { dateColumn: column, dateWriting, kind }, rows: days.length, first, last }];
  });
  return found.sort((one, other) => other.rows - one.rows);
};

const FIGURES: readonly string[] = ['count', 'amount', 'duration', 'rate', 'number', 'empty'];
