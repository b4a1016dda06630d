import type { Origin } from './backtest';
import type { Forecast, Projection } from './forecast';
import { clamp, student80, student95, square, sum } from './statistics';
import { futuresTogether, holding } from './surprise';

/**
 * The projection of a page's period of several weeks. Its interval is not the sum of the weeks' intervals, which would
 * suppose that all weeks err in the same direction: it comes from how wrong the *sum* was at past dates.
 */

/** Steps whose sum (or ratio of sums) is wanted, `count` from one on; null when they do not all exist. */
const firstSteps = <T>(values: readonly T[], count: number, from = 0): readonly T[] | null =>
  values.length >= from + count ? values.slice(from, from + count) : null;

const allKnown = (values: readonly (number | null)[] | null): readonly number[] | null =>
  values?.every((value): value is number => value !== null) ? values : null;

/** Past totals are few: what the weeks' own widths suppose counts for as many as this. */
const SUPPOSED_ORIGINS = 3;

/** How wrong a total is: standard deviation and half-widths of its 80 % and 95 % intervals. */
export type TotalError = { deviation: number; half: number; half95: number };

/** From the errors of past totals, steadied by a supposed variance. */
const errorFrom = (errors: readonly number[], supposed: number): TotalError => {
  const seen = sum(errors.map((error) => error * error));
  const deviation = Math.sqrt((seen + SUPPOSED_ORIGINS * supposed) / (errors.length + SUPPOSED_ORIGINS));
  // With next to no past totals the supposed variance is what is known, and counts as it does above.
  const freedom = Math.max(SUPPOSED_ORIGINS, errors.length);
  return { deviation, half: student80(freedom) * deviation, half95: student95(freedom) * deviation };
};

/** Variance of the sum of projected weeks, halfway between weeks that err alone and weeks that err together. */
const supposedVariance = (points: readonly Projection[], { freedom, futures }: Pick<Forecast, 'freedom' | 'futures'>): number => {
  // The wider side of an interval, for bounds may have cut the other; after a surprise the one that was not drawn out to hold it.
  const sideOf = futures ? Math.min : Math.max;
  const deviations = points.map((point) => sideOf(point.high - point.value, point.value - point.low) / student80(freedom));
  return (sum(deviations.map((deviation) => deviation * deviation)) + square(sum(deviations))) / 2;
};

/** How wrong the sum of `count` projected periods from step `from` on is; null when they are not all projected. */
export const errorOfTotal = (projected: Forecast, count: number, from = 0): TotalError | null => {
  const steps = firstSteps(projected.points, count, from);
  if (!steps) return null;
  const errors = projected.origins.flatMap((origin) => {
    const actual = allKnown(firstSteps(origin.actual, count, from));
    return actual ? [sum(actual) - sum(origin.projected.slice(from, from + count))] : [];
  });
  return errorFrom(errors, supposedVariance(steps, projected));
};

/** Sum of the first `count` projected periods, for counts and amounts; null when they are not all projected. Of one it is its own. */
export const projectTotal = (weeks: Forecast, count: number): Projection | null => {
  if (count === 1) return weeks.points[0] ?? null;
  const steps = firstSteps(weeks.points, count);
  const error = errorOfTotal(weeks, count);
  if (!steps || !error) return null;
  const value = sum(steps.map((point) => point.value));
  const { half, half95 } = error;
  const lowest = Math.min(0, ...steps.map((point) => point.low)) < 0 ? -Infinity : 0;
  const total = {
    value,
    low: Math.max(lowest, value - half),
    high: value + half,
    low95: Math.max(lowest, value - half95),
    high95: value + half95,
  };
  return holding(
    total,
    futuresTogether(
      weeks.futures,
      steps.map(() => 1),
    ),
  );
};

const ratioOf = (rates: readonly number[], weights: readonly number[]): number | null => {
  const total = sum(weights);
  return total > 0 ? sum(rates.map((rate, index) => rate * (weights[index] ?? 0))) / total : null;
};

const sameOrigin = (origins: readonly Origin[], length: number): Origin | undefined =>
  origins.find((origin) => origin.length === length);

/**
 * Ratio of the first `count` projected periods: each week's projected numerator (its rate times its denominator) over
 * the projected denominators, never a mean of rates. Both series must cover the same periods.
 * Without projected denominators each week counts the same, which `weighted: false` says.
 */
export const projectRatio = (
  rates: Forecast,
  denominators: Forecast | null,
  count: number,
): (Projection & { weighted: boolean }) | null => {
  const steps = firstSteps(rates.points, count);
  if (!steps) return null;
  const equal = new Array<number>(count).fill(1);
  const projectedWeights = denominators ? firstSteps(denominators.points, count)?.map((point) => point.value) : undefined;
  const weights = projectedWeights && sum(projectedWeights) > 0 ? projectedWeights : equal;
  const weighted = weights !== equal;
  const value = ratioOf(
    steps.map((point) => point.value),
    weights,
  );
  if (value === null) return null;
  const [only] = steps;
  if (only && count === 1) return { ...only, weighted };
  const errors = rates.origins.flatMap((origin) => {
    const actual = allKnown(firstSteps(origin.actual, count));
    if (!actual) return [];
    const volumes = weighted ? sameOrigin(denominators?.origins ?? [], origin.length) : undefined;
    const actualWeights = allKnown(firstSteps(volumes?.actual ?? [], count)) ?? equal;
    const pastWeights = firstSteps(volumes?.projected ?? [], count) ?? equal;
    const was = ratioOf(actual, actualWeights);
    const said = ratioOf(origin.projected.slice(0, count), pastWeights);
    return was === null || said === null ? [] : [was - said];
  });
  const { half, half95 } = errorFrom(errors, supposedVariance(steps, rates) / square(count));
  const low = Math.min(...steps.map((point) => point.low));
  const high = Math.max(...steps.map((point) => point.high));
  const low95 = Math.min(...steps.map((point) => point.low95));
  const high95 = Math.max(...steps.map((point) => point.high95));
  // The weeks' own intervals respect the bounds of a rate; their mean cannot lie outside them.
  const ratio = {
    value,
    low: clamp(value - half, low, value),
    high: clamp(value + half, value, high),
    low95: clamp(value - half95, low95, value),
    high95: clamp(value + half95, value, high95),
  };
  const shares = weights.map((weight) => weight / sum(weights));
  return { ...holding(ratio, futuresTogether(rates.futures, shares)), weighted };
};
