import { sparkline } from '../../../src/taskpane/watch/sparkline-points';

const DRIFT = { mean: 50, low: 40, high: 60, count: 24, signal: null };
const flat = (count: number): (number | null)[] => Array.from({ length: count }, () => 50);

test('the mean is in the middle of the band, and the last point at the right', () => {
  const { band, mean, last, width, height } = sparkline({ values: flat(24), drift: DRIFT, runFrom: null });
  expect(band).toEqual({ top: 3, height: height - 6 });
  expect(mean).toBe(height / 2);
  expect(last).toEqual({ x: width - 4, y: height / 2 });
});

test('a value out of the band is drawn above it, the band becomes smaller', () => {
  const { band, last } = sparkline({ values: [...flat(23), 80], drift: DRIFT, runFrom: 23 });
  expect(last?.y).toBe(3);
  expect(band?.top).toBeGreaterThan(3);
});

test('a gap breaks the line, and the run begins where it is said', () => {
  const values = flat(24).map((value, index) => (index === 5 ? null : value));
  const { line, run } = sparkline({ values, drift: DRIFT, runFrom: 17 });
  expect(line).toHaveLength(2);
  expect(run).toHaveLength(1);
  expect(run[0]?.split('L')).toHaveLength(7);
});

test('few periods stand at the right, without a band', () => {
  const { band, last, line } = sparkline({ values: [1, 2], drift: null, runFrom: null });
  expect(band).toBeNull();
  expect(last?.x).toBe(140);
  expect(line[0]?.startsWith('M4 ')).toBe(false);
});

test('values that are all alike, and none at all', () => {
  expect(sparkline({ values: [3, 3], drift: null, runFrom: null }).last?.y).toBe(16);
  expect(sparkline({ values: [], drift: null, runFrom: null })).toMatchObject({ line: [], last: null, run: [] });
});
