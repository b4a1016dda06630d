import type { AstExpression, ReferenceIdentifier } from '@borgar/fx/xlsx';
import type { Book } from '../book/book';
import { CellError, type ErrorCode, type Value } from '../book/cell';
import { compileBranching } from './branching';
import { compileCall } from './call';
import { broadcast, broadcastPair, lookUp, plain, type Compiled, type Context, type Place } from './context';
import { binaryOperation, unaryOperation } from './operators';
import { compileName } from './compile-name';
import { isFixed, type CompiledNames } from './names';
import { parseShared } from './parse';
import { compileJoined } from './joined-areas';
import type { MovingReference } from './moving-reference';
import { overlapping, united } from './reference-operators';
import { resolveReference, resolveStructured, type Resolution } from './resolve';
import { hasSeveral } from './several';
import { ERROR, Lambda, Matrix, Reference, type Result } from './values';

/** A formula ready to evaluate at its place, with what it depends on. */
export type Formula = {
  evaluate: Compiled;
  /** References it names, each once. What it reaches through OFFSET or INDIRECT shows only when it runs. */
  precedents: (Reference | MovingReference)[];
  /** Sheets, tables and names it depends on by name. */
  mentions: Set<string>;
  isVolatile: boolean;
  /** A new formula that takes one value where several may be: Excel makes it a dynamic array. */
  isArray: boolean;
  /** Means what it does at its own place only (`[@Date]`, a name relative to its cell): cells of the same shape do not share it. */
  isBound: boolean;
  /** Why it cannot be evaluated (unknown function, another workbook …); null when it can. */
  refusal: string | null;
};

/** State while one formula is compiled. */
export type Compilation = {
  book: Book;
  place: Place;
  /** Rows and columns that relative references move by: within defined names they are relative to A1. */
  shift: { rows: number; columns: number };
  formula: Formula;
  /** Names given by LET and LAMBDA around here, lower case. */
  bound: readonly string[];
  /** Defined names being expanded, so that one that names itself ends. */
  expanding: readonly string[];
  /** Just written: whether it is to become a dynamic array is of interest. */
  isNew: boolean;
  /** Within `ROW(…)`: references are not depended on. */
  isPositional: boolean;
  /** Names compiled before. */
  names: CompiledNames;
};

export type CompileNode = (node: AstExpression | null, compilation: Compilation, arrayMode: boolean) => Compiled;

export const constant =
  (result: Result): Compiled =>
  () =>
    result;

export const blankFormula = (): Formula => ({
  evaluate: constant(ERROR.name),
  precedents: [],
  mentions: new Set(),
  isVolatile: false,
  isArray: false,
  isBound: false,
  refusal: null,
});

/** Notes why the formula cannot be evaluated; what is returned is what a new formula shows. */
export function refuse(compilation: Compilation, reason: string): Compiled {
  compilation.formula.refusal ??= reason;
  return constant(ERROR.name);
}

/** Notes that the formula takes one value where several may be. */
export function noteArray(node: AstExpression | null, { book, place, formula, isNew }: Compilation): void {
  if (isNew) formula.isArray ||= hasSeveral(node, book, place);
}

/** The node as one value, or a matrix where arrays are calculated with. */
export function compilePlain(
  node: AstExpression | null,
  compilation: Compilation,
  arrayMode: boolean,
): (context: Context) => Value | Matrix {
  const evaluate = compileNode(node, compilation, arrayMode);
  if (!arrayMode) noteArray(node, compilation);
  return asPlain(evaluate, arrayMode);
}

/** References to one cell, by what evaluates them: where a value is needed it is read without a reference being made. */
const cells = new WeakMap<Compiled, MovingReference>();

/** What is compiled, as one value or a matrix. */
export function asPlain(evaluate: Compiled, arrayMode: boolean): (context: Context) => Value | Matrix {
  const cell = cells.get(evaluate);
  return cell ? (context) => cell.valueAt(context) : (context) => plain(evaluate(context), context, arrayMode);
}

