import type { Language } from '../meteo/content';

type MailWords = {
  subject: (number: number, client: string, weeks: string, weather: string) => string;
  greeting: string;
  intro: (number: number, contract: string, period: string) => string;
  introShort: (number: number, period: string) => string;
  attached: (file: string) => string;
  figures: string;
  head: { indicator: string; value: string; objective: string; status: string };
  figure: (label: string, value: string, objective: string, status: string) => string;
  figureWithoutObjective: (label: string, value: string, status: string) => string;
  /** Nobody has confirmed it: it is no promise. */
  proposed: (objective: string) => string;
  ahead: string;
  actions: string;
  action: (text: string, role: string, due: string) => string;
  detail: string;
};

const french: MailWords = {
  subject: (number, client, weeks, weather) => `Météo n° ${number}${client === '' ? '' : ` - ${client}`} - ${weeks} : ${weather}`,
  greeting: 'Bonjour,',
  intro: (number, contract, period) => `Voici la météo n° ${number} (${contract}), ${period}.`,
  introShort: (number, period) => `Voici la météo n° ${number}, ${period}.`,
  attached: (file) => `La page complète est jointe : ${file}`,
  figures: 'Les chiffres :',
  head: { indicator: 'Indicateur', value: 'Valeur', objective: 'Objectif', status: 'Statut' },
  figure: (label, value, objective, status) => `${label} : ${value} (objectif ${objective}), ${status}`,
  figureWithoutObjective: (label, value, status) => `${label} : ${value}, ${status}`,
  proposed: (objective) => `${objective}, proposé`,
  ahead: 'À venir :',
  actions: 'Actions en cours :',
  action: (text, role, due) => [text, role, due === '' ? '' : `pour le ${due}`].filter((part) => part !== '').join(', '),
  detail: 'Le détail est dans la page jointe.',
};

const english: MailWords = {
  subject: (number, client, weeks, weather) => `Météo no. ${number}${client === '' ? '' : ` - ${client}`} - ${weeks}: ${weather}`,
  greeting: 'Hello,',
  intro: (number, contract, period) => `Here is météo no. ${number} (${contract}), ${period}.`,
  introShort: (number, period) => `Here is météo no. ${number}, ${period}.`,
  attached: (file) => `The whole page is attached: ${file}`,
  figures: 'Figures:',
  head: { indicator: 'Indicator', value: 'Value', objective: 'Objective', status: 'Status' },
  figure: (label, value, objective, status) => `${label}: ${value} (objective ${objective}), ${status}`,
  figureWithoutObjective: (label, value, status) => `${label}: ${value}, ${status}`,
  proposed: (objective) => `${objective}, proposed`,
  ahead: 'Ahead:',
  actions: 'Actions under way:',
  action: (text, role, due) => [text, role, due === '' ? '' : `by ${due}`].filter((part) => part !== '').join(', '),
  detail: 'The details are on the attached page.',
};

/** The sentences of the mail that goes with a page. */
export const mailWords = (language: Language): MailWords => (language === 'fr' ? french : english);
