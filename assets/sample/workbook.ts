import type { WorkbookDraft } from '../../src/core/sheet/draft';
import { sampleDays } from './days';
import { dailySheet } from './dailySheet';
import { journalSheet } from './journalSheet';
import { notesSheet, oldSheet, summarySheet, teamSheet } from './otherSheets';

/** The sheet that a new workbook begins with; the provider's first sheet takes its place. */
const FIRST_SHEET = 'Feuil1';

/**
 * The sample: the workbook of an inbound call-centre service as its provider keeps it. One wide daily sheet under titles
 * and merged group headers, rates beside their parts, a totals row and a stray note at its end; a summary with the
 * provider's own chart; the team, notes, a journal; last year's sheet, hidden.
 */
export const sampleWorkbook = (): WorkbookDraft => {
  const days = sampleDays();
  return {
    sheets: [
      { ...dailySheet(days), existing: FIRST_SHEET },
      summarySheet(days),
      teamSheet(),
      journalSheet(),
      notesSheet(),
      oldSheet(),
    ],
    names: [],
  };
};
