import { CONSOLIDATION_WORDS, PERIOD_TABLES } from '../consolidation/words';
import { FIRST_FIGURE } from '../consolidation/period-rows';
import type { Kpi } from '../kpi/kpi';
import { fromHostSerial } from '../period/serial';
import type { PeriodKind } from '../period/period';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';

/** The consolidated sheets that a workbook has. */
export type Consolidated = {
  kinds: readonly PeriodKind[];
  /** Their sheets as they are called now, in the same order. */
  sheets: readonly string[];
  /** Last day that their rows reach, as a serial: data after it are not in them. null without rows. */
  until: number | null;
  /** Followed KPIs that they do not show yet, by label. */
  lacking: readonly string[];
};

const KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];
/** Column of a period's last day. */
const ENDS = [CONSOLIDATION_WORDS.fr.end, CONSOLIDATION_WORDS.en.end].map((text) => text.toLowerCase());

const lastDayOf = (workbook: WorkbookSnapshot, kind: PeriodKind): number | null => {
  const found = findTable(workbook, PERIOD_TABLES[kind]);
  if (!found) return null;
  const { sheet, table } = found;
  const end = table.columns.findIndex((header) => ENDS.includes(header.trim().toLowerCase()));
  let last: number | null = null;
  for (let row = 1; end >= 0 && row < table.area.rows; row++) {
    const value = valueAt(sheet, table.area.row + row, table.area.column + end);
    if (typeof value === 'number') last = Math.max(last ?? value, value);
  }
  return last === null ? null : fromHostSerial(last, workbook.date1904);
};

/** What was consolidated, and what of the data and the dictionary is not in it. `kpis`: those that its reader may see. */
export const consolidatedOf = (workbook: WorkbookSnapshot, kpis: readonly Kpi[]): Consolidated => {
  const found = KINDS.flatMap((kind) => {
    const place = findTable(workbook, PERIOD_TABLES[kind]);
    return place ? [{ kind, sheet: place.sheet.name, columns: place.table.columns.slice(FIRST_FIGURE) }] : [];
  });
  const shown = new Set(found[0]?.columns.map((header) => header.trim().toLowerCase()) ?? []);
  const reached = found.flatMap(({ kind }) => lastDayOf(workbook, kind) ?? []);
  return {
    kinds: found.map(({ kind }) => kind),
    sheets: found.map(({ sheet }) => sheet),
    until: reached.length === 0 ? null : Math.min(...reached),
    lacking:
      found.length === 0 ? [] : kpis.filter(({ label }) => !shown.has(label.trim().toLowerCase())).map(({ label }) => label),
  };
};
