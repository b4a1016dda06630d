import type { Rule } from '../consolidation/rule';
import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { natureOf } from '../detect/synonyms';
import type { Operand, Term } from './expression';
import { isStock } from './measures';

/** Why a calculation gives no figure, in which cell, and what it is about. */
export type CalculationFault = {
  field: 'calculation' | 'numerator' | 'denominator';
  code:
    | 'missing'
    | 'not-understood'
    | 'unknown-column'
    | 'number-alone'
    | 'quotient'
    | 'denominator-too-many'
    | 'one-column'
    | 'outcome-needed'
    | 'rate'
    | 'text'
    | 'stock';
  /** The column, or the text near which the expression stops making sense; empty where there is none. */
  name: string;
};

export type Calculated = { ok: true; rule: Rule } | { ok: false; fault: CalculationFault };

type Field = CalculationFault['field'];

export const fault = (field: Field, code: CalculationFault['code'], name = ''): { ok: false; fault: CalculationFault } => ({
  ok: false,
  fault: { field, code, name },
});

/** How a calculation finds what its cells name. */
export type Names = {
  /** What may stand in an expression without brackets. */
  all: readonly string[];
  column: (name: string) => DetectedColumn | null;
  /** What a period's rows give of it as a part: a sum, the last value of a running total, the rows of an outcome. */
  part: (name: string) => Rule | null;
  /** What one of its column's unit counts for. */
  factor: (name: string) => number;
};

const WORDS = ['text', 'person', 'identifier', 'date', 'time', 'category'];

/** True for a column of words, or of figures that only a person reads: added to others, it would count for nothing. */
const isText = ({ type, unread }: DetectedColumn): boolean => WORDS.includes(type) || unread === true;

/** Several rows of one date are parts of one state: what cannot be added up has no last value there. */
const hasSeveralRowsADate = ({ kind, reason }: DetectedTable): boolean =>
  kind === 'events' || reason.startsWith('several-rows') || reason === 'identifier-and-several-rows-a-date';

const isRate = (column: DetectedColumn, table: DetectedTable): boolean =>
  column.type === 'rate' ||
  (column.measure !== undefined && natureOf(column.measure) === 'rate') ||
  (table.kind !== 'events' && (column.average === true || column.reason === 'score' || column.score === true));

/** The one column of an expression and what it is multiplied by; null when there are several. */
const oneColumn = (terms: readonly Term[]): { name: string; factor: number } | null => {
  const [term, ...more] = terms;
  const [operand, ...others] = term?.operands ?? [];
  if (!term || more.length > 0 || others.length > 0 || term.over.length > 0) return null;
  return operand?.kind === 'named' ? { name: operand.name, factor: term.factor } : null;
};

const scaled = (rule: Rule, factor: number): Rule => (factor === 1 ? rule : { kind: 'combination', terms: [{ factor, rule }] });

/** What the dictionary's cells say over one table, as a rule; or the cell that is at fault. */
export class Compiler {
  constructor(
    private readonly table: DetectedTable,
    private readonly names: Names,
  ) {}

  private inUnit(rule: Rule, { name, factor }: { name: string; factor: number }): Rule {
    return scaled(rule, factor * this.names.factor(name));
  }

  private column(field: Field, name: string): { ok: true; column: DetectedColumn } | { ok: false; fault: CalculationFault } {
    const column = this.names.column(name);
    return column ? { ok: true, column } : fault(field, 'unknown-column', name);
  }

  /** One operand of a sum. */
  private operand(field: Field, operand: Operand, summed: boolean): Calculated {
    if (operand.kind === 'rows') return { ok: true, rule: { kind: 'count' } };
    const { name } = operand;
    // A measure may be had without a column of its own: the calls of an event log are its rows.
    const part = operand.kind === 'named' ? this.names.part(name) : null;
    const found = this.names.column(name);
    if (!found) return part ? { ok: true, rule: part } : fault(field, 'unknown-column', name);
    if (operand.kind === 'where') return { ok: true, rule: { kind: 'countWhere', column: found.column, text: operand.text } };
    if (operand.kind === 'distinct') return { ok: true, rule: { kind: 'distinct', column: found.column } };
    if (isRate(found, this.table)) return fault(field, 'rate', found.header);
    if (!part || (isText(found) && part.kind !== 'countWhere')) return fault(field, 'text', found.header);
    if (summed && (part.kind === 'last' || isStock(found))) return fault(field, 'stock', found.header);
    return { ok: true, rule: part };
  }

  private product(field: Field, operands: readonly Operand[]): Calculated {
    const columns: number[] = [];
    for (const operand of operands) {
      if (operand.kind !== 'named') return fault(field, 'one-column');
      const found = this.column(field, operand.name);
      if (!found.ok) return found;
      if (isText(found.column)) return fault(field, 'text', found.column.header);
      columns.push(found.column.column);
    }
    return { ok: true, rule: { kind: 'product', columns } };
  }

