import type { Bounds } from './backtest';
import type { Forecast } from './forecast';
import { solvePositive } from './linear';
import { clamp, square, sum } from './statistics';
import { projectionAt, widthOf, type Width } from './width';

/**
 * What always holds between figures: these, each times its factor, make `total` together (`equal`), or no more than it
 * (`most`). Answered and abandoned calls of those offered, as rates: factors 1 and 1, total 1.
 */
export type Relation = { terms: readonly { at: number; factor: number }[]; total: number; kind: 'equal' | 'most' };

/** No bounds. */
const FREE: Bounds = { low: -Infinity, high: Infinity };

/** A departure below this share of the figures is rounding. */
const NEGLIGIBLE = 1e-10;
/** Relations that follow from others are told from them by no less than this share. */
const RIDGE = 1e-13;
/** Limits taken up and dropped, at most, for each value. */
const ROUNDS_PER_VALUE = 8;

const limitsOf = (bounds: readonly Bounds[]): Relation[] =>
  bounds.flatMap(({ low, high }, at): Relation[] => [
    ...(high < Infinity ? [{ terms: [{ at, factor: 1 }], total: high, kind: 'most' } as const] : []),
    ...(low > -Infinity ? [{ terms: [{ at, factor: -1 }], total: -low, kind: 'most' } as const] : []),
  ]);

const excessOf = ({ terms, total }: Relation, values: readonly number[]): number =>
  sum(terms.map(({ at, factor }) => factor * (values[at] ?? 0))) - total;

/** How far two relations move together: their factors times each other, by the variances. */
const productOf = (one: Relation, other: Relation, variances: readonly number[]): number =>
  sum(
    one.terms.map(({ at, factor }) => factor * (variances[at] ?? 0) * (other.terms.find((term) => term.at === at)?.factor ?? 0)),
  );

/** The nearest values that keep to all these relations as equalities, and how hard each of them pulls. */
const nearestOn = (
  values: readonly number[],
  variances: readonly number[],
  held: readonly Relation[],
): { near: number[]; pulls: number[] } => {
  const matrix = held.map((one) => held.map((other) => productOf(one, other, variances) * (one === other ? 1 + RIDGE : 1)));
  const right = held.map((relation) => excessOf(relation, values));
  const pulls = solvePositive(matrix, right) ?? held.map(() => 0);
  const near = [...values];
  for (const [index, { terms }] of held.entries())
    for (const { at, factor } of terms) near[at] = (near[at] ?? 0) - (pulls[index] ?? 0) * factor * (variances[at] ?? 0);
  return { near, pulls };
};

/**
 * The values nearest to those given that keep to relations and bounds, near being measured in each value's own variance: what
 * is known best gives way least, and one of variance 0 not at all. It is the reconciliation of forecasts by their variances
 * (Hyndman et al., Computational Statistics & Data Analysis 55, 2011; Wickramasuriya, Athanasopoulos and Hyndman, JASA 114,
 * 2019), with limits held one by one as they are passed (an active set; Goldfarb and Idnani, Mathematical Programming 27, 1983).
 *
 * @example
 * const whole = { terms: [{ at: 0, factor: 1 }, { at: 1, factor: 1 }], total: 1, kind: 'equal' } as const;
 * reconciled([0.715, 0.387], [1, 1], [whole], [{ low: 0, high: 1 }, { low: 0, high: 1 }]) // [0.664, 0.336]
 */
export const reconciled = (
  values: readonly number[],
  variances: readonly number[],
  relations: readonly Relation[],
  bounds: readonly Bounds[],
): number[] => {
  const canGive = (relation: Relation): boolean => productOf(relation, relation, variances) > 0;
  const equal = relations.filter((relation) => relation.kind === 'equal' && canGive(relation));
  const limits = [...relations.filter(({ kind }) => kind === 'most'), ...limitsOf(bounds)].filter(canGive);
  const size = Math.max(...values.map(Math.abs), ...relations.map(({ total }) => Math.abs(total)));
  let held: readonly Relation[] = [];
  let near = [...values];
  for (let round = 0; round < ROUNDS_PER_VALUE * values.length; round++) {
    const found = nearestOn(values, variances, [...equal, ...held]);
    near = found.near;
    const pulls = found.pulls.slice(equal.length);
    const weakest = pulls.indexOf(Math.min(...pulls));
    if ((pulls[weakest] ?? 0) < 0) {
      held = held.filter((_, index) => index !== weakest);
      continue;
    }
    const excesses = limits.map((limit) => (held.includes(limit) ? 0 : excessOf(limit, near)));
    const worst = limits[excesses.indexOf(Math.max(...excesses))];
    if (!worst || excessOf(worst, near) <= NEGLIGIBLE * size || held.includes(worst)) break;
    held = [...held, worst];
  }
  return near.map((value, at) => clamp(value, bounds[at]?.low ?? -Infinity, bounds[at]?.high ?? Infinity));
};

