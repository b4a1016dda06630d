import type { CalendarRules } from '../period/planned';
import type { Period } from '../period/period';
import { atOnce, eachInSteps, type Steps } from '../steps';
import { agree, halvesOf, projectionOf, type AgreedPeriod, type DayLine, type OwnPeriod } from './agree';
import type { Bounds } from './backtest';
import { calendarSteps } from './calendar';
import { forecastSteps, type Forecast, type ForecastOptions, type Projection } from './forecast';
import { forecastDaysSteps, type ProjectedDay } from './forecastDays';
import { forecastPeriodsSteps } from './forecastPeriods';
import { errorOfTotal } from './period-total';
import type { DayValue } from './seasonality';
import { student80, sum } from './statistics';
import { futuresOf, futuresOfBoth, holding } from './surprise';

/** Weeks or months of a figure: those that are known whole, oldest first, and those that follow them. */
export type LevelHistory = {
  past: readonly Period[];
  /** Aligned with `past`; null for one without figure or with too few days. */
  values: readonly (number | null)[];
  /** Periods to project; the first may be under way. */
  ahead: readonly Period[];
  /** Periods in a cycle: 52 weeks, 12 months. */
  season: number;
};

/** A projected period that agrees with its days. */
export type ProjectedPeriod = {
  period: Period;
  /** What is known of it already, where it is under way; it is part of the projection. */
  known: number | null;
  projection: Projection;
  /** How much of the period's own projection is in it; the rest are its days. */
  ownShare: number;
};

export type SumProjection = {
  days: readonly ProjectedDay[];
  /** One list a level, as they were given. */
  levels: readonly (readonly ProjectedPeriod[])[];
  /** The engine's answers: of the days, and of each level as a whole. */
  dayForecast: Forecast;
  levelForecasts: readonly Forecast[];
};

type SumOptions = Pick<ForecastOptions, 'kind' | 'low' | 'high'> & { daysAhead: number; calendar?: Partial<CalendarRules> };

const NOTHING: AgreedPeriod = { value: 0, half: 0, half95: 0, ownShare: 0 };

/** Serial after the last day that has to be projected. */
const endOf = (levels: readonly LevelHistory[], daysAhead: number, first: number): number =>
  Math.max(first + daysAhead, ...levels.map(({ ahead }) => ahead.at(-1)?.end ?? first));

/** Steps of the engine, which knows open weekdays only, before each day of the calendar and after the last. */
const stepsBefore = (days: readonly ProjectedDay[]): number[] => {
  const steps = [0];
  for (const { reason } of days) steps.push((steps.at(-1) ?? 0) + (reason === 'closed-weekday' ? 0 : 1));
  return steps;
};

/** Projected days as a line to sum over; `weight` brings a day to what is summed, for rates their denominators. */
export const lineOf = (
  days: readonly ProjectedDay[],
  projected: Forecast,
  first: number,
  weight: (index: number) => number = () => 1,
): DayLine => {
  const steps = stepsBefore(days);
  const width = student80(projected.freedom);
  return {
    first,
    days: days.map(({ projection }, index) =>
      projection === null
        ? null
        : { value: projection.value * weight(index), deviation: (halvesOf(projection).half / width) * weight(index) },
    ),
    errorOf: (from, to) => {
      const [start, end] = [steps[from] ?? 0, steps[to] ?? 0];
      const error = end > start ? errorOfTotal(projected, end - start, start) : null;
      if (!error) return null;
      const mean = sum(days.slice(from, to).map((day, index) => (day.projection ? weight(from + index) : 0))) / (end - start);
      return { deviation: error.deviation * mean, half: error.half * mean, half95: error.half95 * mean };
    },
  };
};

/**
 * A level's own projections, and the futures that they hold, where its period under way surprises: what it comes to by its known
 * days and those to come lies outside its 95 % interval. The whole periods knew nothing of it, so that those to come hold both
 * futures, as after a surprise of the level's own. As they are everywhere else.
 */
export const afterBegun = (
  ahead: readonly Period[],
  projected: Forecast | undefined,
  first: number,
  bounds: Bounds,
  comesTo: (period: Period) => number,
): Pick<Forecast, 'points' | 'futures'> => {
  const { points, futures } = projected ?? { points: [], futures: null };
  const [begun, said] = [ahead[0], points[0]];
  if (!begun || !said || begun.start >= first) return { points, futures };
  const came = comesTo(begun);
  if (came >= said.low95 && came <= said.high95) return { points, futures };
  const half = (step: number): number => halvesOf(points[step] ?? said).half;
  const values = points.map(({ value }) => value);
  const both = futuresOf({ said: said.value, came }, values, { half }, bounds);
  return { points: points.map((point, step) => holding(point, both[step])), futures: futuresOfBoth(futures, both) };
};

