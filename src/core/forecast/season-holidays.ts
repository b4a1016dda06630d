import { weekdayOf } from '../period/serial';
import { mapInSteps, type Steps } from '../steps';
import type { CycleTest, PhaseEffect } from './season-cycle';
import { plainDays, type OpenDay, type PlainDay } from './season-days';
import { mean, sum } from './statistics';
import { studentTail } from './tails';

/** Place of a day beside a public holiday. */
export const HOLIDAY_PHASES = ['eve', 'holiday', 'after', 'bridge'] as const;
type HolidayPhase = (typeof HOLIDAY_PHASES)[number];

/** Holidays that tell, at least, and ordinary days that they are compared with. */
const LEAST_EVENTS = 5;
const LEAST_ORDINARY = 40;
/** Days on either side that a day is compared with. */
const AROUND = 10;
/** A holiday is followed by its day after within as many days. */
const SOON = 4;
const THURSDAY = 4;
const TUESDAY = 2;

/**
 * The days beside public holidays: the holiday itself, the open day before and after it, and the bridge between a holiday and a
 * week-end (Friday after a Thursday, Monday before a Tuesday). A day between two holidays is the day after the first.
 */
const holidayPhases = (open: readonly number[], holidays: readonly number[]): ReadonlyMap<number, HolidayPhase> => {
  const first = open[0] ?? 0;
  const last = open.at(-1) ?? 0;
  const off = new Set(holidays.map(Math.floor).filter((holiday) => holiday >= first - SOON && holiday <= last + SOON));
  const days = new Set(open.filter((serial) => !off.has(serial)));
  const phases = new Map<number, HolidayPhase>();
  for (const holiday of off) {
    const weekday = weekdayOf(holiday);
    const bridge = weekday === THURSDAY ? holiday + 1 : weekday === TUESDAY ? holiday - 1 : null;
    if (bridge !== null && !off.has(bridge)) phases.set(bridge, 'bridge');
  }
  const near = (holiday: number, step: 1 | -1): number | undefined =>
    Array.from({ length: SOON }, (_, index) => holiday + step * (index + 1)).find(
      (serial) => days.has(serial) && phases.get(serial) !== 'bridge',
    );
  for (const holiday of off) {
    const after = near(holiday, 1);
    if (after !== undefined) phases.set(after, 'after');
  }
  for (const holiday of off) {
    const eve = near(holiday, -1);
    if (eve !== undefined && !phases.has(eve)) phases.set(eve, 'eve');
    phases.set(holiday, 'holiday');
  }
  return phases;
};

/** The middle value: one holiday that was like no other does not make the rule. */
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/**
 * Each day over what the ordinary days around it let expect of its weekday, spikes left as they are: days beside holidays
 * neither make the level that they are measured by, nor are cut as the exceptions that they are.
 */
export const besideOrdinary = (days: readonly OpenDay[], holidays: readonly number[]): readonly PlainDay[] => {
  const phases = holidayPhases(
    days.map(({ serial }) => serial),
    holidays,
  );
  const { usual } = plainDays(days.map((day) => (phases.has(day.serial) ? { ...day, value: null } : day)));
  return days.map(({ serial, value }, index) => {
    const expected = usual[index] ?? null;
    return { serial, ratio: value === null || expected === null ? null : value / expected };
  });
};

/** Days that are compared between two pauses. */
const DAYS_PER_STEP = 200;

/** Each day against the mean of the ordinary ones around it, as a fraction. */
function* departures(days: readonly PlainDay[], phases: ReadonlyMap<number, HolidayPhase>): Steps<Departure[]> {
  const ordinary = days.filter(({ serial, ratio }) => ratio !== null && !phases.has(serial));
  let [start, end] = [0, 0];
  const found: Departure[] = [];
  for (const [index, { serial, ratio }] of days.entries()) {
    if (index % DAYS_PER_STEP === 0) yield undefined;
    while (start < ordinary.length && (ordinary[start]?.serial ?? 0) < serial - AROUND) start++;
    while (end < ordinary.length && (ordinary[end]?.serial ?? 0) <= serial + AROUND) end++;
    const around = ordinary.slice(start, end).flatMap((day) => (day.serial === serial ? [] : (day.ratio ?? [])));
    const usual = mean(around);
    if (ratio !== null && around.length >= AROUND / 2 && usual > 0) found.push({ serial, off: ratio / usual - 1 });
  }
  return found;
}

