import { driftOf } from '../../../src/core/watch/drift';

/** Twenty-four values that go 90, 92, 90, 92 …: mean 91, moving range 2, limits 91 ± 5.32. */
const steady = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 90 : 92));

test('limits stand 2.66 moving ranges from the mean', () => {
  const drift = driftOf(steady);
  expect(drift?.mean).toBe(91);
  expect(drift?.low).toBeCloseTo(91 - 2 * 2.66, 10);
  expect(drift?.high).toBeCloseTo(91 + 2 * 2.66, 10);
  expect(drift?.signal).toBeNull();
});

test.each<[string, (number | null)[], { kind: string; direction: string; length: number } | null]>([
  ['ordinary ups and downs', steady, null],
  ['one value far below', [...steady, 70], { kind: 'outside', direction: 'down', length: 1 }],
  ['one value far above', [...steady, 120], { kind: 'outside', direction: 'up', length: 1 }],
  ['seven above the mean', [...steady, 90, 92, 93, 92, 93, 92, 93, 92], { kind: 'side', direction: 'up', length: 7 }],
  ['six above the mean', [...steady, 90, 92, 93, 92, 93, 92, 93], null],
  ['seven falls in a row', [...steady, 96, 95, 94, 93, 91, 90, 89, 88], { kind: 'trend', direction: 'down', length: 7 }],
  ['a far value of long ago', [70, ...steady, 90, 92, 90], null],
])('%s', (_, series, signal) => {
  expect(driftOf(series)?.signal).toEqual(signal);
});

test('periods without a value are left out', () => {
  expect(driftOf(steady.flatMap((value) => [value, null]))).toEqual(driftOf(steady));
});

test('nineteen values tell nothing yet', () => {
  expect(driftOf(steady.slice(0, 19))).toBeNull();
});
