import { done, problem, refused, type Problem, type Result } from '../problem';
import { atOnce, type Steps } from '../steps';
import { composeDraft } from './compose';
import type { MeteoContent, Weather } from './content';
import { draftSteps, type MeteoDraft } from './draft';
import type { DraftedTexts, MeteoEdits } from './edits';
import { factsWithEdits } from './factsWithEdits';
import type { HistoryRow } from './history';
import type { MeteoInput } from './input';
import type { JournalEntry } from './journal';
import { layoutMeteo } from './layout';
import type { MeteoPage } from './page';
import { firstDayOf, spanOf } from './pagePeriods';
import { proposePlanned, type FactProposal, type PlannedAction, type PlannedProposal } from './proposals';
import { allowedWeathers, needsAction, type WeatherRule } from './weather';

/** When météos are due; dates are serials. */
type Cadence = {
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
  /** First and last day of the period, as serials, and the keys of its weeks. */
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
  /** Serials of the open days of the period that have no data; none where a row is more than a day: the remarks say what is missing. */
  missingDays: readonly number[];
  cadence: Cadence;
  /** What was changed when this météo was generated before; empty for a new one. */
  edits: MeteoEdits;
  /** What pages are composed from; opaque to whoever shows them. */
  draft: MeteoDraft;
};

/** What a person has to fill in before the météo is complete. */
export type Requirement = 'reason' | 'action' | 'actionRole' | 'actionDue';

/** One page as it would be generated now. */
export type PreparedPage = {
  page: MeteoPage;
  content: MeteoContent;
  row: HistoryRow;
  /** The texts as drafted, whatever was changed. */
  drafted: DraftedTexts;
  /** The rule that gave the computed weather, which `row` says in the page's language. */
  computedRule: WeatherRule;
  /** Rows that generating it adds to the journal. */
  newEntries: readonly JournalEntry[];
  /** Is an action required (Nuageux or worse, computed or printed)? Is a reason (another level)? */
  required: { action: boolean; reason: boolean };
  /** Required and not filled in yet. */
  lacks: readonly Requirement[];
  remarks: readonly Problem[];
  /** What is shortened to make it one page, in words: `Faits marquants (+ 2 autres, voir Journal)`. Empty when all fits. */
  fit: readonly string[];
};

const cadenceOf = ({ input, previous: before, number }: MeteoDraft): Cadence => {
  // A page of older weeks that was made after this one says nothing of when this one is due.
  const previous = before && before.number < number ? before : null;
  const today = Math.floor(input.issued);
  const days = input.settings.cadence;
  const due = previous && previous.issued + days;
  return {
    days,
    last: previous && {
      number: previous.number,
      weather: previous.weather,
      issued: previous.issued,
      sent: previous.sent,
      daysAgo: today - previous.issued,
    },
    due,
    lateBy: due === null ? 0 : Math.max(0, today - due),
    next: today + days,
  };
};

/** Prepares a météo: everything but a person's words. Refused as its draft is, and for what the rules of the weather forbid. */
export const preparationOf = (input: MeteoInput): Result<MeteoPreparation> => atOnce(preparationSteps(input));

/** `preparationOf` in slices. */
export function* preparationSteps(input: MeteoInput): Steps<Result<MeteoPreparation>> {
  const drafted = yield* draftSteps(input);
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const { periods, previous, entries, edits } = draft;
  const composed = composeDraft(draft, {});
  if (!composed.ok) return composed;
  const { computed, rule } = composed.value.row;
  const { end } = spanOf(periods.current);
  const today = Math.floor(input.issued);
  return done(
    {
      number: draft.number,
      corrects: draft.corrects?.number ?? null,
      sheetName: draft.sheetName,
      period: { first: firstDayOf(periods, input.coverage), last: end - 1, weeks: periods.current.map(({ key }) => key) },
      proposals: factsWithEdits(draft, entries, edits),
      planned: proposePlanned(input, entries),
      actions: entries.actions.map(({ text, role, due, place = null }) => ({
        text,
        role,
        due,
        late: due !== null && due < today,
        place,
      })),
      weather: {
        computed,
        rule,
        allowed: allowedWeathers(computed),
        previous: previous && { number: previous.number, weather: previous.weather },
      },
      missingDays: draft.input.coverage.step === 'day' ? draft.days.missing : [],
      cadence: cadenceOf(draft),
      edits,
      draft,
    },
    composed.problems,
  );
}

/** What a page with an action required lacks of one: an action of the journal will do, one that is written needs all its parts. */
const lacksOfAction = ({ action }: MeteoEdits, { blue }: MeteoContent): Requirement[] => {
  if (action === undefined || action.text.trim() === '') return blue.actions.rows.length > 0 ? [] : ['action'];
  return [
    ...(action.role.trim() === '' ? (['actionRole'] as const) : []),
    ...(action.due === null ? (['actionDue'] as const) : []),
  ];
};

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/**
 * The page with a person's edits, in a few milliseconds: nothing is read and nothing is projected. A level without its
 * reason shows the computed one until there is a reason. Refused with `does-not-fit` where a text is too long, with
 * `override-too-good` for a level that is not allowed.
 */
export const pageOf = (preparation: MeteoPreparation, edits: MeteoEdits): Result<PreparedPage> => {
  const { draft } = preparation;
  const first = composeDraft(draft, { ...edits, weather: undefined });
  if (!first.ok) return first;
  const { computed } = first.value.row;
  const isOther = edits.weather !== undefined && edits.weather.weather !== computed;
  const composed = isOther && !isBlank(edits.weather?.reason) ? composeDraft(draft, edits) : first;
  if (!composed.ok) return composed;
  if (edits.weather && isOther && !allowedWeathers(computed).includes(edits.weather.weather))
    return refused(problem('override-too-good', { computed, wanted: edits.weather.weather }));
  const { content, row, drafted, newEntries, computedRule } = composed.value;
  const laidOut = layoutMeteo(content);
  if (!laidOut.ok) return laidOut;
  const printed = edits.weather?.weather ?? computed;
  const required = { action: needsAction(computed) || needsAction(printed), reason: isOther };
  const lacks: Requirement[] = [
    ...(isOther && isBlank(edits.weather?.reason) ? (['reason'] as const) : []),
    ...(required.action || !isBlank(edits.action?.text) ? lacksOfAction(edits, content) : []),
  ];
  const page = laidOut.value;
  const remarks = [...composed.problems, ...laidOut.problems];
  return done({ page, content, row, drafted, newEntries, computedRule, required, lacks, remarks, fit: page.shortened });
};
