import type { Area } from '../book/cell';
import type { ColumnFormat, RowFormat, Sheet } from '../book/sheet';
import type { Style, StylePatch } from '../book/style';
import { ApiError } from '../richapi/apiError';
import { isEntireColumns, isEntireRows, forEachCell, styleAt, stylesIn } from './cells';
import { requireFormattable } from './protectionRules';
import type { Session } from './session';

/** Excel's own limit for one operation is 33,554,000 cells; formatting that many single cells is refused well before. */
const MAX_FORMATTED_CELLS = 4_000_000;

/** Cells whose look is read or set together. */
export type Formatted = { readonly session: Session; readonly sheet: Sheet; readonly areas: readonly Area[] };

/** What all cells have in common; null where they differ, as Office.js shows it. */
export const commonOf = <T>({ session, sheet, areas }: Formatted, read: (style: Style) => T): T | null => {
  let common: { value: T } | null = null;
  for (const area of areas)
    for (const index of stylesIn(sheet, area)) {
      const value = read(session.book.styles.get(index));
      if (common && common.value !== value) return null;
      common = { value };
    }
  return common ? common.value : null;
};

export const columnFormat = (sheet: Sheet, column: number): ColumnFormat => {
  let format = sheet.columns.get(column);
  if (!format) sheet.columns.set(column, (format = { width: null, hidden: false, style: 0, outline: 0 }));
  return format;
};

export const rowFormat = (sheet: Sheet, row: number): RowFormat => {
  let format = sheet.rows.get(row);
  if (!format) sheet.rows.set(row, (format = { height: null, hidden: false, style: 0, outline: 0 }));
  return format;
};

/** Gives cells their style by `next`; whole columns and rows keep it for cells to come. */
const restyle = (sheet: Sheet, area: Area, next: (style: number) => number): void => {
  const put = (row: number, column: number, style: number): void => {
    const cell = sheet.cell(row, column);
    if (cell?.style === style) return;
    if (cell && (style !== 0 || cell.value !== null || cell.formula !== undefined)) {
      cell.style = style;
      sheet.touch('cells');
      sheet.touchedRows.add(row);
    } else sheet.setCell(row, column, { ...cell, value: null, style });
  };
  if (isEntireColumns(area)) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const format = columnFormat(sheet, column);
      format.style = next(format.style);
    }
    sheet.touch('columns');
    for (const [row, format] of sheet.rows) {
      if (format.style === 0) continue;
      for (let column = area.column; column < area.column + area.columns; column++)
        if (!sheet.cell(row, column)) put(row, column, next(format.style));
    }
    forEachCell(sheet, area, (cell, row, column) => put(row, column, next(cell.style)));
    return;
  }
  if (isEntireRows(area)) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      const format = rowFormat(sheet, row);
      format.style = next(format.style);
      for (const [column, { style }] of sheet.columns) if (style !== 0 && !sheet.cell(row, column)) put(row, column, next(style));
    }
    sheet.touch('rows');
    forEachCell(sheet, area, (cell, row, column) => put(row, column, next(cell.style)));
    return;
  }
  if (area.rows * area.columns > MAX_FORMATTED_CELLS) throw new ApiError('OperationCellsExceedLimit');
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      put(row, column, next(styleAt(sheet, row, column)));
};

/** Lays a patch over the style of every cell. */
export const patchStyle = ({ session, sheet, areas }: Formatted, patch: StylePatch): void => {
  requireFormattable(session, sheet);
  const known = new Map<number, number>();
  const patched = (style: number): number => {
    let next = known.get(style);
    if (next === undefined) known.set(style, (next = session.book.styles.derive(style, patch)));
    return next;
  };
  for (const area of areas) restyle(sheet, area, patched);
};

/** Gives every cell of an area one style. */
export const setStyle = (session: Session, sheet: Sheet, area: Area, style: number): void => {
  requireFormattable(session, sheet);
  if (stylesIn(sheet, area).size === 1 && styleAt(sheet, area.row, area.column) === style) return;
  restyle(sheet, area, () => style);
};

/** Gives every cell of an area the default style. */
export const resetStyle = (session: Session, sheet: Sheet, area: Area): void => {
  requireFormattable(session, sheet);
  // Without a styled column or row only cells have a style: clearing the million rows under a table costs nothing.
  const styledColumn = [...sheet.columns.values()].some((format) => format.style !== 0);
  const styledRow = [...sheet.rows.values()].some((format) => format.style !== 0);
  const whole = isEntireColumns(area) || isEntireRows(area);
  if (!whole || (!styledColumn && !styledRow))
    forEachCell(sheet, area, (cell, row, column) => sheet.setCell(row, column, { ...cell, style: 0 }));
  if (!styledColumn && !styledRow) return;
  restyle(sheet, area, () => 0);
};
