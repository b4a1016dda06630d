import { numberFormatAt, valueAt, type CellValue } from '../sheet/snapshot';
import type { Block } from './blocks';
import { readNumberText } from './numbers';
import { isDateFormat, isTimeFormat, readTextDate } from './dates';
import type { ColumnReason, ColumnType, DetectedColumn } from './detected';
import { measureOfHeader } from './synonyms';
import { plainText } from './words';

/** Cells looked at to type a column; identifiers are checked on more. */
const SAMPLE = 200;
const MOST = 0.8;

const RATE = /%|\b(taux|rate|ratio|pourcentage|percent|percentage|part|pct|qs|qp|conversion|occupation|occupancy|nps)\b/;
const DURATION =
  /\b(duree|durees|duration|temps|delai|attente|dmt|dmc|dpt|aht|att|acw|asa|talk|handle|hold|wait|speed|minutes?|secondes?|seconds?|secs?|prod time|time to|heures?|hours?)\b/;
const CLOCK = /\b(heure|hour|time|horaire)\b/;
const AMOUNT =
  /[€$£]|\b(montant|amount|ca|chiffre|revenue|cout|couts|cost|costs|prix|price|budget|facture|invoice|achat|purchase|value|valeur|recettes?|depenses?|dons?|charges?|solde|eur|euros?|usd)\b/;
const SCORE =
  /\b(note|rating|satisfaction|score|csat|nps|ces|level|niveau|indice|index|cours|temperature|age|rang|rank|rounded)\b/;
const AVERAGE = /\b(moyen|moyenne|moyens|moyennes|moy|average|avg|mean|dmt|dmc|dpt|aht|asa)\b/;
const CUMULATIVE = /\b(cumul|cumule|cumulee|cumules|cumulative|cumulated|ytd|mtd|running)\b/;
const CALENDAR = /\b(annee|an|year|mois|month|semaine|week|trimestre|quarter|jour|day|weekday|bucket|rounded)\b/;
const IDENTIFIER = /\b(id|ids|n|no|num|numero|ref|reference|code|ticket|number|matricule|order|dossier|key|uuid)\b/;
const PERSON =
  /\b(agent|agents|conseiller|conseillere|teleconseiller|representative|rep|advisor|operateur|operator|name|nom|prenom|employee|employe|collaborateur|vendeur|seller|salesperson|technicien|technician|assigned|assignee|responsable|owner|customer|client|auteur)\b/;

/** Pairs of outcomes, the one that says yes first. */
const OUTCOMES: readonly (readonly [string, string])[] = [
  ['y', 'n'],
  ['yes', 'no'],
  ['oui', 'non'],
  ['o', 'n'],
  ['true', 'false'],
  ['vrai', 'faux'],
  ['x', ''],
];

type Facts = {
  header: string;
  format: string;
  filled: readonly CellValue[];
  sample: readonly CellValue[];
  numbers: readonly number[];
  decimal?: '.' | ',';
};

const factsOf = (block: Block, column: number, header: string): Facts => {
  const filled: CellValue[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const value = valueAt(block.sheet, row, column);
    if (value !== '') filled.push(value);
  }
  const step = Math.max(1, Math.floor(filled.length / SAMPLE));
  const sample = filled.filter((_, index) => index % step === 0);
  const decimal = decimalOf(sample);
  const numbers = sample.flatMap((value) =>
    typeof value === 'number' ? value : typeof value === 'string' && decimal ? (readNumberText(value, decimal) ?? []) : [],
  );
  let format = 'General';
  for (let row = block.firstRow; row <= block.lastRow && row < block.firstRow + 20; row++) {
    const found = numberFormatAt(block.sheet, row, column);
    if (found !== 'General' && valueAt(block.sheet, row, column) !== '') format = found;
  }
  return { header: plainText(header), format, filled, sample, numbers, ...(decimal && { decimal }) };
};

