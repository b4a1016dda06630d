import { feedbackWith, type NewFeedback } from '../core/client/feedback-sheet';
import { workbookLanguage } from '../core/client/settings';
import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Outcome } from './outcome';

/** `entry` null: only the table, where the workbook has none. `language`: where the settings do not say one. */
type AddFeedbackRequest = { entry: NewFeedback | null; language: Language };

/** Writes down what the client said, as a row of `tblRetours`, which is made where the workbook has none. */
export const addFeedback = async (port: WorkbookPort, { entry, language }: AddFeedbackRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const sheet = feedbackWith(workbook, entry ? [entry] : [], workbookLanguage(workbook, language));
  if (!sheet.ok) return sheet;
  if (!sheet.value) return done({ made: [], kept: ['tblRetours'], problems: [] });
  const written = await port.write({ sheets: [sheet.value], names: [] });
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: [] });
};
