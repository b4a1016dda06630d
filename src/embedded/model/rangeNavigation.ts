import type { Area } from '../book/cell';
import { ApiError } from '../richapi/apiError';
import { boundingArea, intersection, MAX_COLUMNS, MAX_ROWS } from './address';
import { flag, integer, oneOf } from './checks';
import { notFound } from './notFound';
import { rangeArgument } from './places';
import type { Range } from './range';
import { RangePosition } from './rangePosition';

const DIRECTIONS = ['Left', 'Right', 'Up', 'Down'] as const;

/** From a range to other ranges. */
export abstract class RangeNavigation extends RangePosition {
  /** Another range of the same sheet; refused outside the sheet. */
  abstract at(area: Area): Range;

  /** Relative to the range, not bounded by it. */
  getCell(row: unknown, column: unknown): Range {
    return this.at({ row: this.area.row + integer(row), column: this.area.column + integer(column), rows: 1, columns: 1 });
  }
  getRow(row: unknown): Range {
    const index = integer(row);
    return this.at({ ...this.area, row: this.area.row + index, rows: 1 });
  }
  getColumn(column: unknown): Range {
    const index = integer(column);
    return this.at({ ...this.area, column: this.area.column + index, columns: 1 });
  }
  getLastCell(): Range {
    return this.getCell(this.area.rows - 1, this.area.columns - 1);
  }
  getLastRow(): Range {
    return this.getRow(this.area.rows - 1);
  }
  getLastColumn(): Range {
    return this.getColumn(this.area.columns - 1);
  }
  getEntireRow(): Range {
    return this.at({ ...this.area, column: 0, columns: MAX_COLUMNS });
  }
  getEntireColumn(): Range {
    return this.at({ ...this.area, row: 0, rows: MAX_ROWS });
  }
  getOffsetRange(rows: unknown, columns: unknown): Range {
    return this.at({ ...this.area, row: this.area.row + integer(rows), column: this.area.column + integer(columns) });
  }
  getResizedRange(rows: unknown, columns: unknown): Range {
    return this.at({ ...this.area, rows: this.area.rows + integer(rows), columns: this.area.columns + integer(columns) });
  }
  getAbsoluteResizedRange(rows: unknown, columns: unknown): Range {
    return this.at({ ...this.area, rows: integer(rows), columns: integer(columns) });
  }

  /** Rows next to the range; a negative count goes the other way. */
  getRowsAbove(count: unknown): Range {
    return this.rowsBeside(-integer(count, 1));
  }
  getRowsBelow(count: unknown): Range {
    return this.rowsBeside(integer(count, 1));
  }
  getColumnsBefore(count: unknown): Range {
    return this.columnsBeside(-integer(count, 1));
  }
  getColumnsAfter(count: unknown): Range {
    return this.columnsBeside(integer(count, 1));
  }
  private rowsBeside(count: number): Range {
    if (count === 0) throw new ApiError('InvalidArgument');
    const row = count > 0 ? this.area.row + this.area.rows : this.area.row + count;
    return this.at({ ...this.area, row, rows: Math.abs(count) });
  }
  private columnsBeside(count: number): Range {
    if (count === 0) throw new ApiError('InvalidArgument');
    const column = count > 0 ? this.area.column + this.area.columns : this.area.column + count;
    return this.at({ ...this.area, column, columns: Math.abs(count) });
  }

  getBoundingRect(another: unknown): Range {
    return this.at(boundingArea(this.area, this.areaOnThisSheet(another)));
  }
  getIntersection(another: unknown): Range {
    return this.getIntersectionOrNullObject(another) ?? notFound();
  }
  getIntersectionOrNullObject(another: unknown): Range | null {
    const common = intersection(this.area, this.areaOnThisSheet(another));
    return common && this.at(common);
  }

