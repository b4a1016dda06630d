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

/** Name of a method within a sentence: `methodName('dampedTrend', 'en')` is “damped trend”. */
export const methodName = (method: Method, language: Language): string => (language === 'fr' ? FRENCH : ENGLISH)[method];
