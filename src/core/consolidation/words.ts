import type { Language } from '../meteo/content';
import type { PeriodKind } from '../period/period';
import type { Rule } from './rule';

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
  /** Columns that say at which rows of the source a period begins and ends. */
  rows: { first: string; last: string };
  /** What the check of the source's order says when it is right. */
  inOrder: string;
  /** And when it is not: the number of dates out of order stands between the two. */
  disorder: readonly [string, string];
  yes: string;
  no: string;
  total: string;
  gap: string;
  /** Over the cells that the charts stand on. */
  chartCells: string;
  /** Beside what leads to a figure's definition. */
  definition: string;
  /** How a figure is made, in a word or two, above its header. */
  made: Record<Rule['kind'], string>;
  /** What the gap row says, after the table. */
  gapNote: string;
  /** Before the name of the source, punctuation included. */
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
    rows: { first: 'Première ligne', last: 'Dernière ligne' },
    inOrder: 'Dates de la source dans l’ordre : oui',
    disorder: [
      'Chiffres faux : ',
      ' date(s) de la source ne sont plus dans l’ordre. Triez la source par date ou relancez la consolidation.',
    ],
    yes: 'oui',
    no: 'non',
    total: 'Total',
    gap: 'Écart',
    chartCells: 'Données des courbes\u00a0: les dernières périodes complètes',
    definition: 'Voir la définition',
    made: {
      sum: 'somme',
      count: 'nombre',
      countWhere: 'nombre',
      distinct: 'distincts',
      mean: 'moyenne',
      weightedMean: 'moyenne pondérée',
      last: 'dernier',
      min: 'minimum',
      max: 'maximum',
      ratio: 'Σ ÷ Σ',
      combination: 'calcul',
      product: 'somme',
      atLast: 'au dernier jour',
    },
    gapNote:
      'Écart entre ce total et celui de toutes les lignes datées de la source : 0 quand rien ne manque, quelle que soit la période.',
    source: 'Source\u00a0: ',
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
    rows: { first: 'First row', last: 'Last row' },
    inOrder: 'Dates of the source in order: yes',
    disorder: [
      'Wrong figures: ',
      ' date(s) of the source are no longer in order. Sort the source by date or run the consolidation again.',
    ],
    yes: 'yes',
    no: 'no',
    total: 'Total',
    gap: 'Gap',
    chartCells: 'Data of the charts: the last complete periods',
    definition: 'See the definition',
    made: {
      sum: 'sum',
      count: 'count',
      countWhere: 'count',
      distinct: 'distinct',
      mean: 'mean',
      weightedMean: 'weighted mean',
      last: 'last',
      min: 'minimum',
      max: 'maximum',
      ratio: 'Σ ÷ Σ',
      combination: 'computed',
      product: 'sum',
      atLast: 'on the last day',
    },
    gapNote: 'Gap between this total and that of all dated rows of the source: 0 when nothing is missing, whatever the period.',
    source: 'Source: ',
    sourcesSheet: 'Sources',
    readingSheet: 'Reading',
    line: 'Row',
    code: 'Rank',
  },
};
