import { detectSteps } from '../core/detect/detect';
import type { Language } from '../core/meteo/content';
import { consolidationViewSteps, type ConsolidationView } from '../core/overview/consolidationView';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable } from './chooseTable';

/** `today`: serial of the day it is. */
type ViewRequest = { language: Language; today: number };

/** What a consolidation would compute, and what there is of it already. Nothing is written. */
export const readConsolidation = async (port: WorkbookPort, request: ViewRequest): Promise<Result<ConsolidationView>> => {
  const read = await port.read();
  return read.ok ? port.compute(looking(read.value, request)) : read;
};

function* looking(workbook: WorkbookSnapshot, { language, today }: ViewRequest): Steps<Result<ConsolidationView>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook));
  return table.ok ? done(yield* consolidationViewSteps(workbook, table.value, today, language)) : table;
}
