import type { Kpi } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import { MONTHS, WEEKDAYS } from '../period/label';
import type { Period, PeriodKind } from '../period/period';
import { isoWeekOf } from '../period/calendar';
import { civilOf, weekdayOf } from '../period/serial';
import { formatDateNear, formatDayMonth, weekLabel, weeksLabelWithYear } from '../words/dates';
import {
  formatDurationChange,
  formatPercent,
  formatPercentChange,
  formatPoints,
  formatSigned,
  unitSpace,
} from '../words/numbers';
import { EN_DASH, plural, typeset, upperFirst } from '../words/typography';
import { objectiveText, valueStyle } from '../words/units';
import type { Alert } from './alerts';
import type { CausePart } from './cause';
import type { Multiple } from './multiples';
import type { Watch } from './watch';

const MINUTE = 60;

/** How far a KPI lies from its mean, in its own unit: `+14 s`, `−2,1 pt`, `+31`. */
const gapText = (kpi: Kpi, gap: number, language: Language): string => {
  if (kpi.unit === 'percent') return formatPoints(gap * 100, language);
  if (kpi.unit === 'seconds')
    return Math.abs(gap) < MINUTE ? `${formatSigned(gap, language)}${unitSpace(language, 's')}s` : formatDurationChange(gap);
  return formatSigned(gap, language, valueStyle(kpi, gap, language).decimals);
};

/** A KPI's value as its row prints it. */
export const valueText = (kpi: Kpi, value: number, language: Language): string =>
  valueStyle(kpi, value, language, true).text(value);

/** `gap` is already said for as many open days as the last period has, where that matters. */
type Run = { count: number; since: string; gap: string; up: boolean };

type Words = {
  /** A period in the middle of a sentence, and after a preposition of time. */
  at: (period: Period) => string;
  on: (period: Period) => string;
  side: (kind: PeriodKind, run: Run) => string;
  trend: (run: Run) => string;
  outside: (run: Run) => string;
  named: (label: string, sentence: string) => string;
  onOpenDays: (value: string, days: number) => string;
  counts: (red: number, amber: number, drifts: number, changes: number) => string;
  quiet: (days: number) => string;
  nothing: string;
  lastDay: (period: Period, year: number) => string;
  last: Readonly<Record<Exclude<PeriodKind, 'day'>, (label: string) => string>>;
  volume: (change: string, share: string) => string;
  performance: (change: string, share: string) => string;
  heading: (kind: PeriodKind, count: number) => string;
  missing: (known: number, needed: number, kind: PeriodKind) => string;
  described: (item: { label: string; value: string; state: string; low: string; high: string; mean: string }) => string;
  short: (label: string, value: string, progress: string) => string;
};

const at = (period: Period, language: Language): string => {
  switch (period.kind) {
    case 'day':
      return formatDayMonth(period.start, language);
    case 'week':
      return weekLabel(period.key, language);
    case 'month':
      return MONTHS[language][civilOf(period.start).month - 1] ?? '';
    case 'year':
      return period.key;
  }
};

const FRENCH_KINDS: Readonly<Record<PeriodKind, readonly [string, string]>> = {
  day: ['jour', 'jours'],
  week: ['semaine', 'semaines'],
  month: ['mois', 'mois'],
  year: ['année', 'années'],
};

