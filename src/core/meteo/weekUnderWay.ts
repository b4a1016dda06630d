import { isAdditive, ruleAt } from '../consolidation/rule';
import type { Bounds } from '../forecast/backtest';
import type { ServiceCalendar } from '../forecast/calendar';
import type { Projection } from '../forecast/forecast';
import { projectBegun, thenAs, withBegun, withFirst, type Begun } from '../forecast/underWay';
import { projectionAt, widthOf } from '../forecast/width';
import type { Kpi } from '../kpi/kpi';
import { daysOf } from '../period/expectedDays';
import type { Period } from '../period/period';
import { weekdayOf } from '../period/serial';
import type { Steps } from '../steps';
import { boundsOf, forecastWeeksSteps, hasSums, type KnownWeeks, type WeekParts, type WeeksAhead } from './forecastWeeks';
import type { KpiSeries, MeteoInput, Span } from './input';

/** What is known of a week under way, before the day of issue. */
export type BegunWeek = {
  week: Period;
  /** What the known days say together. */
  value: number | null;
  parts: NonNullable<WeekParts> | null;
  /** Share of the week that they are, by what its days usually bring, and by their number. */
  share: number;
  days: number;
};

/** A KPI's weeks as the file has them, oldest first. */
type KnownSeries = {
  kpi: Kpi;
  weekly: readonly (number | null)[];
  parts: readonly WeekParts[] | null;
  known: KnownWeeks;
};

/** From this share of its open days on a week says something of those that follow it, as it does of the past. */
const LEAST_WEEK = 0.75;

/** Where counts can lie. */
const COUNTS: Bounds = { low: 0, high: Infinity };

/** Has a KPI a figure of its own on a day? */
const hasFigure = ({ valueOf, partsOf }: KpiSeries, day: number): boolean => {
  const span = { start: day, end: day + 1 };
  const parts = partsOf?.(span);
  return parts ? parts.numerator !== null && parts.denominator !== null : valueOf(span) !== null;
};

/** The open days of a week, and those of them before the day of issue that a KPI has figures of; none of coarser rows. */
const openDaysOf = (series: KpiSeries, week: Period, { coverage, settings, issued }: MeteoInput) => {
  const today = Math.floor(issued);
  if (coverage.step !== 'day' || today <= week.start) return { required: [], held: [] };
  const { required, missing } = daysOf(week, coverage, settings.closedDays);
  return { required, held: required.filter((day) => day < today && !missing.includes(day) && hasFigure(series, day)) };
};

/**
 * The days of a week that are known already, from its first to the last one; null where there is none.
 *
 * @example
 * knownSpan(calls, week, input) // on a Saturday: Monday to Friday
 */
export const knownSpan = (series: KpiSeries, week: Period, input: MeteoInput): Span | null => {
  const last = openDaysOf(series, week, input).held.at(-1);
  return last === undefined ? null : { start: week.start, end: last + 1 };
};

/**
 * What the file already has of the first week ahead: its days before that of issue. null where there is none, where rows are
 * coarser than days, and where the KPI is defined anew that week.
 *
 * @example
 * begunWeek(calls, week, calendar, input) // on a Saturday { value: 6125, share: 0.93, days: 0.83, … }
 */
export const begunWeek = (
  series: KpiSeries,
  week: Period,
  calendar: ServiceCalendar | null,
  input: MeteoInput,
): BegunWeek | null => {
  if (ruleAt(series.kpi, week.start) !== ruleAt(series.kpi, week.start - 1)) return null;
  const { required, held } = openDaysOf(series, week, input);
  const span = knownSpan(series, week, input);
  if (!span) return null;
  const usual = (day: number): number =>
    calendar ? (calendar.shape[weekdayOf(day) - 1] ?? 0) * calendar.outlookOf(day).factor : 1;
  const weigh = (days: readonly number[]): number => days.reduce((total, day) => total + usual(day), 0);
  const all = weigh(required);
  return {
    week,
    value: series.valueOf(span),
    parts: series.partsOf?.(span) ?? null,
    share: all > 0 ? weigh(held) / all : held.length / required.length,
    days: held.length / required.length,
  };
};

