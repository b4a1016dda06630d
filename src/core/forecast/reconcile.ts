import { solvePositive } from './linear';
import { clamp, sum } from './statistics';

/** A forecast figure with the standard deviation of its error, as measured at its own level. */
export type Estimate = { value: number; deviation: number };

/** A stretch of consecutive days that was forecast as a whole too: days `from` to `to − 1` of those reconciled. */
export type Whole = Estimate & { from: number; to: number };

export type Reconciled = {
  /** One a day; null for a day on which there is nothing to project. */
  days: readonly (number | null)[];
  /** Sum of its days, one a whole: what its own forecast becomes. */
  totals: readonly number[];
  /** How much of each whole's own forecast is in its total: 0 its days alone, 1 itself alone. */
  shares: readonly number[];
};

/** Part of the largest variance below which one counts as none: what is known for certain may stand beside what is not. */
const TINY = 1e-12;

/** Variance that the days of both wholes bring. */
const shared = (one: Whole, other: Whole, variances: readonly number[]): number =>
  sum(variances.slice(Math.max(one.from, other.from), Math.max(one.from, other.from, Math.min(one.to, other.to))));

/**
 * Makes daily forecasts and those of weeks and months agree: weighted least squares over all levels, each forecast moved
 * in proportion to the variance of its error (temporal hierarchies: Athanasopoulos, Hyndman, Kourentzes and Petropoulos,
 * European Journal of Operational Research 262, 2017, “variance scaling”). Weeks may lie across months. With D the
 * variances of the days, V those of the wholes and A the sums, the days are ŷ + D·A′·(A·D·A′ + V)⁻¹·(û − A·ŷ): a matrix as
 * small as the wholes are few. Totals are then sums of days, so that all agrees whatever the bounds cut.
 *
 * @example
 * // Seven days of 10 ± 1 and a week of 84 ± √7 that was forecast by itself: both count as much.
 * reconcile(days, [{ from: 0, to: 7, value: 84, deviation: Math.sqrt(7) }], { low: 0 }).totals // [77]
 */
export const reconcile = (
  days: readonly (Estimate | null)[],
  wholes: readonly Whole[],
  { low = -Infinity, high = Infinity }: { low?: number; high?: number } = {},
): Reconciled => {
  const values = days.map((day) => day?.value ?? 0);
  const variances = days.map((day) => (day?.deviation ?? 0) * (day?.deviation ?? 0));
  const largest = Math.max(0, ...variances, ...wholes.map(({ deviation }) => deviation * deviation));
  const matrix = wholes.map((one, row) =>
    wholes.map((other, column) => {
      const own = row === column ? one.deviation * one.deviation + TINY * largest : 0;
      return shared(one, other, variances) + own;
    }),
  );
  const gaps = wholes.map(({ from, to, value }) => value - sum(values.slice(from, to)));
  // Figures without any error, all at 0 for instance: the days stand as they are.
  const pulls = (largest > 0 ? solvePositive(matrix, gaps) : null) ?? gaps.map(() => 0);
  const reconciled = days.map((day, index) => {
    if (day === null) return null;
    const pull = sum(pulls.filter((_, whole) => index >= (wholes[whole]?.from ?? 0) && index < (wholes[whole]?.to ?? 0)));
    return clamp(day.value + (variances[index] ?? 0) * pull, low, high);
  });
  return {
    days: reconciled,
    totals: wholes.map(({ from, to }) => sum(reconciled.slice(from, to).map((value) => value ?? 0))),
    shares: wholes.map((whole, index) => {
      const unit = wholes.map((_, other) => (other === index ? 1 : 0));
      const answer = solvePositive(matrix, unit)?.[index] ?? 0;
      return clamp(shared(whole, whole, variances) * answer, 0, 1);
    }),
  };
};
