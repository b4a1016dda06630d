import type { Projection } from './forecast';
import type { TotalError } from './period-total';
import { reconcile, type Estimate, type Whole } from './reconcile';
import { clamp, sum } from './statistics';

/** Projected days in a row, closed ones as null, with how wrong sums of them are. */
export type DayLine = {
  /** Serial of the first one. */
  first: number;
  days: readonly (Estimate | null)[];
  /** How wrong the sum of the days `from` to `to − 1` is, as measured at past dates; null where that is not known. */
  errorOf: (from: number, to: number) => TotalError | null;
};

/** A week or month to come, with what was projected of it as a whole; null for one that is projected by its days alone. */
export type OwnPeriod = { start: number; end: number; own: (TotalError & { value: number }) | null };

/** A period's days to come, summed: the value, and the half-widths of its intervals. */
export type AgreedPeriod = {
  value: number;
  half: number;
  half95: number;
  /** How much of the period's own projection is in it: 0 to 1. */
  ownShare: number;
};

export type Agreed = { days: readonly (number | null)[]; periods: readonly AgreedPeriod[] };

const NO_ERROR: TotalError = { deviation: 0, half: 0, half95: 0 };

const variance = ({ deviation }: { deviation: number }): number => deviation * deviation;

/**
 * Days err together (a busy week is busy on all its days): by how much the variance of their sum exceeds the sum of their
 * variances, as measured over the first week. Between all alone and all together.
 */
const togetherness = ({ days, errorOf }: DayLine): number => {
  const week = days.slice(0, 7);
  const alone = sum(week.map((day) => (day ? variance(day) : 0)));
  const error = errorOf(0, week.length);
  return error && alone > 0 ? clamp(variance(error) / alone, 1, Math.max(1, week.filter((day) => day !== null).length)) : 1;
};

/** The days of a line that a period holds, as indices. */
const daysWithin = (line: DayLine, { start, end }: { start: number; end: number }): { from: number; to: number } => {
  const from = clamp(start - line.first, 0, line.days.length);
  return { from, to: clamp(end - line.first, from, line.days.length) };
};

/**
 * Makes projected days agree with what was projected of weeks and months as wholes: each level weighs by the errors that
 * were measured on it (`reconcile`). A period's width lies between that of its days and its own, as its value does: both
 * projections look at the same days to come and err together, so that nothing is gained by having two.
 */
export const agree = (line: DayLine, periods: readonly OwnPeriod[], bounds: { low?: number; high?: number }): Agreed => {
  const scale = Math.sqrt(togetherness(line));
  const scaled = line.days.map((day) => day && { value: day.value, deviation: day.deviation * scale });
  const places = periods.map((period) => daysWithin(line, period));
  const wholes = periods.flatMap(({ own }, index): (Whole & { index: number })[] => {
    const place = places[index];
    return own && place ? [{ index, ...place, value: own.value, deviation: own.deviation }] : [];
  });
  const { days, shares } = reconcile(scaled, wholes, bounds);
  return {
    days,
    periods: periods.map(({ own }, index) => {
      const { from, to } = places[index] ?? { from: 0, to: 0 };
      const byDays = line.errorOf(from, to) ?? NO_ERROR;
      const at = wholes.findIndex((whole) => whole.index === index);
      const ownShare = shares[at] ?? 0;
      const mixed = (of: 'half' | 'half95'): number => (1 - ownShare) * byDays[of] + ownShare * (own?.[of] ?? 0);
      return {
        value: sum(days.slice(from, to).map((day) => day ?? 0)),
        half: mixed('half'),
        half95: mixed('half95'),
        ownShare,
      };
    }),
  };
};

/** The wider sides of a projection's intervals: bounds may have cut the others. */
export const halvesOf = ({ value, low, high, low95, high95 }: Projection): { half: number; half95: number } => ({
  half: Math.max(high - value, value - low),
  half95: Math.max(high95 - value, value - low95),
});

/** A projection around a value, inside its bounds. */
export const projectionOf = (
  value: number,
  { half, half95 }: { half: number; half95: number },
  low = -Infinity,
  high = Infinity,
): Projection => ({
  value,
  low: clamp(value - half, low, value),
  high: clamp(value + half, value, high),
  low95: clamp(value - half95, low, value),
  high95: clamp(value + half95, value, high),
});
