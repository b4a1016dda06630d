import { valueAt } from '../sheet/snapshot';
import { evaluateText, sameFigure } from './evaluate';
import type { Remark } from './finding';
import { bareNode, callsOf, functionOf, type AstExpression, type CallExpression } from './formula';
import type { FormulaCell, LintBook } from './lint-book';
import { headerOf, isRate } from './quotient';
import { partText } from './ratio-text';
import { proposalWith, remark, type CellRule } from './rule';

/** A proposal spells out each cell: beyond these it is no longer read by anyone. */
const MOST_CELLS = 31;
const LONGEST = 2_000;

const GUARDS: ReadonlySet<string> = new Set(['IFERROR', 'IFNA', 'ROUND']);
const AVERAGES: ReadonlySet<string> = new Set(['AVERAGE']);

/** The calculation inside IFERROR, ROUND and `IF(…,"",…)`. */
const core = (node: AstExpression | null | undefined): AstExpression | null => {
  const bare = bareNode(node);
  if (bare?.type !== 'CallExpression') return bare;
  const [first, second, third] = bare.arguments;
  if (GUARDS.has(functionOf(bare))) return core(first);
  if (functionOf(bare) !== 'IF') return bare;
  if (second?.type === 'Literal') return core(third);
  return third?.type === 'Literal' ? core(second) : bare;
};

/** The filled cells that a call takes, when all of them are formulas and few. */
const formulasIn = (call: CallExpression, cell: FormulaCell, book: LintBook): FormulaCell[] | null => {
  const found: FormulaCell[] = [];
  for (const argument of call.arguments) {
    const span = book.resolve(argument, cell);
    if (!span) return null;
    const { sheet, area } = span;
    if (area.rows * area.columns > 4 * MOST_CELLS) return null;
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const formula = book.formulaAt(sheet, row, column);
        if (formula && typeof formula.value === 'number') found.push(formula);
        else if (!formula && valueAt(sheet, row, column) !== '') return null;
      }
  }
  return found.length >= 2 && found.length <= MOST_CELLS ? found : null;
};

/** `SUM(a)+SUM(b)` as `SUM(a,b)`, other parts added one by one. */
const addedText = (parts: readonly AstExpression[], cells: readonly FormulaCell[], home: FormulaCell, book: LintBook): string => {
  const text = (node: AstExpression, index: number): string => {
    const from = cells[index];
    return from ? partText(node, from, home.sheet, book) : '';
  };
  const sums = parts.every((part) => part.type === 'CallExpression' && functionOf(part) === 'SUM');
  if (!sums) return `(${parts.map(text).join('+')})`;
  const inner = parts.map((part, index) =>
    (part.type === 'CallExpression' ? part.arguments : []).map((node) => (node ? text(node, index) : '')).join(','),
  );
  return `SUM(${inner.join(',')})`;
};

const judge = (call: CallExpression, cell: FormulaCell, book: LintBook): Remark[] => {
  const cells = formulasIn(call, cell, book);
  const span = book.resolve(call.arguments[0], cell);
  if (!cells || !span) return [];
  const trees = cells.map(({ formula }) => core(formula.tree));
  const added = (pick: (tree: AstExpression) => AstExpression | null): string | null => {
    const parts = trees.map((tree) => tree && pick(tree));
    return parts.includes(null)
      ? null
      : addedText(
          parts.filter((part) => part !== null),
          cells,
          cell,
          book,
        );
  };
  const operand =
    (index: 0 | 1) =>
    (tree: AstExpression): AstExpression | null =>
      tree.type === 'BinaryExpression' && tree.operator === '/' && bareNode(tree.arguments[index])?.type === 'CallExpression'
        ? bareNode(tree.arguments[index])
        : null;
  const means = trees.every((tree) => tree?.type === 'CallExpression' && functionOf(tree) === 'AVERAGE');
  const top = means ? null : added(operand(0));
  const bottom = means ? null : added(operand(1));
  if (!means && (top === null || bottom === null || !isRate(span, null, book, true))) return [];
  const values = trees.map((tree, index) => {
    const from = cells[index];
    const list = tree?.type === 'CallExpression' ? tree.arguments : [];
    return from ? list.map((node) => (node ? partText(node, from, cell.sheet, book) : '')).join(',') : '';
  });
  const text = means ? `AVERAGE(${values.join(',')})` : `${top}/${bottom}`;
  const proposal = text.length > LONGEST ? null : proposalWith(cell, call, text, book);
  const exact = proposal === null ? null : evaluateText(proposal, cell, book);
  if (proposal === null || typeof exact !== 'number' || typeof cell.value !== 'number' || sameFigure(exact, cell.value))
    return [];
  if (means) return [remark('average-of-averages', { cells: cells.length }, cell, book, { proposal, confidence: 0.9 })];
  const facts = { rate: headerOf(span), lines: cells.length, numerator: null, denominator: null };
  return [remark('average-of-rates', facts, cell, book, { proposal, confidence: 0.9 })];
};

/**
 * AVERAGE over a few cells that are quotients of totals (`=SUM(E2:E8)/SUM(D2:D8)`) or means themselves: the totals, or the
 * values, are taken together instead.
 */
export const composedRates: CellRule = (cell, book) =>
  callsOf(cell.formula.tree, AVERAGES).flatMap((call) => judge(call, cell, book));
