import { done, problem, refused, type Problem, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import { isBlankSheet, type WorkbookSnapshot } from '../core/sheet/snapshot';
import { listed } from '../core/sheet/undo';
import type { WriteOutcome } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { Capture } from './capture';
import type { ExcelClient } from './client';
import type { Conversation } from './conversation';
import { attempt, problemOf, refusedWhole } from './errors';
import { capabilities } from './requirementSets';
import { restore } from './undo';
import { countCells } from './writeCells';
import { notesToWrite } from './writeNotes';
import { BYTES_PER_TRIP, obstacle, planSheet, requests, stepsOf, type SheetPlan, type Step } from './writePlan';

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

/** A writing on its way: its round trips, what it writes, and what it found. */
type Writing = {
  client: ExcelClient;
  conversation: Conversation;
  draft: WorkbookDraft;
  plans: readonly SheetPlan[];
  snapshot: WorkbookSnapshot;
  capture: Capture | null;
};

/** Whether all that the writing does can be taken back: it only adds, or it remembers what was there. */
const canPutBack = ({ draft, plans, snapshot, capture }: Writing): boolean =>
  Boolean(capture?.foundBefore()) ||
  (plans.every((plan) => !plan.before || isBlank(plan, snapshot)) &&
    !draft.names.some(({ name }) => snapshot.names.some((known) => known.name.toLowerCase() === name.toLowerCase())));

/** Takes back what `reached` steps did, on sheets that were there too; false where these cannot be put back as they were. */
const putBack = async ({ client, conversation, draft, plans, snapshot, capture }: Writing, reached: number): Promise<boolean> => {
  const receipt = capture?.foundBefore();
  const restored =
    receipt &&
    (await attempt(async () => {
      const context = conversation.context();
      await conversation.during(restore(context.workbook, receipt));
      await context.sync();
    }));
  const untouched = await takeBack(client, draft, plans, snapshot, reached);
  return untouched || (restored !== undefined && restored !== null && !('error' in restored));
};

/** Why what is written has to go again: it was cancelled, or went over what somebody else had just changed. Null when it may stay. */
const regret = async ({ conversation, capture }: Writing): Promise<Problem | null> => {
  if (conversation.cancelled) return problem('cancelled', {});
  const changed = capture && (await conversation.during(capture.changedMeanwhile()));
  return changed ? problem('changed-while-reading', { cells: listed(changed.cells) }, { sheet: changed.sheet }) : null;
};

/** Sends the steps, request by request. The answer is the problem that stopped it, null when all is written. */
const send = async (writing: Writing, steps: readonly Step[]): Promise<Problem | null> => {
  const { conversation, capture, draft } = writing;
  const groups = requests(steps, BYTES_PER_TRIP);
  const sheets = draft.sheets.length;
  let written = 0;
  for (const [index, group] of groups.entries()) {
    const sent = await attempt(async () => {
      const context = conversation.context();
      if (index === 0 && capture) await conversation.during(capture.before(context.workbook));
      for (const step of group) {
        const statements = step.run(context.workbook);
        if (statements) await conversation.during(statements);
        context.trace('step');
        await conversation.pause();
      }
      if (index === groups.length - 1 && capture) await conversation.during(capture.after(context.workbook));
      await conversation.sync(context, 'writing', Math.floor((sheets * written) / steps.length), sheets);
    });
    if ('error' in sent) {
      const { error } = sent;
      const reached = written + (refusedWhole(error) ? 0 : error.reached.length);
      if (reached === 0 || (await putBack(writing, reached))) return problemOf(error);
      return problem('stopped-halfway', {
        written: reached,
        total: steps.length,
        cause: (error.message || error.code).replace(/\.$/, ''),
      });
    }
    written += group.length;
    const reason = await regret(writing);
    // What cannot be taken back is finished: the workbook is never left between two states.
    if (reason && canPutBack(writing) && (await putBack(writing, written))) return reason;
  }
  conversation.progress('writing', sheets, sheets);
  return null;
};

/**
 * Writes all drafts in one round trip, plus one for each further 4 MB. What is there already is known from the snapshot
 * that the drafts were made from. Obstacles that can be seen before (protection, a sheet that is somebody's) refuse the
 * whole. Excel stops at the first statement that fails and keeps those before it: what was added is then taken back, what was
 * changed is put back where it was remembered, and the problem says how far it got otherwise. Each step leaves a trace in the
 * client, so that the number is known and not guessed.
 */
export const writeWorkbook = async (
  client: ExcelClient,
  conversation: Conversation,
  draft: WorkbookDraft,
  snapshot: WorkbookSnapshot,
): Promise<Result<WriteOutcome>> => {
  const { options } = conversation;
  const capable = capabilities(client);
  if (!capable.ok) return capable;
  const plans = draft.sheets.map((sheet) => planSheet(sheet, snapshot, capable.value));
  const hindered = obstacle(plans, snapshot);
  if (hindered) return refused(hindered);
  const wanted = capable.value.notes ? draft.sheets.filter(({ notes }) => notes !== undefined && notes.length > 0) : [];
  const notes = await attempt(() => notesToWrite(conversation, wanted, snapshot));
  if ('error' in notes) return refused(problemOf(notes.error));
  const isNew = (plan: SheetPlan): boolean => !plan.before || isBlank(plan, snapshot);
  const remembers = options.onWritten !== undefined || options.signal !== undefined;
  const capture = remembers ? await conversation.during(Capture.of(draft, plans, isNew, snapshot, notes.value)) : null;
  const steps = await conversation.during(stepsOf(draft, plans, snapshot, notes.value));
  const stopped = await send({ client, conversation, draft, plans, snapshot, capture }, steps);
  if (stopped) return refused(stopped);
  options.onWritten?.(capture ? await conversation.during(capture.receipt()) : null);
  return done({ sheets: draft.sheets.map(({ name }) => name), cells: await conversation.during(cellsOf(draft)) });
};

/** Cells that the drafts write. */
function* cellsOf({ sheets }: WorkbookDraft): Steps<number> {
  let count = 0;
  for (const sheet of sheets) count += yield* countCells(sheet);
  return count;
}
