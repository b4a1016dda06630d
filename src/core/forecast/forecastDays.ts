import type { HolidayId } from '../period/holidays';
import type { CalendarRules } from '../period/planned';
import { weekdayOf } from '../period/serial';
import { atOnce, type Steps } from '../steps';
import { calendarSteps, type DayReason, type Outlook } from './calendar';
import { forecastSteps, type Forecast, type ForecastOptions, type Projection } from './forecast';
import type { DayValue } from './seasonality';

/** A projected day; `projection` is null for a day on which the service is closed, and where too little is known. */
export type ProjectedDay = {
  serial: number;
  projection: Projection | null;
  /** Why it is closed or projected otherwise than its weekday; absent for a day like any other. */
  reason?: DayReason;
  /** The holiday that is the reason. */
  holiday?: HolidayId;
  /** What the user calls the event that is the reason. */
  event?: string;
  /** What its weekday's projection was multiplied by. */
  factor: number;
};

export type DaysOptions = Omit<ForecastOptions, 'season'> & {
  /** What the user says of closures, events and holidays; absent: only what the figures show. */
  calendar?: Partial<CalendarRules>;
};

/** The days to come, and the engine's own answer for the open weekdays in order, before holidays and events. */
export type DaysForecast = { days: readonly ProjectedDay[]; forecast: Forecast };

/** Half of an interval whose middle is multiplied by a factor that is itself uncertain: errors that come independently. */
const widened = (half: number, value: number, { factor, error }: Outlook): number =>
  Math.sqrt(factor * half * (factor * half) + value * error * (value * error));

/**
 * A weekday's projection as it is expected on one of its days: multiplied by what a holiday or event makes of it, and as
 * much wider as that is uncertain. `low` and `high` bound it.
 */
const onDay = (weekday: Projection, outlook: Outlook, low: number, high: number): Projection => {
  const { value } = weekday;
  const middle = Math.min(high, Math.max(low, value * outlook.factor));
  const below = (limit: number): number => Math.max(low, middle - widened(value - limit, value, outlook));
  const above = (limit: number): number => Math.min(high, middle + widened(limit - value, value, outlook));
  return {
    value: middle,
    low: below(weekday.low),
    high: above(weekday.high),
    low95: below(weekday.low95),
    high95: above(weekday.high95),
  };
};

/** The effect that a typed event has on a figure: on its volume, not on a rate or a duration. */
const effectOn = (outlook: Outlook, kind: ForecastOptions['kind']): Outlook =>
  outlook.reason === 'event' && (kind === 'rate' || kind === 'duration') ? { ...outlook, factor: 1, error: 0 } : outlook;

/**
 * Projects the days after the last known one. Closed weekdays are no days: the season is as long as the open week. A day
 * missing among the open ones is a gap, not a zero; so are past holidays, closures and events, so that they do not disturb
 * the week's shape. What holidays do to the service is learnt and given back to those to come; planned closures come back
 * without projection, planned events multiply it, and each such day says why.
 *
 * `forecast` is the engine's own answer for the open weekdays in order, before holidays and events.
 *
 * @example
 * forecastDays(days, { horizon: 14, calendar: { closedDays: [46_381] } }).days[3]
 * // { serial: 46381, projection: null, reason: 'closure', factor: 0 }
 */
export const forecastDays = (days: readonly DayValue[], options: DaysOptions): DaysForecast =>
  atOnce(forecastDaysSteps(days, options));

/** `forecastDays` in slices. */
export function* forecastDaysSteps(days: readonly DayValue[], options: DaysOptions): Steps<DaysForecast> {
  const { calendar: rules, ...rest } = options;
  const calendar = yield* calendarSteps(days, rules);
  yield undefined;
  if (!calendar) return { days: [], forecast: yield* forecastSteps([], rest) };
  const { first, last, openWeekdays } = calendar;
  const isOpen = (serial: number): boolean => openWeekdays.includes(weekdayOf(serial));
  const series = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter(isOpen)
    .map(calendar.ordinaryValue);
  const ahead = Array.from({ length: Math.max(0, options.horizon) }, (_, index) => last + 1 + index);
  const projected = yield* forecastSteps(series, { ...rest, horizon: ahead.filter(isOpen).length, season: openWeekdays.length });
  const negative = series.some((value) => value !== null && value < 0);
  const [low, high] = [options.low ?? (negative ? -Infinity : 0), options.high ?? Infinity];
  let step = 0;
  return {
    days: ahead.map((serial): ProjectedDay => {
      const weekday = isOpen(serial) ? (projected.points[step++] ?? null) : null;
      const outlook = effectOn(calendar.outlookOf(serial), options.kind);
      const { reason, holiday, event, factor } = outlook;
      const projection = weekday === null || factor === 0 ? null : factor === 1 ? weekday : onDay(weekday, outlook, low, high);
      return {
        serial,
        projection,
        factor,
        ...(reason && { reason }),
        ...(holiday && { holiday }),
        ...(event !== undefined && { event }),
      };
    }),
    forecast: projected,
  };
}
