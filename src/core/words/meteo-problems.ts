import type { MeteoCode, ProblemTexts } from './problem-text';
import { quoted } from './typography';
import type { Weather } from '../meteo/content';
import { vocabulary } from './vocabulary';

/** Sentences on writing, correcting and sending a météo, and on its journal. */

type MeteoTexts = Pick<ProblemTexts, MeteoCode>;

const qf = (name: string): string => quoted(name, 'fr');
const qe = (name: string): string => quoted(name, 'en');
const ofSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` de la feuille ${quoted(sheet, 'fr')}`);
const onSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` on sheet ${quoted(sheet, 'en')}`);
const wf = (weather: Weather): string => vocabulary('fr').weather[weather];
const we = (weather: Weather): string => vocabulary('en').weather[weather];

const COARSE = {
  fr: { day: 'un jour', week: 'une semaine', month: 'un mois', year: 'une année' },
  en: { day: 'a day', week: 'a week', month: 'a month', year: 'a year' },
} as const;

/** What a key of a file of edits has to be. */
const FORMS = {
  fr: {
    text: 'doit être un texte',
    number: 'doit être un nombre',
    'true-false': 'doit être true ou false',
    object: 'doit être un objet',
    list: 'doit être une liste',
    known: "n'est pas connue ; celles qui le sont",
    choice: "doit être l'un de ces mots",
  },
  en: {
    text: 'has to be a text',
    number: 'has to be a number',
    'true-false': 'has to be true or false',
    object: 'has to be an object',
    list: 'has to be a list',
    known: 'is not known; those that are',
    choice: 'has to be one of these words',
  },
} as const;

export const frenchMeteo: MeteoTexts = {
  'meteo-quarters': () => ({
    title: 'Chaque ligne des données est un trimestre.',
    body: "Une météo parle de semaines, d'un mois ou d'une année : de ces lignes, aucune page ne dirait vrai. Tenez une ligne par jour, par semaine ou par mois. Les projections, elles, comptent par trimestre.",
  }),
  'meteo-coarse': ({ step }) => ({
    title: `Chaque ligne des données est ${COARSE.fr[step]}.`,
    body: `La page parle ${step === 'month' ? 'du dernier mois entier' : 'de la dernière période entière'}, ${step === 'month' ? 'comparé au précédent' : 'comparée à la précédente'} : une météo de plus avant la ligne suivante dirait la même chose. Pour une page de deux semaines, tenez une ligne par jour.`,
  }),
  'meteo-sent': ({ number }) => ({
    title: `La météo n° ${number} est déjà envoyée.`,
    body: `Une page envoyée ne change plus. Préparez la suivante, ou faites une correction : elle porte un nouveau numéro et dit qu'elle corrige la n° ${number}.`,
  }),
  'meteo-not-sent': ({ number }) => ({
    title: number === null ? 'Aucune météo de cette période à corriger.' : `La météo n° ${number} n'est pas encore envoyée.`,
    body:
      number === null
        ? "Une correction remplace une page déjà envoyée, et l'historique n'en a pas pour ces semaines. Générez une météo ordinaire."
        : 'Une correction remplace une page déjà envoyée. Celle-ci peut encore changer : générez-la à nouveau, sans demander de correction.',
  }),
  'meteo-unknown': ({ number }) => ({
    title: number === null ? 'Aucune météo à marquer comme envoyée.' : `Aucune météo n° ${number} dans l'historique.`,
    body:
      number === null
        ? "L'historique n'en contient pas qui attende son envoi. Générez d'abord une météo."
        : "Sa ligne manque dans l'historique des météos. Choisissez un autre numéro, ou générez la météo.",
  }),
  'meteo-sheet-gone': ({ number, name }) => ({
    title: `La feuille de la météo n° ${number} n'est plus là.`,
    body: `${qf(name)} a été supprimée ou renommée : la météo est marquée comme envoyée, mais aucune page n'a pu être figée.`,
  }),
  'edits-unreadable': ({ file, key, form = 'object', choices = '' }) => ({
    title: 'Modifications de la météo illisibles.',
    body: `${key === undefined ? `${qf(file)} n'est pas du JSON` : key === '' ? `${qf(file)} n'est pas un objet JSON` : `Dans ${qf(file)}, la clé ${qf(key)} ${FORMS.fr[form]}${choices === '' ? '' : ` : ${choices}`}`}. Rien n'est appliqué. Corrigez-le, puis recommencez.`,
  }),
  'journal-totals': (_, { sheet }) => ({
    title: "Total sous le Journal : rien n'a été ajouté.",
    body: `Une nouvelle ligne${ofSheet(sheet)} viendrait sous le total. Retirez-le (Création de tableau › Ligne Total), puis recommencez.`,
  }),
  'journal-text-missing': () => ({
    title: "Fait sans texte : rien n'a été ajouté.",
    body: 'Écrivez le fait en une phrase, telle que la météo doit l’imprimer.',
  }),
  'override-too-good': ({ computed, wanted }) => ({
    title: `${wf(wanted)} est trop optimiste.`,
    body: `Les règles donnent ${wf(computed)} : la météo peut être relevée d'un seul niveau, ou abaissée sans limite. Choisissez un autre niveau.`,
  }),
  'override-without-reason': ({ computed, wanted }) => ({
    title: 'Motif à indiquer.',
    body: `Les règles donnent ${wf(computed)}, vous choisissez ${wf(wanted)}. Écrivez pourquoi en une phrase : elle sera imprimée.`,
  }),
};

