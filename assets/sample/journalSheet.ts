import type { JournalEntry } from '../../src/core/meteo/journal';
import { journalDraft } from '../../src/core/meteo/journalDraft';
import type { SheetDraft } from '../../src/core/sheet/draft';
import { serialOf } from './calendar';

const blank = { horizon: null, effect: '', role: '', due: null, state: 'done', visible: true } as const;

const november = (day: number): number => serialOf(2026, 11, day);

/** What the provider noted over the last weeks, in no particular order, as such lists are. */
const ENTRIES: readonly JournalEntry[] = [
  { ...blank, date: serialOf(2026, 10, 28), kind: 'highlight', text: 'Nouveau script « changement de RIB » en service.' },
  { ...blank, date: november(4), kind: 'team', text: '2 conseillers en formation initiale.' },
  { ...blank, date: november(13), kind: 'highlight', text: 'Avis d’échéance 2027 envoyés, 1re vague.' },
  { ...blank, date: november(16), kind: 'highlight', text: 'Pic d’appels de 9 h à 12 h : lignes saturées.' },
  { ...blank, date: november(17), kind: 'highlight', text: 'Menu vocal : motif « cotisation » isolé.' },
  { ...blank, date: november(19), kind: 'highlight', text: 'Outil de gestion ralenti 25 min, sans perte.' },
  { ...blank, date: november(16), kind: 'team', text: '2 conseillers formés en poste, effectif 40.' },
  { ...blank, date: november(20), kind: 'team', text: 'Un responsable adjoint prend son poste.' },
  {
    ...blank,
    date: november(17),
    kind: 'dissatisfaction',
    text: 'Attente trop longue le lundi : réponse promise pour le 30/11.',
    role: 'Responsable de plateau',
    due: november(30),
    state: 'doing',
  },
  { ...blank, date: november(10), kind: 'dissatisfaction', text: 'Relances en double : corrigé le 12/11.', due: november(12) },
  { ...blank, date: november(18), kind: 'dissatisfaction', text: '3 rappels non tenus : rappelés le 18/11.', due: november(18) },
  {
    ...blank,
    date: november(20),
    kind: 'planned',
    text: 'Message d’attente raccourci, délai annoncé.',
    due: november(25),
    state: 'todo',
  },
  {
    ...blank,
    date: november(20),
    kind: 'planned',
    text: '2 conseillers en renfort le lundi matin.',
    due: november(30),
    state: 'todo',
  },
  {
    ...blank,
    date: november(20),
    kind: 'planned',
    text: 'Comité de suivi : bilan de la 1re vague.',
    due: serialOf(2026, 12, 2),
    state: 'todo',
  },
  {
    ...blank,
    date: november(20),
    kind: 'planned',
    text: '2e vague d’avis : plan de charge à valider.',
    due: serialOf(2026, 12, 15),
    state: 'todo',
  },
  {
    ...blank,
    date: november(20),
    kind: 'planned',
    text: 'Rappel automatique proposé en attente.',
    due: serialOf(2027, 1, 18),
    state: 'todo',
  },
  {
    ...blank,
    date: november(17),
    kind: 'action',
    text: 'Renforcer le lundi, 9 h à 12 h',
    effect: 'Abandon ≤ 5 %',
    role: 'Responsable de plateau',
    due: november(30),
    state: 'doing',
  },
  {
    ...blank,
    date: november(18),
    kind: 'risk',
    text: 'Marge à revoir si la 2e vague dépasse 20 %.',
    visible: false,
  },
];

/** The provider's journal: the add-in's own table, that somebody fills in. One row is not for the client's eyes. */
export const journalSheet = (): SheetDraft => journalDraft('fr', ENTRIES);