/** A state at the end of the week moves from the last known one on; an extreme is at least the one seen. */
const otherwise = (kpi: Kpi, point: Projection, seen: number, { days }: BegunWeek, before: number | null): Projection | null => {
  const reaches = (change: (limit: number) => number): Projection => ({
    value: change(point.value),
    low: change(point.low),
    high: change(point.high),
    low95: change(point.low95),
    high95: change(point.high95),
  });
  switch (kpi.rule.kind) {
    case 'last':
    case 'atLast': {
      const [rest, width] = [1 - days, widthOf(point, { low: -Infinity, high: Infinity })];
      const left = Math.sqrt(rest);
      const value = seen + rest * (point.value - (before ?? point.value));
      const narrow = {
        below: left * width.below,
        above: left * width.above,
        below95: left * width.below95,
        above95: left * width.above95,
      };
      return projectionAt(value, narrow, { low: Math.min(value, 0), high: Infinity });
    }
    case 'max':
    case 'distinct':
      return reaches((limit) => Math.max(limit, seen));
    case 'min':
      return reaches((limit) => Math.min(limit, seen));
    default:
      return null;
  }
};

/** The weeks ahead with what is known of the first one. */
const withWeek = ({ kpi, weekly }: KnownSeries, ahead: WeeksAhead, begun: BegunWeek): WeeksAhead => {
  const [point] = ahead.forecast.points;
  if (!point || begun.value === null) return ahead;
  const positive = weekly.every((value) => (value ?? 0) >= 0);
  const bounds: Bounds = { low: positive ? 0 : -Infinity, high: Infinity, ...boundsOf(kpi, weekly) };
  if (isAdditive(kpi.rule))
    return { ...ahead, forecast: withBegun(ahead.forecast, { known: begun.value, share: begun.share }, bounds) };
  const before = weekly.filter((value) => value !== null).at(-1) ?? null;
  const other = otherwise(kpi, point, begun.value, begun, before);
  if (other) return { ...ahead, forecast: withFirst(ahead.forecast, other, Math.sqrt(1 - begun.days)) };
  const volume = hasSums(kpi) ? (begun.parts?.denominator ?? null) : null;
  const denominators =
    ahead.denominators && volume !== null
      ? withBegun(ahead.denominators, { known: volume, share: begun.share }, COUNTS)
      : ahead.denominators;
  const whole = denominators?.points[0]?.value ?? 0;
  const share = volume === null ? begun.days : whole > 0 ? Math.min(1, volume / whole) : 0;
  const known: Begun = { known: share * begun.value, share };
  const forecast = withBegun(ahead.forecast, known, bounds);
  const rate = projectBegun(point, known, bounds).value;
  const parts = ahead.parts && {
    numerators: [rate * whole, ...ahead.parts.numerators.slice(1)],
    denominators: [whole, ...ahead.parts.denominators.slice(1)],
  };
  return { forecast, denominators, parts };
};

/** The week under way as the last known one, with what is projected of its days to come. */
const withLast = (
  { kpi, weekly, parts, known }: KnownSeries,
  { forecast, denominators, parts: ahead }: WeeksAhead,
  week: Period,
) => {
  const value = forecast.points[0]?.value ?? null;
  const denominator = denominators?.points[0]?.value ?? null;
  return {
    kpi,
    weekly: [...weekly, value],
    parts: parts && [...parts, { numerator: ahead?.numerators[0] ?? null, denominator }],
    known: { ...known, weeks: [...known.weeks, week] },
  };
};

/** The parts of the first week, then those of the weeks after it. */
const partsThen = (now: WeeksAhead['parts'], next: WeeksAhead['parts']): WeeksAhead['parts'] =>
  now &&
  next && {
    numerators: [...now.numerators.slice(0, 1), ...next.numerators].slice(0, now.numerators.length),
    denominators: [...now.denominators.slice(0, 1), ...next.denominators].slice(0, now.denominators.length),
  };

/**
 * Projects a KPI's weeks of which the first is under way: it is its known days and what is projected of the others. Once most of
 * its days are known, the weeks after it follow from it as from the past. In slices.
 */
export function* forecastBegunSteps(series: KnownSeries, begun: BegunWeek | null): Steps<WeeksAhead> {
  const alone = yield* forecastWeeksSteps(series.kpi, series.weekly, series.parts, series.known);
  if (!begun) return alone;
  const now = withWeek(series, alone, begun);
  if (now === alone || begun.days < LEAST_WEEK) return now;
  const { kpi, weekly, parts, known } = withLast(series, now, begun.week);
  const next = yield* forecastWeeksSteps(kpi, weekly, parts, known);
  return {
    forecast: thenAs(now.forecast, next.forecast),
    denominators: now.denominators && next.denominators && thenAs(now.denominators, next.denominators),
    parts: partsThen(now.parts, next.parts),
  };
}
