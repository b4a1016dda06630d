import type { Language } from '../meteo/content';
import type { KpiRecord, PrintedCheck } from '../meteo/trackRecord';
import { weeksLabelWithYear } from './dates';
import { formatNumber, formatPercent, projectedAs, unitSpace } from './numbers';
import { trackRecordWords } from './trackRecordWords';
import { typeset } from './typography';
import { valueStyle, type Styled } from './units';

/** A KPI's projections in words: how many held, how far off they were, and each of them, the latest first. */
export type RecordText = { summary: string; lines: readonly string[] };

/** A bias below this share of the mean error is no side. */
const CLEAR_BIAS = 0.5;
/** Fewer checks have no side. */
const LEAST_FOR_BIAS = 3;

/** A difference without sign, in the KPI's unit, points for rates: `1,4 pt`, `420`, `0:12`. */
const sizeText = (kpi: Styled, size: number, actual: number, language: Language): string => {
  if (kpi.unit === 'percent') return `${formatNumber(size * 100, language, 1)}${unitSpace(language, 'pt')}pt`;
  if (kpi.unit === 'index') return formatNumber(size, language, valueStyle(kpi, actual, language).decimals);
  return valueStyle(kpi, actual, language).text(size);
};

const lineOf = ({ kpi }: KpiRecord, check: PrintedCheck, language: Language): string => {
  const words = trackRecordWords(language);
  const { value, low, high } = check.printed;
  const style = valueStyle(kpi, check.actual ?? value, language);
  const said = (one: number): number => projectedAs(kpi.unit, one);
  const [projected, from, to] = [style.text(said(value)), style.bare(said(low)), style.text(said(high))];
  const weeks = weeksLabelWithYear(check.weeks, language);
  return check.actual === null
    ? words.openLine(weeks, projected, from, to, words.why[check.why])
    : words.line(weeks, projected, from, to, style.text(check.actual), check.inside);
};

/**
 * What a KPI's checked projections say: `5 projections sur 6 dans l’intervalle annoncé de 80 %. …`; a sentence says so when
 * none could be checked yet.
 */
export const recordText = (about: KpiRecord, language: Language): RecordText => {
  const words = trackRecordWords(language);
  const { kpi, record, checks } = about;
  const lines = checks.map((check) => typeset(lineOf(about, check, language), language));
  if (record.checked === 0) return { summary: typeset(words.none, language), lines };
  const latest = checks.find((check) => check.actual !== null)?.actual ?? 0;
  const size = (value: number): string => sizeText(kpi, Math.abs(value), latest, language);
  const percent = kpi.unit === 'percent' ? null : record.meanAbsolutePercentError;
  const leans = record.checked >= LEAST_FOR_BIAS && Math.abs(record.bias) > CLEAR_BIAS * record.meanAbsoluteError;
  const sentences = [
    words.inside(record.inside, record.checked),
    words.verdicts[record.verdict],
    words.error(size(record.meanAbsoluteError), percent === null ? null : formatPercent(percent, language, 1)),
    ...(leans ? [words.bias(size(record.bias), record.bias > 0)] : []),
  ];
  return { summary: typeset(sentences.join(' '), language), lines };
};
