import { departures } from '../../src/core/forecast/seasonal';
import { mean, square, sum } from '../../src/core/forecast/statistics';

/** A series without its season, and the factors that give it back to a projection. */
export type Deseasoned = { plain: readonly number[]; factors: readonly number[] };

/** One-sided 95 % point of the normal distribution. */
const NORMAL_90 = 1.645;

/** Is the autocorrelation at the season outside of what Bartlett's formula allows for chance? */
const isSeasonal = (values: readonly number[], season: number): boolean => {
  if (season < 2 || values.length < 3 * season) return false;
  const average = mean(values);
  const away = values.map((value) => value - average);
  const total = sum(away.map(square));
  const correlation = (lag: number): number =>
    total === 0 ? 0 : sum(away.slice(lag).map((value, index) => value * (away[index] ?? 0))) / total;
  const before = sum(Array.from({ length: season - 1 }, (_, lag) => square(correlation(lag + 1))));
  return Math.abs(correlation(season)) > NORMAL_90 * Math.sqrt((1 + 2 * before) / values.length);
};

/** The M4 competition's seasonal adjustment: a test, then the classical multiplicative decomposition. */
export const withoutClassicalSeason = (values: readonly number[], season: number, horizon: number): Deseasoned => {
  const none = { plain: values, factors: new Array<number>(horizon).fill(1) };
  if (!isSeasonal(values, season)) return none;
  const raw = departures(values, season, true).map((group) => mean(group));
  const centre = mean(raw);
  const phases = raw.map((phase) => phase / centre);
  if (!phases.every((phase) => phase > 0 && Number.isFinite(phase))) return none;
  return {
    plain: values.map((value, index) => value / (phases[index % season] ?? 1)),
    factors: Array.from({ length: horizon }, (_, step) => phases[(values.length + step) % season] ?? 1),
  };
};
