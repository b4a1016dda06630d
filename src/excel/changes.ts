import type { ExcelClient } from './client';
import { attempt } from './errors';

/** Cells or sheets were changed by somebody or something: `remote` where that was a co-author. */
export type WorkbookChange = { remote: boolean };

/** Ends the telling. */
export type StopWatching = () => Promise<void>;

/**
 * Tells of each change of the workbook's cells and sheets, the add-in's own among them: the pane's, and those of the ribbon's
 * functions, which no property tells apart. Resolves once Excel tells; null where it does not, and who wants to know has to look
 * by himself. Worksheet events of a collection are in ExcelApi 1.9.
 */
export const watchChanges = async (
  { Excel, Office }: ExcelClient,
  listener: (change: WorkbookChange) => void,
): Promise<StopWatching | null> => {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) return null;
  const told = (event: { source: Excel.EventSource | 'Local' | 'Remote' }): Promise<void> => {
    listener({ remote: event.source === Excel.EventSource.remote });
    return Promise.resolve();
  };
  const watched = await attempt(async () => {
    const context = new Excel.RequestContext();
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onChanged.add(told), worksheets.onAdded.add(told), worksheets.onDeleted.add(told)];
    await context.sync();
    return { context, handlers };
  });
  if ('error' in watched) return null;
  const { context, handlers } = watched.value;
  return async () => {
    for (const handler of handlers) handler.remove();
    // The workbook may be closed by now: it tells nobody any more either way.
    await attempt(() => context.sync());
  };
};
