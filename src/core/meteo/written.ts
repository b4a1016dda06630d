import { done, type Result } from '../problem';
import type { WorkbookDraft } from '../sheet/draft';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { ComposedMeteo } from './compose';
import { historyWith } from './historySheet';
import { journalWith } from './journalSheet';
import type { MeteoPage } from './page';
import { meteoSheet } from './sheet';
import type { MeteoSources } from './sources';
import { takeOver } from './takeOver';

/**
 * All that generating a météo writes, in one go: what the workbook lacks, the rows that a person added to the journal, the row
 * of the history, the page and its names.
 */
export const writtenMeteo = (
  workbook: WorkbookSnapshot,
  { input, lacking, names }: MeteoSources,
  { row, newEntries }: ComposedMeteo,
  page: MeteoPage,
): Result<WorkbookDraft> => {
  const journal = journalWith(workbook, newEntries, input.language);
  if (!journal.ok) return journal;
  const sheet = meteoSheet(page);
  const pages = takeOver(sheet.sheets, row, input.history, workbook);
  const history = historyWith(workbook, row, input.language);
  const entries = journal.value.draft ? [journal.value.draft] : [];
  return done({ sheets: [...lacking, ...entries, history, ...pages], names: [...names, ...sheet.names] });
};