  /** A sum of terms, none of them a quotient. `summed`: over days as it stands, so that no stock may be in it. */
  private sum(field: Field, terms: readonly Term[], summed: boolean): Calculated {
    const parts: { factor: number; rule: Rule }[] = [];
    for (const { factor, operands, over } of terms) {
      const [first, ...more] = operands;
      if (!first) return fault(field, 'number-alone');
      if (over.length > 0) return fault(field, 'quotient');
      const made = more.length > 0 ? this.product(field, operands) : this.operand(field, first, summed);
      if (!made.ok) return made;
      parts.push({ factor, rule: made.rule });
    }
    const [one] = parts;
    if (one && parts.length === 1) return { ok: true, rule: scaled(one.rule, one.factor) };
    return { ok: true, rule: { kind: 'combination', terms: parts } };
  }

  ratio(top: readonly Term[], bottom: readonly Term[]): Calculated {
    const numerator = this.sum('numerator', top, false);
    if (!numerator.ok) return numerator;
    const denominator = this.sum('denominator', bottom, false);
    return denominator.ok
      ? { ok: true, rule: { kind: 'ratio', numerator: numerator.rule, denominator: denominator.rule } }
      : denominator;
  }

  total(terms: readonly Term[]): Calculated {
    return this.sum('numerator', terms, true);
  }

  /** The state at the last date that has all of it; the last value where it is one column. */
  last(top: readonly Term[], bottom: readonly Term[] | null): Calculated {
    const one = bottom === null ? oneColumn(top) : null;
    if (one) {
      const found = this.column('numerator', one.name);
      if (!found.ok) return found;
      const { column } = found;
      if (isText(column)) return fault('numerator', 'text', column.header);
      if (isRate(column, this.table) && hasSeveralRowsADate(this.table)) return fault('numerator', 'rate', column.header);
      return { ok: true, rule: this.inUnit({ kind: 'last', column: column.column }, one) };
    }
    const made = bottom === null ? this.sum('numerator', top, false) : this.ratio(top, bottom);
    if (!made.ok) return made;
    const state = summedAtOnce(made.rule);
    return { ok: true, rule: { kind: 'atLast', columns: figuresOf(state), rule: state } };
  }

  single(kind: 'min' | 'max' | 'mean' | 'distinct', terms: readonly Term[]): Calculated {
    const one = oneColumn(terms);
    if (!one) return fault('numerator', 'one-column');
    const found = this.column('numerator', one.name);
    if (!found.ok) return found;
    const { column } = found;
    if (kind === 'distinct') return { ok: true, rule: { kind, column: column.column } };
    if (isText(column)) return fault('numerator', 'text', column.header);
    if (kind === 'mean' && isRate(column, this.table)) return fault('numerator', 'rate', column.header);
    return { ok: true, rule: this.inUnit({ kind, column: column.column }, one) };
  }

  weighted(top: readonly Term[], bottom: readonly Term[]): Calculated {
    const [value, weight] = [oneColumn(top), oneColumn(bottom)];
    if (!value) return fault('numerator', 'one-column');
    if (!weight) return fault('denominator', 'one-column');
    const [valued, weighing] = [this.column('numerator', value.name), this.column('denominator', weight.name)];
    if (!valued.ok) return valued;
    if (!weighing.ok) return weighing;
    if (isText(valued.column)) return fault('numerator', 'text', valued.column.header);
    if (isText(weighing.column)) return fault('denominator', 'text', weighing.column.header);
    if (isRate(weighing.column, this.table)) return fault('denominator', 'rate', weighing.column.header);
    const rule: Rule = { kind: 'weightedMean', value: valued.column.column, weight: weighing.column.column };
    return { ok: true, rule: this.inUnit(rule, value) };
  }

  where(terms: readonly Term[]): Calculated {
    const [term, ...more] = terms;
    const [operand, ...others] = term?.operands ?? [];
    if (operand?.kind !== 'where' || more.length > 0 || others.length > 0) return fault('numerator', 'outcome-needed');
    return this.operand('numerator', operand, false);
  }
}

/** The parts of a state as sums over the rows of its date: a running total there is a figure like the others. */
const summedAtOnce = (rule: Rule): Rule => {
  switch (rule.kind) {
    case 'last':
      return { kind: 'sum', column: rule.column };
    case 'ratio':
      return { kind: 'ratio', numerator: summedAtOnce(rule.numerator), denominator: summedAtOnce(rule.denominator) };
    case 'combination':
      return { kind: 'combination', terms: rule.terms.map((term) => ({ ...term, rule: summedAtOnce(term.rule) })) };
    default:
      return rule;
  }
};

/** Columns whose numbers a state is made of. */
const figuresOf = (rule: Rule): number[] => {
  switch (rule.kind) {
    case 'sum':
      return [rule.column];
    case 'product':
      return [...new Set(rule.columns)];
    case 'ratio':
      return [...new Set([...figuresOf(rule.numerator), ...figuresOf(rule.denominator)])];
    case 'combination':
      return [...new Set(rule.terms.flatMap((term) => figuresOf(term.rule)))];
    default:
      return [];
  }
};
