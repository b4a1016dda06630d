import { detectSteps } from '../core/detect/detect';
import { addKpiSteps } from '../core/kpi/add-kpi';
import { changedKpi } from '../core/kpi/changed-kpi';
import { done, refused, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable } from './chooseTable';
import type { DefineKpiRequest } from './defineKpiRequest';
import type { Outcome } from './outcome';

/**
 * Writes a KPI of the user's into the dictionary: a new row, its own row again, or, where figures were consolidated with
 * another calculation, a version that holds from a date on. Refused with what is wrong with it, and nothing is written.
 */
export const defineKpi = async (port: WorkbookPort, request: DefineKpiRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const made = await port.compute(defining(read.value, request));
  if (!made.ok) return made;
  const written = await port.write(made.value);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: made.problems });
};

function* defining(workbook: WorkbookSnapshot, request: DefineKpiRequest): Steps<Result<WorkbookDraft>> {
  const { draft, before, language, today } = request;
  const adding = vocabulary(language).sheets.dictionary;
  const table = chooseTable(workbook, yield* detectSteps(workbook), { adding, ...request });
  if (!table.ok) return table;
  const changed = before && (yield* changedKpi(workbook, table.value, before, language));
  return changed ? refused(changed) : yield* addKpiSteps(workbook, draft, { table: table.value, language, today });
}
