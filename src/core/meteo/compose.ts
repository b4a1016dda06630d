import type { Projection } from '../forecast/forecast';
import type { Unit } from '../kpi/kpi';
import { done, problem, type Problem, type Result } from '../problem';
import { atOnce, type Steps } from '../steps';
import { NEEDED } from '../watch/drawn';
import { formatDate, formatRange, weeksLabelWithYear } from '../words/dates';
import { formatTime, projectedAs } from '../words/numbers';
import { meteoWords } from '../words/meteoWords';
import { countedPeriods } from '../words/periodNouns';
import { lowerFirst, typeset } from '../words/typography';
import { vocabulary } from '../words/vocabulary';
import { inDictionary } from './composeGreen';
import { composeAhead, composeYellow, emptyTextsOf } from './composeLists';
import { draftMessage } from './composeMessage';
import type { MeteoContent } from './content';
import { draftSteps, type MeteoDraft } from './draft';
import type { DraftedTexts, MeteoEdits } from './edits';
import { factsWithEdits } from './factsWithEdits';
import { greenWithEdits, readingOf } from './greenWithEdits';
import type { HistoryRow, PrintedProjection } from './history';
import type { MeteoInput } from './input';
import { pageEntries, type PageEntries } from './journal';
import { entriesToWrite, journalWithEdits, keptEdits } from './journalEdits';
import type { JournalEntry } from './journal';
import { judgedUnderWay } from './judgedUnderWay';
import { beginsAfter, firstDayOf, pageStep, spanOf } from './pagePeriods';
import { neededFor, type Standing } from './standing';
import { isRaised, needsAction, printedWeather, weatherOf, type WeatherFacts, type WeatherRule } from './weather';
import { ruleText } from './weatherText';

/**
 * A composed page: what it says, the row of the history that remembers it, the rows that the journal gets with it, and its
 * texts as they were drafted.
 */
export type ComposedMeteo = {
  content: MeteoContent;
  row: HistoryRow;
  newEntries: readonly JournalEntry[];
  drafted: DraftedTexts;
  /** The rule that gave the computed weather, for whoever says it in another language than the page's. */
  computedRule: WeatherRule;
};

/** Letters of a name's first word from which it is no article. */
const LEAST_NAME = 4;

/**
 * A person's reason as it stands in a sentence: without its full stop, small at first unless it begins with a name that the
 * page knows. `Réclamation écrite.` is `réclamation écrite`.
 */
