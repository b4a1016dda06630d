import { isAdditive } from '../consolidation/rule';
import { periodOf } from '../period/calendar';
import type { Period, PeriodKind } from '../period/period';
import { weekdayOf } from '../period/serial';
import { eachInSteps, type Steps } from '../steps';
import { calendarSteps } from './calendar';
import { figureKindOf } from './figure-columns';
import { dayParts, dayValues, levelOfParts, levelOfSums, ratioOfSums, type Figure } from './figure-history';
import { cycleOf, stepForecast, usualHorizonOf, type SpecialDay, type StepForecast } from './figure-step';
import { forecastSteps, type Forecast, type Projection } from './forecast';
import { forecastDaysSteps, type ProjectedDay } from './forecastDays';
import { projectSumSteps } from './projectFigure';
import { projectRatioFigureSteps, type DayParts } from './projectRatioFigure';
import type { DayValue } from './seasonality';

/** A figure of a daily table by days, weeks and months. */

type Ahead = readonly { period: Period; projection: Projection }[];

/** A day to come; of a ratio with the parts that it is the quotient of. */
export type MadeDay = Pick<ProjectedDay, 'serial' | 'projection' | 'reason'> & {
  parts?: { numerator: number; denominator: number };
};

/** What the ways of projecting a figure come to: its days to the end of the farthest period, and a list of periods for each coarser kind. */
type Made = {
  days: readonly MadeDay[];
  dayForecast: Forecast;
  levels: readonly { forecast: Forecast; ahead: Ahead }[];
  /** Known days of a ratio, by its parts. */
  parts?: readonly DayParts[];
  /** A ratio that never was more than 1. */
  share?: boolean;
};

type Asked = {
  days: readonly DayValue[];
  daysAhead: number;
  kinds: readonly PeriodKind[];
  horizonOf: (kind: PeriodKind) => number;
};

/** A figure of a daily table with its projection, before it is told by its steps. */
export type DailyFigure = { figure: Figure; kinds: readonly PeriodKind[]; horizon: number | undefined; asked: Asked; made: Made };

const rulesOf = ({ calendar }: Figure): Pick<Figure, 'calendar'> => (calendar ? { calendar } : {});

/** Farther than this no day is looked for that is open. */
const FARTHEST = 6000;

/** Days of the calendar that hold as many open days as are asked for. */
function* calendarDays(days: readonly DayValue[], { calendar: rules }: Figure, open: number | undefined): Steps<number> {
  if (open === undefined) return usualHorizonOf('day');
  const calendar = yield* calendarSteps(days, rules);
  if (!calendar) return open;
  let [ahead, found] = [0, 0];
  while (found < open && ahead < FARTHEST) {
    ahead++;
    const day = calendar.last + ahead;
    if (calendar.openWeekdays.includes(weekdayOf(day)) && calendar.outlookOf(day).factor !== 0) found++;
  }
  return ahead;
}

/** Days to the end of the farthest period, those that are asked for at least. */
const reachOf = (days: readonly DayValue[], levels: readonly { ahead: readonly Period[] }[], daysAhead: number): number => {
  const first = Math.floor(days.at(-1)?.serial ?? 0) + 1;
  return Math.max(daysAhead, ...levels.map(({ ahead }) => (ahead.at(-1)?.end ?? first) - first));
};

/** A count or an amount: weeks and months are sums of the days. */
function* projectAsSum(figure: Figure, { days, daysAhead, kinds, horizonOf }: Asked): Steps<Made> {
  const levels = kinds.map((kind) => levelOfSums(figure, kind, horizonOf(kind)));
  yield undefined;
  const made = yield* projectSumSteps(days, levels, {
    daysAhead: reachOf(days, levels, daysAhead),
    kind: figureKindOf(figure.column.unit),
    ...rulesOf(figure),
  });
  return {
    days: made.days,
    dayForecast: made.dayForecast,
    levels: made.levels.map((ahead, level) => ({ forecast: made.levelForecasts[level] ?? made.dayForecast, ahead })),
  };
}

const HIGHEST_SHARE = 1;

/** A ratio of sums: every rate is the quotient of projected sums. A share that never passed 1 stays there. */
function* projectAsRatio(figure: Figure, { days, daysAhead, kinds, horizonOf }: Asked): Steps<Made> {
  const share = days.every(({ value }) => value >= 0 && value <= HIGHEST_SHARE);
  const levels = kinds.map((kind) => levelOfParts(figure, kind, horizonOf(kind)));
  yield undefined;
  const parts = dayParts(figure);
  const made = yield* projectRatioFigureSteps(parts, levels, {
    daysAhead: reachOf(
      parts.map(({ serial }) => ({ serial, value: 0 })),
      levels,
      daysAhead,
    ),
    ...(share && { high: HIGHEST_SHARE }),
    ...rulesOf(figure),
  });
  return {
    days: made.days.map(({ serial, ratio }): MadeDay => ({
      serial,
      projection: ratio?.projection ?? null,
      ...(ratio && { parts: { numerator: ratio.numerator, denominator: ratio.denominator } }),
    })),
    dayForecast: made.dayForecast,
    levels: made.levels.map((ahead, level) => ({ forecast: made.levelForecasts[level] ?? made.dayForecast, ahead })),
    parts,
    share,
  };
}

