import { draftMessage, type MessageFacts } from '../../../src/core/meteo/composeMessage';
import type { Orientation } from '../../../src/core/meteo/content';
import { roles } from '../../../src/core/meteo/layoutStyle';
import { standingsOf, type Standing } from '../../../src/core/meteo/standing';
import { wrapText } from '../../../src/core/meteo/textMetrics';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

/** Texts are compared with ordinary spaces: the typography has a test of its own. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const { periods, standings } = standingsOf(syntheticInput(inboundDays()));
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
      rule: { kind: 'allGreen' },
      keyFigure: key,
      standings: [key],
      actions: [],
      periods,
      issued: ISSUED,
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
    'a KPI that nobody gave a phrase is called by its name',
    { keyFigure: { ...key, kpi: { ...key.kpi, id: 'own', label: 'Dossiers dans le délai' } } },
    'Soleil : l’objectif est tenu (Dossiers dans le délai : 91,8 % pour 90 % promis).',
  ],
])('%s', (_, more, expected) => expect(message(more)).toBe(expected));

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
