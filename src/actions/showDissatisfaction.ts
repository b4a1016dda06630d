import type { FeedbackEntry } from '../core/client/feedback';
import { shownDissatisfaction } from '../core/client/feedback-journal';
import { workbookLanguage } from '../core/client/settings';
import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Outcome } from './outcome';

/** `today`: serial of the day, for feedback that has none. */
type ShowRequest = { entry: FeedbackEntry; language: Language; today: number };

/**
 * Writes an unhappy client's feedback into the journal, so that the next météo shows it: open while nobody has answered it,
 * treated since its answer otherwise. Run twice, the second finds its row and writes nothing.
 */
export const showDissatisfaction = async (port: WorkbookPort, request: ShowRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const { entry, today } = request;
  const language = workbookLanguage(workbook, request.language);
  const answered = entry.state === 'done' ? (entry.answered ?? Math.floor(today)) : null;
  const sheet = shownDissatisfaction(workbook, entry, answered, language, today);
  if (!sheet.ok) return sheet;
  if (!sheet.value) return done({ made: [], kept: ['tblJournal'], problems: [] });
  const written = await port.write({ sheets: [sheet.value], names: [] });
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: [] });
};
