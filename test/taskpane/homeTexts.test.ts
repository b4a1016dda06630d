import type { Language } from '../../src/core/meteo/content';
import type { DueItem } from '../../src/core/overview/due';
import type { PeriodKind } from '../../src/core/period/period';
import { periodOf } from '../../src/core/period/calendar';
import { serialOf } from '../../src/core/period/serial';
import type { Reading } from '../../src/core/overview/lastPeriod';
import { dueText } from '../../src/taskpane/home/dueText';
import { homeStrings } from '../../src/taskpane/home/strings';

const MONDAY = 46_349;
const meteo = (more: Partial<Extract<DueItem, { kind: 'meteo' }>>): DueItem => ({
  kind: 'meteo',
  page: 'meteo',
  due: MONDAY + 3,
  number: 14,
  ready: false,
  lateBy: 0,
  ...more,
});
const worst: Reading = {
  id: 'sl',
  label: 'Niveau de service',
  value: '64 %',
  objective: null,
  status: 'red',
  proposed: false,
  key: true,
};
const alerts = (count: number, drifts: number): DueItem => ({
  kind: 'alerts',
  page: 'watch',
  due: null,
  alerts: count,
  drifts,
  worst: count > 0 ? worst : null,
  drifting: 'DMT',
});
const flash = (hour: number, minutes: number): DueItem => ({ kind: 'flash', page: 'flash', due: MONDAY + hour / 24, minutes });

test.each<[DueItem, Language, string, string, boolean]>([
  [meteo({}), 'fr', 'Météo n°\u00a014', 'À envoyer avant jeudi\u00a026/11', false],
  [meteo({}), 'en', 'Météo no.\u00a014', 'Due before Thursday\u00a026\u00a0Nov', false],
  [meteo({ due: MONDAY }), 'fr', 'Météo n°\u00a014', 'À envoyer aujourd’hui', false],
  [meteo({ due: MONDAY - 1, lateBy: 1 }), 'fr', 'Météo n°\u00a014', 'En retard de 1 jour', true],
  [meteo({ due: MONDAY - 2, lateBy: 2 }), 'en', 'Météo no.\u00a014', '2 days late', true],
  [meteo({ ready: true }), 'fr', 'Météo n°\u00a014', 'Prête, à envoyer avant jeudi\u00a026/11', false],
  [meteo({ due: null }), 'en', 'Météo no.\u00a014', 'The first one: everything is drafted already.', false],
  [flash(15, 20), 'fr', 'Point flash de 15\u202fh', 'Dans 20\u202fmin', false],
  [flash(10.5, -5), 'fr', 'Point flash de 10\u202fh\u202f30', 'En retard de 5\u202fmin', true],
  [flash(10.5, 5), 'en', '10:30 flash point', 'In 5\u202fmin', false],
  [alerts(2, 1), 'fr', '2 alertes, 1 dérive', 'Niveau de service\u00a0: 64\u202f%', false],
  [alerts(0, 1), 'fr', '1 dérive', 'Hors de la variation habituelle\u00a0: DMT', false],
  [alerts(0, 2), 'fr', '2 dérives', 'Hors de la variation habituelle\u00a0: DMT et 1\u00a0autre', false],
  [alerts(0, 3), 'fr', '3 dérives', 'Hors de la variation habituelle\u00a0: DMT et 2\u00a0autres', false],
  [alerts(0, 1), 'en', '1 drift', 'DMT: outside its usual variation.', false],
  [
    { kind: 'thresholds', page: 'kpis', due: null, count: 1 },
    'fr',
    '1 seuil à confirmer',
    'Proposés par l’usage\u202f; les vôtres font foi.',
    false,
  ],
  [
    { kind: 'questions', page: 'source', due: null, count: 2 },
    'en',
    '2 questions about your data',
    'The figures are waiting for your answer.',
    false,
  ],
  [
    { kind: 'feedback', page: 'client', due: null, count: 1, text: 'Attente du lundi', date: MONDAY - 3 },
    'fr',
    '1 retour client à traiter',
    '«\u202fAttente du lundi\u202f» · 20/11',
    false,
  ],
  [
    { kind: 'consolidation', page: 'consolidation', due: null, until: MONDAY - 30, lacking: [] },
    'fr',
    'Consolidation à mettre à jour',
    'Elle s’arrête au\u00a024/10/2026.',
    false,
  ],
])('%#: %j in %s', (item, language, title, about, late) => {
  const said = dueText(item, MONDAY, language);
  expect([said.title, said.about, said.late]).toEqual([title, about, late]);
});

test.each([
  ['after a word', 'Trop d’attente le lundi, deux adhérents nous l’ont dit.', 'Trop d’attente le lundi, deux adhérents nous…'],
  [
    'not after a comma',
    'Trop d’attente le lundi et le mardi matin encore, dit-on.',
    'Trop d’attente le lundi et le mardi matin…',
  ],
  ['inside a word longer than two lines', 'a'.repeat(80), `${'a'.repeat(47)}…`],
])('a long comment is cut so that it stays two lines, %s', (_name, text, shown) => {
  const { about } = dueText({ kind: 'feedback', page: 'client', due: null, count: 1, text, date: null }, MONDAY, 'fr');
  expect(about).toBe(`«\u202f${shown}\u202f»`);
});

test.each<[Language, number, number | null, string]>([
  ['fr', 4, null, 'Lundi\u00a023\u00a0novembre\u00a0: 4 choses à faire'],
  ['fr', 1, null, 'Lundi\u00a023\u00a0novembre\u00a0: 1 chose à faire'],
  ['en', 1, null, 'Monday 23 November: 1 thing to do'],
  ['fr', 0, MONDAY + 10, 'Lundi\u00a023\u00a0novembre\u00a0: rien à faire avant jeudi\u00a003/12'],
  ['en', 0, MONDAY + 10, 'Monday 23 November: nothing due before Thursday 3\u00a0Dec'],
])('%s: the day’s title with %d things to do', (language, count, due, title) => {
  const { today } = homeStrings[language];
  expect(count > 0 ? today.title(MONDAY, count) : today.nothing(MONDAY, due)).toBe(title);
});

test.each<[Language, PeriodKind, string, string]>([
  ['fr', 'day', 'Dimanche 31/12', 'Dimanche 31/12/2023'],
  ['en', 'day', 'Sunday 31\u00a0Dec', 'Sunday 31\u00a0Dec\u00a02023'],
  ['fr', 'week', 'Semaine 52', 'Semaine 52 de 2023'],
  ['en', 'month', 'December 2023', 'December 2023'],
  ['fr', 'year', '2023', '2023'],
])('%s: the last %s has its year when that is over', (language, kind, inItsYear, later) => {
  const end = serialOf({ year: 2023, month: 12, day: 31 });
  const { last } = homeStrings[language].today;
  expect([last(periodOf(end, kind), end), last(periodOf(end, kind), MONDAY)]).toEqual([inItsYear, later]);
});
