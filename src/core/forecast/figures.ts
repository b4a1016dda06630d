import { periodValue } from '../consolidation/evaluate';
import { isAdditive, ruleAt, rulesOfColumn } from '../consolidation/rule';
import { readRows, type SourceRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import { periodOf, periodsBetween, shiftPeriod } from '../period/calendar';
import { isComplete, type Coverage } from '../period/coverage';
import type { Period, PeriodKind } from '../period/period';
import { weekdayOf } from '../period/serial';
import { done, problem, refused, type Problem, type Result } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { figureKindOf, type FigureColumn } from './figure-columns';
import { forecast, type Forecast } from './forecast';
import { forecastDays } from './forecastDays';
import { forecastReport, type ForecastReport } from './report';
import { seasonalityOf, type Seasonality } from './seasonality';

/** What one step of a projected series is: a period, a quarter, or a row of a table without dates. */
export type Step = PeriodKind | 'quarter' | 'row';

/** A known period of a figure: its name, its value, and what would have been projected of it one step before. */
export type KnownPeriod = { period: string; actual: number | null; fitted: number | null };

/** A figure projected by one kind of step. */
export type StepForecast = ForecastReport & {
  by: Step;
  /** Names of the projected periods: `2026-11-24`, `2026-S48`, `2026-12`, `2027-Q1`, or the number of the row to come. */
  periods: readonly string[];
  /** What it was made of, oldest first. */
  known: readonly KnownPeriod[];
};

/** A figure with what is projected of it, by the finest step first. */
export type FigureForecast = {
  column: FigureColumn;
  /** What its days show for certain of weekdays and months; null where there are no days. */
  seasonality: Seasonality | null;
  steps: readonly StepForecast[];
};

export type FiguresRequest = {
  workbook: WorkbookSnapshot;
  table: DetectedTable;
  columns: readonly FigureColumn[];
  /** Kinds of period to project; absent: days, weeks and months of a table of days, the table's own periods otherwise. */
  kinds?: readonly PeriodKind[];
  /** Periods of each kind to project; absent: the days of four weeks, four weeks, three months, two years. */
  horizon?: number;
};

const FINENESS: Record<PeriodKind, number> = { day: 0, week: 1, month: 2, year: 3 };
const USUAL_HORIZON: Record<Step, number> = { day: 28, week: 4, month: 3, quarter: 2, year: 2, row: 4 };
const CYCLE: Record<Step, number> = { day: 7, week: 52, month: 12, quarter: 4, year: 1, row: 1 };

/** Periods of a kind to project when nobody says how many. */
export const usualHorizonOf = (step: Step): number => USUAL_HORIZON[step];
export const cycleOf = (step: Step): number => CYCLE[step];

/** A week or month with less than this share of its open days is no period to learn from. */
const LEAST_SHARE = 0.75;

/** A period has enough of its days: every one a sparse log has, most of those that a daily table should have. */
const hasEnoughDays = (period: Period, { dense, openWeekdays, days }: Coverage): boolean => {
  if (!dense) return true;
  let [open, known] = [0, 0];
  const held = new Set(days.filter((day) => day >= period.start && day < period.end));
  for (let day = period.start; day < period.end; day++)
    if (openWeekdays.includes(weekdayOf(day))) {
      open++;
      if (held.has(day)) known++;
    }
  return known >= LEAST_SHARE * open;
};

type Figure = { column: FigureColumn; rows: SourceRows; coverage: Coverage };

const valueIn = ({ column, rows }: Figure, period: Period): number | null =>
  periodValue(ruleAt(column, period.start), rows, period);

/** The days with a value. In a log of events a day that is open and has none is a day of 0 for what adds up. */
const dayValues = (figure: Figure): { serial: number; value: number }[] => {
  const { coverage, rows, column } = figure;
  const filled = rows.table.kind === 'events' && isAdditive(column.rule);
  const days = filled
    ? periodsBetween(coverage.first, coverage.last, 'day')
        .map(({ start }) => start)
        .filter((day) => coverage.openWeekdays.includes(weekdayOf(day)))
    : coverage.days;
  return days.flatMap((serial) => {
    const value = valueIn(figure, periodOf(serial, 'day'));
    return value === null && !filled ? [] : [{ serial, value: value ?? 0 }];
  });
};

const reportOf = (
  projected: Forecast,
  by: Step,
  periods: readonly string[],
  known: readonly { period: string; actual: number | null }[],
): StepForecast => ({
  ...forecastReport(
    projected,
    known.map(({ actual }) => actual),
  ),
  by,
  periods: periods.slice(0, projected.points.length),
  known: known.map((one, index) => ({ ...one, fitted: projected.fitted[index] ?? null })),
});

/** Days of a calendar in which a number of open days fits, with some to spare. */
const calendarDays = (open: number): number => 7 * (open + 2);

const projectDays = (figure: Figure, horizon: number | undefined): StepForecast => {
  const days = dayValues(figure);
  const ahead = horizon === undefined ? USUAL_HORIZON.day : calendarDays(horizon);
  const { days: calendar, forecast: projected } = forecastDays(days, { horizon: ahead });
  const open = calendar.flatMap(({ serial, projection }) => (projection ? [{ serial, projection }] : [])).slice(0, horizon);
  const name = (serial: number): string => periodOf(serial, 'day').key;
  const report = reportOf(
    { ...projected, points: open.map(({ projection }) => projection) },
    'day',
    open.map(({ serial }) => name(serial)),
    days.map(({ serial, value }) => ({ period: name(serial), actual: value })),
  );
  return report;
};

/** Quarters, where each row stands for one: every third month. */
const stepsOf = (kind: PeriodKind, table: DetectedTable): { by: Step; stride: number } =>
  kind === 'month' && table.reason === 'one-row-a-quarter' ? { by: 'quarter', stride: 3 } : { by: kind, stride: 1 };

const nameOf = (period: Period, by: Step): string =>
  by === 'quarter' ? `${period.key.slice(0, 4)}-Q${String(Math.ceil(Number(period.key.slice(5)) / 3))}` : period.key;

const projectPeriods = (figure: Figure, kind: PeriodKind, horizon: number | undefined): StepForecast => {
  const { coverage, rows, column } = figure;
  const { by, stride } = stepsOf(kind, rows.table);
  const complete = periodsBetween(coverage.first, coverage.last, kind)
    .filter((period) => isComplete(period, coverage))
    .filter((_, index) => index % stride === 0);
  const known = complete.map((period) => ({
    period: nameOf(period, by),
    actual: hasEnoughDays(period, coverage) ? valueIn(figure, period) : null,
  }));
  const last = complete.at(-1);
  const count = horizon ?? USUAL_HORIZON[by];
  const projected = forecast(
    known.map(({ actual }) => actual),
    { horizon: last ? count : 0, season: CYCLE[by], kind: figureKindOf(column.unit) },
  );
  const ahead = last ? Array.from({ length: count }, (_, index) => shiftPeriod(last, stride * (index + 1))) : [];
  return reportOf(
    projected,
    by,
    ahead.map((period) => nameOf(period, by)),
    known,
  );
};

/** The kinds to project of a table's steps: those asked for that are no finer; days go with weeks and months. */
const kindsOf = (step: PeriodKind, asked: readonly PeriodKind[] | undefined): readonly PeriodKind[] =>
  (asked ?? (step === 'day' ? (['day', 'week', 'month'] as const) : [step])).filter((kind) => FINENESS[kind] >= FINENESS[step]);

/**
 * Projects the figures of a table with dates, each by the kinds of period asked for. A figure is read from the source as a
 * consolidation reads it, by the definition that holds; weeks and months that the source does not cover whole are left out.
 * Refused when the table has no date, or no kind as coarse as its rows.
 */
export const forecastFigures = (request: FiguresRequest): Result<readonly FigureForecast[]> => {
  const { workbook, table, columns, horizon } = request;
  const rows = readRows(workbook, table);
  if (!rows?.coverage) return refused(problem('no-dates', { sheets: workbook.sheets.length }));
  const { step } = rows;
  const kinds = kindsOf(step, request.kinds);
  const finer = (request.kinds ?? []).filter((kind) => FINENESS[kind] < FINENESS[step]);
  const tooFine: Problem[] =
    step === 'day' ? [] : finer.map((asked) => problem('period-too-fine', { asked, step }, { sheet: table.sheet }));
  const [first] = tooFine;
  if (kinds.length === 0 && first) return refused(first);
  const figures = columns.flatMap((column): FigureForecast[] => {
    const coverage = rows.measured(rulesOfColumn(column));
    const own = column.rowOnly ? kinds.filter((kind) => kind === step) : kinds;
    if (!coverage || own.length === 0) return [];
    const figure = { column, rows, coverage };
    const steps = own.map((kind) => (kind === 'day' ? projectDays(figure, horizon) : projectPeriods(figure, kind, horizon)));
    return [{ column, steps, seasonality: step === 'day' ? seasonalityOf(dayValues(figure)) : null }];
  });
  const apart = columns.filter(({ rowOnly }) => rowOnly && request.kinds?.some((kind) => kind !== step));
  const rates = apart.map(({ label }) => problem('rate-without-parts', { rate: label }, { sheet: table.sheet }));
  const [rate] = rates;
  if (figures.length === 0) return refused(rate ?? problem('no-measures', {}));
  return done(figures, [...tooFine, ...rates]);
};
