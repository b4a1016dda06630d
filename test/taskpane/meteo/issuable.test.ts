import { serialOf } from '../../../src/core/period/serial';
import { isIssuable } from '../../../src/taskpane/meteo/issuable';
import { meteoStrings } from '../../../src/taskpane/meteo/strings';

const TODAY = serialOf({ year: 2026, month: 11, day: 22 });

test.each([
  ['today', TODAY, true],
  ['a past day', TODAY - 21, true],
  ['tomorrow', TODAY + 1, false],
  ['a day of next year', serialOf({ year: 2027, month: 3, day: 1 }), false],
])('a page is made for %s', (_name, day, can) => {
  expect(isIssuable(day, TODAY)).toBe(can);
});

test('a day that is still to come is said at its field', () => {
  expect(meteoStrings.fr.issued.future).toBe('Une météo s’établit au plus tard aujourd’hui\u00a0: choisissez un jour passé.');
  expect(meteoStrings.en.issued.future).toBe('A météo is issued today at the latest: choose a day that is past.');
});
