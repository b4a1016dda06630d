import type { Kpi, Status } from './kpi';

/**
 * A value against a KPI's thresholds: `statusOf(0.87, kpi)` is amber for a rate held to 0.9 with an alert under 0.8. The
 * green bound is green, the amber bound amber. `none` without value, without thresholds, or for a neutral KPI.
 */
export const statusOf = (value: number | null, kpi: Pick<Kpi, 'direction' | 'thresholds'>): Status => {
  const { direction, thresholds } = kpi;
  if (value === null || !thresholds || direction === 'neutral') return 'none';
  const { green, amber, greenHigh = green, amberHigh = amber } = thresholds;
  switch (direction) {
    case 'higher':
      return value >= green ? 'green' : value >= amber ? 'amber' : 'red';
    case 'lower':
      return value <= green ? 'green' : value <= amber ? 'amber' : 'red';
    case 'range':
      if (value >= green && value <= greenHigh) return 'green';
      return value >= amber && value <= amberHigh ? 'amber' : 'red';
  }
};
