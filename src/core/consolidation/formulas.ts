import { byDate, criterion, productOver } from './by-date';
import { byRows } from './by-rows';
import type { Rule } from './rule';

/**
 * Native formulas of the rules. They work in Excel 2016 in any language: no dynamic arrays, nothing volatile, no text that
 * a locale reads its own way (criteria join an operator to a whole serial, never to a decimal).
 */

/** Where a formula finds the source's dates and columns, as references of one size. */
export type FormulaSource = {
  date: string;
  column: (column: number) => string;
  /** For minimum and maximum: a column without any text, and the one to ask where it holds a number. */
  figure: (column: number) => { value: string; number: string };
  /** For `distinct`: the first position at which each row's value stands, -1 where it is empty. */
  rank: (column: number) => string;
};

/**
 * Cells of one period's row: `{ start: '$B5', end: '$C5' }`; the end is the last day, null for a row of one day over dates
 * without hours, whose formulas need only look for that day. `rows`: the cells that say at which rows of a source in order
 * of date the period begins and ends; formulas then read those rows only. `prepared`: the row may show nothing yet.
 */
export type PeriodCells = {
  start: string;
  end: string | null;
  rows?: RowCells;
  prepared?: boolean;
  /** Columns that are known to have a number there: nothing has to ask. */
  known?: readonly number[];
};

/** Cells that hold the first and the last row of a period, counted from 1 in the source. */
export type RowCells = { first: string; last: string };

/** A rule as an expression and the condition under which it has nothing to say; null where it always has. */
export type Expression = { value: string; empty: string | null };

/** Rules that stand for themselves: the others are made of them. */
export type SimpleRule = Exclude<Rule, { kind: 'ratio' | 'combination' | 'atLast' }>;

/** The rows of a period, as expressions reach them. */
export type Reach = {
  figure: (rule: SimpleRule) => Expression;
  /** Those of the last date on which these columns have a number in one row, and the condition under which there is none. */
  latest: (columns: readonly number[]) => { reach: Reach; none: string };
};

const expression = (rule: Rule, reach: Reach): Expression => {
  switch (rule.kind) {
    case 'ratio': {
      const top = expression(rule.numerator, reach);
      const bottom = expression(rule.denominator, reach);
      const quotient = `${bracketed(top.value)}/${bracketed(bottom.value)}`;
      // A count is there as soon as the denominator is: only figures can be missing from rows that exist.
      const guarded = top.empty === null || isCount(rule.numerator) ? quotient : `IF(${top.empty},"",${quotient})`;
      const zero = `${bracketed(bottom.value)}=0`;
      // What stands where nothing is may be an error, or a figure: only sums and counts are 0 there.
      const asks = bottom.empty !== null && !isZeroWhereEmpty(rule.denominator);
      return { value: guarded, empty: asks ? `IF(${bottom.empty ?? ''},TRUE,${zero})` : zero };
    }
    case 'combination': {
      const terms = rule.terms.map(({ factor, rule: part }) => ({ factor, part: expression(part, reach), rule: part }));
      const conditions = [...new Set(terms.map(({ part }) => part.empty))];
      const value = terms
        .map(({ factor, part, rule: term }) => {
          const whole = part.empty !== null && !isSum(term) ? `IF(${part.empty},0,${part.value})` : bracketed(part.value);
          return factor === 1 ? `+${whole}` : factor === -1 ? `-${whole}` : `+${String(factor)}*${whole}`;
        })
        .join('')
        .replace(/^\+/, '');
      return {
        value,
        empty: conditions.includes(null)
          ? null
          : conditions.length === 1
            ? (conditions[0] ?? null)
            : `AND(${conditions.join(',')})`,
      };
    }
    case 'atLast': {
      const { reach: rows, none } = reach.latest(rule.columns);
      const inner = expression(rule.rule, rows);
      return { value: inner.value, empty: inner.empty === null ? none : `OR(${none},${inner.empty})` };
    }
    default:
      return reach.figure(rule);
  }
};

