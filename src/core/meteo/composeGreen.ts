import type { Steps } from '../steps';
import { changeStyle } from '../words/pairs';
import { formatDate, weekLabel, weeksLabel } from '../words/dates';
import { formatLongDuration, formatNumber, projectedAs } from '../words/numbers';
import { meteoWords } from '../words/meteoWords';
import { ratePhrase } from '../words/phrases';
import { EN_DASH, plural, typeset, upperFirst } from '../words/typography';
import type { LivePair } from '../words/changes';
import { figureOf, intervalText, objectiveOf, objectiveText, thresholdText, valueStyle, type ValueStyle } from '../words/units';
import { vocabulary } from '../words/vocabulary';
import { onSameDays } from './comparison';
import { composeChart } from './composeChart';
import { readingsSteps, volumeOf } from './composeReadings';
import type { Figure, KpiRow, Language, MeteoContent, StatusText } from './content';
import type { MeteoInput } from './input';
import type { OldData } from './oldData';
import { beginsAfter, spanOf, weeksWithData, type PagePeriods } from './pagePeriods';
import type { Standing } from './standing';

/** KPIs that the table prints at most: more are not read. */
const MOST_ROWS = 7;

const statusText = ({ status }: Standing, language: Language): StatusText => ({
  status: status ?? 'none',
  word: status === null ? EN_DASH : vocabulary(language).status[status],
});

const noFigure: Figure = { text: EN_DASH, value: null, numberFormat: 'General' };

/** The page's value, on as many open days as the period before, and that one, as formulas to compute with, in the KPI's own unit. */
const livePair = ({ series: { formulaOf }, unlike }: Standing, periods: PagePeriods): LivePair | undefined => {
  const value = formulaOf?.(spanOf(periods.current), 1)?.slice(1);
  const previous = formulaOf?.(spanOf(periods.before), 1)?.slice(1);
  if (value === undefined || previous === undefined) return undefined;
  return { value: unlike ? `(${value})*${String(unlike.before)}/${String(unlike.now)}` : value, previous };
};

/** Does the table print an objective that nobody has confirmed? */
const isProposal = ({ kpi }: Standing): boolean =>
  kpi.thresholdsProposed && kpi.direction !== 'neutral' && objectiveOf(kpi) !== null;

/** Why a KPI has no projection, in the place of it. */
const historyNote = ({ silent }: Standing, old: OldData | null, language: Language): string => {
  const words = meteoWords(language);
  return old ? words.oldData : silent ? words.silent : vocabulary(language).notEnoughHistory;
};

const rowOf = (standing: Standing, periods: PagePeriods, old: OldData | null, language: Language): KpiRow => {
  const { kpi, value, previous, projection, series } = standing;
  const style = valueStyle(kpi, value ?? previous ?? projection?.value ?? 0, language);
  const formula = series.formulaOf?.(spanOf(periods.current), style.divisor);
  const said = (projected: number): number => projectedAs(kpi.unit, projected);
  return {
    id: kpi.id,
    label: typeset(kpi.label, language),
    value: figureOf(value, style, formula),
    objective: `${objectiveText(kpi, language)}${isProposal(standing) ? '*' : ''}`,
    status: statusText(standing, language),
    change:
      value === null || previous === null || !standing.comparable
        ? noFigure
        : style.change(onSameDays(value, standing.unlike), previous, livePair(standing, periods)),
    projection: projection ? figureOf(said(projection.value), style) : null,
    interval: projection ? intervalText(said(projection.low), said(projection.high), style, language) : '',
    ...(!projection && { historyNote: historyNote(standing, old, language) }),
    key: kpi.key,
  };
};

/** What several rows have to say in the place of a projection, the most frequent such note; null where none says what another does. */
const sharedNote = (rows: readonly KpiRow[]): string | null => {
  const notes = rows.flatMap(({ historyNote: note }) => (note === undefined ? [] : [note]));
  const times = (note: string): number => notes.filter((other) => other === note).length;
  const [most] = [...notes].sort((one, other) => times(other) - times(one));
  return most !== undefined && times(most) > 1 ? most : null;
};

/** What may not be missing comes first: alerts, what to watch, key KPIs, the volume; then what is held to an objective. */
const importance = (standing: Standing, volume: Standing | null): number => {
  const { kpi, status } = standing;
  if (status === 'red') return 0;
  if (status === 'amber') return 1;
  if (kpi.key) return 2;
  if (standing === volume) return 3;
  if (status === 'green') return 4;
  return kpi.unit === 'count' ? 6 : 5;
};

