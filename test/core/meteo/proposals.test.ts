import { composeMeteo } from '../../../src/core/meteo/compose';
import type { Language } from '../../../src/core/meteo/content';
import type { HistoryRow } from '../../../src/core/meteo/history';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { preparationOf } from '../../../src/core/meteo/preparation';
import { entryId, type FactProposal } from '../../../src/core/meteo/proposals';
import { meteoWords } from '../../../src/core/words/meteoWords';
import { countedPeriods } from '../../../src/core/words/periodNouns';
import { typeset } from '../../../src/core/words/typography';
import { valueOf } from '../grid';
import { inboundDays, inboundKpis, ISSUED, ratioKpi, syntheticInput, type Day } from './syntheticInput';
import { entriesOf } from './journalExample';

/** `_` stands for U+202F, `~` for U+00A0. */
const fr = (text: string): string => text.replaceAll('_', '\u202f').replaceAll('~', '\u00a0');
const usual = inboundDays();

/** The usual days, those that a rule picks out changed. */
const changed = (picks: (serial: number) => boolean, change: (day: Day) => Partial<Day>): Day[] =>
  usual.map((day) => (picks(day.serial) ? { ...day, ...change(day) } : day));
const since = (days: number) => (serial: number) => serial >= ISSUED - days;
const on = (days: number) => (serial: number) => serial === ISSUED - days;
const answering = (share: number) => (day: Day) => ({
  answered: Math.round(day.offered * share),
  abandoned: Math.round(day.offered * (1 - share) * 0.6),
});

const proposalsOf = (days: Day[], more: Partial<MeteoInput> = {}): readonly FactProposal[] => {
  const prepared = preparationOf(syntheticInput(days, more));
  if (!prepared.ok) throw new Error(prepared.problem.code);
  return prepared.value.proposals;
};
const found = (proposals: readonly FactProposal[], id: string): FactProposal | undefined =>
  proposals.find((fact) => fact.id === id);

const entry = entriesOf(ISSUED - 6);

