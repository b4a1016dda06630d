import { statusOf } from '../kpi/status';
import type { Status } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import type { KpiSeries, Span } from '../meteo/input';
import { plainText } from '../meteo/journal';
import { WEEKDAYS } from '../period/label';
import { weekdayOf } from '../period/serial';
import { objectiveOf, objectiveText, valueStyle } from '../words/units';
import type { FeedbackEntry } from './feedback';

/** Words that say nothing of a subject. */
const EMPTY_WORDS: readonly string[] =
  'avec pour dans mois dont nous vous leur leurs sont plus trop tres sans chez that this with from have they'.split(' ');
/** Shorter words are articles. */
const SHORTEST_WORD = 4;

/** The words of a text that carry its subject, without case, accents and plural: `Délais d’appel` gives `delai`, `appel`. */
export const subjectWords = (text: string): readonly string[] => {
  const words = plainText(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length >= SHORTEST_WORD && !EMPTY_WORDS.includes(word));
  return [...new Set(words.map((word) => word.replace(/[sx]$/, '')))];
};

/**
 * The KPI that a subject names: by its label or its id, else one whose label has every word of the subject (`attente` for
 * “Temps d’attente moyen”), the shortest of these; null for a subject of its own.
 */
export const kpiOfSubject = (subject: string, series: readonly KpiSeries[]): KpiSeries | null => {
  const wanted = plainText(subject);
  if (wanted === '') return null;
  const named = series.find(({ kpi }) => plainText(kpi.label) === wanted || plainText(kpi.id) === wanted);
  if (named) return named;
  const words = subjectWords(subject);
  const candidates = series.filter(({ kpi }) => {
    const label = subjectWords(kpi.label);
    return words.length > 0 && words.every((word) => label.includes(word));
  });
  return [...candidates].sort((one, other) => one.kpi.label.length - other.kpi.label.length)[0] ?? null;
};

/** What the figures say on a subject, in words of a language. */
export type SubjectFigure = {
  label: string;
  span: Span;
  /** `76,4 %`. */
  value: string;
  /** `≥ 80 %`; null for a KPI that is held to nothing. */
  objective: string | null;
  status: Status;
};

/** A KPI over a stretch of days; null where it has no figure. */
export const figureOf = ({ kpi, valueOf }: KpiSeries, span: Span, language: Language): SubjectFigure | null => {
  const value = valueOf(span);
  if (value === null) return null;
  const isHeld = kpi.direction !== 'neutral' && objectiveOf(kpi) !== null;
  return {
    label: kpi.label,
    span,
    value: valueStyle(kpi, value, language).text(value),
    objective: isHeld ? objectiveText(kpi, language) : null,
    status: statusOf(value, kpi),
  };
};

/** Weeks over which one weekday is compared with the others, and days with figures that it takes at least. */
export const WEEKDAY_WEEKS = 8;
const LEAST_DAYS = 4;
/** A weekday is told apart from so much of the others' figure on. */
const LEAST_SHARE = 0.05;

/** One weekday against the others: `value` and `others` in the KPI's own words. */
export type WeekdayFigure = { weekday: number; value: string; others: string };

/** The one weekday that a text names (`le lundi matin`, `on Mondays`), 1 is Monday; null for none or several. */
export const weekdayNamed = (text: string): number | null => {
  const words = plainText(text)
    .split(/[^\p{L}]+/u)
    .map((word) => word.replace(/s$/, ''));
  const named = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    Object.values(WEEKDAYS).some((names) => words.includes(plainText(names[weekday - 1] ?? '').replace(/s$/, ''))),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
};

/** A KPI over some days that need not follow each other: Σ over Σ for a rate, the mean of the days otherwise. */
const overDays = ({ partsOf, valueOf }: KpiSeries, days: readonly number[]): number | null => {
  const spans = days.map((day) => ({ start: day, end: day + 1 }));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  if (!partsOf) {
    const values = spans.flatMap((span) => valueOf(span) ?? []);
    return values.length < LEAST_DAYS ? null : sum(values) / values.length;
  }
  const parts = spans.flatMap((span) => {
    const { numerator, denominator } = partsOf(span);
    return numerator === null || denominator === null ? [] : [{ numerator, denominator }];
  });
  const denominator = sum(parts.map((part) => part.denominator));
  return parts.length < LEAST_DAYS || denominator === 0 ? null : sum(parts.map((part) => part.numerator)) / denominator;
};

/**
 * How a KPI does on the weekday that a complaint names, over the last weeks before `end`, where that day is worse than the
 * others by a twentieth of them at least; null where it is not, or the KPI has no good or bad side.
 */
export const weekdayFigure = (
  series: KpiSeries,
  feedback: Pick<FeedbackEntry, 'text'>,
  end: number,
  language: Language,
): WeekdayFigure | null => {
  const weekday = weekdayNamed(feedback.text);
  const { kpi } = series;
  if (weekday === null || (kpi.direction !== 'higher' && kpi.direction !== 'lower')) return null;
  const days = Array.from({ length: WEEKDAY_WEEKS * 7 }, (_, back) => end - 1 - back);
  const value = overDays(
    series,
    days.filter((day) => weekdayOf(day) === weekday),
  );
  const others = overDays(
    series,
    days.filter((day) => weekdayOf(day) !== weekday),
  );
  if (value === null || others === null || others === 0) return null;
  const worse = (kpi.direction === 'higher' ? others - value : value - others) / Math.abs(others) >= LEAST_SHARE;
  const style = valueStyle(kpi, value, language);
  return worse ? { weekday, value: style.text(value), others: style.text(others) } : null;
};
