import { asTitle } from '../../../src/taskpane/parts/asTitle';

test.each([
  ['Aucune colonne de dates trouvée.', 'Aucune colonne de dates trouvée'],
  ['Reading the workbook…', 'Reading the workbook…'],
  ['7 KPIs, 2 of them key', '7 KPIs, 2 of them key'],
])('%s as a title is %s', (sentence, title) => {
  expect(asTitle(sentence)).toBe(title);
});
