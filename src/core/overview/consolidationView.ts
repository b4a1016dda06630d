import { readRowsSteps } from '../consolidation/rows';
import { CONSOLIDATION_WORDS } from '../consolidation/words';
import type { DetectedTable } from '../detect/detected';
import { readSettings } from '../client/settings';
import { columnsToConsolidateSteps } from '../kpi/columns';
import { dictionarySteps } from '../kpi/dictionary-read';
import { rulesOfKpi } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import { daysOf } from '../period/expectedDays';
import { periodOf } from '../period/calendar';
import { closedHolidays } from '../period/closed-holidays';
import { expectsEveryDay, isComplete } from '../period/coverage';
import type { Period, PeriodKind } from '../period/period';
import { USUAL_RULES } from '../period/planned';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, type Steps } from '../steps';
import { consolidatedOf, type Consolidated } from './consolidated';

/** What a consolidation is going to compute, and what there is of it already. */
export type ConsolidationView = {
  /** Rows of the source. */
  rows: number;
  /** Each of them is a day of its own. */
  areDays: boolean;
  /** Kinds that the rows can be split into, none finer than they are, with the sheet's usual name. */
  kinds: readonly { kind: PeriodKind; sheet: string }[];
  figures: number;
  /** Of which quotients, computed Σ ÷ Σ. */
  ratios: number;
  /** The week that the data end in the middle of; null when its last day is known. */
  underWay: Period | null;
  /** Open days between the first and the last that have no row; 0 for a log of events. */
  daysWithout: number;
  consolidated: Consolidated;
};

const FINENESS: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

/** What `consolidateWorkbook` would do with a table today. Nothing is written. */
export const consolidationView = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  today: number,
  language: Language,
): ConsolidationView => atOnce(consolidationViewSteps(workbook, table, today, language));

/** The same in steps of some milliseconds. */
export function* consolidationViewSteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  today: number,
  language: Language,
): Steps<ConsolidationView> {
  const rows = yield* readRowsSteps(workbook, table);
  const { kpis } = yield* dictionarySteps(workbook, table, language);
  const { columns } = yield* columnsToConsolidateSteps(workbook, table, language);
  const coverage = rows && ((yield* rows.measuredSteps(kpis.flatMap(rulesOfKpi))) ?? rows.coverage);
  yield undefined;
  const week = coverage && periodOf(coverage.last, 'week');
  const rules = readSettings(workbook, language) ?? USUAL_RULES;
  const step = rows?.step ?? 'day';
  const closed = coverage ? [...rules.closedDays, ...closedHolidays(coverage, rules, today)] : [];
  const known = coverage && { start: coverage.first, end: coverage.last + 1 };
  const kinds = FINENESS.slice(FINENESS.indexOf(step));
  return {
    rows: rows?.count ?? 0,
    areDays: rows?.areDays ?? false,
    kinds: kinds.map((kind) => ({ kind, sheet: CONSOLIDATION_WORDS[language].sheets[kind] })),
    figures: columns.length,
    ratios: columns.filter(({ rule }) => rule.kind === 'ratio').length,
    underWay: week && coverage && !isComplete(week, coverage, Math.floor(today)) ? week : null,
    daysWithout: known && expectsEveryDay(coverage) ? daysOf(known, coverage, closed).missing.length : 0,
    consolidated: consolidatedOf(
      workbook,
      kpis.filter(({ internal }) => !internal),
    ),
  };
}
