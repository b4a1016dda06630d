import { problem, type Problem } from '../problem';
import { cellName } from '../sheet/address';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { DATA_TABLE } from './data-table';

/**
 * Why there is nothing to compute in a workbook whose template has no rows yet: a problem on the cell where the first one is
 * typed. Null where there is no such table, or where its first column holds something.
 */
export const rowsAwaited = (workbook: WorkbookSnapshot): Problem | null => {
  const found = findTable(workbook, DATA_TABLE);
  if (!found) return null;
  const { sheet, table } = found;
  const { row, column, rows } = table.area;
  for (let index = 1; index < rows; index++) if (valueAt(sheet, row + index, column) !== '') return null;
  return problem('table-without-rows', { table: table.name }, { sheet: sheet.name, cell: cellName(row + 1, column) });
};
