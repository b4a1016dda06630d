import type { Area } from './address';

/**
 * What was read of a workbook, as data. Values are as Office.js gives them: numbers (dates are serials), booleans,
 * text; an empty cell is the empty string and an error is its text (`#DIV/0!`).
 */
export type CellValue = number | string | boolean;
export type Grid<T> = readonly (readonly T[])[];

export type TableSnapshot = {
  /** Table name as formulas use it. */
  name: string;
  /** Header row included, totals row included when shown. */
  area: Area;
  hasHeaders: boolean;
  hasTotals: boolean;
  /** Header texts, left to right. */
  columns: readonly string[];
};

/** A PivotTable, as far as its figures go: what each of them takes from which field and how. */
export type PivotSnapshot = {
  name: string;
  /** Cells that it fills. */
  area: Area;
  figures: readonly { name: string; field: string; by: 'sum' | 'count' | 'average' | 'maximum' | 'minimum' | 'other' }[];
};

export type SheetSnapshot = {
  name: string;
  /** 0 is the leftmost tab. */
  position: number;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  protected: boolean;
  /** The cells that were read; null when the sheet holds none. */
  used: Area | null;
  /** Row-major, the shape of `used`. */
  values: Grid<CellValue>;
  /**
   * Number formats (en-US codes) of the first rows of `used`, as many as were read: enough to tell dates, percentages
   * and durations from plain numbers.
   */
  numberFormats: Grid<string>;
  /** Formulas of `used` where asked for: text that begins with `=`, otherwise the value. */
  formulas?: Grid<CellValue>;
  tables: readonly TableSnapshot[];
  /** PivotTables, where asked for. */
  pivots?: readonly PivotSnapshot[];
  /** Names of the charts and of the shapes on the sheet, where they were read: what a writer must replace. */
  charts?: readonly string[];
  shapes?: readonly string[];
};

export type NameSnapshot = {
  name: string;
  /** Formula, as `='Suivi'!$A$1`. */ formula: string;
  /** Sheet it belongs to; absent for the workbook. */ sheet?: string;
};

export type WorkbookSnapshot = {
  sheets: readonly SheetSnapshot[];
  names: readonly NameSnapshot[];
  /** Excel's 1904 date system. */
  date1904: boolean;
  structureProtected: boolean;
  readOnly: boolean;
};

/** Whether a sheet holds nothing at all, so that nobody's work is on it. */
export const isBlankSheet = ({ used, tables, charts = [], shapes = [] }: SheetSnapshot): boolean =>
  used === null && tables.length + charts.length + shapes.length === 0;

/** Value at a 0-based sheet position; the empty string outside what was read. */
export const valueAt = (sheet: SheetSnapshot, row: number, column: number): CellValue =>
  sheet.used ? (sheet.values[row - sheet.used.row]?.[column - sheet.used.column] ?? '') : '';

/** Number format at a 0-based sheet position; `General` where none was read. */
export const numberFormatAt = (sheet: SheetSnapshot, row: number, column: number): string =>
  sheet.used ? (sheet.numberFormats[row - sheet.used.row]?.[column - sheet.used.column] ?? 'General') : 'General';

/** The sheet that holds a table, and the table, by name (case-insensitive, as in Excel). */
export const findTable = (workbook: WorkbookSnapshot, name: string): { sheet: SheetSnapshot; table: TableSnapshot } | null => {
  for (const sheet of workbook.sheets)
    for (const table of sheet.tables) if (table.name.toLowerCase() === name.toLowerCase()) return { sheet, table };
  return null;
};
