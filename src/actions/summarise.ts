import { consolidateGroupsSteps } from '../core/consolidation/groups';
import { detectSteps } from '../core/detect/detect';
import { columnsToConsolidateSteps } from '../core/kpi/columns';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable } from './chooseTable';
import type { ConsolidateRequest } from './consolidateRequest';
import type { Consolidation } from './consolidation';
import type { Outcome } from './outcome';

type SummariseRequest = ConsolidateRequest & { group: string };

function* summary(workbook: WorkbookSnapshot, request: SummariseRequest): Steps<Result<Consolidation>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook), { ...request, undated: true });
  if (!table.ok) return table;
  const { language, group } = request;
  const proposal = yield* columnsToConsolidateSteps(workbook, table.value, language);
  const columns = request.columns?.(table.value) ?? done(proposal.columns);
  if (!columns.ok) return columns;
  const draft = yield* consolidateGroupsSteps({ workbook, table: table.value, group, columns: columns.value, language });
  if (!draft.ok) return draft;
  const { sheet } = table.value;
  const problems = [...table.problems, ...columns.problems, ...draft.problems];
  return done({ draft: draft.value, problems: problems.filter(({ place }) => (place?.sheet ?? sheet) === sheet) });
}

/** Writes Synthèse: what the rows of each value of a column add up to. Run twice, the workbook is the same. */
export const summariseWorkbook = async (port: WorkbookPort, request: SummariseRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const decided = await port.compute(summary(read.value, request));
  if (!decided.ok) return decided;
  const written = await port.write(decided.value.draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: decided.value.problems });
};
