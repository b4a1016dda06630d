import type { Period } from '../period/period';
import type { CellValue } from '../sheet/snapshot';
import type { Rule } from './rule';
import type { SourceRows } from './rows';

/** Text as Excel compares it in COUNTIFS: without regard to case; a number and its text are the same. */
const comparable = (value: CellValue): string => String(value).toLowerCase();

const matches = (value: CellValue, text: string): boolean => {
  const wanted = text.trim();
  const number = wanted === '' ? Number.NaN : Number(wanted);
  if (typeof value === 'number' && !Number.isNaN(number)) return value === number;
  return comparable(value) === comparable(text);
};

const numbers = (rows: SourceRows, indices: readonly number[], column: number): number[] =>
  indices.flatMap((row) => rows.number(row, column) ?? []);

/** The numbers of a row in some columns; null when one of them has none. */
const numbersOfRow = (rows: SourceRows, row: number, columns: readonly number[]): number[] | null => {
  const found = columns.flatMap((column) => rows.number(row, column) ?? []);
  return found.length === columns.length && found.length > 0 ? found : null;
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A rule's figure from some rows of a table, by their places in it; null as `periodValue` says. */
export const rowsValue = (rule: Rule, rows: SourceRows, indices: readonly number[]): number | null => {
  if (indices.length === 0) return null;
  switch (rule.kind) {
    case 'count':
      return indices.length;
    case 'countWhere':
      return indices.filter((row) => matches(rows.value(row, rule.column), rule.text)).length;
    case 'distinct': {
      // As MATCH compares: a number is not the text that looks like it.
      const values = indices.map((row) => rows.value(row, rule.column)).filter((value) => value !== '');
      return new Set(values.map((value) => `${typeof value} ${comparable(value)}`)).size;
    }
    case 'weightedMean': {
      const pairs = indices.flatMap((row) => {
        const value = rows.number(row, rule.value);
        return value === null ? [] : [{ value, weight: rows.number(row, rule.weight) ?? 0 }];
      });
      const weight = total(pairs.map((pair) => pair.weight));
      return weight === 0 ? null : total(pairs.map((pair) => pair.value * pair.weight)) / weight;
    }
    case 'last': {
      const dated = indices.filter((row) => rows.number(row, rule.column) !== null);
      const latest = dated.at(-1);
      if (latest === undefined) return null;
      // Several rows on the last date are parts of one state (a stock per team): they add up.
      return total(
        numbers(
          rows,
          dated.filter((row) => rows.moment(row) === rows.moment(latest)),
          rule.column,
        ),
      );
    }
    case 'ratio': {
      const numerator = rowsValue(rule.numerator, rows, indices);
      const denominator = rowsValue(rule.denominator, rows, indices);
      return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
    }
    case 'combination': {
      const terms = rule.terms.map((term) => ({ factor: term.factor, value: rowsValue(term.rule, rows, indices) }));
      if (terms.every((term) => term.value === null)) return null;
      return total(terms.map((term) => term.factor * (term.value ?? 0)));
    }
    case 'product': {
      const products = indices.flatMap((row) => {
        const factors = numbersOfRow(rows, row, rule.columns);
        return factors ? factors.reduce((product, factor) => product * factor) : [];
      });
      return products.length === 0 ? null : total(products);
    }
    case 'atLast': {
      const latest = indices.filter((row) => numbersOfRow(rows, row, rule.columns) !== null).at(-1);
      if (latest === undefined) return null;
      return rowsValue(
        rule.rule,
        rows,
        indices.filter((row) => rows.moment(row) === rows.moment(latest)),
      );
    }
    default: {
      const values = numbers(rows, indices, rule.column);
      if (values.length === 0) return null;
      if (rule.kind === 'min') return values.reduce((least, value) => Math.min(least, value));
      if (rule.kind === 'max') return values.reduce((most, value) => Math.max(most, value));
      return rule.kind === 'mean' ? total(values) / values.length : total(values);
    }
  }
};

/**
 * A rule's figure for a period, from the rows: what the generated formula shows. null where the formula shows nothing: no
 * row, no number, a denominator of 0.
 */
export const periodValue = (rule: Rule, rows: SourceRows, period: Period): number | null =>
  rowsValue(rule, rows, rows.inPeriod(period));
