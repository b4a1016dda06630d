import { typedEntry } from '../../../src/embedded/workbench/typedEntry';

test.each([
  ['a decimal comma', '12,5', { input: '12.5' }],
  ['thousands apart', '1 234 567,8', { input: '1234567.8' }],
  ['thousands apart by narrow spaces', '1\u202F300', { input: '1300' }],
  ['a share', '12,5 %', { input: '12.5%' }],
  ['a day', '23/11/2026', { input: 46_349, numberFormat: 'dd/mm/yyyy' }],
  ['a day with a year of two figures', '23/11/26', { input: 46_349, numberFormat: 'dd/mm/yyyy' }],
  ['a time', '15:30', { input: 15.5 / 24, numberFormat: 'hh:mm' }],
  ['a time with seconds', '06:00:00', { input: 0.25, numberFormat: 'hh:mm:ss' }],
  ['a day that does not exist', '31/02/2026', { input: '31/02/2026' }],
  ['an hour that does not exist', '25:00', { input: '25:00' }],
  ['a text', 'Réunion, 12 personnes', { input: 'Réunion, 12 personnes' }],
  ['a formula', '=SUM(A1,B2)', { input: '=SUM(A1,B2)' }],
])('in French, %s', (_case, text, entry) => {
  expect(typedEntry(text, 'fr')).toEqual(entry);
});

test('in English everything goes to the cell as it is typed', () => {
  expect(typedEntry('1,234.5', 'en')).toEqual({ input: '1,234.5' });
});
