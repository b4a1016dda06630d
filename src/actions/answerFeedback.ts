import type { FeedbackEntry } from '../core/client/feedback';
import { shownDissatisfaction } from '../core/client/feedback-journal';
import { answeredRow } from '../core/client/feedback-sheet';
import { workbookLanguage } from '../core/client/settings';
import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Outcome } from './outcome';

/** `show`: the next météo shows it as a treated dissatisfaction. `today`: serial of the day of the answer. */
type AnswerRequest = { entry: FeedbackEntry; answer: string; show: boolean; language: Language; today: number };

/**
 * Writes an answer, its status and its day into the row of the feedback, and where asked its row of the journal, all in one
 * write. Refused, with nothing written, where the row is not what was read any more.
 */
export const answerFeedback = async (port: WorkbookPort, request: AnswerRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const { entry, answer, show } = request;
  const language = workbookLanguage(read.value, request.language);
  const today = Math.floor(request.today);
  const row = answeredRow(read.value, entry, answer, today);
  if (!row.ok) return row;
  const journal = show ? shownDissatisfaction(read.value, entry, today, language, today) : done(null);
  if (!journal.ok) return journal;
  const written = await port.write({ sheets: [row.value, ...(journal.value ? [journal.value] : [])], names: [] });
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: [] });
};
