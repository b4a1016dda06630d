import { cellName } from '../sheet/address';
import { evaluateText, sameFigure } from './evaluate';
import type { Remark } from './finding';
import { functionOf, numberOf, walk, type AstExpression } from './formula';
import { areaText, contains, type FormulaCell, type LintBook, type Span } from './lint-book';
import { addends, areaOf, isTotalLine, runsOf, stretchOf, totalledBy, valueOn, type Stretch } from './lines';
import { remembering } from './memory';
import { holds } from './quotient';
import { proposalWith, remark, type CellRule } from './rule';

const FUNCTIONS: ReadonlySet<string> = new Set(['SUM', 'AVERAGE', 'SUBTOTAL']);
/** Lines that a typed total must sum up to be taken for one. */
const LEAST_PARTS = 3;
const MOST_PIECES = 12;

/** A sum or average with all the cells that it takes: a call, or a chain of plus signs around calls. */
type Taking = { node: AstExpression; name: string; spans: readonly Span[] };

const spansOf = (node: AstExpression, cell: FormulaCell, book: LintBook): readonly (Span | null)[] => {
  if (node.type === 'ReferenceIdentifier') return [book.resolve(node, cell)];
  if (node.type !== 'CallExpression' || !FUNCTIONS.has(functionOf(node))) return [null];
  return node.arguments.slice(functionOf(node) === 'SUBTOTAL' ? 1 : 0).map((argument) => book.resolve(argument, cell));
};

const takingsOf = (cell: FormulaCell, book: LintBook): Taking[] => {
  const found: Taking[] = [];
  walk(cell.formula.tree, (node, around) => {
    const parent = around[0];
    const chained = parent?.type === 'BinaryExpression' && parent.operator === '+';
    const chain = node.type === 'BinaryExpression' && node.operator === '+';
    if (chained || (!chain && (node.type !== 'CallExpression' || !FUNCTIONS.has(functionOf(node))))) return;
    // `SUM(B2:B20)/2` counts on taking everything twice.
    if (
      parent?.type === 'BinaryExpression' &&
      parent.operator === '/' &&
      parent.arguments[0] === node &&
      numberOf(parent.arguments[1]) === 2
    )
      return;
    if (
      node.type === 'CallExpression' &&
      functionOf(node) === 'SUBTOTAL' &&
      numberOf(node.arguments[0]) !== 9 &&
      numberOf(node.arguments[0]) !== 109
    )
      return;
    const operands = chain ? addends(node) : [node];
    const spans = operands.flatMap((operand) => spansOf(operand, cell, book));
    if (spans.includes(null) || spans.length === 0) return;
    const name = node.type === 'CallExpression' ? functionOf(node) : 'SUM';
    found.push({ node, name, spans: spans.filter((span) => span !== null) });
  });
  return found;
};

const inside = (inner: Span, outer: readonly Span[]): boolean =>
  outer.some(
    ({ sheet, area }) =>
      sheet === inner.sheet &&
      contains(area, inner.area.row, inner.area.column) &&
      contains(area, inner.area.row + inner.area.rows - 1, inner.area.column + inner.area.columns - 1),
  );

const isSubtotal = ({ formula }: FormulaCell): boolean =>
  formula.tree.type === 'CallExpression' && ['SUBTOTAL', 'AGGREGATE'].includes(functionOf(formula.tree));

/** A typed figure in a line called a total, which is the sum of the figures right above it. */
const isTypedTotal = (stretch: Stretch, line: number): boolean => {
  const value = valueOn(stretch, line);
  if (typeof value !== 'number' || value === 0 || !isTotalLine(stretch, line)) return false;
  let sum = 0;
  for (let above = line - 1; above >= stretch.first; above--) {
    const part = valueOn(stretch, above);
    if (typeof part !== 'number') break;
    sum += part;
    if (line - above >= LEAST_PARTS && sameFigure(sum, value)) return true;
  }
  return false;
};

