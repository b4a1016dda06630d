import { civilOf, weekdayOf } from '../period/serial';
import { power } from './elementary';
import { mean, square, studentLimit, sum } from './statistics';

/** A day's figure; days without are simply not there. */
export type DayValue = { serial: number; value: number };

/** How far a weekday or a month departs from the mean, as a fraction: 0.18 is 18 % above. */
export type SeasonalEffect = { phase: number; effect: number };

/** What the history shows for certain; null where it does not. Weekdays are ISO (1 Monday), months 1 to 12. */
export type Seasonality = { weekday: SeasonalEffect | null; month: SeasonalEffect | null };

/** Recent weeks that tell the shape of the week, and how few of them tell nothing. */
const MOST_WEEKS = 52;
const LEAST_WEEKS = 8;
/** Years compared month by month, at least. */
const LEAST_YEARS = 2;
/** Effects smaller than this are not worth a reader's time, however certain. */
const LEAST_EFFECT = 0.05;
/** Chance of speaking of a season that is none. */
const LEVEL = 0.05;
/** A month counts when most of it has data. */
const LEAST_DAYS_IN_MONTH = 10;

/** Each row as departures from its own mean. */
const departures = (rows: readonly (readonly number[])[]): number[][] =>
  rows.map((row) => {
    const centre = mean(row);
    return row.map((value) => value / centre - 1);
  });

/**
 * The phase that departs most from the mean of its rows (weeks, years), if it does so from row to row alike: Student's t
 * of its mean departure, the deviation being that of all phases around their own means, at 5 % shared out among the
 * phases (Bonferroni). Comparing inside each row keeps trends and odd weeks from passing for a season. A peak goes before
 * a deeper trough where asked: a Monday to be staffed is news, a Saturday that is open half the day is not.
 */
const strongest = (
  rows: readonly (readonly number[])[],
  phases: readonly number[],
  peakFirst: boolean,
): SeasonalEffect | null => {
  const relative = departures(rows.filter((row) => mean(row) > 0));
  const freedom = (relative.length - 1) * (phases.length - 1);
  if (freedom < 1) return null;
  const effects = phases.map((phase, column) => ({ phase, effect: mean(relative.map((row) => row[column] ?? 0)) }));
  const squares = sum(relative.flatMap((row) => row.map((value, column) => square(value - (effects[column]?.effect ?? 0)))));
  const error = Math.sqrt(squares / freedom / relative.length);
  const limit = Math.max(LEAST_EFFECT, error * studentLimit(LEVEL / 2 / phases.length, freedom));
  const certain = effects.filter(({ effect }) => Math.abs(effect) >= limit);
  const peaks = peakFirst ? certain.filter(({ effect }) => effect > 0) : [];
  return (peaks.length > 0 ? peaks : certain).reduce<SeasonalEffect | null>(
    (most, one) => (most === null || Math.abs(one.effect) > Math.abs(most.effect) ? one : most),
    null,
  );
};

/** Whole weeks of the days that are usually open. */
const weekRows = (days: readonly DayValue[]): { phases: number[]; rows: number[][] } => {
  const weeks = new Map<number, Map<number, number>>();
  for (const { serial, value } of days) {
    const weekday = weekdayOf(serial);
    const monday = Math.floor(serial) - weekday + 1;
    const week = weeks.get(monday) ?? new Map<number, number>();
    week.set(weekday, (week.get(weekday) ?? 0) + value);
    weeks.set(monday, week);
  }
  const recent = [...weeks.entries()].sort(([a], [b]) => b - a).slice(0, MOST_WEEKS);
  const phases = [1, 2, 3, 4, 5, 6, 7].filter(
    (weekday) => recent.filter(([, week]) => week.has(weekday)).length >= recent.length / 2,
  );
  const whole = recent.filter(([, week]) => phases.every((weekday) => week.has(weekday)));
  return { phases, rows: whole.map(([, week]) => phases.map((weekday) => week.get(weekday) ?? 0)) };
};

/** Mean a day of each month, by rows of twelve months that end with the last one, without the growth from year to year. */
const monthRows = (days: readonly DayValue[]): { phases: number[]; rows: number[][] } => {
  const months = new Map<number, number[]>();
  for (const { serial, value } of days) {
    const { year, month } = civilOf(serial);
    const key = year * 12 + month - 1;
    months.set(key, [...(months.get(key) ?? []), value]);
  }
  // A month under way counts once it has enough days: a mean a day does not need them all.
  const last = Math.max(...[...months].filter(([, values]) => values.length >= LEAST_DAYS_IN_MONTH).map(([key]) => key));
  const means = (from: number): number[] | null => {
    const row = Array.from({ length: 12 }, (_, index) => months.get(from + index) ?? []);
    return row.every((values) => values.length >= LEAST_DAYS_IN_MONTH) ? row.map(mean) : null;
  };
  const rows: number[][] = [];
  let from = last - 11;
  for (let row = means(from); row; row = means((from -= 12))) rows.unshift(row);
  const growth =
    rows.length >= LEAST_YEARS ? power(mean(rows.at(-1) ?? []) / mean(rows[0] ?? []), 1 / (12 * (rows.length - 1))) : 1;
  const steady = rows.map((row) => row.map((value, index) => value / power(growth, index)));
  return { phases: Array.from({ length: 12 }, (_, index) => ((last - 11 + index) % 12) + 1), rows: steady };
};

/**
 * The strongest weekday and the strongest month of a daily count, when the history shows for certain that weekdays (over
 * at least 8 whole weeks) or months (over at least 2 years) differ. Nothing is said of what may be chance.
 */
export const seasonalityOf = (days: readonly DayValue[]): Seasonality => {
  const week = weekRows(days);
  const year = days.length > 0 ? monthRows(days) : { phases: [], rows: [] };
  return {
    weekday: week.rows.length >= LEAST_WEEKS ? strongest(week.rows, week.phases, true) : null,
    month: year.rows.length >= LEAST_YEARS ? strongest(year.rows, year.phases, false) : null,
  };
};
