import { autoregression } from './autoregression';
import type { Extend, Extension } from './extension';
import { holtWinters } from './holtWinters';
import { seasonalIndex, withoutSeason, withSeason } from './seasonal';
import { adjustedSeasonal, seasonalNaive } from './seasonalNaive';
import { smoothing } from './smoothing';
import { theta } from './theta';

/** The methods whose mean is projected, by the name that a backtest prints. */
export const METHODS = ['theta', 'autoregression', 'smoothing', 'holtWinters', 'seasonalNaive', 'adjustedSeasonal'] as const;
export type Method = (typeof METHODS)[number];

export type ByMethod<T> = Record<Method, T>;

/** What each method projects; the first three work on the series without its season. */
export const extendAll = (values: readonly number[], season: number, horizon: number): ByMethod<Extension> => {
  const index = seasonalIndex(values, season);
  const plain = index ? withoutSeason(values, index) : values;
  const through = (extend: Extend): Extension => {
    const { ahead, fitted } = extend(plain, horizon);
    return index
      ? { ahead: withSeason(ahead, index, values.length), fitted: () => withSeason(fitted(), index, 0) }
      : { ahead, fitted };
  };
  return {
    theta: through(theta),
    autoregression: through(autoregression),
    smoothing: through(smoothing),
    holtWinters: holtWinters(values, season, horizon),
    seasonalNaive: seasonalNaive(values, season, horizon),
    adjustedSeasonal: adjustedSeasonal(values, season, horizon),
  };
};
