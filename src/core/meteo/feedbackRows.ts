import { readFeedback } from '../client/feedback';
import type { Place } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';

/** Feedback of the client that waits for an answer. */
export type OpenFeedback = { date: number | null; text: string; place: Place };

/**
 * What the client complained of and nobody has answered, in the order of the rows of `tblRetours`; none without the table.
 * Satisfied and neutral feedback is none, nor is an example of the template.
 */
export const openFeedback = (workbook: WorkbookSnapshot): readonly OpenFeedback[] =>
  readFeedback(workbook)
    .filter(({ mood, state }) => mood === 'unhappy' && state !== 'done')
    .map(({ date, text, place }) => ({ date, text, place }));
