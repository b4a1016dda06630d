import { cellKey, keyColumn, keyRow, type Area, type Cell } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { containsCell, MAX_COLUMNS, MAX_ROWS } from './address';

/** Calls `visit` for every cell that exists in an area, by the shorter way: through the area or through the sheet's cells. */
export const forEachCell = (sheet: Sheet, area: Area, visit: (cell: Cell, row: number, column: number) => void): void => {
  if (area.rows * area.columns <= sheet.cells.size) {
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = sheet.cells.get(cellKey(row, column));
        if (cell) visit(cell, row, column);
      }
    return;
  }
  for (const [key, cell] of [...sheet.cells]) {
    const row = keyRow(key);
    const column = keyColumn(key);
    if (containsCell(area, row, column)) visit(cell, row, column);
  }
};

/** Style that a cell shows: its own, else its row's, else its column's. */
export const styleAt = (sheet: Sheet, row: number, column: number): number => {
  const cell = sheet.cells.get(cellKey(row, column));
  if (cell) return cell.style;
  const rowStyle = sheet.rows.get(row)?.style ?? 0;
  return rowStyle !== 0 ? rowStyle : (sheet.columns.get(column)?.style ?? 0);
};

/** Above this many cells the empty ones are judged by their rows and columns, not one by one. */
const ONE_BY_ONE = 200_000;

/** Every style that shows in an area. */
export const stylesIn = (sheet: Sheet, area: Area): Set<number> => {
  const styles = new Set<number>();
  if (area.rows * area.columns <= ONE_BY_ONE) {
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) styles.add(styleAt(sheet, row, column));
    return styles;
  }
  let present = 0;
  forEachCell(sheet, area, (cell) => {
    styles.add(cell.style);
    present++;
  });
  if (present === area.rows * area.columns) return styles;
  for (let column = area.column; column < area.column + area.columns; column++) styles.add(sheet.columns.get(column)?.style ?? 0);
  for (const [row, format] of sheet.rows)
    if (format.style !== 0 && row >= area.row && row < area.row + area.rows) styles.add(format.style);
  return styles;
};

/** Whether the area is all of its columns, or all of its rows. */
export const isEntireColumns = (area: Area): boolean => area.rows === MAX_ROWS;
export const isEntireRows = (area: Area): boolean => area.columns === MAX_COLUMNS;

/** The part of an area that cells, rows and columns with a format can lie in; the rest of it is untouched sheet. */
export const clipToUsed = (sheet: Sheet, area: Area): Area | null => {
  const used = sheet.usedArea();
  if (!used) return null;
  const row = Math.max(area.row, used.row);
  const column = Math.max(area.column, used.column);
  const rows = Math.min(area.row + area.rows, used.row + used.rows) - row;
  const columns = Math.min(area.column + area.columns, used.column + used.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
};
