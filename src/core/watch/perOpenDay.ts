import { isAdditive } from '../consolidation/rule';
import type { Kpi } from '../kpi/kpi';
import type { MeteoInput } from '../meteo/input';
import { sameWeekLastYear } from '../meteo/pagePeriods';
import { daysOf } from '../period/expectedDays';
import type { Period } from '../period/period';
import { USUAL_RULES } from '../period/planned';
import { workingDaysIn } from '../period/workingDays';
import { driftOf, type Drift } from './drift';

/**
 * Days of some periods, aligned with them. `open` days that have data are known of daily rows, and volumes are compared by
 * them. Of a row that stands for a week or a month only the calendar's `working` days are: what they explain is no change.
 * `alike` for periods that need no such thing, days and years. `yearBack` says how many places before each the same week or
 * month of the year before stands; 0 where there is none.
 */
export type PeriodDays =
  { kind: 'open' | 'working'; counts: readonly number[]; yearBack?: readonly number[] } | { kind: 'alike' };

/** The days of the periods from a first one on. */
export const daysFrom = (days: PeriodDays, first: number): PeriodDays =>
  days.kind === 'alike'
    ? days
    : { ...days, counts: days.counts.slice(first), ...(days.yearBack && { yearBack: days.yearBack.slice(first) }) };

/** How many places before each period the same one of the year before stands; 0 where there is none. */
const yearBackOf = (periods: readonly Period[]): readonly number[] => {
  const places = new Map(periods.map(({ key }, place) => [key, place]));
  return periods.map((period, place) => place - (places.get(sameWeekLastYear(period)?.key ?? '') ?? place));
};

/** The days of some periods of one kind, oldest first. */
export const daysOfPeriods = (periods: readonly Period[], { coverage, settings }: MeteoInput): PeriodDays => {
  const kind = periods[0]?.kind ?? 'day';
  if (coverage.step === 'day' && kind !== 'day') {
    const days = periods.map((period) => daysOf(period, coverage, settings.closedDays));
    const counts = days.map(({ required, missing }) => required.length - missing.length);
    return { kind: 'open', counts, yearBack: yearBackOf(periods) };
  }
  if (kind !== 'week' && kind !== 'month') return { kind: 'alike' };
  const region = settings.holidayRegion ?? USUAL_RULES.holidayRegion;
  return { kind: 'working', counts: periods.map((period) => workingDaysIn(period, region)), yearBack: yearBackOf(periods) };
};

/** A KPI's periods as they compare, and what they say. */
export type ComparedPeriods = {
  /** What adds up is brought to as many open days as the last period with a figure has: that one is as it was. */
  values: readonly (number | null)[];
  /** Limits and mean are those of the last period, on its open days. */
  drift: Drift | null;
  /** Open days of the last period, where it or one of those that a signal tells of has not as many as most; else null. */
  openDays: number | null;
  /** The last values leave the usual variation, and those of the same periods of last year did too. */
  seasonal: boolean;
};

/** The value that most of some numbers have. */
const mostFrequent = (counts: readonly number[]): number | undefined => {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((one, other) => other[1] - one[1])[0]?.[0];
};

/** Each value on as many days as the last one has. */
const onLastDays = (values: readonly (number | null)[], counts: readonly number[]): readonly (number | null)[] => {
  const last = counts.filter((_, index) => (values[index] ?? null) !== null).at(-1) ?? 0;
  return values.map((value, index) => {
    const days = counts[index] ?? 0;
    return value === null || days === last ? value : days === 0 ? null : (value * last) / days;
  });
};

/** Periods that a drift speaks of; a trend began one before its first change. */
export const periodsOfRun = ({ signal }: Drift): number => (signal ? signal.length + (signal.kind === 'trend' ? 1 : 0) : 1);

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A drift of a volume, without its signal where the same periods of last year explain it: every August is quiet. It holds only
 * when the volume beside that of the same period a year before drifts the same way by the same rules; with too few of these for
 * limits, when the run lies on the same side of last year's. Where a period of the run has none, nothing is known of seasons.
 */
const besideLastYear = (drift: Drift | null, values: readonly (number | null)[], yearBack: readonly number[]): Drift | null => {
  if (!drift?.signal) return drift;
  const rates = values.flatMap((value, place) => {
    const back = yearBack[place] ?? 0;
    const past = back > 0 ? (values[place - back] ?? null) : null;
    return value === null ? [] : [past === null || past <= 0 ? null : value / past];
  });
  const run = rates.slice(-periodsOfRun(drift)).flatMap((rate) => rate ?? []);
  if (run.length < periodsOfRun(drift)) return drift;
  const beside = driftOf(rates);
  const { direction } = drift.signal;
  const holds = beside ? beside.signal?.direction === direction : direction === 'up' ? average(run) > 1 : average(run) < 1;
  return holds ? drift : { ...drift, signal: null };
};

const isSeasonal = (found: Drift | null, held: Drift | null): boolean => Boolean(found?.signal) && held?.signal === null;

/**
 * How a KPI's complete periods compare, oldest first. What adds up is looked at by open day: a week of four days is no
 * quieter than one of five. Where a row is a week or a month, a drift that its working days explain is none; nor is one that
 * last year's same weeks or months explain.
 *
 * @example
 * // five weeks of 5 open days and 5 000 calls, then one of 4 days and 4 000:
 * comparedPeriods(calls, weekly, days).values // [4000, 4000, 4000, 4000, 4000, 4000]
 */
export const comparedPeriods = (kpi: Kpi, values: readonly (number | null)[], days: PeriodDays): ComparedPeriods => {
  if (days.kind === 'alike' || !isAdditive(kpi.rule)) return { values, drift: driftOf(values), openDays: null, seasonal: false };
  const { yearBack = [] } = days;
  const compared = onLastDays(values, days.counts);
  const found = driftOf(compared);
  const drift = besideLastYear(found, compared, yearBack);
  if (days.kind === 'working') {
    const asTheyAre = driftOf(values);
    const held = besideLastYear(asTheyAre, values, yearBack);
    const isOne = held?.signal?.direction === drift?.signal?.direction;
    return {
      values,
      drift: held && !isOne ? { ...held, signal: null } : held,
      openDays: null,
      seasonal: isSeasonal(asTheyAre, held),
    };
  }
  const counts = days.counts.filter((_, index) => (compared[index] ?? null) !== null);
  const usual = mostFrequent(counts);
  const isUnlike = counts.slice(-(drift ? periodsOfRun(drift) : 1)).some((count) => count !== usual);
  return { values: compared, drift, openDays: isUnlike ? (counts.at(-1) ?? null) : null, seasonal: isSeasonal(found, drift) };
};
