import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { ConsolidateRequest } from './consolidateRequest';
import { consolidation } from './consolidation';
import type { Outcome } from './outcome';

/** Writes Jour, Semaine, Mois and Année over the workbook's daily table. Run twice, the workbook is the same. */
export const consolidateWorkbook = async (port: WorkbookPort, request: ConsolidateRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const decided = await port.compute(consolidation(read.value, request));
  if (!decided.ok) return decided;
  const { draft, problems } = decided.value;
  const written = await port.write(draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems });
};
