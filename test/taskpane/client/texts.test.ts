import { serialOf } from '../../../src/core/period/serial';
import { clientStrings } from '../../../src/taskpane/client/strings';

const WEDNESDAY = serialOf({ year: 2026, month: 11, day: 18 });

test.each([
  ['fr', 'Responsable du contrat · mercredi\u00a018/11'],
  ['en', 'Contract manager · Wednesday\u00a018\u00a0Nov'],
] as const)('%s: the day of a comment stays on one line', (language, said) => {
  expect(clientStrings[language].said(said.split(' · ')[0] ?? '', WEDNESDAY)).toBe(said);
});

test('in French the source agrees with any number of comments', () => {
  expect(clientStrings.fr.readIn('Retours!A4:H7', '08:40')).toBe('Retours lus dans Retours!A4:H7 à\u00a008:40');
});
