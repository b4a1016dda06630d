import {
  parse,
  parseA1Ref,
  tokenize,
  type AstExpression,
  type CallExpression,
  type RangeA1,
  type ReferenceIdentifier,
} from '@borgar/fx';

export type { AstExpression, CallExpression, RangeA1, ReferenceIdentifier };

/** A formula as Office.js gives it, with `=`, and its tree. */
export type Formula = { text: string; tree: AstExpression };

/** Marks of functions that are younger than the file format: `_xlfn.STDEV.S`. */
const FILE_PREFIX = /^(_xlfn\.|_xlws\.|_xludf\.)+/i;

/** The tree of a formula that begins with `=`; null when its syntax is not Excel's. */
export const readFormula = (text: string): Formula | null => {
  try {
    return { text, tree: parse(tokenize(text, { mergeRefs: true, withLocation: false }), { looseRefCalls: true }) };
  } catch {
    return null;
  }
};

/** Name of a called function, in capitals and without file prefixes. */
export const functionOf = (call: CallExpression): string => call.callee.name.replace(FILE_PREFIX, '').toUpperCase();

/** Direct parts of a node. */
const partsOf = (node: AstExpression): readonly (AstExpression | null)[] => {
  switch (node.type) {
    case 'CallExpression':
    case 'BinaryExpression':
    case 'UnaryExpression':
      return node.arguments;
    case 'LetExpression':
      return [...node.declarations.map(({ init }) => init), node.body];
    case 'LambdaExpression':
      return [node.body];
    default:
      return [];
  }
};

/** Every node of a tree with the nodes around it, the nearest first. */
export const walk = (
  node: AstExpression | null,
  visit: (node: AstExpression, around: readonly AstExpression[]) => void,
  around: readonly AstExpression[] = [],
): void => {
  if (!node) return;
  visit(node, around);
  for (const part of partsOf(node)) walk(part, visit, [node, ...around]);
};

/** Every call of one of these functions. */
export const callsOf = (tree: AstExpression, names: ReadonlySet<string>): CallExpression[] => {
  const calls: CallExpression[] = [];
  walk(tree, (node) => {
    if (node.type === 'CallExpression' && names.has(functionOf(node))) calls.push(node);
  });
  return calls;
};

const STRENGTH: Readonly<Record<string, number>> = {
  '=': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '<>': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
  ',': 8,
  ' ': 9,
  ':': 10,
};
const UNARY = 7;
const WHOLE = 11;

/** What stands in place of a node when a tree is written: another tree, its text, or null to write it as it is. */
export type Swap = (node: AstExpression) => AstExpression | string | null;

const strengthOf = (node: AstExpression | string): number => {
  if (typeof node === 'string') return WHOLE;
  if (node.type === 'BinaryExpression') return STRENGTH[node.operator] ?? WHOLE;
  return node.type === 'UnaryExpression' ? UNARY : WHOLE;
};

/** A tree as formula text without `=`, with no more parentheses than it needs. */
export const writeTree = (tree: AstExpression, swap: Swap = () => null): string => {
  const write = (node: AstExpression | null, least: number): string => {
    if (!node) return '';
    const chosen = swap(node) ?? node;
    const text = typeof chosen === 'string' ? chosen : plain(chosen);
    return strengthOf(chosen) < least ? `(${text})` : text;
  };
  const plain = (node: AstExpression): string => {
    switch (node.type) {
      case 'Literal':
      case 'ErrorLiteral':
        return node.raw;
      case 'ReferenceIdentifier':
        return node.value;
      case 'ArrayExpression':
        return `{${node.elements.map((row) => row.map((item) => write(item, 0)).join(',')).join(';')}}`;
      case 'UnaryExpression': {
        const operand = write(node.arguments[0] ?? null, UNARY);
        return node.operator === '%' || node.operator === '#' ? operand + node.operator : node.operator + operand;
      }
      case 'BinaryExpression': {
        const strength = STRENGTH[node.operator] ?? WHOLE;
        const [left = null, right = null] = node.arguments;
        const list = write(left, strength) + node.operator + write(right, strength + 1);
        return node.operator === ',' ? `(${list})` : list;
      }
      case 'CallExpression':
        return `${node.callee.name}(${node.arguments.map((argument) => write(argument, 0)).join(',')})`;
      case 'LetExpression': {
        const steps = node.declarations.flatMap(({ id, init }) => [id.name, write(init, 0)]);
        return `LET(${[...steps, write(node.body, 0)].join(',')})`;
      }
      case 'LambdaExpression':
        return `LAMBDA(${[...node.params.map(({ name }) => name), write(node.body, 0)].join(',')})`;
    }
  };
  return write(tree, 0);
};

/** A tree with one node replaced by a formula text, as a formula with `=`; null when that text is no formula. */
export const withReplaced = (tree: AstExpression, node: AstExpression, text: string, swap: Swap = () => null): string | null => {
  const replacement = readFormula(`=${text}`);
  if (!replacement) return null;
  return `=${writeTree(tree, (part) => (part === node ? replacement.tree : swap(part)))}`;
};

/** Cells that an A1 reference names, and its sheet where it names one; null for other workbooks, several sheets and names. */
export const cellsOf = (reference: ReferenceIdentifier): { sheet: string | null; range: RangeA1 } | null => {
  if (reference.kind !== 'range' && reference.kind !== 'beam') return null;
  const parsed = parseA1Ref(reference.value);
  if (!parsed || !('range' in parsed) || (parsed.context?.length ?? 0) > 1) return null;
  const sheet = parsed.context?.[0] ?? null;
  return sheet?.includes(':') ? null : { sheet, range: parsed.range };
};

/** The number that a node stands for, with its sign; null when it is not a typed number. */
export const numberOf = (node: AstExpression | null | undefined): number | null => {
  if (!node) return null;
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : null;
  if (node.type !== 'UnaryExpression') return null;
  const inner = numberOf(node.arguments[0]);
  if (inner === null) return null;
  if (node.operator === '-') return -inner;
  return node.operator === '%' ? inner / 100 : node.operator === '+' ? inner : null;
};

/** A formula's arguments, or operands, without the plus signs and parentheses around them. */
export const bareNode = (node: AstExpression | null | undefined): AstExpression | null =>
  node?.type === 'UnaryExpression' && node.operator === '+' ? bareNode(node.arguments[0]) : (node ?? null);
