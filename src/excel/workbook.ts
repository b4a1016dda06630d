import { done, refused } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { ExcelClient } from './client';
import { attempt, problemOf } from './errors';
import { rangeOf } from './range';
import { readWorkbook } from './read';

/**
 * The open workbook, as the actions see it. `new RequestContext()` rather than `Excel.run`: nothing is tracked across
 * round trips here, and `run` would end each with a request of its own to let go of the ranges.
 *
 * A write relies on the latest read for what is there already; it reads first when there was none.
 */
export const excelWorkbook = (client: ExcelClient): WorkbookPort => {
  let latest: WorkbookSnapshot | null = null;
  const port: WorkbookPort = {
    async read(request) {
      const read = await readWorkbook(client, request);
      if (read.ok && request?.sheets === undefined) latest = read.value;
      return read;
    },
    async write(draft) {
      const before = latest ? done(latest) : await port.read();
      if (!before.ok) return before;
      latest = null;
      // Writing is much code, and the pane opens before anything is written.
      const { writeWorkbook } = await import('./write');
      return writeWorkbook(client, draft, before.value);
    },
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
  };
  return port;
};
