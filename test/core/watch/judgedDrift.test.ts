import type { Kpi } from '../../../src/core/kpi/kpi';
import { driftOf } from '../../../src/core/watch/drift';
import { judgedDrift } from '../../../src/core/watch/judgedDrift';

const duration: Kpi = {
  id: 'in_aht',
  label: 'DMT',
  rule: { kind: 'ratio', numerator: { kind: 'sum', column: 2 }, denominator: { kind: 'sum', column: 1 } },
  unit: 'seconds',
  direction: 'range',
  objective: null,
  thresholds: null,
  thresholdsProposed: false,
  key: false,
  internal: false,
};
const bounds = { green: 380, greenHigh: 420, amber: 350, amberHigh: 450 };

/** Twenty-three usual values around 400, and a last one. */
const until = (last: number) => driftOf([...Array.from({ length: 23 }, (_, index) => 398 + 2 * (index % 3)), last]);

test.each<[string, Partial<Kpi>, number, string]>([
  ['as usual', { thresholds: bounds }, 401, 'usual'],
  ['out of a range whose bounds nobody has given, below', {}, 300, 'changed'],
  ['out of such a range, above', {}, 500, 'changed'],
  ['out of a range with bounds, below', { thresholds: bounds }, 300, 'worse'],
  ['out of a range with bounds, above', { thresholds: bounds }, 500, 'worse'],
  ['less where less is better, without thresholds', { direction: 'lower' }, 300, 'better'],
  ['more where less is better, without thresholds', { direction: 'lower' }, 500, 'worse'],
  ['without direction', { direction: 'neutral' }, 500, 'changed'],
])('a drift %s', (_name, more, last, judged) => {
  expect(judgedDrift({ ...duration, ...more }, until(last))).toBe(judged);
});

test('too short a past says nothing', () => expect(judgedDrift(duration, null)).toBe('usual'));
