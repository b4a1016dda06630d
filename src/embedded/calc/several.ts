import type { AstExpression } from '@borgar/fx/xlsx';
import type { Book } from '../book/book';
import type { Place } from './context';
import { FUNCTIONS, kindAt } from './functions/table';
import { parseShared } from './parse';
import { resolveReference, resolveStructured } from './resolve';

/** Functions whose result may have several values whatever they are given. */
const GIVES_ARRAY = new Set(
  (
    'FILTER UNIQUE SORT SORTBY SEQUENCE TRANSPOSE TREND GROWTH LINEST FREQUENCY MMULT MINVERSE MODE.MULT TAKE DROP ' +
    'CHOOSEROWS CHOOSECOLS VSTACK HSTACK TOCOL TOROW MAP SCAN BYROW BYCOL MAKEARRAY'
  ).split(' '),
);

const CHOOSES = new Set(['IF', 'IFS', 'IFERROR', 'IFNA', 'SWITCH', 'CHOOSE']);

function referenceHasSeveral(text: string, kind: string, book: Book, place: Place, depth: number): boolean {
  if (kind === 'range' || kind === 'beam') return text.includes(':');
  const resolution = kind === 'table' ? resolveStructured(book, text, place) : resolveReference(book, text, place);
  if (resolution.kind === 'reference') return !resolution.reference.isSingle;
  return resolution.kind === 'name' && depth < 8 && hasSeveral(parseShared(resolution.name.formula), book, place, depth + 1);
}

/**
 * May an expression have several values, so that where one is needed Excel calculates with the whole array? `A1:A3*2` may,
 * `SUM(A1:A3)` and `@A1:A3` may not. References that only show when they run (INDEX, OFFSET, INDIRECT) count as one value.
 */
export function hasSeveral(node: AstExpression | null, book: Book, place: Place, depth = 0): boolean {
  if (node === null) return false;
  const inside = (inner: AstExpression | null): boolean => hasSeveral(inner, book, place, depth);
  switch (node.type) {
    case 'ArrayExpression':
    case 'LetExpression':
    case 'LambdaExpression':
      return true;
    case 'ReferenceIdentifier':
      return referenceHasSeveral(node.value, node.kind, book, place, depth);
    case 'UnaryExpression':
      return node.operator === '#' || (node.operator !== '@' && node.arguments.some(inside));
    case 'BinaryExpression':
      if (node.operator === ':') return true;
      return node.operator !== ' ' && node.operator !== ',' && node.arguments.some(inside);
    case 'CallExpression': {
      const name = typeof node.callee.name === 'string' ? node.callee.name.toUpperCase() : '';
      if (GIVES_ARRAY.has(name)) return true;
      if (CHOOSES.has(name)) return node.arguments.some(inside);
      const definition = FUNCTIONS.get(name);
      if (!definition) return false;
      return node.arguments.some((argument, index) => kindAt(definition, index) === 'value' && inside(argument));
    }
    default:
      return false;
  }
}
