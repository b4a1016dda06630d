import { problem } from '../../../src/core/problem';
import { findingText } from '../../../src/core/words/finding-text';
import { problemText } from '../../../src/core/words/problem-text';
import { textToColumns } from '../../../src/core/words/text-to-columns';
import { calculated, findingsOf } from '../lint/sheet';

test.each([
  ['fr', '.', 'Avancé… › Séparateur de décimale « . »'],
  ['en', ',', 'Advanced… › Decimal separator “,”'],
] as const)('in %s, texts written with %s are converted by telling Excel so', (language, decimal, step) => {
  expect(textToColumns(decimal, language)).toContain(step);
});

test.each([
  ['fr', ',', 'Données › Convertir › Terminer'],
  ['fr', undefined, 'Données › Convertir › Terminer'],
  ['en', '.', 'Data › Text to Columns › Finish'],
  ['en', undefined, 'Data › Text to Columns › Finish'],
] as const)('in %s, texts written with %s need no more than that', (language, decimal, steps) => {
  expect(textToColumns(decimal, language)).toBe(steps);
});

test.each([
  ['6.45', true],
  ['6,45', false],
  ['645', false],
])('a French reader is told how to convert %s', (text, advanced) => {
  const lines = [10, 20, text, 40, 50].map((figure, day) => [`J${day}`, figure]);
  const findings = findingsOf(calculated('Suivi', [['Jour', 'Durée'], ...lines, ['Total', ['=SUM(B2:B6)', 120]]]));
  const [finding] = findings.filter(({ kind }) => kind === 'text-numbers');
  expect(finding && findingText(finding, 'fr').body.includes('Avancé…')).toBe(advanced);
});

test.each([
  ['.', true],
  [',', false],
] as const)('and so of a column of texts written with %s', (decimal, advanced) => {
  const { body } = problemText(problem('numbers-as-text', { column: 'Durée', count: 2, decimal }), 'fr');
  expect(body.includes('Avancé… › Séparateur de décimale «\u202f.\u202f»')).toBe(advanced);
});
