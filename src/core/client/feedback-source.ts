import { readRowsSteps } from '../consolidation/rows';
import { detectSteps } from '../detect/detect';
import { applyMapping } from '../detect/mapping-apply';
import { dictionarySteps } from '../kpi/dictionary-read';
import type { Language } from '../meteo/content';
import type { KpiSeries } from '../meteo/input';
import { kpiSeries } from '../meteo/kpiSeries';
import { inOwnStep, type Coverage } from '../period/coverage';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';

/** Figures without formulas: nothing is written from them. */
const NOT_LIVE = { formula: () => undefined, names: [], sheets: [] };

/** What a client may be answered with, and the days that it speaks of; null without any. */
type Shown = { series: readonly KpiSeries[]; coverage: Coverage | null };

/** The KPIs that a client may be answered with, key ones and others, over any stretch of days; none without dated data. */
export function* shownSeries(workbook: WorkbookSnapshot, language: Language): Steps<Shown> {
  const { tables, questions } = applyMapping(workbook, yield* detectSteps(workbook));
  const table = tables.find(({ dateColumn }) => dateColumn !== null);
  const rows = table && (yield* readRowsSteps(workbook, table));
  // Figures of columns that are not sure any more say nothing to a client.
  if (!table || !rows?.coverage || questions.length > 0) return { series: [], coverage: null };
  const { kpis } = yield* dictionarySteps(workbook, table, language);
  const series = kpis.filter(({ internal }) => !internal).map((kpi) => kpiSeries(kpi, rows, NOT_LIVE));
  return { series, coverage: inOwnStep(rows.coverage) };
}
