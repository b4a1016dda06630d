import type { DetectedTable } from '../detect/detected';

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
  | { kind: 'ratio'; numerator: Rule; denominator: Rule }
  /** Sum of other figures times a factor: talk + hold + after-call time, received − answered, day fractions × 86,400. */
  | { kind: 'combination'; terms: readonly { factor: number; rule: Rule }[] }
  /** Sum of what columns give multiplied row by row: price × quantity. A row where one of them has no number gives nothing. */
  | { kind: 'product'; columns: readonly number[] }
  /** A rule over the rows of one date: the period's last on which all these columns have a number in one row. */
  | { kind: 'atLast'; columns: readonly number[]; rule: Rule };

/** One consolidated column: a KPI or a measure asked for on the command line. */
export type ConsolidatedColumn = {
  /** Dictionary id, or the name given on the command line. */
  id: string;
  /** Header in the consolidated tables. */
  label: string;
  rule: Rule;
  numberFormat: string;
  /**
   * How it was defined before, oldest first: a period that begins before the serial `before` is computed by that rule. A
   * changed definition is never applied to the past.
   */
  earlier?: readonly { before: number; rule: Rule }[];
  /** One of the few that charts show. */
  key?: boolean;
  /** Cell that defines it, where its header leads to. */
  definition?: { sheet: string; cell: string };
};

/** The rule that holds for a period that begins on a serial. */
export const ruleAt = (column: Pick<ConsolidatedColumn, 'rule' | 'earlier'>, start: number): Rule =>
  column.earlier?.find(({ before }) => start < before)?.rule ?? column.rule;

/** Every rule that a column follows or followed, the present one first. */
export const rulesOfColumn = ({ rule, earlier = [] }: Pick<ConsolidatedColumn, 'rule' | 'earlier'>): Rule[] => [
  rule,
  ...earlier.map((before) => before.rule),
];

/** Source columns that a rule reads, each once, in order. */
export const columnsOf = (rule: Rule): number[] => {
  switch (rule.kind) {
    case 'count':
      return [];
    case 'weightedMean':
      return [...new Set([rule.value, rule.weight])];
    case 'ratio':
      return [...new Set([...columnsOf(rule.numerator), ...columnsOf(rule.denominator)])];
    case 'combination':
      return [...new Set(rule.terms.flatMap((term) => columnsOf(term.rule)))];
    case 'product':
      return [...new Set(rule.columns)];
    case 'atLast':
      return [...new Set([...rule.columns, ...columnsOf(rule.rule)])];
    default:
      return [rule.column];
  }
};

/** Measures that are filled in before the day they are about. */
const PLANNED: readonly string[] = ['appels_prevus', 'heures_planifiees', 'uo_prevues', 'budget'];

/**
 * Columns of a table whose figures say that a day was measured, of those that the rules read: not words, people and
 * identifiers, nor what is planned, which a calendar prepared in advance has already.
 */
export const figureColumns = (table: DetectedTable, rules: readonly Rule[]): number[] => {
  const others = table.columns.filter(
    ({ type, measure }) =>
      ['category', 'text', 'person', 'identifier'].includes(type) || (measure !== undefined && PLANNED.includes(measure)),
  );
  return [...new Set(rules.flatMap(columnsOf))].filter((column) => !others.some((other) => other.column === column));
};

/** True when the days' figures add up to the month's: the only ones that a check row can reconcile. */
export const isAdditive = (rule: Rule): boolean => {
  switch (rule.kind) {
    case 'sum':
    case 'count':
    case 'countWhere':
    case 'product':
      return true;
    case 'combination':
      return rule.terms.every((term) => isAdditive(term.rule));
    default:
      return false;
  }
};
