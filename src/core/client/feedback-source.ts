import { readRows } from '../consolidation/rows';
import { detect } from '../detect/detect';
import { applyMapping } from '../detect/mapping-apply';
import { dictionaryOf } from '../kpi/dictionary-read';
import type { Language } from '../meteo/content';
import type { KpiSeries } from '../meteo/input';
import { kpiSeries } from '../meteo/kpiSeries';
import { inOwnStep } from '../period/coverage';
import type { PeriodKind } from '../period/period';
import type { WorkbookSnapshot } from '../sheet/snapshot';

/** Figures without formulas: nothing is written from them. */
const NOT_LIVE = { formula: () => undefined, names: [], sheets: [] };

/** What a client may be answered with, and what a row of it stands for. */
type Shown = { series: readonly KpiSeries[]; step: PeriodKind };

/** The KPIs that a client may be answered with, key ones and others, over any stretch of days; none without dated data. */
export const shownSeries = (workbook: WorkbookSnapshot, language: Language): Shown => {
  const { tables, questions } = applyMapping(workbook, detect(workbook));
  const table = tables.find(({ dateColumn }) => dateColumn !== null);
  const rows = table && readRows(workbook, table);
  // Figures of columns that are not sure any more say nothing to a client.
  if (!table || !rows?.coverage || questions.length > 0) return { series: [], step: 'day' };
  const { kpis } = dictionaryOf(workbook, table, language);
  const series = kpis.filter(({ internal }) => !internal).map((kpi) => kpiSeries(kpi, rows, NOT_LIVE));
  return { series, step: inOwnStep(rows.coverage).step };
};
