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
 * without hours, whose formulas need only look for that day.
 */
export type PeriodCells = {
  start: string;
  end: string | null;
  /** Columns that are known to have a number there: nothing has to ask. */
  known?: readonly number[];
};

/** Matches every number and nothing else; written in powers of ten, it reads the same in every locale. */
const ANY_NUMBER = '">-1E+300"';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Criterion of a text: equal to it, wildcards taken literally; a number matches cells that hold it. */
const criterion = (text: string): string => {
  const wanted = text.trim();
  if (wanted !== '' && !Number.isNaN(Number(wanted))) return String(Number(wanted));
  return quoted(`=${text.replace(/[~*?]/g, '~$&')}`);
};

/** A rule as an expression and the condition under which it has nothing to say; null where it always has. */
type Expression = { value: string; empty: string | null };

const expression = (rule: Rule, source: FormulaSource, cells: PeriodCells): Expression => {
  const { date } = source;
  const { start, end } = cells;
  const dated = end === null ? `${date},${start}` : `${date},">="&${start},${date},"<"&(${end}+1)`;
  const within = end === null ? `(${date}=${start})*1` : `(${date}>=${start})*(${date}<${end}+1)`;
  const numbers = (column: number): string => `COUNTIFS(${dated},${source.column(column)},${ANY_NUMBER})`;
  switch (rule.kind) {
    case 'sum':
      return {
        value: `SUMIFS(${source.column(rule.column)},${dated})`,
        empty: cells.known?.includes(rule.column) ? null : `${numbers(rule.column)}=0`,
      };
    case 'count':
      return { value: `COUNTIFS(${dated})`, empty: `COUNTIFS(${dated})=0` };
    case 'countWhere':
      return {
        value: `COUNTIFS(${dated},${source.column(rule.column)},${criterion(rule.text)})`,
        empty: `COUNTIFS(${dated})=0`,
      };
    case 'distinct': {
      // Rows out of the period and rows without a value each fill one class of their own, taken off again.
      const rank = source.rank(rule.column);
      return {
        value:
          `SUMPRODUCT(--(FREQUENCY(${rank}+1E+9*(1-${within}),${rank})>0))` +
          `-(COUNTIFS(${dated})<ROWS(${rank}))-(COUNTIFS(${dated},${rank},-1)>0)`,
        empty: `COUNTIFS(${dated})=0`,
      };
    }
    case 'mean':
      return {
        value: `SUMIFS(${source.column(rule.column)},${dated})/${numbers(rule.column)}`,
        empty: `${numbers(rule.column)}=0`,
      };
    case 'weightedMean': {
      const value = source.column(rule.value);
      const weight = source.column(rule.weight);
      const weights = `SUMPRODUCT(${within}*ISNUMBER(${value}),${weight})`;
      return { value: `SUMPRODUCT(${within},${value},${weight})/${weights}`, empty: `${weights}=0` };
    }
    case 'last': {
      const column = source.column(rule.column);
      // Not LOOKUP(2,1/…): that is the last row, and rows need not be in order of date.
      const latest = `SUMPRODUCT(MAX(${within}*ISNUMBER(${column})*${date}))`;
      return { value: `SUMIFS(${column},${date},${latest})`, empty: `${numbers(rule.column)}=0` };
    }
    case 'min':
    case 'max': {
      // MINIFS needs 2019 and LibreOffice's AGGREGATE takes no computed array. Measured from the column's own end, the
      // rows left out count for 0 whatever the sign of the figures.
      const { value, number } = source.figure(rule.column);
      const inside = `${within}*ISNUMBER(${number})`;
      const found =
        rule.kind === 'max'
          ? `MIN(${value})+SUMPRODUCT(MAX(${inside}*(${value}-MIN(${value}))))`
          : `MAX(${value})-SUMPRODUCT(MAX(${inside}*(MAX(${value})-${value})))`;
      return { value: found, empty: `${numbers(rule.column)}=0` };
    }
    case 'ratio': {
      const top = expression(rule.numerator, source, cells);
      const bottom = expression(rule.denominator, source, cells);
      const quotient = `${bracketed(top.value)}/${bracketed(bottom.value)}`;
      // A count is there as soon as the denominator is: only figures can be missing from rows that exist.
      const guarded = top.empty === null || isCount(rule.numerator) ? quotient : `IF(${top.empty},"",${quotient})`;
      return { value: guarded, empty: `${bracketed(bottom.value)}=0` };
    }
    case 'combination': {
      const terms = rule.terms.map(({ factor, rule: part }) => ({ factor, part: expression(part, source, cells), rule: part }));
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
    case 'product': {
      const inside = [within, ...rule.columns.map((column) => `ISNUMBER(${source.column(column)})`)].join('*');
      const factors = rule.columns.map((column) => source.column(column)).join(',');
      const known = rule.columns.every((column) => cells.known?.includes(column));
      // Columns as arguments of their own: SUMPRODUCT takes a text there for 0, a product of arrays does not.
      return { value: `SUMPRODUCT(${inside},${factors})`, empty: known ? null : `SUMPRODUCT(${inside})=0` };
    }
    case 'atLast': {
      const filled = [within, ...rule.columns.map((column) => `ISNUMBER(${source.column(column)})`)].join('*');
      // A row of one day has no other date to look for.
      const latest = end === null ? start : `SUMPRODUCT(MAX(${filled}*${date}))`;
      const inner = expression(rule.rule, source, { start: latest, end: null, known: rule.columns });
      const none = `SUMPRODUCT(${filled})=0`;
      return { value: inner.value, empty: inner.empty === null ? none : `OR(${none},${inner.empty})` };
    }
  }
};

const isCount = (rule: Rule): boolean =>
  rule.kind === 'count' ||
  rule.kind === 'countWhere' ||
  (rule.kind === 'combination' && rule.terms.every((term) => isCount(term.rule)));

/** Rules whose expression is 0, not an error, where there is nothing. */
const isSum = (rule: Rule): boolean => ['sum', 'count', 'countWhere'].includes(rule.kind);

const bracketed = (text: string): string => (/^[A-Z]+\([^()]*\)$/.test(text) ? text : `(${text})`);

/**
 * Formula of a rule for one period's row; blank where the period has nothing: `sum` of column D gives
 * `=IF(COUNTIFS(…)=0,"",SUMIFS(Suivi_Appels,Suivi_Date,">="&$B5,Suivi_Date,"<"&($C5+1)))`. A divisor other than 1 scales
 * the figure: 86,400 shows seconds as the fraction of a day that `[m]:ss` wants.
 */
export const formulaOf = (rule: Rule, source: FormulaSource, cells: PeriodCells, divisor = 1): string => {
  const { value, empty } = expression(divided(rule, divisor), source, cells);
  const scaled = divisor === 1 || rule.kind === 'ratio' ? value : `${bracketed(value)}/${String(divisor)}`;
  return empty === null ? `=${scaled}` : `=IF(${empty},"",${scaled})`;
};

/** A ratio takes the divisor into its denominator: where its numerator is missing it shows a text, which cannot be divided. */
const divided = (rule: Rule, divisor: number): Rule =>
  divisor === 1 || rule.kind !== 'ratio'
    ? rule
    : { ...rule, denominator: { kind: 'combination', terms: [{ factor: divisor, rule: rule.denominator }] } };

/** Formula of an additive rule over everything that has a date: what the check row compares a table's total with. */
export const totalFormula = (rule: Rule, source: FormulaSource): string => {
  const { date } = source;
  const whole = (part: Rule): string => {
    switch (part.kind) {
      case 'sum':
        return `SUMIFS(${source.column(part.column)},${date},">0")`;
      case 'countWhere':
        return `COUNTIFS(${date},">0",${source.column(part.column)},${criterion(part.text)})`;
      case 'product': {
        const columns = part.columns.map((column) => source.column(column));
        const inside = [`(${date}>0)`, ...columns.map((column) => `ISNUMBER(${column})`)].join('*');
        return `SUMPRODUCT(${inside},${columns.join(',')})`;
      }
      case 'combination':
        return `(${part.terms.map((term) => `${String(term.factor)}*${whole(term.rule)}`).join('+')})`;
      default:
        return `COUNTIFS(${date},">0")`;
    }
  };
  return whole(rule);
};
