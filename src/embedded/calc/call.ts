import type { AstExpression, CallExpression } from '@borgar/fx/xlsx';
import { CellError, type Value } from '../book/cell';
import { asPlain, compileNode, noteArray, refuse, type Compilation } from './compile';
import { broadcast, lookUp, single, type Compiled, type Context } from './context';
import type { FunctionDefinition, ParameterKind } from './functions/definition';
import { FUNCTIONS, kindAt } from './functions/table';
import { findName } from './resolve';
import { ERROR, isError, Lambda, Matrix, type Argument, type Result } from './values';

const run = (definition: FunctionDefinition, values: Argument[], context: Context): Result => {
  try {
    return definition.body(values, context);
  } catch (thrown) {
    if (thrown instanceof CellError) return thrown;
    throw thrown;
  }
};

function invoke(definition: FunctionDefinition, values: Argument[], isValue: boolean[], context: Context): Result {
  let hasMatrix = false;
  for (let i = 0; i < values.length; i++) {
    if (isValue[i] !== true) continue;
    const given = values[i];
    if (given instanceof Matrix) hasMatrix = true;
    else if (!definition.keepsErrors && isError(given)) return given;
  }
  if (!hasMatrix) return run(definition, values, context);
  const operands = values.map((given, index) => (isValue[index] === true ? ((given ?? null) as Value | Matrix) : null));
  return broadcast(operands, (elements) => {
    const own = values.map((given, index) => (isValue[index] === true && given !== undefined ? elements[index] : given));
    const failed = definition.keepsErrors ? undefined : own.find((element, index) => isValue[index] === true && isError(element));
    return failed instanceof CellError ? failed : single(run(definition, own, context), context);
  });
}

function compileArgument(
  node: AstExpression | null,
  kind: ParameterKind,
  compilation: Compilation,
  arrayMode: boolean,
): Compiled {
  const asArray = arrayMode || kind === 'array';
  const evaluate = compileNode(node, compilation, asArray);
  if (kind === 'value' && !asArray) noteArray(node, compilation);
  return kind === 'value' ? asPlain(evaluate, asArray) : evaluate;
}

/** `f(1,2)` where LET, LAMBDA or a defined name gave f. */
function compileLambdaCall(callee: Compiled, node: CallExpression, compilation: Compilation, arrayMode: boolean): Compiled {
  const values = node.arguments.map((argument) => compileNode(argument, compilation, arrayMode));
  return (context) => {
    const lambda = callee(context);
    if (isError(lambda)) return lambda;
    if (!(lambda instanceof Lambda) || values.length > lambda.parameters) return ERROR.value;
    return lambda.call(values.map((evaluate) => evaluate(context)));
  };
}

/** A call of a worksheet function or of a LAMBDA. */
export function compileCall(node: CallExpression, compilation: Compilation, arrayMode: boolean): Compiled {
  const callee: AstExpression | { type: 'Identifier'; name: string } = node.callee;
  if (callee.type !== 'Identifier')
    return compileLambdaCall(compileNode(callee, compilation, arrayMode), node, compilation, arrayMode);
  const key = callee.name.toLowerCase();
  if (compilation.bound.includes(key))
    return compileLambdaCall((context) => lookUp(context.scope, key) ?? null, node, compilation, arrayMode);
  const definition = FUNCTIONS.get(callee.name.toUpperCase());
  if (!definition) {
    compilation.formula.mentions.add(`name:${key}`);
    if (!findName(compilation.book, callee.name, compilation.place.sheet)) return refuse(compilation, `function ${callee.name}`);
    const name = compileNode({ type: 'ReferenceIdentifier', value: callee.name, kind: 'name' }, compilation, true);
    return compileLambdaCall(name, node, compilation, arrayMode);
  }
  const count = node.arguments.length;
  if (count < definition.minimum || count > definition.maximum)
    return refuse(compilation, `${callee.name} with ${count} arguments`);
  if (definition.isVolatile) compilation.formula.isVolatile = true;
  // Of `ROW(INDEX(D:D,A5))` only the place counts, but which place depends on what stands in A5.
  const inner = { ...compilation, isPositional: definition.isPositional === true };
  const isValue = node.arguments.map((_, index) => kindAt(definition, index) === 'value');
  const evaluated = node.arguments.map((argument, index) =>
    compileArgument(argument, kindAt(definition, index), inner, arrayMode),
  );
  return (context) => {
    const values: Argument[] = [];
    for (const evaluate of evaluated) values.push(evaluate(context));
    return invoke(definition, values, isValue, context);
  };
}
