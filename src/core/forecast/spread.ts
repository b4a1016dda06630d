import type { Bounds, Origin } from './backtest';
import { highestRate, type FigureKind } from './bounds';
import { log, power } from './elementary';
import type { Projection } from './forecast';
import { seasonalIndex, withoutSeason } from './seasonal';
import { clamp, mean, square, sum } from './statistics';

/** Half-widths of the 80 % and the 95 % interval of a value projected so many steps ahead (0 is the next period). */
export type Spread = {
  half: (step: number, value: number) => number;
  half95: (step: number, value: number) => number;
  /** Degrees of freedom behind the width. */
  freedom: number;
};

/** Errors grow like a power of their distance; where too few values are there to tell, like this one. */
const USUAL_GROWTH = 0.3;
/** Past errors are few and start on the same phases: what the whole series says of the growth weighs as much as so many of them. */
const WEIGHT_OF_SERIES = 60;
const MOST_GROWTH = 0.9;
/** A random walk's growth: what grows faster has a direction, which the methods follow. */
const MOST_GROWTH_OF_SERIES = 0.5;
/** A distance is measured where the series holds it so many times. */
const LEAST_SPANS = 3;
/** An error counts this much beside those of the date after it. */
const RECENCY = 0.85;
/** The width rests on the past projections' errors, and by the rest of the share on the steps from one value to the next. */
const SHARE_OF_ERRORS = 0.6;
/** Mean absolute value to standard deviation, for normal values. */
const TO_DEVIATION = 1.2533;
/** A projection below this share of the level is taken for that share: small values are not known to the last unit. */
const LEAST_LEVEL = 0.05;

/** Errors below this share of the least deviation are rounding: they say nothing of how errors grow. */
const NEXT_TO_NOTHING = 1e-6;

/** What came less what was projected, with its distance and how much it counts. */
type PastError = { error: number; step: number; weight: number };

/** A mean distance so many steps ahead, both by their logarithm, and how many it was taken over. */
type Growing = { x: number; y: number; count: number };

/** Slope of a line through points, drawn towards `expected` as by `weight` units of their own spread. */
const slopeTowards = (points: readonly Growing[], expected: number, weight: number): number => {
  if (points.length < 2) return expected;
  const total = sum(points.map(({ count }) => count));
  const meanX = sum(points.map(({ x, count }) => x * count)) / total;
  const meanY = sum(points.map(({ y, count }) => y * count)) / total;
  const product = sum(points.map(({ x, y, count }) => count * (x - meanX) * (y - meanY)));
  const spread = sum(points.map(({ x, count }) => count * square(x - meanX)));
  return (product + weight * expected) / (spread + weight);
};

/** Mean distance, without its sign, between values so many steps apart. */
const distanceApart = (values: readonly number[], steps: number): number =>
  mean(values.slice(steps).map((value, before) => Math.abs(value - (values[before] ?? 0))));

/**
 * How fast the values of a series without its season leave each other: a power of the steps between them, 0 for values that
 * keep coming back, a half for a random walk.
 */
const growthOfSeries = (plain: readonly number[], horizon: number, floor: number): number => {
  const points: Growing[] = [];
  for (let steps = 1; steps <= Math.min(horizon, Math.floor(plain.length / LEAST_SPANS)); steps++) {
    const away = distanceApart(plain, steps);
    if (away > NEXT_TO_NOTHING * floor) points.push({ x: log(steps), y: log(away), count: 1 });
  }
  return clamp(slopeTowards(points, USUAL_GROWTH, 0), 0, MOST_GROWTH_OF_SERIES);
};

/** Power by which errors grow with the distance, fitted on the logarithms and drawn towards what the series itself says. */
const growthOf = (errors: readonly PastError[], floor: number, expected: number): number => {
  const points: Growing[] = [];
  for (let step = 0; step <= Math.max(...errors.map((one) => one.step)); step++) {
    const known = errors.filter((one) => one.step === step);
    const weights = sum(known.map(({ weight }) => weight));
    const average = sum(known.map(({ error, weight }) => weight * Math.abs(error))) / weights;
    if (average > NEXT_TO_NOTHING * floor) points.push({ x: log(step + 1), y: log(average), count: known.length });
  }
  return clamp(slopeTowards(points, expected, WEIGHT_OF_SERIES), 0, MOST_GROWTH);
};