describe('facts of the figures', () => {
  test.each<[string, Day[], string, RegExp, RegExp, boolean]>([
    [
      'a threshold crossed',
      changed(since(14), answering(0.86)),
      'threshold.in_qs',
      /^Taux de décroché.: de Conforme à Vigilance \(9\d(,\d)? % → 8\d(,\d)? %\)\.$/u,
      /^Taux de décroché: from On target to Watch \(9\d(\.\d)?% → 8\d(\.\d)?%\)\.$/u,
      true,
    ],
    [
      'a record day',
      changed(on(7), (day) => ({ offered: 3000, answered: 2760, abandoned: day.abandoned })),
      'record.in_offered',
      /^Appels reçus.: plus haut jour connu, 3 000 le lundi 16\/11\.$/u,
      /^Appels reçus: highest day on record, 3,000 on Monday 16 Nov\.$/u,
      true,
    ],
    [
      'days without data',
      usual.filter(({ serial }) => !on(4)(serial)),
      'gaps',
      /^1 jour sans donnée.: 19\/11\.$/u,
      /^1 day without data: 19 Nov\.$/u,
      true,
    ],
    [
      'a level not seen for long',
      changed(since(14), answering(0.985)),
      'record.in_qs',
      /^Taux de décroché.: 9\d(,\d)? %, plus haut niveau connu, depuis le début du suivi en S\d\d 20\d\d\.$/u,
      /^Taux de décroché: 9\d(\.\d)?%, the highest level on record, since W\d\d 20\d\d\.$/u,
      false,
    ],
    [
      'a level seen long ago',
      changed(
        (serial) => since(14)(serial) || (serial >= ISSUED - 14 * 20 && serial < ISSUED - 14 * 19),
        (day) => answering(day.serial < ISSUED - 14 ? 0.99 : 0.98)(day),
      ),
      'record.in_qs',
      /^Taux de décroché.: 9\d(,\d)? %, plus haut niveau depuis S08–S09 2026\.$/u,
      /^Taux de décroché: 9\d(\.\d)?%, the highest level since W08–09 2026\.$/u,
      false,
    ],
    [
      'a single day in alert',
      changed(on(4), answering(0.6)),
      'day.in_qs',
      /^Taux de décroché.: en alerte un seul jour, le jeudi 19\/11 \(60(,\d)? %\)\.$/u,
      /^Taux de décroché: in alert on one day only, Thursday 19 Nov \(60(\.\d)?%\)\.$/u,
      false,
    ],
    [
      'several days in alert, the worst of them',
      changed(
        (serial) => on(4)(serial) || on(6)(serial),
        (day) => answering(on(4)(day.serial) ? 0.5 : 0.7)(day),
      ),
      'day.in_qs',
      /^Taux de décroché.: en alerte 2 jours, au pire le jeudi 19\/11 \(50(,\d)? %\)\.$/u,
      /^Taux de décroché: in alert on 2 days, at worst on Thursday 19 Nov \(50(\.\d)?%\)\.$/u,
      false,
    ],
    [
      'a drift of a key KPI',
      changed(since(7 * 9), answering(0.905)),
      'drift.in_qs',
      /^Taux de décroché.: (\d+ semaines de suite au-dessous de la moyenne|90(,\d)? % en S47, hors des variations habituelles).*\.$/u,
      /^Taux de décroché: (\d+ weeks in a row below the mean|90(\.\d)?% in W47, outside its usual variation).*\.$/u,
      true,
    ],
  ])('%s, in French and in English', (_name, days, id, french, english, kept) => {
    for (const [language, pattern] of [
      ['fr', french],
      ['en', english],
    ] as [Language, RegExp][]) {
      const fact = found(proposalsOf(days, { language }), id);
      expect(fact?.text.replaceAll(/[\u202f\u00a0]/g, ' ')).toMatch(pattern);
      expect(fact?.kept).toBe(kept);
    }
  });

  describe('a drift, with no figures since the week it is told of', () => {
    const drifting = changed(since(7 * 9), answering(0.905));
    const later = (history: readonly HistoryRow[]): FactProposal | undefined =>
      found(proposalsOf(drifting, { issued: ISSUED + 14, history }), 'drift.in_qs');
    const { row } = valueOf(composeMeteo(syntheticInput(drifting)));

    test('is dated by that week', () => {
      expect(found(proposalsOf(drifting), 'drift.in_qs')?.date).toBe(ISSUED - 1);
      expect(later([])?.date).toBe(ISSUED - 1);
    });

    test('is not repeated once a page covered it; a page of the weeks before did not', () => {
      expect(later([row])).toBeUndefined();
      expect(later([{ ...row, start: row.start - 14, last: row.last - 14 }])).toBeDefined();
    });

    test('stays on the page of that week when it is made again', () => {
      expect(found(proposalsOf(drifting, { history: [row] }), 'drift.in_qs')).toBeDefined();
    });
  });

  test('calm weeks have none to tick', () => expect(proposalsOf(usual).filter(({ kept }) => kept)).toEqual([]));

  test('a KPI whose status changed is not said to drift as well', () => {
    const drift = found(proposalsOf(changed(since(14), answering(0.7))), 'drift.in_qs');
    expect(drift?.kept).toBe(false);
  });

  test('each is known by the same name whatever its figure', () => {
    const ids = (share: number): string[] => proposalsOf(changed(since(14), answering(share))).map(({ id }) => id);
    expect(ids(0.86)).toEqual(ids(0.865));
    expect(new Set(ids(0.86)).size).toBe(ids(0.86).length);
  });

  test('and has the cell of its day, where the source has one', () => {
    const days = changed(on(7), () => ({ offered: 3000 }));
    const placed = inboundKpis(days).map((series) => ({
      ...series,
      placeOf: (day: number) => ({ sheet: 'Suivi', cell: `B${day - ISSUED + 100}` }),
    }));
    expect(found(proposalsOf(days, { kpis: placed }), 'record.in_offered')?.place).toEqual({ sheet: 'Suivi', cell: 'B93' });
    expect(found(proposalsOf(days), 'record.in_offered')?.place).toBeNull();
  });

  test.each([
    [0, 4],
    [1, 3],
    [3, 3],
    [4, 3],
    [6, 3],
  ])(
    'beside %i facts of the journal, %i are ticked: every threshold crossed for the worse, then others where there is room',
    (count, most) => {
      const bad = changed(since(14), (day) => ({ ...answering(0.5)(day), handling: day.handling * 2 })).filter(
        ({ serial }) => !on(4)(serial),
      );
      const journal = Array.from({ length: count }, (_, index) => entry({ text: `fait ${index}` }));
      const proposals = proposalsOf(bad, { journal });
      expect(proposals.filter(({ origin, kept }) => origin === 'journal' && kept)).toHaveLength(count);
      const figures = proposals.filter(({ origin }) => origin !== 'journal');
      expect(figures.length).toBeGreaterThan(4);
      expect(figures.filter(({ kept }) => kept)).toHaveLength(most);
      expect(figures.filter(({ origin }) => origin === 'threshold').map(({ kept }) => kept)).toEqual([true, true, true]);
    },
  );

  test.each<[Language, number, string]>([
    ['fr', 5, '1 autre dégradation : Contrôle 5.'],
    ['fr', 6, '2 autres dégradations : Contrôle 5 et Contrôle 6.'],
    ['fr', 8, '4 autres dégradations : Contrôle 5, Contrôle 6, Contrôle 7 et Contrôle 8.'],
    ['fr', 9, '5 autres dégradations, dont Contrôle 5, Contrôle 6, Contrôle 7 et Contrôle 8.'],
    ['en', 6, '2 others worse than before: Contrôle 5 and Contrôle 6.'],
  ])('of more than four thresholds crossed for the worse the others are counted and named: %s, %i', (language, count, text) => {
    const days = changed(since(14), answering(0.5));
    const kpis = Array.from({ length: count }, (_, index) =>
      ratioKpi(days, `control_${index + 1}`, `Contrôle ${index + 1}`, ['answered', 'offered'], {
        direction: 'higher',
        thresholds: { green: 0.9, amber: 0.8 },
        // The key one is told first, wherever it stands.
        key: index === 3,
      }),
    );
    const journal = Array.from({ length: 6 }, (_, index) => entry({ text: `fait ${index}` }));
    const ticked = proposalsOf(days, { kpis, journal, language }).filter(({ origin, kept }) => origin === 'threshold' && kept);
    expect(ticked.slice(0, -1).map(({ id }) => id)).toEqual([4, 1, 2, 3].map((kind) => `threshold.control_${String(kind)}`));
    expect(ticked.at(-1)?.text.replaceAll(/[\u202f\u00a0]/g, ' ')).toBe(text);
  });

  test('of four none is left to count', () => {
    const proposals = proposalsOf(changed(since(14), answering(0.5)));
    expect(proposals.filter(({ id }) => id === 'threshold')).toEqual([]);
  });

  test.each([
    [0, true],
    [3, true],
    [4, false],
  ])('beside %i facts of the journal, a threshold crossed for the better is ticked: %s', (count, ticked) => {
    const journal = Array.from({ length: count }, (_, index) => entry({ text: `fait ${index}` }));
    const better = changed((serial) => since(28)(serial) && !since(14)(serial), answering(0.86));
    const fact = found(proposalsOf(better, { journal }), 'threshold.in_qs');
    expect(fact?.text).toMatch(/de \S+ à Conforme/u);
    expect(fact?.kept).toBe(ticked);
  });
});

