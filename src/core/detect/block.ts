import type { Place } from '../problem';
import { areaName } from '../sheet/address';
import type { SheetSnapshot, TableSnapshot } from '../sheet/snapshot';

/** A header over rows: a native table, or cells that look like one. */
export type Block = {
  /** The sheet, turned over where dates run across. */
  sheet: SheetSnapshot;
  table?: TableSnapshot;
  /** Dates run across the sheet: places on it have rows and columns exchanged. */
  across?: boolean;
  /** Lowest row of the header. */
  headerRow: number;
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  /** Header of each column from `firstColumn` on; empty where there is none. */
  headers: readonly string[];
};

/** Rows that are looked at, in all columns, between two pauses. */
export const ROWS_PER_STEP = 200;

/** Cells of a block as a reader of its sheet finds them: `{ sheet: 'Suivi', cell: 'C4:C9' }`. */
export const placeIn = (block: Block, row: number, column: number, rows = 1): Place => ({
  sheet: block.sheet.name,
  cell: areaName(block.across ? { row: column, column: row, rows: 1, columns: rows } : { row, column, rows, columns: 1 }),
});
