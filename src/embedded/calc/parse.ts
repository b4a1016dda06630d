import { parse, tokenize, type AstExpression } from '@borgar/fx/xlsx';

/** Files mark functions and names that are younger than the format: `_xlfn.XLOOKUP`, `_xlfn._xlws.SORT`, `_xlpm.x`. */
const FILE_PREFIX = /^(_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i;

/** Tree of a formula without `=`, or null when it cannot be read. */
function parseFormula(formula: string): AstExpression | null {
  try {
    const tokens = tokenize(`=${formula}`, { mergeRefs: true, withLocation: false });
    for (const token of tokens)
      if (token.value.startsWith('_xl') || token.value.startsWith('_XL')) token.value = token.value.replace(FILE_PREFIX, '');
    return parse(tokens, { looseRefCalls: true });
  } catch {
    return null;
  }
}

/** Formulas that were parsed last: the same few names stand in thousands of them, the same columns on several sheets. */
const MOST_KEPT = 1_000;
const kept = new Map<string, AstExpression | null>();

/** As `parseFormula`, for a text that is likely to be asked for again. The tree is shared: it must not be changed. */
export function parseShared(formula: string): AstExpression | null {
  const known = kept.get(formula);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const tree = parseFormula(formula);
  kept.set(formula, tree);
  return tree;
}
