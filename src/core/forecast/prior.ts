import { METHODS, type ByMethod, type Method } from './methods';

/** Weeks, months or quarters of a year, days of a week open five to seven days: what a season's length says of the kind of series. */
const WEEKS_A_YEAR = 52;
const MONTHS_A_YEAR = 12;
const QUARTERS_A_YEAR = 4;
const isWeek = (season: number): boolean => season >= 5 && season <= 7;

/** Means of a week or a year that only days or months come back to; the others are asked wherever nothing else is said. */
const USUAL: ByMethod<number> = {
  smoothing: 1,
  dampedTrend: 1,
  additiveSmoothing: 1,
  recentSmoothing: 1,
  autoregression: 1,
  holtWinters: 1,
  longMean: 1,
  recentMedian: 0,
  lastCycleMean: 0,
  seasonalNaive: 1,
  adjustedSeasonal: 1,
};

const WITHOUT_SEASON = { seasonalNaive: 4, autoregression: 1.5, additiveSmoothing: 0, adjustedSeasonal: 0 };
const DAYS = { longMean: 6, recentMedian: 8, seasonalNaive: 0, adjustedSeasonal: 0 };
const WEEKS = { recentSmoothing: 2 };
const FEW_MONTHS = { adjustedSeasonal: 3.5, seasonalNaive: 2.5, lastCycleMean: 3, longMean: 0 };
const SOME_MONTHS = { holtWinters: 2, lastCycleMean: 2 };
const MANY_MONTHS = { adjustedSeasonal: 1.5, lastCycleMean: 1, longMean: 0 };

const favourOf = (length: number, season: number): Partial<ByMethod<number>> => {
  if (season === 1) return WITHOUT_SEASON;
  if (isWeek(season)) return DAYS;
  if (season === WEEKS_A_YEAR) return WEEKS;
  if (season !== MONTHS_A_YEAR && season !== QUARTERS_A_YEAR) return {};
  return length < 2 * season ? FEW_MONTHS : length < 4 * season ? SOME_MONTHS : MANY_MONTHS;
};

/**
 * What each method's weight is multiplied by before any evidence of its own, 0 for one that is not asked at all: some do well on
 * one kind of series whatever its past says. Without season the last value is hard to beat; days come back to their mean;
 * of one cycle, little more than itself at today's level can be learnt.
 */
export const priorOf = (length: number, season: number): ByMethod<number> => ({ ...USUAL, ...favourOf(length, season) });

/** Methods that have a weight at all. */
export const askedOf = (prior: ByMethod<number>): readonly Method[] => METHODS.filter((method) => prior[method] > 0);
