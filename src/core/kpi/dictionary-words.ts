import type { Language } from '../meteo/content';
import type { Direction, Unit } from './kpi';

export type DictionaryColumn =
  | 'id'
  | 'label'
  | 'unit'
  | 'direction'
  | 'aggregation'
  | 'numerator'
  | 'denominator'
  | 'objective'
  | 'green'
  | 'greenHigh'
  | 'amber'
  | 'amberHigh'
  | 'key'
  | 'internal'
  | 'confirmed'
  | 'owner'
  | 'serves'
  | 'validFrom'
  | 'version';

/** Headers of `tblKpi`, in the order of its columns. */
export const DICTIONARY_HEADERS: Record<Language, Record<DictionaryColumn, string>> = {
  fr: {
    id: 'Identifiant',
    label: 'Indicateur',
    unit: 'Unité',
    direction: 'Sens',
    aggregation: 'Calcul',
    numerator: 'Numérateur',
    denominator: 'Dénominateur',
    objective: 'Objectif',
    green: 'Seuil vert',
    greenHigh: 'Seuil vert haut',
    amber: 'Seuil orange',
    amberHigh: 'Seuil orange haut',
    key: 'Clé ?',
    internal: 'Interne ?',
    confirmed: 'Seuils confirmés ?',
    owner: 'Responsable',
    serves: 'Objectif métier servi',
    validFrom: 'Valable à partir du',
    version: 'Version',
  },
  en: {
    id: 'Id',
    label: 'KPI',
    unit: 'Unit',
    direction: 'Direction',
    aggregation: 'Calculation',
    numerator: 'Numerator',
    denominator: 'Denominator',
    objective: 'Objective',
    green: 'Green threshold',
    greenHigh: 'Green threshold, high',
    amber: 'Amber threshold',
    amberHigh: 'Amber threshold, high',
    key: 'Key?',
    internal: 'Internal?',
    confirmed: 'Thresholds confirmed?',
    owner: 'Owner',
    serves: 'Business objective served',
    validFrom: 'Valid from',
    version: 'Version',
  },
};

/** Table of the dictionary, in every language. */
export const DICTIONARY_TABLE = 'tblKpi';

/** The dictionary's columns, in the order in which a new one has them. */
export const DICTIONARY_COLUMNS = Object.keys(DICTIONARY_HEADERS.fr) as readonly DictionaryColumn[];

/** 0-based column of a new dictionary's sheet: `dictionaryColumn('green')` is 8. */
export const dictionaryColumn = (column: DictionaryColumn): number => DICTIONARY_COLUMNS.indexOf(column);

export const UNIT_WORDS: Record<Language, Record<Unit, string>> = {
  fr: {
    count: 'nombre',
    percent: '%',
    minutes: 'minutes',
    seconds: 'secondes',
    hours: 'heures',
    days: 'jours',
    currency: 'montant',
    score: 'note',
    index: 'indice',
    number: 'valeur',
  },
  en: {
    count: 'count',
    percent: '%',
    minutes: 'minutes',
    seconds: 'seconds',
    hours: 'hours',
    days: 'days',
    currency: 'amount',
    score: 'score',
    index: 'index',
    number: 'value',
  },
};

export const DIRECTION_WORDS: Record<Language, Record<Direction, string>> = {
  fr: { higher: 'plus haut', lower: 'plus bas', range: 'fourchette', neutral: 'suivi' },
  en: { higher: 'higher', lower: 'lower', range: 'range', neutral: 'tracked' },
};

/** How a KPI's figure of a period comes out of its days: what the column `Calcul` says. */
export type Calculation =
  'sum' | 'ratio' | 'weightedMean' | 'last' | 'min' | 'max' | 'distinct' | 'count' | 'countWhere' | 'mean' | 'combination';

/** `combination` is what older dictionaries say of a sum of several columns; it reads as `sum`. */
export const CALCULATION_WORDS: Record<Language, Record<Calculation, string>> = {
  fr: {
    sum: 'somme',
    count: 'nombre de lignes',
    countWhere: 'lignes où',
    distinct: 'distincts',
    mean: 'moyenne des lignes',
    weightedMean: 'moyenne pondérée',
    last: 'dernière valeur',
    min: 'minimum',
    max: 'maximum',
    ratio: 'rapport',
    combination: 'somme composée',
  },
  en: {
    sum: 'sum',
    count: 'number of rows',
    countWhere: 'rows where',
    distinct: 'distinct',
    mean: 'mean of rows',
    weightedMean: 'weighted mean',
    last: 'last value',
    min: 'minimum',
    max: 'maximum',
    ratio: 'ratio',
    combination: 'composed sum',
  },
};

/** The key whose word, in either language, a cell holds: `plus haut` and `higher` are both `higher`. */
export const keyOfWord = <Key extends string>(words: Record<Language, Record<Key, string>>, text: string): Key | null => {
  const wanted = text.trim().toLowerCase();
  for (const language of ['fr', 'en'] as const)
    for (const [key, word] of Object.entries<string>(words[language])) if (word === wanted) return key as Key;
  return null;
};
