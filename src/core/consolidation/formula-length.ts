import { groupFormula } from './by-group';
import { formulaOf, type FormulaSource } from './formulas';
import { rulesOfColumn, type ConsolidatedColumn } from './rule';

/** Characters that Excel takes in a formula. */
export const LONGEST_FORMULA = 8_192;

/** Cells of a row as long as they get, so that no row's formula is longer than the one that is measured. */
const START = '$B$1000000';
const END = '$C$1000000';
const ROWS = { first: '$ZZY1000000', last: '$ZZZ1000000' };

/**
 * True when every formula of a column can be written: a calculation over many columns with long headers, each of which it
 * names several times, may be longer than Excel takes. `ordered`: the formulas read each period's own rows.
 */
export const isWritable = (column: ConsolidatedColumn, source: FormulaSource, ordered: boolean): boolean =>
  rulesOfColumn(column).every((rule) => {
    const cells = ordered ? { start: START, end: END, rows: ROWS } : { start: START, end: END, prepared: true };
    return formulaOf(rule, source, cells).length <= LONGEST_FORMULA;
  });

/** The same for a summary: every group's formula, its label in a cell and its signs taken literally. `reference`: the groups' column. */
export const isGroupWritable = ({ rule }: ConsolidatedColumn, source: FormulaSource, reference: string): boolean =>
  groupFormula(rule, source, { reference, label: { cell: '$A1000000', value: '*' } }).length <= LONGEST_FORMULA;
