import { done, refused } from '../core/problem';
import type { RunOptions } from '../core/sheet/run';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { RunnableWorkbook } from '../core/sheet/workbook';
import type { ExcelClient } from './client';
import { computeInSlices, pagePace, type Pace } from './compute';
import { Conversation } from './conversation';
import { attempt, problemOf } from './errors';
import { rangeOf } from './range';
import { readWorkbook } from './read';

/** What was read last, by whatever run. */
type Latest = { snapshot: WorkbookSnapshot | null };

const workbookOf = (client: ExcelClient, latest: Latest, pace: Pace, options: RunOptions): RunnableWorkbook => {
  const port: RunnableWorkbook = {
    async read(request) {
      const read = await readWorkbook(new Conversation(client, options, pace), request);
      if (read.ok && request?.sheets === undefined) latest.snapshot = read.value;
      return read;
    },
    async write(draft) {
      const before = latest.snapshot ? done(latest.snapshot) : await port.read();
      if (!before.ok) return before;
      latest.snapshot = null;
      // Writing is much code, and the pane opens before anything is written.
      const { writeWorkbook } = await import('./write');
      const written = await writeWorkbook(client, new Conversation(client, options, pace), draft, before.value);
      // Refused while a cell is edited, it is tried again: what is typed meanwhile must be seen as a change.
      if (!written.ok && written.problem.code === 'cell-editing') latest.snapshot = before.value;
      return written;
    },
    compute: (work) => computeInSlices(work, options, pace),
    async select(sheet, area) {
      const selected = await attempt(async () => {
        const context = new client.Excel.RequestContext();
        const target = context.workbook.worksheets.getItem(sheet);
        target.activate();
        rangeOf(target, area).select();
        await context.sync();
      });
      return 'error' in selected ? refused(problemOf(selected.error)) : done(null);
    },
    with: (more) => workbookOf(client, latest, pace, { ...options, ...more }),
    async undo(receipt) {
      latest.snapshot = null;
      const { undoWrite } = await import('./undo');
      return undoWrite(new Conversation(client, options, pace), receipt);
    },
  };
  return port;
};

/**
 * The open workbook, as the actions see it. `new RequestContext()` rather than `Excel.run`: nothing is tracked across
 * round trips here, and `run` would end each with a request of its own to let go of the ranges.
 *
 * A write relies on the latest read for what is there already; it reads first when there was none.
 */
export const excelWorkbook = (client: ExcelClient, pace: Pace = pagePace): RunnableWorkbook =>
  workbookOf(client, { snapshot: null }, pace, {});
