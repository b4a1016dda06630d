import { valueAt, type CellValue } from '../sheet/snapshot';
import { dated } from './evaluate-dates';
import { functionOf, readFormula, type AstExpression, type CallExpression } from './formula';
import { isErrorValue, type FormulaCell, type LintBook, type Span } from './lint-book';
import { AGGREGATES, aggregate, conditional, lookup } from './evaluate-functions';

/** What an expression gives: cells, one value (errors as their text), or null where this reader does not know. */
export type Evaluated = { span: Span } | { value: CellValue } | null;

/** What functions need of their caller. */
export type Evaluation = {
  book: LintBook;
  cell: FormulaCell;
  evaluate: (node: AstExpression | null | undefined) => Evaluated;
  /** One value of an argument: a cell's for a reference to one cell. */
  single: (node: AstExpression | null | undefined) => CellValue | null;
};

const numeric = (value: CellValue | null): number | string | null => {
  if (value === null || isErrorValue(value)) return value;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === '' ? 0 : null;
};

const rounded = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + Number.EPSILON * 4))) / scale;
};

const calculate = (operator: string, one: number, other: number): number | string | null => {
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return other === 0 ? '#DIV/0!' : one / other;
    case '^':
      return one ** other;
    default:
      return null;
  }
};

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);

const compared = (operator: string, one: CellValue, other: CellValue): boolean | null => {
  const left = typeof one === 'string' && typeof other === 'string' ? one.toLowerCase() : one;
  const right = typeof one === 'string' && typeof other === 'string' ? other.toLowerCase() : other;
  const same = left === right || (left === '' && right === 0) || (left === 0 && right === '');
  if (operator === '=') return same;
  if (operator === '<>') return !same;
  const first = left === '' ? 0 : left;
  const second = right === '' ? 0 : right;
  if (typeof first !== typeof second) return null;
  if (operator === '<') return first < second;
  if (operator === '>') return first > second;
  return operator === '<=' ? first <= second : first >= second;
};

const binary = (operator: string, one: CellValue | null, other: CellValue | null): Evaluated => {
  if (one === null || other === null) return null;
  if (isErrorValue(one)) return { value: one };
  if (isErrorValue(other)) return { value: other };
  if (operator === '&') return typeof one === 'boolean' || typeof other === 'boolean' ? null : { value: `${one}${other}` };
  if (COMPARISONS.has(operator)) {
    const result = compared(operator, one, other);
    return result === null ? null : { value: result };
  }
  const left = numeric(one);
  const right = numeric(other);
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  const result = calculate(operator, left, right);
  return result === null ? null : { value: result };
};

const call = (node: CallExpression, evaluation: Evaluation): Evaluated => {
  const { evaluate, single, book } = evaluation;
  const name = functionOf(node);
  const [first, second, third] = node.arguments;
  switch (name) {
    case 'IF': {
      const condition = single(first);
      if (condition === null || isErrorValue(condition)) return condition === null ? null : { value: condition };
      const holds = numeric(condition);
      if (typeof holds !== 'number') return null;
      return holds !== 0 ? evaluate(second) : third === undefined ? { value: false } : evaluate(third);
    }
    case 'IFERROR': {
      const value = single(first);
      return value === null ? null : isErrorValue(value) ? evaluate(second) : { value };
    }
    case 'ROUND': {
      const value = numeric(single(first));
      const digits = numeric(single(second));
      if (typeof value === 'string') return { value };
      return typeof value === 'number' && typeof digits === 'number' ? { value: rounded(value, digits) } : null;
    }
    case 'ABS': {
      const value = numeric(single(first));
      return typeof value === 'number' ? { value: Math.abs(value) } : value === null ? null : { value };
    }
    case 'NUMBERVALUE':
      return numberValue(single(first), single(second));
    case 'DATE':
    case 'EDATE':
    case 'EOMONTH':
      return dated(name, node.arguments.map(single), book.workbook.date1904);
    default:
      if (AGGREGATES.has(name)) return aggregate(name, node.arguments, evaluation);
      return conditional(name, node.arguments, evaluation) ?? lookup(name, node.arguments, evaluation);
  }
};

const numberValue = (text: CellValue | null, decimal: CellValue | null): Evaluated => {
  if (text === null || typeof decimal !== 'string') return null;
  const plain = String(text)
    .replace(/\s/g, '')
    .replaceAll(decimal === ',' ? '.' : ',', '')
    .replace(decimal, '.');
  return { value: plain === '' ? 0 : Number(plain) };
};

/** What an expression gives in a cell, from the values that were read; null where a part of it is not known here. */
const evaluateIn = (book: LintBook, cell: FormulaCell): Evaluation => {
  const evaluate = (node: AstExpression | null | undefined): Evaluated => {
    if (!node) return { value: '' };
    switch (node.type) {
      case 'Literal':
        return { value: node.value };
      case 'ErrorLiteral':
        return { value: node.value };
      case 'ReferenceIdentifier': {
        const span = book.resolve(node, cell);
        return span && { span };
      }
      case 'UnaryExpression': {
        if (node.operator === '+' || node.operator === '@') return evaluate(node.arguments[0]);
        const value = numeric(single(node.arguments[0]));
        if (typeof value !== 'number') return value === null ? null : { value };
        if (node.operator === '-') return { value: -value };
        return node.operator === '%' ? { value: value / 100 } : null;
      }
      case 'BinaryExpression':
        return node.operator === ':' || node.operator === ','
          ? null
          : binary(node.operator, single(node.arguments[0]), single(node.arguments[1]));
      case 'CallExpression':
        return call(node, evaluation);
      default:
        return null;
    }
  };
  const single = (node: AstExpression | null | undefined): CellValue | null => {
    const found = evaluate(node);
    if (!found) return null;
    if ('value' in found) return found.value;
    const { sheet, area } = found.span;
    return area.rows * area.columns === 1 ? valueAt(sheet, area.row, area.column) : null;
  };
  const evaluation: Evaluation = { book, cell, evaluate, single };
  return evaluation;
};

/** Value of a formula's tree as if it stood in a cell; null where it is not known. */
export const evaluateTree = (tree: AstExpression, cell: FormulaCell, book: LintBook): CellValue | null =>
  evaluateIn(book, cell).single(tree);

/** Value of a formula text that begins with `=`, as if it stood in a cell; null where it is not known. */
export const evaluateText = (text: string, cell: FormulaCell, book: LintBook): CellValue | null => {
  const formula = readFormula(text);
  return formula && evaluateTree(formula.tree, cell, book);
};

/** Figures that are the same but for the last digits of a calculation. */
export const sameFigure = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1e-9, Math.abs(one), Math.abs(other));

/**
 * Value that a proposed formula gives, as a number. null where it is not known, or where the cell's own formula, calculated
 * the same way, is not what the cell shows: hidden lines and filters are not read.
 */
export const expectedOf = (proposal: string, cell: FormulaCell, book: LintBook): number | null => {
  const now = evaluateTree(cell.formula.tree, cell, book);
  if (typeof now === 'number' && typeof cell.value === 'number' && !sameFigure(now, cell.value)) return null;
  const value = evaluateText(proposal, cell, book);
  return typeof value === 'number' ? value : null;
};
