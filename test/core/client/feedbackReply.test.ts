import type { FeedbackEntry } from '../../../src/core/client/feedback';
import type { Mood } from '../../../src/core/client/moods';
import { kpiOfSubject, subjectWords, weekdayNamed } from '../../../src/core/client/feedback-figures';
import { proposeReply, type ReplySources } from '../../../src/core/client/feedback-reply';
import type { Kpi } from '../../../src/core/kpi/kpi';
import type { KpiSeries } from '../../../src/core/meteo/input';
import type { JournalEntry } from '../../../src/core/meteo/journal';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';

const TODAY = serialOf({ year: 2026, month: 11, day: 23 }); // a Monday
const SPAN = { start: TODAY - 14, end: TODAY };

const kpi = (more: Partial<Kpi>): Kpi => ({
  id: 'qs',
  label: 'Niveau de service',
  unit: 'percent',
  direction: 'higher',
  rule: { kind: 'count' },
  objective: 0.8,
  thresholds: { green: 0.8, amber: 0.7 },
  thresholdsProposed: false,
  key: true,
  internal: false,
  ...more,
});

/** A rate of 100 calls a day: `monday` on Mondays, `other` on every other day. */
const rate = (other: number, monday = other, more: Partial<Kpi> = {}): KpiSeries => {
  const partsOf = ({ start, end }: { start: number; end: number }) => {
    const days = Array.from({ length: end - start }, (_, index) => start + index);
    const numerator = days.reduce((sum, day) => sum + 100 * (weekdayOf(day) === 1 ? monday : other), 0);
    return { numerator, denominator: 100 * days.length };
  };
  return {
    kpi: kpi(more),
    partsOf,
    valueOf: (span) => {
      const { numerator, denominator } = partsOf(span);
      return numerator / denominator;
    },
  };
};

const said = (mood: Mood | null, more: Partial<FeedbackEntry> = {}): FeedbackEntry => ({
  row: 4,
  place: { sheet: 'Retours', cell: 'E5' },
  date: TODAY - 3,
  from: 'Direction relation client',
  subject: 'Niveau de service',
  mood,
  text: 'L’attente est trop longue',
  answer: '',
  state: 'todo',
  answered: null,
  ...more,
});

const planned = (more: Partial<JournalEntry> = {}): JournalEntry => ({
  date: null,
  kind: 'action',
  horizon: null,
  text: 'trois conseillers contre l’attente de 8 h à 11 h',
  effect: '',
  role: 'responsable',
  due: TODAY + 7,
  state: 'todo',
  visible: true,
  ...more,
});

const sources = (more: Partial<ReplySources> = {}): ReplySources => ({
  journal: [],
  series: [rate(0.9)],
  span: SPAN,
  today: TODAY,
  language: 'fr',
  ...more,
});

