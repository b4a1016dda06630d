import type { CellValue } from '../sheet/snapshot';
import type { Block } from './block';
import { factsOf, type ColumnFacts } from './column-facts';
import { currenciesOf } from './currency';
import { durationUnit, numericType, rateScale, textType } from './column-types';
import type { ColumnType, DetectedColumn } from './detected';
import { measureOfHeader, natureOf } from './synonyms';

const AVERAGE = /\b(moyen|moyenne|moyens|moyennes|moy|average|avg|mean|dmt|dmc|dpt|dma|aht|att|asa|mttr|mtta)\b/;
/** What one thing comes to for each of others: travellers on time for one that is late, calls per hour. */
const PER =
  /\bpour (un|une|1|100|mille)\b|\b(par|per) (heure|hour|agent|conseiller|tete|head|appel|call|habitant|personne|person|1k|100|1000|capita)\b/;
const CUMULATIVE = /\b(cumul|cumule|cumulee|cumules|cumulees|cumulative|cumulated|ytd|mtd|running|a date|to date)\b/;

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

const affirmativeOf = (sample: readonly CellValue[]): string | undefined => {
  const values = [...new Set(sample.map((value) => String(value)))];
  if (values.length === 0 || values.length > 2) return undefined;
  for (const pair of OUTCOMES) {
    const yes = values.find((value) => value.trim().toLowerCase() === pair[0]);
    if (yes !== undefined && values.every((value) => pair.includes(value.trim().toLowerCase()))) return yes;
  }
  return undefined;
};

const sampleText = (facts: ColumnFacts): string => {
  const value = facts.filled[0];
  return value === undefined ? '' : String(typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value).slice(0, 40);
};

/** Can a column of a type hold a measure's values? */
const fits = (type: ColumnType, measure: string, outcomes: boolean): boolean => {
  const nature = natureOf(measure);
  switch (type) {
    case 'category':
      return outcomes || nature === 'identifier';
    case 'identifier':
    case 'person':
      return nature === 'identifier';
    case 'rate':
      return nature === 'rate' || nature === 'score';
    case 'count':
    case 'amount':
    case 'duration':
    case 'number':
      return nature !== 'identifier' && nature !== 'rate';
    default:
      return false;
  }
};

/** What a column of a block holds: its type, the measure that its header names, units and outcomes. */
export const detectColumn = (block: Block, column: number, header: string): DetectedColumn => {
  const facts = factsOf(block, column, header);
  const base = { column, header, sample: sampleText(facts) };
  if (facts.filled.length === 0) return { ...base, type: 'empty', confidence: 1, reason: 'empty' };
  const named = measureOfHeader(header.replace(/ \(\d\)$/, ''));
  const { numeric } = facts;
  const { type, reason } = numeric ? numericType(facts, named) : textType(facts);
  const unit = type === 'duration' ? durationUnit(facts, named) : undefined;
  const affirmative = type === 'category' ? affirmativeOf(facts.sample) : undefined;
  const measured = named !== null && fits(type, named.measure, affirmative !== undefined) ? named : null;
  const figure = numeric && type !== 'category' && type !== 'identifier';
  const currencies = type === 'amount' ? currenciesOf(header, facts.formats) : [];
  return {
    ...base,
    type,
    ...(measured && { measure: measured.measure }),
    confidence: measured ? measured.confidence : 0.7,
    reason: measured ? 'header' : reason,
    ...(numeric && facts.decimal && { textNumbers: facts.decimal }),
    ...(type === 'duration' && !numeric && { unread: true }),
    ...(unit && { duration: unit }),
    ...(type === 'rate' && { scale: rateScale(facts) }),
    ...(type === 'number' && reason === 'score' && { score: true, highest: Math.max(...facts.numbers) }),
    ...(figure && CUMULATIVE.test(facts.header) && { cumulative: true }),
    ...(figure && (AVERAGE.test(facts.header) || PER.test(facts.header)) && { average: true }),
    ...(affirmative !== undefined && { affirmative }),
    ...(currencies.length > 0 && { currencies }),
  };
};