function compileResolution(resolution: Resolution, compilation: Compilation): Compiled {
  const { formula } = compilation;
  for (const mention of resolution.mentions) formula.mentions.add(mention);
  if (resolution.kind === 'refused') return refuse(compilation, resolution.reason);
  if (resolution.kind === 'error') return constant(resolution.error);
  if (resolution.kind === 'reference') {
    const { reference, moving } = resolution;
    // In a name, relative references mean what they do seen from the formula's cell, whose own moves are not followed.
    const moves = compilation.expanding.length === 0 ? moving : undefined;
    if (!compilation.isPositional) formula.precedents.push(moves ?? reference);
    if (!moves) return constant(reference);
    const evaluate: Compiled = (context) => moves.at(context.row, context.column);
    // Read without asking whether it is up to date: only what was noted as read is seen to beforehand.
    if (moves.isCell && !compilation.isPositional) cells.set(evaluate, moves);
    return evaluate;
  }
  return compileName(resolution.name, compilation);
}

function compileReference(node: ReferenceIdentifier, compilation: Compilation): Compiled {
  const { book, place, shift } = compilation;
  const key = node.value.toLowerCase();
  if (node.kind === 'name' && compilation.bound.includes(key))
    return (context) => {
      const value = lookUp(context.scope, key);
      return value === undefined ? null : value;
    };
  if (node.kind === 'table') {
    compilation.formula.isBound ||= !isFixed(node.value, node.kind);
    return compileResolution(resolveStructured(book, node.value, place), compilation);
  }
  return compileResolution(resolveReference(book, node.value, place, shift), compilation);
}

function compileBinary(operator: string, nodes: AstExpression[], compilation: Compilation, arrayMode: boolean): Compiled {
  const [left = null, right = null] = nodes;
  if (operator === ':') return compileJoined(nodes, compilation, arrayMode);
  if (operator === ' ' || operator === ',') {
    const a = compileNode(left, compilation, arrayMode);
    const b = compileNode(right, compilation, arrayMode);
    const combine = operator === ' ' ? overlapping : united;
    return (context) => combine(a(context), b(context));
  }
  const operation = binaryOperation(operator);
  if (!operation) return refuse(compilation, `operator ${operator}`);
  const a = compilePlain(left, compilation, arrayMode);
  const b = compilePlain(right, compilation, arrayMode);
  const { book } = compilation;
  const combine = (x: Value, y: Value): Value => operation(x, y, book.date1904);
  return (context) => broadcastPair(a(context), b(context), combine);
}

/** `@A1:A9`: the cell in the formula's row or column; of an array the first value. */
export function compileSingle(node: AstExpression | null, compilation: Compilation): Compiled {
  const evaluate = compileNode(node, compilation, false);
  return (context) => {
    const result = plain(evaluate(context), context, false);
    return result instanceof Matrix ? (result.values[0] ?? null) : result;
  };
}

/** `A1#`: the area that the array formula in A1 fills. */
export function compileSpill(node: AstExpression | null, compilation: Compilation): Compiled {
  // Even `ROWS(A1#)` depends on A1, whose result says how many rows there are.
  const evaluate = compileNode(node, { ...compilation, isPositional: false }, false);
  return (context) => {
    const anchor = evaluate(context);
    if (!(anchor instanceof Reference)) return anchor instanceof CellError ? anchor : ERROR.reference;
    context.environment.reader.value(anchor.sheet, anchor.top, anchor.left);
    const area = anchor.sheet.cell(anchor.top, anchor.left)?.array;
    if (!area) return ERROR.reference;
    return new Reference(anchor.sheet, area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1);
  };
}

function compileUnary(operator: string, node: AstExpression | null, compilation: Compilation, arrayMode: boolean): Compiled {
  if (operator === '@') return compileSingle(node, compilation);
  if (operator === '#') return compileSpill(node, compilation);
  const operation = unaryOperation(operator);
  if (!operation) return refuse(compilation, `operator ${operator}`);
  if (operator === '+') return compileNode(node, compilation, arrayMode);
  const operand = compilePlain(node, compilation, arrayMode);
  const { book } = compilation;
  return (context) => broadcast([operand(context)], ([value = null]) => operation(value, book.date1904));
}

