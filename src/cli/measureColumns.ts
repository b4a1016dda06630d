import { numberFormatOf } from '../core/consolidation/propose';
import { columnsOf, type ConsolidatedColumn, type Rule } from '../core/consolidation/rule';
import type { DetectedColumn, DetectedTable } from '../core/detect/detected';
import type { Language } from '../core/meteo/content';
import { done, problem, refused, type Result } from '../core/problem';
import { readRule, type MeasureText } from './ruleText';

/** Rules that a column of words has nothing for. */
const OF_NUMBERS: readonly Rule['kind'][] = ['sum', 'mean', 'last', 'min', 'max'];

/** A column of words: its cells hold no number at all, not even as text. */
const isWords = ({ type, textNumbers, sample }: DetectedColumn): boolean =>
  textNumbers === undefined && ['category', 'text', 'person'].includes(type) && Number.isNaN(Number(sample));

/** The measures of the command line as columns over a table; the first rule that cannot be read refuses them all. */
export const measureColumns =
  (measures: readonly MeasureText[], language: Language) =>
  (table: DetectedTable): Result<readonly ConsolidatedColumn[]> => {
    const columns: ConsolidatedColumn[] = [];
    for (const { name, rule: text } of measures) {
      const rule = readRule(text, table);
      if (!rule.ok) return rule;
      const source = table.columns.find(({ column }) => column === columnsOf(rule.value)[0]);
      if (source && OF_NUMBERS.includes(rule.value.kind) && isWords(source))
        return refused(problem('measure-without-numbers', { column: source.header }, { sheet: table.sheet }));
      columns.push({ id: name, label: name, rule: rule.value, numberFormat: numberFormatOf(rule.value, source, language) });
    }
    return done(columns);
  };