/** Places of values in their order, from 1 on, those alike sharing theirs; and what ties take from the places' variance. */
const ranksOf = (values: readonly number[]): { ranks: readonly number[]; ties: number } => {
  const order = values.map((_, index) => index).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end++;
    const alike = end - start;
    for (let at = start; at < end; at++) ranks[order[at] ?? 0] = (start + 1 + end) / 2;
    ties += alike * alike * alike - alike;
    start = end;
  }
  return { ranks, ties };
};

/**
 * Chance of the places that some values take among others, by the rank sum of Wilcoxon, Mann and Whitney: figures of any
 * shape, small counts among them, are compared without a bell curve being assumed.
 */
const rankChance = (events: readonly number[], ordinary: readonly number[]): number => {
  const { ranks, ties } = ranksOf([...events, ...ordinary]);
  const count = ranks.length;
  const departure = sum(ranks.slice(0, events.length)) - (events.length * (count + 1)) / 2;
  const variance = ((events.length * ordinary.length) / 12) * (count + 1 - ties / (count * (count - 1)));
  return variance > 0 ? studentTail(departure / Math.sqrt(variance), count - 2) : 1;
};

type Departure = { serial: number; off: number };

/** By how much the two kinds of bridges may differ at least, and as a share of the larger effect, to be spoken of as one. */
const LEAST_UNLIKE = 0.1;
const UNLIKE_SHARE = 0.5;

/**
 * The places of days beside holidays, with bridges as days of their own where Fridays after a Thursday's holiday and Mondays before
 * a Tuesday's do alike. Where they do not, nothing holds for bridges as such: the Friday is a day after a holiday like others,
 * which people who could not call the day before call on, and the Monday an eve.
 */
const withOwnBridges = (
  phases: ReadonlyMap<number, HolidayPhase>,
  all: readonly Departure[],
): ReadonlyMap<number, HolidayPhase> => {
  const isFriday = (serial: number): boolean => weekdayOf(serial) === THURSDAY + 1;
  const bridges = all.filter(({ serial }) => phases.get(serial) === 'bridge');
  const [fridays, mondays] = [true, false].map((wanted) =>
    bridges.filter(({ serial }) => isFriday(serial) === wanted).map(({ off }) => off),
  );
  if (!fridays?.length || !mondays?.length) return phases;
  const [after, before] = [median(fridays), median(mondays)];
  const most = Math.max(LEAST_UNLIKE, UNLIKE_SHARE * Math.max(Math.abs(after), Math.abs(before)));
  if (Math.abs(after - before) <= most) return phases;
  const besides = (serial: number): HolidayPhase => (isFriday(serial) ? 'after' : 'eve');
  return new Map([...phases].map(([serial, phase]) => [serial, phase === 'bridge' ? besides(serial) : phase]));
};

/**
 * Tests whether days beside public holidays depart from the ordinary days around them: each kind of day is ranked among what
 * ordinary days do, which holds all the memory that the series has. Shared out among the kinds of days. Effects are
 * against an ordinary day. Null where too few are known.
 */
export function* testHolidaysSteps(days: readonly PlainDay[], holidays: readonly number[]): Steps<CycleTest | null> {
  const named = holidayPhases(
    days.map(({ serial }) => serial),
    holidays,
  );
  const all = yield* departures(days, named);
  const phases = withOwnBridges(named, all);
  const ordinary = all.filter(({ serial }) => !phases.has(serial)).map(({ off }) => off);
  if (ordinary.length < LEAST_ORDINARY) return null;
  const centre = median(ordinary);
  yield undefined;
  const found = HOLIDAY_PHASES.flatMap((name, phase) => {
    const events = all.filter(({ serial }) => phases.get(serial) === name).map(({ off }) => off);
    return events.length < LEAST_EVENTS ? [] : [{ phase, events, effect: median(events) - centre }];
  });
  if (found.length === 0) return null;
  const effects = yield* mapInSteps(found, ({ phase, events, effect }): PhaseEffect => ({
    phase,
    effect,
    chance: Math.min(1, found.length * rankChance(events, ordinary)),
  }));
  const explained = sum(found.map(({ events, effect }) => events.length * effect * effect));
  const left = sum([
    ...ordinary.map((off) => (off - centre) * (off - centre)),
    ...found.flatMap(({ events, effect }) => events.map((off) => (off - centre - effect) * (off - centre - effect))),
  ]);
  const strength = left > 0 ? explained / (explained + left) : 0;
  return { chance: Math.min(...effects.map(({ chance }) => chance)), effects, strength, change: null };
}