  /** Cells of the range that hold something. When none does, its first cell. */
  getUsedRange(valuesOnly: unknown): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const used = this.usedArea(flag(valuesOnly, false));
    return used && this.at(used);
  }

  /** Block of cells around the range that blank rows and columns bound, as Ctrl+A selects it. */
  getSurroundingRegion(): Range {
    let area = this.area;
    for (;;) {
      const wider = this.grown(area);
      if (wider.row === area.row && wider.column === area.column && wider.rows === area.rows && wider.columns === area.columns)
        return this.at(area);
      area = wider;
    }
  }
  private grown(area: Area): Area {
    const top = Math.max(0, area.row - 1);
    const left = Math.max(0, area.column - 1);
    const bottom = Math.min(MAX_ROWS - 1, area.row + area.rows);
    const right = Math.min(MAX_COLUMNS - 1, area.column + area.columns);
    const holds = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): boolean => {
      for (let row = firstRow; row <= lastRow; row++)
        for (let column = firstColumn; column <= lastColumn; column++) if (this.isFilled(row, column)) return true;
      return false;
    };
    const row = top < area.row && holds(top, top, left, right) ? top : area.row;
    const column = left < area.column && holds(top, bottom, left, left) ? left : area.column;
    const lastRow = bottom >= area.row + area.rows && holds(bottom, bottom, left, right) ? bottom : area.row + area.rows - 1;
    const lastColumn =
      right >= area.column + area.columns && holds(top, bottom, right, right) ? right : area.column + area.columns - 1;
    return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
  }

  /** Cell that Ctrl and an arrow key go to, from the active cell (by default the range's first). */
  getRangeEdge(direction: unknown, activeCell: unknown): Range {
    const { row, column } = this.edge(direction, activeCell);
    return this.at({ row, column, rows: 1, columns: 1 });
  }
  /** The range up to that cell, as Ctrl, Shift and an arrow key select it. */
  getExtendedRange(direction: unknown, activeCell: unknown): Range {
    const { row, column } = this.edge(direction, activeCell);
    return this.at(boundingArea(this.area, { row, column, rows: 1, columns: 1 }));
  }
  private edge(direction: unknown, activeCell: unknown): { row: number; column: number } {
    const way = oneOf(direction, DIRECTIONS);
    const start = activeCell === undefined ? this.area : this.areaOnThisSheet(activeCell);
    const [down, right] = way === 'Down' ? [1, 0] : way === 'Up' ? [-1, 0] : way === 'Right' ? [0, 1] : [0, -1];
    const inside = (row: number, column: number): boolean => row >= 0 && column >= 0 && row < MAX_ROWS && column < MAX_COLUMNS;
    let { row, column } = start;
    if (!inside(row + down, column + right)) return { row, column };
    const used = this.sheet.usedArea(true);
    const beyond = (): boolean =>
      used === null ||
      (down > 0 && row >= used.row + used.rows) ||
      (down < 0 && row < used.row) ||
      (right > 0 && column >= used.column + used.columns) ||
      (right < 0 && column < used.column);
    const throughFilled = this.isFilled(row, column) && this.isFilled(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (throughFilled && !this.isFilled(row + down, column + right)) return { row, column };
      row += down;
      column += right;
      if (!throughFilled && this.isFilled(row, column)) return { row, column };
      if (beyond())
        return {
          row: down > 0 ? MAX_ROWS - 1 : down < 0 ? 0 : row,
          column: right > 0 ? MAX_COLUMNS - 1 : right < 0 ? 0 : column,
        };
    }
    return { row, column };
  }

  protected isFilled(row: number, column: number): boolean {
    const cell = this.sheet.cell(row, column);
    return cell !== undefined && (cell.value !== null || cell.formula !== undefined);
  }

  /** An argument that may be a range or an address, on this sheet. */
  protected areaOnThisSheet(argument: unknown): Area {
    const { sheet, area } = rangeArgument(this.session, argument, this.sheet);
    if (sheet !== this.sheet) throw new ApiError('InvalidArgument');
    return area;
  }
}
