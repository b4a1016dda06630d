import type { HistoryUnit, Season, SeasonalEffect, Seasonality } from '../forecast/seasonality';
import type { Language } from '../meteo/content';
import { periodOf } from '../period/calendar';
import { periodLabel } from '../period/label';
import { monthName, weekdayName } from './dates';
import { formatNumber, formatPercent, formatPercentChange, formatTime } from './numbers';
import { seasonWords } from './season-words';
import { typeset, upperFirst } from './typography';

/** When a phase is, in a sentence: `le lundi`, `en août`, `on Mondays`, `de 10 h à 11 h`. */
const whenOf = ({ kind, effects }: Season, phase: number, language: Language): string => {
  const words = seasonWords(language);
  switch (kind) {
    case 'weekday':
      return words.weekday(weekdayName(phase, language));
    case 'month':
      return words.month(monthName(phase, language));
    case 'weekOfMonth':
      return words.weekOfMonth[phase - 1] ?? '';
    case 'holiday':
      return words.holiday[phase - 1] ?? '';
    case 'hour':
      return words.hour(formatTime(phase / 24, language), phase === 23 ? words.midnight : formatTime((phase + 1) / 24, language));
    case 'cycle':
      return words.cycle(String(phase), String(effects.length));
  }
};

const effectText = (season: Season, { phase, effect }: SeasonalEffect, language: Language): string => {
  const words = seasonWords(language);
  const size = formatPercentChange(effect, language);
  const when = whenOf(season, phase, language);
  return effect > 0 ? words.peak(when, size) : words.trough(when, size);
};

const sinceText = (season: Season, since: number, language: Language): string =>
  season.kind === 'cycle' ? formatNumber(since, language) : periodLabel(periodOf(since, 'month'), language);

/** What is said of a season with some of its effects, and since when where it has changed. */
const statement = (season: Season, effects: readonly SeasonalEffect[], language: Language): string => {
  const words = seasonWords(language);
  const since = season.change ? sinceText(season, season.change.since, language) : null;
  if (effects.length === 0) return words.gone(words.recurrence[season.kind], since ?? '');
  const said = effects.map((effect) => effectText(season, effect, language)).join(words.semicolon);
  return since === null ? said : words.since(said, since);
};

const present = (...effects: readonly (SeasonalEffect | null)[]): SeasonalEffect[] =>
  effects.filter((effect): effect is SeasonalEffect => effect !== null);

/**
 * The one thing to say of a season: its peak where people plan for peaks (a Monday to be staffed is news, a half-open
 * Saturday is not), and for the months and the days beside holidays whichever departs more.
 */
const foremost = ({ kind, peak, trough }: Season): SeasonalEffect[] => {
  const either = kind === 'month' || kind === 'holiday';
  if (either && peak && trough) return [peak.effect >= -trough.effect ? peak : trough];
  return present(peak ?? trough);
};

/** Which seasons go first where few have room. */
const ORDER: readonly Season['kind'][] = ['weekday', 'month', 'weekOfMonth', 'holiday', 'hour', 'cycle'];

/**
 * Short statements, one a season, the most telling first: `pic le lundi, +18 %`, `creux en août, −32 %`. The page prints two.
 */
export const seasonStatements = ({ seasons }: Seasonality, language: Language): readonly string[] =>
  [...seasons]
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
    .map((season) => typeset(statement(season, foremost(season), language), language));

/** One chance in as many, rounded to what people can picture. */
const rarityText = (chance: number, language: Language): string => {
  const times = chance < 0.001 ? 1000 : chance < 0.01 ? 100 : 20;
  return seasonWords(language).rarity(formatNumber(times, language));
};

/** A share, never as none where there is some. */
const shareText = (share: number, language: Language): string => formatPercent(Math.max(share, 0.01), language);

const detail = (season: Season, language: Language): string => {
  const words = seasonWords(language);
  const { change } = season;
  const said = statement(season, present(season.peak, season.trough), language);
  const before = change ? present(change.peak, change.trough) : [];
  const earlier = before.map((effect) => effectText(season, effect, language)).join(words.semicolon);
  const sentences = [
    words.headed(words.heading[season.kind], said),
    ...(change ? [earlier === '' ? words.nothingBefore : words.before(earlier)] : []),
    words.explains(shareText(season.strength, language), rarityText(season.chance, language)),
  ];
  return typeset(sentences.join(' '), language);
};

/** Figures from which on a history that was not tested is not too short: the figures themselves do not lend themselves to it. */
const LONG_ENOUGH: Record<HistoryUnit, number> = { day: 120, week: 130, month: 30, event: 200, value: 120 };

/** A season as other programs read it: its figures, and what is said of it. */
type SeasonReport = Season & { text: string };

/** What `forecast` prints as `seasonality`: plain values, ready for JSON, with the sentences of a language. */
export type SeasonalityReport = Omit<Seasonality, 'seasons'> & {
  seasons: readonly SeasonReport[];
  /** One line: `Pic le lundi, +18 % ; creux en août, −32 %.`, or why nothing is said: `Pas de saisonnalité nette sur 61 jours.` */
  text: string;
  /** The long form, a line a season and then the history that it rests on: peak and trough, since when, how much, how sure. */
  details: readonly string[];
};

/**
 * A seasonality with its words, for the command line's JSON and text and for the pane.
 *
 * @example
 * seasonalityReport(seasonalityOf(days), 'fr').text // 'Pic le lundi, +18 % ; creux en août, −32 %.'
 */
export const seasonalityReport = (seasonality: Seasonality, language: Language): SeasonalityReport => {
  const words = seasonWords(language);
  const { seasons, tested, history } = seasonality;
  const counted = words.counted(formatNumber(history.count, language), history.count, history.unit);
  const statements = seasonStatements(seasonality, language);
  const untested = history.count < LONG_ENOUGH[history.unit] ? words.short : words.unmeasured;
  const nothing = typeset((tested.length > 0 ? words.none : untested)(counted), language);
  return {
    ...seasonality,
    seasons: seasons.map((season) => ({ ...season, text: detail(season, language) })),
    text: statements.length > 0 ? `${upperFirst(statements.join(typeset(words.semicolon, language)))}.` : nothing,
    details:
      seasons.length > 0
        ? [...seasons.map((season) => detail(season, language)), typeset(words.history(counted), language)]
        : [nothing],
  };
};
