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
    ['a clock time keeps its colon', 'à 15:30 précises', `à${B}15:30 précises`],
    ['an address is left alone', 'https://exemple.fr/?a=1', 'https://exemple.fr/?a=1'],
    ['a chain of Excel errors is left alone', 'des erreurs #DIV/0! ici', 'des erreurs #DIV/0! ici'],
    ['quotation marks', 'motif « cotisation » isolé', `motif «${N}cotisation${N}» isolé`],
    ['apostrophes', "l'abandon d'aujourd'hui", 'l’abandon d’aujourd’hui'],
    ['units', 'ralenti 25 min, soit 3 pt', `ralenti 25${N}min, soit 3${N}pt`],
    ['a word that begins like a unit', '2 jours et 3 personnes', '2 jours et 3 personnes'],
    ['hours', 'de 9 h à 12 h', `de 9${N}h${B}à${B}12${N}h`],
    ['a time', 'à 8 h 40', `à${B}8${N}h${N}40`],
    ['an interval', 'hors de 4,5 à 5,9 %', `hors de 4,5${B}à${B}5,9${N}%`],
    ['an interval of thousands', 'entre 1 120 et 1 360 appels', `entre${B}1${N}120${B}et${B}1${N}360 appels`],
    ['an interval of amounts below zero', '−12 à −3 €', `−12${B}à${B}−3${N}€`],
    ['what is no interval', 'les 12 et 13 de chaque mois', `les${B}12 et 13 de chaque mois`],
    ['comparisons', 'abandon ≤ 5 %, ≈ 1 240 appels', `abandon ≤${N}5${N}%, ≈${N}1${N}240 appels`],
    ['a change', '(4,5 % → 6,0 %)', `(4,5${N}%${B}→${B}6,0${N}%)`],
    ['a weekday with its date', 'attente trop longue lundi 16/11', `attente trop longue lundi${B}16/11`],
    ['a day with its month', 'le 1er mai, le 12 novembre', `le${B}1er${B}mai, le${B}12${B}novembre`],
    ['a word that begins like a month', '12 maisons', '12 maisons'],
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
    expect(lowerFirst('Deals Closed')).toBe('Deals Closed');
    expect(lowerFirst('Calls of the Day')).toBe('Calls of the Day');
    expect(lowerFirst('Appels reçus')).toBe('appels reçus');
    expect(lowerFirst('Conversion')).toBe('conversion');
  });

  test('lists and quotation marks', () => {
    expect(listed(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
    expect(listed(['a', 'b'], 'en')).toBe('a and b');
    expect(listed(['a'], 'fr')).toBe('a');
    expect(quoted('Suivi', 'fr')).toBe(`«${N}Suivi${N}»`);
    expect(quoted('Suivi', 'en')).toBe('“Suivi”');
  });

  test.each([
    ['apostrophes between letters', "the column's header: 5% ; 12 480", 'the column’s header: 5% ; 12 480'],
    ['an interval', 'usual variation (24 to 31)', `usual variation (24${B}to${B}31)`],
    ['one with its unit', 'between 4.5 and 5.9%', `between${B}4.5${B}and${B}5.9%`],
    ['dates', '09/11 to 22/11/2026 · sent on 23/11/2026', `09/11${B}to${B}22/11/2026 · sent on${B}23/11/2026`],
    ['dates with a month', 'sent on 23 Nov 2026, on 5 days', `sent on${B}23${B}Nov 2026, on 5 days`],
    ['what is no interval', 'two calls to 12 people', 'two calls to 12 people'],
    ['units', 'slower for 25 min', `slower for 25${N}min`],
    ['a word that begins like a unit', '3 houses', '3 houses'],
    ['a change', '4.5% → 6.0%', `4.5%${B}→${B}6.0%`],
    ['comparisons', 'calls ≥ 90%', `calls ≥${N}90%`],
    ['a number sign and a day', 'météo no. 13, Monday 16/11', `météo no.${B}13, Monday${B}16/11`],
  ])('English: %s', (_, typed, expected) => {
    expect(typeset(typed, 'en')).toBe(expected);
    expect(typeset(expected, 'en')).toBe(expected);
  });
});