/**
 * Two figures that make a whole err by as much, to the other side: both intervals become the mean of the two, each
 * counting as its figure does in the values. Others keep their own.
 */
const widthsTogether = (widths: readonly Width[], variances: readonly number[], relations: readonly Relation[]): Width[] => {
  const together = [...widths];
  for (const { terms, kind } of relations) {
    const [one, other] = terms;
    if (kind !== 'equal' || terms.length !== 2 || !one || !other || one.factor !== other.factor) continue;
    const [a, b] = [widths[one.at], widths[other.at]];
    const [left, right] = [variances[one.at] ?? 0, variances[other.at] ?? 0];
    if (!a || !b || left + right <= 0) continue;
    const share = right / (left + right);
    const mean = (of: keyof Width): number => share * a[of] + (1 - share) * b[of];
    together[one.at] = together[other.at] = { half: mean('half'), half95: mean('half95') };
  }
  return together;
};

/** Variances of one step; all alike where nothing is known of them. */
const variancesAt = (widths: readonly Width[], fixed: ReadonlySet<number>): number[] => {
  const isBlind = widths.every(({ half }, at) => fixed.has(at) || half <= 0);
  return widths.map(({ half }, at) => (fixed.has(at) ? 0 : isBlind ? 1 : square(half)));
};

/** Were the forecasts tried at the same past dates, so that what they said there can be made to agree too? */
const sameOrigins = (forecasts: readonly Forecast[]): boolean =>
  forecasts.every(
    ({ origins }) =>
      origins.length === forecasts[0]?.origins.length &&
      origins.every(({ length, projected }, index) => {
        const first = forecasts[0]?.origins[index];
        return length === first?.length && projected.length === first.projected.length;
      }),
  );

/**
 * Forecasts of figures between which something always holds, made to keep to it: their points, and what they said at past
 * dates, from which the errors of a sum or a mean of several periods are taken. Each gives way by the square of its
 * interval's width; those in `fixed` not at all. Aligned with `forecasts`, which all have as many points.
 */
export const coherentForecasts = (
  forecasts: readonly Forecast[],
  relations: readonly Relation[],
  bounds: readonly Bounds[],
  fixed: ReadonlySet<number> = new Set(),
): readonly Forecast[] => {
  const [first] = forecasts;
  const steps = (first?.points ?? []).map((_, step) => {
    const points = forecasts.flatMap((forecast) => forecast.points[step] ?? []);
    const widths = points.map(widthOf);
    const variances = variancesAt(widths, fixed);
    const values = reconciled(
      points.map(({ value }) => value),
      variances,
      relations,
      bounds,
    );
    return { values, variances, widths: widthsTogether(widths, variances, relations) };
  });
  const past = sameOrigins(forecasts)
    ? (first?.origins ?? []).map(({ projected }, index) =>
        projected.map((_, step) => {
          const said = forecasts.map(({ origins }) => origins[index]?.projected[step] ?? 0);
          return reconciled(said, steps[Math.min(step, steps.length - 1)]?.variances ?? [], relations, bounds);
        }),
      )
    : null;
  return forecasts.map((forecast, at) => {
    if (fixed.has(at)) return forecast;
    const points = forecast.points.map((point, step) =>
      projectionAt(steps[step]?.values[at] ?? point.value, steps[step]?.widths[at] ?? widthOf(point), bounds[at] ?? FREE),
    );
    const origins = forecast.origins.map((origin, index) => ({
      ...origin,
      projected: past?.[index]?.map((values) => values[at] ?? 0) ?? origin.projected,
    }));
    return { ...forecast, points, origins };
  });
};
