import type { DetectedTable } from '../detect/detected';
import { MEASURES } from '../detect/synonyms';
import { Compiler, fault, type Calculated, type Names } from './compile';
import type { Calculation } from './dictionary-words';
import { parseExpression, type Operand, type Term } from './expression';
import { measuresOf, ruleOfColumn } from './measures';
import { columnMeant, columnNames } from './names';

/** A KPI's calculation as the dictionary's three cells say it. */
export type CalculationText = { calculation: Calculation; numerator: string; denominator: string };

/** Names of a table: its headers, and the measures that its columns hold. */
export const namesOf = (table: DetectedTable): Names => {
  const measures = measuresOf(table, null);
  return {
    all: [...columnNames(table), ...MEASURES],
    column: (name) => columnMeant(table, name) ?? measures.column(name),
    part: (name) => {
      const column = columnMeant(table, name);
      return column ? ruleOfColumn(column) : measures.sum(name);
    },
    factor: (name) => (columnMeant(table, name) ? 1 : measures.factor(name)),
  };
};

const sameOperands = (one: readonly Operand[], other: readonly Operand[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Numerator and denominator of terms that are quotients by one thing: `a-b/c` is `a*c-b` over `c`, which adds up over rows
 * where the quotients do not. null where the quotients have several divisors.
 */
const overOne = (terms: readonly Term[]): { top: Term[]; bottom: Term[] } | null => {
  const over = terms.find((term) => term.over.length > 0)?.over ?? [];
  if (terms.some((term) => term.over.length > 0 && !sameOperands(term.over, over))) return null;
  return {
    top: terms.map((term) => (term.over.length > 0 ? { ...term, over: [] } : { ...term, operands: [...term.operands, ...over] })),
    bottom: [{ factor: 1, operands: over, over: [] }],
  };
};

/** The rule of what the three cells say over a table, or the cell at fault and why. */
export const ruleOfText = (
  { calculation, numerator, denominator }: CalculationText,
  table: DetectedTable,
  names: Names = namesOf(table),
): Calculated => {
  if (calculation === 'count') return { ok: true, rule: { kind: 'count' } };
  if (numerator.trim() === '') return fault('numerator', 'missing');
  const top = parseExpression(numerator, names.all);
  if (!top.ok) return fault('numerator', 'not-understood', top.near);
  const bottom = denominator.trim() === '' ? null : parseExpression(denominator, names.all);
  if (bottom && !bottom.ok) return fault('denominator', 'not-understood', bottom.near);
  const compiler = new Compiler(table, names);
  const takesTwo = calculation === 'ratio' || calculation === 'weightedMean' || calculation === 'last';
  if (bottom && !takesTwo) return fault('denominator', 'denominator-too-many');
  const split = bottom === null && top.terms.some(({ over }) => over.length > 0) ? overOne(top.terms) : null;
  const below = split?.bottom ?? bottom?.terms ?? null;
  const above = split?.top ?? top.terms;
  switch (calculation) {
    case 'sum':
    case 'combination':
      return compiler.total(top.terms);
    case 'ratio':
      return below ? compiler.ratio(above, below) : fault('denominator', 'missing');
    case 'weightedMean':
      return below ? compiler.weighted(above, below) : fault('denominator', 'missing');
    case 'last':
      return compiler.last(above, below);
    case 'countWhere':
      return compiler.where(top.terms);
    default:
      return compiler.single(calculation, top.terms);
  }
};
