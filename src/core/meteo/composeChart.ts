import { isAdditive, ruleAt } from '../consolidation/rule';
import type { Period } from '../period/period';
import { shiftPeriod } from '../period/calendar';
import { chartLabelOf, formatDayMonth, weekLabel, weeksLabel } from '../words/dates';
import { axisFormat } from '../words/largeNumbers';
import { projectedAs } from '../words/numbers';
import { meteoWords } from '../words/meteoWords';
import { perPeriod } from '../words/periodNouns';
import { shortLabel } from '../words/phrases';
import { typeset } from '../words/typography';
import { currencyOf, intervalText, objectiveOf, percentFormat, thresholdText, valueStyle, type ValueStyle } from '../words/units';
import { axisStart } from './chartScale';
import type { ChartContent, Language } from './content';
import { CHART_AHEAD, chartLength, sameWeekLastYear, weeksUpTo } from './pagePeriods';
import type { Standing } from './standing';

type Values = (number | null)[];

/** The ISO year of all the weeks, null when they lie in two. */
const oneYear = (weeks: readonly Period[]): string | null => {
  const years = new Set(weeks.map((week) => week.key.slice(0, 4)));
  return years.size === 1 ? ([...years][0] ?? null) : null;
};

/** Rates nearer to each other than this need a decimal on the axis, whose labels would otherwise be two at most. */
const NEAR_RATES = 0.02;

/** Format of the chart's cells: rates without decimals; numbers too long for the axis's labels in thousands or millions. */
const chartFormat = ({ kpi }: Standing, style: ValueStyle, drawn: readonly number[], language: Language): string => {
  if (kpi.unit === 'percent') return percentFormat(Math.max(...drawn) - Math.min(...drawn) < NEAR_RATES ? 1 : 0, language);
  const counted = kpi.unit === 'count' || kpi.unit === 'number' || kpi.unit === 'currency';
  return (counted ? axisFormat(drawn, currencyOf(kpi), language) : null) ?? style.numberFormat;
};

const valuesIn = (series: readonly Values[]): number[] => series.flat().filter((value): value is number => value !== null);

/** Weekly values of the key figure with last year's and the projection, on 26 weeks and 4 (fewer with little history). */
export const composeChart = (standing: Standing, last: Period, issued: number, language: Language): ChartContent => {
  const words = meteoWords(language);
  const { kpi, series, projection } = standing;
  const projected = projection !== null && standing.forecast.points.length >= CHART_AHEAD;
  const known = new Map(standing.weeks.map((week, index) => [week.key, standing.weekly[index] ?? null]));
  const actualWeeks = weeksUpTo(last, chartLength(standing.weeks.length, last.kind));
  const aheadWeeks = projected ? Array.from({ length: CHART_AHEAD }, (_, step) => shiftPeriod(last, step + 1)) : [];
  const weeks = [...actualWeeks, ...aheadWeeks];
  const lastValue = known.get(last.key) ?? null;
  const style = valueStyle(kpi, lastValue ?? objectiveOf(kpi) ?? 0, language, true);
  const cell = (value: number | null): number | null => (value === null ? null : value / style.divisor);
  const actual: Values = [...actualWeeks.map((week) => cell(known.get(week.key) ?? null)), ...aheadWeeks.map(() => null)];
  const fan = (of: 'value' | 'low' | 'high'): Values =>
    weeks.map((_, index) => {
      if (!projected || index < actualWeeks.length - 1) return null;
      if (index === actualWeeks.length - 1) return cell(lastValue);
      return cell(standing.forecast.points[index - actualWeeks.length]?.[of] ?? null);
    });
  const firstKnown = standing.weeks[0]?.start ?? Infinity;
  const previousYear = weeks.map((week) => {
    const before = sameWeekLastYear(week);
    // A year ago by another definition is nothing to compare with.
    if (!before || before.start < firstKnown || ruleAt(kpi, before.start) !== ruleAt(kpi, week.start)) return null;
    return cell(known.get(before.key) ?? series.valueOf(before));
  });
  const breaks = actualWeeks.flatMap((week, index) => {
    const last = actualWeeks[index - 1];
    return last && ruleAt(kpi, last.start) !== ruleAt(kpi, week.start) ? [index] : [];
  });
  const drawn = valuesIn([actual, previousYear, fan('low'), fan('high')]);
  const objective = objectiveOf(kpi);
  // What adds up is held to its objective over the page's weeks together: beside one week's figures it would lie.
  const level = kpi.direction === 'neutral' || kpi.direction === 'range' || isAdditive(kpi.rule) ? null : cell(objective);
  const year = oneYear(actualWeeks);
  const compared = weeks.filter((_, index) => previousYear[index] !== null);
  // With one year of history last year's curve may begin with the projection, beyond the year's end: its year is then that
  // of the actuals, and it is not named by it.
  const yearCompared = oneYear(compared.some((week) => week.start <= last.start) ? actualWeeks : compared);
  const yearBefore = yearCompared === null ? null : String(Number(yearCompared) - 1);
  const chart: ChartContent = {
    note: '',
    weeks: weeks.map((week) => ({
      label: chartLabelOf(week, language),
      key: week.key,
      start: week.start,
    })),
    actual,
    previousYear,
    objective: level,
    projection: fan('value'),
    low: fan('low'),
    high: fan('high'),
    ...(breaks.length > 0 && { breaks }),
    cut: actualWeeks.length,
    labels: {
      actual: words.chartLabels.actual(year),
      previousYear: words.chartLabels.previousYear(yearBefore === year ? null : yearBefore),
      objective: typeset(
        words.chartLabels.objective(objective === null ? '' : thresholdText(kpi, objective, language), kpi.thresholdsProposed),
        language,
      ),
      projection: words.chartLabels.projection,
      today: typeset(words.chartLabels.today(formatDayMonth(issued, language)), language),
    },
    numberFormat: chartFormat(standing, style, level === null ? drawn : [...drawn, level], language),
    percent: kpi.unit === 'percent',
  };
  return {
    ...chart,
    // The days before the first whole week have a figure that is drawn nowhere.
    ...(drawn.length === 0 && {
      nothing: typeset(
        (standing.value === null ? words.chartNothing : words.chartNoWeek)(weeksLabel(actualWeeks, language)),
        language,
      ),
    }),
    note: chartNote(chart, standing, style, { title: chartTitle(standing, last, language), ahead: aheadWeeks }, language),
  };
};