const ENGLISH_KINDS: Readonly<Record<PeriodKind, readonly [string, string]>> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
};

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    at: (period) => at(period, 'fr'),
    on: (period) => (period.kind === 'day' ? `le ${at(period, 'fr')}` : `en ${at(period, 'fr')}`),
    side: (kind, { count, since, gap, up }) =>
      `${String(count)} ${FRENCH_KINDS[kind][1]} de suite ${up ? 'au-dessus' : 'au-dessous'} de la moyenne, depuis ${since} (${gap})`,
    trend: ({ count, since, gap, up }) => `${String(count)} ${up ? 'hausses' : 'baisses'} de suite, depuis ${since} (${gap})`,
    outside: ({ since, gap, up }) => `${up ? 'Au-dessus' : 'Au-dessous'} de la variation habituelle ${since} (${gap})`,
    named: (label, sentence) => `${label} : ${sentence}`,
    onOpenDays: (value, days) => `${value} pour ${String(days)} ${plural(days, 'jour ouvert', 'jours ouverts', 'fr')}`,
    counts: (red, amber, drifts, changes) =>
      [
        [red, 'alerte', 'alertes'] as const,
        [amber, 'vigilance', 'vigilances'] as const,
        [drifts, 'dérive', 'dérives'] as const,
        [changes, 'niveau changé', 'niveaux changés'] as const,
      ]
        .flatMap(([count, one, many]) => (count === 0 ? [] : [`${String(count)} ${plural(count, one, many, 'fr')}`]))
        .join(', '),
    quiet: (days) => `Rien à signaler depuis ${String(days)} ${plural(days, 'jour', 'jours', 'fr')}`,
    nothing: 'Suivi : rien à montrer pour l’instant',
    lastDay: ({ start }, year) =>
      `${upperFirst(WEEKDAYS.fr[weekdayOf(start) - 1] ?? '')} ${formatDateNear(start, year, 'fr')}, dernier jour complet`,
    last: {
      week: (label) => `${label}, dernière semaine complète`,
      month: (label) => `${upperFirst(label)}, dernier mois complet`,
      year: (label) => `${label}, dernière année complète`,
    },
    volume: (change, share) => `Volume ${change} : ${share}`,
    performance: (change, share) => `Performance ${change} : ${share}`,
    heading: (kind, count) => {
      if (count < 2) return `${String(count)} ${FRENCH_KINDS[kind][0]}`;
      const feminine = kind === 'week' || kind === 'year';
      return `${String(count)} ${feminine ? 'dernières' : 'derniers'} ${FRENCH_KINDS[kind][1]}`;
    },
    missing: (known, needed, kind) => `${String(known)} ${plural(known, ...FRENCH_KINDS[kind], 'fr')} sur ${String(needed)}`,
    described: ({ label, value, state, low, high, mean }) =>
      `${label} : ${value}, ${state}. Variation habituelle de ${low} à ${high}, moyenne ${mean}.`,
    short: (label, value, progress) => `${label} : ${value}. ${progress} pour connaître la variation habituelle.`,
  },
  en: {
    at: (period) => at(period, 'en'),
    on: (period) => (period.kind === 'day' ? `on ${at(period, 'en')}` : `in ${at(period, 'en')}`),
    side: (kind, { count, since, gap, up }) =>
      `${String(count)} ${ENGLISH_KINDS[kind][1]} running ${up ? 'above' : 'below'} the mean, since ${since} (${gap})`,
    trend: ({ count, since, gap, up }) => `${String(count)} ${up ? 'rises' : 'falls'} running, since ${since} (${gap})`,
    outside: ({ since, gap, up }) => `${up ? 'Above' : 'Below'} the usual variation ${since} (${gap})`,
    named: (label, sentence) => `${label}: ${sentence}`,
    onOpenDays: (value, days) => `${value} for ${String(days)} open ${plural(days, 'day', 'days', 'en')}`,
    counts: (red, amber, drifts, changes) =>
      [
        [red, 'alert', 'alerts'] as const,
        [amber, 'to watch', 'to watch'] as const,
        [drifts, 'drift', 'drifts'] as const,
        [changes, 'level changed', 'levels changed'] as const,
      ]
        .flatMap(([count, one, many]) => (count === 0 ? [] : [`${String(count)} ${plural(count, one, many, 'en')}`]))
        .join(', '),
    quiet: (days) => `Nothing to report for ${String(days)} ${plural(days, 'day', 'days', 'en')}`,
    nothing: 'Watch: nothing to show yet',
    lastDay: ({ start }, year) =>
      `${WEEKDAYS.en[weekdayOf(start) - 1] ?? ''} ${formatDateNear(start, year, 'en')}, last complete day`,
    last: {
      week: (label) => `${label}, last complete week`,
      month: (label) => `${label}, last complete month`,
      year: (label) => `${label}, last complete year`,
    },
    volume: (change, share) => `Volume ${change}: ${share}`,
    performance: (change, share) => `Performance ${change}: ${share}`,
    heading: (kind, count) =>
      count < 2 ? `${String(count)} ${ENGLISH_KINDS[kind][0]}` : `Last ${String(count)} ${ENGLISH_KINDS[kind][1]}`,
    missing: (known, needed, kind) => `${String(known)} of ${String(needed)} ${ENGLISH_KINDS[kind][1]}`,
    described: ({ label, value, state, low, high, mean }) =>
      `${label}: ${value}, ${state}. Usual variation from ${low} to ${high}, mean ${mean}.`,
    short: (label, value, progress) => `${label}: ${value}. ${progress} to know the usual variation.`,
  },
};

/**
 * What a drift says, without the KPI's name; null without a signal: « 7 semaines de suite au-dessus de la moyenne, depuis S41
 * (+14 s) ».
 */
