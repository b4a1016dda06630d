import { consolidateGroups } from '../core/consolidation/groups';
import { detect } from '../core/detect/detect';
import { columnsToConsolidate } from '../core/kpi/columns';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { chooseTable } from './chooseTable';
import type { ConsolidateRequest } from './consolidateRequest';
import type { Outcome } from './outcome';

/**
 * Writes Synthèse: what the rows of each value of a column add up to, with or without dates. Run twice, the workbook is the
 * same.
 */
export const summariseWorkbook = async (
  port: WorkbookPort,
  request: ConsolidateRequest & { group: string },
): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const table = chooseTable(workbook, detect(workbook), { ...request, undated: true });
  if (!table.ok) return table;
  const { language, group } = request;
  const columns = request.columns?.(table.value) ?? done(columnsToConsolidate(workbook, table.value, language).columns);
  if (!columns.ok) return columns;
  const draft = consolidateGroups({ workbook, table: table.value, group, columns: columns.value, language });
  if (!draft.ok) return draft;
  const written = await port.write(draft.value);
  if (!written.ok) return written;
  const problems = [...table.problems, ...columns.problems, ...draft.problems].filter(
    ({ place }) => (place?.sheet ?? table.value.sheet) === table.value.sheet,
  );
  return done({ made: written.value.sheets, kept: [], problems });
};
