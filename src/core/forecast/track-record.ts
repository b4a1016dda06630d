/** A projection whose period is over, beside what came, in the figure's own unit. */
export type CheckedProjection = { value: number; low: number; high: number; actual: number };

/**
 * What the share inside says: too few to judge; as many as announced, as far as chance tells; intervals too narrow; wider than
 * needed.
 */
export type CoverageVerdict = 'few' | 'kept' | 'narrow' | 'wide';

export type TrackRecord = {
  checked: number;
  /** Of those, what came lay inside the announced interval. */
  inside: number;
  /** Mean of the errors without their sign. */
  meanAbsoluteError: number;
  /** The same as a share of what came; null where one of them is 0 or less, for which a share says nothing. */
  meanAbsolutePercentError: number | null;
  /** Mean of what came less what was projected: above 0 the projections were too low. */
  bias: number;
  verdict: CoverageVerdict;
};

/** Share of periods that the printed interval announces to hold. */
const ANNOUNCED = 0.8;
/** Fewer checks tell nothing of a share. */
const LEAST_CHECKS = 5;
/** How rare a count must be among projections that keep their word to be held against them. */
const LEVEL = 0.05;

/** Chance of exactly `count` of `trials`, each with the announced share: products alone, alike on every machine. */
const chanceOf = (count: number, trials: number): number => {
  let chance = 1;
  for (let one = 1; one <= count; one++) chance *= ((trials - count + one) / one) * ANNOUNCED;
  for (let one = 0; one < trials - count; one++) chance *= 1 - ANNOUNCED;
  return chance;
};

const chanceBetween = (first: number, last: number, trials: number): number => {
  let chance = 0;
  for (let count = first; count <= last; count++) chance += chanceOf(count, trials);
  return chance;
};

/** An exact binomial test on each side, at 5 %. */
const verdictOf = (inside: number, checked: number): CoverageVerdict => {
  if (checked < LEAST_CHECKS) return 'few';
  if (chanceBetween(0, inside, checked) < LEVEL) return 'narrow';
  return chanceBetween(inside, checked, checked) < LEVEL ? 'wide' : 'kept';
};

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;

/**
 * How good the projections of one figure have been.
 *
 * @example
 * trackRecordOf([{ value: 100, low: 90, high: 110, actual: 104 }]) // { checked: 1, inside: 1, bias: 4, verdict: 'few', … }
 */
export const trackRecordOf = (checks: readonly CheckedProjection[]): TrackRecord => {
  const inside = checks.filter(({ low, high, actual }) => actual >= low && actual <= high).length;
  const shares = checks.every(({ actual }) => actual > 0) && checks.length > 0;
  return {
    checked: checks.length,
    inside,
    meanAbsoluteError: average(checks.map(({ value, actual }) => Math.abs(actual - value))),
    meanAbsolutePercentError: shares ? average(checks.map(({ value, actual }) => Math.abs(actual - value) / actual)) : null,
    bias: average(checks.map(({ value, actual }) => actual - value)),
    verdict: verdictOf(inside, checks.length),
  };
};
