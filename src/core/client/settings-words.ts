import type { Language } from '../meteo/content';

/** What a row of `tblParam` says. */
export type SettingKey =
  | 'client'
  | 'provider'
  | 'contract'
  | 'language'
  | 'cadence'
  | 'orientation'
  | 'keyFigure'
  | 'closedDays'
  | 'printMinutes'
  | 'schema';
/** In the order of their rows. */
export const SETTING_KEYS: readonly SettingKey[] = [
  'client',
  'provider',
  'contract',
  'language',
  'cadence',
  'orientation',
  'keyFigure',
  'closedDays',
  'printMinutes',
  'schema',
];

type SettingWords = {
  header: readonly [string, string, string];
  keys: Readonly<Record<SettingKey, { name: string; meaning: string }>>;
  /** Why an entry is refused. */
  refused: string;
};

export const SETTING_WORDS: Readonly<Record<Language, SettingWords>> = {
  fr: {
    header: ['Clé', 'Valeur', 'Signification'],
    refused: 'Choisissez une valeur de la liste, ou suivez la signification écrite à droite.',
    keys: {
      client: { name: 'client', meaning: 'Nom du client, en tête de la météo' },
      provider: { name: 'prestataire', meaning: 'Qui rend le service, en pied de page' },
      contract: { name: 'contrat', meaning: 'Prestation ou contrat, sous le nom du client' },
      language: { name: 'langue', meaning: 'fr ou en' },
      cadence: { name: 'cadence', meaning: 'Jours entre deux météos, de 7 à 15' },
      orientation: { name: 'orientation', meaning: 'portrait ou landscape' },
      keyFigure: {
        name: 'indicateur en tête',
        meaning: 'Identifiant du dictionnaire ; vide : le premier indicateur clé qui a un objectif',
      },
      closedDays: { name: 'jours fermés', meaning: 'jj/mm/aaaa, séparés par des virgules, outre les jours toujours fermés' },
      printMinutes: { name: 'durée imprimée', meaning: 'oui ou non : minutes de préparation en pied de page' },
      schema: { name: 'version', meaning: 'Version de ces feuilles, tenue par le complément' },
    },
  },
  en: {
    header: ['Key', 'Value', 'Meaning'],
    refused: 'Choose a value of the list, or follow the meaning written at the right.',
    keys: {
      client: { name: 'client', meaning: 'Name of the client, at the top of the météo' },
      provider: { name: 'provider', meaning: 'Who renders the service, in the footer' },
      contract: { name: 'contract', meaning: 'Service or contract, under the client’s name' },
      language: { name: 'language', meaning: 'fr or en' },
      cadence: { name: 'cadence', meaning: 'Days between two météos, from 7 to 15' },
      orientation: { name: 'orientation', meaning: 'portrait or landscape' },
      keyFigure: {
        name: 'key figure',
        meaning: 'Id of the dictionary; empty: the first key KPI that has an objective',
      },
      closedDays: {
        name: 'closed days',
        meaning: 'dd/mm/yyyy, separated by commas, besides the weekdays that are always closed',
      },
      printMinutes: { name: 'print minutes', meaning: 'yes or no: minutes of preparation in the footer' },
      schema: { name: 'version', meaning: 'Version of these sheets, kept by the add-in' },
    },
  },
};