describe('facts of the journal and of the client', () => {
  const place = { sheet: 'Journal', cell: 'D9' };
  const journal = [
    entry({ text: 'campagne', place }),
    entry({ kind: 'incident', text: 'panne' }),
    entry({ kind: 'team', text: 'une arrivée', date: ISSUED - 3 }),
    entry({ kind: 'dissatisfaction', text: 'attente', date: ISSUED - 60 }),
    entry({ kind: 'dissatisfaction', text: 'relances', date: ISSUED - 4, state: 'done' }),
    entry({ text: 'entre nous', visible: false }),
  ];
  const feedback = [
    { date: ISSUED - 5, text: 'les réponses tardent', place: { sheet: 'Retours', cell: 'E9' } },
    { date: ISSUED - 2, text: 'ATTENTE', place: { sheet: 'Retours', cell: 'E10' } },
    { date: ISSUED + 1, text: 'venu après', place: { sheet: 'Retours', cell: 'E11' } },
  ];
  const proposals = proposalsOf(usual, { journal, feedback });

  test('are ticked, each with its origin, its list and its cell; what the journal says already is not said twice, what came after the issue not at all', () => {
    expect(proposals.filter(({ kept }) => kept).map(({ origin, list, text }) => [origin, list, text])).toEqual([
      ['journal', 'highlights', 'Campagne.'],
      ['journal', 'highlights', 'Panne.'],
      ['team', 'team', 'Une arrivée.'],
      ['dissatisfaction', 'open', 'Attente.'],
      ['feedback', 'open', 'Les réponses tardent.'],
      ['dissatisfaction', 'treated', 'Relances.'],
    ]);
    expect(proposals[0]?.place).toEqual(place);
    expect(proposals.find(({ origin }) => origin === 'feedback')?.place).toEqual({ sheet: 'Retours', cell: 'E9' });
  });

  test('an entry is known by its kind, day and words, whatever its row, capitals and accents', () => {
    const one = entry({ text: 'Équipe au complet' });
    expect(entryId({ ...one, place })).toBe(entryId({ ...one, text: ' equipe AU complet', role: 'chef', state: 'done' }));
    const others = [{ text: 'autre' }, { date: ISSUED }, { kind: 'team' as const }].map((more) => entryId({ ...one, ...more }));
    expect(new Set([entryId(one), ...others]).size).toBe(4);
  });
});