/** Values above 0 vary more where they are larger: by the root of their share of the level. Others vary alike everywhere. */
const scaleOf = (values: readonly number[]): ((value: number) => number) => {
  const level = mean(values);
  if (!values.every((value) => value > 0)) return () => 1;
  return (value) => Math.sqrt(Math.max(value / level, LEAST_LEVEL));
};

const seasonTakenOut = (values: readonly number[], season: number): readonly number[] => {
  const index = seasonalIndex(values, season, true);
  return index ? withoutSeason(values, index) : values;
};

/** After so many cycles of more than a week the season is known so well that past errors, when it was less so, are too wide a measure. */
const MANY_CYCLES = 12;
const DAYS_A_WEEK = 7;
const AFTER_MANY_CYCLES = 0.9;

/** Deviations on either side that hold 95 % and 80 % of what comes, where the past projections span so many horizons. */
const limitsFor = (horizons: number): { limit80: number; limit95: number } => ({
  limit80: 1.15 + 0.31 / (horizons + 0.4),
  limit95: 1.73 + 1.33 / (horizons + 0.4),
});

export type Evidence = {
  origins: readonly Origin[];
  values: readonly number[];
  season: number;
  horizon: number;
  /** Least deviation: a series that never moved is not certain never to move. */
  floor: number;
};

/**
 * The interval that past projections deserve: their errors brought back to one step ahead, steadied by how much the series moves
 * from one value to the next, growing with the distance as they did and as the series leaves itself, and the wider the less past
 * there is to learn from.
 */
export const spreadFrom = ({ origins, values, season, horizon, floor }: Evidence): Spread => {
  const scale = scaleOf(values);
  let weight = 1 / RECENCY;
  const errors = origins.flatMap(({ projected, actual }) => {
    weight *= RECENCY;
    return actual.flatMap((fact, step): PastError[] => {
      const said = projected[step] ?? 0;
      return fact === null ? [] : [{ error: (fact - said) / scale(said), step, weight }];
    });
  });
  const plain = seasonTakenOut(values, season);
  const steps = TO_DEVIATION * distanceApart(plain, 1);
  const expected = growthOfSeries(plain, horizon, floor);
  const growth = errors.length > 0 ? growthOf(errors, floor, expected) : expected;
  const squares = sum(errors.map(({ error, step, weight: counts }) => counts * square(error / power(step + 1, growth))));
  const seen = errors.length > 0 ? Math.sqrt(squares / sum(errors.map(({ weight: counts }) => counts))) : steps;
  const deviation = steps > 0 ? power(seen, SHARE_OF_ERRORS) * power(steps, 1 - SHARE_OF_ERRORS) : seen;
  const earliest = origins.at(-1);
  const { limit80, limit95 } = limitsFor(earliest ? (values.length - 1 - earliest.length) / horizon : 0);
  const learnt = season > DAYS_A_WEEK && values.length >= MANY_CYCLES * season ? AFTER_MANY_CYCLES : 1;
  const unit = (step: number, value: number): number =>
    Math.max(learnt * deviation * scale(value), floor) * power(step + 1, growth);
  return {
    half: (step, value) => limit80 * unit(step, value),
    half95: (step, value) => limit95 * unit(step, value),
    freedom: Math.max(1, (errors.length > 0 ? origins.length : values.length - 1) - 1),
  };
};

/** Least deviation of a series that hardly moves, as a share of its level. */
const LEAST_SHARE = 0.005;
/** Whole numbers may always change by one. */
const LEAST_WHOLE = 0.25;

/**
 * Deviation under which no series is believed to vary. A rate has no step of one, but one that never moved is no surer at 0
 * than at 1: it is taken by what it may reach.
 */
export const leastDeviation = (values: readonly number[], kind: FigureKind | undefined): number => {
  if (kind === 'rate' && values.every((value) => value === values[0])) {
    const highest = highestRate(values);
    return LEAST_SHARE * (highest < Infinity ? highest : Math.abs(mean(values)));
  }
  const whole = kind !== 'rate' && values.every((value) => Number.isInteger(value));
  return Math.max(LEAST_SHARE * Math.abs(mean(values)), whole ? LEAST_WHOLE : 0);
};

/** Projected values with their intervals, cut where the figures cannot lie. */
export const withIntervals = (values: readonly number[], { half, half95 }: Spread, { low, high }: Bounds): Projection[] =>
  values.map((value, step) => ({
    value,
    low: clamp(value - half(step, value), low, high),
    high: clamp(value + half(step, value), low, high),
    low95: clamp(value - half95(step, value), low, high),
    high95: clamp(value + half95(step, value), low, high),
  }));
