import type { Language } from '../meteo/content';
import type { PeriodKind } from '../period/period';

/** Table of each kind of period; the same in both languages, so that a workbook is found again whatever its language. */
export const PERIOD_TABLES: Record<PeriodKind, string> = {
  day: 'tblJour',
  week: 'tblSemaine',
  month: 'tblMois',
  year: 'tblAnnee',
};

type Words = {
  sheets: Record<PeriodKind, string>;
  titles: Record<PeriodKind, string>;
  key: Record<PeriodKind, string>;
  start: string;
  end: string;
  complete: string;
  yes: string;
  no: string;
  total: string;
  gap: string;
  /** What the gap row says, after the table. */
  gapNote: string;
  source: string;
  sourcesSheet: string;
  readingSheet: string;
  line: string;
  code: string;
};

export const CONSOLIDATION_WORDS: Record<Language, Words> = {
  fr: {
    sheets: { day: 'Jour', week: 'Semaine', month: 'Mois', year: 'Année' },
    titles: {
      day: 'Indicateurs par jour',
      week: 'Indicateurs par semaine ISO',
      month: 'Indicateurs par mois',
      year: 'Indicateurs par année',
    },
    key: { day: 'Jour', week: 'Semaine', month: 'Mois', year: 'Année' },
    start: 'Début',
    end: 'Fin',
    complete: 'Complète ?',
    yes: 'oui',
    no: 'non',
    total: 'Total',
    gap: 'Écart',
    gapNote: 'Écart entre ce total et celui des données datées : 0 quand rien ne manque.',
    source: 'Source',
    sourcesSheet: 'Sources',
    readingSheet: 'Lecture',
    line: 'Ligne',
    code: 'Rang',
  },
  en: {
    sheets: { day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
    titles: {
      day: 'Indicators by day',
      week: 'Indicators by ISO week',
      month: 'Indicators by month',
      year: 'Indicators by year',
    },
    key: { day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
    start: 'Start',
    end: 'End',
    complete: 'Complete?',
    yes: 'yes',
    no: 'no',
    total: 'Total',
    gap: 'Gap',
    gapNote: 'Gap between this total and that of the dated data: 0 when nothing is missing.',
    source: 'Source',
    sourcesSheet: 'Sources',
    readingSheet: 'Reading',
    line: 'Row',
    code: 'Rank',
  },
};
