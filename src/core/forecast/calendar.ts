import type { HolidayId } from '../period/holidays';
import { saidOpen, USUAL_RULES, type CalendarRules } from '../period/planned';
import { weekdayOf } from '../period/serial';
import { atOnce, type Steps } from '../steps';
import { sideEffects, sideOf, type DayTypes } from './beside-holidays';
import { CLOSED_BELOW, type HolidayEffects, type Level } from './holiday-effects';
import { eventsOn, learnPastSteps } from './past-days';
import type { DayValue } from './seasonality';
import { knownDays, openWeekdaysOf, weekShape } from './usual-days';

/** Why a day is not projected like any other of its weekday. */
export type DayReason = 'closed-weekday' | 'closure' | 'holiday' | 'event' | 'beside-holiday';

/** What a day to come brings over what its weekday usually does: 0 where the service is closed. */
export type Outlook = Level & {
  /** Absent for a day like any other. */
  reason?: DayReason;
  holiday?: HolidayId;
  /** What the user calls the event, or an empty text. */
  event?: string;
};

/**
 * The calendar of one figure of a service: what its past shows of weekdays, holidays and closures, and what the user says
 * of days to come.
 */
export type ServiceCalendar = {
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  openWeekdays: readonly number[];
  /** Share of a usual week that each weekday brings, Monday first. */
  shape: readonly number[];
  /** First and last day with a figure. */
  first: number;
  last: number;
  /** What is expected of a day, whether it is past or not. */
  outlookOf: (day: number) => Outlook;
  /** A past day's figure as others of its weekday; null for one that nothing is learnt from (closed, holiday, event). */
  ordinaryValue: (day: number) => number | null;
  /** What a day brings over what its weekday usually does: as the past shows where it is known, as expected later. */
  shareOf: (day: number) => number;
};

const NEUTRAL: Outlook = { factor: 1, error: 0 };

/** Is a day a holiday on which the service is closed, by what the user says or else by what the past shows? */
const isClosedHoliday = (day: number, id: HolidayId | null, effects: HolidayEffects, rules: CalendarRules): boolean =>
  id !== null && !(saidOpen({ serial: day, id }, rules) ?? !effects.isClosed(id));

/**
 * Learns the calendar of a daily figure and takes in what the user says; null without any day.
 *
 * For a figure of weeks or months that adds up (counts, amounts), `openWeeks` tells how many usual weeks a period holds
 * and `forecastPeriods` projects with it.
 *
 * @example
 * calendarOf(days, { closedDays: [46_381] })?.outlookOf(46_381) // { factor: 0, error: 0, reason: 'closure' }
 */
export const calendarOf = (days: readonly DayValue[], said?: Partial<CalendarRules>): ServiceCalendar | null =>
  atOnce(calendarSteps(days, said));

/** `calendarOf` in slices. */
export function* calendarSteps(days: readonly DayValue[], said: Partial<CalendarRules> = {}): Steps<ServiceCalendar | null> {
  const known = knownDays(days);
  if (!known) return null;
  const rules: CalendarRules = { ...USUAL_RULES, ...said };
  const open = openWeekdaysOf(known);
  yield undefined;
  const learnt = yield* learnPastSteps(known, open, rules);
  yield undefined;
  const { closedByHand, holidayAt, effects, ratioOf, wasClosed, isRegular } = learnt;
  const isPast = (day: number): boolean => day >= known.first && day <= known.last;
  const types: DayTypes = {
    isOpenWeekday: (day) => open.includes(weekdayOf(day)),
    isClosedHoliday: (day) =>
      isPast(day)
        ? holidayAt(day) !== null && types.isOpenWeekday(day) && wasClosed(day)
        : isClosedHoliday(day, holidayAt(day), effects, rules),
  };
  const beside = sideEffects(
    (isRegular ? learnt.past : []).flatMap((day) => {
      const [side, ratio] = [sideOf(day, types), ratioOf(day)];
      return side === null || ratio === null || ratio < CLOSED_BELOW || learnt.isSpecial(day) ? [] : [{ side, ratio }];
    }),
    learnt.spread,
  );
  yield undefined;

  const usualOutlook = (day: number): Outlook => {
    const id = holidayAt(day);
    if (id !== null && isClosedHoliday(day, id, effects, rules)) return { factor: 0, error: 0, reason: 'holiday', holiday: id };
    const level = id === null ? null : effects.levelOf(id);
    if (id !== null && level !== null && level.factor !== 1) return { ...level, reason: 'holiday', holiday: id };
    const side = id === null ? sideOf(day, types) : null;
    const effect = side === null ? null : beside(side);
    return effect ? { ...effect, reason: 'beside-holiday' } : NEUTRAL;
  };

  const outlookOf = (day: number): Outlook => {
    if (!types.isOpenWeekday(day)) return { factor: 0, error: 0, reason: 'closed-weekday' };
    if (closedByHand.has(day)) return { factor: 0, error: 0, reason: 'closure' };
    const events = eventsOn(day, rules);
    const [event] = events;
    if (!event) return usualOutlook(day);
    const factor = events.reduce((product, one) => product * one.factor, 1);
    if (factor === 0) return { factor, error: 0, reason: 'closure', event: event.label };
    // Who types the effect of one day knows that it is a holiday; over a longer stretch holidays stay what they are.
    const base = event.first === event.last ? NEUTRAL : usualOutlook(day);
    if (base.factor === 0) return base;
    return { factor: base.factor * factor, error: base.error * factor, reason: 'event', event: event.label };
  };

  const ordinaryValue = (day: number): number | null => {
    const value = known.byDay.get(day);
    if (value === undefined || wasClosed(day)) return null;
    return outlookOf(day).factor === 1 ? value : null;
  };

  const shareOf = (day: number): number => {
    const { factor } = outlookOf(day);
    if (!isPast(day) || !isRegular) return factor;
    // A day that was open although it is closed as a rule is no proof of its level: it counts as a usual one.
    return wasClosed(day) ? 0 : factor === 0 && types.isOpenWeekday(day) ? 1 : factor;
  };

  const shape = weekShape(known, open, (day) => ordinaryValue(day) === null);
  return { openWeekdays: open, shape, first: known.first, last: known.last, outlookOf, ordinaryValue, shareOf };
}

/**
 * How many usual weeks a stretch of days is worth: 1 for a week without holiday, about 0.8 with one on which the service is
 * closed, about 4.3 for a month. Weekdays weigh by what they usually bring.
 */
export const openWeeks = ({ start, end }: { start: number; end: number }, calendar: ServiceCalendar): number => {
  let weeks = 0;
  for (let day = start; day < end; day++) weeks += (calendar.shape[weekdayOf(day) - 1] ?? 0) * calendar.shareOf(day);
  return weeks;
};
