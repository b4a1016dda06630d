import type { Period } from '../period/period';
import type { CalendarRules } from '../period/planned';
import { atOnce, eachInSteps, type Steps } from '../steps';
import { agree, halvesOf, projectionOf } from './agree';
import type { Forecast, Projection } from './forecast';
import { forecastDaysSteps, type ProjectedDay } from './forecastDays';
import {
  afterBegun,
  knownPart,
  lineOf,
  ownPeriods,
  projectSumSteps,
  type LevelHistory,
  type ProjectedPeriod,
} from './projectFigure';
import { forecastRatioSteps } from './ratio';
import type { DayValue } from './seasonality';
import { clamp, sum } from './statistics';
import { holding } from './surprise';

/** A day's numerator and denominator. */
export type DayParts = { serial: number; numerator: number; denominator: number };

/** Weeks or months of a ratio: `LevelHistory` with both parts of each past period. */
export type RatioLevel = Omit<LevelHistory, 'values'> & {
  numerators: readonly (number | null)[];
  denominators: readonly (number | null)[];
};

/** A projected rate and the parts that it is exactly the quotient of; what is known of a period under way is in them. */
type ProjectedRatio = { projection: Projection; numerator: number; denominator: number };

export type RatioProjection = {
  /** Days to come; `ratio` is null for one that is closed. */
  days: readonly { serial: number; ratio: ProjectedRatio | null }[];
  levels: readonly (readonly (ProjectedRatio & { period: ProjectedPeriod['period'] })[])[];
  dayForecast: Forecast;
  levelForecasts: readonly Forecast[];
};

type RatioOptions = { daysAhead: number; low?: number; high?: number; calendar?: Partial<CalendarRules> };

/** Rate of parts; null without denominator. */
const rateOf = (numerator: number | null, denominator: number | null): number | null =>
  numerator === null || denominator === null || denominator <= 0 ? null : numerator / denominator;

/** How far the days have to reach: to the end of the last period. */
const daysNeeded = (days: readonly DayParts[], levels: readonly RatioLevel[], daysAhead: number): number => {
  const last = Math.max(...days.map(({ serial }) => Math.floor(serial)));
  return Math.max(daysAhead, ...levels.map(({ ahead }) => (ahead.at(-1)?.end ?? 0) - last - 1));
};

const partOf = (days: readonly DayParts[], part: 'numerator' | 'denominator'): DayValue[] =>
  days.map((day) => ({ serial: day.serial, value: day[part] }));

function* levelSteps({ past, numerators, denominators, ahead, season }: RatioLevel, low: number, high: number): Steps<Forecast> {
  const following = past.at(-1)?.end === ahead[0]?.start;
  const rates = past.map((_, index) => rateOf(numerators[index] ?? null, denominators[index] ?? null));
  const horizon = following ? ahead.length : 0;
  const projected = yield* forecastRatioSteps({ numerators, denominators, rates }, { horizon, season, kind: 'rate', low, high });
  return projected.rates;
}

const scaledBy = (point: Projection, factor: number): Projection => ({
  value: point.value * factor,
  low: point.low * factor,
  high: point.high * factor,
  low95: point.low95 * factor,
  high95: point.high95 * factor,
});

const ratioOf = (
  numerator: number,
  denominator: number,
  halves: { half: number; half95: number },
  low: number,
  high: number,
): ProjectedRatio | null =>
  denominator > 0 ? { projection: projectionOf(numerator / denominator, halves, low, high), numerator, denominator } : null;

/**
 * Projects a ratio (a rate, a mean duration) by days, weeks and months that agree: denominators as every sum, numerators as
 * rates times denominators, each level's rate with its say by its past errors, and every printed rate exactly the sum of
 * its numerators over the sum of its denominators, those known of a period under way included. Rates stay within `low` and
 * `high` on every day, and so do their weighted means.
 */
export const projectRatioFigure = (
  days: readonly DayParts[],
  levels: readonly RatioLevel[],
  options: RatioOptions,
): RatioProjection => atOnce(projectRatioFigureSteps(days, levels, options));

