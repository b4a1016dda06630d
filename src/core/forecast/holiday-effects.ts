import type { HolidayId } from '../period/holidays';
import { mean, sum } from './statistics';

/**
 * What public holidays do to a service, from those of its past: closed, or open at a level of its own. Few are known of
 * each, so that each level is drawn towards that of all holidays, and that one towards no effect, by how uncertain it is
 * (James and Stein's estimator, in Efron and Morris's form for means of unequal certainty).
 */

/** A past holiday: the day's figure over what the same weekday usually brings. */
export type HolidaySeen = { id: HolidayId; ratio: number };

/** What a day brings, over what its weekday usually does, and how uncertain that is (one standard error). */
export type Level = { factor: number; error: number };

export type HolidayEffects = {
  /** Is the service closed on it, as far as its past shows? */
  isClosed: (id: HolidayId) => boolean;
  /** Level of a holiday on which it is open. */
  levelOf: (id: HolidayId) => Level;
};

/** A day with less than this share of its usual figure was closed. */
export const CLOSED_BELOW = 0.05;
/** Standard errors from which an effect is believed. */
const SURE = 2;
/** An effect smaller than this is none. */
const LEAST_EFFECT = 0.03;

/** Share of a mean's departure that is not chance: 0 when it is within its standard error. */
const certainShare = (departure: number, squaredError: number): number =>
  departure === 0 ? 0 : Math.max(0, 1 - squaredError / (departure * departure));

/** A mean departure from 1 drawn towards none. */
export const drawnToOne = (average: number, squaredError: number): number =>
  1 + (average - 1) * certainShare(average - 1, squaredError);

/** Is a departure from the usual more than chance makes of one in twenty? */
const isBeyondChance = (departure: number, squaredError: number): boolean => departure * departure > SURE * SURE * squaredError;

/** Variance of the true levels between holidays, beyond that of single days. */
const varianceBetween = (groups: readonly (readonly number[])[], noise: number): number => {
  if (groups.length < 2) return 0;
  const means = groups.map(mean);
  const centre = mean(means);
  const seen = sum(means.map((value) => (value - centre) * (value - centre))) / (means.length - 1);
  return Math.max(0, seen - noise * mean(groups.map((group) => 1 / group.length)));
};

/**
 * Learns from past holidays. `spread` is the standard deviation of an ordinary day's figure over its usual one;
 * `closedAtRest` says what to suppose of a holiday where the past shows none: as on Sundays.
 *
 * @example
 * holidayEffects([{ id: 'easter-monday', ratio: 0 }, …], 0.1, true).isClosed('ascension') // true
 */
export const holidayEffects = (seen: readonly HolidaySeen[], spread: number, closedAtRest: boolean): HolidayEffects => {
  const wasClosed = ({ ratio }: HolidaySeen): boolean => ratio < CLOSED_BELOW;
  const closedShare = (seen.filter(wasClosed).length + (closedAtRest ? 1 : 0)) / (seen.length + 1);
  const isClosed = (id: HolidayId): boolean => {
    const same = seen.filter((one) => one.id === id);
    return (same.filter(wasClosed).length + closedShare) / (same.length + 1) > 0.5;
  };
  const open = seen.filter((one) => !wasClosed(one));
  const ratiosOf = (id: HolidayId): number[] => open.filter((one) => one.id === id).map(({ ratio }) => ratio);
  const noise = spread * spread;
  const groups = [...new Set(open.map(({ id }) => id))].map(ratiosOf);
  const between = varianceBetween(groups, noise);
  const average = mean(groups.map(mean));
  // Each holiday's own mean is off by what sets it apart and by the chance of its days.
  const squaredError = sum(groups.map((group) => between + noise / group.length)) / Math.max(1, groups.length * groups.length);
  const isCommon = groups.length > 0 && isBeyondChance(average - 1, squaredError);
  const common = isCommon ? drawnToOne(average, squaredError) : 1;
  const levelOf = (id: HolidayId): Level => {
    const own = ratiosOf(id);
    const known = between + noise > 0 && own.length > 0 ? between / (between + noise / own.length) : 0;
    const factor = common + known * (mean(own) - common) * (own.length > 0 ? 1 : 0);
    const rest = 1 - known;
    const variance = rest * between + (isCommon ? rest * rest * squaredError : 0);
    const isTold = Math.abs(factor - 1) >= LEAST_EFFECT && (isCommon || isBeyondChance(factor - 1, variance));
    return isTold ? { factor, error: Math.sqrt(variance) } : { factor: 1, error: 0 };
  };
  return { isClosed, levelOf };
};
