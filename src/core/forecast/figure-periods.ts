import type { DetectedTable } from '../detect/detected';
import type { Period, PeriodKind } from '../period/period';
import type { Steps } from '../steps';
import { figureKindOf } from './figure-columns';
import { levelOfParts, levelOfSums, ratioOfSums, type Figure } from './figure-history';
import { cycleOf, stepForecast, usualHorizonOf, type Step, type StepForecast } from './figure-step';
import { forecastSteps, type Forecast, type Projection } from './forecast';
import { forecastRatioSteps } from './ratio';
import type { Series } from './series';

/** A figure of a table of weeks, months, quarters or years, each row one of them. */

/** Months that a row stands for: three where each row is a quarter. */
const strideOf = (kind: PeriodKind, table: DetectedTable): { by: Step; stride: number } =>
  kind === 'month' && table.reason === 'one-row-a-quarter' ? { by: 'quarter', stride: 3 } : { by: kind, stride: 1 };

/** `2026-11`, or the quarter that a month begins: `2026-Q4`. */
const nameOf = ({ key }: Period, by: Step): string =>
  by === 'quarter' ? `${key.slice(0, 4)}-Q${String(Math.ceil(Number(key.slice(5)) / 3))}` : key;

const every = <T>(items: readonly T[], stride: number): T[] => items.filter((_, index) => index % stride === 0);

/** A figure projected by one kind of period, before it is told as a step. */
export type PeriodFigure = {
  figure: Figure;
  by: Step;
  forecast: Forecast;
  past: readonly { name: string; actual: number | null }[];
  ahead: readonly { name: string; point: Projection }[];
  /** Of a ratio: its known parts, aligned with `past`, and what it is projected to be of, aligned with `ahead`. */
  parts?: { numerators: Series; denominators: Series; volumes: readonly number[] };
};

/** Projects a figure by one kind of period, its own or a coarser one; a ratio of sums through its parts. */
export function* projectPeriodsSteps(figure: Figure, kind: PeriodKind, horizon: number | undefined): Steps<PeriodFigure> {
  const { by, stride } = strideOf(kind, figure.rows.table);
  const count = horizon ?? usualHorizonOf(by);
  const level = levelOfSums(figure, kind, count * stride);
  const [past, values] = [every(level.past, stride), every(level.values, stride)];
  const options = { horizon: past.length > 0 ? count : 0, season: cycleOf(by), kind: figureKindOf(figure.column.unit) };
  const projecting = function* (): Steps<Pick<PeriodFigure, 'forecast' | 'parts'>> {
    if (!ratioOfSums(figure.column)) return { forecast: yield* forecastSteps(values, options) };
    const known = levelOfParts(figure, kind, 0);
    const [numerators, denominators] = [every(known.numerators, stride), every(known.denominators, stride)];
    const projected = yield* forecastRatioSteps({ numerators, denominators, rates: values }, options);
    const volumes = projected.denominators.points.map(({ value }) => value);
    return { forecast: projected.rates, parts: { numerators, denominators, volumes } };
  };
  const projected = yield* projecting();
  // What follows a quarter begins three months after it: the first two belong to the last one.
  const ahead = every(level.ahead.slice(stride - 1), stride);
  return {
    figure,
    by,
    ...projected,
    past: past.map((period, index) => ({ name: nameOf(period, by), actual: values[index] ?? null })),
    ahead: ahead.flatMap((period, index) => {
      const point = projected.forecast.points[index];
      return point ? [{ name: nameOf(period, by), point }] : [];
    }),
  };
}

/** A projected figure as a step. */
export const periodStepOf = ({ by, forecast, past, ahead }: PeriodFigure): StepForecast =>
  stepForecast(by, forecast, ahead, past);
