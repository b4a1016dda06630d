import { weekdayOf } from '../period/serial';
import type { Projection } from './forecast';
import { clamp, student80, student95, sum } from './statistics';

/** A day's counts, slot by slot (15, 30 or 60 minutes each), from the opening on. */
export type SlottedDay = { serial: number; counts: readonly number[] };

export type HoursRequest = {
  /** Past days, all cut into as many slots, in any order. Days without any count were closed: nothing is learnt from them. */
  history: readonly SlottedDay[];
  /** The day under way: a slot that is not over is null, or simply not there. */
  today: { serial: number; counts: readonly (number | null)[] };
};

export type HoursProjection = {
  /** One a slot of the day; null for those that are known. */
  slots: readonly (Projection | null)[];
  /** What is still to come, and the whole day with what is known. */
  rest: Projection;
  total: Projection;
  /** What the day so far is to a usual one of its weekday: 1.1 is 10 % more; null before the first slot is known. */
  pace: number | null;
};

/** A week ago counts as this share of today. */
const WEEKLY_DECAY = 0.9;
/** Days of all weekdays that a weekday's own shape and level are drawn towards. */
const POOLED_DAYS = 2;
/** Days differ by about this much around what was expected, before their history shows it: a fifth. */
const USUAL_VARIANCE = 0.04;
const WEIGHT_OF_USUAL = 3;
/** Counts as regular as a clock still have some chance in them. */
const LEAST_DISPERSION = 0.05;
/** Squared deviations beyond which the skew of a count is not carried on: its expansion does not hold there. */
const FARTHEST_SKEWED = 6;
/** Past days that level and chance are tried on, and days before them that tell something. */
const TRIED_DAYS = 60;
const LEAST_BEFORE = 5;

type Day = { serial: number; counts: readonly number[]; total: number };

/** Weight of a past day: less by a tenth for each week that has gone by. */
const weightOf = (day: Day, now: number): number => {
  let weight = 1;
  for (let weeks = Math.floor((now - day.serial) / 7); weeks > 0; weeks--) weight *= WEEKLY_DECAY;
  return weight;
};

type Shape = { shares: readonly number[]; level: number; /** Counts behind the shares. */ weight: number };

/**
 * What a day of a weekday usually is: its level and the share of each slot, from the latest days, those of its weekday
 * first, drawn towards all days as far as its own are few.
 */
const shapeOf = (days: readonly Day[], now: number, slots: number): Shape => {
  const weekday = weekdayOf(now);
  const weighted = days.map((day) => ({ day, weight: weightOf(day, now), own: weekdayOf(day.serial) === weekday }));
  const counts = (only: boolean): { bySlot: number[]; days: number } => {
    const chosen = weighted.filter(({ own }) => own || !only);
    const bySlot = Array.from({ length: slots }, (_, slot) =>
      sum(chosen.map(({ day, weight }) => weight * (day.counts[slot] ?? 0))),
    );
    return { bySlot, days: sum(chosen.map(({ weight }) => weight)) };
  };
  const [all, own] = [counts(false), counts(true)];
  const pooled = all.bySlot.map((count) => (count / Math.max(all.days, 1e-12)) * POOLED_DAYS);
  const mixed = own.bySlot.map((count, slot) => count + (pooled[slot] ?? 0));
  const whole = sum(mixed);
  return {
    shares: mixed.map((count) => (whole > 0 ? count / whole : 1 / Math.max(1, slots))),
    level: whole / (own.days + POOLED_DAYS),
    weight: whole,
  };
};

type Tried = { day: Day; shape: Shape };

/** Past days, each with the shape that was known of it the day before. */
const triedDays = (days: readonly Day[], slots: number): Tried[] =>
  days.slice(-TRIED_DAYS).flatMap((day) => {
    const before = days.filter(({ serial }) => serial < day.serial);
    return before.length < LEAST_BEFORE ? [] : [{ day, shape: shapeOf(before, day.serial, slots) }];
  });

