import type { FlashCode, ProblemTexts } from './problem-text';
import { quoted } from './typography';

/** Sentences on flash points. */

type FlashTexts = Pick<ProblemTexts, FlashCode>;

const qf = (name: string): string => quoted(name, 'fr');
const qe = (name: string): string => quoted(name, 'en');
const ofSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` de la feuille ${quoted(sheet, 'fr')}`);
const onSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` on sheet ${quoted(sheet, 'en')}`);

export const frenchFlash: FlashTexts = {
  'flash-no-counts': (_, { sheet }) => ({
    title: 'Pas de point flash pour ce tableau.',
    body: `Un point flash compte des appels reçus, traités et traités sous le seuil, des contacts et des ventes, ou des tickets créés et résolus : le tableau${ofSheet(sheet)} ne les donne pas. Confirmez ses colonnes, ou partez d’un modèle.`,
  }),
  'flash-totals': (_, { sheet }) => ({
    title: 'Total sous les points : rien n’a été ajouté.',
    body: `Une nouvelle ligne${ofSheet(sheet)} viendrait sous le total. Retirez-le (Création de tableau › Ligne Total), puis recommencez.`,
  }),
  'flash-counts-missing': ({ labels }) => ({
    title: `À saisir : ${labels}.`,
    body: 'Le classeur ne donne pas ces cumuls depuis l’ouverture. Tapez-les, puis enregistrez de nouveau.',
  }),
  'flash-count-unknown': ({ name, labels }) => ({
    title: `${qf(name)} n’est pas un cumul du point flash.`,
    body: `Les cumuls attendus : ${labels}.`,
  }),
  'flash-part-above-whole': ({ part, whole }) => ({
    title: `${qf(part)} dépasse ${qf(whole)}.`,
    body: 'L’un est une partie de l’autre : vérifiez les deux nombres. Rien n’a été écrit.',
  }),
};

export const englishFlash: FlashTexts = {
  'flash-no-counts': (_, { sheet }) => ({
    title: 'No flash point for this table.',
    body: `A flash point counts calls received, answered and answered in time, contacts and sales, or tickets created and resolved: the table${onSheet(sheet)} does not give them. Confirm its columns, or start from a template.`,
  }),
  'flash-totals': (_, { sheet }) => ({
    title: 'Total under the points: nothing was added.',
    body: `A new row${onSheet(sheet)} would come under the total. Remove it (Table Design › Total Row), then try again.`,
  }),
  'flash-counts-missing': ({ labels }) => ({
    title: `To type: ${labels}.`,
    body: 'The workbook does not give these totals since the opening. Type them, then save again.',
  }),
  'flash-count-unknown': ({ name, labels }) => ({
    title: `${qe(name)} is not a total of the flash point.`,
    body: `The totals it takes: ${labels}.`,
  }),
  'flash-part-above-whole': ({ part, whole }) => ({
    title: `${qe(part)} is above ${qe(whole)}.`,
    body: 'One is a part of the other: check both numbers. Nothing was written.',
  }),
};
