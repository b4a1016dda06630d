import type { Language } from './content';

/** What a row of the journal is about. */
export type JournalKind = 'highlight' | 'team' | 'dissatisfaction' | 'risk' | 'planned' | 'action' | 'incident';
export type JournalHorizon = 'short' | 'medium';
export type JournalState = 'todo' | 'doing' | 'done';
export type JournalColumn = 'date' | 'kind' | 'horizon' | 'text' | 'effect' | 'role' | 'due' | 'state' | 'visible';

export const JOURNAL_TABLE = 'tblJournal';

export const journalColumns: readonly JournalColumn[] = [
  'date',
  'kind',
  'horizon',
  'text',
  'effect',
  'role',
  'due',
  'state',
  'visible',
];

type JournalWords = {
  headers: Readonly<Record<JournalColumn, string>>;
  kinds: Readonly<Record<JournalKind, string>>;
  horizons: Readonly<Record<JournalHorizon, string>>;
  states: Readonly<Record<JournalState, string>>;
  /** Other ways in which people write a state. */
  otherStates: Readonly<Record<string, JournalState>>;
  title: string;
  hint: string;
  /** What to type in each column, shown beside its cells. */
  help: Readonly<Record<JournalColumn, string>>;
  dateAlert: string;
};

export const journalWords: Readonly<Record<Language, JournalWords>> = {
  fr: {
    headers: {
      date: 'Date',
      kind: 'Nature',
      horizon: 'Horizon',
      text: 'Texte',
      effect: 'Effet attendu',
      role: 'Responsable (rôle)',
      due: 'Échéance',
      state: 'Statut',
      visible: 'Visible client',
    },
    kinds: {
      highlight: 'fait marquant',
      team: 'équipe',
      dissatisfaction: 'insatisfaction',
      risk: 'risque',
      planned: 'activité prévue',
      action: 'action',
      incident: 'incident majeur',
    },
    horizons: { short: 'court terme', medium: 'moyen terme' },
    states: { todo: 'à faire', doing: 'en cours', done: 'fait' },
    otherStates: {
      ouvert: 'todo',
      ouverte: 'todo',
      prévu: 'todo',
      prévue: 'todo',
      traité: 'done',
      traitée: 'done',
      clos: 'done',
      close: 'done',
      terminé: 'done',
      terminée: 'done',
      faite: 'done',
      résolu: 'done',
      résolue: 'done',
    },
    title: 'Journal : ce qui s’est passé, ce qui est prévu',
    hint: 'Une ligne par fait. La météo reprend les lignes visibles du client, depuis la dernière météo.',
    help: {
      date: 'Jour du fait. Unité : jour. Exemple : 16/11/2026. Vide pour ce qui est prévu, s’il a une échéance.',
      kind: 'De quoi il s’agit. Choisissez dans la liste : la météo range les lignes d’après elle.',
      horizon: 'Pour une activité prévue : court terme (15 jours) ou moyen terme (3 mois). Vide : déduit de l’échéance.',
      text: 'Le fait, en une phrase telle qu’elle sera imprimée. Exemple : nouvelle procédure en place depuis lundi.',
      effect: 'Ce qu’on en attend, pour une action. Exemple : moins de reprises.',
      role: 'Qui s’en occupe : un rôle, jamais un nom de personne. Exemple : responsable de la prestation.',
      due: 'Pour quand. Unité : jour. Exemple : 30/11/2026. Une action passée de date compte comme en retard.',
      state: 'Où cela en est. Choisissez dans la liste.',
      visible: 'oui : la météo l’imprime. non : la ligne reste entre vous. Vide : oui.',
    },
    dateAlert: 'Tapez une vraie date, par exemple 16/11/2026.',
  },
  en: {
    headers: {
      date: 'Date',
      kind: 'Kind',
      horizon: 'Horizon',
      text: 'Text',
      effect: 'Expected effect',
      role: 'Owner (role)',
      due: 'Due date',
      state: 'Status',
      visible: 'Visible to client',
    },
    kinds: {
      highlight: 'highlight',
      team: 'team',
      dissatisfaction: 'dissatisfaction',
      risk: 'risk',
      planned: 'planned activity',
      action: 'action',
      incident: 'major incident',
    },
    horizons: { short: 'short term', medium: 'medium term' },
    states: { todo: 'to do', doing: 'in progress', done: 'done' },
    otherStates: {
      open: 'todo',
      planned: 'todo',
      ongoing: 'doing',
      closed: 'done',
      treated: 'done',
      solved: 'done',
      resolved: 'done',
    },
    title: 'Journal: what happened, what is planned',
    hint: 'One row a fact. The météo takes the rows that the client may see, since the last météo.',
    help: {
      date: 'Day of the fact. Unit: day. Example: 2026-11-16. Blank for what is planned, if it has a due date.',
      kind: 'What it is about. Choose from the list: the météo sorts the rows by it.',
      horizon: 'For a planned activity: short term (15 days) or medium term (3 months). Blank: told from the due date.',
      text: 'The fact, in one sentence as it will be printed. Example: new procedure in place since Monday.',
      effect: 'What is expected of it, for an action. Example: less rework.',
      role: 'Who sees to it: a role, never a person’s name. Example: service manager.',
      due: 'By when. Unit: day. Example: 2026-11-30. An action past its date counts as overdue.',
      state: 'How far it is. Choose from the list.',
      visible: 'yes: the météo prints it. no: the row stays between you. Blank: yes.',
    },
    dateAlert: 'Type a real date, for instance 2026-11-16.',
  },
};
