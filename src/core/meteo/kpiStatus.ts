import type { Kpi, Status } from '../kpi/kpi';

/**
 * Where a value stands against a KPI's thresholds; `none` for a KPI without. `higher` is green at or above `green` and red
 * below `amber`; `lower` the other way round; `range` is green inside its bounds and red outside the wider ones.
 */
export const statusOf = (kpi: Pick<Kpi, 'direction' | 'thresholds'>, value: number): Status => {
  const { thresholds, direction } = kpi;
  if (!thresholds || direction === 'neutral') return 'none';
  const { green, amber, greenHigh = Infinity, amberHigh = Infinity } = thresholds;
  // Values come from divisions: 0.9 that arrives as 0.8999999999999999 is not under 90 %.
  const tolerance = 1e-9 * Math.max(1, Math.abs(value));
  const atLeast = (limit: number): boolean => value >= limit - tolerance;
  const atMost = (limit: number): boolean => value <= limit + tolerance;
  switch (direction) {
    case 'higher':
      return atLeast(green) ? 'green' : atLeast(amber) ? 'amber' : 'red';
    case 'lower':
      return atMost(green) ? 'green' : atMost(amber) ? 'amber' : 'red';
    case 'range':
      return atLeast(green) && atMost(greenHigh) ? 'green' : atLeast(amber) && atMost(amberHigh) ? 'amber' : 'red';
  }
};
