import { rulesOfColumn } from '../consolidation/rule';
import { readRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import type { PeriodKind } from '../period/period';
import type { CalendarRules } from '../period/planned';
import { done, problem, refused, type Problem, type Result } from '../problem';
import { eachInSteps, type Steps } from '../steps';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { FigureColumn } from './figure-columns';
import { dailyStepsOf, projectDailySteps } from './figure-days';
import type { Figure } from './figure-history';
import { periodStepOf, projectPeriodsSteps } from './figure-periods';
import { seasonalityOfFigureSteps } from './figure-seasonality';
import type { StepForecast } from './figure-step';
import { dailyTogetherSteps, periodsTogetherSteps } from './figures-together';
import type { Seasonality } from './seasonality';

/** A figure with what is projected of it, by the finest step first. */
export type FigureForecast = {
  column: FigureColumn;
  /** What its history shows for certain of seasons. */
  seasonality: Seasonality;
  steps: readonly StepForecast[];
};

export type FiguresRequest = {
  workbook: WorkbookSnapshot;
  table: DetectedTable;
  columns: readonly FigureColumn[];
  /** Kinds of period to project; absent: days, weeks and months of a table of days, the table's own periods otherwise. */
  kinds?: readonly PeriodKind[];
  /** Periods of each kind to project, closed days not counted; absent: the days of four weeks, four weeks, three months. */
  horizon?: number;
  /** What the user says of closures, events and holidays; absent: only what the figures show. */
  calendar?: CalendarRules;
};

const FINENESS: Record<PeriodKind, number> = { day: 0, week: 1, month: 2, year: 3 };

/** The kinds to project of a table's steps, finest first: those asked for that are no finer; days go with weeks and months. */
const kindsOf = (step: PeriodKind, asked: readonly PeriodKind[] | undefined): readonly PeriodKind[] =>
  (asked ?? (step === 'day' ? (['day', 'week', 'month'] as const) : [step]))
    .filter((kind) => FINENESS[kind] >= FINENESS[step])
    .sort((one, other) => FINENESS[one] - FINENESS[other]);

/** A figure that the table has, and the kinds of period that it is projected by. */
type ChosenFigure = { figure: Figure; kinds: readonly PeriodKind[] };

/** Figures of a daily table, made to agree with each other. Aligned with `chosen`. */
function* dailySteps(chosen: readonly ChosenFigure[], horizon: number | undefined): Steps<readonly (readonly StepForecast[])[]> {
  const apart = yield* eachInSteps(chosen, ({ figure, kinds }) => projectDailySteps(figure, kinds, horizon));
  return yield* eachInSteps(yield* dailyTogetherSteps(apart), dailyStepsOf);
}

/** The same of a table of weeks, months or years, each kind by itself. */
function* coarseSteps(
  chosen: readonly ChosenFigure[],
  kinds: readonly PeriodKind[],
  horizon: number | undefined,
): Steps<readonly (readonly StepForecast[])[]> {
  const byKind = yield* eachInSteps(kinds, function* (kind) {
    const own = chosen.filter((one) => one.kinds.includes(kind));
    const apart = yield* eachInSteps(own, ({ figure }) => projectPeriodsSteps(figure, kind, horizon));
    return yield* periodsTogetherSteps(apart);
  });
  return chosen.map(({ figure }) =>
    byKind.flatMap((figures) => figures.filter((one) => one.figure === figure).map(periodStepOf)),
  );
}

/**
 * Projects the figures of a table with dates, those that belong together made to agree (`dailyTogetherSteps`), each by the kinds of period asked for. A figure is read from the source as a
 * consolidation reads it, by the definition that holds; weeks and months that the source does not cover whole are not
 * learnt from. Refused when the table has no date, no kind as coarse as its rows, or nothing to project.
 */
export function* forecastFiguresSteps(request: FiguresRequest): Steps<Result<readonly FigureForecast[]>> {
  const { workbook, table, columns, horizon, calendar } = request;
  const rows = readRows(workbook, table);
  if (!rows?.coverage) return refused(problem('no-dates', { sheets: workbook.sheets.length }));
  const { step } = rows;
  const kinds = kindsOf(step, request.kinds);
  const finer = step === 'day' ? [] : (request.kinds ?? []).filter((kind) => FINENESS[kind] < FINENESS[step]);
  const tooFine = finer.map((asked): Problem => {
    const params = { asked, step: step === 'day' ? ('week' as const) : step };
    return problem('period-too-fine', params, { sheet: table.sheet });
  });
  const [first] = tooFine;
  if (kinds.length === 0 && first) return refused(first);
  const chosen = columns.flatMap((column): ChosenFigure[] => {
    const coverage = rows.measured(rulesOfColumn(column));
    const own = column.rowOnly ? kinds.filter((kind) => kind === step) : kinds;
    if (!coverage || own.length === 0) return [];
    return [{ figure: { column, rows, coverage, ...(calendar && { calendar }) }, kinds: own }];
  });
  const steps = step === 'day' ? yield* dailySteps(chosen, horizon) : yield* coarseSteps(chosen, kinds, horizon);
  const figures = yield* eachInSteps(chosen, function* ({ figure }, index): Steps<FigureForecast> {
    const seasonality = yield* seasonalityOfFigureSteps(figure, step);
    return { column: figure.column, steps: steps[index] ?? [], seasonality };
  });
  const apart = columns.filter(({ rowOnly }) => rowOnly && request.kinds?.some((kind) => kind !== step));
  const rates = apart.map(({ label }) => problem('rate-without-parts', { rate: label }, { sheet: table.sheet }));
  const [rate] = rates;
  if (figures.length === 0) return refused(rate ?? problem('no-measures', {}));
  return done(figures, [...tooFine, ...rates]);
}