/** Decimal mark of numbers typed as text, when most of the texts are numbers; undefined otherwise. */
const decimalOf = (sample: readonly CellValue[]): '.' | ',' | undefined => {
  const texts = sample.filter((value) => typeof value === 'string');
  if (texts.length === 0 || texts.length < 0.2 * sample.length) return undefined;
  const asNumbers = (decimal: '.' | ','): number => texts.filter((text) => readNumberText(text, decimal) !== null).length;
  const comma = texts.some((text) => /,\d{1,2}$|,\d{4,}$/.test(text.trim()));
  const decimal = comma && asNumbers(',') >= asNumbers('.') ? ',' : '.';
  return asNumbers(decimal) >= MOST * texts.length ? decimal : undefined;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const numericType = (facts: Facts): { type: ColumnType; reason: ColumnReason } => {
  const { header, format, numbers } = facts;
  const whole = numbers.every((value) => Number.isInteger(value));
  const inFraction = numbers.every((value) => Math.abs(value) < 1);
  if (isDateFormat(format)) return { type: 'date', reason: 'date-format' };
  if (isTimeFormat(format))
    return inFraction && CLOCK.test(header) && !DURATION.test(header.replace(CLOCK, ''))
      ? { type: 'time', reason: 'time-format' }
      : { type: 'duration', reason: 'time-format' };
  if (whole && CALENDAR.test(header)) return { type: 'category', reason: 'part-of-date' };
  if (format.includes('%')) return { type: 'rate', reason: 'percent-format' };
  if (RATE.test(header) && !DURATION.test(header) && numbers.every((value) => value >= -1 && value <= 100))
    return { type: 'rate', reason: 'header' };
  if (whole && IDENTIFIER.test(header) && new Set(facts.sample).size >= 0.98 * facts.sample.length && numbers.length > 5)
    return { type: 'identifier', reason: 'unique' };
  if (SCORE.test(header)) return { type: 'number', reason: 'score' };
  if (/[€$£]/.test(format) || AMOUNT.test(header)) return { type: 'amount', reason: 'header' };
  if (DURATION.test(header)) return { type: 'duration', reason: 'header' };
  if (whole && numbers.every((value) => value >= 0)) return { type: 'count', reason: 'whole-numbers' };
  return { type: 'number', reason: 'numbers' };
};

const textType = (facts: Facts): { type: ColumnType; reason: ColumnReason } => {
  const texts = facts.filled.map(String);
  const distinct = new Set(texts.slice(0, 5000)).size;
  const looked = Math.min(texts.length, 5000);
  const asDates = (['iso', 'dmy', 'mdy'] as const).some(
    (writing) =>
      facts.sample.filter((value) => readTextDate(String(value), writing) !== null).length >= MOST * facts.sample.length,
  );
  if (asDates) return { type: 'date', reason: 'text-dates' };
  const unique = looked > 5 && distinct >= 0.95 * looked;
  const short = texts.slice(0, 50).every((text) => text.length <= 24);
  if (unique && short && (IDENTIFIER.test(facts.header) || texts.slice(0, 50).every((text) => /\d/.test(text))))
    return { type: 'identifier', reason: 'unique' };
  if (PERSON.test(facts.header)) return { type: 'person', reason: 'header' };
  if (distinct <= Math.max(12, 0.1 * looked) && short) return { type: 'category', reason: 'few-values' };
  if (IDENTIFIER.test(facts.header) && short) return { type: 'identifier', reason: 'header' };
  return { type: 'text', reason: 'text' };
};

const durationUnit = (facts: Facts): NonNullable<DetectedColumn['duration']> | undefined => {
  if (isTimeFormat(facts.format)) return 'day-fraction';
  if (/\b(sec|secs|seconde|secondes|seconds|second|s)\b/.test(facts.header)) return 'seconds';
  if (/\b(min|mins|minute|minutes|mn)\b/.test(facts.header)) return 'minutes';
  if (/\b(h|heure|heures|hours|hour)\b/.test(facts.header)) return 'hours';
  if (facts.numbers.length > 0 && facts.numbers.every((value) => value >= 0 && value < 1) && median(facts.numbers) > 0)
    return 'day-fraction';
  return undefined;
};

const affirmativeOf = (sample: readonly CellValue[]): string | undefined => {
  const values = [...new Set(sample.map((value) => String(value)))];
  if (values.length === 0 || values.length > 2) return undefined;
  for (const pair of OUTCOMES) {
    const yes = values.find((value) => value.toLowerCase() === pair[0]);
    if (yes !== undefined && values.every((value) => pair.includes(value.toLowerCase()))) return yes;
  }
  return undefined;
};

const sampleText = (facts: Facts): string => {
  const value = facts.filled[0];
  return value === undefined ? '' : String(typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value).slice(0, 40);
};

/** What a column of a block holds: its type, the measure that its header names, units and outcomes. */
export const detectColumn = (block: Block, column: number, header: string): DetectedColumn => {
  const facts = factsOf(block, column, header);
  const base = { column, header, sample: sampleText(facts) };
  if (facts.filled.length === 0) return { ...base, type: 'empty', confidence: 1, reason: 'empty' };
  const numeric = facts.numbers.length >= MOST * facts.sample.length;
  const { type, reason } = numeric ? numericType(facts) : textType(facts);
  const named = type === 'date' || type === 'person' || type === 'identifier' ? null : measureOfHeader(header);
  const unit = type === 'duration' ? durationUnit(facts) : undefined;
  const affirmative = type === 'category' ? affirmativeOf(facts.sample) : undefined;
  const usable = named !== null && (numeric ? type !== 'category' && type !== 'rate' : affirmative !== undefined);
  return {
    ...base,
    type,
    ...(usable && { measure: named.measure }),
    confidence: usable ? named.confidence : 0.7,
    reason: usable ? 'header' : reason,
    ...(numeric && facts.decimal && { textNumbers: facts.decimal }),
    ...(unit && { duration: unit }),
    ...(numeric && CUMULATIVE.test(facts.header) && { cumulative: true }),
    ...(numeric && AVERAGE.test(facts.header) && { average: true }),
    ...(affirmative !== undefined && { affirmative }),
  };
};
