import { parsePeriodKey } from '../period/calendar';
import type { PeriodKind } from '../period/period';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { FIRST_FIGURE } from './period-rows';
import { GROUP_TABLE } from './group-sheet';
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

/** What the sheet of the groups shows, read back: `{ group: { "Projet 1": { "Budget": 3962000 } }, total: { "Budget": … } }`. */
export type GroupedValues = { group: PeriodValues; total: Record<string, number | null> };

/** Figures of the groups of a workbook and of all its rows; null where it has no such sheet. */
export const readGroups = (workbook: WorkbookSnapshot): GroupedValues | null => {
  const found = findTable(workbook, GROUP_TABLE);
  if (!found) return null;
  const { sheet, table } = found;
  const { row: top, column, rows } = table.area;
  const figures = (row: number): Record<string, number | null> =>
    Object.fromEntries(
      table.columns.slice(1).map((label, index) => {
        const value = valueAt(sheet, row, column + 1 + index);
        return [label, typeof value === 'number' ? value : null];
      }),
    );
  const named = Array.from({ length: rows - 1 }, (_, index) => {
    const row = top + 1 + index;
    return { name: String(valueAt(sheet, row, column)), row };
  });
  const trimmed = named.map(({ name }) => name.trim());
  // Two labels that differ by their spaces only are two groups and keep them.
  const isAlone = (name: string): boolean => trimmed.filter((other) => other === name.trim()).length === 1;
  const group = Object.fromEntries(named.map(({ name, row }) => [isAlone(name) ? name.trim() : name, figures(row)]));
  return { group, total: figures(top + rows + 1) };
};
