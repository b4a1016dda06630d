import { parse, tokenize, type AstExpression } from '@borgar/fx/xlsx';

/** Files mark functions and names that are younger than the format: `_xlfn.XLOOKUP`, `_xlfn._xlws.SORT`, `_xlpm.x`. */
const FILE_PREFIX = /^(_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i;

/** Tree of a formula without `=`, or null when it cannot be read. */
export function parseFormula(formula: string): AstExpression | null {
  try {
    const tokens = tokenize(`=${formula}`, { mergeRefs: true, withLocation: false });
    for (const token of tokens)
      if (token.value.startsWith('_xl') || token.value.startsWith('_XL')) token.value = token.value.replace(FILE_PREFIX, '');
    return parse(tokens, { looseRefCalls: true });
  } catch {
    return null;
  }
}
