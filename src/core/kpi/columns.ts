import { proposeColumns, type Proposal } from '../consolidation/propose';
import { columnsOf, type ConsolidatedColumn } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, type Steps } from '../steps';
import { dictionarySteps } from './dictionary-read';
import { rulesOfKpi, type Kpi } from './kpi';
import { levelOf, rowsAreThings } from './measures';
import { columnsOfKpis } from './propose';

/** Columns that nothing but internal KPIs are computed from: a cost, hours paid. They stay where those stay. */
const internalColumns = (kpis: readonly Kpi[]): ReadonlySet<number> => {
  const read = (internal: boolean): number[] =>
    kpis.filter((kpi) => kpi.internal === internal).flatMap((kpi) => rulesOfKpi(kpi).flatMap(columnsOf));
  const open = new Set(read(false));
  return new Set(read(true).filter((column) => !open.has(column)));
};

/** A column that would be added up although it is a level, taken as one: the tickets open on the last day, the longest wait. */
const atItsLevel = (column: ConsolidatedColumn, table: DetectedTable): ConsolidatedColumn => {
  const { rule } = column;
  if (rule.kind !== 'sum') return column;
  const source = table.columns.find((candidate) => candidate.column === rule.column);
  const level = source && levelOf(source);
  return level ? { ...column, rule: { kind: level, column: rule.column } } : column;
};

/**
 * What to consolidate when nobody names a rule: the dictionary's KPIs where the workbook has one, else the catalogue's that
 * the table can give; then the table's other figures. A rule that a KPI has already is not repeated under its column's name.
 * Internal KPIs, and the columns that only they are computed from, are left out: the client reads these sheets.
 */
export const columnsToConsolidate = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language): Proposal =>
  atOnce(columnsToConsolidateSteps(workbook, table, language));

/** The same in steps of some milliseconds. */
export function* columnsToConsolidateSteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  language: Language,
): Steps<Proposal> {
  const { kpis: all, problems: doubts } = yield* dictionarySteps(workbook, table, language);
  const internal = all.filter((kpi) => kpi.internal);
  const hidden = internalColumns(all);
  const kpis = columnsOfKpis(
    all.filter((kpi) => !kpi.internal),
    language,
  );
  const rules = new Set(kpis.map(({ rule }) => JSON.stringify(rule)));
  yield undefined;
  const { columns, problems } = proposeColumns(table, language);
  const levels = rowsAreThings(table) ? columns : columns.map((column) => atItsLevel(column, table));
  const others = levels.filter(
    ({ rule }) => !rules.has(JSON.stringify(rule)) && !columnsOf(rule).some((column) => hidden.has(column)),
  );
  const labels = internal.map(({ label }) => label).join(', ');
  const apart = internal.length > 0 ? [problem('internal-left-out', { count: internal.length, labels })] : [];
  return { columns: [...kpis, ...others], problems: [...doubts, ...apart, ...problems] };
}
