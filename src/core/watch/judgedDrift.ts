import { isAdditive } from '../consolidation/rule';
import type { Kpi } from '../kpi/kpi';
import type { Drift } from './drift';

/** What the latest values of a KPI say of it: `changed` where its level did and nobody says that it is worse. */
type DriftJudgement = 'usual' | 'worse' | 'better' | 'changed';

/** A volume that nobody holds to anything is what the client's customers ask for: less of it is not worse done. */
const isDemand = ({ rule, direction, objective, thresholds }: Kpi): boolean =>
  isAdditive(rule) && direction === 'higher' && objective === null && thresholds === null;

/** Is neither side the worse one? Without direction it is not, nor between bounds that nobody has given. */
const hasNoWorse = ({ direction, thresholds }: Kpi): boolean =>
  direction === 'neutral' || (direction === 'range' && thresholds === null);

/**
 * What a drift means for a KPI, by its direction. Without one nobody can tell, nor of a range without bounds, nor of a
 * volume without thresholds that falls.
 *
 * @example
 * judgedDrift(abandonmentRate, driftOf(rising)) // 'worse'
 */
export const judgedDrift = (kpi: Kpi, drift: Drift | null): DriftJudgement => {
  if (!drift?.signal) return 'usual';
  if (hasNoWorse(kpi)) return 'changed';
  const better = kpi.direction === 'higher' ? 'up' : kpi.direction === 'lower' ? 'down' : null;
  if (drift.signal.direction === better) return 'better';
  return isDemand(kpi) ? 'changed' : 'worse';
};
