import { readTextDate } from '../detect/dates';
import { fromHostSerial } from '../period/serial';
import { cellName } from '../sheet/address';
import { findTable, valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import type { Language } from './content';

/** A row of one of our tables, read by column id whatever the language of its headers and their order. */
export type OwnRow<Column extends string> = {
  /** 0-based sheet row. */
  row: number;
  text: (column: Column) => string;
  number: (column: Column) => number | null;
  /** Serial of the 1900 system. */
  date: (column: Column) => number | null;
  /** Its cell in A1 notation; the row's first one where somebody deleted the column. */
  cell: (column: Column) => string;
  empty: boolean;
};

const comparable = (text: string): string => text.trim().toLowerCase();

const columnOf = (headers: readonly string[], names: readonly string[]): number =>
  headers.findIndex((header) => names.map(comparable).includes(comparable(header)));

/**
 * The rows of a table of ours; none when the workbook does not have it. A column that somebody deleted reads as empty.
 * Texts that a person typed as dates (`23/11/2026`) are read day first.
 */
export const readOwnTable = <Column extends string>(
  workbook: WorkbookSnapshot,
  name: string,
  headers: Readonly<Record<Language, Readonly<Record<Column, string>>>>,
): readonly OwnRow<Column>[] => {
  const found = findTable(workbook, name);
  if (!found) return [];
  const { sheet, table } = found;
  const { area, columns } = table;
  const placeOf = (column: Column): number => columnOf(columns, [headers.fr[column], headers.en[column]]);
  const at = (row: number, column: Column): CellValue => {
    const index = placeOf(column);
    return index < 0 ? '' : valueAt(sheet, row, area.column + index);
  };
  const rows = area.rows - (table.hasHeaders ? 1 : 0) - (table.hasTotals ? 1 : 0);
  const first = area.row + (table.hasHeaders ? 1 : 0);
  return Array.from({ length: rows }, (_, index) => {
    const row = first + index;
    const cells = columns.map((_header, column) => valueAt(sheet, row, area.column + column));
    return {
      row,
      empty: cells.every((cell) => cell === ''),
      cell: (column) => cellName(row, area.column + Math.max(0, placeOf(column))),
      text: (column) => String(at(row, column)).trim(),
      number: (column) => {
        const value = at(row, column);
        return typeof value === 'number' ? value : null;
      },
      date: (column) => {
        const value = at(row, column);
        return typeof value === 'number'
          ? fromHostSerial(value, workbook.date1904)
          : (readTextDate(String(value), 'dmy') ?? readTextDate(String(value), 'iso'));
      },
    };
  });
};
