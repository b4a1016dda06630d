import type { HistoryRow } from '../../src/core/meteo/history';
import type { JournalEntry } from '../../src/core/meteo/journal';
import type { JournalKind } from '../../src/core/meteo/journalWords';
import { entriesOf } from '../core/meteo/journalExample';
import { ISSUED } from './service';

const entry = (kind: JournalKind, text: string, more: Partial<JournalEntry>): JournalEntry =>
  entriesOf(null)({ kind, text, ...more });

/** Something that happened `ago` days before the day of issue. */
export const happened = (kind: JournalKind, ago: number, text: string, more: Partial<JournalEntry> = {}): JournalEntry =>
  entry(kind, text, { date: ISSUED - ago, state: 'done', ...more });

/** A dissatisfaction that nobody has answered yet. */
export const complaint = (ago: number, text: string): JournalEntry => entry('dissatisfaction', text, { date: ISSUED - ago });

/** Something planned in `days` days. */
export const planned = (days: number, text: string): JournalEntry => entry('planned', text, { due: ISSUED + days });

export const action = (days: number, text: string, effect = '', role = ''): JournalEntry =>
  entry('action', text, { due: ISSUED + days, state: 'doing', effect, role });

/** The journal of an ordinary fortnight. */
export const ordinaryJournal: readonly JournalEntry[] = [
  happened('highlight', 11, 'avis d’échéance 2027 envoyés, 1re vague : +14 % d’appels le lundi 16/11'),
  happened('highlight', 7, 'abandon du lundi à 9,1 % de 9 h à 12 h ; les autres jours restent sous 5 %'),
  happened('highlight', 6, 'menu vocal : motif « cotisation » isolé'),
  happened('highlight', 4, 'outil de gestion ralenti 25 min, sans perte'),
  happened('team', 7, '2 conseillers formés en poste, effectif 40'),
  happened('team', 0, 'un responsable adjoint prend son poste'),
  complaint(6, 'attente trop longue le lundi (17/11) : réponse promise pour le 30/11'),
  happened('dissatisfaction', 11, 'relances en double : corrigé le 12/11'),
  happened('dissatisfaction', 5, '3 rappels non tenus : rappelés le 18/11'),
  planned(2, 'message d’attente raccourci, délai annoncé'),
  planned(7, '2 conseillers en renfort le lundi matin'),
  planned(9, 'comité de suivi : bilan de la 1re vague'),
  planned(22, '2e vague d’avis : plan de charge à valider'),
  planned(56, 'rappel automatique proposé en attente'),
  action(7, 'renforcer le lundi, 9 h à 12 h', 'abandon ≤ 5 %', 'responsable de plateau'),
];

/** The météo number 13 of a fortnight before, which the page looks back at. */
export const thirteenth: HistoryRow = {
  number: 13,
  period: '2026-S44–2026-S45',
  start: ISSUED - 28,
  last: ISSUED - 15,
  weather: 'sun',
  computed: 'sun',
  rule: '',
  reason: '',
  values: { in_offered: 11_800, in_qs: 0.921 },
  projections: { in_offered: { value: 11_500, low: 10_900, high: 12_100 } },
  minutes: 12,
  issued: ISSUED - 14,
  sent: ISSUED - 14,
  sheet: 'Météo 2026-11-09',
};
