import { detectSteps } from '../core/detect/detect';
import type { DetectedTable } from '../core/detect/detected';
import { dictionarySteps } from '../core/kpi/dictionary-read';
import { DICTIONARY_TABLE } from '../core/kpi/dictionary-words';
import type { Kpi } from '../core/kpi/kpi';
import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import { findTable, type WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable } from './chooseTable';

/** The KPIs that a table gives, as the dictionary has them or as they are proposed; `kept`: the workbook has a dictionary. */
export type KpiView = { table: DetectedTable; kpis: readonly Kpi[]; kept: boolean };

/** The KPIs of a workbook. Nothing is written. */
export const readKpis = async (port: WorkbookPort, language: Language): Promise<Result<KpiView>> => {
  const read = await port.read();
  return read.ok ? port.compute(looking(read.value, language)) : read;
};

function* looking(workbook: WorkbookSnapshot, language: Language): Steps<Result<KpiView>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook));
  if (!table.ok) return table;
  const { kpis } = yield* dictionarySteps(workbook, table.value, language);
  return done({ table: table.value, kpis, kept: findTable(workbook, DICTIONARY_TABLE) !== null });
}
