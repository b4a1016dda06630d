import type { Language } from '../core/meteo/content';
import type { ProblemCode } from '../core/problem';

/** What the command line offers about a problem beyond what its sentence says, which the pane says too. */
type OptionHint = Readonly<Record<Language, string>>;

const HINTS: Partial<Readonly<Record<ProblemCode, OptionHint>>> = {
  'no-measures': {
    fr: 'Ici, --measure NOM=RÈGLE nomme les colonnes à suivre.',
    en: 'Here, --measure NAME=RULE names the columns to track.',
  },
  'columns-dropped': {
    fr: 'Ici, --measure NOM=RÈGLE redonne leur règle.',
    en: 'Here, --measure NAME=RULE gives their rule again.',
  },
  'other-dated-table': { fr: 'Ici, --sheet FEUILLE le choisit.', en: 'Here, --sheet SHEET chooses it.' },
  'day-month-swap': {
    fr: 'Ici, --dates swapped les échange, --dates as-is les garde.',
    en: 'Here, --dates swapped exchanges them, --dates as-is keeps them.',
  },
  'dates-not-exchanged': { fr: 'Ici, --dates as-is les garde.', en: 'Here, --dates as-is keeps them.' },
  'old-data': {
    fr: 'Ici, --date JOUR donne une date d’envoi plus proche des données.',
    en: 'Here, --date DAY gives a day of issue nearer to the data.',
  },
  'no-dates': {
    fr: 'Ici, --date COLONNE nomme la colonne de dates, et --group COLONNE s’en passe.',
    en: 'Here, --date COLUMN names the column of dates, and --group COLUMN does without.',
  },
};

/** What to type about a problem, as a sentence; null where no option helps. */
export const optionHint = (code: ProblemCode, language: Language): string | null => HINTS[code]?.[language] ?? null;
