import type { Language } from '../meteo/content';
import type { HolidayRegion } from '../period/holidays';

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
  | 'plannedEvents'
  | 'openHolidays'
  | 'holidayRegion'
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
  'plannedEvents',
  'openHolidays',
  'holidayRegion',
  'printMinutes',
  'schema',
];

type SettingWords = {
  header: readonly [string, string, string];
  keys: Readonly<Record<SettingKey, { name: string; meaning: string }>>;
  /** Why an entry is refused. */
  refused: string;
  /** Whose public holidays count. */
  regions: Readonly<Record<HolidayRegion, string>>;
};

export const SETTING_WORDS: Readonly<Record<Language, SettingWords>> = {
  fr: {
    header: ['Clé', 'Valeur', 'Signification'],
    refused: 'Choisissez une valeur de la liste, ou suivez la signification écrite à droite.',
    regions: { france: 'France', 'alsace-moselle': 'Alsace-Moselle', none: 'aucun' },
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
      closedDays: {
        name: 'jours fermés',
        meaning:
          'Passés ou à venir, outre les jours toujours fermés : 24/12/2026–02/01/2027 ; 11/02/2027. Une période s’écrit avec un tiret',
      },
      plannedEvents: {
        name: 'événements prévus',
        meaning:
          'Effet attendu sur le volume, pour les projections : 15/01/2027–20/01/2027 = +30 % (relance) ; 03/02/2027 = −50 % ; 11/02/2027 = fermé',
      },
      openHolidays: {
        name: 'jours fériés travaillés',
        meaning:
          'oui, non, ou une liste : lundi de Pentecôte ; 11/11/2026. Vide : ce que montrent les chiffres des jours fériés passés',
      },
      holidayRegion: { name: 'jours fériés', meaning: 'France, Alsace-Moselle (deux de plus), ou aucun' },
      printMinutes: { name: 'durée imprimée', meaning: 'oui ou non : minutes de préparation en pied de page' },
      schema: { name: 'version', meaning: 'Version de ces feuilles, tenue par le complément' },
    },
  },
  en: {
    header: ['Key', 'Value', 'Meaning'],
    refused: 'Choose a value of the list, or follow the meaning written at the right.',
    regions: { france: 'France', 'alsace-moselle': 'Alsace-Moselle', none: 'none' },
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
        meaning:
          'Past or to come, besides the weekdays that are always closed: 24/12/2026–02/01/2027; 11/02/2027. A dash makes a stretch of days',
      },
      plannedEvents: {
        name: 'planned events',
        meaning:
          'Expected effect on volumes, for the projections: 15/01/2027–20/01/2027 = +30% (reminder); 03/02/2027 = −50%; 11/02/2027 = closed',
      },
      openHolidays: {
        name: 'open on public holidays',
        meaning: 'yes, no, or a list: Whit Monday; 11/11/2026. Empty: what the figures of past holidays show',
      },
      holidayRegion: { name: 'public holidays', meaning: 'France, Alsace-Moselle (two more), or none' },
      printMinutes: { name: 'print minutes', meaning: 'yes or no: minutes of preparation in the footer' },
      schema: { name: 'version', meaning: 'Version of these sheets, kept by the add-in' },
    },
  },
};
