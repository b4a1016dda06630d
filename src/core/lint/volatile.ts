import type { Remark } from './finding';
import { functionOf, numberOf, readFormula, walk, writeTree, type AstExpression, type CallExpression } from './formula';
import type { FormulaCell, LintBook } from './lint-book';
import { columnName } from '../sheet/address';
import { qualified } from './ratio-text';
import { proposalWith, remark, type CellRule } from './rule';
import { sheetPrefix } from './lint-book';

const VOLATILE: ReadonlySet<string> = new Set(['OFFSET', 'INDIRECT', 'TODAY', 'NOW', 'RAND', 'RANDBETWEEN', 'RANDARRAY']);

/** The cells that INDIRECT names when its text is written out. */
const direct = ({ arguments: [text, style] }: CallExpression): string | null => {
  if (text?.type !== 'Literal' || typeof text.value !== 'string' || style !== undefined) return null;
  const tree = readFormula(`=${text.value}`)?.tree;
  return tree?.type === 'ReferenceIdentifier' ? text.value : null;
};

/** `OFFSET(B2,0,0,n,1)` as `B2:INDEX(B:B,ROW(B2)+n-1)`, which only recalculates when its cells change. */
const indexed = (call: CallExpression, cell: FormulaCell, book: LintBook): string | null => {
  const [from, down, across, height, width] = call.arguments;
  const span = book.resolve(from, cell);
  const write = (node: AstExpression): string => writeTree(node, qualified(cell, cell.sheet, book));
  const still = [down, across].every((node) => !node || numberOf(node) === 0);
  if (!from || !span || span.area.rows * span.area.columns !== 1 || !still || !height) return null;
  if (width && numberOf(width) !== 1) return null;
  const column = `$${columnName(span.area.column)}:$${columnName(span.area.column)}`;
  return `${write(from)}:INDEX(${sheetPrefix(span.sheet, cell.sheet)}${column},${span.area.row}+${height.type === 'BinaryExpression' ? `(${write(height)})` : write(height)})`;
};

/** Functions that recalculate at every change: slow, and never the same the day after. */
export const volatileRule: CellRule = (cell, book) => {
  const found: Remark[] = [];
  walk(cell.formula.tree, (node) => {
    if (node.type !== 'CallExpression' || found.length > 0) return;
    const name = functionOf(node);
    if (!VOLATILE.has(name)) return;
    const text = name === 'INDIRECT' ? direct(node) : name === 'OFFSET' ? indexed(node, cell, book) : null;
    const proposal = text === null ? null : proposalWith(cell, node, text, book);
    const now = typeof cell.value === 'number' && proposal !== null ? cell.value : null;
    found.push(remark('volatile-function', { function: name }, cell, book, { proposal, expected: now, confidence: 0.6 }));
  });
  return found;
};
