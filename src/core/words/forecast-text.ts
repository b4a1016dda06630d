import type { Step, StepForecast } from '../forecast/figure-step';
import type { FigureForecast } from '../forecast/figures';
import type { Method } from '../forecast/methods';
import type { Language } from '../meteo/content';
import { parsePeriodKey } from '../period/calendar';
import { periodLabel } from '../period/label';
import { weekdayOf } from '../period/serial';
import { formatDate, weekdayName } from './dates';
import { cycleOf, methodName, type Cycle } from './forecast-methods';
import { formatNumber, formatPercent } from './numbers';
import { seasonalityReport } from './season-text';
import { specialDaysText } from './special-days';
import { EN_DASH, listed, lowerFirst, plural, typeset, upperFirst } from './typography';
import { valueStyle, type ValueStyle } from './units';

/** A projection in lines to read: a table of the next periods, then what it rests on, in sentences. */

/** Rows that a table shows of a step beside others; a step alone is shown whole. */
const ROWS_BESIDE_OTHERS = 7;
/** Share from which a method is named, and how many are at most. */
const LEAST_SHARE = 0.1;
const MOST_METHODS = 3;

type Words = {
  by: Record<Step, string>;
  columns: readonly [period: string, point: string, likely: string, surely: string];
  to: string;
  row: (number: string) => string;
  quarter: (quarter: string, year: string) => string;
  more: (count: number, step: Step) => string;
  rests: (count: string, known: number, period: number) => string;
  season: string;
  methods: (named: string, others: number) => string;
  tested: (origins: number, error: string, naive: string, inside: string) => string;
  cleaned: (count: number) => string;
  short: (count: string, known: number) => string;
};

/** How values were looked at: the methods compare phases of the cycle, whether it turns out to matter or not. */
const COMPARED: Readonly<Record<Language, Readonly<Record<Cycle, string>>>> = {
  fr: {
    week: "comparées d'une semaine à l'autre",
    year: "comparées d'une année à l'autre",
    other: "comparées d'un cycle à l'autre",
    none: 'sans saison retenue',
  },
  en: {
    week: 'compared from week to week',
    year: 'compared from year to year',
    other: 'compared from cycle to cycle',
    none: 'with no season kept',
  },
};

const french: Words = {
  by: { day: 'par jour', week: 'par semaine', month: 'par mois', quarter: 'par trimestre', year: 'par an', row: 'par ligne' },
  columns: ['Période', 'Prévu', '8 fois sur 10', '19 fois sur 20'],
  to: 'à',
  row: (number) => `ligne ${number}`,
  quarter: (quarter, year) => `T${quarter} ${year}`,
  more: (count, step) => `… et ${String(count)} de plus (--by ${step} les donne toutes).`,
  rests: (count, known, period) =>
    `D'après ${count} ${plural(known, 'valeur connue', 'valeurs connues', 'fr')}, ${COMPARED.fr[cycleOf(period)]}.`,
  season: 'Saisonnalité',
  methods: (named, others) =>
    `Méthodes : ${named}${others > 0 ? ` ; ${String(others)} ${plural(others, 'autre pèse', 'autres pèsent', 'fr')} moins` : ''}.`,
  tested: (origins, error, naive, inside) =>
    `Refaite à ${String(origins)} ${plural(origins, 'date passée', 'dates passées', 'fr')}, la prévision s'est trompée de ${error} en moyenne (répéter le passé : ${naive}) ; ${inside} des valeurs étaient dans un intervalle aussi large que celui à 8 sur 10.`,
  cleaned: (count) =>
    `${String(count)} ${plural(count, 'valeur isolée, hors de proportion, a été ramenée', 'valeurs isolées, hors de proportion, ont été ramenées', 'fr')} à l'usage avant de prévoir.`,
  short: (count, known) => `Pas assez d'historique pour prévoir : ${count} ${plural(known, 'valeur', 'valeurs', 'fr')}.`,
};

const english: Words = {
  by: { day: 'by day', week: 'by week', month: 'by month', quarter: 'by quarter', year: 'by year', row: 'by row' },
  columns: ['Period', 'Projected', '8 times in 10', '19 times in 20'],
  to: 'to',
  row: (number) => `row ${number}`,
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  more: (count, step) => `… and ${String(count)} more (--by ${step} gives them all).`,
  rests: (count, known, period) =>
    `From ${count} known ${plural(known, 'value', 'values', 'en')}, ${COMPARED.en[cycleOf(period)]}.`,
  season: 'Seasonality',
  methods: (named, others) =>
    `Methods: ${named}${others > 0 ? `; ${String(others)} ${plural(others, 'other weighs', 'others weigh', 'en')} less` : ''}.`,
  tested: (origins, error, naive, inside) =>
    `Made again at ${String(origins)} past ${plural(origins, 'date', 'dates', 'en')}, the projection was wrong by ${error} on average (repeating the past: ${naive}); ${inside} of the values lay in an interval as wide as the one for 8 in 10.`,
  cleaned: (count) =>
    `${String(count)} isolated ${plural(count, 'value, out of all proportion, was', 'values, out of all proportion, were', 'en')} brought back to the usual before projecting.`,
  short: (count, known) => `Not enough history to project: ${count} ${plural(known, 'value', 'values', 'en')}.`,
};

