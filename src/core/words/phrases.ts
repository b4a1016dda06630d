import type { Language } from '../meteo/content';
import { lowerFirst } from './typography';

/**
 * How sentences speak of a KPI. Known rates have a phrase that follows their value (`91,8 % d’appels décrochés`); any other
 * KPI is spoken of by its label, with an article where French grammar is known.
 */

/** What follows the value of a rate of the catalogue, and its acronym where people use one. */
type RatePhrase = { fr: string; en: string; acronym?: { fr: string; en: string } };

const RATES: Readonly<Record<string, RatePhrase>> = {
  in_qs: { fr: 'd’appels décrochés', en: 'of calls answered', acronym: { fr: 'QS', en: 'answer rate' } },
  in_sl: { fr: 'd’appels décrochés dans le délai', en: 'of calls answered in time' },
  in_abandon_rate: { fr: 'd’appels abandonnés', en: 'of calls abandoned' },
  in_fcr: { fr: 'de demandes résolues au 1er contact', en: 'of requests solved at first contact' },
  in_csat: { fr: 'de clients satisfaits', en: 'of customers satisfied', acronym: { fr: 'CSAT', en: 'CSAT' } },
  in_mail_ontime: { fr: 'd’e-mails traités dans le délai', en: 'of e-mails handled in time' },
  out_reach: { fr: 'de fiches jointes', en: 'of records reached' },
  out_conv: { fr: 'de contacts transformés en ventes', en: 'of contacts turned into sales' },
};

/** `d’appels décrochés (QS)`, null for a KPI that is not a known rate. */
export const ratePhrase = (id: string, language: Language): { plain: string; named: string } | null => {
  const phrase = RATES[id];
  if (!phrase) return null;
  const plain = phrase[language];
  return { plain, named: phrase.acronym ? `${plain} (${phrase.acronym[language]})` : plain };
};

/** A label without what explains it: `DMT` of `DMT, durée de traitement (min:s)`, `Taux de décroché` of `Taux de décroché / QS`. */
export const shortLabel = (label: string): string => label.split(/, | \(| \/ | [-–] /)[0]?.trim() ?? label;

/** Nouns that begin labels, with their French gender and number. */
const NOUNS: Readonly<Record<'m' | 'f' | 'mp' | 'fp', string>> = {
  m: 'taux délai nombre coût stock niveau temps volume chiffre panier score cumul respect pourcentage backlog NPS CSAT FCR CES SLA shrinkage',
  f: 'durée note part qualité satisfaction productivité attente disponibilité charge moyenne occupation adhérence joignabilité conversion validité QS QP DMT DMC GTI GTR',
  mp: 'appels contacts tickets incidents dossiers e-mails mails courriels rendez-vous clients abandons jours litiges rappels retards accords',
  fp: 'ventes demandes réclamations fiches heures commandes relances interventions insatisfactions réponses',
};

const genderOf = (label: string): keyof typeof NOUNS | null => {
  const first = label.split(/[\s’']/)[0]?.toLowerCase() ?? '';
  const entries = Object.entries(NOUNS) as [keyof typeof NOUNS, string][];
  return entries.find(([, words]) => words.toLowerCase().split(' ').includes(first))?.[0] ?? null;
};

/** A KPI in a French sentence: `le taux d’abandon`, `la DMT`; `singular` chooses the verb. null when its gender is not known. */
export const withArticle = (label: string): { text: string; singular: boolean } | null => {
  const noun = lowerFirst(shortLabel(label));
  const gender = genderOf(noun);
  if (!gender) return null;
  if (gender === 'mp' || gender === 'fp') return { text: `les ${noun}`, singular: false };
  if (/^[aeiouyéèêh]/i.test(noun) && !/^[A-Z]{2,}/.test(noun)) return { text: `l’${noun}`, singular: true };
  return { text: `${gender === 'm' ? 'le' : 'la'} ${noun}`, singular: true };
};

/** Last words of English labels that name one thing, and not things counted. */
const ENGLISH_NOUNS =
  /\b(?:rate|time|share|level|cost|price|delay|duration|number|volume|score|backlog|stock|amount|balance|rating)$/i;

/** A KPI in an English sentence: `the abandonment rate`, `calls offered`, `CSAT`; `singular` chooses the verb. */
export const withEnglishArticle = (label: string): { text: string; singular: boolean } => {
  const noun = lowerFirst(shortLabel(label));
  if (ENGLISH_NOUNS.test(noun) && !/^the /i.test(noun)) return { text: `the ${noun}`, singular: true };
  // `Calls offered` are, `complaints` are, a status is.
  return { text: noun, singular: !/[^su\W]s(?:$|\s(?!.*\s))/.test(noun) };
};

/** Nouns counted, masculine or feminine, of a label such as `Appels reçus`: `appels`. null for other labels. */
export const countedNoun = (label: string, language: Language): { noun: string; feminine: boolean } | null => {
  const noun = lowerFirst(shortLabel(label)).split(' ')[0] ?? '';
  if (language === 'en') return /^[a-z-]+s$/.test(noun) ? { noun, feminine: false } : null;
  const gender = genderOf(noun);
  return gender === 'mp' || gender === 'fp' ? { noun, feminine: gender === 'fp' } : null;
};
