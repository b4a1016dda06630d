import type { Status } from '../kpi/kpi';
import type { Language, Weather } from '../meteo/content';

/** Words of the core that a page, a sheet and the pane share, one meaning one word. */
export type Vocabulary = {
  status: Readonly<Record<Status, string>>;
  weather: Readonly<Record<Weather, string>>;
  sheets: Readonly<
    Record<
      | 'settings'
      | 'dictionary'
      | 'data'
      | 'sources'
      | 'day'
      | 'week'
      | 'month'
      | 'year'
      | 'flash'
      | 'journal'
      | 'feedback'
      | 'billing'
      | 'references'
      | 'meteo'
      | 'history',
      string
    >
  >;
  yes: string;
  no: string;
  notEnoughHistory: string;
  nothingToReport: string;
};

const fr: Vocabulary = {
  status: { green: 'Conforme', amber: 'Vigilance', red: 'Alerte', none: 'Suivi' },
  weather: { sun: 'Soleil', bright: 'Éclaircies', cloudy: 'Nuageux', rain: 'Pluie', storm: 'Orage', fog: 'Brouillard' },
  sheets: {
    settings: 'Paramètres',
    dictionary: 'Dictionnaire',
    data: 'Données',
    sources: 'Sources',
    day: 'Jour',
    week: 'Semaine',
    month: 'Mois',
    year: 'Année',
    flash: 'Flash',
    journal: 'Journal',
    feedback: 'Retours',
    billing: 'Facturation',
    references: 'Références',
    meteo: 'Météo',
    history: 'Historique météo',
  },
  yes: 'oui',
  no: 'non',
  notEnoughHistory: 'historique insuffisant',
  nothingToReport: 'Rien à signaler.',
};

const en: Vocabulary = {
  status: { green: 'On target', amber: 'Watch', red: 'Alert', none: 'Tracked' },
  weather: { sun: 'Sun', bright: 'Bright spells', cloudy: 'Cloudy', rain: 'Rain', storm: 'Storm', fog: 'Fog' },
  sheets: {
    settings: 'Settings',
    dictionary: 'Dictionary',
    data: 'Data',
    sources: 'Sources',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    year: 'Year',
    flash: 'Flash',
    journal: 'Journal',
    feedback: 'Feedback',
    billing: 'Billing',
    references: 'References',
    meteo: 'Météo',
    history: 'Météo history',
  },
  yes: 'yes',
  no: 'no',
  notEnoughHistory: 'not enough history',
  nothingToReport: 'Nothing to report.',
};

const vocabularies: Readonly<Record<Language, Vocabulary>> = { fr, en };

/** The words of a language: `vocabulary('en').status.amber` is `Watch`. */
export const vocabulary = (language: Language): Vocabulary => vocabularies[language];