const WORDS: Record<Language, Words> = { fr: french, en: english };

/** A projected period as a reader names it: `lundi 23/11/2026`, `S48 2026`, `décembre 2026`, `T1 2027`, `ligne 61`. */
const nameOf = (key: string, by: Step, language: Language): string => {
  if (by === 'quarter') return WORDS[language].quarter(key.slice(6), key.slice(0, 4));
  const period = parsePeriodKey(key);
  if (!period || period.kind !== by) return WORDS[language].row(key);
  return by === 'day'
    ? `${weekdayName(weekdayOf(period.start), language)} ${formatDate(period.start, language)}`
    : periodLabel(period, language);
};

/** Lines of cells, the first column to the left and the others to the right. */
const aligned = (lines: readonly (readonly string[])[]): string[] => {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return lines.map((line) => `  ${line.map(pad).join('   ')}`);
};

const tableOf = (step: StepForecast, style: ValueStyle, language: Language, most: number): string[] => {
  const words = WORDS[language];
  const span = (low: number | undefined, high: number | undefined): string =>
    step.intervals ? `${style.bare(low ?? 0)} ${words.to} ${style.text(high ?? 0)}` : EN_DASH;
  const lines = step.periods
    .slice(0, most)
    .map((key, index) => [
      nameOf(key, step.by, language),
      style.text(step.point[index] ?? 0),
      span(step.lo80[index], step.hi80[index]),
      span(step.lo95[index], step.hi95[index]),
    ]);
  const left = step.periods.length - lines.length;
  return [...aligned([words.columns, ...lines]), ...(left > 0 ? [`  ${words.more(left, step.by)}`] : [])];
};

/** What the projection rests on, and how wrong it has been. */
const factsOf = (step: StepForecast, style: ValueStyle, language: Language): string[] => {
  const words = WORDS[language];
  const { history, period, backtest, cleaned } = step;
  const sentences = [words.rests(formatNumber(history, language), history, period)];
  if (backtest)
    sentences.push(
      words.tested(
        backtest.origins,
        style.text(backtest.meanAbsoluteError),
        style.text(backtest.naiveMeanAbsoluteError),
        formatPercent(backtest.coverage80, language),
      ),
    );
  const methods = methodsText(step, language);
  if (methods !== '') sentences.push(methods);
  if (cleaned.length > 0) sentences.push(words.cleaned(cleaned.length));
  const special = specialDaysText(step.special ?? [], language);
  if (special !== '') sentences.push(special);
  return sentences.map((sentence) => `  ${typeset(sentence, language)}`);
};

/** The methods that carried most weight: those above a tenth, the first one in any case. */
const methodsText = ({ members, period }: StepForecast, language: Language): string => {
  const shares = Object.entries(members) as [Method, number][];
  const [first] = shares;
  if (!first) return '';
  const chief = shares.filter(([, share]) => share >= LEAST_SHARE).slice(0, MOST_METHODS);
  const named = (chief.length > 0 ? chief : [first]).map(
    ([method, share]) => `${methodName(method, period, language)} (${formatPercent(share, language)})`,
  );
  return WORDS[language].methods(listed(named, language), shares.length - named.length);
};

/**
 * A figure's projection as people read it: for each kind of period a table of the next ones with what happens 8 times in 10
 * and 19 times in 20, then what it rests on and how wrong it has been.
 */
export const forecastText = (figure: FigureForecast, language: Language): string => {
  const { column, steps, seasonality } = figure;
  const words = WORDS[language];
  const most = steps.length > 1 ? ROWS_BESIDE_OTHERS : Infinity;
  const parts = steps.map((step) => {
    const title = `${upperFirst(column.label)}, ${words.by[step.by]}`;
    const [first] = step.point;
    if (first === undefined)
      return [title, `  ${typeset(words.short(formatNumber(step.history, language), step.history), language)}`].join('\n');
    const style = valueStyle(
      { unit: column.unit, direction: 'neutral', objective: null, thresholds: null, currency: column.currency },
      first,
      language,
      true,
    );
    return [title, ...tableOf(step, style, language, most), ...factsOf(step, style, language)].join('\n');
  });
  const seasons = `  ${words.season}${language === 'fr' ? ' :' : ':'} ${lowerFirst(seasonalityReport(seasonality, language).text)}`;
  return [...parts, typeset(seasons, language)].join('\n');
};
