import { forecast } from '../../src/core/forecast/forecast';
import type { Scored } from './measures';
import type { ScoredSeries } from './series';

/** What the engine projects for a series. */
export const projectSeries = ({ x, h, ms, kind }: ScoredSeries): Required<Scored> => {
  const { points } = forecast(x, { horizon: h, season: ms, kind });
  return {
    point: points.map(({ value }) => value),
    lo80: points.map(({ low }) => low),
    hi80: points.map(({ high }) => high),
    lo95: points.map(({ low95 }) => low95),
    hi95: points.map(({ high95 }) => high95),
  };
};
