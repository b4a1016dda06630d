import type { Language } from '../meteo/content';
import type { ColumnType, DateWriting, DetectedColumn } from './detected';

/** Columns of `tblSources`. */
export type MappingColumn =
  'measure' | 'header' | 'sheet' | 'range' | 'rule' | 'anchor' | 'column' | 'type' | 'unit' | 'decimal' | 'confirmed';

/** Headers of `tblSources`, in the order of its columns. */
export const MAPPING_HEADERS: Record<Language, Record<MappingColumn, string>> = {
  fr: {
    measure: 'Mesure',
    header: 'En-tête retenu',
    sheet: 'Feuille',
    range: 'Tableau ou plage',
    rule: 'Règle',
    anchor: "Nom de l'en-tête",
    column: 'Colonne',
    type: 'Type',
    unit: 'Unité',
    decimal: 'Décimale',
    confirmed: 'Confirmé ?',
  },
  en: {
    measure: 'Measure',
    header: 'Header kept',
    sheet: 'Sheet',
    range: 'Table or range',
    rule: 'Rule',
    anchor: 'Name of the header',
    column: 'Column',
    type: 'Type',
    unit: 'Unit',
    decimal: 'Decimal mark',
    confirmed: 'Confirmed?',
  },
};

export const MAPPING_COLUMNS = Object.keys(MAPPING_HEADERS.fr) as readonly MappingColumn[];

/** What becomes of a column's values, beyond what its type says. */
export type MappingRule = 'date' | 'swapped' | 'sum' | 'last' | 'average' | 'level' | 'where' | 'rate' | 'kept' | 'left-out';

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const MAPPING_RULES: Words<MappingRule> = {
  fr: {
    date: 'date, telle quelle',
    swapped: 'date, jour et mois échangés',
    sum: 'somme',
    last: 'dernière valeur',
    average: 'déjà une moyenne',
    level: 'niveau, jamais additionné',
    where: 'lignes où la valeur est',
    rate: 'taux',
    kept: 'conservée',
    'left-out': 'laissée de côté',
  },
  en: {
    date: 'date, as it is',
    swapped: 'date, day and month exchanged',
    sum: 'sum',
    last: 'last value',
    average: 'already an average',
    level: 'level, never added up',
    where: 'rows where the value is',
    rate: 'rate',
    kept: 'kept',
    'left-out': 'left out',
  },
};

export const TYPE_WORDS: Words<ColumnType> = {
  fr: {
    date: 'date',
    time: 'heure',
    count: 'nombre',
    amount: 'montant',
    duration: 'durée',
    rate: 'taux',
    number: 'valeur',
    category: 'catégorie',
    identifier: 'identifiant',
    person: 'nom de personne',
    text: 'texte',
    empty: 'vide',
  },
  en: {
    date: 'date',
    time: 'time',
    count: 'count',
    amount: 'amount',
    duration: 'duration',
    rate: 'rate',
    number: 'value',
    category: 'category',
    identifier: 'identifier',
    person: 'name of a person',
    text: 'text',
    empty: 'empty',
  },
};

export const DURATION_WORDS: Words<NonNullable<DetectedColumn['duration']>> = {
  fr: { seconds: 'secondes', minutes: 'minutes', hours: 'heures', 'day-fraction': 'fractions de jour' },
  en: { seconds: 'seconds', minutes: 'minutes', hours: 'hours', 'day-fraction': 'fractions of a day' },
};

export const WRITING_WORDS: Words<DateWriting> = {
  fr: {
    real: 'date Excel',
    serial: 'numéro de jour',
    iso: 'aaaa-mm-jj',
    dmy: 'jj/mm/aaaa',
    mdy: 'mm/jj/aaaa',
    compact: 'aaaammjj',
    'iso-week': 'semaine ISO',
    'month-name': 'mois en lettres',
    'year-month': 'aaaa-mm',
    quarter: 'trimestre',
    year: 'année',
  },
  en: {
    real: 'Excel date',
    serial: 'serial number',
    iso: 'yyyy-mm-dd',
    dmy: 'dd/mm/yyyy',
    mdy: 'mm/dd/yyyy',
    compact: 'yyyymmdd',
    'iso-week': 'ISO week',
    'month-name': 'month in letters',
    'year-month': 'yyyy-mm',
    quarter: 'quarter',
    year: 'year',
  },
};

/** The key that a word stands for in either language; null for a word of somebody's own. */
export const keyOf = <Key extends string>(words: Words<Key>, text: string): Key | null => {
  const wanted = text.trim().toLowerCase();
  for (const language of ['fr', 'en'] as const)
    for (const key of Object.keys(words[language]) as Key[]) if (words[language][key].toLowerCase() === wanted) return key;
  return null;
};
