import type { Language } from '../../src/core/meteo/content';
import { isoWeekOf } from '../../src/core/period/calendar';
import { AGENTS, REMARKS, round, SITES, value, type Field } from './facts';
import { weekdayName } from './writings';

const decimalText = (number: number, language: Language, digits: number): string =>
  language === 'fr' ? number.toFixed(digits).replace('.', ',') : number.toFixed(digits);

const CALLS = { fr: 'Appels', en: 'Calls' };
const WORK = { fr: 'Traitement', en: 'Handling' };
const BUSINESS = { fr: 'Activité commerciale', en: 'Business' };

/** Columns of tables with one row a day, a site's day or a longer period. */
export const FIELDS = {
  offered: {
    fr: ['Appels reçus', "Nb d'appels reçus", 'NB APPELS RECUS', 'Appels entrants', 'Reçus'],
    en: ['Calls offered', 'Incoming Calls', '# Calls received', 'Offered', 'Total Calls'],
    types: ['count'],
    group: CALLS,
    cell: value(({ offered }) => offered),
  },
  answered: {
    fr: ['Appels traités', 'Décrochés', 'Nb décrochés', 'APPELS TRAITES', 'Traités'],
    en: ['Calls answered', 'Answered Calls', 'Answered', 'Calls handled', 'Handled'],
    types: ['count'],
    group: CALLS,
    cell: value(({ answered }) => answered),
  },
  abandoned: {
    fr: ['Abandons', 'Appels abandonnés', 'Nb abandons', 'Appels perdus'],
    en: ['Abandoned', 'Abandoned Calls', 'Abandons', 'Lost calls'],
    types: ['count'],
    group: CALLS,
    cell: value(({ offered, answered }) => offered - answered),
  },
  under: {
    fr: ['Décrochés < 20 s', 'Traités en moins de 20 s', 'Nb décrochés sous 20 s'],
    en: ['Answered within 20 s', 'Answered < 20 s', 'Calls answered in 20 sec'],
    types: ['count'],
    group: CALLS,
    cell: value(({ answered }) => Math.round(answered * 0.83)),
  },
  rate: {
    fr: ['Taux de décroché', 'QS', '% décroché', 'Qualité de service'],
    en: ['Answer rate', 'Answer Rate %', '% answered', 'Service level'],
    types: ['rate'],
    group: CALLS,
    cell: value(({ offered, answered }) => answered / offered, '0.0%'),
  },
  points: {
    fr: ['Taux de décroché (%)', 'QS (%)', '% décrochés'],
    en: ['Answer rate (%)', 'Service Level (20 Seconds) %', 'Answered %'],
    types: ['rate'],
    group: CALLS,
    cell: value(({ offered, answered }) => round((100 * answered) / offered, 2)),
  },
  percentText: {
    fr: ['Taux de décroché', 'QS'],
    en: ['Answer rate', 'Service level'],
    types: ['rate'],
    group: CALLS,
    cell: value(({ offered, answered }, language) => `${decimalText((100 * answered) / offered, language, 2)} %`),
  },
  handleSeconds: {
    fr: ['DMT (s)', 'DMT (sec)', 'Durée moyenne de traitement (s)'],
    en: ['AHT (s)', 'AHT (sec)', 'Average handling time (seconds)'],
    types: ['duration'],
    group: WORK,
    cell: value(({ seconds, answered }) => Math.round(seconds / answered)),
  },
  handleClock: {
    fr: ['DMT', 'Durée moyenne de traitement', 'Temps moyen de traitement'],
    en: ['AHT', 'Average handling time', 'Avg Handle Time'],
    types: ['duration'],
    group: WORK,
    cell: value(({ seconds, answered }) => seconds / answered / 86_400, 'mm:ss'),
  },
  talkMinutes: {
    fr: ['Temps de communication (min)', 'Durée totale (min)', 'Temps de traitement (mn)'],
    en: ['Talk time (min)', 'Total duration (minutes)', 'Handling time (min)'],
    types: ['duration'],
    group: WORK,
    cell: value(({ seconds }) => round(seconds / 60, 1)),
  },
  talkClock: {
    fr: ['Durée de traitement', 'Temps de communication'],
    en: ['Handling time', 'Talk Duration'],
    types: ['duration'],
    group: WORK,
    cell: value(({ seconds }) => seconds / 86_400, '[h]:mm:ss'),
  },
  satisfaction: {
    fr: ['Note de satisfaction', 'CSAT (sur 5)', 'Satisfaction'],
    en: ['Satisfaction rating', 'CSAT score', 'Satisfaction (1-5)'],
    types: ['number'],
    group: WORK,
    cell: value(({ random }) => round(3.4 + random.next() * 1.4, 2)),
  },
  staff: {
    fr: ['ETP présents', 'Effectif (ETP)', 'ETP'],
    en: ['FTE', 'Staff (FTE)', 'Agents present (FTE)'],
    types: ['number'],
    group: WORK,
    cell: value(({ random }) => round(8 + random.next() * 6, 1)),
  },
  sales: {
    fr: ['Ventes', 'Nb de ventes', 'Ventes réalisées'],
    en: ['Sales', 'Deals closed', 'Number of sales'],
    types: ['count'],
    group: BUSINESS,
    cell: value(({ sales }) => sales),
  },
  revenue: {
    fr: ['CA (€)', "Chiffre d'affaires", 'CA HT', 'Montant des ventes'],
    en: ['Revenue', 'Sales amount ($)', 'Revenue (EUR)', 'Deal value ($)'],
    types: ['amount'],
    group: BUSINESS,
    cell: value(({ revenue }) => revenue, '#,##0.00'),
  },
  complaints: {
    fr: ['Réclamations', 'Nb réclamations', 'Insatisfactions'],
    en: ['Complaints', 'Number of complaints', 'Claims'],
    types: ['count'],
    group: BUSINESS,
    cell: value(({ offered }) => Math.round(offered * 0.02)),
  },
  weekday: {
    fr: ['Jour', 'Jour de la semaine'],
    en: ['Weekday', 'Day of week'],
    types: ['category'],
    cell: value(({ day }, language) => weekdayName(day, language)),
  },
  week: {
    fr: ['Semaine', 'N° semaine', 'Sem.'],
    en: ['Week', 'Week no', 'Week number'],
    types: ['category'],
    cell: value(({ day }) => isoWeekOf(day).week),
  },
  site: {
    fr: ['Site', 'Plateau', 'Équipe'],
    en: ['Site', 'Region', 'Team'],
    types: ['category'],
    cell: value(({ index }) => SITES[index % SITES.length] ?? ''),
  },
  agent: {
    fr: ['Conseiller', 'Agent', 'Nom du conseiller'],
    en: ['Agent', 'Advisor', 'Representative'],
    types: ['person'],
    cell: value(({ index }) => AGENTS[index % AGENTS.length] ?? ''),
  },
  remark: {
    fr: ['Commentaire', 'Observations', 'Remarques'],
    en: ['Comment', 'Notes', 'Remarks'],
    types: ['text'],
    cell: value(({ index, day }, language) =>
      index % 6 === 2 ? `${String(day % 97)}. ${REMARKS[language][index % 4] ?? ''}` : '',
    ),
  },
} satisfies Record<string, Field>;
