import type { Language } from '../../core/meteo/content';
import type { Progress } from '../../core/sheet/run';

export type RunStrings = {
  /** Sheets read or written so far, or that it is being computed; null where their number is not known yet. */
  progress: (progress: Progress) => string | null;
  editing: string;
  slow: Readonly<Record<Exclude<Progress['doing'], 'computing'>, string>>;
  silent: { title: string; body: string };
  cancel: string;
  abandon: string;
  reconnect: string;
  reconnecting: string;
  copyTexts: string;
  undo: string;
  undoing: string;
  undone: string;
  /** What was written cannot be undone exactly from the pane. */
  noUndo: string;
  /** Why nothing can be written, and what to do. */
  readOnly: string;
  /** The keys of the main action. */
  mainKeys: string;
};

export const runStrings: Readonly<Record<Language, RunStrings>> = {
  fr: {
    progress: ({ doing, done, total }) =>
      doing === 'computing' ? 'calcul' : total === 0 ? null : `${String(done)} sur ${String(total)}`,
    editing: 'Excel attend la fin de votre saisie… Validez avec Entrée ou quittez avec Échap.',
    slow: { reading: 'Excel est lent, la lecture continue.', writing: 'Excel est lent, l’écriture continue.' },
    silent: {
      title: 'Excel ne répond plus depuis 30\u00a0s.',
      body: 'Vos textes sont gardés dans ce volet. Si le classeur est fermé, rouvrez-le, puis reconnectez.',
    },
    cancel: 'Annuler',
    abandon: 'Abandonner',
    reconnect: 'Reconnecter',
    reconnecting: 'Reconnexion à Excel',
    copyTexts: 'Copier mes textes',
    undo: 'Annuler',
    undoing: 'Annulation en cours',
    undone: 'Annulé\u00a0: le classeur est comme avant.',
    noUndo:
      'Cette écriture ne s’annule pas d’ici. Pour revenir en arrière\u00a0: Fichier\u202f›\u202fInformations\u202f›\u202fHistorique des versions.',
    readOnly:
      'Classeur en lecture seule\u00a0: tout se consulte, rien ne s’écrit. Pour écrire\u00a0: Fichier\u202f›\u202fEnregistrer une copie.',
    mainKeys: 'Ctrl + Entrée',
  },
  en: {
    progress: ({ doing, done, total }) =>
      doing === 'computing' ? 'computing' : total === 0 ? null : `${String(done)} of ${String(total)}`,
    editing: 'Excel is waiting for your entry… Press Enter or Esc.',
    slow: { reading: 'Excel is slow, still reading.', writing: 'Excel is slow, still writing.' },
    silent: {
      title: 'Excel has not answered for 30\u00a0s.',
      body: 'Your texts are kept in this pane. If the workbook is closed, reopen it, then reconnect.',
    },
    cancel: 'Cancel',
    abandon: 'Stop waiting',
    reconnect: 'Reconnect',
    reconnecting: 'Reconnecting to Excel…',
    copyTexts: 'Copy my texts',
    undo: 'Undo',
    undoing: 'Undoing…',
    undone: 'Undone: the workbook is as before.',
    noUndo: 'This cannot be undone from here. To go back: File › Info › Version History.',
    readOnly: 'Read-only workbook: you can read everything, nothing is written. To write: File › Save a Copy.',
    mainKeys: 'Ctrl + Enter',
  },
};
