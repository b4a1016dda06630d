import { shownSeries } from './feedback-source';
import type { Language } from '../meteo/content';
import { readHistory } from '../meteo/history';
import { placedJournal } from '../meteo/journal';
import { cadenceFor, pagePeriods, spanOf } from '../meteo/pagePeriods';
import { meteoDue } from '../overview/meteoDue';
import { closedHolidays } from '../period/closed-holidays';
import { areaName, type Area } from '../sheet/address';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, type Steps } from '../steps';
import { FEEDBACK_TABLE, readFeedback, sortFeedback, type FeedbackEntry } from './feedback';
import { dissatisfactionOf, shownAnsweredIn } from './feedback-journal';
import { proposeReply, type ProposedReply } from './feedback-reply';
import { USUAL_CADENCE } from './cadence';
import { readSettings } from './settings';

/** Feedback that waits for an answer. `shown`: the journal has it as a dissatisfaction that the client reads. */
export type OpenFeedbackView = { entry: FeedbackEntry; shown: boolean; reply: ProposedReply };

/** Feedback that was answered; `meteo`: the number of the météo that said so, null for none. */
type DoneFeedbackView = { entry: FeedbackEntry; shown: boolean; meteo: number | null };

/** The client's feedback in a workbook, with what can be answered. */
export type FeedbackView = {
  /** The oldest first. */
  open: readonly OpenFeedbackView[];
  /** The latest first. */
  done: readonly DoneFeedbackView[];
  /** Where it stands; null where the workbook has no table of feedback. */
  table: { sheet: string; area: Area; address: string } | null;
  /** Number of the météo that is to be sent next. */
  meteo: number;
  /** Labels of the KPIs that feedback can be about. */
  subjects: readonly string[];
  readOnly: boolean;
};

/**
 * All that the client's page says, from one reading of the workbook. Replies are drafted in the language of the workbook's
 * settings, `language` without any; `now` is the serial of the moment. Nothing is written.
 */
export const feedbackView = (workbook: WorkbookSnapshot, now: number, language: Language): FeedbackView =>
  atOnce(feedbackViewSteps(workbook, now, language));

/** The same in steps of some milliseconds. */
export function* feedbackViewSteps(workbook: WorkbookSnapshot, now: number, language: Language): Steps<FeedbackView> {
  const today = Math.floor(now);
  const settings = readSettings(workbook, language);
  const { open, done } = sortFeedback(readFeedback(workbook));
  const journal = placedJournal(workbook);
  const history = readHistory(workbook);
  const found = findTable(workbook, FEEDBACK_TABLE);
  const { series, coverage } = yield* shownSeries(workbook, language);
  const cadence = cadenceFor(settings?.cadence ?? USUAL_CADENCE, coverage?.step ?? 'day');
  const closedDays = settings?.closedDays ?? [];
  const service = coverage && {
    coverage,
    closedDays: [...closedDays, ...closedHolidays(coverage, settings ?? {}, today)],
  };
  const sources = {
    journal,
    series,
    span: spanOf(pagePeriods(today, cadence, service).current),
    today,
    language: settings?.language ?? language,
  };
  return {
    open: open.map((entry) => ({
      entry,
      shown: dissatisfactionOf(journal, entry) !== null,
      reply: proposeReply(entry, sources),
    })),
    done: done.map((entry) => {
      const row = dissatisfactionOf(journal, entry);
      return { entry, shown: row !== null, meteo: shownAnsweredIn(row, entry.answered, history) };
    }),
    table: found && {
      sheet: found.sheet.name,
      area: found.table.area,
      address: `${found.sheet.name}!${areaName(found.table.area)}`,
    },
    meteo: meteoDue(history, cadence, now, service).number,
    subjects: series.map(({ kpi }) => kpi.label),
    readOnly: workbook.readOnly,
  };
}
