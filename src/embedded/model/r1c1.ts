import { isRange, parseR1C1Ref, toCol, tokenize, translateTokensToA1, type RangeR1C1, type Token } from '@borgar/fx';
import { localAddress, MAX_COLUMNS, MAX_ROWS } from './address';

type Cell = { row: number; column: number };

/** A reference in R1C1 notation as the text that it has in each cell. */
type MovingPart = {
  at: (cell: Cell) => string;
  /**
   * Its text in the cells of a column: texts, and between each two of them a row so many below the cell's own; null where that
   * depends on the cell in another way.
   */
  inColumn: (column: number) => { texts: string[]; rows: number[] } | null;
};

/** One part of a formula: text that is the same in every cell, or a reference that depends on it. */
type Part = string | MovingPart;

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
  if (!isPlain(range)) return { at: (cell: Cell) => translated(token, cell), inColumn: () => null };
  const prefix = token.value.slice(0, token.value.lastIndexOf('!') + 1);
  const isSingle = !token.value.slice(prefix.length).includes(':');
  const at = (cell: Cell): string => {
    const top = range.$r0 ? range.r0 : cell.row + range.r0;
    const bottom = range.$r1 ? range.r1 : cell.row + range.r1;
    const left = range.$c0 ? range.c0 : cell.column + range.c0;
    const right = range.$c1 ? range.c1 : cell.column + range.c1;
    if (top < 0 || left < 0 || top > bottom || left > right || bottom >= MAX_ROWS || right >= MAX_COLUMNS)
      return translated(token, cell);
    const first = columnText(left, range.$c0) + rowText(top, range.$r0);
    return isSingle ? prefix + first : `${prefix}${first}:${columnText(right, range.$c1)}${rowText(bottom, range.$r1)}`;
  };
  const inColumn: MovingPart['inColumn'] = (column) => {
    const left = range.$c0 ? range.c0 : column + range.c0;
    const right = range.$c1 ? range.c1 : column + range.c1;
    const areRowsApart = (range.$r0 ?? false) !== (range.$r1 ?? false) || range.r0 > range.r1;
    if (left < 0 || left > right || right >= MAX_COLUMNS || areRowsApart) return null;
    const first = prefix + columnText(left, range.$c0);
    const last = `:${columnText(right, range.$c1)}`;
    if (range.$r0) {
      const top = first + rowText(range.r0, true);
      return { texts: [isSingle ? top : top + last + rowText(range.r1, true)], rows: [] };
    }
    return isSingle ? { texts: [first, ''], rows: [range.r0] } : { texts: [first, last, ''], rows: [range.r0, range.r1] };
  };
  return { at, inColumn };
};

/**
 * The parts of a formula in the cells of one column, where all that differs is the number of one row: the texts between its
 * mentions, and how far below the cell it is. null where there is more to it.
 */
const columnOf = (parts: readonly Part[], column: number): { texts: string[]; below: number } | null => {
  const texts = [''];
  let below: number | null = null;
  for (const part of parts) {
    const own = typeof part === 'string' ? { texts: [part], rows: [] } : part.inColumn(column);
    if (!own) return null;
    for (const row of own.rows) if ((below ??= row) !== row) return null;
    const [first = '', ...others] = own.texts;
    texts.push((texts.pop() ?? '') + first, ...others);
  }
  return { texts, below: below ?? 0 };
};

const partsOf = (formula: string): Part[] => {
  const parts: Part[] = [];
  for (const token of tokenize(formula, { r1c1: true, mergeRefs: true, allowTernary: true, withLocation: false })) {
    const part = isRange(token) ? referencePart(token) : token.value;
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
};

/** Columns whose parts are remembered. */
const MOST_COLUMNS = 64;

/**
 * A formula in R1C1 notation, read once, as the A1 text that it has in each cell:
 * `fromR1C1('=SUM(RC1:RC[-1])')({ row: 4, column: 3 })` is `=SUM($A5:C5)`, and the same without `=`.
 */
export const fromR1C1 = (formula: string): ((cell: Cell) => string) => {
  const parts = partsOf(formula);
  const columns = new Map<number, ReturnType<typeof columnOf>>();
  return (cell) => {
    let inColumn = columns.get(cell.column);
    if (inColumn === undefined) {
      if (columns.size >= MOST_COLUMNS) columns.clear();
      columns.set(cell.column, (inColumn = columnOf(parts, cell.column)));
    }
    const row = cell.row + (inColumn?.below ?? 0);
    // Joined in one go: a fill has as many of these texts as it has cells.
    if (inColumn && row >= 0 && row < MAX_ROWS) return inColumn.texts.join(String(row + 1));
    return parts.map((part) => (typeof part === 'string' ? part : part.at(cell))).join('');
  };
};
