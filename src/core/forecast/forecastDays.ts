import { weekdayOf } from '../period/serial';
import { forecast, type Forecast, type Projection } from './forecast';
import type { DayValue } from './seasonality';

/** A projected day; `projection` is null for a weekday on which the service is closed. */
export type ProjectedDay = { serial: number; projection: Projection | null };

/** Weeks that tell which weekdays are open. */
const RECENT_WEEKS = 8;

/** ISO weekdays with a value in at least half of the last weeks. */
const openWeekdays = (days: readonly DayValue[], last: number): readonly number[] => {
  const recent = days.filter(({ serial }) => serial > last - 7 * RECENT_WEEKS);
  const weeks = Math.min(RECENT_WEEKS, Math.ceil((last + 1 - Math.min(...recent.map(({ serial }) => serial))) / 7));
  return [1, 2, 3, 4, 5, 6, 7].filter(
    (weekday) => recent.filter(({ serial }) => weekdayOf(serial) === weekday).length >= weeks / 2,
  );
};

/**
 * Projects the days after the last known one. Closed weekdays are no days: the season is as long as the open week, and
 * they come back as null. A day missing among the open ones is a gap, not a zero.
 */
export const forecastDays = (
  days: readonly DayValue[],
  options: { horizon: number; low?: number; high?: number },
): { days: readonly ProjectedDay[]; forecast: Forecast } => {
  const byDay = new Map(days.map(({ serial, value }) => [Math.floor(serial), value]));
  const known = [...byDay.keys()].sort((a, b) => a - b);
  const first = known[0];
  const last = known.at(-1);
  const empty = forecast([], options);
  if (first === undefined || last === undefined) return { days: [], forecast: empty };
  const open = openWeekdays(
    [...byDay].map(([serial, value]) => ({ serial, value })),
    last,
  );
  const isOpen = (serial: number): boolean => open.includes(weekdayOf(serial));
  const series = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter(isOpen)
    .map((serial) => byDay.get(serial) ?? null);
  const ahead = Array.from({ length: options.horizon }, (_, index) => last + 1 + index);
  const projected = forecast(series, { ...options, horizon: ahead.filter(isOpen).length, season: open.length });
  let step = 0;
  return {
    days: ahead.map((serial) => ({ serial, projection: isOpen(serial) ? (projected.points[step++] ?? null) : null })),
    forecast: projected,
  };
};
