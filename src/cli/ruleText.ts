import type { Rule } from '../core/consolidation/rule';
import { columnNamed } from '../core/detect/columnNamed';
import type { DetectedTable } from '../core/detect/detected';
import { done, problem, refused, type Problem, type Result } from '../core/problem';

/** A column of a table as the command line names it. */
const columnOf = (text: string, table: DetectedTable): Result<number> => {
  const column = columnNamed(table, text);
  return column === null ? refused(problem('column-not-found', { name: text.trim() }, { sheet: table.sheet })) : done(column);
};

type Parser = (argument: string, table: DetectedTable) => Result<Rule>;

const overColumn =
  (kind: 'sum' | 'distinct' | 'mean' | 'last' | 'min' | 'max'): Parser =>
  (argument, table) => {
    const column = columnOf(argument, table);
    return column.ok ? done({ kind, column: column.value }) : column;
  };

const countWhere: Parser = (argument, table) => {
  const equals = argument.indexOf('=');
  if (equals < 1) return refused(problem('rule-invalid', { rule: `countif:${argument}` }));
  const column = columnOf(argument.slice(0, equals), table);
  return column.ok ? done({ kind: 'countWhere', column: column.value, text: argument.slice(equals + 1).trim() }) : column;
};

/** Half of a ratio: `count`, `countif(COL=TEXT)`, `distinct(COL)`, or a column, which is summed. */
const part: Parser = (text, table) => {
  if (text.trim() === 'count') return done({ kind: 'count' });
  const called = /^(countif|distinct|sum)\((.*)\)$/s.exec(text.trim());
  if (!called) return overColumn('sum')(text, table);
  const [, name, argument = ''] = called;
  if (name === 'countif') return countWhere(argument, table);
  return overColumn(name === 'distinct' ? 'distinct' : 'sum')(argument, table);
};

/** Tries every place where a sign may split a text, since headers may hold it too (`Reçus / jour`). */
const split = <T>(text: string, sign: string, read: (left: string, right: string) => Result<T>): Result<T> => {
  let first: Result<T> | null = null;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const result = read(text.slice(0, at), text.slice(at + 1));
    if (result.ok) return result;
    first ??= result;
  }
  return first ?? refused(problem('rule-invalid', { rule: text }));
};

const pair = <A, B, T>(left: Result<A>, right: () => Result<B>, join: (left: A, right: B) => T): Result<T> => {
  if (!left.ok) return left;
  const other = right();
  return other.ok ? done(join(left.value, other.value)) : other;
};

const parsers: Readonly<Record<string, Parser>> = {
  sum: overColumn('sum'),
  distinct: overColumn('distinct'),
  mean: overColumn('mean'),
  last: overColumn('last'),
  min: overColumn('min'),
  max: overColumn('max'),
  countif: countWhere,
  ratio: (argument, table) =>
    split(argument, '/', (left, right) =>
      pair(
        part(left, table),
        () => part(right, table),
        (numerator, denominator): Rule => ({ kind: 'ratio', numerator, denominator }),
      ),
    ),
  wmean: (argument, table) =>
    split(argument, '*', (left, right) =>
      pair(
        columnOf(left, table),
        () => columnOf(right, table),
        (value, weight): Rule => ({ kind: 'weightedMean', value, weight }),
      ),
    ),
};

/** A measure asked for on the command line. */
export type MeasureText = { name: string; rule: string };

/** `NAME=RULE`, the name without `=`; null when it is none. */
export const readMeasure = (text: string): MeasureText | null => {
  const equals = text.indexOf('=');
  const name = text.slice(0, equals).trim();
  const rule = text.slice(equals + 1).trim();
  return equals > 0 && name !== '' && rule !== '' ? { name, rule } : null;
};

/**
 * The rule that a text says over a table's columns: `ratio:E/D` is the sum of E over the sum of D, `countif:F=Oui` the rows
 * in which F is Oui, `mean:Note` the mean of the rows' notes.
 */
export const readRule = (text: string, table: DetectedTable): Result<Rule> => {
  if (text === 'count') return done({ kind: 'count' });
  const colon = text.indexOf(':');
  const parser = colon > 0 ? parsers[text.slice(0, colon)] : undefined;
  const invalid = (): { ok: false; problem: Problem } => refused(problem('rule-invalid', { rule: text }));
  if (!parser) return invalid();
  const rule = parser(text.slice(colon + 1), table);
  return !rule.ok && rule.problem.code === 'rule-invalid' ? invalid() : rule;
};
