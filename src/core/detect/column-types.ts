import { currencyOfFormat } from './currency';
import { isDateFormat, isTimeFormat, readTextDate } from './dates';
import type { ColumnReason, ColumnType, DetectedColumn } from './detected';
import type { ColumnFacts } from './column-facts';
import { natureOf, type NamedMeasure } from './synonyms';

const MOST = 0.8;
/** Whole numbers from here on, all of one length and few of them different, are codes and no counts. */
const LARGE = 1e6;
/** A currency's sign in a number format; `[$-409]` is a language. */
const CURRENCY_FORMAT = /[€£]|(?<!\[)\$|\[\$[^-\]]/;

const RATE =
  /%|\b(taux|rate|ratio|pourcentage|percent|percentage|part|pct|qs|qp|tts|sl|fcr|service level|niveau de service|qualite de service|conversion|occupation|occupancy|nps|adherence|avancement|progress|completion|disponibilite|availability)\b/;
const DURATION =
  /\b(duree|durees|duration|temps|delai|delais|attente|dmt|dmc|dpt|dma|aht|att|acw|asa|mttr|mtta|los|length of stay|talk|handle|handling|hold|wait|waiting|speed|minutes?|secondes?|seconds?|secs?|prod time|time to|response time|resolution time|heures?|hours?)\b/;
const CLOCK = /\b(heure|hour|time|horaire)\b/;
/** A time that is averaged or lasts is no time of the day. */
const LASTS = /\b(avg|average|mean|moyen|moyenne|total|max|maximum|min|minimum|cumul|cumule)\b/;
/** `Plan Time (min)`: a time with its unit. */
const TIME_WITH_UNIT = /\b(time|temps|duree)\b.*\b(s|sec|secs|seconds?|secondes?|min|mins|mn|minutes?|h|hours?|heures?)\b/;
/** `20 s` in `Answered within 20 s` is a threshold, no unit. */
const THRESHOLD = /\b\d+ ?(s|sec|secs|secondes?|seconds?|min|mn|minutes?|h|heures?|hours?|j|jours?|days?)\b/g;
/** `Ventes par heure` counts, and lasts nothing. */
const EACH = /\b(par|per|each|chaque) (heures?|hours?|h|jours?|days?|minutes?|min|mois|month|semaine|week)\b/g;
/** What is counted stands behind these words, whatever it is. */
const COUNTED = /^(nb|nbr|nbre|nombre|number of|count of|count|qte|quantite|quantity)\b/;
const AMOUNT =
  /[€$£]|\b(montants?|amount|ca|chiffre|revenue|cout|couts|cost|costs|prix|price|budget|facture|invoice|achat|purchase|value|valeur|recettes?|depenses?|dons?|(?<!en )charges?|solde|eur|euros?|usd|gbp|chf|fcfa|keur|ht|ttc|marge|margin|interets?|interest|remunerations?|salaires?|salary|wages|exportations?|importations?|exports?|imports?|dette|debt|paiements?|payments?|pib|gdp|creances?)\b/;
const SCORE =
  /\b(note|rating|satisfaction|score|csat|nps|ces|level|niveau|indice|index|cours|temperature|age|rang|rank|rounded|etp|fte)\b/;
/** Opinions that are counted where they are whole numbers, and scores where they have decimals. */
const OPINION = /\b(evaluations?|avis|appreciations?|notations?|reviews?|feedback)\b/;
/** The highest mark that opinions are given on. */
const BEST_MARK = 20;
/** Words that name a period, each with the numbers that its values can be. */
const CALENDAR: readonly (readonly [RegExp, number, number])[] = [
  [/\b(annee|an|year)\b/, 1990, 2080],
  [/\b(mois|month)\b/, 1, 12],
  [/\b(semaine|sem|week)\b/, 1, 53],
  [/\b(trimestre|quarter)\b/, 1, 4],
  [/\b(jour|day|weekday)\b/, 0, 31],
];
/** Numbers rounded so that rows can be counted by them. */
const BUCKET = /\b(bucket|rounded|arrondie?|tranche)\b/;
const IDENTIFIER = /\b(id|ids|n|no|num|numero|ref|reference|code|ticket|number|matricule|order|dossier|key|uuid|case)\b/;
/** A number that is given to something: `N° commande`, `Ticket ID`. */
const NUMBERED = /^(n|no|num|numero|ref|id|code) \w|^(n|no|num|numero|id|ref|number)$|\b(number|no|numero|id|ref)$/;
/** Whole numbers that name a place or a firm and count nothing. */
const CODE = /\b(code|postcode|zip|cp|postal|siren|siret|telephone|phone|tel|insee)\b/;
const PERSON =
  /\b(agent|agents|conseiller|conseillers|conseillere|teleconseiller|teleconseillers|representative|rep|advisor|operateur|operator|name|nom|prenom|employee|employe|collaborateur|vendeur|vendeurs|seller|salesperson|technicien|technician|assigned|assignee|responsable|owner|customer|client|auteur|manager|commercial|chef de projet|intervenant|resource|ressource)\b/;
/** A name of something, not of somebody. */
const NAMED_THING =
  /\b(ligne|line|route|gare|station|organisation|org|provider|company|entreprise|societe|ville|city|pays|country|commune|region|category|categorie|poste|fournisseur|supplier|department|departement|branch|agence|store|magasin|queue|task|tache|project|projet|product|produit|file|fichier|feuille|campagne|campaign|kpi|indicateur|site|service|team|equipe)\b/;

/** Does a header name the period that its whole numbers are? `Semaine` over 1 to 53, but not `Year ICI` over 0 to 12. */
const namesPeriod = (header: string, numbers: readonly number[]): boolean =>
  BUCKET.test(header) ||
  CALENDAR.some(([words, least, most]) => words.test(header) && numbers.every((value) => value >= least && value <= most));

/** Unique numbers that are given out: one after the other, or all of one length. */
const areGivenOut = (numbers: readonly number[]): boolean => {
  const lengths = new Set(numbers.map((value) => String(value).length));
  const steps = numbers.slice(1).map((value, index) => value - (numbers[index] ?? value));
  return (
    (lengths.size === 1 && !lengths.has(1) && !lengths.has(2) && !lengths.has(3)) ||
    steps.every((step) => step > 0) ||
    steps.every((step) => step < 0)
  );
};

export type Typed = { type: ColumnType; reason: ColumnReason };

const typed = (type: ColumnType, reason: ColumnReason): Typed => ({ type, reason });

/** Type of a column of numbers by what its header, which says a measure and nothing more, counts; null where values object. */
const measureType = ({ numbers, format }: ColumnFacts, named: NamedMeasure | null): Typed | null => {
  const nature = named?.exact ? natureOf(named.measure) : null;
  const rate = format.includes('%');
  switch (nature) {
    case 'count':
      return !rate && numbers.every((value) => Number.isInteger(value) && value >= 0) ? typed('count', 'header') : null;
    case 'amount':
      return rate ? null : typed('amount', 'header');
    case 'duration':
      return rate ? null : typed('duration', 'header');
    case 'rate':
      return numbers.every((value) => Math.abs(value) <= 150) ? typed('rate', rate ? 'percent-format' : 'header') : null;
    case 'score':
      return rate ? null : typed('number', 'score');
    case 'number':
      return typed('number', 'header');
    case 'identifier':
      return typed('identifier', 'header');
    default:
      return null;
  }
};

const areCodes = (numbers: readonly number[]): boolean =>
  numbers.some((value) => value >= LARGE) &&
  numbers.every((value) => value === 0 || value >= LARGE) &&
  new Set(numbers.filter(Boolean).map((value) => String(value).length)).size <= 1 &&
  new Set(numbers).size <= 0.7 * numbers.length;

/** A time of the day, and not how long something lasts. */
const isTimeOfDay = (header: string): boolean =>
  CLOCK.test(header) && !LASTS.test(header) && !DURATION.test(header.replace(CLOCK, ''));

/** What a column of numbers holds, by its number format, its header and its values, in this order. */
export const numericType = (facts: ColumnFacts, named: NamedMeasure | null): Typed => {
  const { format, numbers, sample } = facts;
  const header = facts.header.replace(THRESHOLD, '').replace(EACH, '').trim();
  const whole = numbers.every((value) => Number.isInteger(value));
  if (isDateFormat(format)) return typed('date', 'date-format');
  if (isTimeFormat(format))
    return numbers.every((value) => Math.abs(value) < 1) && isTimeOfDay(header)
      ? typed('time', 'time-format')
      : typed('duration', 'time-format');
  const unique = new Set(sample).size >= 0.98 * sample.length && numbers.length > 5;
  const counted = COUNTED.test(header);
  if (whole && unique && !counted && NUMBERED.test(header) && areGivenOut(numbers)) return typed('identifier', 'unique');
  const measured = measureType(facts, named);
  if (measured) return measured;
  if (whole && CODE.test(header)) return unique ? typed('identifier', 'unique') : typed('category', 'header');
  if (whole && namesPeriod(header, numbers)) return typed('category', 'part-of-date');
  if (format.includes('%') || facts.percentTexts) return typed('rate', 'percent-format');
  const inRange = numbers.every((value) => value >= -100 && value <= 200);
  const lasting = !counted && DURATION.test(header) && !header.includes('%');
  const level = /\b(level|niveau)\b/.test(header) && numbers.every((value) => value <= 10) && numbers.some((value) => value > 1);
  if (RATE.test(header) && !lasting && inRange && !level && !/\b(note|score|rating)\b/.test(header))
    return typed('rate', 'header');
  if (whole && unique && (named === null || !named.exact) && areGivenOut(numbers))
    if ((IDENTIFIER.test(header) && !counted) || /^(index|rang|rank|ligne|row)$/.test(header))
      return typed('identifier', 'unique');
  const mark = !whole && OPINION.test(header) && numbers.every((value) => value >= 0 && value <= BEST_MARK);
  if (SCORE.test(header) || mark) return typed('number', 'score');
  if (!counted && (CURRENCY_FORMAT.test(format) || currencyOfFormat(format) !== null || AMOUNT.test(header)))
    return typed('amount', 'header');
  if (lasting || (!counted && TIME_WITH_UNIT.test(header))) return typed('duration', 'header');
  if (whole && numbers.every((value) => value >= 0) && !areCodes(numbers)) return typed('count', 'whole-numbers');
  return typed('number', 'numbers');
};

/** What a column of texts holds. */
export const textType = (facts: ColumnFacts): Typed => {
  if (facts.written === 'clock') return typed(isTimeOfDay(facts.header) ? 'time' : 'duration', 'header');
  const texts = facts.filled.map(String);
  const looked = Math.min(texts.length, 5000);
  const distinct = new Set(texts.slice(0, 5000)).size;
  const asDates = (['iso', 'dmy', 'mdy', 'month-name'] as const).some(
    (writing) =>
      facts.sample.filter((value) => readTextDate(String(value), writing) !== null).length >= MOST * facts.sample.length,
  );
  if (asDates && facts.sample.length > 0) return typed('date', 'text-dates');
  const unique = looked > 5 && distinct >= 0.95 * looked;
  const first = texts.slice(0, 50);
  const short = first.filter((text) => text.length <= 24).length >= 0.9 * first.length;
  if (unique && short && (IDENTIFIER.test(facts.header) || first.every((text) => /\d/.test(text))))
    return typed('identifier', 'unique');
  const named = facts.header.replace(/\bchef(fe)? de projet\b|\bproject manager\b/, 'manager');
  if (PERSON.test(named) && !NAMED_THING.test(named) && !/\b(id|ids|code|matricule|ref|numero)\b/.test(named))
    return typed('person', 'header');
  if (distinct <= Math.max(12, 0.1 * looked) && short && (distinct < looked || looked <= 3))
    return typed('category', 'few-values');
  if (IDENTIFIER.test(facts.header) && short) return typed('identifier', 'header');
  return typed(
    short && distinct <= 0.5 * looked ? 'category' : 'text',
    short && distinct <= 0.5 * looked ? 'few-values' : 'text',
  );
};

const UNIT_OF = { _s: 'seconds', minutes_: 'minutes', heures_: 'hours' } as const;

/** Unit of a duration: what its format or header says, else what its measure counts in, else fractions of a day by its values. */
export const durationUnit = (facts: ColumnFacts, named: NamedMeasure | null): DetectedColumn['duration'] => {
  const header = facts.header.replace(THRESHOLD, '');
  if (isTimeFormat(facts.format) || facts.written === 'clock') return 'day-fraction';
  if (/\b(sec|secs|seconde|secondes|seconds|second|s)\b/.test(header)) return 'seconds';
  if (/\b(min|mins|minute|minutes|mn)\b/.test(header)) return 'minutes';
  if (/\b(h|heure|heures|hours|hour)\b/.test(header)) return 'hours';
  const { numbers } = facts;
  const middle = [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
  if (numbers.length > 0 && numbers.every((value) => value >= 0 && value < 1) && middle > 0) return 'day-fraction';
  const measure = named?.measure ?? '';
  if (measure.startsWith('heures_')) return UNIT_OF.heures_;
  if (measure.startsWith('minutes_')) return UNIT_OF.minutes_;
  return measure.endsWith('_s') && numbers.every((value) => Number.isInteger(value)) && middle >= 15 ? UNIT_OF._s : undefined;
};

/** How the values of a rate are written: 0.94, 94 or the text `94 %`. */
export const rateScale = (facts: ColumnFacts): DetectedColumn['scale'] => {
  if (facts.percentTexts) return 'text';
  if (facts.format.includes('%')) return 'fraction';
  return facts.numbers.some((value) => Math.abs(value) > 1.5) ? 'points' : 'fraction';
};
