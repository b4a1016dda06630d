import type { Kpi, Status } from './kpi';

/**
 * A value against a KPI's thresholds: `statusOf(0.87, kpi)` is amber for a rate held to 0.9 with an alert under 0.8. The
 * green bound is green, the amber bound amber. `none` without value, without thresholds, or for a neutral KPI.
 */
export const statusOf = (value: number | null, kpi: Pick<Kpi, 'direction' | 'thresholds'>): Status => {
  const { direction, thresholds } = kpi;
  if (value === null || !thresholds || direction === 'neutral') return 'none';
  const { green, amber, greenHigh = green, amberHigh = amber } = thresholds;
  // Values come from divisions: 0.9 that arrives as 0.8999999999999999 is not under 90 %.
  const tolerance = 1e-9 * Math.max(1, Math.abs(value));
  const atLeast = (bound: number): boolean => value >= bound - tolerance;
  const atMost = (bound: number): boolean => value <= bound + tolerance;
  switch (direction) {
    case 'higher':
      return atLeast(green) ? 'green' : atLeast(amber) ? 'amber' : 'red';
    case 'lower':
      return atMost(green) ? 'green' : atMost(amber) ? 'amber' : 'red';
    case 'range':
      if (atLeast(green) && atMost(greenHigh)) return 'green';
      return atLeast(amber) && atMost(amberHigh) ? 'amber' : 'red';
  }
};
