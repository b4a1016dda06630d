import type { Book, DefinedName } from '../book/book';
import { blankFormula, compileNode, constant, refuse, type Compilation, type Formula } from './compile';
import type { Compiled } from './context';
import { givesOneArea, isSameEverywhere, type CompiledName, type NameTrees } from './names';
import { parseShared } from './parse';
import { ERROR } from './values';

/** Adds to a formula what a part of it depends on. */
function dependOn(formula: Formula, part: Pick<CompiledName, 'precedents' | 'mentions' | 'isVolatile'>): void {
  for (const precedent of part.precedents) formula.precedents.push(precedent);
  for (const mention of part.mentions) formula.mentions.add(mention);
  formula.isVolatile ||= part.isVolatile;
}

const nameTrees =
  (book: Book): NameTrees =>
  (name) => {
    const wanted = name.toLowerCase();
    const meant = book.names.filter((candidate) => candidate.name.toLowerCase() === wanted);
    return meant.length === 1 && meant[0]?.sheet === undefined ? parseShared(meant[0]?.formula ?? '') : null;
  };

/** A name's cells are found once for all the formulas that use it, until something changes. */
function recalled(evaluate: Compiled): Compiled {
  return (context) => {
    const { reader } = context.environment;
    let result = reader.recalled.get(evaluate);
    if (result === undefined) reader.recalled.set(evaluate, (result = evaluate(context)));
    return result;
  };
}

/** A defined name where a formula uses it. */
export function compileName(name: DefinedName, compilation: Compilation): Compiled {
  const key = name.name.toLowerCase();
  if (compilation.expanding.includes(key)) return constant(ERROR.name);
  const tree = parseShared(name.formula);
  if (!tree) return refuse(compilation, `defined name that cannot be read: ${name.name}`);
  const { formula, names, isPositional } = compilation;
  const known = isPositional ? undefined : names.get(name);
  if (known?.formula === name.formula) {
    dependOn(formula, known);
    return known.evaluate;
  }
  const { row, column } = compilation.place;
  const inner: Compilation = {
    ...compilation,
    formula: blankFormula(),
    shift: { rows: row, columns: column },
    bound: [],
    expanding: [...compilation.expanding, key],
  };
  // A defined name is written as if it stood in A1, and always evaluated as an array.
  const compiled = compileNode(tree, inner, true);
  const { precedents, mentions, isVolatile, refusal } = inner.formula;
  const trees = nameTrees(compilation.book);
  const isSame = isSameEverywhere(tree, trees);
  const evaluate = isSame && !isVolatile && givesOneArea(tree, trees) ? recalled(compiled) : compiled;
  dependOn(formula, inner.formula);
  formula.refusal ??= refusal;
  formula.isBound ||= !isSame;
  if (refusal === null && !isPositional && isSame)
    names.set(name, { formula: name.formula, evaluate, precedents, mentions, isVolatile });
  return evaluate;
}
