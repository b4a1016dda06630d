import { holidayOn, type HolidayId } from '../period/holidays';
import type { CalendarRules, PlannedEvent } from '../period/planned';
import { weekdayOf } from '../period/serial';
import type { Steps } from '../steps';
import { CLOSED_BELOW, holidayEffects, type HolidayEffects, type HolidaySeen } from './holiday-effects';
import { sum } from './statistics';
import { isSparse, usualSpread, usualValue, type KnownDays } from './usual-days';

/** What the past of a daily figure shows of closures and holidays. */
export type PastDays = {
  /** Days of open weekdays from the first to the last with a figure. */
  past: readonly number[];
  closedByHand: ReadonlySet<number>;
  holidayAt: (day: number) => HolidayId | null;
  /** A holiday, or a day of which the user says something. */
  isSpecial: (day: number) => boolean;
  /** A day's figure over what its weekday usually brings around it; null where that is not known. */
  ratioOf: (day: number) => number | null;
  /** Standard deviation of that ratio on ordinary days. */
  spread: number;
  /** Do figures vary so little that a day which departs shows something? */
  isRegular: boolean;
  wasClosed: (day: number) => boolean;
  effects: HolidayEffects;
};

/** A zero is a closure, not a quiet day, where figures vary by less than this share around their usual value. */
const REGULAR_SPREAD = 0.3;
/** Fewer ordinary days say nothing of how figures vary. */
const LEAST_ORDINARY = 10;
/** Zeros for longer than this up to the last day are no closure but figures: the activity has ended. */
const LONGEST_CLOSURE = 21;
/** Where at least this share of the open days have a figure, a holiday without is a closed one. */
const COMPLETE_SHARE = 0.9;
/** What all past holidays would usually have brought together, from which nothing at all is no chance. */
const TELLING_TOTAL = 10;
const SUNDAY = 7;

/** Events that the user has planned for a day. */
export const eventsOn = (day: number, { plannedEvents }: CalendarRules): readonly PlannedEvent[] =>
  plannedEvents.filter(({ first, last }) => first <= day && day <= last);

/** Holidays by day, each looked up once. */
const holidaysFor = ({ holidayRegion }: CalendarRules): ((day: number) => HolidayId | null) => {
  const found = new Map<number, HolidayId | null>();
  return (day) => {
    const known = found.get(day);
    if (known !== undefined) return known;
    const id = holidayOn(day, holidayRegion)?.id ?? null;
    found.set(day, id);
    return id;
  };
};

const openDays = ({ first, last }: KnownDays, open: readonly number[]): number[] => {
  const days: number[] = [];
  for (let day = first; day <= last; day++) if (open.includes(weekdayOf(day))) days.push(day);
  return days;
};

/** The last day with more than nothing, where so long has passed since that what follows are figures; else the last day. */
const endOfActivity = ({ byDay, last }: KnownDays): number => {
  let active = -Infinity;
  for (const [day, value] of byDay) if (value !== 0 && day > active) active = day;
  return last - active > LONGEST_CLOSURE ? active : last;
};

/**
 * Holidays of figures that vary much, such as a few events a day: a single zero says nothing there. They are closed when the
 * table is complete but for them, or when all of them together brought next to nothing of what they usually would have.
 */
const roughlySeen = (
  holidays: readonly { day: number; id: HolidayId }[],
  ordinary: readonly number[],
  { byDay }: KnownDays,
): HolidaySeen[] => {
  const valueOf = (day: number): number => byDay.get(day) ?? 0;
  const isComplete = ordinary.filter((day) => byDay.has(day)).length >= COMPLETE_SHARE * ordinary.length;
  const expected = (sum(ordinary.map(valueOf)) / Math.max(1, ordinary.length)) * holidays.length;
  const silent = expected >= TELLING_TOTAL && sum(holidays.map(({ day }) => valueOf(day))) <= CLOSED_BELOW * expected;
  return holidays.map(({ day, id }) => {
    const closed = byDay.has(day) ? silent && valueOf(day) === 0 : silent || isComplete;
    return { id, ratio: closed ? 0 : 1 };
  });
};

/** Days between two pauses. */
const DAYS_A_STEP = 200;

/** Usual values by day. Whether a day is odd is asked of it by each of those around it: it is told once. */
function* usualSteps(
  past: readonly number[],
  known: KnownDays,
  isOdd: (day: number) => boolean,
): Steps<ReadonlyMap<number, number | null>> {
  const usual = new Map<number, number | null>();
  const odd = new Map<number, boolean>();
  const isKnownOdd = (day: number): boolean => {
    const told = odd.get(day) ?? isOdd(day);
    odd.set(day, told);
    return told;
  };
  for (const [index, day] of past.entries()) {
    usual.set(day, usualValue(day, known, isKnownOdd));
    if (index % DAYS_A_STEP === 0) yield undefined;
  }
  return usual;
}

/** Learns from the past what the calendar needs, in slices: usual values, closures, effects of holidays. */
export function* learnPastSteps(known: KnownDays, open: readonly number[], rules: CalendarRules): Steps<PastDays> {
  const closedByHand = new Set(rules.closedDays);
  const holidayAt = holidaysFor(rules);
  const isSpecial = (day: number): boolean => holidayAt(day) !== null || closedByHand.has(day) || eventsOn(day, rules).length > 0;
  const isOdd = (day: number): boolean => isSpecial(day) || (known.byDay.get(day) ?? 0) <= 0;
  const past = openDays(known, open);
  const usual = yield* usualSteps(past, known, isOdd);
  const ratioOf = (day: number): number | null => {
    const expected = usual.get(day) ?? null;
    return expected === null ? null : (known.byDay.get(day) ?? 0) / expected;
  };
  const ordinary = past.filter((day) => !isSpecial(day));
  const ratios = ordinary.filter((day) => known.byDay.has(day)).flatMap((day) => ratioOf(day) ?? []);
  yield undefined;
  const spread = usualSpread(ratios);
  const isRegular = ratios.length >= LEAST_ORDINARY && spread < REGULAR_SPREAD && !isSparse(known, open);
  yield undefined;
  const end = endOfActivity(known);
  const isNothing = (day: number): boolean => {
    const ratio = ratioOf(day);
    return isRegular && day <= end && ratio !== null && Math.abs(ratio) < CLOSED_BELOW;
  };
  const wasClosed = (day: number): boolean => closedByHand.has(day) || !known.byDay.has(day) || isNothing(day);
  const holidays = past.flatMap((day) => {
    const id = holidayAt(day);
    return id === null || day > end ? [] : [{ day, id }];
  });
  const told = holidays.filter(({ day }) => !closedByHand.has(day));
  const seen: HolidaySeen[] = isRegular
    ? told.flatMap(({ day, id }) => {
        const ratio = ratioOf(day);
        return ratio === null ? [] : [{ id, ratio }];
      })
    : roughlySeen(told, ordinary, known);
  const byHand = holidays.filter(({ day }) => closedByHand.has(day)).map(({ id }): HolidaySeen => ({ id, ratio: 0 }));
  const effects = holidayEffects([...seen, ...byHand], spread, !open.includes(SUNDAY));
  return { past, closedByHand, holidayAt, isSpecial, ratioOf, spread, isRegular, wasClosed, effects };
}
