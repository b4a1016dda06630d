import type { Language } from '../meteo/content';
import type { ValidationDraft, ValidationRule } from '../sheet/draft';
import { vocabulary } from '../words/vocabulary';
import {
  CALCULATION_WORDS,
  DICTIONARY_COLUMNS,
  DICTIONARY_HEADERS,
  DIRECTION_WORDS,
  UNIT_WORDS,
  type Calculation,
  type DictionaryColumn,
} from './dictionary-words';

/** What each column of the dictionary is for, shown beside the selected cell: 255 characters at most. */
const HELP: Record<Language, Record<DictionaryColumn, string>> = {
  fr: {
    id: 'Un mot qui ne change jamais : les couleurs et l’historique retrouvent l’indicateur par lui. Deux lignes du même identifiant sont deux versions.',
    label: 'Le nom imprimé sur la météo et en tête des colonnes consolidées.',
    unit: 'Unité de la valeur. Un taux est une fraction : 80 % se tape 80 % ou 0,8. Un montant est dans la devise de sa colonne, sinon dans celle tapée ici : €, k€, CHF.',
    direction: 'Ce qui est bien : plus haut, plus bas, dans une fourchette. « suivi » : sans objectif.',
    aggregation:
      'Comment les jours font la semaine, le mois et l’année. Un taux est un rapport : somme du numérateur sur somme du dénominateur, jamais une moyenne de pourcentages.',
    numerator:
      'Une colonne, ou un calcul sur des colonnes : [Appels reçus] - [Abandonnés], 60*[Durée (min)], [Prix]*[Quantité], nombre de lignes, [Répondu] = "Oui".',
    denominator: 'Ce par quoi diviser (rapport), ou ce qui pondère (moyenne pondérée). Vide pour les autres calculs.',
    objective: 'Ce qui est promis au client, dans l’unité de l’indicateur. Vide : le seuil vert en tient lieu.',
    green: 'Conforme à partir d’ici (plus haut) ou jusqu’ici (plus bas) ; bas de la fourchette sinon.',
    greenHigh: 'Haut de la fourchette conforme. Seulement pour un sens « fourchette ».',
    amber: 'Au-delà, c’est une alerte ; entre les deux seuils, vigilance.',
    amberHigh: 'Haut de la fourchette de vigilance. Seulement pour un sens « fourchette ».',
    key: 'Un indicateur clé fait la météo. Trois à sept suffisent.',
    internal: 'Un indicateur interne (marge, coût, taux interne) n’est ni sur la météo ni dans les feuilles consolidées.',
    confirmed: 'Des seuils non confirmés sont des propositions : la météo les dit visés, pas promis.',
    owner: 'Le rôle qui répond de cet indicateur. Pas de nom de personne.',
    serves: 'L’objectif métier du client que cet indicateur sert.',
    validFrom:
      'Premier jour de cette définition. Pour en changer, ajoutez une ligne datée du même identifiant : le passé garde l’ancienne.',
    version: 'Numéro de la définition, 1 pour la première.',
  },
  en: {
    id: 'A word that never changes: colours and history find the KPI by it. Two rows with one id are two versions.',
    label: 'The name printed on the météo and above the consolidated columns.',
    unit: 'Unit of the value. A rate is a fraction: type 80% or 0.8. An amount is in its column’s currency, else in the one typed here: €, k€, CHF.',
    direction: 'What is good: higher, lower, within a range. “tracked”: without objective.',
    aggregation:
      'How days make the week, the month and the year. A rate is a ratio: sum of the numerator over sum of the denominator, never a mean of percentages.',
    numerator:
      'A column, or a calculation over columns: [Calls offered] - [Abandoned], 60*[Duration (min)], [Price]*[Quantity], number of rows, [Answered] = "Yes".',
    denominator: 'What to divide by (ratio), or what weighs (weighted mean). Empty for the other calculations.',
    objective: 'What the client was promised, in the KPI’s unit. Empty: the green threshold stands for it.',
    green: 'On target from here on (higher) or up to here (lower); else the low end of the range.',
    greenHigh: 'High end of the range on target. Only for the direction “range”.',
    amber: 'Beyond it is an alert; between the two thresholds, watch.',
    amberHigh: 'High end of the range to watch. Only for the direction “range”.',
    key: 'Key KPIs make the météo. Three to seven are enough.',
    internal: 'An internal KPI (margin, cost, internal rate) is neither on the météo nor in the consolidated sheets.',
    confirmed: 'Thresholds not confirmed are proposals: the météo calls them aimed for, not promised.',
    owner: 'The role that answers for this KPI. No person’s name.',
    serves: 'The client’s business objective that this KPI serves.',
    validFrom: 'First day of this definition. To change it, add a dated row with the same id: the past keeps the old one.',
    version: 'Number of the definition, 1 for the first.',
  },
};

const REFUSED: Record<Language, { title: string; message: string }> = {
  fr: { title: 'Choix inconnu', message: 'Choisissez un mot de la liste : un autre ne serait pas compris.' },
  en: { title: 'Unknown choice', message: 'Choose a word of the list: another would not be understood.' },
};

/** The calculations offered to a person; older dictionaries may hold more. */
const OFFERED: readonly Calculation[] = [
  'sum',
  'ratio',
  'weightedMean',
  'last',
  'min',
  'max',
  'distinct',
  'count',
  'countWhere',
  'mean',
];

/** Currencies offered with the units; any other may be typed. */
const USUAL_CURRENCIES = ['€', 'k€', '$', '£', 'CHF'];

const EARLIEST_DAY = 36_526; // 01/01/2000

const ruleOf = (column: DictionaryColumn, language: Language): ValidationRule => {
  const { yes, no } = vocabulary(language);
  switch (column) {
    case 'unit':
      return { list: [...Object.values(UNIT_WORDS[language]), ...USUAL_CURRENCIES].join(',') };
    case 'direction':
      return { list: Object.values(DIRECTION_WORDS[language]).join(',') };
    case 'aggregation':
      return { list: OFFERED.map((calculation) => CALCULATION_WORDS[language][calculation]).join(',') };
    case 'key':
    case 'internal':
    case 'confirmed':
      return { list: `${yes},${no}` };
    case 'validFrom':
      return { date: { from: EARLIEST_DAY } };
    case 'version':
      return { whole: { minimum: 1 } };
    default:
      return { any: true };
  }
};

/**
 * What the dictionary's cells accept, and the help beside each while it is selected. `first` is the sheet row of the first
 * KPI, `column` the sheet column of the table's first.
 */
export const dictionaryValidations = (
  first: number,
  rows: number,
  language: Language,
  columns: readonly (DictionaryColumn | null)[] = DICTIONARY_COLUMNS,
  column = 0,
): readonly ValidationDraft[] =>
  columns.flatMap((id, index): ValidationDraft[] => {
    if (id === null) return [];
    const rule = ruleOf(id, language);
    return [
      {
        area: { row: first, column: column + index, rows, columns: 1 },
        rule,
        prompt: { title: DICTIONARY_HEADERS[language][id], message: HELP[language][id] },
        ...('list' in rule && { alert: { style: id === 'unit' ? 'warning' : 'stop', ...REFUSED[language] } }),
      },
    ];
  });
