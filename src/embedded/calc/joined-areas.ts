import type { AstExpression } from '@borgar/fx/xlsx';
import { blankFormula, compileNode, type Compilation, type Formula } from './compile';
import type { Compiled } from './context';
import { alwaysHolds, type MovingReference } from './moving-reference';
import { joined } from './reference-operators';
import { Reference } from './values';

type Area = Reference | MovingReference;
type Areas = readonly Area[];

/** The references that what a node gives lies within. */
const areasAround = (node: AstExpression | null, compilation: Compilation): Areas => {
  const callee = node?.type === 'CallExpression' ? node.callee : undefined;
  // Of `INDEX(B:B,A1)` the place lies within B:B; A1 only says where.
  if (node?.type === 'CallExpression' && callee?.type === 'Identifier' && callee.name.toUpperCase() === 'INDEX')
    return areasAround(node.arguments[0] ?? null, compilation);
  const formula = blankFormula();
  compileNode(node, { ...compilation, formula }, false);
  return formula.precedents;
};

const together = (one: Reference, other: Reference): Reference => {
  const both = joined(one, other);
  return both instanceof Reference ? both : one;
};

/** Notes what is read between two ends, unless an area that is named holds both wherever the formula stands. */
const noteBetween = (some: Areas, others: Areas, formula: Formula): void => {
  const areas = [...some, ...others];
  const isNamed = (one: Area): boolean =>
    others.every((other) => areas.some((area) => alwaysHolds(area, one) && alwaysHolds(area, other)));
  const isKnown = some.length > 0 && others.length > 0;
  if (isKnown && some.every(isNamed)) return;
  if (isKnown && areas.every((area) => area instanceof Reference)) formula.precedents.push(areas.reduce(together));
  else formula.isVolatile = true;
};

/**
 * `A1:INDEX(C:C,9)`: also reads cells that neither of its ends names (column B). Where they stay the same, the area around both
 * ends is noted as read; where they move with the formula's cell, the formula is evaluated whenever anything is.
 */
export function compileJoined(nodes: readonly AstExpression[], compilation: Compilation, arrayMode: boolean): Compiled {
  const [left = null, right = null] = nodes;
  const first = compileNode(left, compilation, arrayMode);
  const last = compileNode(right, compilation, arrayMode);
  const { formula, isPositional } = compilation;
  if (!isPositional) noteBetween(areasAround(left, compilation), areasAround(right, compilation), formula);
  return (context) => joined(first(context), last(context));
}
