import type { HistoryUnit, SeasonKind } from '../forecast/seasonality';
import type { Language } from '../meteo/content';
import { plural } from './typography';

/** How seasons are spoken of. Names and figures are already text; spaces and apostrophes are set by `typeset`. */
export type SeasonWords = {
  /** `pic le lundi`: the phase with what grammar puts before it. */
  weekday: (name: string) => string;
  month: (name: string) => string;
  weekOfMonth: readonly [first: string, second: string, third: string, last: string];
  holiday: readonly [eve: string, holiday: string, after: string, bridge: string];
  hour: (from: string, to: string) => string;
  midnight: string;
  cycle: (place: string, season: string) => string;
  peak: (when: string, effect: string) => string;
  trough: (when: string, effect: string) => string;
  /** After a statement: `…, depuis mars 2026`. */
  since: (statement: string, month: string) => string;
  /** What recurs, with its article: `la semaine`, `le rythme du mois`. */
  recurrence: Record<SeasonKind, string>;
  gone: (recurrence: string, month: string) => string;
  /** Heading of a kind in the long form. */
  heading: Record<SeasonKind, string>;
  headed: (heading: string, statements: string) => string;
  before: (statements: string) => string;
  nothingBefore: string;
  explains: (share: string, rarity: string) => string;
  rarity: (times: string) => string;
  history: (counted: string) => string;
  none: (counted: string) => string;
  short: (counted: string) => string;
  /** Figures around or below 0, or a series without any cycle. */
  unmeasured: (counted: string) => string;
  counted: (number: string, count: number, unit: HistoryUnit) => string;
  semicolon: string;
};

const french: SeasonWords = {
  weekday: (name) => `le ${name}`,
  month: (name) => `en ${name}`,
  weekOfMonth: [
    'la première semaine du mois',
    'la deuxième semaine du mois',
    'la troisième semaine du mois',
    'la dernière semaine du mois',
  ],
  holiday: ["la veille d'un jour férié", 'les jours fériés', "le lendemain d'un jour férié", 'les jours de pont'],
  hour: (from, to) => `de ${from} à ${to}`,
  midnight: 'minuit',
  cycle: (place, season) => `à la valeur ${place} de chaque cycle de ${season}`,
  peak: (when, effect) => `pic ${when}, ${effect}`,
  trough: (when, effect) => `creux ${when}, ${effect}`,
  since: (statement, month) => `${statement}, depuis ${month}`,
  recurrence: {
    weekday: 'le rythme de la semaine',
    weekOfMonth: 'le rythme du mois',
    month: "le rythme de l'année",
    holiday: "l'effet des jours fériés",
    hour: 'le rythme de la journée',
    cycle: 'le rythme du cycle',
  },
  gone: (recurrence, month) => `${recurrence} a changé depuis ${month}, sans écart net pour l'instant`,
  heading: {
    weekday: 'Jours de la semaine',
    weekOfMonth: 'Semaines du mois',
    month: "Mois de l'année",
    holiday: 'Jours fériés',
    hour: 'Heures de la journée',
    cycle: 'Cycle',
  },
  headed: (heading, statements) => `${heading} : ${statements}.`,
  before: (statements) => `Avant : ${statements}.`,
  nothingBefore: 'Avant : aucun écart net.',
  explains: (share, rarity) => `Explique ${share} des variations ; ${rarity}.`,
  rarity: (times) => `le hasard seul en montre autant moins d'une fois sur ${times}`,
  history: (counted) => `Établi sur ${counted}.`,
  none: (counted) => `Pas de saisonnalité nette sur ${counted}.`,
  short: (counted) => `Historique trop court pour parler de saisonnalité : ${counted}.`,
  unmeasured: (counted) => `Saisonnalité non mesurable sur ${counted}.`,
  counted: (number, count, unit) => {
    const nouns: Record<HistoryUnit, readonly [string, string]> = {
      day: ['jour', 'jours'],
      week: ['semaine', 'semaines'],
      month: ['mois', 'mois'],
      event: ['événement', 'événements'],
      value: ['valeur', 'valeurs'],
    };
    return `${number} ${plural(count, nouns[unit][0], nouns[unit][1], 'fr')}`;
  },
  semicolon: ' ; ',
};

const english: SeasonWords = {
  weekday: (name) => `on ${name}s`,
  month: (name) => `in ${name}`,
  weekOfMonth: [
    'in the first week of the month',
    'in the second week of the month',
    'in the third week of the month',
    'in the last week of the month',
  ],
  holiday: [
    'on the day before a public holiday',
    'on public holidays',
    'on the day after a public holiday',
    'on bridge days between a public holiday and a weekend',
  ],
  hour: (from, to) => `from ${from} to ${to}`,
  midnight: 'midnight',
  cycle: (place, season) => `at value ${place} of each cycle of ${season}`,
  peak: (when, effect) => `peak ${when}, ${effect}`,
  trough: (when, effect) => `low ${when}, ${effect}`,
  since: (statement, month) => `${statement}, since ${month}`,
  recurrence: {
    weekday: 'the rhythm of the week',
    weekOfMonth: 'the rhythm of the month',
    month: 'the rhythm of the year',
    holiday: 'the effect of public holidays',
    hour: 'the rhythm of the day',
    cycle: 'the rhythm of the cycle',
  },
  gone: (recurrence, month) => `${recurrence} has changed since ${month}, with no clear difference for now`,
  heading: {
    weekday: 'Days of the week',
    weekOfMonth: 'Weeks of the month',
    month: 'Months of the year',
    holiday: 'Public holidays',
    hour: 'Hours of the day',
    cycle: 'Cycle',
  },
  headed: (heading, statements) => `${heading}: ${statements}.`,
  before: (statements) => `Before: ${statements}.`,
  nothingBefore: 'Before: no clear difference.',
  explains: (share, rarity) => `Explains ${share} of the variation; ${rarity}.`,
  rarity: (times) => `chance alone shows as much less than once in ${times}`,
  history: (counted) => `Based on ${counted}.`,
  none: (counted) => `No clear seasonality over ${counted}.`,
  short: (counted) => `History too short to speak of seasonality: ${counted}.`,
  unmeasured: (counted) => `Seasonality cannot be measured over ${counted}.`,
  counted: (number, count, unit) => `${number} ${plural(count, unit, `${unit}s`, 'en')}`,
  semicolon: '; ',
};

/** The sentences of a language. */
export const seasonWords = (language: Language): SeasonWords => (language === 'fr' ? french : english);
