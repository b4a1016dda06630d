import type { Projection } from '../forecast/forecast';
import type { Unit } from '../kpi/kpi';
import { done, problem, refused, type Problem, type Result } from '../problem';
import { formatDate, formatRange, isoDate, weeksLabelWithYear } from '../words/dates';
import { formatTime, projectedAs } from '../words/numbers';
import { meteoWords } from '../words/meteoWords';
import { lowerFirst, typeset } from '../words/typography';
import { objectiveOf } from '../words/units';
import { vocabulary } from '../words/vocabulary';
import { draftFacts } from './composeFacts';
import { composeGreen } from './composeGreen';
import { composeAhead, composeYellow } from './composeLists';
import { draftMessage } from './composeMessage';
import type { MeteoContent } from './content';
import type { HistoryRow, PrintedProjection } from './history';
import type { MeteoInput } from './input';
import { pageEntries } from './journal';
import { oldDataOf, withoutProjection, type OldData } from './oldData';
import { spanOf, type PagePeriods } from './pagePeriods';
import { daysOf, standingsOf, WEEKS_FOR_PROJECTION, type Standing } from './standing';
import { needsAction, printedWeather, weatherOf, type WeatherFacts } from './weather';
import { ruleText } from './weatherText';

/** A composed page, and the row of the history that remembers it. */
export type ComposedMeteo = { content: MeteoContent; row: HistoryRow };

/** The figure in the green frame's head: the one asked for, else the first key KPI held to an objective, else the first key one. */
const keyFigureOf = (standings: readonly Standing[], wanted: string | undefined): Standing | null => {
  const keys = standings.filter(({ kpi }) => kpi.key);
  return standings.find(({ kpi }) => kpi.id === wanted) ?? keys.find(({ kpi }) => objectiveOf(kpi) !== null) ?? keys[0] ?? null;
};

/** The météo before this one, and the one of the same period when it was made already. */
const inHistory = (history: readonly HistoryRow[], start: number): { previous: HistoryRow | null; same: HistoryRow | null } => ({
  previous: history.filter((row) => row.start < start).at(-1) ?? null,
  same: history.find((row) => row.start === start) ?? null,
});

const weatherFacts = (
  input: MeteoInput,
  standings: readonly Standing[],
  periods: PagePeriods,
  entries: ReturnType<typeof pageEntries>,
): { facts: WeatherFacts; missing: readonly number[] } => {
  const { required, missing } = daysOf(spanOf(periods.current), input.coverage, input.settings.closedDays);
  return {
    facts: {
      kpis: standings.map(({ kpi, status, previousStatus, projectedStatus, drift }) => ({
        label: kpi.label,
        key: kpi.key,
        status,
        previous: previousStatus,
        projected: projectedStatus,
        drift,
      })),
      days: { present: required.length - missing.length, required: required.length },
      overdueActions: entries.overdueActions,
      majorIncident: entries.majorIncident,
    },
    missing,
  };
};

const remarks = (
  standings: readonly Standing[],
  keyFigure: Standing,
  content: MeteoContent,
  missing: number,
  old: OldData | null,
): Problem[] => [
  ...(old ? [problem('old-data', { weeks: old.weeks })] : []),
  ...(missing > 0 ? [problem('fog', { days: missing, fog: content.blue.weather === 'fog' })] : []),
  ...(keyFigure.knownWeeks < WEEKS_FOR_PROJECTION && standings.length > 0
    ? [problem('little-history', { have: keyFigure.knownWeeks, need: WEEKS_FOR_PROJECTION })]
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

/**
 * Composes one météo: everything it says, in the page's language, from the figures, the journal and the history. Refused
 * without key KPI, for a period that was sent already, or for an override beyond its limits. The problems of a page that
 * is composed are remarks to show before it is generated: days missing, little history, no action beside bad weather.
 */
export const composeMeteo = (input: MeteoInput): Result<ComposedMeteo> => {
  const { language, settings, issued } = input;
  const { periods, standings: known } = standingsOf(input);
  const old = oldDataOf(input.coverage, periods);
  const standings = old ? known.map(withoutProjection) : known;
  const keyFigure = keyFigureOf(standings, settings.keyFigure);
  if (!keyFigure) return refused(problem('no-key-kpi', {}));
  const span = spanOf(periods.current);
  const { previous, same } = inHistory(input.history, span.start);
  if (same?.sent) return refused(problem('meteo-sent', { number: same.number }));
  const entries = pageEntries(input.journal, previous?.issued ?? span.start, issued);
  const { facts, missing } = weatherFacts(input, standings, periods, entries);
  const computed = weatherOf(facts);
  const weather = printedWeather(computed.weather, input.override);
  if (!weather.ok) return weather;

  const words = meteoWords(language);
  const set = (text: string): string => typeset(text, language);
  const named = vocabulary(language);
  const number = same?.number ?? Math.max(0, ...input.history.map((row) => row.number)) + 1;
  const rule = ruleText(computed.rule, periods.ahead, issued, language);
  const overridden = weather.value !== computed.weather;
  const time = issued % 1 === 0 ? null : formatTime(issued, language);
  const sheetName = `${named.sheets.meteo} ${isoDate(issued)}`;
  const content: MeteoContent = {
    language,
    orientation: input.orientation,
    number,
    sheetName,
    header: {
      client: set(settings.client),
      contract: set(settings.contract),
      title: set(words.title(number)),
      period: set(
        words.issued(
          weeksLabelWithYear(periods.current, language),
          formatRange(span.start, span.end - 1, language),
          formatDate(issued),
        ),
      ),
    },
    message:
      input.message === null
        ? draftMessage({
            language,
            orientation: input.orientation,
            weather: weather.value,
            rule: computed.rule,
            keyFigure,
            standings,
            actions: entries.actions,
            periods,
            issued,
          })
        : set(input.message),
    green: composeGreen(input, keyFigure, standings, periods, old),
    yellow: composeYellow(input, entries, entries.highlights.length > 0 ? [] : draftFacts(input, standings, periods), previous),
    blue: {
      tab: words.tabs.state,
      note: '',
      weather: weather.value,
      word: named.weather[weather.value],
      rule,
      previous: previous && {
        weather: previous.weather,
        text: set(words.previousWeather(previous.number, named.weather[previous.weather])),
      },
      ...(overridden && {
        override: set(words.override(named.weather[computed.weather], lowerFirst(input.override?.reason.trim() ?? ''))),
      }),
      ...composeAhead(input, entries),
    },
    footer: {
      source: set(
        words.source(
          settings.provider,
          input.source,
          facts.days.present,
          facts.days.required,
          words.extracted(formatDate(issued), time),
        ),
      ),
      next: set(words.next(formatDate(issued + settings.cadence))),
      preparation: settings.printMinutes && input.minutes !== null ? set(words.preparation(input.minutes)) : '',
      page: words.page,
    },
    emptyText: named.nothingToReport,
    overflow: { journal: words.overflow.journal, treated: words.overflow.treated, kpis: words.overflow.kpis },
  };
  const row: HistoryRow = {
    number,
    period: `${periods.current[0]?.key ?? ''}–${periods.current.at(-1)?.key ?? ''}`,
    start: span.start,
    last: span.end - 1,
    weather: weather.value,
    computed: computed.weather,
    rule,
    reason: overridden ? (input.override?.reason.trim() ?? '') : '',
    ...printed(standings),
    minutes: input.minutes,
    issued: Math.floor(issued),
    sent: null,
    sheet: sheetName,
  };
  return done({ content, row }, remarks(standings, keyFigure, content, missing.length, old));
};
