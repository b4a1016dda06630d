import { civilOf } from '../period/serial';
import { monthName } from './dates';
import { formatNumber } from './numbers';
import type { DetectionCode, ProblemTexts } from './problem-text';
import { textToColumns } from './text-to-columns';
import { plural, quoted } from './typography';

const q = (name: string): string => quoted(name, 'fr');
const n = (count: number): string => formatNumber(count, 'fr');
const s = (count: number, one: string, many: string): string => plural(count, one, many, 'fr');

/** A day whose month is written out, so that it cannot be read two ways. */
const day = (serial: number): string => {
  const { year, month, day: date } = civilOf(serial);
  return `${date === 1 ? '1er' : String(date)} ${monthName(month, 'fr')} ${String(year)}`;
};

/** A place inside a sentence, with the space that precedes it; nothing when the sheet is not known. */
const onSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` de la feuille ${q(sheet)}`);
const cellsOf = (cell: string | undefined, otherwise: string): string => cell ?? otherwise;

/** What detection finds odd in a workbook, in French. */
export const frenchDetection: Pick<ProblemTexts, DetectionCode> = {
  'day-month-swap': ({ read, other }, { cell }) => ({
    title: 'Jour et mois peut-être inversés.',
    body: `${cellsOf(cell, 'La première date')} est lu ${day(read)} ; si jour et mois ont été inversés, c'est le ${day(other)}. Les chiffres sont calculés avec les dates telles qu'elles sont lues. Si elles sont inversées, dites-le (Données › Source).`,
  }),
  'dates-not-exchanged': ({ read }, { cell }) => ({
    title: 'Jour et mois ne sont pas inversés.',
    body: `${cellsOf(cell, 'Une date')} est le ${day(read)} : son jour dépasse 12 et n'a pas pu être échangé avec le mois. Rien n'a été écrit. Gardez les dates telles qu'elles sont, ou corrigez cette cellule.`,
  }),
  'dates-without-year': ({ sample }, { cell }) => ({
    title: "L'année manque dans les dates.",
    body: `${cellsOf(cell, 'La colonne de dates')} : ${q(sample)} ne dit pas son année, et rien n'a été deviné. Écrivez l'année avec le mois (${q('janvier 2026')}), ou dans le titre du tableau, puis relisez.`,
  }),
  'duration-without-unit': ({ column }, { cell }) => ({
    title: 'Durée sans unité.',
    body: `${q(column)}${cell === undefined ? '' : ` (${cell})`} ne dit pas si ses durées sont en secondes, en minutes ou en heures : aucun indicateur n'en est tiré. Dites-le (Données › Source), ou écrivez l'unité dans l'en-tête : ${q(`${column} (min)`)}.`,
  }),
  'snapshot-without-dates': (_, { cell, sheet }) => ({
    title: 'Tableau sans date.',
    body: `Le tableau${cell === undefined ? '' : ` qui commence en ${cell}`}${onSheet(sheet)} ne dit pas de quel jour sont ses chiffres. Il se regroupe par une colonne (projet, produit…), mais pas par semaine ni par mois. Pour suivre une évolution, ajoutez une colonne de dates et gardez une ligne par jour.`,
  }),
  'rows-without-figures': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'ligne préparée', 'lignes préparées')} d'avance.`,
    body: `${cellsOf(cell, 'La fin du tableau')}${onSheet(sheet)} : ${s(count, "cette ligne a une date mais aucun chiffre, elle n'est pas comptée. Elle le sera dès qu'elle sera remplie", "ces lignes ont une date mais aucun chiffre, elles ne sont pas comptées. Elles le seront dès qu'elles seront remplies")}.`,
  }),
  'sum-rows': ({ count, cells }, { sheet }) => ({
    title: `${n(count)} ${s(count, 'ligne additionne', 'lignes additionnent')} les autres.`,
    body: `${cells}${onSheet(sheet)} : ${s(count, 'cette ligne est un total ou une moyenne', 'ces lignes sont des totaux ou des moyennes')} des autres. Sans date, ${s(count, "elle n'est comptée", 'elles ne sont comptées')} dans aucune période ; ne ${s(count, "l'ajoutez", 'les ajoutez')} pas aux autres.`,
  }),
  'sum-rows-dated': ({ count, cells }, { sheet }) => ({
    title: `${n(count)} ${s(count, 'ligne datée ressemble à un total', 'lignes datées ressemblent à des totaux')}.`,
    body: `${cells}${onSheet(sheet)} : ${s(count, 'cette ligne a une date, elle est donc comptée', 'ces lignes ont une date, elles sont donc comptées')}, mais ${s(count, 'elle vaut', 'elles valent')} exactement la somme des lignes au-dessus. Si ${s(count, "c'est un total, retirez sa date", 'ce sont des totaux, retirez leur date')}.`,
  }),
  'rows-repeated': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'ligne en double', 'lignes en double')}.`,
    body: `${cellsOf(cell, 'Le tableau')}${onSheet(sheet)} : ${s(count, 'cette ligne répète une autre dans toutes ses colonnes, et elle est comptée. Supprimez-la', 'ces lignes en répètent d’autres dans toutes leurs colonnes, et elles sont comptées. Supprimez-les')} (Données › Supprimer les doublons) si c'est une erreur.`,
  }),
  'figures-copied': ({ count, column, other }, { cell, sheet }) => ({
    title: `${n(count)} chiffres peut-être copiés par erreur.`,
    body: `${cellsOf(cell, 'Une période')}${onSheet(sheet)} (${q(column)}) répète, pour cette seule période, les chiffres de ${q(other)}. Ils sont comptés tels quels. Vérifiez-les et corrigez-les dans la feuille.`,
  }),
  'done-with-remaining': ({ count, status, column }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'tâche finie avec un reste', 'tâches finies avec un reste')}.`,
    body: `${cellsOf(cell, 'Une ligne')}${onSheet(sheet)} est ${q(status)} et ${q(column)} n'y est pas 0. Les deux se contredisent : corrigez l'état ou le reste à faire.`,
  }),
  'label-variants': ({ column, usual, usualCell, other, count }, { cell }) => ({
    title: 'Deux écritures du même libellé.',
    body: `Colonne ${q(column)} : ${q(usual)} en ${usualCell}, ${q(other)} en ${cellsOf(cell, 'une autre cellule')}${count > 1 ? ` et ${n(count - 1)} ${s(count - 1, 'autre cellule', 'autres cellules')}` : ''}. Gardez une seule écriture (Accueil › Rechercher et sélectionner › Remplacer), sans espace à la fin.`,
  }),
  'header-missing': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'colonne sans en-tête', 'colonnes sans en-tête')}.`,
    body: `${cellsOf(cell, "Une cellule d'en-tête")}${onSheet(sheet)} est vide au-dessus de valeurs. Donnez un nom à ${s(count, 'cette colonne', 'ces colonnes')} pour pouvoir ${s(count, 'la', 'les')} choisir.`,
  }),
  'headers-repeated': ({ header, count }, { cell, sheet }) => ({
    title: `${n(count)} colonnes de même nom.`,
    body: `${cellsOf(cell, 'Le tableau')}${onSheet(sheet)} : ${q(header)} se répète. Les colonnes sont numérotées de gauche à droite, ${q(`${header} (2)`)} pour la deuxième. Donnez-leur des noms différents (mois, cumul) pour éviter toute confusion.`,
  }),
  'text-among-figures': ({ column, count, sample, blank }, { cell }) => ({
    title: `${n(count)} ${s(count, 'texte', 'textes')} parmi des chiffres.`,
    body: `Colonne ${q(column)}${cell === undefined ? '' : `, ${cell}`} : ${q(sample)} ${blank ? 'est lu comme une absence de chiffre' : "n'est pas un nombre et n'est pas compté"}. Laissez la cellule vide quand il n'y a pas de chiffre, sinon saisissez le nombre.`,
  }),
  'figures-as-text': ({ column, count, sample }, { cell }) => ({
    title: `${n(count)} ${s(count, 'valeur écrite', 'valeurs écrites')} en texte.`,
    body: `Colonne ${q(column)}${cell === undefined ? '' : `, ${cell}`} : ${q(sample)} n'est pas un nombre pour Excel, qui ne l'additionne pas. Saisissez la valeur seule et mettez son unité dans l'en-tête ou dans le format de nombre.`,
  }),
  'decimal-mark-unsure': ({ column, sample, value }, { cell }) => ({
    title: 'Milliers ou décimales : lecture incertaine.',
    body: `Colonne ${q(column)}${cell === undefined ? '' : `, ${cell}`} : ${q(sample)} est lu ${formatNumber(value, 'fr', Number.isInteger(value) ? 0 : 3)}, mais pourrait se lire autrement. Vérifiez un total connu, ou convertissez la colonne en nombres (Données › Convertir).`,
  }),
  'rate-scales-mixed': ({ column, count }, { cell }) => ({
    title: 'Deux échelles dans un même taux.',
    body: `Colonne ${q(column)}${cell === undefined ? '' : `, ${cell}`} : ${n(count)} ${s(count, 'valeur semble', 'valeurs semblent')} entre 0 et 1 quand les autres vont de 0 à 100. Écrivez toute la colonne de la même façon.`,
  }),
  'cumulative-columns': ({ column, count }, { cell }) => ({
    title: `${n(count)} ${s(count, 'colonne cumulée', 'colonnes cumulées')}.`,
    body: `${q(column)}${cell === undefined ? '' : ` (${cell})`}${count > 1 ? ` et ${n(count - 1)} ${s(count - 1, 'autre', 'autres')}` : ''} : ${s(count, "la dernière valeur compte, la somme ne veut rien dire. Elle n'est jamais additionnée", 'la dernière valeur compte, la somme ne veut rien dire. Elles ne sont jamais additionnées')}.`,
  }),
  'dates-mixed': ({ texts, dates }, { cell }) => ({
    title: 'Dates en texte parmi de vraies dates.',
    body: `${cellsOf(cell, 'La colonne de dates')} : ${n(texts)} ${s(texts, 'texte', 'textes')} et ${n(dates)} ${s(dates, 'vraie date', 'vraies dates')}. Convertissez les textes (Données › Convertir), ou vérifiez qu'ils sont bien lus.`,
  }),
  'dates-unread': ({ count, sample }, { cell }) => ({
    title: `${n(count)} ${s(count, 'date illisible', 'dates illisibles')}.`,
    body: `${cellsOf(cell, 'Dans la colonne de dates')} : ${q(sample)} n'est pas une date comprise ; ${s(count, "cette ligne n'est pas comptée", 'ces lignes ne sont pas comptées')}. Corrigez ${s(count, 'la cellule', 'les cellules')}, puis relisez.`,
  }),
  'numbers-as-text': ({ column, count, decimal }, { cell }) => ({
    title: `${n(count)} ${s(count, 'nombre saisi', 'nombres saisis')} comme du texte.`,
    body: `Colonne ${q(column)}${cell === undefined ? '' : `, ${cell}`} : Excel ne ${s(count, "l'additionne", 'les additionne')} pas. Sélectionnez la colonne, puis ${textToColumns(decimal, 'fr')}.`,
  }),
  'totals-row': (_, { cell, sheet }) => ({
    title: 'Ligne de total laissée de côté.',
    body: `La ligne de total${cell === undefined ? '' : ` (${cell})`}${onSheet(sheet)} additionne les autres : elle n'est pas comptée une seconde fois. Si c'est une vraie ligne de données, donnez-lui une date.`,
  }),
  'duplicate-table': ({ visible }, { sheet }) => ({
    title: 'Même tableau trouvé deux fois.',
    body: `${sheet === undefined ? 'Une autre feuille' : `La feuille ${q(sheet)}`} répète les données de ${q(visible)}, qui est retenue. Choisissez l'autre si c'est elle qui fait foi.`,
  }),
  'lone-year': ({ year, count }, { cell }) => ({
    title: `${n(count)} ${s(count, 'date isolée', 'dates isolées')} en ${year}.`,
    body: `${cellsOf(cell, 'La colonne de dates')} : ${s(count, 'cette date est loin', 'ces dates sont loin')} des autres, sans doute une faute de frappe. Vérifiez l'année, puis relisez.`,
  }),
  'error-cells': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'cellule en erreur', 'cellules en erreur')}.`,
    body: `${cellsOf(cell, 'Le tableau')}${onSheet(sheet)} : ${s(count, "une erreur comme #N/A ou #DIV/0! n'est pas comptée", 'des erreurs comme #N/A ou #DIV/0! ne sont pas comptées')}. Corrigez la formule, ou videz ${s(count, 'la cellule', 'les cellules')}.`,
  }),
  'dates-unordered': (_, { cell, sheet }) => ({
    title: "Les dates ne sont pas dans l'ordre.",
    body: `${cellsOf(cell, 'La colonne de dates')}${onSheet(sheet)} revient en arrière ou se répète. Triez le tableau par date, ou supprimez la ligne en double.`,
  }),
};
