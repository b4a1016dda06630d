import { formatNumber } from './numbers';
import type { ProblemTexts, SeriesCode } from './problem-text';
import { plural, quoted } from './typography';

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
    title: `La série n° ${String(position)} de la liste n'a pas de ${field === 'id' ? 'nom' : 'valeurs'}.`,
    body:
      field === 'id'
        ? 'Donnez-lui un « id », un texte ou un nombre qui ne sert qu’à elle, puis recommencez.'
        : 'Donnez-lui « x », la liste de ses valeurs de la plus ancienne à la plus récente, puis recommencez.',
  }),
  'series-field': ({ id, field, value, most }) => ({
    title: `Le champ « ${field} » de la série ${fr(id)} ne convient pas : ${value}.`,
    body: `${field === 'h' ? 'Le nombre de périodes à prévoir' : 'Le nombre de périodes d’un cycle'} est un entier de 1 à ${formatNumber(most, 'fr')}. Corrigez-le, puis recommencez.`,
  }),
  'series-value': ({ id, index, value }) => ({
    title: `La valeur x[${String(index)}] de la série ${fr(id)} n'est pas un nombre : ${value}.`,
    body: 'Écrivez un nombre sans guillemets, ou null pour une période sans valeur, puis recommencez. Les places se comptent à partir de 0.',
  }),
  'series-twice': ({ id }) => ({
    title: `Deux séries portent le même nom : ${fr(id)}.`,
    body: 'Chaque « id » désigne une seule série. Renommez l’une des deux, puis recommencez.',
  }),
  'series-kind': ({ id, kind }) => ({
    title: `Nature inconnue pour la série ${fr(id)} : ${kind}.`,
    body: 'Elle est prévue sans en tenir compte. Les natures connues sont count, amount, duration et rate.',
  }),
  'series-short': ({ have }) => ({
    title: `Pas assez de valeurs pour prévoir : ${formatNumber(have, 'fr')}.`,
    body: `Aucune prévision n'est donnée ${have === 0 ? 'sans valeur' : `avec ${formatNumber(have, 'fr')} ${plural(have, 'valeur', 'valeurs', 'fr')}`}. Ajoutez de l'historique : au moins quatre périodes, et plus de deux cycles pour une saison.`,
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
    title: `Series no. ${String(position)} of the list has no ${field === 'id' ? 'name' : 'values'}.`,
    body:
      field === 'id'
        ? 'Give it an “id”, a text or a number of its own, then try again.'
        : 'Give it “x”, the list of its values from the oldest to the latest, then try again.',
  }),
  'series-field': ({ id, field, value, most }) => ({
    title: `Field “${field}” of series ${en(id)} does not fit: ${value}.`,
    body: `${field === 'h' ? 'The number of periods to project' : 'The number of periods in a cycle'} is a whole number from 1 to ${formatNumber(most, 'en')}. Correct it, then try again.`,
  }),
  'series-value': ({ id, index, value }) => ({
    title: `Value x[${String(index)}] of series ${en(id)} is not a number: ${value}.`,
    body: 'Write a number without quotation marks, or null for a period without a value, then try again. Places are counted from 0.',
  }),
  'series-twice': ({ id }) => ({
    title: `Two series have the same name: ${en(id)}.`,
    body: 'Each “id” names one series only. Rename one of the two, then try again.',
  }),
  'series-kind': ({ id, kind }) => ({
    title: `Unknown kind for series ${en(id)}: ${kind}.`,
    body: 'It is projected without regard to it. The kinds are count, amount, duration and rate.',
  }),
  'series-short': ({ have }) => ({
    title: `Not enough values to project: ${formatNumber(have, 'en')}.`,
    body: `Nothing is projected from ${have === 0 ? 'no value' : `${formatNumber(have, 'en')} ${plural(have, 'value', 'values', 'en')}`}. Add history: at least four periods, and more than two cycles for a season.`,
  }),
};
