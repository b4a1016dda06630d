import { cellName } from '../sheet/address';
import type { CellValue, SheetSnapshot } from '../sheet/snapshot';
import { evaluateTree } from './evaluate';
import type { Remark } from './finding';
import { functionOf, numberOf, walk, type AstExpression, type CallExpression } from './formula';
import { isErrorValue, type FormulaCell, type LintBook } from './lint-book';
import { remembering, rememberingShape } from './memory';
import { quotientOf } from './quotient';
import { partText } from './ratio-text';
import { proposalWith, remark, type CellRule } from './rule';

/** Values of a row of a sheet, from the first column that it uses. */
const lineAt = ({ used, values }: SheetSnapshot, row: number): readonly CellValue[] => (used && values[row - used.row]) ?? [];

/** The first cell in error of a range; a whole sheet of ten years is looked through, so row by row. */
const errorIn = remembering(({ sheet, area }): { place: string; error: string } | null => {
  for (let line = area.row; line < area.row + area.rows; line++) {
    const values = lineAt(sheet, line);
    const first = area.column - (sheet.used?.column ?? 0);
    for (let place = Math.max(0, first); place < Math.min(values.length, first + area.columns); place++) {
      const value = values[place] ?? '';
      if (isErrorValue(value)) return { error: value, place: cellName(line, area.column + place - first) };
    }
  }
  return null;
});

/** The first cell in error that a calculation takes. */
const firstError = (tree: AstExpression, cell: FormulaCell, book: LintBook): { place: string; error: string } | null => {
  let found: { place: string; error: string } | null = null;
  walk(tree, (node) => {
    const span = node.type === 'ReferenceIdentifier' && !found ? book.resolve(node, cell) : null;
    if (span) found = errorIn(span, book);
  });
  return found;
};

/** A total that takes the figures and leaves the errors out: SUMIF takes numbers only. */
const withoutErrors = (call: CallExpression, inner: AstExpression | null, cell: FormulaCell, book: LintBook): string | null => {
  if (inner?.type !== 'CallExpression' || inner.arguments.length !== 1) return null;
  const range = inner.arguments[0];
  if (!range || call.arguments[0] !== inner) return null;
  const text = partText(range, cell, cell.sheet, book);
  if (functionOf(inner) === 'SUM') return `SUMIF(${text},"<9.99E+307")`;
  return functionOf(inner) === 'AVERAGE' ? `AVERAGEIF(${text},"<9.99E+307")` : null;
};

const isCatch = (node: AstExpression): node is CallExpression =>
  node.type === 'CallExpression' && ['IFERROR', 'IFNA'].includes(functionOf(node));

const judge = (call: CallExpression, cell: FormulaCell, book: LintBook): Remark | null => {
  const [inner, instead] = call.arguments;
  if (!inner || numberOf(instead) === null) return null;
  const error = firstError(inner, cell, book);
  if (error) {
    const text = withoutErrors(call, inner, cell, book);
    const proposal = text === null ? null : proposalWith(cell, call, text, book);
    return remark('swallowed-error', { error: error.error, place: error.place }, cell, book, { proposal, confidence: 0.85 });
  }
  // A rate of nothing is no rate: 0 % would count in every mean and on every curve.
  const divided = quotientOf(cell, book) !== null && evaluateTree(inner, cell, book) === '#DIV/0!';
  if (!divided || cell.value !== numberOf(instead)) return null;
  const proposal = proposalWith(cell, call, `IFERROR(${partText(inner, cell, cell.sheet, book)},"")`, book);
  const place = cellName(cell.row, cell.column);
  return remark('swallowed-error', { error: '#DIV/0!', place }, cell, book, { proposal, expected: null, confidence: 0.6 });
};

/** Does a formula, or one that it was filled from, turn errors into a number? */
export const turnsErrorsIntoNumbers = rememberingShape((cell) => {
  let turns = false;
  walk(cell.formula.tree, (node) => {
    turns ||= isCatch(node) && numberOf(node.arguments[1]) !== null;
  });
  return turns;
});

/** Errors that IFERROR turns into a number, so that nobody sees them. */
export const errorRule: CellRule = (cell, book) => {
  const found: Remark[] = [];
  walk(cell.formula.tree, (node) => {
    if (!isCatch(node) || found.length > 0) return;
    const said = judge(node, cell, book);
    if (said) found.push(said);
  });
  return found;
};
