import type { PeriodKind } from '../period/period';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { FIRST_FIGURE } from './period-sheet';
import { PERIOD_TABLES } from './words';

/** Period key → column label → value; null where the cell shows nothing. */
type PeriodValues = Record<string, Record<string, number | null>>;
export type ConsolidatedValues = Partial<Record<PeriodKind, PeriodValues>>;

/**
 * What the consolidation sheets of a workbook show, read back from their tables: `{ week: { "2025-S05": { "Appels": 412 } } }`.
 * A kind without a sheet is left out; text (an error) is no value.
 */
export const readConsolidated = (workbook: WorkbookSnapshot): ConsolidatedValues => {
  const values: ConsolidatedValues = {};
  for (const kind of Object.keys(PERIOD_TABLES) as PeriodKind[]) {
    const found = findTable(workbook, PERIOD_TABLES[kind]);
    if (!found) continue;
    const { sheet, table } = found;
    const periods: PeriodValues = {};
    for (let row = table.area.row + 1; row < table.area.row + table.area.rows; row++) {
      const key = String(valueAt(sheet, row, table.area.column));
      if (key === '') continue;
      periods[key] = Object.fromEntries(
        table.columns.slice(FIRST_FIGURE).map((label, index) => {
          const value = valueAt(sheet, row, table.area.column + FIRST_FIGURE + index);
          return [label, typeof value === 'number' ? value : null];
        }),
      );
    }
    values[kind] = periods;
  }
  return values;
};
