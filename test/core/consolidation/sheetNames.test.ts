import { sheetNameFor } from '../../../src/core/consolidation/consolidate';
import { sheetOf, workbookOf } from '../grid';

const blank = sheetOf('semaine', []);
const ours = sheetOf(
  'Mes semaines',
  [
    ['Semaine', 'Appels'],
    ['2026-S03', 7],
  ],
  { tables: { tblSemaine: 'A1:B2' } },
);

test.each([
  ['nothing there', sheetOf('Suivi', [['x']]), 'Semaine'],
  ['a blank sheet of that name is taken', blank, 'Semaine'],
  ["a sheet of the user's of that name stays", sheetOf('semaine', [['à moi']]), 'Semaine (2)'],
  ['a sheet with nothing but a chart stays', { ...blank, charts: ['Graphique 1'] }, 'Semaine (2)'],
  ['the sheet of the table, whatever it is called now', ours, 'Mes semaines'],
])('%s', (_, sheet, name) => {
  expect(sheetNameFor(workbookOf(sheet), 'tblSemaine', 'Semaine', new Set())).toBe(name);
});

test('two tables never share a name', () => {
  expect(sheetNameFor(workbookOf(blank), 'tblSemaine', 'Semaine', new Set(['semaine']))).toBe('Semaine (2)');
});
