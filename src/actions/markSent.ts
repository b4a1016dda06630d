import type { Language } from '../core/meteo/content';
import { frozenPage, meteoToSend, sentInHistory, type ChangedCell } from '../core/meteo/freeze';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';

/** `today`: serial of the day it is. `number` absent: the latest météo that is not sent. */
type SentRequest = { language: Language; number?: number; today: number };

/** The météo that is sent, since when, and the cells that marking it changed, with what stood in them. */
export type SentOutcome = { number: number; sent: number; sheet: string | null; changed: readonly ChangedCell[] };

/**
 * Marks a météo as sent: its page shows for ever what it showed, and the history says the day. Marked again, nothing changes.
 * A page whose sheet is gone is marked all the same, and a remark says so.
 */
export const markSent = async (port: WorkbookPort, request: SentRequest): Promise<Result<SentOutcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const found = meteoToSend(read.value, request.number);
  if (!found.ok) return found;
  const { row, sheet } = found.value;
  if (row.sent !== null) return done({ number: row.number, sent: row.sent, sheet, changed: [] });
  const live = sheet === null ? null : await port.read({ sheets: [sheet], formulas: true });
  if (live?.ok === false) return live;
  const pages = (live?.value.sheets ?? [])
    .filter(({ name }) => name === sheet)
    .map((page) => frozenPage(page, row, request.today));
  const history = sentInHistory(read.value, row, request.today, request.language);
  const sheets = [...pages.map(({ draft }) => draft), history.draft];
  const written = await port.write({ sheets, names: [] });
  if (!written.ok) return written;
  const changed = [...pages.flatMap((page) => page.changed), ...history.changed];
  return done({ number: row.number, sent: request.today, sheet, changed }, found.problems);
};
