import { lackingKey } from '../kpi/past-thresholds';
import { done, problem, refused, type Result } from '../problem';
import type { Steps } from '../steps';
import { isoDate } from '../words/dates';
import { vocabulary } from '../words/vocabulary';
import { chartTitle } from './composeChart';
import { figureFactsSteps, type FigureFact } from './composeFacts';
import { greenSteps } from './composeGreen';
import type { MeteoContent } from './content';
import type { MeteoEdits } from './edits';
import type { HistoryRow } from './history';
import type { MeteoInput } from './input';
import { pageEntries, type PageEntries } from './journal';
import { oldDataOf, withoutProjection, type OldData } from './oldData';
import { beginsAfter, spanOf, type PagePeriods } from './pagePeriods';
import { keyFigureOf, printedFirst } from './printedKpis';
import { proposeFacts, type FactProposal } from './proposals';
import { daysOf } from '../period/expectedDays';
import { standingsSteps, type Standing } from './standing';

/**
 * What pages are composed from: the input, and all that does not depend on a person's edits worked out: the forecasts, the
 * green frame, the facts of the figures. From here a page takes milliseconds.
 */
export type MeteoDraft = {
  input: MeteoInput;
  periods: PagePeriods;
  standings: readonly Standing[];
  keyFigure: Standing;
  old: OldData | null;
  number: number;
  sheetName: string;
  /** The météo before this one. */
  previous: HistoryRow | null;
  /** The sent météo of the same period that this one puts right. */
  corrects: HistoryRow | null;
  days: { required: readonly number[]; missing: readonly number[] };
  green: MeteoContent['green'];
  /** Beginning of the note above the chart, which a person may write otherwise. */
  chartTitle: string;
  /** First day whose facts are news. */
  since: number;
  /** Facts of the journal, the feedback and the figures. */
  facts: readonly FactProposal[];
  figureFacts: readonly FigureFact[];
  entries: PageEntries;
  /** Those that the page is composed with when no others are given. */
  edits: MeteoEdits;
};

type InHistory = Pick<MeteoDraft, 'number' | 'previous' | 'corrects'> & { same: HistoryRow | null };

/** The météo before this one, the one of the same period when it was made already, and the number of this one. */
const inHistory = ({ history, correction }: MeteoInput, start: number): Result<InHistory> => {
  const previous = history.filter((row) => row.start < start).at(-1) ?? null;
  const latest = history.filter((row) => row.start === start).at(-1) ?? null;
  const next = Math.max(0, ...history.map((row) => row.number)) + 1;
  const corrects = history.filter((row) => row.start === start && row.sent !== null).at(-1) ?? null;
  if (correction && !corrects) return refused(problem('meteo-not-sent', { number: latest?.number ?? null }));
  if (!latest) return done({ number: next, previous, corrects: null, same: null });
  if (latest.sent === null) {
    return done({ number: latest.number, previous, corrects, same: latest });
  }
  if (!correction) return refused(problem('meteo-sent', { number: latest.number }));
  return done({ number: next, previous, corrects: latest, same: null });
};

/** The days that the page is to have and those it lacks; none before the service began. */
const daysOfPage = ({ coverage, settings }: MeteoInput, periods: PagePeriods): MeteoDraft['days'] =>
  beginsAfter(periods, coverage) === null
    ? daysOf(spanOf(periods.current), coverage, settings.closedDays)
    : { required: [], missing: [] };

/** The sheet's name says the day; a page made on the day of a sent one, which stays as it is, says its number too. */
const sheetNameOf = ({ language, issued, history }: MeteoInput, number: number): string => {
  const name = `${vocabulary(language).sheets.meteo} ${isoDate(issued)}`;
  const isFrozen = history.some((row) => row.sent !== null && row.number !== number && row.sheet === name);
  return isFrozen ? `${name} (${number})` : name;
};

/**
 * Drafts a météo, in slices. Refused without key KPI, for a period that was sent already unless a correction is asked for, for a
 * correction of what was not sent.
 */
export function* draftSteps(input: MeteoInput): Steps<Result<MeteoDraft>> {
  if (input.quarterly) return refused(problem('meteo-quarters', {}));
  const { periods, standings: known } = yield* standingsSteps(input, { ...printedFirst(input), alone: true });
  const old = oldDataOf(input.coverage, periods);
  const standings = old ? known.map(withoutProjection) : known;
  const keyFigure = keyFigureOf(standings, input.settings.keyFigure);
  const kpis = input.kpis.map(({ kpi }) => kpi);
  const isWritten = kpis.some(({ definition }) => definition !== undefined);
  if (!keyFigure) return refused(lackingKey(kpis, isWritten) ?? problem('no-key-kpi', { written: isWritten }));
  const span = spanOf(periods.current);
  const made = inHistory(input, span.start);
  if (!made.ok) return made;
  const { number, previous, corrects, same } = made.value;
  const since = previous?.issued ?? span.start;
  const entries = pageEntries(input.journal, since, input.issued);
  const figureFacts = yield* figureFactsSteps(input, standings, periods);
  yield undefined;
  const green = yield* greenSteps(input, keyFigure, standings, periods, old);
  yield undefined;
  return done({
    input,
    periods,
    standings,
    keyFigure,
    old,
    number,
    sheetName: sheetNameOf(input, number),
    previous,
    corrects,
    days: daysOfPage(input, periods),
    green,
    chartTitle: chartTitle(keyFigure, periods.last, input.language),
    since,
    facts: proposeFacts(input, entries, figureFacts),
    figureFacts,
    entries,
    edits: input.edits ?? same?.edits ?? {},
  });
}
