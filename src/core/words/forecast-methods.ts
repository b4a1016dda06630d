import type { Method } from '../forecast/methods';
import type { Language } from '../meteo/content';

/** What the methods of a projection are called when it is explained. */
const FRENCH: Readonly<Record<Method, string>> = {
  smoothing: 'lissage exponentiel',
  dampedTrend: 'tendance amortie',
  additiveSmoothing: 'lissage à saison additive',
  recentSmoothing: 'lissage du passé récent',
  autoregression: 'autorégression',
  holtWinters: 'lissage du niveau et de la saison',
  longMean: 'moyenne de tout l’historique',
  recentMedian: 'médiane des deux derniers cycles',
  lastCycleMean: 'moyenne du dernier cycle',
  seasonalNaive: 'répétition du dernier cycle',
  adjustedSeasonal: 'dernier cycle au niveau actuel',
};

const ENGLISH: Readonly<Record<Method, string>> = {
  smoothing: 'exponential smoothing',
  dampedTrend: 'damped trend',
  additiveSmoothing: 'smoothing with an additive season',
  recentSmoothing: 'smoothing of the recent past',
  autoregression: 'autoregression',
  holtWinters: 'smoothing of level and season',
  longMean: 'mean of the whole history',
  recentMedian: 'median of the last two cycles',
  lastCycleMean: 'mean of the last cycle',
  seasonalNaive: 'last cycle again',
  adjustedSeasonal: 'last cycle at today’s level',
};

/** What readers call the cycle of a projection: a week of its days, a year of its weeks, months or quarters. */
export type Cycle = 'week' | 'year' | 'none' | 'other';

/** The cycle of so many periods, 1 for none: `cycleOf(52)` is `year`. */
export const cycleOf = (period: number): Cycle =>
  period === 1 ? 'none' : period >= 5 && period <= 7 ? 'week' : [4, 12, 52].includes(period) ? 'year' : 'other';

/** Methods that speak of a cycle, in the words for it where there are some. */
const BY_CYCLE: Readonly<Record<Language, Readonly<Partial<Record<Cycle, Readonly<Partial<Record<Method, string>>>>>>>> = {
  fr: {
    none: {
      holtWinters: 'lissage du niveau',
      seasonalNaive: 'répétition de la dernière valeur',
      adjustedSeasonal: 'moyenne des trois dernières valeurs',
    },
    week: {
      recentMedian: 'médiane des deux dernières semaines',
      lastCycleMean: 'moyenne de la dernière semaine',
      seasonalNaive: 'répétition de la dernière semaine',
      adjustedSeasonal: 'dernière semaine au niveau actuel',
    },
    year: {
      recentMedian: 'médiane des deux dernières années',
      lastCycleMean: 'moyenne de la dernière année',
      seasonalNaive: 'répétition de la dernière année',
      adjustedSeasonal: 'dernière année au niveau actuel',
    },
  },
  en: {
    none: {
      holtWinters: 'smoothing of the level',
      seasonalNaive: 'last value again',
      adjustedSeasonal: 'mean of the last three values',
    },
    week: {
      recentMedian: 'median of the last two weeks',
      lastCycleMean: 'mean of the last week',
      seasonalNaive: 'last week again',
      adjustedSeasonal: 'last week at today’s level',
    },
    year: {
      recentMedian: 'median of the last two years',
      lastCycleMean: 'mean of the last year',
      seasonalNaive: 'last year again',
      adjustedSeasonal: 'last year at today’s level',
    },
  },
};

/**
 * Name of a method within a sentence, for a projection whose cycle has so many periods.
 *
 * @example methodName('seasonalNaive', 52, 'en') // 'last year again'; for 1, 'last value again'
 */
export const methodName = (method: Method, period: number, language: Language): string =>
  BY_CYCLE[language][cycleOf(period)]?.[method] ?? (language === 'fr' ? FRENCH : ENGLISH)[method];
