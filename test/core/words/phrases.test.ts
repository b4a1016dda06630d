import { countedNoun, ratePhrase, shortLabel, withArticle, withEnglishArticle } from '../../../src/core/words/phrases';

test.each([
  ['DMT, durée de traitement (min:s)', 'DMT'],
  ['Taux de décroché / QS', 'Taux de décroché'],
  ['Appels reçus (présentés)', 'Appels reçus'],
  ['DMT - durée moyenne de traitement', 'DMT'],
  ["Taux d'abandon", "Taux d'abandon"],
  ['Rendez-vous pris', 'Rendez-vous pris'],
])('short label of %s', (label, expected) => expect(shortLabel(label)).toBe(expected));

test.each([
  ['Taux d’abandon', { text: 'le taux d’abandon', singular: true }],
  ['DMT, durée de traitement', { text: 'la DMT', singular: true }],
  ['NPS', { text: 'le NPS', singular: true }],
  ['Attente moyenne avant décroché', { text: 'l’attente moyenne avant décroché', singular: true }],
  ['Appels abandonnés', { text: 'les appels abandonnés', singular: false }],
  ['Ventes / accords (C+)', { text: 'les ventes', singular: false }],
  ['Zinzolin', null],
])('article of %s', (label, expected) => expect(withArticle(label)).toEqual(expected));

test.each([
  ['Appels reçus', 'fr', { noun: 'appels', feminine: false }],
  ['Ventes', 'fr', { noun: 'ventes', feminine: true }],
  ['Taux d’abandon', 'fr', null],
  ['Calls offered', 'en', { noun: 'calls', feminine: false }],
  ['Answer rate', 'en', null],
] as const)('what %s counts in %s', (label, language, expected) => expect(countedNoun(label, language)).toEqual(expected));

test('a known rate has a phrase, any other none', () => {
  expect(ratePhrase('in_qs', 'fr')).toEqual({ plain: 'd’appels décrochés', named: 'd’appels décrochés (QS)' });
  expect(ratePhrase('in_abandon_rate', 'en')).toEqual({ plain: 'of calls abandoned', named: 'of calls abandoned' });
  expect(ratePhrase('other', 'fr')).toBeNull();
});

test.each([
  ['Abandonment rate', { text: 'the abandonment rate', singular: true }],
  ['CSAT, satisfied customers', { text: 'CSAT', singular: true }],
  ['Calls offered', { text: 'calls offered', singular: false }],
  ['Process quality', { text: 'process quality', singular: true }],
  ['Complaints', { text: 'complaints', singular: false }],
  ['Average handle time (s)', { text: 'the average handle time', singular: true }],
])('English article of %s', (label, expected) => expect(withEnglishArticle(label)).toEqual(expected));
