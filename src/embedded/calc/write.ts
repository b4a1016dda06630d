import { cellKey, type Area, type Value } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Changes } from './changes';
import type { FormulaNode } from './graph';
import type { Reader } from './reader';
import { ERROR, isOnSheet, Matrix } from './values';

/** What a formula's result gives its cell: never empty, and a number that is none is #NUM!. */
export const cellValue = (value: Value): Value => {
  if (value === null) return 0;
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : ERROR.number;
};

export const put = (sheet: Sheet, row: number, column: number, value: Value, reader: Reader, changed: Changes): void => {
  const cell = sheet.cells.get(cellKey(row, column));
  if (cell?.value === value || (!cell && value === null)) return;
  if (cell) {
    cell.value = value;
    sheet.touchRow(row);
    reader.wrote(sheet, row, column, value);
  } else {
    sheet.setCell(row, column, { value });
    reader.clear();
  }
  changed.note(sheet, row, column);
};

const isInside = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** Is there room for an array formula's result besides the cells it fills already? */
const isFree = (sheet: Sheet, area: Area, own: Area): boolean => {
  if (!isOnSheet(area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1)) return false;
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = isInside(own, row, column) ? undefined : sheet.cell(row, column);
      if (cell && (cell.value !== null || cell.formula !== undefined)) return false;
    }
  return true;
};

/** Area that a dynamic array formula fills with a result of this size: only its own cell where it finds no room. */
function spillArea(node: FormulaNode, own: Area, result: Value | Matrix): { area: Area; result: Value | Matrix } {
  const corner = { row: node.row, column: node.column };
  const alone = { ...corner, rows: 1, columns: 1 };
  if (!(result instanceof Matrix)) return { area: alone, result };
  const area = { ...corner, rows: result.rows, columns: result.columns };
  return isFree(node.sheet, area, own) ? { area, result } : { area: alone, result: ERROR.spill };
}

/**
 * Writes a formula's result into its cell, or into all the cells that an array formula fills, and notes those that changed.
 * Gives the area that it fills now, where that is another one than before.
 */
export function writeResult(node: FormulaNode, given: Value | Matrix, reader: Reader, changed: Changes): Area | null {
  const { sheet, row, column, array } = node;
  if (!array) {
    put(sheet, row, column, cellValue(given instanceof Matrix ? (given.values[0] ?? null) : given), reader, changed);
    return null;
  }
  const anchor = sheet.cell(row, column);
  let area: Area = array;
  let result = given;
  const isDynamic = anchor?.array?.isDynamic === true;
  if (isDynamic) ({ area, result } = spillArea(node, array, given));
  const at = (i: number, j: number): Value => cellValue(result instanceof Matrix ? result.at(i, j) : result);
  const isResized = area.rows !== array.rows || area.columns !== array.columns;
  if (isResized) {
    for (let i = 0; i < array.rows; i++)
      for (let j = 0; j < array.columns; j++)
        if (!isInside(area, array.row + i, array.column + j)) put(sheet, array.row + i, array.column + j, null, reader, changed);
    if (anchor) anchor.array = { ...area, isDynamic };
  }
  for (let i = 0; i < area.rows; i++)
    for (let j = 0; j < area.columns; j++) put(sheet, area.row + i, area.column + j, at(i, j), reader, changed);
  return isResized ? area : null;
}
