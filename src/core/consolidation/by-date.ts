import type { Expression, FormulaSource, PeriodCells, Reach, SimpleRule } from './formulas';

/** Matches every number and nothing else; written in powers of ten, it reads the same in every locale. */
const ANY_NUMBER = '">-1E+300"';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Criterion of a text: equal to it, wildcards taken literally; a number matches cells that hold it. */
export const criterion = (text: string): string => {
  const wanted = text.trim();
  if (wanted !== '' && !Number.isNaN(Number(wanted))) return String(Number(wanted));
  return quoted(`=${text.replace(/[~*?]/g, '~$&')}`);
};

/** 1 where all these columns have a number in a row: `ISNUMBER(a)*ISNUMBER(b)`. */
export const filledIn = (columns: readonly string[]): string => columns.map((column) => `ISNUMBER(${column})`).join('*');

/** What columns give multiplied row by row, over the rows where a condition holds and each has a number. */
export const productOver = (condition: string, columns: readonly string[]): string =>
  // Columns as arguments of their own: SUMPRODUCT takes a text there for 0, a product of arrays does not.
  `SUMPRODUCT(${condition}*${filledIn(columns)},${columns.join(',')})`;

/** Rows that a formula reads: as criteria, and as an array of 1 and 0. */
export type RowsWithin = {
  dated: string;
  within: string;
  /** Columns that are known to have a number there: nothing has to ask. */
  known?: readonly number[];
};

/** `Date>=$B5` and `Date<$C5+1`. */
const datesWithin = ({ date }: FormulaSource, { start, end, known }: PeriodCells): RowsWithin => ({
  ...(known && { known }),
  ...(end === null
    ? { dated: `${date},${start}`, within: `(${date}=${start})*1` }
    : { dated: `${date},">="&${start},${date},"<"&(${end}+1)`, within: `(${date}>=${start})*(${date}<${end}+1)` }),
});

/** A rule over some rows. */
export const figureWithin = (rule: SimpleRule, source: FormulaSource, rows: RowsWithin): Expression => {
  const { date } = source;
  const { dated, within, known } = rows;
  const numbers = (column: number): string => `COUNTIFS(${dated},${source.column(column)},${ANY_NUMBER})`;
  switch (rule.kind) {
    case 'sum':
      return {
        value: `SUMIFS(${source.column(rule.column)},${dated})`,
        empty: known?.includes(rule.column) ? null : `${numbers(rule.column)}=0`,
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
      // Not SUMIFS, which finds 0 for a criterion that is an error: a text typed among the dates shows as one.
      return { value: `SUMPRODUCT(${within}*(${date}=${latest}),${column})`, empty: `${numbers(rule.column)}=0` };
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
    case 'product': {
      const columns = rule.columns.map(source.column);
      return {
        value: productOver(within, columns),
        empty: rule.columns.every((column) => known?.includes(column)) ? null : `SUMPRODUCT(${within}*${filledIn(columns)})=0`,
      };
    }
  }
};

/**
 * The rows whose date is in the period, wherever they stand: right in any order of the rows, at the cost of looking at every
 * date of the source in each cell.
 */
export const byDate = (source: FormulaSource, cells: PeriodCells): Reach => ({
  figure: (rule) => figureWithin(rule, source, datesWithin(source, cells)),
  latest: (columns) => {
    const { start, end } = cells;
    const filled = `${datesWithin(source, cells).within}*${filledIn(columns.map(source.column))}`;
    // A row of one day has no other date to look for.
    const date = end === null ? start : `SUMPRODUCT(MAX(${filled}*${source.date}))`;
    // Asked of the date itself, so that a text among the dates shows as an error and not as nothing.
    const none = end === null ? `SUMPRODUCT(${filled})=0` : `${date}=0`;
    return { reach: byDate(source, { start: date, end: null, known: columns }), none };
  },
});
