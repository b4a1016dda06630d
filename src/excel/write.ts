import { done, problem, refused, type Problem, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WriteOutcome } from '../core/sheet/workbook';
import type { ExcelClient } from './client';
import { attempt, problemOf, refusedWhole, type HostError } from './errors';
import { capabilities } from './requirementSets';
import { countCells } from './writeCells';
import { BYTES_PER_TRIP, obstacle, planSheet, requests, stepsOf } from './writePlan';

/**
 * What to say of a refused write: the cause alone when nothing was written; how far it got otherwise. Each step leaves a
 * trace in the client, so that the number is known and not guessed.
 */
const failure = (error: HostError, before: number, total: number): Problem => {
  const written = before + (refusedWhole(error) ? 0 : error.reached.length);
  if (written === 0) return problemOf(error);
  return problem('stopped-halfway', { written, total, cause: error.message || error.code });
};

/**
 * Writes all drafts in one round trip, plus one for each further 4 MB. What is there already is known from the snapshot
 * that the drafts were made from. Obstacles that can be seen before (protection, a sheet that is somebody's) refuse the
 * whole; Excel stops at the first statement that fails and keeps those before it, and then the problem says so.
 */
export const writeWorkbook = async (
  client: ExcelClient,
  draft: WorkbookDraft,
  snapshot: WorkbookSnapshot,
): Promise<Result<WriteOutcome>> => {
  const capable = capabilities(client);
  if (!capable.ok) return capable;
  const plans = draft.sheets.map((sheet) => planSheet(sheet, snapshot, capable.value));
  const hindered = obstacle(plans, snapshot);
  if (hindered) return refused(hindered);
  const steps = stepsOf(draft, plans, snapshot);
  let written = 0;
  for (const group of requests(steps, BYTES_PER_TRIP)) {
    const sent = await attempt(async () => {
      const context = new client.Excel.RequestContext();
      for (const step of group) {
        step.run(context.workbook);
        context.trace('step');
      }
      await context.sync();
    });
    if ('error' in sent) return refused(failure(sent.error, written, steps.length));
    written += group.length;
  }
  return done({
    sheets: draft.sheets.map(({ name }) => name),
    cells: draft.sheets.reduce((sum, { blocks }) => sum + countCells(blocks ?? []), 0),
  });
};