/** `QS par semaine ; dernier réel : 91,1 % en S47.`: how the note above the chart begins. */
export const chartTitle = ({ kpi, weeks, weekly }: Standing, last: Period, language: Language): string => {
  const index = weeks.findIndex(({ key }) => key === last.key);
  const value = weekly[index] ?? null;
  const text = value === null ? null : valueStyle(kpi, value, language, true).text(value);
  return typeset(
    meteoWords(language).chartNote(shortLabel(kpi.label), perPeriod(last.kind, language), text, weekLabel(last.key, language)),
    language,
  );
};

/** `S47 hors de l’attendu (91,5 à 94,4 %) : la bande va d’un retour à une suite.`, where the band is as wide for that. */
const surpriseNote = ({ kpi, forecast, weeks, weekly }: Standing, style: ValueStyle, language: Language): string[] => {
  const known = weeks.filter((_, index) => typeof weekly[index] === 'number').at(-1);
  const last = weeks.at(-1);
  if (!forecast.surprise || !forecast.futures || !known || !last) return [];
  const week = forecast.surprise.underWay ? shiftPeriod(last, 1) : known;
  const { low95, high95 } = forecast.surprise;
  const said = (value: number): number => projectedAs(kpi.unit, value);
  const range = intervalText(said(low95), said(high95), style, language);
  return [meteoWords(language).chartSurprise(weekLabel(week.key, language), range)];
};

type NoteFacts = { title: string; ahead: readonly Period[] };

/** `QS par semaine ; dernier réel : 91,1 % en S47. Projection S48–S51, bande à 80 %. L’échelle commence à 85 %.` */
const chartNote = (chart: ChartContent, standing: Standing, style: ValueStyle, facts: NoteFacts, language: Language): string => {
  const { kpi } = standing;
  const words = meteoWords(language);
  const { minimum } = axisStart(chart);
  const broken = chart.weeks[chart.breaks?.at(-1) ?? -1];
  // The axis is in the cells' unit: a duration there is a fraction of a day.
  const start = minimum * style.divisor;
  const sentences = [
    facts.title,
    ...(broken ? [words.chartBreak(weekLabel(broken.key, language))] : []),
    ...(facts.ahead.length > 0 ? [words.chartProjection(weeksLabel(facts.ahead, language))] : []),
    ...(facts.ahead.length > 0 ? surpriseNote(standing, style, language) : []),
    ...(minimum > 0 && valuesIn([[...chart.actual], [...chart.previousYear]]).length > 0
      ? [words.chartScale(thresholdText(kpi, start, language))]
      : []),
  ];
  return typeset(sentences.join(' '), language);
};