/** How much more slots vary around their share of the day than counts of chance do (Pearson's chi-square by its freedom). */
const dispersionOf = (tried: readonly Tried[]): number => {
  let [squares, freedom] = [0, 0];
  for (const { day, shape } of tried) {
    const expected = shape.shares.map((share) => share * day.total);
    // The shares themselves come from as few counts as the days before had.
    const unsure = 1 + day.total / shape.weight;
    expected.forEach((mean, slot) => {
      const error = (day.counts[slot] ?? 0) - mean;
      if (mean > 0) squares += (error * error) / (mean * unsure);
    });
    freedom += expected.filter((mean) => mean > 0).length - 1;
  }
  return freedom > 0 ? Math.max(LEAST_DISPERSION, squares / freedom) : 1;
};

/** Relative variance of a day's level around what was expected of it the day before, beyond chance. */
const levelVariance = (tried: readonly Tried[], dispersion: number): number => {
  const errors = tried.map(({ day, shape: { level } }) => {
    const error = day.total / level - 1;
    return Math.max(0, error * error - dispersion / level);
  });
  return (sum(errors) + WEIGHT_OF_USUAL * USUAL_VARIANCE) / (errors.length + WEIGHT_OF_USUAL);
};

/** An interval around a count, skewed as a negative binomial of that mean and variance is (Cornish and Fisher, first term). */
const around = (value: number, variance: number, freedom: number, known = 0): Projection => {
  const deviation = Math.sqrt(variance);
  const chance = variance > 0 ? clamp(value / variance, 1e-3, 1) : 1;
  const skew = deviation > 0 ? Math.min(1, (2 - chance) / (chance * deviation)) : 0;
  const at = (normal: number): number =>
    known + Math.max(0, value + deviation * (normal + (skew * (Math.min(normal * normal, FARTHEST_SKEWED) - 1)) / 6));
  const [likely, sure] = [student80(freedom), student95(freedom)];
  const low = Math.min(known + value, at(-likely));
  const high = Math.max(known + value, at(likely));
  return { value: known + value, low, high, low95: Math.min(low, at(-sure)), high95: Math.max(high, at(sure)) };
};

/**
 * Projects the slots of a day that are still to come from those that are over. The day's level is first what its weekday
 * usually brings, then moves towards what has come as the day goes on: level and chance are weighed like a gamma prior
 * under Poisson counts, both as wide as the past shows (intraday updating: Shen and Huang, Manufacturing & Service
 * Operations Management 10, 2008; Gans, Koole and Mandelbaum, same review 5, 2003). Intervals narrow with every slot.
 * null without any open day in the history.
 *
 * @example
 * // At 11:00, after three slots of an hour, 20 % above a usual Monday:
 * projectHours({ history, today: { serial, counts: [60, 84, 96] } })?.rest.value
 */
export const projectHours = ({ history, today }: HoursRequest): HoursProjection | null => {
  const days = history
    .filter(({ serial }) => serial < today.serial)
    .map(({ serial, counts }): Day => ({ serial, counts, total: sum(counts) }))
    .filter(({ total }) => total > 0)
    .sort((one, other) => one.serial - other.serial);
  const slots = Math.max(0, today.counts.length, ...days.map(({ counts }) => counts.length));
  if (days.length === 0 || slots === 0) return null;
  const { shares, level, weight } = shapeOf(days, today.serial, slots);
  const tried = triedDays(days, slots);
  const dispersion = dispersionOf(tried);
  const prior = 1 / levelVariance(tried, dispersion);
  const isKnown = (slot: number): boolean => typeof today.counts[slot] === 'number';
  const known = sum(shares.map((_, slot) => today.counts[slot] ?? 0));
  const seen = sum(shares.filter((_, slot) => isKnown(slot)));
  const evidence = prior + known / dispersion;
  const rate = prior / level + seen / dispersion;
  const updated = evidence / rate;
  const freedom = Math.max(1, days.length - 1);
  const varianceOf = (share: number): number =>
    dispersion * updated * share +
    (share * share * evidence) / (rate * rate) +
    (updated * updated * dispersion * share * Math.max(0, 1 - share)) / weight;
  const left = sum(shares.filter((_, slot) => !isKnown(slot)));
  const [value, variance] = [updated * left, left > 0 ? varianceOf(left) : 0];
  return {
    slots: shares.map((share, slot) => (isKnown(slot) ? null : around(updated * share, varianceOf(share), freedom))),
    rest: around(value, variance, freedom),
    total: around(value, variance, freedom, known),
    pace: seen > 0 ? known / (level * seen) : null,
  };
};