/** Anything else (a mean, a last value, a highest one): each kind by itself, for they have no sum to agree on. */
function* projectApart(figure: Figure, { days, daysAhead, kinds, horizonOf }: Asked): Steps<Made> {
  const kind = figureKindOf(figure.column.unit);
  const made = yield* forecastDaysSteps(days, { horizon: daysAhead, kind, ...rulesOf(figure) });
  const levels = yield* eachInSteps(kinds, function* (coarse) {
    const { values, ahead } = levelOfSums(figure, coarse, horizonOf(coarse));
    const projected = yield* forecastSteps(values, { horizon: ahead.length, season: cycleOf(coarse), kind });
    return {
      forecast: projected,
      ahead: ahead.flatMap((period, index) => {
        const projection = projected.points[index];
        return projection ? [{ period, projection }] : [];
      }),
    };
  });
  return { days: made.days, dayForecast: made.forecast, levels };
}

const dayName = (serial: number): string => periodOf(serial, 'day').key;

/** The days as a step: open ones only, as the engine knows them, with those that are closed by name. */
function* daysStep({ figure, horizon, made, asked: { days, daysAhead } }: DailyFigure): Steps<StepForecast> {
  const calendar = yield* calendarSteps(days, figure.calendar);
  const byDay = new Map(days.map(({ serial, value }) => [serial, value]));
  const past: number[] = [];
  for (let day = calendar?.first ?? 1; day <= (calendar?.last ?? 0); day++)
    if (calendar?.openWeekdays.includes(weekdayOf(day))) past.push(day);
  const ahead = made.days.slice(0, daysAhead);
  const open = ahead.flatMap(({ serial, projection }) => (projection ? [{ name: dayName(serial), point: projection }] : []));
  const closed = ahead.filter(({ projection, reason }) => !projection && reason !== undefined && reason !== 'closed-weekday');
  const adds = isAdditive(figure.column.rule);
  const special = ahead.flatMap(({ serial }): SpecialDay[] => {
    const outlook = calendar?.outlookOf(serial);
    const isTold = outlook?.reason !== undefined && outlook.reason !== 'closed-weekday' && (adds || outlook.factor === 0);
    return outlook && isTold ? [{ serial, ...outlook }] : [];
  });
  return {
    ...stepForecast(
      'day',
      made.dayForecast,
      open.slice(0, horizon),
      past.map((serial) => ({ name: dayName(serial), actual: byDay.get(serial) ?? null })),
      past.map((serial) => calendar?.ordinaryValue(serial) ?? null),
    ),
    closed: closed.map(({ serial }) => dayName(serial)),
    special,
  };
}

/**
 * Projects a figure of a daily table by its days, and by the coarser kinds that are asked for. Those of a sum agree: a week is
 * the sum of its days; those of a ratio are quotients of such sums. `horizon` counts periods of each kind, closed days not.
 */
export function* projectDailySteps(
  figure: Figure,
  kinds: readonly PeriodKind[],
  horizon: number | undefined,
): Steps<DailyFigure> {
  const days = dayValues(figure);
  yield undefined;
  const horizonOf = (kind: PeriodKind): number => horizon ?? usualHorizonOf(kind);
  const coarser = kinds.filter((kind) => kind !== 'day');
  const daysAhead = kinds.includes('day') ? yield* calendarDays(days, figure, horizon) : 1;
  const asked = { days, daysAhead, kinds: coarser, horizonOf };
  const project = isAdditive(figure.column.rule) ? projectAsSum : ratioOfSums(figure.column) ? projectAsRatio : projectApart;
  return { figure, kinds, horizon, asked, made: yield* project(figure, asked) };
}

/** A projected figure by the kinds that were asked for, finest first. */
export function* dailyStepsOf(projected: DailyFigure): Steps<readonly StepForecast[]> {
  const { figure, kinds, asked, made } = projected;
  const steps = yield* eachInSteps(asked.kinds, function* (kind, level) {
    const { past, values } = levelOfSums(figure, kind, 0);
    yield undefined;
    const found = made.levels[level] ?? { forecast: made.dayForecast, ahead: [] };
    return stepForecast(
      kind,
      found.forecast,
      found.ahead.map(({ period, projection }) => ({ name: period.key, point: projection })),
      past.map(({ key }, index) => ({ name: key, actual: values[index] ?? null })),
    );
  });
  return kinds.includes('day') ? [yield* daysStep(projected), ...steps] : steps;
}
