import type { Problem, Result } from '../problem';
import type { MeteoContent, Weather } from './content';
import type { DraftedTexts, MeteoEdits } from './edits';
import type { HistoryRow } from './history';
import type { MeteoPage } from './page';
import type { MeteoDraft } from './draft';
import type { FactProposal, PlannedAction, PlannedProposal } from './proposals';

/** When météos are due; dates are serials. */
export type Cadence = {
  /** Days between two météos, from the settings. */
  days: number;
  /** The météo before this one, and how many days ago it was made; null for the first one. */
  last: { number: number; weather: Weather; issued: number; sent: number | null; daysAgo: number } | null;
  /** Day before which this one is due; null for the first one. */
  due: number | null;
  /** Days by which it is late, 0 when it is not. */
  lateBy: number;
  /** Day before which the one after is due, once this one is issued. */
  next: number;
};

/** Everything that composing a météo needs, read once: the forecasts are computed, what remains follows typing. */
export type MeteoPreparation = {
  number: number;
  /** Number of the sent météo that this one puts right; null for an ordinary one. */
  corrects: number | null;
  /** Sheet that will be written. */
  sheetName: string;
  /** First and last day of the period, as serials. */
  period: { first: number; last: number; weeks: readonly string[] };
  proposals: readonly FactProposal[];
  planned: readonly PlannedProposal[];
  /** Actions of the journal that are not done. */
  actions: readonly PlannedAction[];
  weather: {
    computed: Weather;
    /** The rule that gave it, in words. */
    rule: string;
    /** Levels that may be printed: one better at most, any worse; the computed one among them. */
    allowed: readonly Weather[];
    previous: { number: number; weather: Weather } | null;
  };
  /** Serials of the open days of the period that have no data. */
  missingDays: readonly number[];
  cadence: Cadence;
  /** What was changed when this météo was generated before; empty for a new one. */
  edits: MeteoEdits;
  /** Remarks about the workbook: settings, examples, the dictionary. */
  problems: readonly Problem[];
  /** What pages are composed from; opaque to the pane. */
  draft: MeteoDraft;
};

/** What a person has to fill in before the météo is complete. */
export type Requirement = 'reason' | 'action' | 'actionRole' | 'actionDue';

export type PreparedPage = {
  page: MeteoPage;
  content: MeteoContent;
  row: HistoryRow;
  drafted: DraftedTexts;
  /** Is an action required (Nuageux or worse, computed or printed)? Is a reason (another level)? */
  required: { action: boolean; reason: boolean };
  /** Required and not filled in yet. */
  lacks: readonly Requirement[];
  remarks: readonly Problem[];
  /** What is shortened to make it one page, in words: `Faits marquants (+ 2 autres, voir Journal)`. Empty when all fits. */
  fit: readonly string[];
};

/**
 * The page with a person's edits, in a few milliseconds: nothing is read and nothing is projected. A level without its
 * reason is shown as computed until there is one. Refused with `does-not-fit` where a text is too long, with
 * `override-too-good` for a level that is not allowed.
 */
export type PageOf = (preparation: MeteoPreparation, edits: MeteoEdits) => Result<PreparedPage>;

/*
 * Actions over these types:
 *   prepareMeteo(port, { language, issued, orientation?, correction? } & TableChoice): Promise<Result<MeteoPreparation>>
 *   pageOf(preparation, edits): Result<PreparedPage>
 *   generateMeteo(port, MeteoRequest & TableChoice): MeteoRequest gains edits? and correction?
 *   markSent(port, { language, number?, today }): Promise<Result<SentOutcome>>
 *   addJournalEntry(port, { language, entry: { kind, text, date, due?, role?, effect?, horizon? } }): Promise<Result<JournalOutcome>>
 *   meteoMail(content, row): { subject, text, html, mailto, shortened }; pdfFileName(content): 'Meteo_Hexalis_014_2026-11-23.pdf'
 */