const reasonClause = (reason: string, { client, provider, contract }: MeteoInput['settings']): string => {
  const text = reason.replace(/[ \t\r\n]+/g, ' ').replace(/[.\s]+$/, '');
  const first = text.split(/[\s’']/)[0] ?? '';
  const isName = [client, provider, contract].some(
    (name) => name !== '' && (text.startsWith(name) || (first.length >= LEAST_NAME && name.split(/[\s’']/)[0] === first)),
  );
  return isName ? text : lowerFirst(text);
};

const weatherFacts = (
  { input, periods, standings, days: { required, missing } }: MeteoDraft,
  entries: PageEntries,
): WeatherFacts => ({
  kpis: standings.map(({ kpi, series, status, previousStatus, projectedStatus, drift, knownWeeks }) => ({
    label: kpi.label,
    key: kpi.key,
    status,
    ofNothing: status === null && series.partsOf?.(spanOf(periods.current)).denominator === 0,
    previous: previousStatus,
    projected: projectedStatus,
    underWay: judgedUnderWay(series, periods, input)?.status ?? null,
    drift: knownWeeks < NEEDED ? null : drift,
  })),
  days: { present: required.length - missing.length, required: required.length, step: input.coverage.step },
  begins: beginsAfter(periods, input.coverage),
  overdueActions: entries.overdueActions,
  majorIncident: entries.majorIncident,
});

const remarks = (
  { input: { coverage }, standings, keyFigure, days: { missing }, old }: MeteoDraft,
  content: MeteoContent,
): Problem[] => [
  ...(coverage.step === 'day' || coverage.step === 'week' ? [] : [problem('meteo-coarse', { step: coverage.step })]),
  ...(old ? [problem('old-data', { weeks: old.weeks })] : []),
  ...(missing.length > 0
    ? [problem('fog', { days: missing.length, step: coverage.step, fog: content.blue.weather === 'fog' })]
    : []),
  ...(keyFigure.knownWeeks < neededFor(coverage) && standings.length > 0
    ? [problem('little-history', { have: keyFigure.knownWeeks, need: neededFor(coverage), step: pageStep(coverage.step) })]
    : []),
  ...(needsAction(content.blue.weather) && content.blue.actions.rows.length === 0
    ? [problem('action-missing', { weather: content.blue.weather })]
    : []),
];

const printedProjection = (unit: Unit, { value, low, high }: Projection): PrintedProjection => ({
  value: projectedAs(unit, value),
  low: projectedAs(unit, low),
  high: projectedAs(unit, high),
});

const printed = (standings: readonly Standing[]): Pick<HistoryRow, 'values' | 'projections'> => ({
  values: Object.fromEntries(standings.flatMap(({ kpi, value }) => (value === null ? [] : [[kpi.id, value]]))),
  projections: Object.fromEntries(
    standings.flatMap(({ kpi, projection }) => (projection ? [[kpi.id, printedProjection(kpi.unit, projection)]] : [])),
  ),
});

/** Title, period and people of the page. */
const headerOf = ({ input, number, corrects, periods }: MeteoDraft): MeteoContent['header'] => {
  const { settings, language, issued, sent = false } = input;
  const words = meteoWords(language);
  const set = (text: string): string => typeset(text, language);
  const date = formatDate(issued, language);
  const { end } = spanOf(periods.current);
  const weeks = weeksLabelWithYear(periods.current, language);
  return {
    client: set(settings.client),
    contract: set(settings.contract),
    title: set(corrects ? words.correction(number, corrects.number) : words.title(number)),
    period: set(
      words.period(
        weeks,
        formatRange(firstDayOf(periods, input.coverage), end - 1, language),
        sent ? words.sentOn(date) : words.issuedOn(date),
      ),
    ),
  };
};

const footerOf = ({ input, periods, days: { required, missing } }: MeteoDraft): MeteoContent['footer'] => {
  const { settings, language, issued, minutes } = input;
  const words = meteoWords(language);
  const set = (text: string): string => typeset(text, language);
  const present = countedPeriods(required.length - missing.length, input.coverage.step, language);
  const when = words.extracted(formatDate(issued, language), issued % 1 === 0 ? null : formatTime(issued, language));
  const begins = beginsAfter(periods, input.coverage);
  const source =
    begins === null
      ? words.source(settings.provider, input.source, present, required.length, when)
      : words.sourceFrom(settings.provider, input.source, formatDate(begins, language), when);
  return {
    source: set(source),
    next: set(words.next(formatDate(issued + settings.cadence, language))),
    preparation: settings.printMinutes && minutes !== null ? set(words.preparation(minutes)) : '',
    page: words.page,
  };
};

/**
 * Composes a drafted météo with a person's edits. Refused for a level of the weather beyond its limits. The problems of a
 * page that is composed are remarks to show before it is generated: days missing, little history, no action beside bad weather.
 */
export const composeDraft = (draft: MeteoDraft, edits: MeteoEdits): Result<ComposedMeteo> => {
  const { input, periods, standings, keyFigure, number, sheetName, previous } = draft;
  const { language, issued } = input;
  const entries = pageEntries(journalWithEdits(input.journal, edits, issued), draft.since, issued);
  const computed = weatherOf(weatherFacts(draft, entries));
  const weather = printedWeather(computed.weather, edits.weather ?? null);
  if (!weather.ok) return weather;
  const words = meteoWords(language);
  const set = (text: string): string => typeset(text, language);
  const named = vocabulary(language);
  const rule = ruleText(computed.rule, periods.ahead, issued, language);
  const overridden = weather.value !== computed.weather;
  const reason = overridden ? (edits.weather?.reason.trim() ?? '') : '';
  const override = overridden ? { computed: computed.weather, reason: reasonClause(reason, draft.input.settings) } : null;
  const facts = factsWithEdits(draft, entries, edits);
  const newEntries = entriesToWrite(input.journal, draft.facts, edits, issued);
  const message = draftMessage({
    language,
    orientation: input.orientation,
    weather: weather.value,
    rule: computed.rule,
    override,
    keyFigure,
    standings,
    actions: entries.actions,
    periods,
    issued,
    input,
  });
  const content: MeteoContent = {
    language,
    orientation: input.orientation,
    number,
    issued: Math.floor(issued),
    sheetName,
    header: headerOf(draft),
    message: (edits.message ?? '').trim() === '' ? message : set(edits.message?.trim() ?? ''),
    green: greenWithEdits(draft.green, draft.chartTitle, edits, language),
    yellow: composeYellow(input, facts, edits, draft),
    blue: {
      tab: words.tabs.state,
      note: '',
      weather: weather.value,
      word: named.weather[weather.value],
      rule: override ? set(words.changed(named.weather[weather.value], named.weather[override.computed], override.reason)) : rule,
      previous: previous && {
        weather: previous.weather,
        text: set(words.previousWeather(previous.number, named.weather[previous.weather])),
      },
      ...(override && {
        byTheRules: set(words.byTheRules(named.weather[override.computed], lowerFirst(rule))),
        raised: isRaised(weather.value, override.computed),
      }),
      ...composeAhead(input, entries, edits, weather.value),
    },
    footer: footerOf(draft),
    emptyText: named.nothingToReport,
    ...emptyTextsOf(input, newEntries.length > 0),
    overflow: {
      journal: words.overflow.journal,
      treated: words.overflow.treated,
      kpis: inDictionary(words.overflow.kpis, input),
    },
  };
  const { start, end } = spanOf(periods.current);
  const kept = keptEdits(edits, draft.facts, input);
  const row: HistoryRow = {
    number,
    period: `${periods.current[0]?.key ?? ''}–${periods.current.at(-1)?.key ?? ''}`,
    start,
    last: end - 1,
    weather: weather.value,
    computed: computed.weather,
    rule,
    reason,
    ...printed(standings),
    minutes: input.minutes,
    issued: Math.floor(issued),
    sent: null,
    sheet: sheetName,
    ...(Object.keys(kept).length > 0 && { edits: kept }),
  };
  const drafted: DraftedTexts = {
    message,
    keyTitle: draft.green.what,
    chartTitle: draft.chartTitle,
    seasonality: readingOf(draft.green, 'seasonality'),
    anticipation: readingOf(draft.green, 'anticipation'),
    check: readingOf(draft.green, 'check'),
  };
  return done({ content, row, newEntries, drafted, computedRule: computed.rule }, remarks(draft, content));
};

/**
 * Composes one météo: everything it says, in the page's language, from the figures, the journal and the history. Refused
 * without key KPI, for a period that was sent already, or for an override beyond its limits.
 */
export const composeMeteo = (input: MeteoInput): Result<ComposedMeteo> => atOnce(composeMeteoSteps(input));

/** `composeMeteo` in slices. */
export function* composeMeteoSteps(input: MeteoInput): Steps<Result<ComposedMeteo>> {
  const draft = yield* draftSteps(input);
  yield undefined;
  return draft.ok ? composeDraft(draft.value, draft.value.edits) : draft;
}
