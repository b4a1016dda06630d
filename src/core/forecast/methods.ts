import type { Steps } from '../steps';
import { autoregression } from './autoregression';
import { onLogarithms, type Extend, type Extension } from './extension';
import { holtWinters } from './holtWinters';
import { longMean, recently, recentMean, recentMedian } from './longAndShort';
import { seasonalIndex, withoutSeason, withSeason } from './seasonal';
import { adjustedSeasonal, seasonalNaive } from './seasonalNaive';
import { averagedSmoothing, chosenAndDamped } from './smoothing';

/** The methods whose mean is projected, by the name that a backtest prints. */
export const METHODS = [
  'smoothing',
  'dampedTrend',
  'additiveSmoothing',
  'recentSmoothing',
  'autoregression',
  'holtWinters',
  'longMean',
  'recentMedian',
  'lastCycleMean',
  'seasonalNaive',
  'adjustedSeasonal',
] as const;
export type Method = (typeof METHODS)[number];

export type ByMethod<T> = Record<Method, T>;

/** `make(method)` for each method. */
export const forEachMethod = <T>(make: (method: Method) => T): ByMethod<T> =>
  Object.fromEntries(METHODS.map((method) => [method, make(method)])) as ByMethod<T>;

/** A series without its season, and how to give it back. */
type Plain = { values: readonly number[]; seasonal: boolean; restored: (extension: Extension) => Extension };

const plainOf = (values: readonly number[], season: number, multiplicative: boolean): Plain => {
  const index = seasonalIndex(values, season, multiplicative);
  if (!index) return { values, seasonal: false, restored: (extension) => extension };
  return {
    values: withoutSeason(values, index),
    seasonal: true,
    restored: ({ ahead, fitted }) => ({
      ahead: withSeason(ahead, index, values.length),
      fitted: () => withSeason(fitted(), index, 0),
    }),
  };
};

/** A method on the logarithms without their season. */
const onPlainLogarithms = (season: number, extend: Extend): Extend =>
  onLogarithms((values, horizon) => {
    const plain = plainOf(values, season, false);
    return plain.restored(extend(plain.values, horizon));
  });

/** A method that was not asked. */
const SILENT: Extension = { ahead: [], fitted: () => [] };

/** Computed at the first call. */
const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** What each of the methods asked for makes of a series of consecutive values, with a pause after each; nothing from the others. */
export function* extendAllSteps(
  values: readonly number[],
  season: number,
  horizon: number,
  asked: readonly Method[],
): Steps<ByMethod<Extension>> {
  const factors = once(() => plainOf(values, season, true));
  const differences = once(() => plainOf(values, season, false));
  const smoothed = once(() => chosenAndDamped(factors().values, horizon));
  const onFactors = (extend: Extend): Extension => factors().restored(extend(factors().values, horizon));
  const methods: ByMethod<() => Extension> = {
    smoothing: () => factors().restored(smoothed().chosen),
    dampedTrend: () => factors().restored(smoothed().damped),
    additiveSmoothing: () => differences().restored(chosenAndDamped(differences().values, horizon).chosen),
    recentSmoothing: () => recently(season, onPlainLogarithms(season, averagedSmoothing))(values, horizon),
    autoregression: () => onPlainLogarithms(season, autoregression)(values, horizon),
    holtWinters: () => holtWinters(season)(values, horizon),
    longMean: () => onFactors(longMean),
    recentMedian: () => onFactors(recentMedian(season)),
    lastCycleMean: () => recentMean(season)(values, horizon),
    seasonalNaive: () => seasonalNaive(season)(values, horizon),
    adjustedSeasonal: () => adjustedSeasonal(season)(values, horizon),
  };
  const extended = forEachMethod(() => SILENT);
  for (const method of METHODS) {
    if (!asked.includes(method)) continue;
    extended[method] = methods[method]();
    yield undefined;
  }
  return extended;
}
