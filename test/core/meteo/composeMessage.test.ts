import { draftMessage } from '../../../src/core/meteo/composeMessage';
import type { MessageFacts } from '../../../src/core/meteo/messageClauses';
import type { Orientation } from '../../../src/core/meteo/content';
import { roles } from '../../../src/core/meteo/layoutStyle';
import { standingsOf, type Standing } from '../../../src/core/meteo/standing';
import { wrapText } from '../../../src/core/meteo/textMetrics';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

/** Texts are compared with ordinary spaces: the typography has a test of its own. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const input = syntheticInput(inboundDays());
const { periods, standings } = standingsOf(input);
const named = (id: string): Standing => {
  const found = standings.find((standing) => standing.kpi.id === id);
  if (!found) throw new Error(id);
  return found;
};
const [calls, qs, abandonment, handling] = ['in_offered', 'in_qs', 'in_abandon_rate', 'in_aht'].map(named);
const key: Standing = { ...(qs as Standing), value: 0.918, status: 'green' };
const amber: Standing = { ...(abandonment as Standing), value: 0.056, status: 'amber' };
const slow: Standing = { ...(handling as Standing), value: 421, status: 'red' };

const message = (more: Partial<MessageFacts>): string =>
  plain(
    draftMessage({
      language: 'fr',
      orientation: 'portrait',
      weather: 'sun',
      rule: { kind: 'allGreen', drift: 'none', others: [] },
      override: null,
      keyFigure: key,
      standings: [key],
      actions: [],
      periods,
      issued: ISSUED,
      input,
      ...more,
    }),
  );
const tenu = 'l’objectif est tenu (91,8 % d’appels décrochés pour 90 % promis)';

test.each<[string, Partial<MessageFacts>, string]>([
  ['all is well', {}, `Soleil : ${tenu}.`],
  [
    'one KPI to watch',
    { weather: 'bright', rule: { kind: 'oneAmber', labels: ['Taux d’abandon'] }, standings: [key, amber] },
    `Éclaircies : ${tenu}, mais le taux d’abandon est à 5,6 %, pour 5 % au plus.`,
  ],
  [
    'two, the worse one named',
    { weather: 'cloudy', rule: { kind: 'otherRed', labels: ['DMT'] }, standings: [key, amber, slow] },
    `Nuageux : ${tenu}, mais 2 autres indicateurs sont hors objectif, dont la DMT (7:01).`,
  ],
  [
    'a missed objective goes on with “et”',
    {
      weather: 'rain',
      rule: { kind: 'oneRed', labels: ['QS'] },
      keyFigure: { ...key, value: 0.781, status: 'red' },
      standings: [amber],
    },
    'Pluie : l’objectif n’est pas tenu (78,1 % d’appels décrochés pour 90 % promis), et le taux d’abandon est à 5,6 %, pour 5 % au plus.',
  ],
  [
    'a drift',
    { weather: 'bright', rule: { kind: 'drift', labels: ['DMT, durée'] } },
    `Éclaircies : ${tenu}, mais une dérive est à surveiller (DMT).`,
  ],
  [
    'late actions',
    { weather: 'bright', rule: { kind: 'overdue', count: 2 } },
    `Éclaircies : ${tenu}, mais 2 actions sont en retard.`,
  ],
  [
    'an alert to come',
    {
      weather: 'rain',
      rule: { kind: 'projectedRed', labels: ['QS'] },
      standings: [
        { ...key, projectedStatus: 'red', projection: { value: 0.79, low: 0.77, high: 0.81, low95: 0.76, high95: 0.82 } },
      ],
    },
    `Pluie : ${tenu}, mais une alerte est prévue en S48–S49 (taux de décroché : 79 %).`,
  ],
  [
    'an incident comes first',
    { weather: 'storm', rule: { kind: 'majorIncident', date: ISSUED - 11 } },
    `Orage : incident majeur le 12/11 ; ${tenu}.`,
  ],
  [
    'a key KPI without figure is not judged',
    {
      weather: 'fog',
      rule: { kind: 'missingKpi', labels: ['CSAT, clients satisfaits'] },
    },
    'Brouillard : données incomplètes (CSAT), chiffres à confirmer ; 91,8 % d’appels décrochés pour 90 % promis.',
  ],
  [
    'a key rate of nothing is not missing',
    { weather: 'fog', rule: { kind: 'noVolume', labels: ['CSAT, clients satisfaits'] } },
    'Brouillard : volume à 0 sur la période, CSAT non calculable ; 91,8 % d’appels décrochés pour 90 % promis.',
  ],
  [
    'a drift before an indicator that is off target without making the weather',
    { weather: 'bright', rule: { kind: 'drift', labels: ['DMT, durée'] }, standings: [key, amber] },
    `Éclaircies : ${tenu}, mais une dérive est à surveiller (DMT).`,
  ],
  [
    'two key ones to watch before a worse one that is not key',
    { weather: 'cloudy', rule: { kind: 'severalAmber', labels: [amber.kpi.label, 'CSAT'] }, standings: [key, slow, amber] },
    `Nuageux : ${tenu}, mais 2 autres indicateurs sont hors objectif, dont le taux d’abandon (5,6 %).`,
  ],
  [
    'a KPI that nobody gave a phrase is called by its name',
    { keyFigure: { ...key, kpi: { ...key.kpi, id: 'own', label: 'Dossiers dans le délai' } } },
    'Soleil : l’objectif est tenu (Dossiers dans le délai : 91,8 % pour 90 % promis).',
  ],
])('%s', (_, more, expected) => expect(message(more)).toBe(expected));

describe('what made the weather is said, whatever gives way to it', () => {
  const long: Standing = {
    ...key,
    kpi: { ...key.kpi, id: 'own', label: `Dossiers ${'traités dans le délai convenu '.repeat(3)}` },
  };

  test.each<[string, Partial<MessageFacts>, string]>([
    [
      'one KPI to watch',
      { weather: 'bright', rule: { kind: 'oneAmber', labels: [amber.kpi.label] }, standings: [long, amber] },
      'Éclaircies : le taux d’abandon est à 5,6 %, pour 5 % au plus.',
    ],
    [
      'several',
      { weather: 'cloudy', rule: { kind: 'otherRed', labels: [slow.kpi.label] }, standings: [long, amber, slow] },
      'Nuageux : 2 indicateurs sont hors objectif, dont la DMT (7:01).',
    ],
    [
      'a drift',
      { weather: 'bright', rule: { kind: 'drift', labels: ['DMT, durée'] }, standings: [long] },
      'Éclaircies : une dérive est à surveiller (DMT).',
    ],
  ])('%s', (_, more, expected) => expect(message({ keyFigure: long, ...more })).toBe(expected));

  const short: Standing = { ...key, value: 0.806, status: 'amber' };
  const wordy: Standing = { ...slow, kpi: { ...slow.kpi, label: 'Durée des appels reçus des adhérents' } };
  const wordier: Standing = { ...slow, kpi: { ...slow.kpi, label: `Durée ${'des appels reçus des adhérents '.repeat(2)}` } };
  const otherRed = (standing: Standing): Partial<MessageFacts> => ({
    weather: 'cloudy',
    rule: { kind: 'otherRed', labels: [standing.kpi.label] },
    keyFigure: short,
  });

  test.each<[string, Partial<MessageFacts>, string]>([
    [
      'one that is off target is named first and counted',
      { ...otherRed(wordy), standings: [short, amber, wordy] },
      `Nuageux : 3 indicateurs sont hors objectif, dont le taux de décroché (80,6 %) et la durée des appels reçus des adhérents (7:01).`,
    ],
    [
      'so in English',
      { ...otherRed(wordy), standings: [short, amber, wordy], language: 'en' },
      'Cloudy: 3 indicators are off target, among them taux de décroché (80.6%) and durée des appels reçus des adhérents (7:01).',
    ],
    [
      'with one other, both are named',
      { ...otherRed(wordy), standings: [short, wordy] },
      'Nuageux : 2 indicateurs sont hors objectif, le taux de décroché (80,6 %) et la durée des appels reçus des adhérents (7:01).',
    ],
    [
      'counted where there is no room for its name too',
      { ...otherRed(wordier), standings: [short, amber, wordier] },
      `Nuageux : 3 indicateurs sont hors objectif, dont la durée ${'des appels reçus des adhérents '.repeat(2)}(7:01).`,
    ],
  ])('the key figure that gives way: %s', (_, more, expected) => expect(message(more)).toBe(expected));

  test('a key figure that holds gives no way to what made nothing', () =>
    expect(message({ keyFigure: long, standings: [long, amber] })).toMatch(/^Soleil : l’objectif est tenu \(Dossiers/));
});

describe('a level that a person changed', () => {
  const override = { computed: 'sun', reason: 'réclamation écrite du client' } as const;

  test('is said by its reason first, then the figures', () =>
    expect(message({ weather: 'cloudy', override })).toBe(`Nuageux : réclamation écrite du client ; ${tenu}.`));

  test('keeps what made the computed one after it: a better level hides no incident', () =>
    expect(message({ weather: 'rain', rule: { kind: 'majorIncident', date: ISSUED - 11 }, override })).toMatch(
      /^Pluie : réclamation écrite du client ; incident majeur le 12\/11/,
    ));

  test.each<['bright' | 'rain', RegExp]>([
    ['bright', / adhérents ; 2 indicateurs sont hors objectif, dont la DMT \(7:01\)\.$/],
    ['rain', / adhérents ; l’objectif est tenu/],
  ])('a %s printed for a cloudy computed keeps what made the computed one where it is better', (weather, expected) =>
    expect(
      message({
        weather,
        rule: { kind: 'otherRed', labels: [slow.kpi.label] },
        standings: [key, slow, amber],
        override: { computed: 'cloudy', reason: 'report validé par le client pour les adhérents' },
      }),
    ).toMatch(expected),
  );

  test('judges nothing where data are missing, whatever is printed', () => {
    const rule = { kind: 'missingDays', present: 8, required: 12, step: 'day' } as const;
    expect(message({ weather: 'bright', rule, override: { computed: 'fog', reason: 'jours fériés' } })).not.toContain('tenu');
  });

  test('with a reason that is no headline says where it is', () =>
    expect(message({ weather: 'bright', override: { computed: 'storm', reason: 'panne '.repeat(40) } })).toMatch(
      /^Éclaircies : niveau retenu au lieu d’Orage, pour le motif donné sous « État et suite »/,
    ));
});

test('what volume to expect closes a message that has room', () =>
  expect(message({ standings: [calls as Standing, key] })).toMatch(/promis\) ; ≈ 1\d \d00 appels attendus en S48–S49\.$/));

test.each<[Orientation, number]>([
  ['portrait', 540],
  ['landscape', 780],
])('two lines at most in %s: the last clauses go first', (orientation, width) => {
  const action = {
    date: null,
    kind: 'action' as const,
    horizon: null,
    text: 'Renforcer le lundi de 9 h à 12 h',
    effect: '',
    role: '',
    due: ISSUED + 7,
    state: 'doing' as const,
    visible: true,
  };
  const text = message({ orientation, standings: [key, amber, slow], actions: [action] });
  expect(wrapText(text, width, roles.message).lines.length).toBeLessThanOrEqual(2);
  expect(text).toContain('mais 2 autres indicateurs');
  expect(text.includes('action')).toBe(orientation === 'landscape');
});