/** `projectRatioFigure` in slices. */
export function* projectRatioFigureSteps(
  days: readonly DayParts[],
  levels: readonly RatioLevel[],
  { daysAhead, low = 0, high = Infinity, calendar }: RatioOptions,
): Steps<RatioProjection> {
  const rules = calendar ? { calendar } : {};
  const horizon = days.length > 0 ? daysNeeded(days, levels, daysAhead) : 0;
  const denominators = yield* projectSumSteps(
    partOf(days, 'denominator'),
    levels.map((level) => ({ ...level, values: level.denominators })),
    { daysAhead: horizon, ...rules },
  );
  const rateDays = days.flatMap(({ serial, numerator, denominator }): DayValue[] => {
    const rate = rateOf(numerator, denominator);
    return rate === null ? [] : [{ serial, value: rate }];
  });
  const rates = yield* forecastDaysSteps(rateDays, { horizon, kind: 'rate', low, high, ...rules });
  const levelForecasts = yield* eachInSteps(levels, (level) => levelSteps(level, low, high));
  const first = denominators.days[0]?.serial ?? 0;
  // The denominators' days lead: a rate's last day may be earlier, where nothing came on the last one.
  const bySerial = new Map(rates.days.map((day) => [day.serial, day]));
  const aligned = denominators.days.map(
    ({ serial }): ProjectedDay => bySerial.get(serial) ?? { serial, projection: null, factor: 1 },
  );
  const volume = (index: number): number => denominators.days[index]?.projection?.value ?? 0;
  const line = lineOf(aligned, rates.forecast, first, volume);
  const comesTo = (period: Period): number => {
    const known = (part: 'numerator' | 'denominator'): number => knownPart(partOf(days, part), period, first) ?? 0;
    const rest = line.days.slice(0, Math.max(0, period.end - first));
    const bottom = known('denominator') + sum(rest.map((_, index) => volume(index)));
    return bottom > 0 ? (known('numerator') + sum(rest.map((day) => day?.value ?? 0))) / bottom : 0;
  };
  const said = levels.map(({ ahead }, level) => afterBegun(ahead, levelForecasts[level], first, { low, high }, comesTo));
  const own = levels.map(({ ahead }, level) => {
    const projected = levelForecasts[level];
    const known = ahead.flatMap((_, index) => {
      const point = said[level]?.points[index];
      return point ? [scaledBy(point, denominators.levels[level]?.[index]?.projection.value ?? 0)] : [];
    });
    return ownPeriods(ahead, known, projected, first);
  });
  const agreed = agree(line, own.flat(), { low: 0 });
  const numerators = agreed.days.map((value, index) =>
    value === null ? 0 : clamp(value, low * volume(index), high * volume(index)),
  );
  yield undefined;
  let at = 0;
  return {
    days: aligned.slice(0, daysAhead).map(({ serial, projection }, index) => ({
      serial,
      ratio: projection && ratioOf(numerators[index] ?? 0, volume(index), halvesOf(projection), low, high),
    })),
    levels: levels.map(({ ahead }, level) =>
      ahead.flatMap((period, index) => {
        const rest = agreed.periods[at++];
        const inside = (index: number): boolean => first + index >= period.start && first + index < period.end;
        const before = (part: 'numerator' | 'denominator'): number => knownPart(partOf(days, part), period, first) ?? 0;
        const top = before('numerator') + sum(numerators.filter((_, index) => inside(index)));
        const bottom = before('denominator') + sum(numerators.map((_, index) => (inside(index) ? volume(index) : 0)));
        const width = { half: (rest?.half ?? 0) / (bottom || 1), half95: (rest?.half95 ?? 0) / (bottom || 1) };
        const ratio = ratioOf(top, bottom, width, low, high);
        const futures = period.start >= first ? said[level]?.futures?.[index] : null;
        return ratio ? [{ ...ratio, projection: holding(ratio.projection, futures), period }] : [];
      }),
    ),
    dayForecast: rates.forecast,
    levelForecasts,
  };
}
