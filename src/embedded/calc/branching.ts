import type { AstExpression, CallExpression } from '@borgar/fx/xlsx';
import type { CellError } from '../book/cell';
import { type Value } from '../book/cell';
import { compareValues, toBoolean, toNumber } from './coercion';
import { compileNode, compilePlain, compileSingle, compileSpill, type Compilation } from './compile';
import { broadcast, plain, type Compiled, type Context } from './context';
import { ERROR, isError, Matrix, type Result } from './values';

/**
 * Functions that evaluate only the arguments they need: IF, IFS, SWITCH, CHOOSE, IFERROR, IFNA. A branch may be a reference and
 * stays one. Where the condition is an array, every branch is evaluated and chosen from element by element.
 */
type Branching = (nodes: (AstExpression | null)[], compilation: Compilation, arrayMode: boolean) => Compiled;

type Plain = (context: Context) => Value | Matrix;

const asPlain = (evaluate: Compiled | undefined, context: Context, otherwise: Value): Value | Matrix =>
  evaluate ? plain(evaluate(context), context, true) : otherwise;

const compileIf: Branching = (nodes, compilation, arrayMode) => {
  const condition = compilePlain(nodes[0] ?? null, compilation, arrayMode);
  const [, yes, no] = nodes.map((node) => compileNode(node, compilation, arrayMode));
  return (context) => {
    const asked = condition(context);
    if (asked instanceof Matrix)
      return broadcast(
        [asked, asPlain(yes, context, true), asPlain(no, context, false)],
        ([test = null, one = null, other = null]) => {
          const holds = toBoolean(test);
          return isError(holds) ? holds : holds ? one : other;
        },
      );
    const holds = toBoolean(asked);
    if (isError(holds)) return holds;
    if (holds) return yes ? yes(context) : true;
    return no ? no(context) : false;
  };
};

/** IFERROR and IFNA: the second argument stands in for errors of the first. */
const compileFallback =
  (replaces: (error: CellError) => boolean): Branching =>
  (nodes, compilation, arrayMode) => {
    const evaluate = compileNode(nodes[0] ?? null, compilation, arrayMode);
    const otherwise = compileNode(nodes[1] ?? null, compilation, arrayMode);
    return (context) => {
      const result = plain(evaluate(context), context, arrayMode);
      if (result instanceof Matrix)
        return broadcast([result, asPlain(otherwise, context, null)], ([value = null, other = null]) =>
          isError(value) && replaces(value) ? other : value,
        );
      return isError(result) && replaces(result) ? otherwise(context) : result;
    };
  };

/** First pair whose test holds; `select` says what a test's value means. */
const choose = (
  pairs: { test: Plain; result: Compiled }[],
  otherwise: Compiled | undefined,
  matches: (test: Value) => boolean | CellError,
  context: Context,
): Result => {
  for (const { test, result } of pairs) {
    const asked = test(context);
    const holds = matches(asked instanceof Matrix ? (asked.values[0] ?? null) : asked);
    if (isError(holds)) return holds;
    if (holds) return result(context);
  }
  return otherwise ? otherwise(context) : ERROR.notAvailable;
};

/** The same for every element where a test or the switched value is an array. */
const chooseEach = (
  pairs: { test: Plain; result: Compiled }[],
  otherwise: Compiled | undefined,
  subject: Value | Matrix,
  matches: (test: Value, subject: Value) => boolean | CellError,
  context: Context,
): Result => {
  const operands = pairs.flatMap(({ test, result }) => [test(context), asPlain(result, context, null)]);
  return broadcast(
    [subject, asPlain(otherwise, context, ERROR.notAvailable), ...operands],
    ([value = null, last = null, ...rest]) => {
      for (let i = 0; i + 1 < rest.length; i += 2) {
        const holds = matches(rest[i] ?? null, value);
        if (isError(holds)) return holds;
        if (holds) return rest[i + 1] ?? null;
      }
      return last;
    },
  );
};