/**
 * What was projected of periods that have not begun: one under way is known better by its days, and so is one of a forecast
 * that no past date tells the errors of: two weeks that happen to be alike do not make the third certain.
 */
export const ownPeriods = (
  ahead: readonly Period[],
  points: readonly Projection[],
  projected: Forecast | undefined,
  first: number,
): OwnPeriod[] =>
  ahead.map(({ start, end }, index) => {
    const point = start >= first ? points[index] : undefined;
    if (!point || !projected || projected.origins.length === 0) return { start, end, own: null };
    const { half, half95 } = halvesOf(point);
    return { start, end, own: { value: point.value, half, half95, deviation: half / student80(projected.freedom) } };
  });

/** A day's projection moved to what agrees, as wide as it was. */
const movedDay = (day: ProjectedDay, value: number | null, low: number): ProjectedDay =>
  day.projection === null || value === null
    ? { ...day, projection: null }
    : { ...day, projection: projectionOf(value, halvesOf(day.projection), low) };

/** Sum of a period's days that are known; null for one that has not begun. */
export const knownPart = (days: readonly DayValue[], { start, end }: Period, first: number): number | null =>
  start < first ? sum(days.filter(({ serial }) => Math.floor(serial) >= start && serial < end).map(({ value }) => value)) : null;

const periodOf = (period: Period, rest = NOTHING, known: number | null, low: number): ProjectedPeriod => {
  const before = known ?? 0;
  return {
    period,
    known,
    projection: projectionOf(before + rest.value, rest, Number.isFinite(low) ? before + low : low),
    ownShare: rest.ownShare,
  };
};

/**
 * Projects a figure that adds up (a count, an amount) by days, weeks and months that agree: every week and month is the
 * sum of its known days and of those projected, to the last digit, and each level's own projection has its say by how
 * wrong it was in the past. Days carry the calendar: closed ones have no projection, holidays and events move theirs.
 *
 * @example
 * const { days, levels: [weeks] } = projectSum(days, [{ past, values, ahead, season: 52 }], { daysAhead: 28 });
 */
export const projectSum = (days: readonly DayValue[], levels: readonly LevelHistory[], options: SumOptions): SumProjection =>
  atOnce(projectSumSteps(days, levels, options));

/** `projectSum` in slices. */
export function* projectSumSteps(
  days: readonly DayValue[],
  levels: readonly LevelHistory[],
  { daysAhead, calendar: rules, ...options }: SumOptions,
): Steps<SumProjection> {
  const calendar = yield* calendarSteps(days, rules);
  yield undefined;
  const first = (calendar?.last ?? 0) + 1;
  const horizon = calendar ? endOf(levels, daysAhead, first) - first : 0;
  const made = yield* forecastDaysSteps(days, { ...options, horizon, ...(rules && { calendar: rules }) });
  const levelForecasts = yield* eachInSteps(levels, function* ({ past, values, ahead, season }) {
    const following = past.at(-1)?.end === ahead[0]?.start;
    const wanted = { ...options, horizon: following ? ahead.length : 0, season };
    return yield* calendar ? forecastPeriodsSteps(values, { ...wanted, past, ahead, calendar }) : forecastSteps(values, wanted);
  });
  if (!calendar || made.forecast.points.length === 0)
    return { days: [], levels: levels.map(() => []), dayForecast: made.forecast, levelForecasts };
  const line = lineOf(made.days, made.forecast, first);
  const low = options.low ?? (days.some(({ value }) => value < 0) ? -Infinity : 0);
  const comesTo = (period: Period): number =>
    (knownPart(days, period, first) ?? 0) +
    sum(made.days.map(({ serial, projection }) => (serial < period.end ? (projection?.value ?? 0) : 0)));
  const said = levels.map(({ ahead }, level) =>
    afterBegun(ahead, levelForecasts[level], first, { low, high: options.high ?? Infinity }, comesTo),
  );
  const own = levels.map(({ ahead }, level) => ownPeriods(ahead, said[level]?.points ?? [], levelForecasts[level], first));
  const agreed = agree(line, own.flat(), { low });
  yield undefined;
  let at = 0;
  return {
    days: made.days.slice(0, daysAhead).map((day, index) => movedDay(day, agreed.days[index] ?? null, low)),
    levels: levels.map(({ ahead }, level) =>
      ahead.map((period, index) => {
        const made = periodOf(period, agreed.periods[at++], knownPart(days, period, first), low);
        const futures = made.known === null ? said[level]?.futures?.[index] : null;
        return { ...made, projection: holding(made.projection, futures) };
      }),
    ),
    dayForecast: made.forecast,
    levelForecasts,
  };
}
