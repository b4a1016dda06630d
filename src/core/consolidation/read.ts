import { parsePeriodKey } from '../period/calendar';
import type { PeriodKind } from '../period/period';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { FIRST_FIGURE } from './period-rows';
import { CONSOLIDATION_WORDS, PERIOD_TABLES } from './words';

/** Headers of the columns that say where a period's rows stand, in any language. */
const ROW_HEADERS = new Set(Object.values(CONSOLIDATION_WORDS).flatMap(({ rows }) => Object.values(rows)));

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
      const shown = String(valueAt(sheet, row, table.area.column));
      // Rows prepared for days to come show nothing yet.
      if (shown === '') continue;
      const key = parsePeriodKey(shown)?.key ?? shown;
      periods[key] = Object.fromEntries(
        table.columns.flatMap((label, index) => {
          if (index < FIRST_FIGURE || ROW_HEADERS.has(label)) return [];
          const value = valueAt(sheet, row, table.area.column + index);
          return [[label, typeof value === 'number' ? value : null]];
        }),
      );
    }
    values[kind] = periods;
  }
  return values;
};
