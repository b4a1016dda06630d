import type { Forecast } from '../forecast/forecast';
import type { Language } from '../meteo/content';
import { formatPercent } from './numbers';
import { listed, plural, typeset } from './typography';

/** What a projection follows, as people say it: methods that look at the same thing count together. */
type Family = 'level' | 'inertia' | 'season' | 'mean' | 'lastCycle' | 'other';

const FAMILIES: Readonly<Partial<Record<string, Family>>> = {
  smoothing: 'level',
  dampedTrend: 'level',
  additiveSmoothing: 'level',
  recentSmoothing: 'level',
  autoregression: 'inertia',
  holtWinters: 'season',
  longMean: 'mean',
  recentMedian: 'mean',
  lastCycleMean: 'mean',
  seasonalNaive: 'lastCycle',
  adjustedSeasonal: 'lastCycle',
};

/** Families below this share are not worth a word. */
const LEAST_SHARE = 0.1;

type Words = {
  history: (weeks: number) => string;
  season: string;
  noSeason: string;
  follows: (families: string) => string;
  families: Readonly<Record<Family, string>>;
  lastWeek: string;
  cleaned: (weeks: string, many: boolean) => string;
  notCleaned: string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    history: (weeks) => `Établie sur ${String(weeks)} ${plural(weeks, 'semaine connue', 'semaines connues', 'fr')}`,
    season: ', avec le rythme de l’année.',
    noSeason: ', trop peu pour le rythme de l’année.',
    follows: (families) => `Elle suit ${families}.`,
    families: {
      level: 'le niveau récent',
      inertia: 'l’enchaînement des semaines',
      season: 'le niveau et la saison lissés ensemble',
      mean: 'la moyenne sur longue durée',
      lastCycle: 'l’année précédente',
      other: 'd’autres méthodes',
    },
    lastWeek: 'la dernière semaine',
    cleaned: (weeks, many) =>
      many
        ? `Semaines hors de proportion, ramenées à l’usage avant de prévoir : ${weeks}.`
        : `Une semaine hors de proportion a été ramenée à l’usage avant de prévoir : ${weeks}.`,
    notCleaned: 'Aucune valeur n’a été écartée.',
  },
  en: {
    history: (weeks) => `Made from ${String(weeks)} known ${plural(weeks, 'week', 'weeks', 'en')}`,
    season: ', with the rhythm of the year.',
    noSeason: ', too few for the rhythm of the year.',
    follows: (families) => `It follows ${families}.`,
    families: {
      level: 'the recent level',
      inertia: 'how weeks follow each other',
      season: 'the level and season smoothed together',
      mean: 'the long-run mean',
      lastCycle: 'the year before',
      other: 'other methods',
    },
    lastWeek: 'the last week',
    cleaned: (weeks, many) =>
      many
        ? `Weeks out of all proportion, brought back to the usual before projecting: ${weeks}.`
        : `One week out of all proportion was brought back to the usual before projecting: ${weeks}.`,
    notCleaned: 'No value was set aside.',
  },
};

/** Shares by family, largest first. Where no season is kept, what smooths level and season together smooths the level. */
const familiesOf = ({ weights, season }: Pick<Forecast, 'weights' | 'season'>): [Family, number][] => {
  const shares = new Map<Family, number>();
  for (const [method, weight] of Object.entries(weights)) {
    const own = FAMILIES[method] ?? 'other';
    const family = own === 'season' && season === 1 ? 'level' : own;
    shares.set(family, (shares.get(family) ?? 0) + weight);
  }
  return [...shares].filter(([, share]) => share >= LEAST_SHARE).sort(([, one], [, other]) => other - one);
};

/**
 * What a projection of weeks rests on, in sentences: how much history, whether the year has its say, what carried weight,
 * what was cleaned. `weekOf` names a week by its place in the series.
 */
export const explainedText = (
  made: Pick<Forecast, 'observed' | 'season' | 'weights' | 'cleaned'>,
  weekOf: (index: number) => string,
  language: Language,
): string => {
  const words = WORDS[language];
  const seasonal = made.season > 1;
  const families = familiesOf(made).map(([family, share]) => {
    const name = family === 'lastCycle' && !seasonal ? words.lastWeek : words.families[family];
    return `${name} (${formatPercent(share, language)})`;
  });
  const weeks = made.cleaned.map(({ index }) => weekOf(index));
  const sentences = [
    `${words.history(made.observed)}${seasonal ? words.season : words.noSeason}`,
    ...(families.length > 0 ? [words.follows(listed(families, language))] : []),
    weeks.length > 0 ? words.cleaned(listed(weeks, language), weeks.length > 1) : words.notCleaned,
  ];
  return typeset(sentences.join(' '), language);
};
