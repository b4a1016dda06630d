import type { Kpi, Status } from '../../../src/core/kpi/kpi';
import { statusOf } from '../../../src/core/kpi/status';

const higher = { direction: 'higher', thresholds: { green: 0.9, amber: 0.8 } } as const;
const lower = { direction: 'lower', thresholds: { green: 0.05, amber: 0.08 } } as const;
const range = { direction: 'range', thresholds: { green: 0.95, greenHigh: 1.05, amber: 0.9, amberHigh: 1.1 } } as const;

test.each<[string, number | null, Pick<Kpi, 'direction' | 'thresholds'>, Status]>([
  ['at the green bound', 0.9, higher, 'green'],
  ['a rounding under it', 0.9 - 1e-16, higher, 'green'],
  ['under it', 0.899, higher, 'amber'],
  ['at the amber bound', 0.8, higher, 'amber'],
  ['under the amber bound', 0.79, higher, 'red'],
  ['low where lower is better', 0.05, lower, 'green'],
  ['higher where lower is better', 0.06, lower, 'amber'],
  ['too high where lower is better', 0.081, lower, 'red'],
  ['inside a range', 1.05, range, 'green'],
  ['above a range', 1.06, range, 'amber'],
  ['below a range', 0.9, range, 'amber'],
  ['far above a range', 1.11, range, 'red'],
  ['without a value', null, higher, 'none'],
  ['without thresholds', 0.5, { direction: 'higher', thresholds: null }, 'none'],
  ['of a neutral KPI', 0.5, { direction: 'neutral', thresholds: { green: 1, amber: 2 } }, 'none'],
])('%s: %p', (_, value, kpi, status) => {
  expect(statusOf(value, kpi)).toBe(status);
});
