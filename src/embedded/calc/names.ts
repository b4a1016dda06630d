import type { AstExpression } from '@borgar/fx/xlsx';
import type { DefinedName } from '../book/book';
import type { Compiled } from './context';
import type { Formula } from './compile';

/** A defined name as a function, with what it depends on. */
export type CompiledName = {
  formula: string;
  evaluate: Compiled;
  precedents: Formula['precedents'];
  mentions: ReadonlySet<string>;
  isVolatile: boolean;
};

/**
 * Names that mean the same wherever they are used, compiled once for the thousands of formulas that use them. What they
 * refer to moves when sheets, tables or names change: they are to be forgotten then.
 */
export type CompiledNames = Map<DefinedName, CompiledName>;

const ABSOLUTE_CELLS = /!\$[A-Z]{1,3}\$\d+(:\$[A-Z]{1,3}\$\d+)?$/i;
const ABSOLUTE_LINES = /!(\$[A-Z]{1,3}:\$[A-Z]{1,3}|\$\d+:\$\d+)$/i;
const THIS_ROW = /@|#this row/i;

/** Is a reference the same in every cell? */
export const isFixed = (text: string, kind: string): boolean => {
  if (kind === 'table') return !text.startsWith('[') && !THIS_ROW.test(text);
  return kind !== 'name' && (ABSOLUTE_CELLS.test(text) || ABSOLUTE_LINES.test(text));
};

/** Tree of a name's formula where the name is one of the workbook; null where sheets have one of their own by that name. */
export type NameTrees = (name: string) => AstExpression | null;

const DEEPEST_NAME = 8;

/** Whether every reference of a name's formula is absolute and names its sheet or table: `'Suivi'!$B$7:$B$99`, `Ventes[Qté]`. */
export function isSameEverywhere(node: AstExpression | null, trees: NameTrees, depth = 0): boolean {
  if (node === null) return true;
  switch (node.type) {
    case 'Literal':
    case 'ErrorLiteral':
    case 'ArrayExpression':
      return true;
    case 'ReferenceIdentifier': {
      if (node.kind !== 'name') return isFixed(node.value, node.kind);
      const tree = depth < DEEPEST_NAME ? trees(node.value) : null;
      return tree !== null && isSameEverywhere(tree, trees, depth + 1);
    }
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'CallExpression':
      return node.arguments.every((argument) => isSameEverywhere(argument, trees, depth));
    default:
      return false;
  }
}

/** Functions whose result depends on nothing but their arguments and the cells these name. */
const BY_ARGUMENTS = new Set([
  'INDEX',
  'MATCH',
  'COUNT',
  'COUNTA',
  'MAX',
  'MIN',
  'SUM',
  'ROWS',
  'COLUMNS',
  'IF',
  'IFERROR',
  'LOOKUP',
]);

/** Whether a name that is the same everywhere gives the same cells to every formula: `'Suivi'!$B$2:INDEX('Suivi'!$B:$B,9)`. */
export function givesOneArea(node: AstExpression | null, trees: NameTrees): boolean {
  if (node === null) return true;
  const inside = (inner: AstExpression | null): boolean => givesOneArea(inner, trees);
  switch (node.type) {
    case 'ReferenceIdentifier':
      return node.kind !== 'name' || inside(trees(node.value));
    case 'UnaryExpression':
    case 'BinaryExpression':
      return node.arguments.every(inside);
    case 'CallExpression': {
      const name: unknown = node.callee.name;
      return typeof name === 'string' && BY_ARGUMENTS.has(name.toUpperCase()) && node.arguments.every(inside);
    }
    case 'LetExpression':
    case 'LambdaExpression':
      return false;
    default:
      return true;
  }
}
