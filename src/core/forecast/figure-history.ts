import { periodValue } from '../consolidation/evaluate';
import { isAdditive, ruleAt, type Rule } from '../consolidation/rule';
import type { SourceRows } from '../consolidation/rows';
import { periodOf, periodsBetween, shiftPeriod } from '../period/calendar';
import { expectsEveryDay, isComplete, type Coverage } from '../period/coverage';
import type { Period, PeriodKind } from '../period/period';
import type { CalendarRules } from '../period/planned';
import { weekdayOf } from '../period/serial';
import type { FigureColumn } from './figure-columns';
import { cycleOf } from './figure-step';
import type { LevelHistory } from './projectFigure';
import type { DayParts, RatioLevel } from './projectRatioFigure';
import type { DayValue } from './seasonality';

/** A figure of a table with dates, and what its rows cover. */
export type Figure = {
  column: FigureColumn;
  rows: SourceRows;
  coverage: Coverage;
  /** What the user says of closures, events and holidays. */
  calendar?: CalendarRules;
};

/** A week or month with less than this share of its open days is no period to learn from. */
const LEAST_SHARE = 0.75;

/** A period has enough of its days: one is enough of a sparse log, most of those that a daily table should have. */
const hasEnoughDays = (period: Period, coverage: Coverage): boolean => {
  if (!expectsEveryDay(coverage)) return true;
  const { openWeekdays, days } = coverage;
  const held = new Set(days.filter((day) => day >= period.start && day < period.end));
  let [open, known] = [0, 0];
  for (let day = period.start; day < period.end; day++)
    if (openWeekdays.includes(weekdayOf(day))) {
      open++;
      if (held.has(day)) known++;
    }
  return known >= LEAST_SHARE * open;
};

/** The figure of a period by the definition that holds in it. */
const valueIn = ({ column, rows }: Figure, period: Period): number | null =>
  periodValue(ruleAt(column, period.start), rows, period);

type RatioRule = Extract<Rule, { kind: 'ratio' }>;

/** The rule of a ratio whose parts add up from day to day, in all its definitions; null for any other figure. */
export const ratioOfSums = ({ rule, earlier = [] }: FigureColumn): RatioRule | null => {
  const adds = (one: Rule): one is RatioRule => one.kind === 'ratio' && isAdditive(one.numerator) && isAdditive(one.denominator);
  return adds(rule) && earlier.every((before) => adds(before.rule)) ? rule : null;
};

const partIn = ({ column, rows }: Figure, period: Period, part: 'numerator' | 'denominator'): number | null => {
  const rule = ruleAt(column, period.start);
  return rule.kind === 'ratio' ? periodValue(rule[part], rows, period) : null;
};

/** Days to ask about: those with rows; of a log of events every open one, on which nothing may have happened. */
const daysAsked = ({ coverage, rows }: Figure): readonly number[] =>
  rows.table.kind === 'events'
    ? periodsBetween(coverage.first, coverage.last, 'day')
        .map(({ start }) => start)
        .filter((day) => coverage.openWeekdays.includes(weekdayOf(day)))
    : coverage.days;

/** The figure day by day. An open day of a log without any event is 0 for what adds up, and nothing for the rest. */
export const dayValues = (figure: Figure): readonly DayValue[] => {
  const { rows, column } = figure;
  const zero = rows.table.kind === 'events' && isAdditive(column.rule) ? 0 : null;
  return daysAsked(figure).flatMap((serial) => {
    const value = valueIn(figure, periodOf(serial, 'day')) ?? zero;
    return value === null ? [] : [{ serial, value }];
  });
};

/** The parts of a ratio day by day. */
export const dayParts = (figure: Figure): readonly DayParts[] =>
  daysAsked(figure).flatMap((serial) => {
    const day = periodOf(serial, 'day');
    const [numerator, denominator] = [partIn(figure, day, 'numerator'), partIn(figure, day, 'denominator')];
    return numerator === null || denominator === null ? [] : [{ serial, numerator, denominator }];
  });

/** Periods of a kind that are covered whole, and `horizon` that follow them. */
const stretches = ({ coverage }: Figure, kind: PeriodKind, horizon: number): { past: Period[]; ahead: Period[] } => {
  const past = periodsBetween(coverage.first, coverage.last, kind).filter((period) => isComplete(period, coverage));
  const last = past.at(-1);
  return { past, ahead: last ? Array.from({ length: horizon }, (_, index) => shiftPeriod(last, index + 1)) : [] };
};

/** Weeks, months or years of a figure: those that are known whole, and those to project. */
export const levelOfSums = (figure: Figure, kind: PeriodKind, horizon: number): LevelHistory => {
  const { past, ahead } = stretches(figure, kind, horizon);
  // An open day of a log without any event is a day of none, and no day that is missing.
  const counted = figure.rows.table.kind === 'events' && isAdditive(figure.column.rule);
  const values = past.map((period) => (counted || hasEnoughDays(period, figure.coverage) ? valueIn(figure, period) : null));
  return { past, ahead, values, season: cycleOf(kind) };
};

/** The same of a ratio, by its parts. */
export const levelOfParts = (figure: Figure, kind: PeriodKind, horizon: number): RatioLevel => {
  const { past, ahead } = stretches(figure, kind, horizon);
  const parts = (part: 'numerator' | 'denominator'): (number | null)[] =>
    past.map((period) => (hasEnoughDays(period, figure.coverage) ? partIn(figure, period, part) : null));
  return { past, ahead, numerators: parts('numerator'), denominators: parts('denominator'), season: cycleOf(kind) };
};
