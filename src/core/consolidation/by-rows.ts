import { byDate, criterion, filledIn, productOver } from './by-date';
import type { Expression, FormulaSource, Reach, RowCells, SimpleRule } from './formulas';

/** Larger than any number: what a search for the last number of a column looks for. */
const BEYOND = '9.9E+307';

/** Less than Excel's smallest step of time, one millisecond. */
const INSTANT = '1E-8';

const figure = (rule: SimpleRule, source: FormulaSource, part: (reference: string) => string, count: string): Expression => {
  const filled = (column: number): string => `COUNT(${part(source.column(column))})`;
  switch (rule.kind) {
    case 'count':
      return { value: count, empty: null };
    case 'countWhere':
      return { value: `COUNTIF(${part(source.column(rule.column))},${criterion(rule.text)})`, empty: null };
    case 'distinct': {
      // Rows without a value fill one class of their own, taken off again.
      const ranks = part(source.rank(rule.column));
      return { value: `SUMPRODUCT(--(FREQUENCY(${ranks},${ranks})>0))-(COUNTIF(${ranks},-1)>0)`, empty: null };
    }
    case 'mean':
      return {
        value: `SUM(${part(source.column(rule.column))})/${filled(rule.column)}`,
        empty: `${filled(rule.column)}=0`,
      };
    case 'weightedMean': {
      const value = part(source.column(rule.value));
      const weight = part(source.column(rule.weight));
      const weights = `SUMPRODUCT(--ISNUMBER(${value}),${weight})`;
      return { value: `SUMPRODUCT(${value},${weight})/${weights}`, empty: `${weights}=0` };
    }
    case 'last': {
      // Several rows on the last date are parts of one state (a stock per team): they add up.
      const column = part(source.column(rule.column));
      const dates = part(source.date);
      return {
        value: `SUMIFS(${column},${dates},INDEX(${dates},MATCH(${BEYOND},${column})))`,
        empty: `${filled(rule.column)}=0`,
      };
    }
    case 'product': {
      const columns = rule.columns.map((column) => part(source.column(column)));
      return { value: productOver('1', columns), empty: `SUMPRODUCT(1*${filledIn(columns)})=0` };
    }
    default:
      return {
        value: `${rule.kind.toUpperCase()}(${part(source.column(rule.column))})`,
        empty: `${filled(rule.column)}=0`,
      };
  }
};

/**
 * The rows from `first` to `last` of a source in order of date: formulas read those rows and no others. The caller shows
 * nothing where `last` is before `first`.
 */
export const byRows = (source: FormulaSource, { first, last }: RowCells): Reach => {
  const part = (reference: string): string => `INDEX(${reference},${first}):INDEX(${reference},${last})`;
  return {
    figure: (rule) => figure(rule, source, part, `${last}-${first}+1`),
    latest: (columns) => {
      const filled = filledIn(columns.map((column) => part(source.column(column))));
      const within: FormulaSource = {
        date: part(source.date),
        column: (column) => part(source.column(column)),
        figure: (column) => ({ value: part(source.figure(column).value), number: part(source.figure(column).number) }),
        rank: (column) => part(source.rank(column)),
      };
      const date = `SUMPRODUCT(MAX(${filled}*${within.date}))`;
      return { reach: byDate(within, { start: date, end: null, known: columns }), none: `SUMPRODUCT(1*${filled})=0` };
    },
  };
};

/**
 * First and last row of a period in a source in order of date, as formulas of its row; 0 and -1 where the row shows nothing
 * yet. `MATCH` searches by halves: a few steps for each period, whatever the length of the source.
 */
export const rowFormulas = (date: string, start: string, end: string): RowCells => {
  const before = (serial: string): string => `IFERROR(MATCH(${serial}-${INSTANT},${date}),0)`;
  return {
    first: `=IF(${start}="",0,${before(start)}+1)`,
    last: `=IF(${start}="",-1,${before(`${end}+1`)})`,
  };
};

/** True for a text that begins with a digit and has two slashes or dashes: a date typed as text, `08/12/2026` or `2026-12-08`. */
const isTextDate = (cell: string): string =>
  `ISTEXT(${cell})*ISNUMBER(-LEFT(${cell},1))*(LEN(SUBSTITUTE(SUBSTITUTE(${cell},"/",""),"-",""))+2<=LEN(${cell}))`;

/**
 * How many rows of a source stand out of order (a date before the one above it, a gap, a text instead of a date): 0 where
 * `rowFormulas` may be trusted. A live check for the workbook, one comparison a row. `next`: the cell under the last date,
 * where the source ends at its last number and a text under it would not be seen.
 */
export const disorderFormula = (date: string, next: string | null): string => {
  const count = `COUNT(${date})`;
  const above = `INDEX(${date},1):INDEX(${date},${count}-1)`;
  const below = `INDEX(${date},2):INDEX(${date},${count})`;
  // Not COUNTIF by a pattern: LibreOffice matches it with the dates' own look.
  const texts = `SUMPRODUCT(ISTEXT(${date})*(${date}<>""))${next === null ? '' : `+${isTextDate(next)}`}`;
  return `=IF(${count}<2,0,SUMPRODUCT(--(${above}>${below})))+${texts}`;
};
