import type { PeriodKind } from '../period/period';
import { dayValues, levelOfSums, type Figure } from './figure-history';
import {
  holidaysAmong,
  seasonalityOf,
  seasonalityOfMonths,
  seasonalityOfSeries,
  seasonalityOfWeeks,
  type PeriodValue,
  type Seasonality,
} from './seasonality';

/** Quarters of a year. */
const QUARTERS = 4;

/** What a figure shows for certain of its seasons, from the finest periods that its table has: `step` is what a row stands for. */
export const seasonalityOfFigure = (figure: Figure, step: PeriodKind): Seasonality => {
  if (step === 'day') {
    const days = dayValues(figure);
    return seasonalityOf(days, { holidays: holidaysAmong(days, figure.calendar?.holidayRegion) });
  }
  const { past, values } = levelOfSums(figure, step, 0);
  const known = past.flatMap(({ start }, index): PeriodValue[] => {
    const value = values[index] ?? null;
    return value === null ? [] : [{ start, value }];
  });
  if (figure.rows.table.reason === 'one-row-a-quarter')
    return seasonalityOfSeries(
      values.filter((_, index) => index % 3 === 0),
      QUARTERS,
    );
  return step === 'week'
    ? seasonalityOfWeeks(known)
    : step === 'month'
      ? seasonalityOfMonths(known)
      : seasonalityOfSeries(values, 1);
};
