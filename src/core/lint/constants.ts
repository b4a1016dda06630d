import { isDateFormat, isTimeFormat } from '../detect/dates';
import { numberFormatAt, valueAt } from '../sheet/snapshot';
import type { Remark } from './finding';
import { functionOf, numberOf, walk, writeTree, type AstExpression } from './formula';
import type { FormulaCell, LintBook } from './lint-book';
import { qualified } from './ratio-text';
import { proposalWith, remark, type CellRule } from './rule';

/** Numbers that convert units or count what never changes: percent, thousands, minutes, hours, days, weeks, months. */
const UNITS: ReadonlySet<number> = new Set([
  2, 7, 10, 12, 24, 52, 60, 90, 100, 360, 365, 365.25, 366, 1_000, 1_440, 3_600, 10_000, 86_400, 1_000_000, 0.5, 0.01, 0.001, 30,
]);

const isPlain = (number: number): boolean => Math.abs(number) <= 1 && Number.isInteger(number);

const holdsReference = (tree: AstExpression | null): boolean => {
  let found = false;
  walk(tree, (node) => {
    found ||= node.type === 'ReferenceIdentifier';
  });
  return found;
};

/** Cells that hold dates or times: what is added to them is a number of days. */
const isOverDates = (tree: AstExpression | null, cell: FormulaCell, book: LintBook): boolean => {
  let dates = false;
  walk(tree, (node) => {
    if (node.type === 'CallExpression' && /DATE|DAY|MONTH|YEAR|TODAY|NOW|TIME|HOUR|MINUTE|WEEK/.test(functionOf(node)))
      dates = true;
    if (
      node.type === 'CallExpression' &&
      ['ROW', 'ROWS', 'COLUMN', 'COLUMNS', 'MATCH', 'LEN', 'FIND', 'SEARCH', 'MOD'].includes(functionOf(node))
    )
      dates = true;
    const span = node.type === 'ReferenceIdentifier' ? book.resolve(node, cell) : null;
    if (!span) return;
    const format = numberFormatAt(span.sheet, span.area.row, span.area.column);
    const value = valueAt(span.sheet, span.area.row, span.area.column);
    if (isDateFormat(format) || isTimeFormat(format) || typeof value === 'string') dates = true;
  });
  return dates;
};

/** Operands of a chain of plus signs, to tell `(B2+C2+D2)/3` from a typed number of days. */
const countOfAddends = (node: AstExpression | null | undefined): number =>
  node?.type === 'BinaryExpression' && node.operator === '+'
    ? countOfAddends(node.arguments[0]) + countOfAddends(node.arguments[1])
    : 1;

const isOwnCount = (divided: AstExpression | null | undefined, number: number): boolean => countOfAddends(divided) === number;

/** A call whose arguments are choices, criteria or places, not amounts. */
const isCalculation = (around: readonly AstExpression[]): boolean =>
  around.every((node) => {
    if (node.type !== 'CallExpression') return node.type !== 'BinaryExpression' || !/^(=|<|>|<=|>=|<>|&|\^)$/.test(node.operator);
    return ['SUM', 'AVERAGE', 'ROUND', 'ROUNDUP', 'ROUNDDOWN', 'IF', 'IFERROR', 'IFNA', 'ABS', 'MAX', 'MIN', 'INT', 'N'].includes(
      functionOf(node),
    );
  });

/** `SUM(B2:B31)/31`: the number of lines is counted instead. */
const countedText = (divided: AstExpression | null | undefined, cell: FormulaCell, book: LintBook): string | null => {
  if (divided?.type !== 'CallExpression' || functionOf(divided) !== 'SUM' || divided.arguments.length !== 1) return null;
  const range = divided.arguments[0];
  const span = book.resolve(range, cell);
  if (!range || !span || span.area.rows * span.area.columns < 3) return null;
  return `COUNT(${writeTree(range, qualified(cell, cell.sheet, book))})`;
};

/** The number that a node is, or that a sum of typed numbers is: `20%`, `(1+20%)`. */
const constantOf = (node: AstExpression): number | null => {
  const number = numberOf(node);
  if (number !== null || node.type !== 'BinaryExpression' || (node.operator !== '+' && node.operator !== '-')) return number;
  const [left, right] = node.arguments.map(numberOf);
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  return node.operator === '+' ? left + right : left - right;
};

/** One number: added to figures (`=SUM(B2:B9)+120`), or a factor that is no unit (`=B9*1.196`, `=SUM(B2:B29)/31`). */
const judge = (node: AstExpression, around: readonly AstExpression[], cell: FormulaCell, book: LintBook): Remark | null => {
  const parent = around[0];
  const number = constantOf(node);
  if (number === null || isPlain(number) || parent?.type !== 'BinaryExpression' || !isCalculation(around)) return null;
  const first = parent.arguments[0] === node;
  const other = first ? parent.arguments[1] : parent.arguments[0];
  if (!other || !holdsReference(other)) return null;
  if (parent.operator === '+' || parent.operator === '-') {
    if (isOverDates(cell.formula.tree, cell, book) || (parent.operator === '-' && first) || UNITS.has(Math.abs(number)))
      return null;
    const proposal = proposalWith(cell, parent, writeTree(other, qualified(cell, cell.sheet, book)), book);
    return remark('hard-coded-number', { number: parent.operator === '-' ? -number : number }, cell, book, {
      proposal,
      confidence: 0.85,
    });
  }
  if (parent.operator !== '*' && parent.operator !== '/') return null;
  if (parent.operator === '/' && first) return null;
  if (isOverDates(other, cell, book)) return null;
  const counted = parent.operator === '/' ? countedText(other, cell, book) : null;
  if (counted !== null) {
    const exact = proposalWith(cell, node, counted, book);
    const found = remark('hard-coded-number', { number }, cell, book, { proposal: exact, confidence: 0.8 });
    return UNITS.has(number) && !(number === 30 || number === 7 || number === 12)
      ? null
      : found.expected === found.value
        ? null
        : found;
  }
  if (UNITS.has(Math.abs(number)) || isOwnCount(other, number)) return null;
  return remark('hard-coded-number', { number }, cell, book, { proposal: null, confidence: 0.55 });
};

/** Numbers typed into the arithmetic of a formula, where nobody sees them or knows where they come from. */
export const constantRule: CellRule = (cell, book) => {
  const found: Remark[] = [];
  walk(cell.formula.tree, (node, around) => {
    const said = found.length === 0 ? judge(node, around, cell, book) : null;
    if (said) found.push(said);
  });
  return found;
};
