import {
  parse,
  parseA1Ref,
  parseStructRef,
  stringifyA1Ref,
  stringifyStructRef,
  stringifyTokens,
  tokenize,
  type RangeA1,
  type ReferenceStruct,
  type Token,
} from '@borgar/fx';
import { MAX_COLUMNS, MAX_ROWS } from './address';

/** What becomes of a reference: another range, the error `#REF!`, or null to leave its text as it is. */
export type Rewritten = RangeA1 | '#REF!' | null;

const tokensOf = (formula: string): Token[] => tokenize(formula, { mergeRefs: true, allowTernary: true, withLocation: false });

const isCellReference = (token: Token): boolean =>
  token.type === 'range' || token.type === 'range_beam' || token.type === 'range_ternary';

const rewriteTokens = (formula: string, rewrite: (token: Token) => string | null): string => {
  let changed = false;
  const tokens = tokensOf(formula).map((token) => {
    const value = rewrite(token);
    if (value === null || value === token.value) return token;
    changed = true;
    return { ...token, value };
  });
  return changed ? stringifyTokens(tokens) : formula;
};

/**
 * Rewrites every cell reference of a formula (without `=`). The visitor gets the sheet that the reference names, null where
 * it names none; references into other workbooks and over several sheets (`Jan:Mar!A1`) are left alone.
 */
export const mapReferences = (formula: string, visit: (range: RangeA1, sheet: string | null) => Rewritten): string =>
  rewriteTokens(formula, (token) => {
    if (!isCellReference(token)) return null;
    const reference = parseA1Ref(token.value, { allowTernary: true });
    if (!reference || !('range' in reference) || (reference.context?.length ?? 0) > 1) return null;
    const sheet = reference.context?.[0] ?? null;
    if (sheet?.includes(':')) return null;
    const rewritten = visit(reference.range, sheet);
    if (rewritten === null || rewritten === '#REF!') return rewritten;
    return stringifyA1Ref({ ...reference, range: rewritten });
  });

/** Whether a formula's syntax is one that Excel accepts. */
export const isValidFormula = (formula: string): boolean => {
  try {
    parse(tokensOf(`=${formula}`), { looseRefCalls: true });
    return true;
  } catch {
    return false;
  }
};

const moved = (
  position: number | null | undefined,
  absolute: boolean | null | undefined,
  by: number,
  limit: number,
): number | null => {
  if (position === null || position === undefined) return null;
  if (absolute) return position;
  const target = position + by;
  return target < 0 || target >= limit ? -1 : target;
};

/** The formula as it reads when copied: relative references move along. `copyFormula('A1+$B$1', 1, 0)` is `A2+$B$1`. */
export const copyFormula = (formula: string, rows: number, columns: number): string => {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (range) => {
    const next = {
      ...range,
      top: moved(range.top, range.$top, rows, MAX_ROWS),
      bottom: moved(range.bottom, range.$bottom, rows, MAX_ROWS),
      left: moved(range.left, range.$left, columns, MAX_COLUMNS),
      right: moved(range.right, range.$right, columns, MAX_COLUMNS),
    };
    return [next.top, next.bottom, next.left, next.right].includes(-1) ? '#REF!' : ordered(next);
  });
};

/** A copy can turn `A$5:A1` round: first corner first, each keeping its dollars. */
const ordered = (range: RangeA1): RangeA1 => {
  const result = { ...range };
  const { top, bottom, left, right } = range;
  if (typeof top === 'number' && typeof bottom === 'number' && top > bottom)
    Object.assign(result, { top: range.bottom, bottom: range.top, $top: range.$bottom, $bottom: range.$top });
  if (typeof left === 'number' && typeof right === 'number' && left > right)
    Object.assign(result, { left: range.right, right: range.left, $left: range.$right, $right: range.$left });
  return result;
};

/** Splits what stands before the `!` of any reference or name: `Jan:Mar` gives both sheets. */
const contextOf = (text: string): string[] => {
  const reference = parseA1Ref(text, { allowTernary: true, allowNamed: true });
  return reference?.context ?? [];
};

const withContext = (text: string, change: (sheet: string) => string): string | null => {
  const reference = parseA1Ref(text, { allowTernary: true, allowNamed: true });
  if (reference?.context?.length !== 1) return null;
  const context = (reference.context[0] ?? '').split(':').map(change).join(':');
  return stringifyA1Ref({ ...reference, context: [context] });
};

const matches = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The formula after a sheet was renamed. */
export const renameSheetIn = (formula: string, from: string, to: string): string => {
  if (!formula.includes('!')) return formula;
  return rewriteTokens(formula, (token) => {
    if (!isCellReference(token) && token.type !== 'range_named') return null;
    const [context, ...others] = contextOf(token.value);
    if (context === undefined || others.length > 0) return null;
    if (!context.split(':').some((sheet) => matches(sheet, from))) return null;
    return withContext(token.value, (sheet) => (matches(sheet, from) ? to : sheet));
  });
};

/** The formula after a sheet was deleted: what pointed there is `#REF!`. */
export const removeSheetFrom = (formula: string, name: string): string => {
  if (!formula.includes('!')) return formula;
  return rewriteTokens(formula, (token) => {
    if (!isCellReference(token) && token.type !== 'range_named') return null;
    const [context, ...others] = contextOf(token.value);
    return context !== undefined && others.length === 0 && matches(context, name) ? '#REF!' : null;
  });
};

const mapStructured = (formula: string, visit: (reference: ReferenceStruct) => ReferenceStruct | '#REF!' | null): string => {
  if (!formula.includes('[')) return formula;
  return rewriteTokens(formula, (token) => {
    if (token.type !== 'structured') return null;
    const reference = parseStructRef(token.value);
    const rewritten = reference ? visit(reference) : null;
    return rewritten === null || rewritten === '#REF!' ? rewritten : stringifyStructRef(rewritten);
  });
};

/** The formula after a table was renamed (`to`) or removed (`to` null). */
export const renameTableIn = (formula: string, from: string, to: string | null): string => {
  // Looked for first: taking every formula of a workbook apart is what renaming a table would cost.
  if (!formula.toLowerCase().includes(from.toLowerCase())) return formula;
  const names = rewriteTokens(formula, (token) =>
    token.type === 'range_named' && matches(token.value, from) ? (to ?? '#REF!') : null,
  );
  return mapStructured(names, (reference) => {
    if (!reference.table || !matches(reference.table, from)) return null;
    return to === null ? '#REF!' : { ...reference, table: to };
  });
};

/** The formula after a column of a table was renamed (`to`) or deleted (`to` null). `inside`: the formula stands in the table. */
export const renameColumnIn = (formula: string, table: string, from: string, to: string | null, inside: boolean): string =>
  mapStructured(formula, (reference) => {
    const meant = reference.table ? matches(reference.table, table) : inside;
    if (!meant || !reference.columns?.some((column) => matches(column, from))) return null;
    if (to === null) return '#REF!';
    return { ...reference, columns: reference.columns.map((column) => (matches(column, from) ? to : column)) };
  });
