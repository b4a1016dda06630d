import { atOnce, type Steps } from '../steps';
import type { Origin } from './backtest';
import { forecastSteps, type Forecast, type ForecastOptions } from './forecast';
import type { Series } from './series';
import { clamp } from './statistics';
import { holding } from './surprise';
import { projectionAt, widthOf } from './width';

/** A ratio's projection with the parts that it is the quotient of. */
export type RatioForecast = {
  /** The rate, a period each: exactly `numerators[step] / denominators.points[step].value`. */
  rates: Forecast;
  /** Projected numerators, aligned with `denominators.points`. */
  numerators: readonly number[];
  denominators: Forecast;
  /** Share of the parts' own projections in the rate, by their past errors; the rest is the rate projected directly. */
  throughParts: number;
};

export type RatioSeries = { numerators: Series; denominators: Series; rates: Series };

/** Past dates prove little when they are few: this many more are supposed, on which the parts' own quotient brought nothing. */
const SUPPOSED_ORIGINS = 4;

const quotient = (numerator: number, denominator: number, fallback: number, low: number, high: number): number =>
  denominator > 0 ? clamp(numerator / denominator, low, high) : fallback;

type Facts = { direct: number; parts: number; actual: number };

/** What both ways said of a past rate, beside what came. */
const factsOf = (direct: Origin, others: readonly [Forecast, Forecast], low: number, high: number): Facts[] => {
  const [numerators, denominators] = others.map(({ origins }) => origins.find(({ length }) => length === direct.length));
  if (!numerators || !denominators) return [];
  return direct.actual.flatMap((actual, step): Facts[] => {
    const said = direct.projected[step];
    const [top, bottom] = [numerators.projected[step], denominators.projected[step]];
    if (actual === null || said === undefined || top === undefined || bottom === undefined) return [];
    return [{ direct: said, parts: quotient(top, bottom, said, low, high), actual }];
  });
};

/**
 * Share of the parts' quotient that would have left the least squared error at past dates, drawn towards none: the errors
 * of both ways go together, so that weights by the inverse of their squares would leave too much to the worse.
 */
const shareOfParts = (facts: readonly Facts[], origins: number): number => {
  let [gain, apart] = [0, 0];
  for (const { direct, parts, actual } of facts) {
    gain += (actual - direct) * (parts - direct);
    apart += (parts - direct) * (parts - direct);
  }
  return apart > 0 ? clamp((gain / apart) * (origins / (origins + SUPPOSED_ORIGINS)), 0, 1) : 0;
};

/**
 * Does a part move as nothing before told? Where both do, one shock went through them, and each is drawn back to what was usual
 * at a pace of its own: their quotient would be a rate that the service never had.
 */
const isUnsettled = ({ surprise, futures }: Forecast): boolean => surprise !== null || futures !== null;

/** The origins of the rate as it is projected: a mean of both ways where both are known. */
const combinedOrigin = (origin: Origin, facts: readonly Facts[], share: number): Origin =>
  facts.length < origin.actual.filter((actual) => actual !== null).length
    ? origin
    : { ...origin, projected: originRates(origin, facts, share) };

const originRates = (origin: Origin, facts: readonly Facts[], share: number): number[] => {
  let known = 0;
  return origin.projected.map((said, step) => {
    const fact = origin.actual[step] === null || origin.actual[step] === undefined ? undefined : facts[known++];
    return fact ? share * fact.parts + (1 - share) * fact.direct : said;
  });
};

/**
 * Projects a rate through its numerator and its denominator, so that the three always agree. Two ways lead there: the
 * quotient of the parts' own projections, and the rate's own one, which sees a steady rate under unsteady volumes. The rate
 * is the mean of both that would have erred least at past dates (Bates and Granger, Operational Research Quarterly 20,
 * 1969); the numerator is that rate times the projected denominator. After a shock of the volume the rate's own way alone counts,
 * and the parts never lead out of its 80 % interval.
 *
 * @example
 * forecastRatio({ numerators: answered, denominators: offered, rates }, { horizon: 4, low: 0, high: 1 }).rates.points[0]
 */
export const forecastRatio = (series: RatioSeries, options: ForecastOptions): RatioForecast =>
  atOnce(forecastRatioSteps(series, options));

/**
 * `forecastRatio` in slices. `partSteps` projects a part otherwise than the engine alone does, by its open days for instance.
 */
export function* forecastRatioSteps(
  series: RatioSeries,
  options: ForecastOptions,
  partSteps: (part: Series, options: ForecastOptions) => Steps<Forecast> = forecastSteps,
): Steps<RatioForecast> {
  const { low = -Infinity, high = Infinity, horizon, season } = options;
  const parts = { horizon, ...(season !== undefined && { season }) };
  const direct = yield* forecastSteps(series.rates, options);
  const numerators = yield* partSteps(series.numerators, parts);
  const denominators = yield* partSteps(series.denominators, parts);
  const byOrigin = direct.origins.map((origin) => factsOf(origin, [numerators, denominators], low, high));
  const facts = byOrigin.flat();
  const throughParts =
    isUnsettled(numerators) && isUnsettled(denominators)
      ? 0
      : shareOfParts(facts, byOrigin.filter((origin) => origin.length > 0).length);
  const points = direct.points.map((point, step) => {
    const top = numerators.points[step]?.value;
    const bottom = denominators.points[step]?.value ?? 0;
    const byParts = top === undefined ? point.value : quotient(top, bottom, point.value, point.low, point.high);
    const value = throughParts * byParts + (1 - throughParts) * point.value;
    return holding(projectionAt(value, widthOf(point, { low, high }), { low, high }), direct.futures?.[step]);
  });
  const origins = direct.origins.map((origin, index) => combinedOrigin(origin, byOrigin[index] ?? [], throughParts));
  return {
    rates: { ...direct, points, origins },
    numerators: points.map(({ value }, step) => value * (denominators.points[step]?.value ?? 0)),
    denominators,
    throughParts,
  };
}
