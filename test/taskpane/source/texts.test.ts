import { sourceStrings } from '../../../src/taskpane/source/strings';

test.each([
  ['fr', null, '«\u202fPivot Table\u202f»\u00a0: 15 lignes'],
  ['fr', 'A3:C18', '«\u202fPivot Table\u202f», A3:C18\u00a0: 15 lignes'],
  ['en', null, '“Pivot Table”: 15 rows'],
  ['en', 'A3:C18', '“Pivot Table”, A3:C18: 15 rows'],
] as const)('%s: a table of a sheet that holds another is told by its cells: %s', (language, range, text) => {
  expect(sourceStrings[language].which.option('Pivot Table', 15, range)).toBe(text);
});

test.each([
  ['fr', true, 'Suivi\u00a0: 60\u00a0jours trouvés'],
  ['fr', false, 'Suivi\u00a0: 60\u00a0lignes trouvées'],
  ['en', true, 'Suivi: 60\u00a0days found'],
  ['en', false, 'Suivi: 60\u00a0rows found'],
] as const)('%s: days are found where each row is one (%s)', (language, areDays, title) => {
  expect(sourceStrings[language].title('Suivi', 60, areDays, 0)).toBe(title);
});

test('French headings agree with their count', () => {
  const { known, left } = sourceStrings.fr;
  expect([left.heading(1), left.heading(2)]).toEqual(['Laissé de côté (1)', 'Laissés de côté (2)']);
  expect([known.heading(1), known.heading(2)]).toEqual(['Reconnu (1)', 'Reconnus (2)']);
});