/** A cell that may be a total of others in the same range: by its formula, with what it takes, or by its label. */
type Total = { row: number; column: number; formula: FormulaCell | null; parts: readonly Span[] };

const totalsIn = remembering((span, book): readonly Total[] => {
  const { sheet, area } = span;
  const stretch = stretchOf(span);
  const found: Total[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const formula = book.formulaAt(sheet, row, column);
      const parts = formula && totalledBy(formula, book);
      if (parts) found.push({ row, column, formula, parts });
      else if (!formula && stretch && isTypedTotal(stretch, stretch.axis === 'down' ? row : column))
        found.push({ row, column, formula: null, parts: [] });
    }
  return found;
});

/** Cells taken that are totals of cells taken as well, or the cell itself. */
const doubles = ({ spans, name }: Taking, cell: FormulaCell, book: LintBook): { row: number; column: number }[] =>
  spans.flatMap((span) => {
    if (span.column) return [];
    const itself = holds(span, cell) ? [{ row: cell.row, column: cell.column }] : [];
    const totals = totalsIn(span, book).filter(({ formula, parts }) => {
      if (formula === cell || (formula && name === 'SUBTOTAL' && isSubtotal(formula))) return false;
      return formula === null || parts.every((part) => inside(part, spans) && !holds(part, formula));
    });
    return [...totals.map(({ row, column }) => ({ row, column })), ...itself];
  });

/** What is taken without the doubles, as arguments; null where that cannot be written shortly. */
const without = (spans: readonly Span[], twice: readonly { row: number; column: number }[], cell: FormulaCell): string | null => {
  const pieces: string[] = [];
  for (const span of spans) {
    const { sheet, area } = span;
    const removed = twice.filter(({ row, column }) => contains(area, row, column));
    const stretch = stretchOf(span);
    if (removed.length === 0) {
      pieces.push(areaText(sheet, area, cell.sheet));
      continue;
    }
    if (!stretch) return null;
    const kept: number[] = [];
    for (let line = stretch.first; line <= stretch.last; line++) {
      const out = removed.some(({ row, column }) => (stretch.axis === 'down' ? row : column) === line);
      if (!out && (area.rows * area.columns === 1 || valueOn(stretch, line) !== '')) kept.push(line);
    }
    for (const [from, to] of runsOf(kept)) pieces.push(areaText(sheet, areaOf(stretch, from, to), cell.sheet));
  }
  return pieces.length === 0 || pieces.length > MOST_PIECES ? null : pieces.join(',');
};

const judge = (taking: Taking, cell: FormulaCell, book: LintBook): Remark[] => {
  const twice = doubles(taking, cell, book);
  if (twice.length === 0) return [];
  const kept = without(taking.spans, twice, cell);
  const text = kept === null ? null : taking.name === 'SUBTOTAL' ? `SUBTOTAL(9,${kept})` : `${taking.name}(${kept})`;
  const proposal = text === null ? null : proposalWith(cell, taking.node, text, book);
  const itself =
    twice.some(({ row, column }) => row === cell.row && column === cell.column) && taking.spans.some((span) => holds(span, cell));
  const exact = proposal === null ? null : evaluateText(proposal, cell, book);
  const expected = typeof exact === 'number' ? exact : null;
  if (!itself && expected !== null && typeof cell.value === 'number' && sameFigure(expected, cell.value)) return [];
  const amount = expected !== null && typeof cell.value === 'number' && !itself ? cell.value - expected : null;
  const cells = twice.slice(0, 5).map(({ row, column }) => cellName(row, column));
  const facts = { twice: `${cells.join(', ')}${twice.length > 5 ? ', …' : ''}`, amount };
  return [remark('total-counts-twice', facts, cell, book, { proposal, expected, confidence: 0.9 })];
};

/** Totals that take a subtotal, another total or themselves together with their parts. */
export const twiceRule: CellRule = (cell, book) => takingsOf(cell, book).flatMap((taking) => judge(taking, cell, book));
