import type { Kpi } from '../kpi/kpi';
import type { Coverage } from '../period/coverage';
import type { CalendarRules } from '../period/planned';
import type { Place } from '../problem';
import type { Language, Orientation } from './content';
import type { OpenFeedback } from './feedbackRows';
import type { HistoryRow } from './history';
import type { JournalEntry } from './journal';
import type { MeteoEdits } from './edits';

/** A stretch of whole days: `end` is the serial of the day after the last one. A `Period` is one. */
export type Span = { start: number; end: number };

/** One KPI with what the rows say of it for any stretch of days; rates are Σ over Σ, never means of rates. */
export type KpiSeries = {
  kpi: Kpi;
  /** In the KPI's own unit; null where there is no figure. */
  valueOf: (span: Span) => number | null;
  /** Numerator and denominator of a ratio. */
  partsOf?: (span: Span) => { numerator: number | null; denominator: number | null };
  /** Names of the two, as their columns are called. */
  partLabels?: { numerator: string; denominator: string };
  /** The cell of the source that holds its figure of a day. */
  placeOf?: (day: number) => Place | null;
  /** Live formula that gives the value over a divisor, which brings it to its cell's unit; undefined for none. */
  formulaOf?: (span: Span, divisor: number) => string | undefined;
};

/** What `tblParam` holds, as far as the page prints it or projects by it. */
type MeteoSettings = Partial<Omit<CalendarRules, 'closedDays'>> & {
  client: string;
  provider: string;
  contract: string;
  /** Days between two météos, 7 to 15. */
  cadence: number;
  /** Dictionary id of the figure in the green frame's head; absent: the first key KPI that has an objective. */
  keyFigure?: string;
  /** Serials of days on which the service was closed. */
  closedDays: readonly number[];
  /** Print how long the page took? */
  printMinutes: boolean;
};

export type MeteoInput = {
  language: Language;
  orientation: Orientation;
  settings: MeteoSettings;
  /** In the dictionary's order. */
  kpis: readonly KpiSeries[];
  /** Days that the source speaks of. */
  coverage: Coverage;
  /** Where the figures come from, as the reader knows it: `feuille « Suivi »`. */
  source: string;
  journal: readonly JournalEntry[];
  /** Feedback of the client that nobody has answered. */
  feedback: readonly OpenFeedback[];
  /** Has anybody ever written in the workbook's journal, and noted feedback? Absent: both. */
  kept?: { journal: boolean; feedback: boolean };
  history: readonly HistoryRow[];
  /** Serial of the day of issue, the time of day as its fraction where known. */
  issued: number;
  /** Minutes of preparation; null when not measured. */
  minutes: number | null;
  /** What a person changed; null: what was changed when the same météo was made before, if it was. */
  edits: MeteoEdits | null;
  /** Make a page that puts right a sent one of the same period, under a number of its own. */
  correction?: boolean;
  /** The page is sent as it is made. */
  sent?: boolean;
  /** Each row of the data stands for a quarter, of which no page is made. */
  quarterly?: boolean;
};