export const englishMeteo: MeteoTexts = {
  'meteo-quarters': () => ({
    title: 'Each row of the data is a quarter.',
    body: 'A météo speaks of weeks, of a month or of a year: of these rows no page would be true. Keep one row a day, a week or a month. The projections do count by quarter.',
  }),
  'meteo-coarse': ({ step }) => ({
    title: `Each row of the data is ${COARSE.en[step]}.`,
    body: `The page speaks of the last complete ${step === 'year' ? 'year' : 'month'}, compared with the one before: another météo before the next row would say the same. For a page of two weeks, keep one row a day.`,
  }),
  'meteo-sent': ({ number }) => ({
    title: `Météo no. ${number} has been sent already.`,
    body: `A page that was sent does not change. Prepare the next one, or make a correction: it has a number of its own and says that it corrects no. ${number}.`,
  }),
  'meteo-not-sent': ({ number }) => ({
    title: number === null ? 'No météo of this period to correct.' : `Météo no. ${number} has not been sent yet.`,
    body:
      number === null
        ? 'A correction replaces a page that was sent, and the history has none for these weeks. Generate an ordinary météo.'
        : 'A correction replaces a page that was sent. This one may still change: generate it again, without asking for a correction.',
  }),
  'meteo-unknown': ({ number }) => ({
    title: number === null ? 'No météo to mark as sent.' : `No météo no. ${number} in the history.`,
    body:
      number === null
        ? 'The history has none that waits to be sent. Generate a météo first.'
        : 'Its row is missing from the history of météos. Choose another number, or generate the météo.',
  }),
  'meteo-sheet-gone': ({ number, name }) => ({
    title: `The sheet of météo no. ${number} is gone.`,
    body: `${qe(name)} was deleted or renamed: the météo is marked as sent, but no page could be frozen.`,
  }),
  'edits-unreadable': ({ file, key, form = 'object', choices = '' }) => ({
    title: 'Changes to the météo cannot be read.',
    body: `${key === undefined ? `${qe(file)} is no JSON` : key === '' ? `${qe(file)} is not a JSON object` : `In ${qe(file)}, the key ${qe(key)} ${FORMS.en[form]}${choices === '' ? '' : `: ${choices}`}`}. Nothing is applied. Correct it, then try again.`,
  }),
  'journal-totals': (_, { sheet }) => ({
    title: 'Total under the Journal: nothing was added.',
    body: `A new row${onSheet(sheet)} would stand under the total. Take it out (Table Design › Total Row), then try again.`,
  }),
  'journal-text-missing': () => ({
    title: 'Fact without text: nothing was added.',
    body: 'Write the fact in one sentence, as the météo is to print it.',
  }),
  'override-too-good': ({ computed, wanted }) => ({
    title: `${we(wanted)} is too good.`,
    body: `The rules give ${we(computed)}: the météo may be raised by one level only, or lowered freely. Choose another level.`,
  }),
  'override-without-reason': ({ computed, wanted }) => ({
    title: 'A reason is needed.',
    body: `The rules give ${we(computed)}, you choose ${we(wanted)}. Write why in one sentence: it will be printed.`,
  }),
};