/** Without the typographer's spaces, which have tests of their own. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const figure = (value: string): string => `« Niveau de service » : ${value} % du 09/11 au 22/11/2026, pour un objectif ≥ 80 %.`;

test.each<[name: string, feedback: FeedbackEntry, from: Partial<ReplySources>, text: string, basis: string]>([
  [
    'a complaint that the figures bear out, without an action',
    said('unhappy'),
    { series: [rate(0.75)] },
    `Vous avez raison, et les chiffres le disent aussi. ${figure('75')} Nous revenons vers vous avec une action et une date.`,
    'figures',
  ],
  [
    'a complaint that the figures do not show is not contradicted',
    said('unhappy'),
    {},
    `Nous avons bien noté votre remarque. ${figure('90')} Nous revenons vers vous avec une action et une date.`,
    'figures',
  ],
  [
    'a complaint about a Monday that is worse than the other days',
    said('unhappy', { text: 'L’attente du lundi matin est trop longue' }),
    { series: [rate(0.9, 0.6)] },
    `Vous avez raison, et les chiffres le disent aussi. ${figure('86')} Le lundi : 60 %, contre 90 % les autres jours, sur les 8 dernières semaines. Nous revenons vers vous avec une action et une date.`,
    'figures',
  ],
  [
    'a complaint about a Monday that is like the other days',
    said('unhappy', { text: 'L’attente du lundi matin est trop longue' }),
    { series: [rate(0.9, 0.89)] },
    `Nous avons bien noté votre remarque. ${figure('90')} Nous revenons vers vous avec une action et une date.`,
    'figures',
  ],
  [
    'a complaint with a planned action about the same thing',
    said('unhappy'),
    { series: [rate(0.75)], journal: [planned({ effect: 'moins de 3 minutes' })] },
    `Vous avez raison, et les chiffres le disent aussi. ${figure('75')} Prévu pour le 30/11 : trois conseillers contre l’attente de 8 h à 11 h. Effet attendu : moins de 3 minutes.`,
    'action',
  ],
  [
    'an action without a day',
    said('neutral'),
    { series: [], journal: [planned({ due: null })] },
    'Merci pour ce retour. Prévu : trois conseillers contre l’attente de 8 h à 11 h.',
    'action',
  ],
  [
    'a subject that no figure tells of',
    said('unhappy', { subject: 'facture' }),
    {},
    'Nous avons bien noté votre remarque. Nous revenons vers vous avec une action et une date.',
    'courtesy',
  ],
  [
    'a volume that is held to nothing',
    said('neutral'),
    { series: [rate(0.9, 0.9, { direction: 'neutral', objective: null, thresholds: null })] },
    'Merci pour ce retour. « Niveau de service » : 90 %, du 09/11 au 22/11/2026.',
    'figures',
  ],
  ['neutral, with a figure', said('neutral'), {}, `Merci pour ce retour. ${figure('90')}`, 'figures'],
  ['a mood that nobody said', said(null, { subject: '' }), {}, 'Merci pour ce retour.', 'courtesy'],
  [
    'praise that the figures bear out',
    said('satisfied'),
    {},
    `Merci pour ce retour, que nous partageons avec l’équipe. ${figure('90')}`,
    'figures',
  ],
  [
    'praise that the figures contradict gets none',
    said('satisfied'),
    { series: [rate(0.6)] },
    'Merci pour ce retour, que nous partageons avec l’équipe.',
    'courtesy',
  ],
  [
    'no figure over the weeks',
    said('unhappy'),
    { series: [{ kpi: kpi({}), valueOf: () => null }] },
    'Nous avons bien noté votre remarque. Nous revenons vers vous avec une action et une date.',
    'courtesy',
  ],
  [
    'in English',
    said('unhappy', { text: 'Waiting is too long on Mondays' }),
    { language: 'en', series: [rate(0.9, 0.6)], journal: [planned({ text: 'three more agents on Mondays' })] },
    'You are right, and the figures say so too. “Niveau de service”: 86%, 9 to 22 Nov 2026, for an objective of ≥ 80%. On Mondays: 60%, against 90% on the other days, over the last 8 weeks. Planned by 30 Nov: three more agents on Mondays.',
    'action',
  ],
])('%s', (_name, feedback, from, text, basis) => {
  const reply = proposeReply(feedback, sources(from));
  expect(plain(reply.text)).toBe(text);
  expect(reply.basis.kind).toBe(basis);
});

test('a reply is set for print: narrow spaces before signs, in French', () => {
  expect(proposeReply(said('neutral'), sources()).text).toContain('«\u202fNiveau de service\u202f»\u00a0: 90\u202f%');
});

test.each<[name: string, entry: JournalEntry]>([
  ['is done', planned({ state: 'done' })],
  ['is not for the client', planned({ visible: false })],
  ['was due before today', planned({ due: TODAY - 1 })],
  ['is about something else', planned({ text: 'nouveau serveur vocal' })],
  ['shares only a common word', planned({ text: 'réunion de service avec le client' })],
  ['is a highlight', planned({ kind: 'highlight' })],
])('an action is not promised that %s', (_name, entry) => {
  expect(proposeReply(said('unhappy'), sources({ journal: [entry] })).basis.kind).toBe('figures');
});

test('of two actions the sooner is promised, and an action goes before an activity', () => {
  const late = planned({ text: 'attente : outil', due: TODAY + 30 });
  const activity = planned({ kind: 'planned', text: 'attente : réunion', due: TODAY + 1 });
  const reply = (journal: JournalEntry[]) => proposeReply(said('unhappy'), sources({ journal })).basis;
  expect(reply([late, planned(), activity])).toEqual({ kind: 'action', due: TODAY + 7 });
  expect(reply([activity])).toEqual({ kind: 'action', due: TODAY + 1 });
});

test.each<[subject: string, id: string | null]>([
  ['Niveau de service', 'qs'],
  ['niveau de SERVICE', 'qs'],
  ['qs', 'qs'],
  ['attente', 'wait'],
  ['les attentes', 'wait'],
  ['délais', null],
  ['de la', null],
  ['', null],
])('the subject %p is the KPI %p', (subject, id) => {
  const series = [
    rate(0.9),
    rate(0.9, 0.9, { id: 'waitmax', label: 'Temps d’attente maximal observé' }),
    rate(0.9, 0.9, { id: 'wait', label: 'Temps d’attente moyen' }),
  ];
  expect(kpiOfSubject(subject, series)?.kpi.id ?? null).toBe(id);
});

test.each<[text: string, weekday: number | null]>([
  ['L’attente du lundi matin', 1],
  ['too long on Sundays', 7],
  ['les mardis', 2],
  ['le lundi et le mardi', null],
  ['toujours', null],
])('%p names the weekday %p', (text, weekday) => {
  expect(weekdayNamed(text)).toBe(weekday);
});

test('words of a subject are without accents, articles and plural', () => {
  expect(subjectWords('Délais d’appel, délai')).toEqual(['delai', 'appel']);
});
