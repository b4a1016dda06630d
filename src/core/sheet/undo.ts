import { cellName, quoteSheet, type Area } from './address';
import type { Steps } from '../steps';
import type { SheetDraft } from './draft';
import type { CellValue, Grid, SheetSnapshot } from './snapshot';

/** Cells that a write changed on a sheet that was there: what they were, and what Excel says they became. */
export type ChangedCells = {
  sheet: string;
  area: Area;
  /** Which cells of the area were written. */
  written: Grid<boolean>;
  formulas: Grid<CellValue>;
  values: Grid<CellValue>;
  numberFormats: Grid<string>;
  after: Grid<CellValue>;
};

/** A sheet that a write added, by Excel's own id of it, with what was on it when the write ended; formulas in R1C1. */
export type AddedSheet = { id: string; name: string; used: Area | null; formulas: Grid<CellValue>; drawings: readonly string[] };

/** A sheet of the add-in's that a write rewrote. */
export type RewrittenSheet = {
  /** What it was, to be written again, and as it was read. */
  before: SheetDraft;
  read: SheetSnapshot;
  /** Tables that it has now. */
  tables: readonly string[];
  /** What was on it when the write ended; null while that is not known. */
  after: AddedSheet | null;
};

/** What a look was before a style was laid over it, in Excel's own words; what the style did not name is absent. */
export type LookBefore = {
  font?: { name?: string; size?: number; bold?: boolean; italic?: boolean; color?: string };
  /** A colour, or `none`. */
  fill?: string;
  numberFormats?: Grid<string>;
  horizontal?: string;
  vertical?: string;
  wrap?: boolean;
  indent?: number;
  borders?: readonly { side: 'top' | 'bottom' | 'left' | 'right'; style: string; weight: string; color: string }[];
};

/** Cells that were there and were given another look. */
export type ChangedLook = { sheet: string; area: Area; look: LookBefore };

/**
 * All that a write did, so that it can be undone exactly: `port.undo(receipt)`. It holds as long as the workbook is open: sheets
 * and conditional formats are known by the ids of this session.
 */
export type UndoReceipt = {
  /** Id of the sheet that was shown, where the write has shown another. */
  shown: string | null;
  added: readonly AddedSheet[];
  rewritten: readonly RewrittenSheet[];
  /** Name of the empty sheet of a new workbook that an added one took the place of. */
  blank: string | null;
  cells: readonly ChangedCells[];
  looks: readonly ChangedLook[];
  /** Tables that were given other bounds, with those they had. */
  tables: readonly { sheet: string; name: string; area: Area }[];
  /** Conditional formats that were added where there were none, by id; null for all that are there. */
  conditionalFormats: readonly { sheet: string; area: Area; ids: readonly string[] | null }[];
  /** Cells that got rules for what they accept, with those that they had, in Excel's own words; null for none. */
  validations: readonly { sheet: string; area: Area; before: object | null }[];
  /** Cells that got a note, and had none. */
  notes: readonly { sheet: string; cell: string }[];
  /** Defined names and what they were; null for those that were added. */
  names: readonly { name: string; formula: string | null }[];
};

/** Cells that a sentence names at most. */
const NAMED = 5;

/** A place as a sentence names it, `Suivi!B4`; quotes where a formula would need them. */
export const placeName = (sheet: string, place: string): string =>
  `${/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : quoteSheet(sheet)}!${place}`;

/** At most five places, then an ellipsis. */
export const listed = (places: readonly string[]): string =>
  places.length > NAMED ? `${places.slice(0, NAMED).join(', ')}…` : places.join(', ');

/** Rows that are compared between two pauses. */
const ROWS_PER_STEP = 200;

/**
 * Cells of one sheet that differ between two readings of its content, each as an area and its formulas; what lies outside an area
 * is empty. Example: `B2` typed over and `D9` added give `['B2', 'D9']`.
 */
export function* differences(
  before: { area: Area | null; formulas: Grid<CellValue> },
  now: { area: Area | null; formulas: Grid<CellValue> },
): Steps<string[]> {
  const areas = [before.area, now.area].filter((area) => area !== null);
  if (areas.length === 0) return [];
  const top = Math.min(...areas.map(({ row }) => row));
  const left = Math.min(...areas.map(({ column }) => column));
  const bottom = Math.max(...areas.map(({ row, rows }) => row + rows));
  const right = Math.max(...areas.map(({ column, columns }) => column + columns));
  const at = ({ area, formulas }: typeof before, row: number, column: number): CellValue =>
    area ? (formulas[row - area.row]?.[column - area.column] ?? '') : '';
  const found: string[] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++)
      if (at(before, row, column) !== at(now, row, column)) found.push(cellName(row, column));
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  return found;
}

/**
 * Cells that a write changed and that are no longer as it left them. Those that are as they were before it count as unchanged:
 * an undo that was stopped on its way can be done again.
 */
export function* changedSince(cells: ChangedCells, now: Grid<CellValue>): Steps<string[]> {
  const found: string[] = [];
  for (const [row, line] of cells.written.entries()) {
    for (const [column, isWritten] of line.entries()) {
      const value = now[row]?.[column];
      const known = value === cells.after[row]?.[column] || value === cells.formulas[row]?.[column];
      if (isWritten && !known) found.push(cellName(cells.area.row + row, cells.area.column + column));
    }
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  return found;
}
