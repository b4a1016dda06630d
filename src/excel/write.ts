import { done, problem, refused, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import { isBlankSheet, type WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WriteOutcome } from '../core/sheet/workbook';
import type { ExcelClient } from './client';
import { attempt, problemOf, refusedWhole } from './errors';
import { capabilities } from './requirementSets';
import { countCells } from './writeCells';
import { notesToWrite } from './writeNotes';
import { BYTES_PER_TRIP, obstacle, planSheet, requests, stepsOf, type SheetPlan } from './writePlan';

/** A workbook's only sheet, with nothing on it: a new workbook begins so, and a draft may take its place. */
const isBlank = ({ before }: SheetPlan, { sheets }: WorkbookSnapshot): boolean =>
  before !== undefined && sheets.length === 1 && isBlankSheet(before);

/**
 * Takes back what a write that stopped after `reached` steps had added: its new sheets and names are nobody's work yet. The
 * steps begin with one for each sheet: a sheet whose own was not reached is somebody else's, made since the read. A blank sheet
 * that a draft had taken is replaced by one as blank. True when nothing else had been touched, so that the workbook is as
 * it was.
 */
const takeBack = async (
  { Excel }: ExcelClient,
  draft: WorkbookDraft,
  plans: readonly SheetPlan[],
  snapshot: WorkbookSnapshot,
  reached: number,
): Promise<boolean> => {
  const isNew = (plan: SheetPlan): boolean => !plan.before || isBlank(plan, snapshot);
  const added = plans.slice(0, reached).filter(isNew);
  const blank = added.find(({ before }) => before)?.before;
  const known = new Set(snapshot.names.map(({ name }) => name.toLowerCase()));
  const opening = reached <= plans.length;
  const named = (opening ? [] : draft.names).map(({ name }) => name).filter((name) => !known.has(name.toLowerCase()));
  const removed = await attempt(async () => {
    const context = new Excel.RequestContext();
    const { workbook } = context;
    for (const name of named) workbook.names.getItemOrNullObject(name).delete();
    const replacement = blank && workbook.worksheets.add();
    for (const plan of added) workbook.worksheets.getItemOrNullObject(plan.draft.name).delete();
    if (replacement) replacement.name = blank.name;
    await context.sync();
  });
  const untouched = plans.slice(0, reached).every(isNew) && (opening || draft.names.length === named.length);
  return !('error' in removed) && untouched;
};

/**
 * Writes all drafts in one round trip, plus one for each further 4 MB. What is there already is known from the snapshot
 * that the drafts were made from. Obstacles that can be seen before (protection, a sheet that is somebody's) refuse the
 * whole. Excel stops at the first statement that fails and keeps those before it: what was added is then taken back, and
 * the problem says how far it got when sheets that were there had been touched. Each step leaves a trace in the client, so
 * that the number is known and not guessed.
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
  const wanted = capable.value.notes ? draft.sheets.filter(({ notes }) => notes !== undefined && notes.length > 0) : [];
  const notes = await attempt(() => notesToWrite(() => new client.Excel.RequestContext(), wanted, snapshot));
  if ('error' in notes) return refused(problemOf(notes.error));
  const steps = stepsOf(draft, plans, snapshot, notes.value);
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
    if ('error' in sent) {
      const { error } = sent;
      const reached = written + (refusedWhole(error) ? 0 : error.reached.length);
      if (reached === 0 || (await takeBack(client, draft, plans, snapshot, reached))) return refused(problemOf(error));
      return refused(problem('stopped-halfway', { written: reached, total: steps.length, cause: error.message || error.code }));
    }
    written += group.length;
  }
  return done({
    sheets: draft.sheets.map(({ name }) => name),
    cells: draft.sheets.reduce((sum, sheet) => sum + countCells(sheet), 0),
  });
};
