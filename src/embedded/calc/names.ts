import type { AstExpression } from '@borgar/fx/xlsx';
import type { DefinedName } from '../book/book';
import type { Compiled } from './context';
import type { Reference } from './values';

/** A defined name as a function, with what it depends on. */
export type CompiledName = {
  formula: string;
  evaluate: Compiled;
  precedents: readonly Reference[];
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

const isFixed = (text: string, kind: string): boolean => {
  if (kind === 'table') return !text.startsWith('[') && !THIS_ROW.test(text);
  return kind !== 'name' && (ABSOLUTE_CELLS.test(text) || ABSOLUTE_LINES.test(text));
};

/** Whether every reference of a name's formula is absolute and names its sheet or table: `'Suivi'!$B$7:$B$99`, `Ventes[Qté]`. */
export function isSameEverywhere(node: AstExpression | null): boolean {
  if (node === null) return true;
  switch (node.type) {
    case 'Literal':
    case 'ErrorLiteral':
    case 'ArrayExpression':
      return true;
    case 'ReferenceIdentifier':
      return isFixed(node.value, node.kind);
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'CallExpression':
      return node.arguments.every(isSameEverywhere);
    default:
      return false;
  }
}
