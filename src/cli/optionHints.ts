import type { Language } from '../core/meteo/content';
import type { ProblemCode } from '../core/problem';

/** What the command line offers about a problem beyond what its sentence says, which the pane says too. */
type OptionHint = Readonly<Record<Language, string>> & {
  /** The options that it names, as the commands declare them: `--date` is a column of one command and a day of another. */
  needs: readonly string[];
};

/** The first hint whose options a command has is the one that it gives. */
const HINTS: Partial<Readonly<Record<ProblemCode, readonly OptionHint[]>>> = {
  'no-measures': [
    {
      needs: ['--measure <name=rule>'],
      fr: 'Ici, --measure NOM=RÈGLE nomme les colonnes à suivre.',
      en: 'Here, --measure NAME=RULE names the columns to track.',
    },
  ],
  'columns-dropped': [
    {
      needs: ['--measure <name=rule>'],
      fr: 'Ici, --measure NOM=RÈGLE redonne leur règle.',
      en: 'Here, --measure NAME=RULE gives their rule again.',
    },
  ],
  'other-dated-table': [
    { needs: ['--sheet <name>'], fr: 'Ici, --sheet FEUILLE le choisit.', en: 'Here, --sheet SHEET chooses it.' },
  ],
  'day-month-swap': [
    {
      needs: ['--dates <answer>'],
      fr: 'Ici, --dates swapped les échange, --dates as-is les garde.',
      en: 'Here, --dates swapped exchanges them, --dates as-is keeps them.',
    },
  ],
  'dates-not-exchanged': [
    { needs: ['--dates <answer>'], fr: 'Ici, --dates as-is les garde.', en: 'Here, --dates as-is keeps them.' },
  ],
  'old-data': [
    {
      needs: ['--date <day>'],
      fr: 'Ici, --date JOUR donne une date d’envoi plus proche des données.',
      en: 'Here, --date DAY gives a day of issue nearer to the data.',
    },
  ],
  'no-dates': [
    {
      needs: ['--date <column>', '--group <column>'],
      fr: 'Ici, --date COLONNE nomme la colonne de dates, et --group COLONNE s’en passe.',
      en: 'Here, --date COLUMN names the column of dates, and --group COLUMN does without.',
    },
    {
      needs: ['--date <column>'],
      fr: 'Ici, --date COLONNE nomme la colonne de dates.',
      en: 'Here, --date COLUMN names the column of dates.',
    },
  ],
};

/** What to type about a problem, as a sentence; null where no option of the command helps, `offered` as it declares them. */
export const optionHint = (code: ProblemCode, language: Language, offered: readonly string[]): string | null =>
  HINTS[code]?.find(({ needs }) => needs.every((option) => offered.includes(option)))?.[language] ?? null;
