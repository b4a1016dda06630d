import { workbookLanguage } from '../core/client/settings';
import { consolidateSteps } from '../core/consolidation/consolidate';
import { consolidationRemarks } from '../core/consolidation/remarks';
import { CONSOLIDATION_WORDS } from '../core/consolidation/words';
import { detectSteps } from '../core/detect/detect';
import { columnsToConsolidateSteps } from '../core/kpi/columns';
import type { PeriodKind } from '../core/period/period';
import { done, type Problem, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { Steps } from '../core/steps';
import { dataExamplesSteps } from '../core/template/examples';
import { keepThresholds } from '../core/watch/thresholds';
import { chooseTable } from './chooseTable';
import type { ConsolidateRequest } from './consolidateRequest';

const ALL_KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

/** What a consolidation writes, and all that its user should know. */
export type Consolidation = { draft: WorkbookDraft; problems: readonly Problem[] };

/** Decides what a consolidation writes: which table, which figures of it, with the colours that the workbook has. */
export function* consolidation(workbook: WorkbookSnapshot, request: ConsolidateRequest): Steps<Result<Consolidation>> {
  const { today, kinds = ALL_KINDS } = request;
  const language = workbookLanguage(workbook, request.language);
  const adding = Object.values(CONSOLIDATION_WORDS[language].sheets).join(', ');
  const detection = yield* detectSteps(workbook);
  const table = chooseTable(workbook, detection, { adding, ...request });
  if (!table.ok) return table;
  yield undefined;
  const chosen = request.sheet !== undefined || request.table !== undefined;
  const proposal = yield* columnsToConsolidateSteps(workbook, table.value, language);
  const columns = request.columns?.(table.value) ?? done(proposal.columns, proposal.problems);
  if (!columns.ok) return columns;
  const drafted = yield* consolidateSteps({ workbook, table: table.value, columns: columns.value, kinds, language, today });
  if (!drafted.ok) return drafted;
  const draft = yield* keepThresholds(drafted.value, workbook, table.value, language);
  const examples = yield* dataExamplesSteps(workbook);
  const detected = table.problems.filter(({ place }) => (place?.sheet ?? table.value.sheet) === table.value.sheet);
  const told = yield* consolidationRemarks(workbook, detection, { table: table.value, columns: columns.value, chosen });
  return done({ draft, problems: [...examples, ...detected, ...told, ...columns.problems, ...drafted.problems] });
}