const isCount = (rule: Rule): boolean =>
  rule.kind === 'count' ||
  rule.kind === 'countWhere' ||
  (rule.kind === 'combination' && rule.terms.every((term) => isCount(term.rule)));

/** Rules whose expression is 0, not an error, where there is nothing. */
const isSum = (rule: Rule): boolean => ['sum', 'count', 'countWhere'].includes(rule.kind);

/** The same of several of them together, and of products. */
const isZeroWhereEmpty = (rule: Rule): boolean => isSum(rule) || rule.kind === 'combination' || rule.kind === 'product';

const bracketed = (text: string): string => (/^[A-Z]+\([^()]*\)$/.test(text) ? text : `(${text})`);

/**
 * Formula of a rule for one period's row; blank where the period has nothing: `sum` of column D gives
 * `=IF(COUNTIFS(…)=0,"",SUMIFS(Suivi_Appels,Suivi_Date,">="&$B5,Suivi_Date,"<"&($C5+1)))`, and over a source in order of
 * date `=IF($Y5<$X5,"",IF(COUNT(…)=0,"",SUM(INDEX(Suivi_Appels,$X5):INDEX(Suivi_Appels,$Y5))))`. A divisor other than 1
 * scales the figure: 86,400 shows seconds as the fraction of a day that `[m]:ss` wants.
 */
export const formulaOf = (rule: Rule, source: FormulaSource, cells: PeriodCells, divisor = 1): string => {
  const { rows, start, prepared } = cells;
  const { value, empty } = expression(divided(rule, divisor), rows ? byRows(source, rows) : byDate(source, cells));
  const scaled = divisor === 1 || rule.kind === 'ratio' ? value : `${bracketed(value)}/${String(divisor)}`;
  const shown = empty === null ? scaled : `IF(${empty},"",${scaled})`;
  if (rows) return `=IF(${rows.last}<${rows.first},"",${shown})`;
  return prepared ? `=IF(${start}="","",${shown})` : `=${shown}`;
};

/** Formula of a rule over the rows that are reached; blank where they have nothing. */
export const formulaOver = (rule: Rule, reach: Reach): string => {
  const { value, empty } = expression(rule, reach);
  return empty === null ? `=${value}` : `=IF(${empty},"",${value})`;
};

/** A ratio takes the divisor into its denominator: where its numerator is missing it shows a text, which cannot be divided. */
const divided = (rule: Rule, divisor: number): Rule =>
  divisor === 1 || rule.kind !== 'ratio'
    ? rule
    : { ...rule, denominator: { kind: 'combination', terms: [{ factor: divisor, rule: rule.denominator }] } };

/** Dates from a whole serial on and before another, as the workbook counts them; null where there is no such bound. */
export type DateSpan = { from: number | null; before: number | null };

const EVER: DateSpan = { from: null, before: null };

/** The day after the last that Excel knows, 31/12/9999. */
const BEYOND_DATES = 2_958_466;

/**
 * Formula of an additive rule over everything that has a date, or over a span of dates: what the check row compares a
 * table's total with.
 */
export const totalFormula = (rule: Rule, source: FormulaSource, { from, before }: DateSpan = EVER): string => {
  const { date } = source;
  const dated = `${date},">${from === null ? '0' : `=${String(from)}`}"${before === null ? '' : `,${date},"<${String(before)}"`}`;
  const whole = (part: Rule): string => {
    switch (part.kind) {
      case 'sum':
        return `SUMIFS(${source.column(part.column)},${dated})`;
      case 'countWhere':
        return `COUNTIFS(${dated},${source.column(part.column)},${criterion(part.text)})`;
      case 'product':
        return productOver(
          `(${date}>=${String(from ?? 1)})*(${date}<${String(before ?? BEYOND_DATES)})`,
          part.columns.map(source.column),
        );
      case 'combination':
        return `(${part.terms.map((term) => `${String(term.factor)}*${whole(term.rule)}`).join('+')})`;
      default:
        return `COUNTIFS(${dated})`;
    }
  };
  return whole(rule);
};
