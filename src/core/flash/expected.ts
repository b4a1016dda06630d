import type { Settings } from '../client/settings';
import { periodValue, rowsValue } from '../consolidation/evaluate';
import type { SourceRows } from '../consolidation/rows';
import type { Rule } from '../consolidation/rule';
import { forecastDaysSteps } from '../forecast/forecastDays';
import { measuresOf } from '../kpi/measures';
import { periodOf } from '../period/calendar';
import type { Steps } from '../steps';
import type { Intraday } from './intraday';
import type { FlashRecord } from './records';
import type { FlashSubject } from './subject';

/**
 * How the part of a day that is over is known: by the hours of past days, by past flash points of about the same time, or,
 * failing them, by the clock alone, which is a guess.
 */
export type FlashBasis = 'slots' | 'points' | 'clock';

/** What was expected of a count: over the day, until now, and from now on. */
export type Expected = { total: number; now: number; rest: number };

/** Hours of a day of which nothing is known: eight to six. */
export const USUAL_OPENING = 8 / 24;
const USUAL_CLOSING = 18 / 24;
/** Past points so close to the time of day say what share of a day is over, when there are so many. */
const NEAR_TIME = 15 / 1440;
const LEAST_POINTS = 3;
/** A forecast reaches so far from the last known day. */
const FARTHEST = 35;
/** Days that the engine is given, and those that tell what share of the volume another count is. */
const HISTORY = 800;
const RECENT = 28;

export type DaySource = {
  rows: SourceRows;
  intraday: Intraday | null;
  settings: Settings;
  records: readonly FlashRecord[];
};

const onDay = (rule: Rule, rows: SourceRows, day: number): number | null => periodValue(rule, rows, periodOf(day, 'day'));

/** The day's volume as the engine projects it from the days before; null where it is closed or too little is known. */
function* projected(rule: Rule, day: number, { rows, settings }: DaySource): Steps<number | null> {
  const days = (rows.coverage?.days ?? [])
    .filter((serial) => serial < day && serial >= day - HISTORY)
    .flatMap((serial) => {
      const value = onDay(rule, rows, serial);
      return value === null ? [] : [{ serial, value }];
    });
  const last = days.at(-1)?.serial;
  if (last === undefined || day - last > FARTHEST) return null;
  yield undefined;
  const { days: ahead } = yield* forecastDaysSteps(days, { horizon: day - last, calendar: settings });
  return ahead.find(({ serial }) => serial === day)?.projection?.value ?? null;
}

/** What somebody says the day is to bring: in its flash points, or in the table's own column of forecasts. */
const said = (day: number, moment: number, { rows, records }: DaySource): number | null => {
  const typed = records.filter((record) => Math.floor(record.moment) === day && record.moment <= moment + 1e-3).at(-1)?.forecast;
  if (typed !== undefined && typed !== null) return typed;
  const planned = measuresOf(rows.table, null).sum('appels_prevus');
  return planned && onDay(planned, rows, day);
};

/** Share of a day's volume that past flash points of about the same time had; null with too few of them. */
const shareOfPoints = (rule: Rule, moment: number, { rows, records }: DaySource): number | null => {
  const day = Math.floor(moment);
  const pairs = records.flatMap(({ moment: past, values: [value = null] }) => {
    const pastDay = Math.floor(past);
    const near = Math.abs(past - pastDay - (moment - day)) <= NEAR_TIME;
    const total = near && pastDay < day ? onDay(rule, rows, pastDay) : null;
    return value === null || total === null || total <= 0 ? [] : [{ value, total }];
  });
  if (pairs.length < LEAST_POINTS) return null;
  const sum = (of: (pair: { value: number; total: number }) => number): number => pairs.reduce((all, pair) => all + of(pair), 0);
  return Math.min(1, sum(({ value }) => value) / sum(({ total }) => total));
};

const byClock = (time: number): number => Math.min(1, Math.max(0, (time - USUAL_OPENING) / (USUAL_CLOSING - USUAL_OPENING)));

/** What was expected of the volume, and how the part of the day that is over is known; null without any forecast. */
function* expectedVolume(rule: Rule, moment: number, source: DaySource): Steps<{ basis: FlashBasis; expected: Expected } | null> {
  const day = Math.floor(moment);
  const time = moment - day;
  const hours = source.intraday?.expected(rule, day, time) ?? null;
  const told = said(day, moment, source);
  if (hours && told === null) return { basis: 'slots', expected: hours };
  yield undefined;
  const total = told ?? (yield* projected(rule, day, source));
  if (total === null) return null;
  const points = shareOfPoints(rule, moment, source);
  const [basis, share]: [FlashBasis, number] =
    hours && hours.total > 0
      ? ['slots', hours.now / hours.total]
      : points === null
        ? ['clock', byClock(time)]
        : ['points', points];
  return { basis, expected: { total, now: total * share, rest: total * (1 - share) } };
}

/** What share of the volume another count has been lately: Σ over Σ; null where one of the two is not known. */
const usualShare = (rule: Rule | null, volume: Rule, day: number, { rows }: DaySource): number | null => {
  if (rule === null) return null;
  const days = (rows.coverage?.days ?? []).filter((serial) => serial < day).slice(-RECENT);
  const first = days[0];
  if (first === undefined) return null;
  const indices = rows.inPeriod({ kind: 'day', key: '', start: first, end: day });
  const [part, whole] = [rowsValue(rule, rows, indices), rowsValue(volume, rows, indices)];
  return part === null || whole === null || whole === 0 ? null : part / whole;
};

/**
 * What was expected of every count at a moment of a day. The volume's day is what its user forecast, else what the engine
 * projects; the other counts are their usual share of it. null for what cannot be known. In slices.
 */
export function* expectedCountsSteps(
  { measures }: FlashSubject,
  moment: number,
  source: DaySource,
): Steps<{ basis: FlashBasis | null; counts: readonly (Expected | null)[] }> {
  const volume = measures[0]?.rule ?? null;
  const found = volume && (yield* expectedVolume(volume, moment, source));
  if (!volume || !found) return { basis: null, counts: measures.map(() => null) };
  const { basis, expected } = found;
  const counts = measures.map(({ rule }, index) => {
    const share = index === 0 ? 1 : usualShare(rule, volume, Math.floor(moment), source);
    return share === null ? null : { total: expected.total * share, now: expected.now * share, rest: expected.rest * share };
  });
  return { basis, counts };
}
