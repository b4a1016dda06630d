import { keyColumn, keyRow, type Area } from '../book/cell';

/** Is the position of a cell's key in an area? */
export const isWithin = (key: number, area: Area): boolean => {
  const row = keyRow(key);
  const column = keyColumn(key);
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
};

export const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

/** Does an area hold the whole of another one? */
export const holds = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column >= outer.column &&
  inner.column + inner.columns <= outer.column + outer.columns;
