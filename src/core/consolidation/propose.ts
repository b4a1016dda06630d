import type { DetectedColumn, DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { problem, type Problem } from '../problem';
import { amountFormat, amountMarks, currencyList } from '../words/currency';
import type { ConsolidatedColumn, Rule } from './rule';

export type Proposal = { columns: readonly ConsolidatedColumn[]; problems: readonly Problem[] };

/** A score or a level: something that is never added up, by its header's words (see `detectColumn`). */
const isScore = (column: DetectedColumn): boolean =>
  column.type === 'number' && (column.reason === 'score' || column.score === true);

const SCORES = ['note_satisfaction_moy', 'note_ecoute_moy'];

/** Number format of a rule's figures: rates in percent, amounts in their currency, durations and means with decimals, counts with thousands. */
export const numberFormatOf = (rule: Rule, column: DetectedColumn | undefined, language: Language): string => {
  const [currency] = column?.currencies ?? [];
  const marks = currency && rule.kind !== 'ratio' ? amountMarks(currency, language) : null;
  if (marks) return amountFormat('#,##0.00', marks);
  if (column?.duration === 'day-fraction') return '[h]:mm:ss';
  // 82.8 typed for 82.8 % stays 82.8: a percent format would show 8,280 %.
  if (column?.type === 'rate' && column.scale === 'points' && rule.kind !== 'ratio') return '#,##0.0';
  if (rule.kind === 'ratio') return column && column.type !== 'rate' ? '#,##0.00' : '0.0%';
  if (rule.kind === 'weightedMean' && column?.type === 'rate') return '0.0%';
  if (column?.type === 'rate') return '0.0%';
  if (['mean', 'weightedMean'].includes(rule.kind)) return '#,##0.00';
  return column?.type === 'amount' || column?.type === 'number' ? '#,##0.##' : '#,##0';
};

/** What one column becomes in a period, or null when it is no figure; a problem when it is a rate without its parts. */
const ruleOf = (table: DetectedTable, column: DetectedColumn): Rule | Problem | null => {
  const place = column.column;
  if (column.parts)
    return {
      kind: 'ratio',
      numerator: { kind: 'sum', column: column.parts.numerator },
      denominator: { kind: 'sum', column: column.parts.denominator },
    };
  if (column.cumulative) return { kind: 'last', column: place };
  switch (column.type) {
    case 'count':
    case 'amount':
      return column.average ? rateProblem(table, column) : { kind: 'sum', column: place };
    case 'duration':
      if (table.kind === 'events') return { kind: 'mean', column: place };
      return column.average ? rateProblem(table, column) : { kind: 'sum', column: place };
    case 'rate':
      return rateProblem(table, column);
    case 'number':
      if (isScore(column) || SCORES.includes(column.measure ?? ''))
        return table.kind === 'events' ? { kind: 'mean', column: place } : rateProblem(table, column);
      return column.average ? rateProblem(table, column) : { kind: 'sum', column: place };
    case 'category':
      return column.affirmative === undefined
        ? null
        : {
            kind: 'ratio',
            numerator: { kind: 'countWhere', column: place, text: column.affirmative },
            denominator: { kind: 'count' },
          };
    default:
      return null;
  }
};

const rateProblem = (table: DetectedTable, column: DetectedColumn): Problem =>
  problem('rate-without-parts', { rate: column.header }, { sheet: table.sheet });

/**
 * Columns that a table offers without anyone naming a rule: events are counted, counts and amounts summed, outcomes
 * (`Y`/`N`) become shares, a rate is taken from its parts. A rate without its parts is a problem, never an average.
 */
export const proposeColumns = (table: DetectedTable, language: Language): Proposal => {
  const problems: Problem[] = [];
  const columns: ConsolidatedColumn[] = [];
  if (table.kind === 'events')
    columns.push({
      id: 'count',
      label: language === 'fr' ? 'Nombre de lignes' : 'Number of rows',
      rule: { kind: 'count' },
      numberFormat: '#,##0',
    });
  for (const column of table.columns) {
    const rule = ruleOf(table, column);
    if (rule === null || column.header === '') continue;
    const { currencies = [] } = column;
    if (currencies.length > 1) {
      problems.push(
        problem('currencies-mixed', { kpi: column.header, currencies: currencyList(currencies) }, { sheet: table.sheet }),
      );
      continue;
    }
    if ('code' in rule) problems.push(rule);
    else {
      const share = column.type === 'category';
      columns.push({
        id: column.measure ?? column.header,
        label: share ? `% ${column.header}` : column.header,
        rule,
        numberFormat: share ? '0.0%' : numberFormatOf(rule, column, language),
      });
    }
  }
  return { columns, problems };
};