function compileLet(
  node: Extract<AstExpression, { type: 'LetExpression' }>,
  compilation: Compilation,
  arrayMode: boolean,
): Compiled {
  let inner = compilation;
  const steps = node.declarations.map((declaration) => {
    const name = declaration.id.name.toLowerCase();
    const evaluate = compileNode(declaration.init, inner, arrayMode);
    inner = { ...inner, bound: [...inner.bound, name] };
    return { name, evaluate };
  });
  const body = compileNode(node.body, inner, arrayMode);
  return (context) => {
    let { scope } = context;
    for (const { name, evaluate } of steps) scope = { name, value: evaluate({ ...context, scope }), parent: scope };
    return body({ ...context, scope });
  };
}

function compileLambda(node: Extract<AstExpression, { type: 'LambdaExpression' }>, compilation: Compilation): Compiled {
  const names = node.params.map((parameter) => parameter.name.toLowerCase());
  const body = compileNode(node.body, { ...compilation, bound: [...compilation.bound, ...names] }, true);
  return (context) =>
    new Lambda(names.length, (values) => {
      let { scope } = context;
      names.forEach((name, index) => (scope = { name, value: values[index], parent: scope }));
      return body({ ...context, scope });
    });
}

const compileArray = (node: Extract<AstExpression, { type: 'ArrayExpression' }>): Compiled =>
  constant(
    Matrix.fromRows(
      node.elements.map((row) =>
        row.map((element): Value => {
          if (element.type === 'Literal') return element.value;
          return element.type === 'ErrorLiteral' ? CellError.of(element.value as ErrorCode) : ERROR.value;
        }),
      ),
    ),
  );

/** A tree as a function of the context. An empty argument gives an empty value. */
export const compileNode: CompileNode = (node, compilation, arrayMode) => {
  if (node === null) return constant(null);
  switch (node.type) {
    case 'Literal':
      return constant(node.value);
    case 'ErrorLiteral':
      return constant(CellError.of(node.value as ErrorCode));
    case 'ArrayExpression':
      return compileArray(node);
    case 'ReferenceIdentifier':
      return compileReference(node, compilation);
    case 'UnaryExpression':
      return compileUnary(node.operator, node.arguments[0] ?? null, compilation, arrayMode);
    case 'BinaryExpression':
      return compileBinary(node.operator, node.arguments, compilation, arrayMode);
    case 'LetExpression':
      return compileLet(node, compilation, arrayMode);
    case 'LambdaExpression':
      return compileLambda(node, compilation);
    case 'CallExpression':
      // Of `ROW(IF(A1,B1,B2))` only a place counts, but A1 says which.
      return (
        compileBranching(node, { ...compilation, isPositional: false }, arrayMode) ?? compileCall(node, compilation, arrayMode)
      );
  }
};

/**
 * Compiles a formula (English, commas, without `=`) for a place.
 * @param arrayMode true for array formulas, conditional formats and names: ranges are calculated with whole; otherwise a range
 * where one value is needed gives the cell in the formula's own row or column.
 * @param shift how far relative references move from where they were written.
 * @param isNew notes whether Excel would make a dynamic array of it.
 * @param names defined names compiled for other formulas of the same book, to share.
 */
export function compileFormula(
  book: Book,
  formula: string,
  place: Place,
  arrayMode: boolean,
  shift: { rows: number; columns: number } = { rows: 0, columns: 0 },
  isNew = false,
  names: CompiledNames = new Map(),
): Formula {
  const compiled = blankFormula();
  const tree = parseShared(formula);
  if (!tree) {
    compiled.refusal = 'formula that cannot be read';
    return compiled;
  }
  const compilation = { book, place, shift, formula: compiled, bound: [], expanding: [], isNew, isPositional: false, names };
  compiled.evaluate = compileNode(tree, compilation, arrayMode);
  if (!arrayMode) noteArray(tree, compilation);
  compiled.precedents = [...new Map(compiled.precedents.map((precedent) => [precedent.key, precedent])).values()];
  return compiled;
}
