import { forEachMethod, type ByMethod, type Method } from './methods';

/** Weeks of a year, days of a week: what the length of a season says of the kind of series. */
const WEEKS_A_YEAR = 52;
const DAYS_A_WEEK = 7;

type Favour = Partial<Record<Method, number>>;

const favourOf = (length: number, season: number): Favour => {
  if (season === 1) return { seasonalNaive: 4, autoregression: 1.5 };
  if (season === WEEKS_A_YEAR) return { recentSmoothing: 2 };
  if (season <= DAYS_A_WEEK) return { longMean: 6 };
  if (length < 2 * season) return { adjustedSeasonal: 2.5 };
  return length < 4 * season ? { holtWinters: 3 } : { adjustedSeasonal: 1.5, longMean: 0 };
};

/**
 * What each method's weight is multiplied by before any evidence of its own: some do well on one kind of series whatever its
 * past says. Without season the last value is hard to beat; days come back to their mean; of one cycle, little more than itself
 * at today's level can be learnt.
 */
export const priorOf = (length: number, season: number): ByMethod<number> => {
  const favour = favourOf(length, season);
  return forEachMethod((method) => favour[method] ?? 1);
};