/** At most seven KPIs in the dictionary's order, the most important ones when there are more; and how many are left out. */
export const chosenRows = (others: readonly Standing[]): { rows: readonly Standing[]; leftOut: number } => {
  const volume = volumeOf(others);
  const chosen = new Set([...others].sort((a, b) => importance(a, volume) - importance(b, volume)).slice(0, MOST_ROWS));
  return { rows: others.filter((standing) => chosen.has(standing)), leftOut: Math.max(0, others.length - MOST_ROWS) };
};

/** `−0,6 pt`, or `+1,2 % par jour ouvert` where the two periods are not as long. */
const changeText = ({ unlike }: Standing, value: number, previous: number, style: ValueStyle, language: Language): string => {
  const change = style.change(onSameDays(value, unlike), previous).text;
  return unlike ? meteoWords(language).perOpenDay(change) : change;
};

/**
 * `Écarts des volumes par jour ouvert : 11 jours contre 12.`, or that months are compared as they are although one has fewer
 * working days; empty where both periods have as many, or nothing is compared.
 */
const unlikeNote = (printed: readonly Standing[], language: Language): string => {
  const words = meteoWords(language);
  const compared = printed.filter(({ value, previous }) => value !== null && previous !== null);
  const unlike = compared.find((one) => one.unlike !== null)?.unlike;
  const working = compared.find((one) => one.working !== null)?.working;
  if (unlike) return ` ${words.unlikeDays(unlike.now, unlike.before)}`;
  return working ? ` ${words.workingDays(working.now, working.before)}` : '';
};

/** How the page's largest figure prints, the one before and their change: with a decimal more where it would not follow. */
const keyStyle = ({ kpi, value, previous }: Standing, language: Language): ValueStyle =>
  value === null || previous === null
    ? valueStyle(kpi, value ?? previous ?? 0, language, true)
    : changeStyle(kpi, value, previous, language, true);

/** `92,4 % en S44–S45 (−0,6 pt) · projection S48–S49 : 91,2 %, entre 89,9 et 92,5 %`. */
const detailOf = (standing: Standing, periods: PagePeriods, old: OldData | null, input: MeteoInput): string => {
  const { language, coverage } = input;
  const words = meteoWords(language);
  const { kpi, value, previous, projection } = standing;
  const style = keyStyle(standing, language);
  const alone = valueStyle(kpi, value ?? previous ?? 0, language, true);
  const before = weeksLabel(standing.previousWeeks.length > 0 ? standing.previousWeeks : periods.before, language);
  const begins = beginsAfter(periods, coverage);
  const was =
    begins !== null
      ? words.beginsOn(formatDate(begins, language))
      : previous === null
        ? coverage.first >= spanOf(periods.before).end
          ? words.nothingBefore
          : words.noPreviousValue(before)
        : value === null || !standing.comparable
          ? words.previousAlone(style.text(previous), before, value !== null)
          : words.previousValue(style.text(previous), before, changeText(standing, value, previous, style, language));
  const ahead = projection
    ? words.projectedValue(
        weeksLabel(periods.ahead, language),
        alone.text(projectedAs(kpi.unit, projection.value)),
        alone.bare(projectedAs(kpi.unit, projection.low)),
        alone.text(projectedAs(kpi.unit, projection.high)),
      )
    : old
      ? words.oldDataUntil(formatDate(old.last, language))
      : standing.silent
        ? words.silentSince(weekLabel(periods.last.key, language))
        : words.noProjection;
  return `${was} · ${ahead}`;
};

/** `Appels traités / Appels reçus : 11 456 / 12 480`, `117 h 46 / 1 103` of a mean duration; empty for what is no ratio. */
const partsNote = ({ kpi, series }: Standing, periods: PagePeriods, language: Language): string => {
  const parts = series.partsOf?.(spanOf(periods.current));
  if (!series.partLabels || typeof parts?.numerator !== 'number' || typeof parts.denominator !== 'number') return '';
  const shown = (value: number): string => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  const { numerator, denominator } = series.partLabels;
  const top = kpi.unit === 'seconds' ? formatLongDuration(parts.numerator, language) : shown(parts.numerator);
  return meteoWords(language).partsNote(numerator, denominator, top, shown(parts.denominator));
};

