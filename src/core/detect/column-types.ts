import { isDateFormat, isTimeFormat, readTextDate } from './dates';
import type { ColumnReason, ColumnType, DetectedColumn } from './detected';
import type { ColumnFacts } from './column-facts';
import { natureOf, type NamedMeasure } from './synonyms';

const MOST = 0.8;
/** Whole numbers from here on are codes or amounts more often than counts. */
const LARGE = 1e6;

const RATE =
  /%|\b(taux|rate|ratio|pourcentage|percent|percentage|part|pct|qs|qp|tts|sl|fcr|conversion|occupation|occupancy|nps|adherence|avancement|progress|completion|disponibilite|availability)\b/;
const DURATION =
  /\b(duree|durees|duration|temps|delai|delais|attente|dmt|dmc|dpt|dma|aht|att|acw|asa|mttr|mtta|talk|handle|hold|wait|speed|minutes?|secondes?|seconds?|secs?|prod time|time to|response time|resolution time|heures?|hours?)\b/;
const CLOCK = /\b(heure|hour|time|horaire)\b/;
const AMOUNT =
  /[€$£]|\b(montants?|amount|ca|chiffre|revenue|cout|couts|cost|costs|prix|price|budget|facture|invoice|achat|purchase|value|valeur|recettes?|depenses?|dons?|charges?|solde|eur|euros?|usd|ht|ttc|marge|margin)\b/;
const SCORE =
  /\b(note|rating|satisfaction|score|csat|nps|ces|level|niveau|indice|index|cours|temperature|age|rang|rank|rounded|etp|fte)\b/;
const CALENDAR = /\b(annee|an|year|mois|month|semaine|sem|week|trimestre|quarter|jour|day|weekday|bucket|rounded)\b/;
/** Words that count periods instead of naming one: `Jours de retard`, `Days completed`. */
const LASTING =
  /\b(retard|late|complete|completed|passes?|restants?|remaining|ouvres?|worked|travailles?|conges?|duration|duree|nb|nombre|number)\b/;
const IDENTIFIER = /\b(id|ids|n|no|num|numero|ref|reference|code|ticket|number|matricule|order|dossier|key|uuid|case)\b/;
const PERSON =
  /\b(agent|agents|conseiller|conseillers|conseillere|teleconseiller|teleconseillers|representative|rep|advisor|operateur|operator|name|nom|prenom|employee|employe|collaborateur|vendeur|vendeurs|seller|salesperson|technicien|technician|assigned|assignee|responsable|owner|customer|client|auteur|manager|commercial|chef de projet|intervenant|resource|ressource)\b/;
/** A name of something, not of somebody. */
const NAMED_THING =
  /\b(task|tache|project|projet|product|produit|file|fichier|feuille|campagne|campaign|kpi|indicateur|site|service|team|equipe)\b/;

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

/** What a column of numbers holds, by its number format, its header and its values, in this order. */
export const numericType = (facts: ColumnFacts, named: NamedMeasure | null): Typed => {
  const { header, format, numbers, sample } = facts;
  const whole = numbers.every((value) => Number.isInteger(value));
  if (isDateFormat(format)) return typed('date', 'date-format');
  if (isTimeFormat(format))
    return numbers.every((value) => Math.abs(value) < 1) && CLOCK.test(header) && !DURATION.test(header.replace(CLOCK, ''))
      ? typed('time', 'time-format')
      : typed('duration', 'time-format');
  const measured = measureType(facts, named);
  if (measured) return measured;
  if (whole && CALENDAR.test(header) && !LASTING.test(header)) return typed('category', 'part-of-date');
  if (format.includes('%') || facts.percentTexts) return typed('rate', 'percent-format');
  const inRange = numbers.every((value) => value >= -100 && value <= 200);
  const lasting = DURATION.test(header) && !header.includes('%');
  if (RATE.test(header) && !lasting && inRange && !/\b(note|score|rating)\b/.test(header)) return typed('rate', 'header');
  if (whole && IDENTIFIER.test(header) && new Set(sample).size >= 0.98 * sample.length && numbers.length > 5)
    return typed('identifier', 'unique');
  if (SCORE.test(header)) return typed('number', 'score');
  if (/[€$£]/.test(format) || AMOUNT.test(header)) return typed('amount', 'header');
  if (DURATION.test(header)) return typed('duration', 'header');
  const middle = [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
  if (whole && numbers.every((value) => value >= 0) && middle < LARGE) return typed('count', 'whole-numbers');
  return typed('number', 'numbers');
};

/** What a column of texts holds. */
export const textType = (facts: ColumnFacts): Typed => {
  if (facts.written === 'clock')
    return typed(CLOCK.test(facts.header) && !DURATION.test(facts.header.replace(CLOCK, '')) ? 'time' : 'duration', 'header');
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
  if (PERSON.test(facts.header) && !NAMED_THING.test(facts.header)) return typed('person', 'header');
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
  if (isTimeFormat(facts.format) || facts.written === 'clock') return 'day-fraction';
  if (/\b(sec|secs|seconde|secondes|seconds|second|s)\b/.test(facts.header)) return 'seconds';
  if (/\b(min|mins|minute|minutes|mn)\b/.test(facts.header)) return 'minutes';
  if (/\b(h|heure|heures|hours|hour)\b/.test(facts.header)) return 'hours';
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
