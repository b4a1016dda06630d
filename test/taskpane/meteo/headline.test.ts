import { serialOf } from '../../../src/core/period/serial';
import { dayBefore, headline } from '../../../src/taskpane/meteo/headline';

const MONDAY = serialOf({ year: 2026, month: 11, day: 23 });
const cadence = { days: 14, last: null, due: MONDAY + 3, lateBy: 0, next: MONDAY + 14 };
const meteo = { number: 14, corrects: null, cadence };

test.each([
  ['due on Thursday', meteo, 'Météo n°\u00a014, à\u00a0envoyer avant jeudi', 'Météo no. 14, due before Thursday'],
  [
    'due today',
    { ...meteo, cadence: { ...cadence, due: MONDAY } },
    'Météo n°\u00a014, à\u00a0envoyer aujourd’hui',
    'Météo no. 14, due today',
  ],
  [
    'due in ten days',
    { ...meteo, cadence: { ...cadence, due: MONDAY + 10 } },
    'Météo n°\u00a014, à\u00a0envoyer avant le\u00a003/12',
    'Météo no. 14, due before 3\u00a0Dec',
  ],
  [
    'one day late',
    { ...meteo, cadence: { ...cadence, due: MONDAY - 1, lateBy: 1 } },
    'Météo n°\u00a014, en retard de\u00a01\u00a0jour',
    'Météo no. 14, 1 day late',
  ],
  [
    'the first one',
    { ...meteo, number: 1, cadence: { ...cadence, due: null } },
    'Météo n°\u00a01, la\u00a0première de ce client',
    'Météo no. 1, this client’s first',
  ],
  [
    'one of older weeks than all others',
    { ...meteo, number: 2, cadence: { ...cadence, due: null } },
    'Météo n°\u00a02, d’une période passée',
    'Météo no. 2, of a past period',
  ],
  [
    'a correction',
    { ...meteo, corrects: 13 },
    'Météo n°\u00a014, qui\u00a0corrige la n°\u00a013',
    'Météo no. 14, which corrects no. 13',
  ],
])('%s', (_name, prepared, french, english) => {
  expect(headline(prepared, MONDAY, 'fr')).toBe(french);
  expect(headline(prepared, MONDAY, 'en')).toBe(english);
});

test('a day says its weekday when it is near, its year when it is another one', () => {
  expect(dayBefore(MONDAY + 3, MONDAY, 'fr', true)).toBe('jeudi 26/11');
  expect(dayBefore(MONDAY + 60, MONDAY, 'fr', true)).toBe('le\u00a022/01/2027');
});
