import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { problem, type Problem } from '../problem';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { dictionarySteps } from './dictionary-read';
import { DICTIONARY_TABLE } from './dictionary-words';
import { kpiDraftOf, type KpiDraft } from './kpi-draft';

/**
 * Whether the dictionary's row of a KPI is still the one that its form was opened with, `before`; the problem that says it is not.
 * A KPI that no dictionary has yet is nobody's work: what is proposed for it may follow the data.
 *
 * ```ts
 * changedKpi(workbook, table, { ...draft, green: 0.8 }, 'fr'); // { code: 'changed-since-read', … }: it is 0.85 by now
 * ```
 */
export function* changedKpi(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  before: KpiDraft,
  language: Language,
): Steps<Problem | null> {
  const dictionary = findTable(workbook, DICTIONARY_TABLE);
  if (!dictionary || before.id === '') return null;
  const { kpis } = yield* dictionarySteps(workbook, table, language);
  const now = kpis.find(({ id }) => id === before.id);
  const isSame = now !== undefined && JSON.stringify(kpiDraftOf(now, table, language)) === JSON.stringify(before);
  return isSame ? null : problem('changed-since-read', { name: before.label }, { sheet: dictionary.sheet.name });
}