const whatText = ({ kpi }: Standing, language: Language): string => {
  const objective = objectiveOf(kpi);
  const shown =
    objective === null || kpi.direction === 'neutral'
      ? null
      : kpi.direction === 'range'
        ? objectiveText(kpi, language)
        : thresholdText(kpi, objective, language, true);
  return meteoWords(language).whatRate(ratePhrase(kpi.id, language)?.named ?? kpi.label, shown, kpi.thresholdsProposed);
};

/** With data too old to say, what is expected gives way to the day on which they end, and what used to recur is left out. */
const saidOfOld = (
  old: OldData | null,
  language: Language,
  readings: MeteoContent['green']['readings'],
): MeteoContent['green']['readings'] =>
  old
    ? readings
        .filter(({ kind }) => kind !== 'seasonality')
        .map((reading) =>
          reading.kind === 'anticipation'
            ? {
                ...reading,
                text: typeset(`${upperFirst(meteoWords(language).oldDataUntil(formatDate(old.last, language)))}.`, language),
              }
            : reading,
        )
    : readings;

/**
 * A text that sends to the dictionary, under the name that its sheet has: a page in French stands beside “Dictionary” where the
 * workbook's indicators were written in English.
 */
export const inDictionary = (text: string, { kpis, language }: Pick<MeteoInput, 'kpis' | 'language'>): string => {
  const sheet = kpis.find(({ kpi }) => kpi.definition !== undefined)?.kpi.definition?.sheet;
  return text.replaceAll('{sheet}', sheet ?? vocabulary(language).sheets.dictionary);
};

/** The green frame, in slices: the key figure, its chart, the other KPIs, what the history and the projection say. */
export function* greenSteps(
  input: MeteoInput,
  keyFigure: Standing,
  standings: readonly Standing[],
  periods: PagePeriods,
  old: OldData | null,
): Steps<MeteoContent['green']> {
  const { language } = input;
  const words = meteoWords(language);
  const set = (text: string): string => typeset(text, language);
  const { rows, leftOut } = chosenRows(standings.filter((standing) => standing !== keyFigure));
  const [one = '', many = one] = inDictionary(words.overflow.otherKpis, input).split('|');
  const more = leftOut > 0 ? ` ${plural(leftOut, one, many, language).replace('{n}', String(leftOut))}` : '';
  const starred = rows.some(isProposal) ? ` ${words.proposedNote}` : '';
  const chart = composeChart(keyFigure, periods.last, input.issued, language);
  const style = keyStyle(keyFigure, language);
  const formula = keyFigure.series.formulaOf?.(spanOf(periods.current), style.divisor);
  const readings = yield* readingsSteps(input, keyFigure, standings, periods);
  const printed = rows.map((standing) => rowOf(standing, periods, old, language));
  const once = sharedNote(printed);
  const service = { coverage: input.coverage, closedDays: input.settings.closedDays };
  const dashes = once === null ? '' : set(` ${words.dashNote(once)}`);
  return {
    tab: words.tabs.key,
    note: set(partsNote(keyFigure, periods, language)),
    // A dash alone would not say what it means where the largest figure of the page stands.
    value: keyFigure.value === null ? { ...noFigure, text: words.noFigure } : figureOf(keyFigure.value, style, formula),
    what: set(whatText(keyFigure, language)),
    status: keyFigure.status === null ? { status: 'none', word: words.notJudged } : statusText(keyFigure, language),
    detail: set(detailOf(keyFigure, periods, old, input)),
    chart: { ...chart, note: `${chart.note}${more}${starred}${set(unlikeNote([keyFigure, ...rows], language))}${dashes}` },
    tableHead: {
      indicator: words.head.indicator,
      value: weeksLabel(weeksWithData(periods.current, service), language),
      objective: words.head.objective,
      status: words.head.status,
      change: [words.head.change('')[0], weeksLabel(weeksWithData(periods.before, service), language)],
      projection: [words.head.projection('')[0], weeksLabel(periods.ahead, language)],
      interval: [set(words.head.interval[0]), set(words.head.interval[1])],
    },
    rows: printed.map((row) => (row.historyNote !== undefined && row.historyNote === once ? { ...row, noteOnce: true } : row)),
    readings: saidOfOld(old, language, readings),
  };
}
