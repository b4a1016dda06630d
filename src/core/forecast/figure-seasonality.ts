import type { PeriodKind } from '../period/period';
import type { Steps } from '../steps';
import { dayValues, levelOfSums, type Figure } from './figure-history';
import {
  holidaysAmong,
  seasonalityOfMonthsSteps,
  seasonalityOfSeriesSteps,
  seasonalityOfWeeksSteps,
  seasonalitySteps,
  type PeriodValue,
  type Seasonality,
} from './seasonality';

/** Quarters of a year. */
const QUARTERS = 4;

/** What a figure shows for certain of its seasons, from the finest periods that its table has: `step` is what a row stands for. */
export function* seasonalityOfFigureSteps(figure: Figure, step: PeriodKind): Steps<Seasonality> {
  if (step === 'day') {
    const days = dayValues(figure);
    yield undefined;
    return yield* seasonalitySteps(days, { holidays: holidaysAmong(days, figure.calendar?.holidayRegion) });
  }
  const { past, values } = levelOfSums(figure, step, 0);
  const known = past.flatMap(({ start }, index): PeriodValue[] => {
    const value = values[index] ?? null;
    return value === null ? [] : [{ start, value }];
  });
  if (figure.rows.table.reason === 'one-row-a-quarter')
    return yield* seasonalityOfSeriesSteps(
      values.filter((_, index) => index % 3 === 0),
      QUARTERS,
    );
  if (step === 'week') return yield* seasonalityOfWeeksSteps(known);
  return yield* step === 'month' ? seasonalityOfMonthsSteps(known) : seasonalityOfSeriesSteps(values, 1);
}
