import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';

/** A place on a sheet. */
export type Spot = { row: number; column: number };

/** How far keys may go, and how many rows a page has. */
type Bounds = { rows: number; columns: number; page: number };

const isFilled = (sheet: Sheet, { row, column }: Spot): boolean => (sheet.cell(row, column)?.value ?? null) !== null;

/** With Ctrl: to the end of a stretch of filled cells, or over empty ones to the next filled cell, as in Excel. */
const toEdge = (sheet: Sheet, from: Spot, down: number, right: number, { rows, columns }: Bounds): Spot => {
  const next = ({ row, column }: Spot): Spot => ({ row: row + down, column: column + right });
  const isInside = ({ row, column }: Spot): boolean => row >= 0 && column >= 0 && row < rows && column < columns;
  let at = from;
  const wanted = isFilled(sheet, from) && isInside(next(from)) && isFilled(sheet, next(from));
  while (isInside(next(at)) && (wanted ? isFilled(sheet, next(at)) : true)) {
    at = next(at);
    if (!wanted && isFilled(sheet, at)) break;
  }
  return at;
};

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The merged area that holds a cell, or the cell alone. */
export const areaAt = (sheet: Sheet, { row, column }: Spot): Area =>
  sheet.merges.find(
    (merge) =>
      row >= merge.row && row < merge.row + merge.rows && column >= merge.column && column < merge.column + merge.columns,
  ) ?? { row, column, rows: 1, columns: 1 };

/** Where a key leads from a selected area; null for keys that move nothing. */
export const moved = (sheet: Sheet, from: Area, key: string, withControl: boolean, bounds: Bounds): Spot | null => {
  const clamp = ({ row, column }: Spot): Spot => ({
    row: Math.min(bounds.rows - 1, Math.max(0, row)),
    column: Math.min(bounds.columns - 1, Math.max(0, column)),
  });
  const step = STEPS[key];
  if (step) {
    const [down, right] = step;
    if (withControl) return toEdge(sheet, from, down, right, bounds);
    // Out of a merged area, not into its hidden cells.
    return clamp({
      row: down > 0 ? from.row + from.rows : from.row + down,
      column: right > 0 ? from.column + from.columns : from.column + right,
    });
  }
  switch (key) {
    case 'PageDown':
      return clamp({ row: from.row + bounds.page, column: from.column });
    case 'PageUp':
      return clamp({ row: from.row - bounds.page, column: from.column });
    case 'Home':
      return withControl ? { row: 0, column: 0 } : { row: from.row, column: 0 };
    case 'End': {
      const used = sheet.usedArea();
      return withControl && used ? clamp({ row: used.row + used.rows - 1, column: used.column + used.columns - 1 }) : null;
    }
    default:
      return null;
  }
};
