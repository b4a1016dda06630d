import { holidaysOf, type HolidayRegion } from '../period/holidays';
import { civilOf, weekdayOf } from '../period/serial';
import { atOnce, type Steps } from '../steps';
import { testCycleSteps, type CycleTest } from './season-cycle';
import { monthCount, monthMeansSteps, monthStart, openDays, plainDays, weekCycle, type DayValue } from './season-days';
import { seasonsOf, type Season, type SeasonalEffect, type SeasonKind, type Tried } from './season-find';
import { HOLIDAY_PHASES, besideOrdinary, testHolidaysSteps } from './season-holidays';
import { testMonthWeeks, withoutMonthWeeks } from './season-month-weeks';
import { testSlowCycleSteps } from './season-slow';
import { mean } from './statistics';

export type { DayValue } from './season-days';
export type { Season, SeasonalEffect, SeasonKind } from './season-find';

/** What a history shows for certain of its seasons, and what it was looked at for. A plain value, ready for JSON. */
export type Seasonality = {
  /** The weekday to speak of first: its peak, else its trough. ISO weekdays, 1 Monday. */
  weekday: SeasonalEffect | null;
  /** The month that departs most, 1 to 12. */
  month: SeasonalEffect | null;
  /** Everything found, in the order of the kinds; empty where nothing is certain. */
  seasons: readonly Season[];
  /** Kinds that the history was long enough to be tested for. */
  tested: readonly SeasonKind[];
  /** Known figures that the answer rests on. */
  history: { unit: HistoryUnit; count: number };
};

export type HistoryUnit = 'day' | 'week' | 'month' | 'event' | 'value';

const YEAR = 12;
/** Cycles of more values have been seen too rarely in any history to say more than chance. */
const LONGEST_CYCLE = 60;
const TWELVE = Array.from({ length: YEAR }, (_, index) => index + 1);
/** All months of the history, however long, up to this. */
const MOST_MONTH_DAYS = 8 * 366;
/** The hours of the last three months tell the shape of a day. */
const MOST_HOUR_DAYS = 92;
/** Weeks that make a month's mean, at least. */
const LEAST_WEEKS_IN_MONTH = 3;
const THURSDAY_OFFSET = 3;
/** An hour is open when it has at least this share of the busiest one's. */
const LEAST_SHARE = 0.05;

const strongest = (season: Season | undefined): SeasonalEffect | null => {
  if (!season?.peak || !season.trough) return season?.peak ?? season?.trough ?? null;
  return season.peak.effect >= -season.trough.effect ? season.peak : season.trough;
};

const answer = (tried: readonly (Tried | null)[], unit: HistoryUnit, count: number): Seasonality => {
  const made = tried.filter((one): one is Tried => one !== null);
  const seasons = seasonsOf(made);
  const weekday = seasons.find(({ kind }) => kind === 'weekday');
  return {
    weekday: weekday?.peak ?? weekday?.trough ?? null,
    month: strongest(seasons.find(({ kind }) => kind === 'month')),
    seasons,
    tested: made.map(({ kind }) => kind),
    history: { unit, count },
  };
};

const tryAs = (
  kind: SeasonKind,
  test: CycleTest | null,
  phases: readonly number[],
  serialAt: (at: number) => number,
): Tried | null => (test ? { kind, test, phases, serialAt } : null);

function* tryMonths({ first, months }: { first: number; months: readonly (number | null)[] }): Steps<Tried | null> {
  const test = yield* testSlowCycleSteps(months, first % YEAR, YEAR);
  return tryAs('month', test, TWELVE, (at) => monthStart(first + at));
}

/** Serials of the public holidays in the years of some days, and of the one after: the eve of a holiday may be the last day. */
export const holidaysAmong = (days: readonly DayValue[], region: HolidayRegion = 'france'): readonly number[] => {
  const serials = days.map(({ serial }) => serial);
  if (serials.length === 0) return [];
  const first = civilOf(serials.reduce((least, serial) => Math.min(least, serial))).year;
  const last = civilOf(serials.reduce((most, serial) => Math.max(most, serial))).year;
  const years = Array.from({ length: last - first + 2 }, (_, index) => first + index);
  return years.flatMap((year) => holidaysOf(year, region).map(({ serial }) => serial));
};

/**
 * The seasons of a daily figure: weekdays (8 weeks at least), parts of the month (8 months), months of the year (2 years),
 * days beside the public holidays given as serials (5 of them). Closed weekdays are no days; missing days are gaps. Only
 * what chance does not explain is there: at most one series of pure chance in twenty gets any statement.
 *
 * @example
 * seasonalityOf(days, { holidays }).seasons // [{ kind: 'weekday', peak: { phase: 1, effect: 0.18 }, trough: null, … }]
 */
export const seasonalityOf = (days: readonly DayValue[], options: { holidays?: readonly number[] } = {}): Seasonality =>
  atOnce(seasonalitySteps(days, options));

/** `seasonalityOf` in slices. */
export function* seasonalitySteps(days: readonly DayValue[], options: { holidays?: readonly number[] } = {}): Steps<Seasonality> {
  const holidays = new Set((options.holidays ?? []).map(Math.floor));
  const open = openDays(days);
  const ordinary = open.map((day) => (holidays.has(day.serial) ? { ...day, value: null } : day));
  const { cells, weekdays } = weekCycle(ordinary);
  const serialOfPlace = (at: number): number => ordinary[at]?.serial ?? 0;
  yield undefined;
  const { plain } = plainDays(ordinary);
  yield undefined;
  const monthWeeks = testMonthWeeks(plain);
  yield undefined;
  const beside = holidays.size > 0 ? withoutMonthWeeks(besideOrdinary(open, [...holidays]), monthWeeks) : [];
  yield undefined;
  const weekday = tryAs('weekday', yield* testCycleSteps(cells, weekdays.length), weekdays, serialOfPlace);
  yield undefined;
  const years = openDays(days, MOST_MONTH_DAYS);
  yield undefined;
  const means = yield* monthMeansSteps(years);
  const month = yield* tryMonths(means);
  yield undefined;
  const holiday =
    holidays.size > 0
      ? tryAs(
          'holiday',
          yield* testHolidaysSteps(beside, [...holidays]),
          HOLIDAY_PHASES.map((_, index) => index + 1),
          (at) => at,
        )
      : null;
  return answer(
    [weekday, tryAs('weekOfMonth', monthWeeks, [1, 2, 3, 4], (serial) => serial), month, holiday],
    'day',
    open.filter(({ value }) => value !== null).length,
  );
}

