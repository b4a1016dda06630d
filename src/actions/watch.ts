import { detectSteps } from '../core/detect/detect';
import type { Language } from '../core/meteo/content';
import { meteoSourcesSteps } from '../core/meteo/sources';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { watchSteps, type Watch } from '../core/watch/watch';
import { chooseTable, type TableChoice } from './chooseTable';

type WatchRequest = TableChoice & { language: Language; today: number };

/**
 * What there is to watch in a workbook: alerts of the last complete period, drifts, and every KPI over its last periods.
 * `today` is the serial of the day it is, which is not over. Nothing is written.
 */
export const readWatch = async (port: WorkbookPort, request: WatchRequest): Promise<Result<Watch>> => {
  const read = await port.read();
  return read.ok ? port.compute(watching(read.value, request)) : read;
};

function* watching(workbook: WorkbookSnapshot, request: WatchRequest): Steps<Result<Watch>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook), request);
  if (!table.ok) return table;
  const { language, today } = request;
  const sources = yield* meteoSourcesSteps(workbook, table.value, { language, issued: today, minutes: null });
  if (!sources.ok) return sources;
  return done(yield* watchSteps(workbook, table.value, sources.value.input), sources.problems);
}
