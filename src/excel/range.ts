import type { Area } from '../core/sheet/address';

/** The cells of an area, 0-based, on a sheet. */
export const rangeOf = (sheet: Excel.Worksheet, area: Area): Excel.Range =>
  sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