/** A figure of a week or a month: the serial of its first day. */
export type PeriodValue = { start: number; value: number };

/** Mean of what falls in each month, from the first month to the last. */
const byMonth = (periods: readonly PeriodValue[], least: number): { first: number; months: readonly (number | null)[] } => {
  const all = new Map<number, number[]>();
  for (const { start, value } of periods) {
    if (!Number.isFinite(value)) continue;
    const month = monthCount(start);
    all.set(month, [...(all.get(month) ?? []), value]);
  }
  const counts = [...all].filter(([, values]) => values.length >= least).map(([month]) => month);
  if (counts.length === 0) return { first: 0, months: [] };
  const first = Math.min(...counts);
  const months = Array.from({ length: Math.max(...counts) - first + 1 }, (_, index) => {
    const values = all.get(first + index) ?? [];
    return values.length >= least ? mean(values) : null;
  });
  return { first, months };
};

/** The months of the year of a monthly figure, from two years on. `start` is the first day of each month. */
export const seasonalityOfMonths = (months: readonly PeriodValue[]): Seasonality => atOnce(seasonalityOfMonthsSteps(months));

/** `seasonalityOfMonths` in slices. */
export function* seasonalityOfMonthsSteps(months: readonly PeriodValue[]): Steps<Seasonality> {
  return answer([yield* tryMonths(byMonth(months, 1))], 'month', months.length);
}

/** The months of the year of a weekly figure: a week is in the month of its Thursday, as ISO 8601 has it for the year. */
export const seasonalityOfWeeks = (weeks: readonly PeriodValue[]): Seasonality => atOnce(seasonalityOfWeeksSteps(weeks));

/** `seasonalityOfWeeks` in slices. */
export function* seasonalityOfWeeksSteps(weeks: readonly PeriodValue[]): Steps<Seasonality> {
  const thursdays = weeks.map(({ start, value }) => ({
    start: Math.floor(start) - weekdayOf(start) + 1 + THURSDAY_OFFSET,
    value,
  }));
  return answer([yield* tryMonths(byMonth(thursdays, LEAST_WEEKS_IN_MONTH))], 'week', weeks.length);
}

/**
 * The hours of the day of events, each a serial with its time: from eight days on, over the last three months. Hours in which
 * next to nothing happens are closed, and days without any event too.
 */
export const seasonalityOfTimes = (times: readonly number[]): Seasonality => {
  const known = times.filter(Number.isFinite);
  const last = known.reduce((most, time) => Math.max(most, Math.floor(time)), -Infinity);
  const counts = new Map<number, number[]>();
  for (const time of known) {
    const day = Math.floor(time);
    if (day <= last - MOST_HOUR_DAYS) continue;
    const hours = counts.get(day) ?? new Array<number>(24).fill(0);
    // A time typed as 8:00 is a fraction just below or above a third.
    const hour = Math.min(23, Math.floor((time - day) * 24 + 1e-6));
    hours[hour] = (hours[hour] ?? 0) + 1;
    counts.set(day, hours);
  }
  const days = [...counts].sort(([one], [other]) => one - other);
  const totals = Array.from({ length: 24 }, (_, hour) => days.reduce((total, [, hours]) => total + (hours[hour] ?? 0), 0));
  const busiest = Math.max(...totals);
  const phases = totals.flatMap((total, hour) => (total > 0 && total >= busiest * LEAST_SHARE ? [hour] : []));
  const cells = days.flatMap(([, hours]) => phases.map((hour, phase) => ({ phase, value: hours[hour] ?? 0 })));
  const serialAt = (at: number): number => days[Math.floor(at / Math.max(1, phases.length))]?.[0] ?? 0;
  return answer([tryAs('hour', atOnce(testCycleSteps(cells, phases.length)), phases, serialAt)], 'event', known.length);
};

/**
 * The season of a series that has no dates, of a cycle of `season` values: `phase` counts from 1, the place of the first value.
 * From two cycles on, up to cycles of 60 values: 12 months, 52 weeks.
 */
export const seasonalityOfSeries = (series: readonly (number | null)[], season: number): Seasonality =>
  atOnce(seasonalityOfSeriesSteps(series, season));

/** `seasonalityOfSeries` in slices. */
export function* seasonalityOfSeriesSteps(series: readonly (number | null)[], season: number): Steps<Seasonality> {
  const values = series.map((value) => (value !== null && Number.isFinite(value) ? value : null));
  const count = values.filter((value) => value !== null).length;
  if (season > LONGEST_CYCLE) return answer([], 'value', count);
  const cells = values.map((value, index) => ({ phase: index % season, value }));
  const quick = season === YEAR ? null : yield* testCycleSteps(cells, season);
  const test = quick ?? (yield* testSlowCycleSteps(values, 0, season));
  const phases = Array.from({ length: season }, (_, index) => index + 1);
  return answer([tryAs('cycle', test, phases, (at) => at + 1)], 'value', count);
}
