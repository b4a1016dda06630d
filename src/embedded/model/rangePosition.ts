import { keyColumn, keyRow, type Area } from '../book/cell';
import { columnLeft, columnWidth, rowHeight, rowTop } from '../book/metrics';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { fullAddress, isInsideSheet, MAX_ROWS } from './address';
import { isEntireColumns, isEntireRows } from './cells';
import { flag } from './checks';
import { requireUnprotected } from './protectionRules';
import { columnFormat, rowFormat } from './styling';
import type { Session } from './session';

/** Where a range is on its sheet: addresses, indexes, points, what is hidden. */
export abstract class RangePosition {
  private position: Area | null;

  constructor(
    readonly session: Session,
    readonly sheet: Sheet,
    area: Area,
  ) {
    if (!isInsideSheet(area)) throw new ApiError('InvalidArgument');
    this.position = area;
    session.places.follow(this);
  }

  /** @throws ApiError once its cells have been deleted. */
  get area(): Area {
    if (!this.position) throw new ApiError('InvalidReference');
    return this.position;
  }
  /** Cells of the sheet moved: the range goes with its own. */
  moved(where: (area: Area) => Area | null): void {
    if (this.position) this.position = where(this.position);
  }

  /** `'Feuille 1'!A1:B2`; whole columns `Feuil1!A:B`. Office.js cuts addresses at 8192 characters, none is that long here. */
  get address(): string {
    this.requireSheet();
    return fullAddress(this.sheet.name, this.area);
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.area.row;
  }
  get columnIndex(): number {
    return this.area.column;
  }
  get rowCount(): number {
    return this.area.rows;
  }
  get columnCount(): number {
    return this.area.columns;
  }
  /** -1 above 2,147,483,647 cells, as documented. */
  get cellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return isEntireColumns(this.area);
  }
  get isEntireRow(): boolean {
    return isEntireRows(this.area);
  }

  get left(): number {
    return columnLeft(this.sheet, this.area.column, this.session.book.styles.normalFont);
  }
  get top(): number {
    return rowTop(this.sheet, this.area.row);
  }
  get width(): number {
    const font = this.session.book.styles.normalFont;
    return columnLeft(this.sheet, this.area.column + this.area.columns, font) - this.left;
  }
  get height(): number {
    return rowTop(this.sheet, this.area.row + this.area.rows) - this.top;
  }

  /** Whether all, none or (null) some of the rows are hidden. */
  get rowHidden(): boolean | null {
    let hidden = 0;
    for (const [row, format] of this.sheet.rows)
      if (format.hidden && row >= this.area.row && row < this.area.row + this.area.rows) hidden++;
    return hidden === 0 ? false : hidden === this.area.rows ? true : null;
  }
  set rowHidden(value: boolean) {
    const hidden = flag(value);
    requireUnprotected(this.session, this.sheet);
    if (hidden && this.area.rows === MAX_ROWS) throw new ApiError('OperationCellsExceedLimit');
    if (!hidden) {
      for (const [row, format] of this.sheet.rows)
        if (row >= this.area.row && row < this.area.row + this.area.rows) format.hidden = false;
    } else for (let row = this.area.row; row < this.area.row + this.area.rows; row++) rowFormat(this.sheet, row).hidden = true;
    this.sheet.touch('rows');
  }
  get columnHidden(): boolean | null {
    let hidden = 0;
    for (const [column, format] of this.sheet.columns)
      if (format.hidden && column >= this.area.column && column < this.area.column + this.area.columns) hidden++;
    return hidden === 0 ? false : hidden === this.area.columns ? true : null;
  }
  set columnHidden(value: boolean) {
    const hidden = flag(value);
    requireUnprotected(this.session, this.sheet);
    for (let column = this.area.column; column < this.area.column + this.area.columns; column++)
      if (hidden || this.sheet.columns.has(column)) columnFormat(this.sheet, column).hidden = hidden;
    this.sheet.touch('columns');
  }
  get hidden(): boolean | null {
    const { rowHidden, columnHidden } = this;
    if (rowHidden === true || columnHidden === true) return true;
    return rowHidden === null || columnHidden === null ? null : false;
  }

  /** Whether a cell shows: neither its row nor its column is hidden or has no size. */
  protected isVisible(row: number, column: number): boolean {
    const font = this.session.book.styles.normalFont;
    return rowHeight(this.sheet, row) > 0 && columnWidth(this.sheet, column, font) > 0;
  }

  /** A range outlives its sheet on the client's side; here it is refused. */
  requireSheet(): void {
    if (!this.session.book.sheets.includes(this.sheet)) throw new ApiError('ItemNotFound');
    if (this.sheet.kind !== 'worksheet') throw new ApiError('UnsupportedSheet');
  }

  /** Smallest area of cells with content (or, unless `valuesOnly`, a format) inside the range. */
  protected usedArea(valuesOnly: boolean): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const { row: firstRow, column: firstColumn, rows, columns } = this.area;
    for (const [key, cell] of this.sheet.cells) {
      if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === 0)) continue;
      if (valuesOnly && cell.value === '') continue;
      const row = keyRow(key);
      const column = keyColumn(key);
      if (row < firstRow || column < firstColumn || row >= firstRow + rows || column >= firstColumn + columns) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}
