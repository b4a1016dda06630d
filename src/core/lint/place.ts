import { cellName, type Area } from '../sheet/address';
import { valueAt, type CellValue, type SheetSnapshot } from '../sheet/snapshot';

/** Columns to the right, then rows below, in which a place is looked for. */
const REACH_RIGHT = 40;
const REACH_DOWN = 60;

const touches = (area: Area, row: number, column: number): boolean =>
  row >= area.row - 1 && row <= area.row + area.rows && column >= area.column - 1 && column <= area.column + area.columns;

const formulaText = (sheet: SheetSnapshot, row: number, column: number): CellValue =>
  sheet.used ? (sheet.formulas?.[row - sheet.used.row]?.[column - sheet.used.column] ?? '') : '';

/** Excel lengthens a native table, and a list, by what is written right beside it: one free cell stays between. */
const isFree = (sheet: SheetSnapshot, row: number, column: number): boolean => {
  const owned = [...sheet.tables, ...(sheet.pivots ?? [])].some(
    ({ area }) => touches(area, row, column) || touches(area, row, column + 1),
  );
  if (owned) return false;
  for (let line = Math.max(0, row - 1); line <= row + 1; line++)
    if (valueAt(sheet, line, column) !== '' || valueAt(sheet, line, column - 1) !== '' || valueAt(sheet, line, column + 1) !== '')
      return false;
  return true;
};

/**
 * Where a proposed formula can be written without touching, growing or continuing anything: on the cell's own row to the
 * right, with a free cell all round for it and its label, else below what the sheet holds. The place where it stands
 * already, when it was written before.
 */
export const besideOf = (
  sheet: SheetSnapshot,
  cell: { row: number; column: number },
  proposal: string,
): { row: number; column: number } | null => {
  const used = sheet.used ?? { row: 0, column: 0, rows: 0, columns: 0 };
  for (let column = cell.column + 1; column <= cell.column + REACH_RIGHT; column++)
    if (formulaText(sheet, cell.row, column) === proposal && formulaText(sheet, cell.row, column - 1) === '')
      return { row: cell.row, column };
  for (let row = used.row + used.rows; row <= used.row + used.rows + REACH_DOWN; row++)
    if (formulaText(sheet, row, cell.column) === proposal) return { row, column: cell.column };
  for (let column = cell.column + 2; column <= cell.column + REACH_RIGHT; column++)
    if (isFree(sheet, cell.row, column)) return { row: cell.row, column };
  for (let row = used.row + used.rows + 1; row <= used.row + used.rows + REACH_DOWN; row++)
    if (isFree(sheet, row, cell.column)) return { row, column: cell.column };
  return null;
};

export const besideName = (place: { row: number; column: number } | null): string | null =>
  place && cellName(place.row, place.column);
