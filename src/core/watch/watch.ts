import { readRowsSteps } from '../consolidation/rows';
import { FIRST_FIGURE } from '../consolidation/period-rows';
import { PERIOD_TABLES } from '../consolidation/words';
import type { DetectedTable } from '../detect/detected';
import type { Kpi } from '../kpi/kpi';
import type { KpiSeries, MeteoInput } from '../meteo/input';
import { parsePeriodKey } from '../period/calendar';
import type { Period, PeriodKind } from '../period/period';
import type { Place } from '../problem';
import { cellName } from '../sheet/address';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { alertsOf, completePeriods, quietDays, type Alert } from './alerts';
import { multiplesSteps, type Multiple } from './multiples';

/** Something with the cell that shows its figure, to select; null where none does. */
export type Placed<T> = T & { place: Place | null };

/** What there is to watch, from the rows themselves. */
export type Watch = {
  /** Last complete period of the table's own step; null without any. */
  last: Period | null;
  alerts: readonly Placed<Alert>[];
  /** Drifts among the multiples, in the dictionary's order. */
  drifts: readonly Placed<Multiple>[];
  /** Those of KPIs without direction: their level changed, and nobody says that it is worse. */
  changes: readonly Placed<Multiple>[];
  /** Days without an alert; null where there is one now, a drift or a change. */
  quiet: number | null;
  /** What the multiples count in. */
  kind: PeriodKind;
  multiples: readonly Placed<Multiple>[];
};

/**
 * The cell of the consolidation sheets that shows a KPI of a period; without a consolidation, the source's cell of its last day.
 */
const placeOf = (workbook: WorkbookSnapshot, series: KpiSeries | undefined, kpi: Kpi, period: Period | null): Place | null => {
  if (!period) return null;
  const found = findTable(workbook, PERIOD_TABLES[period.kind]);
  const offset = found ? found.table.columns.indexOf(kpi.label, FIRST_FIGURE) : -1;
  if (found && offset >= 0) {
    const { row: top, column, rows } = found.table.area;
    for (let row = top + rows - 1; row > top; row--)
      if (parsePeriodKey(String(valueAt(found.sheet, row, column)))?.start === period.start)
        return { sheet: found.sheet.name, cell: cellName(row, column + offset) };
  }
  return series?.placeOf?.(period.end - 1) ?? series?.placeOf?.(period.start) ?? null;
};

/**
 * Alerts of the last complete period by gravity, drifts, and every KPI over its last periods with its usual variation. `input`
 * is what a météo would be made from: the two never disagree on a figure. In slices.
 */
export function* watchSteps(workbook: WorkbookSnapshot, table: DetectedTable, input: MeteoInput): Steps<Watch> {
  const rows = yield* readRowsSteps(workbook, table);
  const step = rows?.step ?? 'day';
  yield undefined;
  const periods = completePeriods(input, step);
  yield undefined;
  const seriesOf = (kpi: Kpi): KpiSeries | undefined => input.kpis.find((series) => series.kpi === kpi);
  const placed = <T extends { kpi: Kpi }>(item: T, period: Period | undefined): Placed<T> => ({
    ...item,
    place: placeOf(workbook, seriesOf(item.kpi), item.kpi, period ?? null),
  });
  const { kind, multiples } = yield* multiplesSteps(input, step);
  const drawn = multiples.map((multiple) => placed(multiple, multiple.periods.at(-1)));
  const drifts = drawn.filter(({ state }) => state === 'drift');
  const changes = drawn.filter(({ state }) => state === 'changed');
  yield undefined;
  const alerts = alertsOf(input.kpis, periods).map((alert) => placed(alert, periods.at(-1)));
  yield undefined;
  return {
    last: periods.at(-1) ?? null,
    alerts,
    drifts,
    changes,
    quiet: drifts.length + changes.length > 0 ? null : quietDays(input.kpis, periods),
    kind,
    multiples: drawn,
  };
}
