import { workbookLanguage } from '../core/client/settings';
import { sheetNameFor } from '../core/consolidation/consolidate';
import { confirmationDraft } from '../core/consolidation/source-mapping';
import { detectSteps } from '../core/detect/detect';
import type { DetectedTable } from '../core/detect/detected';
import { SOURCES_TABLE } from '../core/detect/mapping';
import { changedSince, decided } from '../core/detect/mapping-decide';
import type { Language } from '../core/meteo/content';
import { done, refused, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { vocabulary } from '../core/words/vocabulary';
import type { Outcome } from './outcome';

/** The table as the user saw and corrected it. */
export type ConfirmRequest = { table: DetectedTable; language: Language };

/**
 * Writes what each column of the user's data is into the sheet Sources, and nothing else. Refused when the table changed
 * since it was shown: what was confirmed would not be what is there.
 */
export const confirmMapping = async (port: WorkbookPort, request: ConfirmRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const draft = await port.compute(confirming(read.value, request));
  if (!draft.ok) return draft;
  const written = await port.write(draft.value);
  return written.ok ? done({ made: written.value.sheets, kept: [], problems: [] }) : written;
};

function* confirming(workbook: WorkbookSnapshot, { table, ...request }: ConfirmRequest): Steps<Result<WorkbookDraft>> {
  const language = workbookLanguage(workbook, request.language);
  const changed = changedSince(table, yield* detectSteps(workbook));
  if (changed) return refused(changed);
  yield undefined;
  const free = sheetNameFor(workbook, SOURCES_TABLE, vocabulary(language).sheets.sources, new Set());
  return done(confirmationDraft(workbook, decided(table), free, language));
}
