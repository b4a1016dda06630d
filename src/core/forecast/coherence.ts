import type { Bounds } from './backtest';
import type { Forecast } from './forecast';
import { solvePositive } from './linear';
import { clamp, square, sum } from './statistics';
import { holding, type Futures } from './surprise';
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

/** Pairs that make a whole, by their places. */
const pairsOf = (relations: readonly Relation[]): { one: number; other: number; total: number }[] =>
  relations.flatMap(({ terms, total, kind }) => {
    const [one, other] = terms;
    const isPair = kind === 'equal' && terms.length === 2 && one?.factor === 1 && other?.factor === 1;
    return isPair ? [{ one: one.at, other: other.at, total }] : [];
  });

const OPPOSITE = { below: 'above', above: 'below', below95: 'above95', above95: 'below95' } as const;

/** The futures of what is left of a whole. */
const mirrored = ({ low, high, low95, high95 }: Futures, total: number): Futures => ({
  low: total - high,
  high: total - low,
  low95: total - high95,
  high95: total - low95,
});

/** What surprises in one of a pair does in the other, to the other side: both hold the futures of both. */
const futuresAt = (forecasts: readonly Forecast[], relations: readonly Relation[], step: number): (Futures | null)[] => {
  const futures = forecasts.map((forecast) => forecast.futures?.[step] ?? null);
  for (const { one, other, total } of pairsOf(relations)) {
    const [own, its] = [futures[one] ?? null, futures[other] ?? null];
    const left = its && mirrored(its, total);
    if (!own && !left) continue;
    const [a, b] = [own ?? left, left ?? own];
    if (!a || !b) continue;
    const both = {
      low: Math.min(a.low, b.low),
      high: Math.max(a.high, b.high),
      low95: Math.min(a.low95, b.low95),
      high95: Math.max(a.high95, b.high95),
    };
    futures[one] = both;
    futures[other] = mirrored(both, total);
  }
  return futures;
};

/**
 * Two figures that make a whole err by as much, to the other side: both intervals become the mean of the two, each
 * counting as its figure does in the values. Others keep their own.
 */
const widthsTogether = (widths: readonly Width[], variances: readonly number[], relations: readonly Relation[]): Width[] => {
  const together = [...widths];
  for (const { one, other } of pairsOf(relations)) {
    const [a, b] = [widths[one], widths[other]];
    const [left, right] = [variances[one] ?? 0, variances[other] ?? 0];
    if (!a || !b || left + right <= 0) continue;
    const share = right / (left + right);
    const mean = (side: keyof Width): number => share * a[side] + (1 - share) * b[OPPOSITE[side]];
    const both = { below: mean('below'), above: mean('above'), below95: mean('below95'), above95: mean('above95') };
    together[one] = both;
    together[other] = { below: both.above, above: both.below, below95: both.above95, above95: both.below95 };
  }
  return together;
};

/** Variances of one step; all alike where nothing is known of them. */
const variancesAt = (widths: readonly Width[], fixed: ReadonlySet<number>): number[] => {
  const halves = widths.map(({ below, above }) => (below + above) / 2);
  const isBlind = halves.every((half, at) => fixed.has(at) || half <= 0);
  return halves.map((half, at) => (fixed.has(at) ? 0 : isBlind ? 1 : square(half)));
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
    const widths = points.map((point, at) => widthOf(point, bounds[at] ?? FREE));
    const variances = variancesAt(widths, fixed);
    const values = reconciled(
      points.map(({ value }) => value),
      variances,
      relations,
      bounds,
    );
    return {
      values,
      variances,
      widths: widthsTogether(widths, variances, relations),
      futures: futuresAt(forecasts, relations, step),
    };
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
    const own = bounds[at] ?? FREE;
    const points = forecast.points.map((point, step) => {
      const { values, widths, futures } = steps[step] ?? {};
      return holding(projectionAt(values?.[at] ?? point.value, widths?.[at] ?? widthOf(point, own), own), futures?.[at]);
    });
    const futures = steps.flatMap((step) => step.futures[at] ?? []);
    const origins = forecast.origins.map((origin, index) => ({
      ...origin,
      projected: past?.[index]?.map((values) => values[at] ?? 0) ?? origin.projected,
    }));
    return { ...forecast, points, origins, futures: futures.length === points.length && futures.length > 0 ? futures : null };
  });
};
