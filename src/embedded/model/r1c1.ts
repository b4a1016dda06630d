import { isRange, parseR1C1Ref, toCol, tokenize, translateTokensToA1, type RangeR1C1, type Token } from '@borgar/fx';
import { localAddress, MAX_COLUMNS, MAX_ROWS } from './address';

type Cell = { row: number; column: number };

/** One part of a formula: text that is the same in every cell, or a reference that depends on it. */
type Part = string | ((cell: Cell) => string);

const isPlain = (range: RangeR1C1): range is RangeR1C1 & { r0: number; c0: number; r1: number; c1: number } =>
  [range.r0, range.c0, range.r1, range.c1].every((position) => typeof position === 'number') && range.trim === undefined;

const rowText = (row: number, absolute: boolean | null | undefined): string => (absolute ? `$${row + 1}` : String(row + 1));
const columnText = (column: number, absolute: boolean | null | undefined): string =>
  absolute ? `$${toCol(column)}` : toCol(column);

/** References round the sheet's edge, of whole rows or columns, or turned round are left to the library. */
const translated = (token: Token, { row, column }: Cell): string =>
  translateTokensToA1([token], localAddress({ row, column, rows: 1, columns: 1 }))
    .map(({ value }) => value)
    .join('');

const referencePart = (token: Token): Part => {
  const reference = parseR1C1Ref(token.value, { allowTernary: true });
  if (!reference || !('range' in reference)) return token.value;
  const { range } = reference;
  if (!isPlain(range)) return (cell) => translated(token, cell);
  const prefix = token.value.slice(0, token.value.lastIndexOf('!') + 1);
  const isSingle = !token.value.slice(prefix.length).includes(':');
  return (cell) => {
    const top = range.$r0 ? range.r0 : cell.row + range.r0;
    const bottom = range.$r1 ? range.r1 : cell.row + range.r1;
    const left = range.$c0 ? range.c0 : cell.column + range.c0;
    const right = range.$c1 ? range.c1 : cell.column + range.c1;
    if (top < 0 || left < 0 || top > bottom || left > right || bottom >= MAX_ROWS || right >= MAX_COLUMNS)
      return translated(token, cell);
    const first = columnText(left, range.$c0) + rowText(top, range.$r0);
    return isSingle ? prefix + first : `${prefix}${first}:${columnText(right, range.$c1)}${rowText(bottom, range.$r1)}`;
  };
};

/**
 * A formula in R1C1 notation (with `=`), read once, as the A1 text that it has in each cell:
 * `fromR1C1('=SUM(RC1:RC[-1])')({ row: 4, column: 3 })` is `=SUM($A5:C5)`.
 */
export const fromR1C1 = (formula: string): ((cell: Cell) => string) => {
  const parts: Part[] = [];
  for (const token of tokenize(formula, { r1c1: true, mergeRefs: true, allowTernary: true, withLocation: false })) {
    const part = isRange(token) ? referencePart(token) : token.value;
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return (cell) => {
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : part(cell);
    return text;
  };
};
