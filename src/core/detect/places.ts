import { areaName, columnName, type Area } from '../sheet/address';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../sheet/snapshot';
import { turned } from '../sheet/turned';
import { readDate } from './dates';
import type { DetectedTable } from './detected';
import { swapDayAndMonth } from '../period/swap';

const turnedSheets = new WeakMap<SheetSnapshot, SheetSnapshot>();

/** The sheet of a table the way its coordinates count: turned over for an `across` table; undefined where it is not there. */
export const sheetOfTable = (workbook: WorkbookSnapshot, table: DetectedTable): SheetSnapshot | undefined => {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  if (!sheet || table.kind !== 'across') return sheet;
  const known = turnedSheets.get(sheet);
  if (known) return known;
  const over = turned(sheet);
  turnedSheets.set(sheet, over);
  return over;
};

/** The cells of a table on its sheet, header included: `D1:T26` whichever way its dates run. */
export const tableArea = (table: DetectedTable): Area => {
  const long = { first: table.headerRow, count: table.lastRow - table.headerRow + 1 };
  const wide = { first: table.firstColumn, count: table.lastColumn - table.firstColumn + 1 };
  const [down, across] = table.kind === 'across' ? [wide, long] : [long, wide];
  return { row: down.first, column: across.first, rows: down.count, columns: across.count };
};

/** The cell of a table's row and column on its sheet, in A1 notation. */
export const tableCell = (table: DetectedTable, row: number, column: number): string =>
  areaName(table.kind === 'across' ? { row: column, column: row, rows: 1, columns: 1 } : { row, column, rows: 1, columns: 1 });

/** How a reader of the sheet calls a column of a table: by its letter, or by its row's number where dates run across. */
export const columnPlace = (table: Pick<DetectedTable, 'kind'>, column: number): string =>
  table.kind === 'across' ? String(column + 1) : columnName(column);

/** Serial (1900 system) of a cell of a table's date column, as the user wants it read; null where there is no date. */
export const dateIn = (
  table: Pick<DetectedTable, 'dateWriting' | 'dateAnswer' | 'year'>,
  value: CellValue,
  date1904: boolean,
): number | null => {
  if (table.dateWriting === null) return null;
  const serial = readDate(value, table.dateWriting, date1904, table.year);
  return serial !== null && typeof value === 'number' && table.dateAnswer === 'swapped' ? swapDayAndMonth(serial) : serial;
};

/** The cells of one column on its sheet, header included: what a click on it selects. */
export const columnArea = (table: DetectedTable, column: number): Area => {
  const length = table.lastRow - table.headerRow + 1;
  return table.kind === 'across'
    ? { row: column, column: table.headerRow, rows: 1, columns: length }
    : { row: table.headerRow, column, rows: length, columns: 1 };
};