export const driftText = (multiple: Multiple, kind: PeriodKind, language: Language): string | null => {
  const { kpi, drift, gap, runFrom, periods, openDays } = multiple;
  const first = runFrom === null ? undefined : periods[runFrom];
  if (!drift?.signal || gap === null || !first) return null;
  const words = WORDS[language];
  const { direction, length } = drift.signal;
  const shown = gapText(kpi, gap, language);
  const run = {
    count: length,
    gap: openDays === null ? shown : words.onOpenDays(shown, openDays),
    up: direction === 'up',
  };
  const said = {
    side: () => words.side(kind, { ...run, since: words.at(first) }),
    trend: () => words.trend({ ...run, since: words.at(first) }),
    outside: () => words.outside({ ...run, since: words.on(first) }),
  }[drift.signal.kind]();
  return typeset(said, language);
};

/** The same with the KPI's name: « Durée moyenne de traitement : 7 semaines de suite… ». */
export const driftSentence = (multiple: Multiple, kind: PeriodKind, language: Language): string | null => {
  const text = driftText(multiple, kind, language);
  return text === null ? null : typeset(WORDS[language].named(multiple.kpi.label, text), language);
};

/** The title of the watch, which is its answer: `2 alertes et 1 dérive`, `Rien à signaler depuis 12 jours`. */
export const watchTitle = ({ last, alerts, drifts, changes, quiet }: Watch, language: Language): string => {
  const words = WORDS[language];
  if (!last) return typeset(words.nothing, language);
  const red = alerts.filter(({ status }) => status === 'red').length;
  const counts = words.counts(red, alerts.length - red, drifts.length, changes.length);
  return typeset(counts === '' ? words.quiet(quiet ?? 0) : counts, language);
};

/** A week or a month with its year where that is not the one of `today`: `S47`, `S52 2025`; `novembre`, `décembre 2025`. */
const labelNear = (period: Period, today: number, language: Language): string => {
  const { start, kind } = period;
  const [year, now] =
    kind === 'week' ? [isoWeekOf(start).year, isoWeekOf(today).year] : [civilOf(start).year, civilOf(today).year];
  if (year === now || kind === 'year') return at(period, language);
  return kind === 'week' ? weeksLabelWithYear([period], language) : `${at(period, language)} ${String(year)}`;
};

/**
 * Which period the alerts are about, as it is said on the day `today` (a serial): `Samedi 21/11, dernier jour complet`, with its
 * year where that is another one. null without any.
 */
export const lastText = ({ last }: Pick<Watch, 'last'>, today: number, language: Language): string | null => {
  if (!last) return null;
  const words = WORDS[language];
  return last.kind === 'day' ? words.lastDay(last, civilOf(today).year) : words.last[last.kind](labelNear(last, today, language));
};

/** The two parts of a cause, as they are written under its bar: `Volume +18 % : 71 %`. They add up to 100 %. */
export const causeTexts = ({ cause }: Alert, language: Language): { volume: string; performance: string } | null => {
  if (!cause) return null;
  const words = WORDS[language];
  const percent = Math.round(cause.volume.share * 100);
  const said = (text: (change: string, share: string) => string, part: CausePart, share: number): string =>
    typeset(text(formatPercentChange(part.change, language), formatPercent(share / 100, language)), language);
  return {
    volume: said(words.volume, cause.volume, percent),
    performance: said(words.performance, cause.performance, 100 - percent),
  };
};

/** Heading of the multiples: `24 dernières semaines`. */
export const multiplesHeading = (kind: PeriodKind, count: number, language: Language): string =>
  WORDS[language].heading(kind, count);

/** How far a KPI is from having limits: `14 semaines sur 20`. */
export const progressText = (known: number, needed: number, kind: PeriodKind, language: Language): string =>
  WORDS[language].missing(known, needed, kind);

/** What a multiple shows, for who cannot see it. `state` is its word. */
export const multipleText = (multiple: Multiple, state: string, needed: number, kind: PeriodKind, language: Language): string => {
  const { kpi, drift, last, known, openDays } = multiple;
  const words = WORDS[language];
  const value = last === null ? EN_DASH : valueText(kpi, last, language);
  if (!drift) return typeset(words.short(kpi.label, value, words.missing(known, needed, kind)), language);
  const [low, high, mean] = [drift.low, drift.high, drift.mean].map((bound) => valueText(kpi, bound, language));
  return typeset(
    words.described({
      label: kpi.label,
      value,
      state,
      low: low ?? '',
      high: high ?? '',
      mean: openDays === null ? (mean ?? '') : words.onOpenDays(mean ?? '', openDays),
    }),
    language,
  );
};

/** What a KPI is held to: `≥ 80 %`; `–` for none. */
export const targetText = (kpi: Kpi, language: Language): string => objectiveText(kpi, language);
