import { parsePeriodKey } from '../../../src/core/period/calendar';
import { periodLabel } from '../../../src/core/period/label';

test.each([
  ['2026-11-21', '21/11/2026', '21/11/2026'],
  ['2020-S53', 'S53 2020', 'W53 2020'],
  ['2026-08', 'août 2026', 'August 2026'],
  ['2026', '2026', '2026'],
])('%s is %s in French, %s in English', (key, french, english) => {
  const period = parsePeriodKey(key);
  expect(period && periodLabel(period, 'fr')).toBe(french);
  expect(period && periodLabel(period, 'en')).toBe(english);
});
