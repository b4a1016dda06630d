import type { ColumnReason, DetectedColumn, TableReason } from '../detect/detected';
import type { Language } from '../meteo/content';
import { formatDate } from './dates';
import { formatNumber, formatPercent, formatTime } from './numbers';
import { typeset } from './typography';

const columnReasons: Readonly<Record<Language, Readonly<Record<ColumnReason, string>>>> = {
  fr: {
    'date-format': 'dates réelles',
    'plausible-serials': 'nombres qui se lisent comme des dates',
    'text-dates': 'dates écrites en texte',
    'time-format': 'format horaire',
    'percent-format': 'format en pourcentage',
    'part-of-date': 'partie de la date',
    header: 'en-tête connu',
    parts: 'quotient de deux autres colonnes',
    score: 'en-tête de note',
    unique: 'une valeur différente par ligne',
    'whole-numbers': 'nombres entiers',
    numbers: 'nombres',
    'few-values': 'peu de valeurs différentes',
    text: 'texte libre',
    empty: 'vide',
    confirmed: 'confirmé',
    'left-out': 'laissé de côté',
  },
  en: {
    'date-format': 'real dates',
    'plausible-serials': 'numbers that read as dates',
    'text-dates': 'dates written as text',
    'time-format': 'time format',
    'percent-format': 'percentage format',
    'part-of-date': 'part of the date',
    header: 'known header',
    parts: 'quotient of two other columns',
    score: 'header of a score',
    unique: 'another value in each row',
    'whole-numbers': 'whole numbers',
    numbers: 'numbers',
    'few-values': 'few different values',
    text: 'free text',
    empty: 'empty',
    confirmed: 'confirmed',
    'left-out': 'left out',
  },
};

const tableReasons: Readonly<Record<Language, Readonly<Record<TableReason, string>>>> = {
  fr: {
    'one-row-a-date': 'une ligne par date',
    'one-row-a-week': 'une ligne par semaine',
    'one-row-a-month': 'une ligne par mois',
    'one-row-a-quarter': 'une ligne par trimestre',
    'one-row-a-year': 'une ligne par année',
    'several-rows-a-date-with-counts': 'plusieurs lignes par date, avec des comptes à additionner',
    'several-rows-a-date-mostly-words': 'plusieurs lignes par date, surtout du texte',
    'identifier-and-several-rows-a-date': 'un identifiant par ligne, plusieurs lignes par date',
    'identifier-and-words': 'un identifiant par ligne',
    'several-dates-a-row': 'plusieurs dates par ligne, comme un début et une fin',
    'dates-across': 'les dates se suivent dans les colonnes',
    'no-date': 'aucune date',
    duplicate: 'copie d’une feuille visible',
  },
  en: {
    'one-row-a-date': 'one row per date',
    'one-row-a-week': 'one row per week',
    'one-row-a-month': 'one row per month',
    'one-row-a-quarter': 'one row per quarter',
    'one-row-a-year': 'one row per year',
    'several-rows-a-date-with-counts': 'several rows per date, with counts to add up',
    'several-rows-a-date-mostly-words': 'several rows per date, mostly text',
    'identifier-and-several-rows-a-date': 'an identifier per row, several rows per date',
    'identifier-and-words': 'an identifier per row',
    'several-dates-a-row': 'several dates per row, such as a start and an end',
    'dates-across': 'dates run across the columns',
    'no-date': 'no date',
    duplicate: 'copy of a visible sheet',
  },
};

/** Why a column is taken for what it is: `dates réelles`. */
export const columnReasonText = ({ reason }: Pick<DetectedColumn, 'reason'>, language: Language): string =>
  columnReasons[language][reason];

/** Why a table is of its kind: `une ligne par date`. */
export const tableReasonText = (reason: TableReason, language: Language): string => tableReasons[language][reason];

/** A sample value as a reader writes it: a date column's 45621 is `25/11/2024`, a rate's 0.924 is `92,4 %`. */
export const sampleText = ({ sample, type }: Pick<DetectedColumn, 'sample' | 'type'>, language: Language): string => {
  const value = Number(sample);
  if (sample.trim() === '' || Number.isNaN(value)) return sample;
  if (type === 'date' && value >= 1) return formatDate(Math.floor(value), language);
  if (type === 'time') return formatTime(value, language);
  if (type === 'rate' && Math.abs(value) <= 1) return typeset(formatPercent(value, language, 1), language);
  return Number.isInteger(value) ? formatNumber(value, language) : formatNumber(value, language, 2);
};
