import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { valueAt, type SheetSnapshot } from '../sheet/snapshot';
import { dateReading } from './reading-dates';

/**
 * Columns that formulas cannot use as they are (dates typed as text, numbers typed as text, error cells, the ranks that a
 * distinct count needs) are read once, row by row, on a sheet of the add-in's own. The user's sheet stays as it is.
 */
export type ReadColumn = {
  column: number;
  kind: 'date' | 'number' | 'clean' | 'figure' | 'rank' | 'copy';
  /** Formula of one row, its source cell given as an expression. */
  formula: (cell: string, whole: string) => string;
};

const GROUP = { '.': ',', ',': '.' };

/** A text without the no-break spaces that group thousands in French: NUMBERVALUE only skips plain ones. */
const bare = (cell: string): string => `SUBSTITUTE(SUBSTITUTE(${cell},"\u00a0",""),"\u202f","")`;

/** True when a column holds something else than numbers and empty cells. */
const holdsText = (sheet: SheetSnapshot, table: DetectedTable, column: number): boolean => {
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    const value = valueAt(sheet, row, column);
    if (value !== '' && typeof value !== 'number') return true;
  }
  return false;
};

/**
 * The column that converts the table's dates, 0 where there is none; null when they are real dates all along; undefined
 * when no formula can read them.
 */
export const readDates = (sheet: SheetSnapshot, table: DetectedTable, date1904: boolean): ReadColumn | null | undefined => {
  const formula = dateReading(sheet, table, date1904);
  return formula && table.dateColumn !== null
    ? { column: table.dateColumn, kind: 'date', formula }
    : formula === null
      ? null
      : undefined;
};

/** A column taken over as it is: beside converted ones, ranges have to run the same way. */
export const readCopy = (column: number): ReadColumn => ({
  column,
  kind: 'copy',
  formula: (cell) => `=IF(${cell}="","",${cell})`,
});

/** The column that converts numbers typed as text, or that leaves error cells out; null when the cells do as they are. */
export const readNumbers = (sheet: SheetSnapshot, table: DetectedTable, column: DetectedColumn): ReadColumn | null => {
  const decimal = column.textNumbers;
  if (decimal)
    return {
      column: column.column,
      kind: 'number',
      formula: (cell) =>
        `=IF(${cell}="","",IFERROR(IF(ISNUMBER(${cell}),${cell},NUMBERVALUE(${bare(cell)},"${decimal}","${GROUP[decimal]}")),""))`,
    };
  for (let row = table.firstRow; row <= table.lastRow; row++)
    if (/^#[A-Z]/.test(String(valueAt(sheet, row, column.column))))
      return { column: column.column, kind: 'clean', formula: (cell) => `=IF(ISNUMBER(${cell}),${cell},"")` };
  return null;
};

/** The column that minimum and maximum are taken from, 0 where there is no number; null when the cells do as they are. */
export const readFigures = (sheet: SheetSnapshot, table: DetectedTable, column: DetectedColumn): ReadColumn | null => {
  const numbers = readNumbers(sheet, table, column);
  if (!numbers && !holdsText(sheet, table, column.column)) return null;
  return {
    column: column.column,
    kind: 'figure',
    formula: (cell, whole) => {
      const read = numbers?.formula(cell, whole).slice(1);
      return read === undefined ? `=IF(ISNUMBER(${cell}),${cell},0)` : `=IF(ISNUMBER(${read}),${read},0)`;
    },
  };
};

/**
 * The column that ranks a column's values by where each stands first. MATCH reads wildcards into a text, which are taken
 * literally: `a*` is not the first text that begins with an a.
 */
export const readRanks = (column: number): ReadColumn => ({
  column,
  kind: 'rank',
  formula: (cell, whole) => {
    const literal = ['~', '*', '?'].reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","~${sign}")`, cell);
    return `=IFERROR(IF(${cell}="",-1,MATCH(IF(ISTEXT(${cell}),${literal},${cell}),${whole},0)),-1)`;
  },
});
