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
  lists: string;
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
    lists: 'Choix possibles',
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
    lists: 'Possible choices',
  },
};