const compilePairs = (nodes: (AstExpression | null)[], compilation: Compilation, arrayMode: boolean) => {
  const pairs: { test: Plain; result: Compiled }[] = [];
  for (let i = 0; i + 1 < nodes.length; i += 2)
    pairs.push({
      test: compilePlain(nodes[i] ?? null, compilation, arrayMode),
      result: compileNode(nodes[i + 1] ?? null, compilation, arrayMode),
    });
  return pairs;
};

const compileIfs: Branching = (nodes, compilation, arrayMode) => {
  const pairs = compilePairs(nodes, compilation, arrayMode);
  return (context) =>
    arrayMode && pairs.some(({ test }) => test(context) instanceof Matrix)
      ? chooseEach(pairs, undefined, null, toBoolean, context)
      : choose(pairs, undefined, toBoolean, context);
};

const isSame = (left: Value, right: Value): boolean | CellError => {
  if (isError(left)) return left;
  return isError(right) ? right : compareValues(left, right) === 0;
};

const compileSwitch: Branching = ([subject = null, ...nodes], compilation, arrayMode) => {
  const value = compilePlain(subject, compilation, arrayMode);
  const pairs = compilePairs(nodes, compilation, arrayMode);
  const otherwise = nodes.length % 2 === 1 ? compileNode(nodes[nodes.length - 1] ?? null, compilation, arrayMode) : undefined;
  return (context) => {
    const given = value(context);
    if (given instanceof Matrix) return chooseEach(pairs, otherwise, given, isSame, context);
    if (isError(given)) return given;
    return choose(pairs, otherwise, (test) => isSame(test, given), context);
  };
};

const compileChoose: Branching = ([index = null, ...nodes], compilation, arrayMode) => {
  const asked = compilePlain(index, compilation, arrayMode);
  const choices = nodes.map((node) => compileNode(node, compilation, arrayMode));
  const positionOf = (value: Value): number | CellError => {
    const number = toNumber(value, compilation.book.date1904);
    if (isError(number)) return number;
    const position = Math.trunc(number);
    return position >= 1 && position <= choices.length ? position : ERROR.value;
  };
  return (context) => {
    const value = asked(context);
    if (value instanceof Matrix)
      return broadcast([value, ...choices.map((choice) => asPlain(choice, context, null))], ([element = null, ...rest]) => {
        const position = positionOf(element);
        return isError(position) ? position : (rest[position - 1] ?? null);
      });
    const position = positionOf(value);
    return isError(position) ? position : (choices[position - 1]?.(context) ?? null);
  };
};

const BRANCHING = new Map<string, { minimum: number; maximum: number; compile: Branching }>([
  ['IF', { minimum: 2, maximum: 3, compile: compileIf }],
  ['IFERROR', { minimum: 2, maximum: 2, compile: compileFallback(() => true) }],
  ['IFNA', { minimum: 2, maximum: 2, compile: compileFallback((error) => error === ERROR.notAvailable) }],
  ['IFS', { minimum: 2, maximum: 254, compile: compileIfs }],
  ['SWITCH', { minimum: 3, maximum: 254, compile: compileSwitch }],
  // How files write the operators @ and #.
  ['SINGLE', { minimum: 1, maximum: 1, compile: ([node = null], compilation) => compileSingle(node, compilation) }],
  ['ANCHORARRAY', { minimum: 1, maximum: 1, compile: ([node = null], compilation) => compileSpill(node, compilation) }],
  ['CHOOSE', { minimum: 2, maximum: 255, compile: compileChoose }],
]);

/** A call of one of these functions compiled; undefined for every other function. */
export function compileBranching(node: CallExpression, compilation: Compilation, arrayMode: boolean): Compiled | undefined {
  const callee: AstExpression | { type: 'Identifier'; name: string } = node.callee;
  if (callee.type !== 'Identifier' || compilation.bound.includes(callee.name.toLowerCase())) return undefined;
  const found = BRANCHING.get(callee.name.toUpperCase());
  const count = node.arguments.length;
  if (!found || count < found.minimum || count > found.maximum) return undefined;
  return found.compile(node.arguments, compilation, arrayMode);
}
