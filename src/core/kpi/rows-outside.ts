import { problem, type Problem } from '../problem';
import { cellName } from '../sheet/address';
import { valueAt, type SheetSnapshot, type TableSnapshot } from '../sheet/snapshot';

/** Cells of a row that make it a KPI and no note typed under the table. */
const LEAST_CELLS = 2;

/**
 * Rows typed just under a table without the table having grown over them, which Excel does and LibreOffice does not: each a
 * remark with its first cell, for they are not read. `tblKpi` over A1:H9 with A10 and B10 filled gives one on A10.
 */
export const rowsOutside = (sheet: SheetSnapshot, table: TableSnapshot): readonly Problem[] => {
  const { row, column, rows, columns } = table.area;
  if (table.hasTotals) return [];
  const found: Problem[] = [];
  for (let below = row + rows; ; below++) {
    const cells = Array.from({ length: columns }, (_, index) => ({
      at: column + index,
      value: valueAt(sheet, below, column + index),
    }));
    const typed = cells.filter(({ value }) => value !== '');
    const [first, second] = typed;
    if (!first || typed.length < LEAST_CELLS) return found;
    const kpi = String((first.at === column ? second : first)?.value ?? '');
    found.push(problem('kpi-row-outside', { kpi }, { sheet: sheet.name, cell: cellName(below, first.at) }));
  }
};
