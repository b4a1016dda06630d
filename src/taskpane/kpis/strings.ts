import type { Language } from '../../core/meteo/content';
import { plural, typeset } from '../../core/words/typography';

/** Every text of the page of KPIs and of a KPI's form. */
export type KpiStrings = {
  loading: string;
  /** How many there are, and what is left to confirm, or else how many of them are key. */
  title: (count: number, unconfirmed: number, keys: number) => string;
  none: string;
  caption: string;
  keys: (count: number) => string;
  others: (count: number) => string;
  alert: Record<'higher' | 'lower', (limit: string) => string>;
  range: (low: string, high: string) => string;
  tracked: string;
  proposed: string;
  internal: string;
  add: string;
  /** A form was begun at an hour and not saved. */
  draft: (hour: string) => string;
  keep: (count: number) => string;
  keepNote: string;
  keeping: string;
  confirm: (count: number) => string;
  confirmNote: string;
  confirming: string;
  confirmed: string;
  /** Before the first consolidation, where there is nothing to colour. */
  consolidate: string;
  consolidateNote: string;
  colour: string;
  colourShort: string;
  colourAgain: string;
  colourNote: string;
  colouring: string;
  coloured: (sheets: number) => string;
  meteo: string;
  tryAgain: string;
  adding: string;
  fields: {
    label: string;
    calculation: string;
    numerator: string;
    numeratorHint: (columns: string) => string;
    denominator: string;
    unit: string;
    direction: string;
    green: string;
    amber: string;
    greenHigh: string;
    amberHigh: string;
    percentHint: string;
    validFrom: string;
    validFromHint: string;
    key: string;
    internal: string;
    number: string;
    date: string;
  };
  ratioNote: string;
  save: string;
  cancel: string;
  running: string;
  saved: (label: string) => string;
  fix: (count: number) => string;
  note: string;
  back: string;
  backToList: string;
};

const fr: KpiStrings = {
  loading: 'Lecture du dictionnaire…',
  title: (count, unconfirmed, keys) => {
    const kpis = `${String(count)} ${plural(count, 'indicateur', 'indicateurs', 'fr')}`;
    if (unconfirmed > 0) return `${kpis}, ${String(unconfirmed)} ${plural(unconfirmed, 'seuil', 'seuils', 'fr')} à confirmer`;
    return keys === 0 ? `${kpis}, aucun n’est clé` : `${kpis}, dont ${String(keys)} ${plural(keys, 'clé', 'clés', 'fr')}`;
  },
  none: 'Aucun indicateur calculable',
  caption: 'Leurs seuils se règlent ici ou dans la feuille Dictionnaire.',
  keys: (count) => typeset(`Clés : ils font la météo (${String(count)})`, 'fr'),
  others: (count) => `Autres (${String(count)})`,
  alert: {
    higher: (limit) => typeset(`alerte < ${limit}`, 'fr'),
    lower: (limit) => typeset(`alerte > ${limit}`, 'fr'),
  },
  range: (low, high) => `de ${low} à ${high}`,
  tracked: 'suivi sans objectif',
  proposed: 'Seuil proposé, à confirmer',
  internal: 'interne',
  draft: (hour) => `Brouillon de ${hour} gardé`,
  add: 'Ajouter un indicateur',
  keep: (count) => (count === 1 ? 'Retenir cet indicateur' : `Retenir ces ${String(count)} indicateurs`),
  keepNote: 'Étape 2 sur 4. Écrit la feuille Dictionnaire, où tout se change ensuite.',
  keeping: 'Écriture du dictionnaire',
  confirm: (count) => (count === 1 ? 'Confirmer le seuil' : `Confirmer les ${String(count)} seuils`),
  confirmNote: '«\u202fProposé\u202f» s’affiche tant que le client n’a pas confirmé.',
  confirming: 'Confirmation des seuils',
  confirmed: 'Seuils confirmés dans le dictionnaire',
  consolidate: 'Consolider mes données',
  consolidateNote: 'Indicateurs retenus. Reste l’étape 3 sur 4\u00a0: consolider.',
  colour: 'Colorer les seuils dans les feuilles',
  colourShort: 'Colorer les feuilles',
  colourAgain: 'Recolorer',
  colourNote: 'Couleurs et symboles suivent le dictionnaire, même sans le complément.',
  colouring: 'Mise en couleur des seuils',
  coloured: (sheets) => `Seuils en couleur sur ${String(sheets)} ${plural(sheets, 'feuille', 'feuilles', 'fr')}`,
  meteo: 'Préparer la météo',
  tryAgain: 'Réessayer',
  adding: 'Nouvel indicateur',
  fields: {
    label: 'Nom',
    calculation: 'Calcul',
    numerator: 'Numérateur',
    numeratorHint: (columns) => typeset(`Une colonne, ou une expression : ${columns}`, 'fr'),
    denominator: 'Dénominateur',
    unit: 'Unité',
    direction: 'Mieux quand c’est',
    green: 'Conforme à partir de',
    amber: 'Alerte au-dessous de',
    greenHigh: 'Conforme jusqu’à',
    amberHigh: 'Alerte au-dessus de',
    percentHint: 'En\u202f%',
    validFrom: 'Valable à partir du',
    validFromHint: 'jj/mm/aaaa. Le passé garde l’ancien calcul.',
    key: 'Clé\u00a0: compte pour la météo',
    internal: 'Interne\u00a0: jamais dans la copie du client',
    number: 'Écrivez un nombre.',
    date: 'Écrivez une date jj/mm/aaaa.',
  },
  ratioNote: 'Calculé en Σ ÷ Σ sur la période, jamais en moyenne de pourcentages.',
  save: 'Enregistrer',
  cancel: 'Annuler',
  running: 'Écriture du dictionnaire',
  saved: (label) => `«\u202f${label}\u202f» est dans le dictionnaire`,
  fix: (count) => `${String(count)} ${plural(count, 'champ à corriger', 'champs à corriger', 'fr')}.`,
  note: 'Écrit une ligne dans la feuille Dictionnaire.',
  back: 'Retour\u00a0: Données',
  backToList: 'Retour\u00a0: Indicateurs',
};

