import { consolidate } from '../core/consolidation/consolidate';
import { consolidationRemarks } from '../core/consolidation/remarks';
import { CONSOLIDATION_WORDS } from '../core/consolidation/words';
import { detect } from '../core/detect/detect';
import { columnsToConsolidate } from '../core/kpi/columns';
import type { PeriodKind } from '../core/period/period';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { dataExamples } from '../core/template/examples';
import { keepThresholds } from '../core/watch/thresholds';
import { chooseTable } from './chooseTable';
import type { ConsolidateRequest } from './consolidateRequest';
import type { Outcome } from './outcome';

const ALL_KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

/** Writes Jour, Semaine, Mois and Année over the workbook's daily table. Run twice, the workbook is the same. */
export const consolidateWorkbook = async (port: WorkbookPort, request: ConsolidateRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const adding = Object.values(CONSOLIDATION_WORDS[request.language].sheets).join(', ');
  const detection = detect(workbook);
  const table = chooseTable(workbook, detection, { adding, ...request });
  if (!table.ok) return table;
  const { language, today, kinds = ALL_KINDS } = request;
  const chosen = request.sheet !== undefined || request.table !== undefined;
  const proposal = columnsToConsolidate(workbook, table.value, language);
  const columns = request.columns?.(table.value) ?? done(proposal.columns, proposal.problems);
  if (!columns.ok) return columns;
  const draft = consolidate({ workbook, table: table.value, columns: columns.value, kinds, language, today });
  if (!draft.ok) return draft;
  const written = await port.write(keepThresholds(draft.value, workbook, table.value, language));
  if (!written.ok) return written;
  const detected = table.problems.filter(({ place }) => (place?.sheet ?? table.value.sheet) === table.value.sheet);
  const told = consolidationRemarks(workbook, detection, { table: table.value, columns: columns.value, chosen });
  const problems = [...dataExamples(workbook), ...detected, ...told, ...columns.problems, ...draft.problems];
  return done({ made: written.value.sheets, kept: [], problems });
};
