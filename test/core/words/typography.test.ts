import { listed, lowerFirst, plural, quoted, typeset } from '../../../src/core/words/typography';

const N = '\u202f';
const B = '\u00a0';

describe('French typography', () => {
  test.each([
    ['a narrow space before a semicolon', 'les lundis ; les mardis', `les lundis${N}; les mardis`],
    ['a semicolon typed without space', 'les lundis; les mardis', `les lundis${N}; les mardis`],
    ['exclamation and question marks', 'Prêt ? Oui !', `Prêt${N}? Oui${N}!`],
    ['a no-break space before a colon', 'Abandon : 5,6%', `Abandon${B}: 5,6${N}%`],
    ['a colon typed without space', 'Menu vocal: motif isolé', `Menu vocal${B}: motif isolé`],
    ['a clock time is left alone', 'à 15:30 précises', 'à 15:30 précises'],
    ['an address is left alone', 'https://exemple.fr/?a=1', 'https://exemple.fr/?a=1'],
    ['a chain of Excel errors is left alone', 'des erreurs #DIV/0! ici', 'des erreurs #DIV/0! ici'],
    ['quotation marks', 'motif « cotisation » isolé', `motif «${N}cotisation${N}» isolé`],
    ['apostrophes', "l'abandon d'aujourd'hui", 'l’abandon d’aujourd’hui'],
    ['units', 'ralenti 25 min, soit 3 pt', `ralenti 25${N}min, soit 3${N}pt`],
    ['a word that begins like a unit', '2 jours et 3 personnes', '2 jours et 3 personnes'],
    ['hours', 'de 9 h à 12 h', `de 9${N}h à 12${N}h`],
    ['thousands', '1 240 appels', `1${N}240 appels`],
    ['a number sign and dates', 'météo n° 13 du 09/11 au 22/11', `météo n°${B}13 du${B}09/11 au${B}22/11`],
    ['a hyphen between spaces', 'DMT - durée moyenne', 'DMT – durée moyenne'],
    ['a hyphen inside a word', 'rendez-vous', 'rendez-vous'],
    ['a word that ends in au', 'un bureau 12', 'un bureau 12'],
  ])('%s', (_, typed, expected) => {
    expect(typeset(typed, 'fr')).toBe(expected);
    expect(typeset(expected, 'fr')).toBe(expected);
  });

  test.each([
    [0, 'fr', 'jour'],
    [1.5, 'fr', 'jour'],
    [2, 'fr', 'jours'],
    [0, 'en', 'jours'],
    [1, 'en', 'jour'],
  ] as const)('%d in %s takes %s', (count, language, expected) =>
    expect(plural(count, 'jour', 'jours', language)).toBe(expected),
  );

  test('first letters: words go down, acronyms stay', () => {
    expect(lowerFirst('Taux d’abandon')).toBe('taux d’abandon');
    expect(lowerFirst('Éligibles')).toBe('éligibles');
    expect(lowerFirst('DMT, durée')).toBe('DMT, durée');
  });

  test('lists and quotation marks', () => {
    expect(listed(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
    expect(listed(['a', 'b'], 'en')).toBe('a and b');
    expect(listed(['a'], 'fr')).toBe('a');
    expect(quoted('Suivi', 'fr')).toBe(`«${N}Suivi${N}»`);
    expect(quoted('Suivi', 'en')).toBe('“Suivi”');
  });

  test('English only changes apostrophes between letters', () =>
    expect(typeset("the column's header: 5% ; 12 480", 'en')).toBe('the column’s header: 5% ; 12 480'));
});
