import { trackRecordOf, type CheckedProjection, type CoverageVerdict } from '../../../src/core/forecast/track-record';

const hit: CheckedProjection = { value: 100, low: 90, high: 110, actual: 104 };
const miss: CheckedProjection = { value: 100, low: 90, high: 110, actual: 120 };

const checks = (hits: number, misses: number): CheckedProjection[] => [
  ...new Array<CheckedProjection>(hits).fill(hit),
  ...new Array<CheckedProjection>(misses).fill(miss),
];

test('errors are measured with and without their sign', () => {
  const record = trackRecordOf([hit, { ...hit, actual: 98 }]);
  expect(record).toMatchObject({ checked: 2, inside: 2, meanAbsoluteError: 3, bias: 1 });
  expect(record.meanAbsolutePercentError).toBeCloseTo((4 / 104 + 2 / 98) / 2, 12);
});

test('the limits themselves are inside', () => {
  expect(
    trackRecordOf([
      { ...hit, actual: 90 },
      { ...hit, actual: 110 },
    ]).inside,
  ).toBe(2);
});

test('a share of nothing is no error in per cent', () => {
  expect(trackRecordOf([{ ...hit, actual: 0 }]).meanAbsolutePercentError).toBeNull();
  expect(trackRecordOf([{ ...hit, actual: -3 }, hit]).meanAbsolutePercentError).toBeNull();
  expect(trackRecordOf([])).toMatchObject({ checked: 0, inside: 0, meanAbsolutePercentError: null, verdict: 'few' });
});

// Bounds of an exact binomial test at 5 %, as tables of the distribution give them.
test.each<[string, number, number, CoverageVerdict]>([
  ['four of four tell nothing', 4, 0, 'few'],
  ['five of six are what was announced', 5, 1, 'kept'],
  ['three of six still may be chance (9.9 %)', 3, 3, 'kept'],
  ['two of six are not (1.7 %)', 2, 4, 'narrow'],
  ['six of ten may be chance (12.1 %)', 6, 4, 'kept'],
  ['five of ten are not (3.3 %)', 5, 5, 'narrow'],
  ['thirteen of thirteen may be chance (5.5 %)', 13, 0, 'kept'],
  ['fourteen of fourteen are not (4.4 %)', 14, 0, 'wide'],
])('%s', (_, inside, outside, verdict) => {
  expect(trackRecordOf(checks(inside, outside)).verdict).toBe(verdict);
});
