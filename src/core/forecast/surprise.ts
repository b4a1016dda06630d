import type { Bounds } from './backtest';
import type { Projection } from './forecast';
import { seasonalIndex, withoutSeason, withSeason } from './seasonal';
import { spreadFrom, type Evidence, type Spread } from './spread';
import { clamp, sum } from './statistics';

/**
 * A last value outside the interval that it was expected in may be a spike or the first of a new level: only what comes
 * next can tell, and the mean of both, which is projected, is likely to be wrong either way. So the intervals hold both
 * futures, that of the series as it was and that of the surprise lasting.
 */
export type Surprise = {
  /** What was said of the last value one step before, and the 95 % interval of it. */
  said: number;
  low95: number;
  high95: number;
  came: number;
  /** It is that of the period under way, by what is known of it: the one after the last value. */
  underWay?: true;
};

/** What the intervals of a step have to hold after a surprise: 80 % both futures, 95 % what is usual around them too. */
export type Futures = Omit<Projection, 'value'>;

/** What past projections showed before the last value came. */
const before = ({ origins, values, ...rest }: Evidence): Evidence => {
  const length = values.length - 1;
  const known = origins.flatMap((origin) => {
    const steps = length - origin.length;
    return steps > 0 ? [{ ...origin, projected: origin.projected.slice(0, steps), actual: origin.actual.slice(0, steps) }] : [];
  });
  return { ...rest, origins: known, values: values.slice(0, length) };
};

/** The last value beside what was said of it, where it lies outside the 95 % interval of then; null where it does not. */
export const surpriseOf = (evidence: Evidence, bounds: Bounds): Surprise | null => {
  const last = evidence.origins.find(({ length }) => length === evidence.values.length - 1);
  const [said, came] = [last?.projected[0], last?.actual[0] ?? null];
  if (said === undefined || came === null) return null;
  const { half95 } = spreadFrom(before(evidence));
  if (Math.abs(came - said) <= half95(0, said)) return null;
  const at = (value: number): number => clamp(value, bounds.low, bounds.high);
  return { said, came, low95: at(said - half95(0, said)), high95: at(said + half95(0, said)) };
};

/**
 * Both futures of each step: `expected` is what the series would do had the last value not come, and the surprise goes on by
 * the share that it was of what was said, or by the difference where values are not all above 0.
 *
 * @example
 * futuresOf({ said: 0.93, came: 0.6, … }, [0.93, 0.93], spread, { low: 0, high: 1 })[0] // { low: 0.6, high: 0.93, … }
 */
export const futuresOf = (
  { said, came }: Pick<Surprise, 'said' | 'came'>,
  expected: readonly number[],
  { half }: Pick<Spread, 'half'>,
  { low, high }: Bounds,
): Futures[] =>
  expected.map((back, step) => {
    const lasting = said > 0 && came >= 0 && back > 0 ? back * (came / said) : back + came - said;
    const [lower, upper] = [Math.min(back, lasting), Math.max(back, lasting)].map((value) => clamp(value, low, high));
    const [below, above] = [lower ?? back, upper ?? back];
    return {
      low: below,
      high: above,
      low95: clamp(below - half(step, below), low, high),
      high95: clamp(above + half(step, above), low, high),
    };
  });

/** What comes where the last value without its season goes on as it is. */
const repeated = (values: readonly number[], season: number, horizon: number): readonly number[] => {
  const index = seasonalIndex(values, season, true);
  const last = (index ? withoutSeason(values, index) : values).at(-1) ?? 0;
  const ahead = new Array<number>(horizon).fill(last);
  return index ? withSeason(ahead, index, values.length) : ahead;
};

/**
 * The future of the last value lasting, where the projection has gone so far back from it that its 95 % interval leaves it out:
 * so it is one or two steps after a shock, which then surprises no more and is no level yet either. null everywhere else.
 */
export const lastingFutures = (
  projected: readonly number[],
  { values, season, horizon }: Pick<Evidence, 'values' | 'season' | 'horizon'>,
  { half, half95 }: Spread,
  { low, high }: Bounds,
): Futures[] | null => {
  const lasting = repeated(values, season, horizon);
  const [first, said] = [lasting[0] ?? 0, projected[0] ?? 0];
  if (Math.abs(first - said) <= half95(0, said)) return null;
  return projected.map((value, step) => {
    const [below, above] = [Math.min(value, lasting[step] ?? value), Math.max(value, lasting[step] ?? value)];
    return {
      low: clamp(below, low, high),
      high: clamp(above, low, high),
      low95: clamp(below - half(step, below), low, high),
      high95: clamp(above + half(step, above), low, high),
    };
  });
};

/** The futures of both. */
export const futuresOfBoth = (one: readonly Futures[] | null, other: readonly Futures[] | null): readonly Futures[] | null =>
  one && other
    ? one.map((futures, step) => {
        const its = other[step] ?? futures;
        return {
          low: Math.min(futures.low, its.low),
          high: Math.max(futures.high, its.high),
          low95: Math.min(futures.low95, its.low95),
          high95: Math.max(futures.high95, its.high95),
        };
      })
    : (one ?? other);

/** A projection whose intervals hold both futures. */
export const holding = (point: Projection, futures: Futures | null | undefined): Projection =>
  futures
    ? {
        value: point.value,
        low: Math.min(point.low, futures.low),
        high: Math.max(point.high, futures.high),
        low95: Math.min(point.low95, futures.low95),
        high95: Math.max(point.high95, futures.high95),
      }
    : point;

/** Futures changed value by value by something that keeps their order. */
export const futuresBy = (
  futures: readonly Futures[] | null,
  change: (value: number, step: number) => number,
): Futures[] | null =>
  futures?.map(({ low, high, low95, high95 }, step) => ({
    low: change(low, step),
    high: change(high, step),
    low95: change(low95, step),
    high95: change(high95, step),
  })) ?? null;

/** Both futures of several steps together, each weighing as it is told; null without surprise. */
export const futuresTogether = (futures: readonly Futures[] | null, weights: readonly number[]): Futures | null => {
  if (!futures || futures.length < weights.length) return null;
  const total = (of: keyof Futures): number => sum(weights.map((weight, step) => weight * (futures[step]?.[of] ?? 0)));
  return { low: total('low'), high: total('high'), low95: total('low95'), high95: total('high95') };
};
