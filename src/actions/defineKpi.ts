import { detect } from '../core/detect/detect';
import { addKpi } from '../core/kpi/add-kpi';
import { changedKpi } from '../core/kpi/changed-kpi';
import type { KpiDraft } from '../core/kpi/kpi-draft';
import type { Language } from '../core/meteo/content';
import { done, refused, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable, type TableChoice } from './chooseTable';
import type { Outcome } from './outcome';

/** `today`: serial of the day it is, from when a changed definition holds unless its form says otherwise. */
type DefineKpiRequest = TableChoice & {
  draft: KpiDraft;
  /** The KPI as its form was opened with it: what somebody has changed since is not gone over. Absent: whatever is there is. */
  before?: KpiDraft;
  language: Language;
  today: number;
};

/**
 * Writes a KPI of the user's into the dictionary: a new row, its own row again, or, where figures were consolidated with
 * another calculation, a version that holds from a date on. Refused with what is wrong with it, and nothing is written.
 */
export const defineKpi = async (port: WorkbookPort, request: DefineKpiRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const { draft, before, language, today } = request;
  const adding = vocabulary(language).sheets.dictionary;
  const table = chooseTable(workbook, detect(workbook), { adding, ...request });
  if (!table.ok) return table;
  const changed = before && changedKpi(workbook, table.value, before, language);
  if (changed) return refused(changed);
  const made = addKpi(workbook, draft, { table: table.value, language, today });
  if (!made.ok) return made;
  const written = await port.write(made.value);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: made.problems });
};
