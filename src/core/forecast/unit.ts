import type { Origin } from './backtest';
import { powerOfTwoBelow } from './elementary';
import type { Forecast, Projection } from './forecast';
import { isKnown, type Series } from './series';
import { clamp } from './statistics';
import { futuresBy } from './surprise';

/**
 * The power of two at or below the greatest figure's size. Figures are projected in this unit, an exact division: what is near 0
 * or next to nothing is so beside the series itself, in euros as in millions of them, and no square leaves the range of numbers.
 */
export const unitOf = (series: Series): number => {
  const greatest = Math.max(...series.map((value) => (isKnown(value) ? Math.abs(value) : 0)));
  return greatest > 0 ? powerOfTwoBelow(greatest) : 1;
};

/** Brings a forecast back from the unit it was made in. */
export const inUnits = (forecast: Forecast, unit: number): Forecast => {
  const back = (value: number): number => clamp(value * unit, -Number.MAX_VALUE, Number.MAX_VALUE);
  const backOrNull = (value: number | null): number | null => (value === null ? null : back(value));
  return {
    ...forecast,
    points: forecast.points.map(({ value, low, high, low95, high95 }): Projection => ({
      value: back(value),
      low: back(low),
      high: back(high),
      low95: back(low95),
      high95: back(high95),
    })),
    origins: forecast.origins.map(({ length, projected, actual }): Origin => ({
      length,
      projected: projected.map(back),
      actual: actual.map(backOrNull),
    })),
    cleaned: forecast.cleaned.map(({ index, from, to }) => ({ index, from: back(from), to: back(to) })),
    fitted: forecast.fitted.map(backOrNull),
    surprise: forecast.surprise && {
      said: back(forecast.surprise.said),
      came: back(forecast.surprise.came),
      low95: back(forecast.surprise.low95),
      high95: back(forecast.surprise.high95),
    },
    futures: futuresBy(forecast.futures, back),
  };
};
