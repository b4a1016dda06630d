import { isAdditive } from '../consolidation/rule';
import type { Steps } from '../steps';
import { halvesOf, projectionOf } from './agree';
import { coherentFiguresSteps, type CoherentFigure, type CoherentSteps, type StepKey } from './coherentFigures';
import type { FigureColumn } from './figure-columns';
import type { DailyFigure, MadeDay } from './figure-days';
import type { PeriodFigure } from './figure-periods';
import type { Projection } from './forecast';
import { knownPart } from './projectFigure';
import { sum } from './statistics';

/** Projected figures of one table, made to agree with each other where they belong together. */

/** A value that differs by less from what it was is the same. */
const NEGLIGIBLE = 1e-9;

const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= NEGLIGIBLE * Math.max(1, Math.abs(one));

const mapOf = (entries: readonly (readonly [StepKey, number | null])[]): Map<StepKey, number> =>
  new Map(entries.flatMap(([key, value]): [StepKey, number][] => (value === null ? [] : [[key, value]])));

const expectedOf = (
  points: readonly (readonly [StepKey, Projection | null])[],
): Extract<CoherentFigure, { kind: 'sum' }>['ahead'] =>
  new Map(points.flatMap(([key, point]) => (point ? [[key, { value: point.value, half: halvesOf(point).half }] as const] : [])));

/** A sum that was never below 0 stays there. */
const lowOf = (known: readonly (number | null)[]): number => (known.some((value) => value !== null && value < 0) ? -Infinity : 0);

const isCount = ({ unit }: FigureColumn): boolean => unit === 'count';

/** The quotient of a share's parts; null where nothing came. */
const rateOf = (key: StepKey, { values, volumes }: CoherentSteps): number | null => {
  const [numerator, volume = 0] = [values.get(key), volumes?.get(key)];
  return numerator === undefined || volume <= 0 ? null : Math.min(1, numerator / volume);
};

/** A projection at another value, as wide as it was. */
const movedTo = (value: number | null, point: Projection, low: number, high = Infinity): Projection =>
  value === null || isSame(value, point.value) ? point : projectionOf(value, halvesOf(point), low, high);

const dailyFigure = ({ figure: { column }, made, asked }: DailyFigure): CoherentFigure | null => {
  const ahead = expectedOf(made.days.map(({ serial, projection }) => [serial, projection]));
  if (isAdditive(column.rule))
    return { kind: 'sum', count: isCount(column), ahead, known: new Map(asked.days.map(({ serial, value }) => [serial, value])) };
  if (column.unit !== 'percent' || !made.share || !made.parts) return null;
  return {
    kind: 'share',
    ahead,
    numerator: new Map(made.parts.map(({ serial, numerator }) => [serial, numerator])),
    denominator: new Map(made.parts.map(({ serial, denominator }) => [serial, denominator])),
    volumes: mapOf(made.days.map(({ serial, parts }) => [serial, parts?.denominator ?? null])),
  };
};

/** A sum's days moved, and its weeks and months, which are their sums. */
const movedSum = (daily: DailyFigure, { values }: CoherentSteps): DailyFigure => {
  const { made, asked } = daily;
  const low = lowOf(asked.days.map(({ value }) => value));
  const first = made.days[0]?.serial ?? 0;
  const days = made.days.map((day): MadeDay => ({
    ...day,
    projection: day.projection && movedTo(values.get(day.serial) ?? null, day.projection, low),
  }));
  const total = (start: number, end: number): number =>
    sum(days.map(({ serial, projection }) => (serial >= start && serial < end ? (projection?.value ?? 0) : 0)));
  const levels = made.levels.map((level) => ({
    ...level,
    ahead: level.ahead.map((one) => {
      const known = knownPart(asked.days, one.period, first) ?? 0;
      const value = known + total(one.period.start, one.period.end);
      return { ...one, projection: movedTo(value, one.projection, low === 0 ? known : low) };
    }),
  }));
  return { ...daily, made: { ...made, days, levels } };
};

