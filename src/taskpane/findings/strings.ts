import type { Language } from '../../core/meteo/content';
import { plural } from '../../core/words/typography';

/** Every text of the page of findings. */
export type FindingStrings = {
  loading: string;
  title: (count: number) => string;
  none: string;
  caption: string;
  shown: string;
  exact: string;
  formula: string;
  neighbours: (count: number) => string;
  select: string;
  beside: (cell: string) => string;
  ignore: string;
  ignoreThis: (title: string, cell: string) => string;
  written: (cell: string) => string;
  more: (count: number) => string;
  note: string;
  again: string;
  back: string;
};

const fr: FindingStrings = {
  loading: 'Relecture des formules…',
  title: (count) => `${String(count)} ${plural(count, 'calcul à revoir', 'calculs à revoir', 'fr')}`,
  none: 'Aucun calcul douteux',
  caption: 'Vos formules, vos totaux et vos tableaux croisés ont été relus. Rien n’est modifié.',
  shown: 'Affiché',
  exact: 'Exact',
  formula: 'Formule proposée\u00a0:',
  neighbours: (count) => (count === 1 ? 'et 1 cellule voisine' : `et ${String(count)} cellules voisines`),
  select: 'Sélectionner dans Excel',
  beside: (cell) => `Écrire à côté, en ${cell}`,
  ignore: 'Ignorer',
  ignoreThis: (title, cell) => `Ignorer${'\u00a0'}: ${title}, ${cell}`,
  written: (cell) => `Écrit en ${cell}`,
  more: (count) => (count === 1 ? 'Voir l’autre' : `Voir les ${String(count)} autres`),
  note: 'La formule est écrite à côté, jamais à la place de la vôtre.',
  again: 'Relire les formules',
  back: 'Retour\u00a0: Données',
};

const en: FindingStrings = {
  loading: 'Reading the formulas…',
  title: (count) => `${String(count)} ${plural(count, 'calculation to review', 'calculations to review', 'en')}`,
  none: 'No doubtful calculation',
  caption: 'Your formulas, totals and PivotTables have been read. Nothing is changed.',
  shown: 'Shown',
  exact: 'Exact',
  formula: 'Proposed formula',
  neighbours: (count) => (count === 1 ? 'and 1 neighbouring cell' : `and ${String(count)} neighbouring cells`),
  select: 'Select in Excel',
  beside: (cell) => `Write it beside, in ${cell}`,
  ignore: 'Ignore',
  ignoreThis: (title, cell) => `Ignore: ${title}, ${cell}`,
  written: (cell) => `Written in ${cell}`,
  more: (count) => `See ${String(count)} more`,
  note: 'The formula is written beside yours, never in its place.',
  again: 'Read the formulas again',
  back: 'Back: Data',
};

export const findingStrings: Readonly<Record<Language, FindingStrings>> = { fr, en };
