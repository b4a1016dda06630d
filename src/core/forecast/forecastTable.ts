import { readSettings, settingsProblems } from '../client/settings';
import type { ConsolidatedColumn } from '../consolidation/rule';
import { readRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import type { PeriodKind } from '../period/period';
import { done, type Result } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, type Steps } from '../steps';
import { namedFigures, proposedFigures } from './figure-columns';
import { forecastFiguresSteps, type FigureForecast } from './figures';
import { forecastRowsSteps } from './undated';

/** What to project of a table, and how far; what is left out is chosen by the table (see `forecastFiguresSteps`). */
export type TableForecastRequest = {
  language: Language;
  kinds?: readonly PeriodKind[];
  horizon?: number;
  /** What to project of the table; absent: the dictionary's KPIs, else what it offers. */
  columns?: (table: DetectedTable) => Result<readonly ConsolidatedColumn[]>;
};

/** Projects the figures of a table: by its dates, or row by row where it has none. */
export const forecastTable = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  request: TableForecastRequest,
): Result<readonly FigureForecast[]> => atOnce(forecastTableSteps(workbook, table, request));

/** `forecastTable` in slices. */
export function* forecastTableSteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  { language, kinds, horizon, columns }: TableForecastRequest,
): Steps<Result<readonly FigureForecast[]>> {
  const named = columns?.(table);
  if (named && !named.ok) return named;
  const figures = named && namedFigures(named.value);
  const options = { workbook, table, ...(horizon !== undefined && { horizon }) };
  if (table.dateColumn === null)
    return yield* forecastRowsSteps({ ...options, ...(figures && { columns: figures }), ...(kinds?.[0] && { kind: kinds[0] }) });
  const dates = readRows(workbook, table)?.dates ?? [];
  const chosen = figures ? { columns: figures, problems: [] } : proposedFigures(workbook, table, dates, language);
  const calendar = readSettings(workbook, language);
  const request = { ...options, columns: chosen.columns, ...(kinds && { kinds }), ...(calendar && { calendar }) };
  const projected = yield* forecastFiguresSteps(request);
  const problems = [...settingsProblems(workbook), ...chosen.problems];
  return projected.ok ? done(projected.value, [...problems, ...projected.problems]) : projected;
}