test.each<[string, string, string]>([
  ['a level', 'Appels : 900, plus bas niveau depuis S20–S21 2026.', 'Appels: 900, the lowest level since S20–S21 2026.'],
])('%s in words', (_name, french, english) => {
  expect(meteoWords('fr').facts.level('Appels', '900', false, 'S20–S21 2026')).toBe(french);
  expect(meteoWords('en').facts.level('Appels', '900', false, 'S20–S21 2026')).toBe(english);
});

test.each<[string, string, string]>([
  [
    'outside',
    'DMT : 6:10 en S47, hors des variations habituelles (5:00 à 5:50).',
    'DMT: 6:10 in W47, outside its usual variation (5:00 to 5:50).',
  ],
  [
    'side',
    'DMT : 7 semaines de suite au-dessus de la moyenne (5:20), depuis S41.',
    'DMT: 7 weeks in a row above the mean (5:20), since W41.',
  ],
  ['trend', 'DMT : 7 semaines de baisse de suite (5:40 → 5:10).', 'DMT: down 7 weeks in a row (5:40 → 5:10).'],
])('a drift %s in words', (kind, french, english) => {
  const say = (language: Language, week: (number: number) => string): string => {
    const { facts } = meteoWords(language);
    if (kind === 'outside') return facts.outside('DMT', '6:10', week(47), '5:00', '5:50');
    const run = countedPeriods(7, 'week', language);
    return kind === 'side' ? facts.oneSide('DMT', run, true, '5:20', week(41)) : facts.trend('DMT', run, false, '5:40', '5:10');
  };
  expect(say('fr', (week) => `S${week}`)).toBe(french);
  expect(say('en', (week) => `W${week}`)).toBe(english);
  expect(typeset(french, 'fr')).toContain(fr('DMT~: '));
});
