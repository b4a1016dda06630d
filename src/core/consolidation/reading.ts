import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { valueAt, type CellValue, type SheetSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { dateReading } from './reading-dates';
import { ROWS_PER_STEP } from './rows';

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

/** Whether a cell of a column is of a kind: `some(sheet, table, 3, isError)`. */
function* some(
  sheet: SheetSnapshot,
  table: DetectedTable,
  column: number,
  wanted: (value: CellValue) => boolean,
): Steps<boolean> {
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    if (wanted(valueAt(sheet, row, column))) return true;
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  return false;
}

const isText = (value: CellValue): boolean => value !== '' && typeof value !== 'number';

const isError = (value: CellValue): boolean => typeof value === 'string' && /^#[A-Z]/.test(value);

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
export function* readNumbers(sheet: SheetSnapshot, table: DetectedTable, column: DetectedColumn): Steps<ReadColumn | null> {
  const decimal = column.textNumbers;
  if (decimal)
    return {
      column: column.column,
      kind: 'number',
      formula: (cell) =>
        `=IF(${cell}="","",IFERROR(IF(ISNUMBER(${cell}),${cell},NUMBERVALUE(${bare(cell)},"${decimal}","${GROUP[decimal]}")),""))`,
    };
  return (yield* some(sheet, table, column.column, isError))
    ? { column: column.column, kind: 'clean', formula: (cell) => `=IF(ISNUMBER(${cell}),${cell},"")` }
    : null;
}

/** The column that minimum and maximum are taken from, 0 where there is no number; null when the cells do as they are. */
export function* readFigures(sheet: SheetSnapshot, table: DetectedTable, column: DetectedColumn): Steps<ReadColumn | null> {
  const numbers = yield* readNumbers(sheet, table, column);
  if (!numbers && !(yield* some(sheet, table, column.column, isText))) return null;
  return {
    column: column.column,
    kind: 'figure',
    formula: (cell, whole) => {
      const read = numbers?.formula(cell, whole).slice(1);
      return read === undefined ? `=IF(ISNUMBER(${cell}),${cell},0)` : `=IF(ISNUMBER(${read}),${read},0)`;
    },
  };
}

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
