import type { Language } from '../../../src/core/meteo/content';
import { projectionStrings } from '../../../src/taskpane/projections/strings';
import { pageTitle } from '../../../src/taskpane/projections/title';

test.each<[string, { checked: number; inside: number }[], Language, string]>([
  [
    'all KPIs together',
    [
      { checked: 6, inside: 5 },
      { checked: 4, inside: 3 },
    ],
    'fr',
    '8 projections sur 10 dans l’intervalle annoncé',
  ],
  [
    'all KPIs together',
    [
      { checked: 6, inside: 5 },
      { checked: 4, inside: 3 },
    ],
    'en',
    '8 of 10 projections within the stated interval',
  ],
  ['one', [{ checked: 1, inside: 1 }], 'fr', '1 projection sur 1 dans l’intervalle annoncé'],
  ['none inside', [{ checked: 2, inside: 0 }], 'fr', '0 projection sur 2 dans l’intervalle annoncé'],
  ['none checked', [{ checked: 0, inside: 0 }], 'fr', 'Aucune projection vérifiée pour l’instant'],
  ['none checked', [{ checked: 0, inside: 0 }], 'en', 'No projection checked yet'],
  ['too little history', [], 'fr', 'Pas encore de projection\u00a0: il faut 26\u00a0semaines connues'],
])('%s: %j in %s', (_, notes, language, title) => {
  expect(pageTitle(notes, projectionStrings[language])).toBe(title);
});
