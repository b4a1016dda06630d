import type { Language } from '../core/meteo/content';
import { overviewSteps, type Overview } from '../core/overview/overview';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';

/** `now`: serial of the moment, the time of day as its fraction. */
type OverviewRequest = { language: Language; now: number };

/** What a workbook holds and what there is to do with it. Nothing is written. */
export const readOverview = async (port: WorkbookPort, request: OverviewRequest): Promise<Result<Overview>> => {
  const read = await port.read();
  return read.ok ? port.compute(looking(read.value, request)) : read;
};

function* looking(workbook: WorkbookSnapshot, { language, now }: OverviewRequest): Steps<Result<Overview>> {
  return done(yield* overviewSteps(workbook, now, language));
}
