/** Periods that the limits are drawn from, and how few tell nothing. */
const MOST_PERIODS = 26;
const LEAST_PERIODS = 20;
/** Points in a row on one side, or in one direction, that chance hardly makes. */
const RUN = 7;
/** From the mean moving range to three standard deviations (Shewhart's individuals chart, 3 / d₂ with d₂ = 1.128). */
const LIMIT_FACTOR = 2.66;

const lastAre = (values: readonly number[], holds: (value: number) => boolean): boolean =>
  values.length >= RUN && values.slice(-RUN).every(holds);

/**
 * Does the series leave its usual variation now? XmR limits over the last 20 to 26 known periods: the last point outside
 * them, or the last seven on one side of the mean, or the last seven changes in one direction. No other rule: more rules
 * give more false alarms (NHS England, Making Data Count).
 */
export const drifts = (series: readonly (number | null)[]): boolean => {
  const values = series.filter((value) => value !== null).slice(-MOST_PERIODS);
  const last = values.at(-1);
  if (values.length < LEAST_PERIODS || last === undefined) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const changes = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const range = changes.reduce((sum, change) => sum + Math.abs(change), 0) / changes.length;
  return (
    Math.abs(last - mean) > LIMIT_FACTOR * range ||
    lastAre(values, (value) => value > mean) ||
    lastAre(values, (value) => value < mean) ||
    lastAre(changes, (change) => change > 0) ||
    lastAre(changes, (change) => change < 0)
  );
};
