/**
 * How a figure of a period comes out of rows. `column` is a 0-based sheet column of the source table. Each kind can be
 * computed from the rows of any period; none of them averages rates.
 */
export type Rule =
  | { kind: 'sum'; column: number }
  | { kind: 'count' }
  | { kind: 'countWhere'; column: number; text: string }
  | { kind: 'distinct'; column: number }
  | { kind: 'mean'; column: number }
  | { kind: 'weightedMean'; value: number; weight: number }
  | { kind: 'last'; column: number }
  | { kind: 'min'; column: number }
  | { kind: 'max'; column: number }
  | { kind: 'ratio'; numerator: Rule; denominator: Rule };

/** One consolidated column: a KPI or a measure asked for on the command line. */
export type ConsolidatedColumn = {
  /** Dictionary id, or the name given on the command line. */
  id: string;
  /** Header in the consolidated tables. */
  label: string;
  rule: Rule;
  numberFormat: string;
};
