import type { CellValue } from '../sheet/snapshot';
import { filledIn, figureWithin, type RowsWithin } from './by-date';
import { formulaOver, type FormulaSource, type Reach } from './formulas';
import type { Rule } from './rule';

/** Rows of one value of a column: the cell that holds the value, `none` for rows without one, or all rows, filled or not. */
export type Group = {
  /** Reference of the column over the source's rows. */
  reference: string;
  label: { cell: string; value: CellValue } | 'none' | 'filled' | 'all';
};

/** A text that no cell holds: what differs from it is every row, the empty ones too. */
const NOBODY = '"<>\u2400"';

const rowsOf = ({ reference, label }: Group): RowsWithin => {
  if (label === 'all') return { dated: `${reference},${NOBODY}`, within: `(ROW(${reference})>0)*1` };
  if (label === 'filled') return { dated: `${reference},"<>"`, within: `(${reference}<>"")*1` };
  if (label === 'none') return { dated: `${reference},"="`, within: `(${reference}="")*1` };
  const { cell, value } = label;
  // A criterion reads wildcards and comparisons into a text: `="` and `~` take them literally.
  const literal = ['~', '*', '?'].reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","~${sign}")`, cell);
  const isPlain = typeof value !== 'string' || !/[~*?<>=]/.test(value);
  return { dated: `${reference},${isPlain ? cell : `"="&${literal}`}`, within: `(${reference}=${cell})*1` };
};

/** The rows of a group, wherever they stand; of a source with dates, `last` is over the group's latest date. */
const byGroup = (source: FormulaSource, group: Group): Reach => {
  const rows = rowsOf(group);
  return {
    figure: (rule) => figureWithin(rule, source, rows),
    latest: (columns) => {
      const filled = `${rows.within}*${filledIn(columns.map(source.column))}`;
      const date = `SUMPRODUCT(MAX(${filled}*${source.date}))`;
      const latest: RowsWithin = {
        dated: `${rows.dated},${source.date},${date}`,
        within: `${rows.within}*(${source.date}=${date})`,
        known: columns,
      };
      const reach: Reach = {
        figure: (rule) => figureWithin(rule, source, latest),
        latest: () => ({ reach, none: `SUMPRODUCT(${filled})=0` }),
      };
      return { reach, none: `SUMPRODUCT(${filled})=0` };
    },
  };
};

/** Formula of a rule for one group's row; blank where the group has nothing. */
export const groupFormula = (rule: Rule, source: FormulaSource, group: Group): string =>
  formulaOver(rule, byGroup(source, group));
