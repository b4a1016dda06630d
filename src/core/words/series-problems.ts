import { formatNumber } from './numbers';
import type { ProblemTexts, SeriesCode } from './problem-text';
import { quoted } from './typography';

/** Sentences on series that cannot be forecast. */

type SeriesTexts = Pick<ProblemTexts, SeriesCode>;

const fr = (name: string): string => quoted(name, 'fr');
const en = (name: string): string => quoted(name, 'en');

export const frenchSeries: SeriesTexts = {
  'series-not-json': ({ file, reason }) => ({
    title: "Ce fichier n'est pas du JSON.",
    body: `${fr(file)} ne se lit pas (${reason}). Donnez une liste de séries : [{"id": "appels", "x": [120, 131, null], "ms": 7, "h": 4}].`,
  }),
  'series-not-list': () => ({
    title: "Ce fichier n'est pas une liste de séries.",
    body: 'Une liste est attendue, avec un objet par série : [{"id": "appels", "x": [120, 131, null], "ms": 7, "h": 4}].',
  }),
  'series-entry': ({ position, field }) => ({
    title: `La série n° ${String(position)} n'a pas de ${field === 'id' ? 'nom' : 'valeurs'}.`,
    body:
      field === 'id'
        ? "Donnez-lui un « id », un texte ou un nombre qui n'est qu'à elle, puis recommencez."
        : 'Donnez-lui « x », la liste de ses valeurs de la plus ancienne à la plus récente, puis recommencez.',
  }),
  'series-field': ({ id, field, value, most }) => ({
    title: `Le champ « ${field} » ne convient pas.`,
    body: `Pour la série ${fr(id)}, il vaut ${value}. ${field === 'h' ? 'Le nombre de périodes à prévoir' : "Le nombre de périodes d'un cycle"} est un entier de 1 à ${formatNumber(most, 'fr')} : corrigez-le, puis recommencez.`,
  }),
  'series-value': ({ id, index, value }) => ({
    title: "Une valeur n'est pas un nombre.",
    body: `Dans la série ${fr(id)}, x[${String(index)}] vaut ${value} (les places se comptent à partir de 0). Écrivez un nombre sans guillemets, ou null pour une période sans valeur, puis recommencez.`,
  }),
  'series-twice': ({ id }) => ({
    title: 'Deux séries portent le même nom.',
    body: `${fr(id)} ne peut désigner qu'une série. Renommez l'une des deux, puis recommencez.`,
  }),
  'series-kind': ({ id, kind }) => ({
    title: 'Nature de série inconnue.',
    body: `La série ${fr(id)} est prévue sans tenir compte de sa nature, ${kind}. Les natures connues sont count, amount, duration et rate.`,
  }),
  'series-empty': () => ({
    title: "Aucune valeur connue : rien n'est prévu.",
    body: "Une prévision demande une valeur au moins, et huit pour comparer les méthodes. Ajoutez de l'historique, puis recommencez.",
  }),
};

export const englishSeries: SeriesTexts = {
  'series-not-json': ({ file, reason }) => ({
    title: 'This file is not JSON.',
    body: `${en(file)} cannot be read (${reason}). Give a list of series: [{"id": "calls", "x": [120, 131, null], "ms": 7, "h": 4}].`,
  }),
  'series-not-list': () => ({
    title: 'This file is not a list of series.',
    body: 'A list is expected, with an object for each series: [{"id": "calls", "x": [120, 131, null], "ms": 7, "h": 4}].',
  }),
  'series-entry': ({ position, field }) => ({
    title: `Series no. ${String(position)} has no ${field === 'id' ? 'name' : 'values'}.`,
    body:
      field === 'id'
        ? 'Give it an “id”, a text or a number of its own, then try again.'
        : 'Give it “x”, the list of its values from the oldest to the latest, then try again.',
  }),
  'series-field': ({ id, field, value, most }) => ({
    title: `Field “${field}” does not fit.`,
    body: `For series ${en(id)} it is ${value}. The number of periods ${field === 'h' ? 'to project' : 'in a cycle'} is a whole number from 1 to ${formatNumber(most, 'en')}: correct it, then try again.`,
  }),
  'series-value': ({ id, index, value }) => ({
    title: 'A value is not a number.',
    body: `In series ${en(id)}, x[${String(index)}] is ${value} (places are counted from 0). Write a number without quotation marks, or null for a period without a value, then try again.`,
  }),
  'series-twice': ({ id }) => ({
    title: 'Two series have the same name.',
    body: `${en(id)} can name one series only. Rename one of the two, then try again.`,
  }),
  'series-kind': ({ id, kind }) => ({
    title: 'Unknown kind of series.',
    body: `Series ${en(id)} is projected without regard to its kind, ${kind}. The kinds are count, amount, duration and rate.`,
  }),
  'series-empty': () => ({
    title: 'No value known: nothing is projected.',
    body: 'A projection needs one value at least, and eight to compare methods. Add history, then try again.',
  }),
};
