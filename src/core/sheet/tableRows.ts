import { findTable, valueAt, type CellValue, type TableSnapshot, type WorkbookSnapshot } from './snapshot';

/** The rows of a table of the add-in's, cells by their place in the row; headers are the reader's language and say nothing. */
export type TableRows = { sheet: string; table: TableSnapshot; rows: readonly (readonly CellValue[])[] };

/** Rows of a table by name, header and totals left out, rows without any content too; null when there is no such table. */
export const tableRows = (workbook: WorkbookSnapshot, name: string): TableRows | null => {
  const found = findTable(workbook, name);
  if (!found) return null;
  const { sheet, table } = found;
  const first = table.area.row + (table.hasHeaders ? 1 : 0);
  const end = table.area.row + table.area.rows - (table.hasTotals ? 1 : 0);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) =>
    Array.from({ length: table.area.columns }, (_unused, column) => valueAt(sheet, first + index, table.area.column + column)),
  );
  return { sheet: sheet.name, table, rows: rows.filter((row) => row.some((value) => value !== '')) };
};
