import type { PeriodKind } from '../period/period';
import type { Outlook } from './calendar';
import type { Forecast, Projection } from './forecast';
import { forecastReport, type ForecastReport } from './report';
import type { Series } from './series';

/** What one step of a projected series is: a period, a quarter, or a row of a table without dates. */
export type Step = PeriodKind | 'quarter' | 'row';

/** A known period of a figure: its name, its value, and what would have been projected of it one step before. */
type KnownPeriod = { period: string; actual: number | null; fitted: number | null };

/** A day to come with what it brings over what its weekday usually does, and why. */
export type SpecialDay = Outlook & { serial: number };

/** A figure projected by one kind of step. */
export type StepForecast = ForecastReport & {
  by: Step;
  /** Names of the projected periods: `2026-11-24`, `2026-S48`, `2026-12`, `2027-Q1`, or the number of the row to come. */
  periods: readonly string[];
  /** What it was made of, oldest first. */
  known: readonly KnownPeriod[];
  /** Days among those to come that are closed otherwise than by their weekday: holidays, planned closures. */
  closed?: readonly string[];
  /** Days to come that are not like others of their weekday: holidays, closures, events, and what each brings. */
  special?: readonly SpecialDay[];
};

const USUAL_HORIZON: Record<Step, number> = { day: 28, week: 4, month: 3, quarter: 2, year: 2, row: 4 };
const CYCLE: Record<Step, number> = { day: 7, week: 52, month: 12, quarter: 4, year: 1, row: 1 };

/** Periods to project when nobody says how many: 28 days of the calendar, 4 weeks, 3 months. */
export const usualHorizonOf = (step: Step): number => USUAL_HORIZON[step];

/** Periods in a cycle: a week of days, a year of weeks or months. */
export const cycleOf = (step: Step): number => CYCLE[step];

/** A forecast with the names of its periods. `points` stand for the forecast's own where they were made to agree with others. */
export const stepForecast = (
  by: Step,
  projected: Forecast,
  ahead: readonly { name: string; point: Projection }[],
  past: readonly { name: string; actual: number | null }[],
  learntFrom?: Series,
): StepForecast => ({
  ...forecastReport({ ...projected, points: ahead.map(({ point }) => point) }, learntFrom ?? past.map(({ actual }) => actual)),
  by,
  periods: ahead.map(({ name }) => name),
  known: past.map(({ name, actual }, index) => ({ period: name, actual, fitted: projected.fitted[index] ?? null })),
});