/** A share's days moved, and its weeks and months, which are quotients of sums. */
const movedShare = (daily: DailyFigure, coherent: CoherentSteps): DailyFigure => {
  const { made } = daily;
  const first = made.days[0]?.serial ?? 0;
  const days = made.days.map((day): MadeDay => {
    const [rate, denominator] = [rateOf(day.serial, coherent), coherent.volumes?.get(day.serial)];
    if (!day.projection || rate === null || denominator === undefined) return day;
    return {
      ...day,
      projection: movedTo(rate, day.projection, 0, 1),
      parts: { numerator: rate * denominator, denominator },
    };
  });
  const levels = made.levels.map((level) => ({
    ...level,
    ahead: level.ahead.map((one) => {
      const { start, end } = one.period;
      const of = (part: 'numerator' | 'denominator'): number =>
        (knownPart(
          (made.parts ?? []).map((day) => ({ serial: day.serial, value: day[part] })),
          one.period,
          first,
        ) ?? 0) + sum(days.map(({ serial, parts }) => (serial >= start && serial < end ? (parts?.[part] ?? 0) : 0)));
      const whole = of('denominator');
      return { ...one, projection: movedTo(whole > 0 ? of('numerator') / whole : null, one.projection, 0, 1) };
    }),
  }));
  return { ...daily, made: { ...made, days, levels } };
};

const periodFigure = ({ figure: { column }, past, ahead, parts }: PeriodFigure): CoherentFigure | null => {
  const points = expectedOf(ahead.map(({ name, point }) => [name, point]));
  if (isAdditive(column.rule))
    return { kind: 'sum', count: isCount(column), ahead: points, known: mapOf(past.map(({ name, actual }) => [name, actual])) };
  const isShare = past.every(({ actual }) => actual === null || (actual >= 0 && actual <= 1));
  if (column.unit !== 'percent' || !parts || !isShare) return null;
  return {
    kind: 'share',
    ahead: points,
    numerator: mapOf(past.map(({ name }, index) => [name, parts.numerators[index] ?? null])),
    denominator: mapOf(past.map(({ name }, index) => [name, parts.denominators[index] ?? null])),
    volumes: mapOf(ahead.map(({ name }, index) => [name, parts.volumes[index] ?? null])),
  };
};

const movedPeriods = (one: PeriodFigure, figure: CoherentFigure, coherent: CoherentSteps): PeriodFigure => ({
  ...one,
  ahead: one.ahead.map(({ name, point }) => ({
    name,
    point:
      figure.kind === 'share'
        ? movedTo(rateOf(name, coherent), point, 0, 1)
        : movedTo(coherent.values.get(name) ?? null, point, lowOf(one.past.map(({ actual }) => actual))),
  })),
});

/** Each figure with what `figureOf` takes it for moved to agree with the others; those that belong to none stay as they are. */
function* togetherSteps<Projected>(
  projected: readonly Projected[],
  stretch: 'days' | 'periods',
  figureOf: (one: Projected) => CoherentFigure | null,
  moved: (one: Projected, figure: CoherentFigure, coherent: CoherentSteps) => Projected,
): Steps<readonly Projected[]> {
  const read = projected.map((one) => ({ one, figure: figureOf(one) }));
  const figures = read.flatMap(({ figure }) => figure ?? []);
  if (figures.length < 2) return projected;
  const coherent = yield* coherentFiguresSteps(figures, stretch);
  yield undefined;
  let at = 0;
  return read.map(({ one, figure }) => {
    const steps = figure && coherent[at++];
    return figure && steps ? moved(one, figure, steps) : one;
  });
}

/**
 * Figures of a daily table made to agree by day, and so by week and month, which stay the sums of their days, or quotients of
 * such sums: answered calls are no more than those offered, and the answer rate of them (see `coherentFiguresSteps`).
 */
export function* dailyTogetherSteps(figures: readonly DailyFigure[]): Steps<readonly DailyFigure[]> {
  return yield* togetherSteps(figures, 'days', dailyFigure, (one, { kind }, coherent) =>
    kind === 'sum' ? movedSum(one, coherent) : movedShare(one, coherent),
  );
}

/** Figures of a table of weeks, months or years made to agree, all by the same kind of period. */
export function* periodsTogetherSteps(figures: readonly PeriodFigure[]): Steps<readonly PeriodFigure[]> {
  return yield* togetherSteps(figures, 'periods', periodFigure, movedPeriods);
}
