import type { Bounds } from './backtest';
import type { Forecast, Projection } from './forecast';
import { clamp, square } from './statistics';
import { holding, type Futures } from './surprise';
import { projectionAt, widthOf } from './width';

/**
 * What has come of a period under way: `share` of it, 0 to 1, as usual days weigh, and what this makes of the period's figure.
 * Of a sum its known days; of a rate the known days' rate times their share of the volume.
 */
export type Begun = { known: number; share: number };

/**
 * Days of a week err halfway between all alone and all together, as weeks do in the total of several: the variance of a share of
 * them is the mean of the share and of its square, times that of the whole.
 */
const varianceOf = (share: number): number => (share + square(share)) / 2;

/** By how much the days to come follow the surprise of those known: the regression of the one on the other. */
const followed = (rest: number, known: number): number => rest / (1 + known);

/** What is left of a whole's standard deviation once some of its days are known: 1 for none, 0 for all. */
const doubtOf = (known: number): number => {
  const rest = 1 - known;
  return Math.sqrt(Math.max(0, varianceOf(rest) - (square(rest) * known) / (2 * (1 + known))));
};

/** Both futures of the days to come where those known are outside what was expected of them: as usual, or as these were. */
const futuresOf = (point: Projection, { known, share }: Begun, { low, high }: Bounds): Futures | null => {
  const [rest, half95] = [1 - share, Math.max(point.high95 - point.value, point.value - point.low95)];
  if (share <= 0 || Math.abs(known - share * point.value) <= half95 * Math.sqrt(varianceOf(share))) return null;
  const [usual, lasting] = [point.value, clamp(known / share, low, high)];
  const [below, above] = [known + rest * Math.min(usual, lasting), known + rest * Math.max(usual, lasting)];
  return { low: below, high: above, low95: below, high95: above };
};

/**
 * The projection of a period under way: what is known of it, and what was projected of the rest, which follows the known days
 * by as much as days err together. Only the rest is uncertain. The best guess of normal errors, given some of them.
 *
 * @example
 * projectBegun({ value: 6370, low: 6000, high: 6740, … }, { known: 6125, share: 0.93 }, { low: 0, high: Infinity }).value // 6579
 */
export const projectBegun = (point: Projection, begun: Begun, bounds: Bounds): Projection => {
  const { known, share } = begun;
  const rest = 1 - share;
  const own: Bounds = { low: known + rest * bounds.low, high: known + rest * bounds.high };
  const limits = rest > 0 ? own : { low: known, high: known };
  const value = known + rest * point.value + followed(rest, share) * (known - share * point.value);
  const [width, doubt] = [widthOf(point, bounds), doubtOf(share)];
  const left = {
    below: doubt * width.below,
    above: doubt * width.above,
    below95: doubt * width.below95,
    above95: doubt * width.above95,
  };
  return holding(projectionAt(clamp(value, limits.low, limits.high), left, limits), futuresOf(point, begun, bounds));
};

/** A forecast whose first period is under way: its point is `point`, and past first steps erred by as much less as it is known. */
export const withFirst = (forecast: Forecast, point: Projection, doubt: number): Forecast => ({
  ...forecast,
  points: [point, ...forecast.points.slice(1)],
  futures: forecast.futures && [point, ...forecast.futures.slice(1)],
  origins: forecast.origins.map((origin) => {
    const [said, came] = [origin.projected[0], origin.actual[0] ?? null];
    if (said === undefined || came === null) return origin;
    return { ...origin, projected: [came + doubt * (said - came), ...origin.projected.slice(1)] };
  }),
});

/** The forecast of a series whose first period is `begun`; as it is without any point. */
export const withBegun = (forecast: Forecast, begun: Begun, bounds: Bounds): Forecast => {
  const [first] = forecast.points;
  return first ? withFirst(forecast, projectBegun(first, begun, bounds), doubtOf(begun.share)) : forecast;
};

/** The first period as one forecast says, and those after it as another does that begins with them. */
export const thenAs = (first: Forecast, next: Forecast): Forecast => {
  const [now] = first.points;
  const steps = first.points.length - 1;
  if (!now || next.points.length < steps) return first;
  const points = [now, ...next.points.slice(0, steps)];
  return {
    ...first,
    points,
    surprise: next.surprise ? { ...next.surprise, underWay: true } : next.futures && first.surprise,
    futures: next.futures && [now, ...next.futures.slice(0, steps)],
  };
};