const en: KpiStrings = {
  loading: 'Reading the dictionary…',
  title: (count, unconfirmed, keys) => {
    const kpis = `${String(count)} ${plural(count, 'KPI', 'KPIs', 'en')}`;
    if (unconfirmed > 0)
      return `${kpis}, ${String(unconfirmed)} ${plural(unconfirmed, 'threshold', 'thresholds', 'en')} to confirm`;
    return keys === 0 ? `${kpis}, none key` : `${kpis}, ${String(keys)} of them key`;
  },
  none: 'No KPI can be computed',
  caption: 'Set their thresholds here or in the Dictionary sheet.',
  keys: (count) => `Key: they decide the météo (${String(count)})`,
  others: (count) => `Others (${String(count)})`,
  alert: { higher: (limit) => `alert < ${limit}`, lower: (limit) => `alert > ${limit}` },
  range: (low, high) => `from ${low} to ${high}`,
  tracked: 'tracked, no target',
  proposed: 'Suggested threshold, to confirm',
  internal: 'internal',
  draft: (hour) => `Draft from ${hour} kept`,
  add: 'Add a KPI',
  keep: (count) => (count === 1 ? 'Keep this KPI' : `Keep these ${String(count)} KPIs`),
  keepNote: 'Step 2 of 4. Writes the Dictionary sheet, where everything can be changed later.',
  keeping: 'Writing the dictionary…',
  confirm: (count) => (count === 1 ? 'Confirm the threshold' : `Confirm the ${String(count)} thresholds`),
  confirmNote: '“Suggested” is printed until the client has confirmed.',
  confirming: 'Confirming the thresholds…',
  confirmed: 'Thresholds confirmed in the dictionary',
  consolidate: 'Consolidate my data',
  consolidateNote: 'KPIs kept. Next is step 3 of 4: consolidate.',
  colour: 'Colour the thresholds in the sheets',
  colourShort: 'Colour the sheets',
  colourAgain: 'Colour again',
  colourNote: 'Colours follow the dictionary, even without the add-in.',
  colouring: 'Colouring the thresholds…',
  coloured: (sheets) => `Thresholds coloured on ${String(sheets)} ${plural(sheets, 'sheet', 'sheets', 'en')}`,
  meteo: 'Prepare the météo',
  tryAgain: 'Try again',
  adding: 'New KPI',
  fields: {
    label: 'Name',
    calculation: 'Calculation',
    numerator: 'Numerator',
    numeratorHint: (columns) => `A column, or an expression such as ${columns}`,
    denominator: 'Denominator',
    unit: 'Unit',
    direction: 'Better when',
    green: 'On target from',
    amber: 'Alert below',
    greenHigh: 'On target up to',
    amberHigh: 'Alert above',
    percentHint: 'In %',
    validFrom: 'Valid from',
    validFromHint: 'dd/mm/yyyy. Days before it keep the previous calculation.',
    key: 'Key: decides the météo',
    internal: 'Internal: never in the client’s copy',
    number: 'Write a number.',
    date: 'Write a date, dd/mm/yyyy.',
  },
  ratioNote: 'Computed as Σ ÷ Σ over the period, never as an average of percentages.',
  save: 'Save',
  cancel: 'Cancel',
  running: 'Writing the dictionary',
  saved: (label) => `“${label}” is in the dictionary`,
  fix: (count) => `${String(count)} ${plural(count, 'field to correct', 'fields to correct', 'en')}.`,
  note: 'Writes one row in the Dictionary sheet.',
  back: 'Back: Data',
  backToList: 'Back: KPIs',
};

export const kpiStrings: Readonly<Record<Language, KpiStrings>> = { fr, en };
