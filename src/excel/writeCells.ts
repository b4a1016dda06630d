import type { BlockDraft, CellDraft, SheetDraft } from '../core/sheet/draft';
import type { Area } from '../core/sheet/address';

/** What `range.formulas` takes for one cell; null leaves the cell as it is. */
export type Written = string | number | boolean | null;

/**
 * True for text that Excel would take for something else: a formula (`=`, `+`, `-`, `@`), a number, a date or a percentage
 * (anything with a digit), a boolean, an error, or text whose own apostrophe would be swallowed.
 */
const needsApostrophe = (text: string): boolean => /^[=+\-@'\t\r]|\d|^(true|false|vrai|faux)$|^#/i.test(text);

/** Text as it is to be written so that it stays text: `16/11` becomes `'16/11`. */
export const safeText = (text: string): string => (needsApostrophe(text) ? `'${text}` : text);

const isFormula = (cell: CellDraft): boolean => cell !== null && 'formula' in cell;

const constant = (cell: CellDraft): Written => {
  if (cell === null || 'formula' in cell) return null;
  if ('number' in cell) return Number.isFinite(cell.number) ? cell.number : '';
  if ('text' in cell) return safeText(cell.text);
  return 'boolean' in cell ? cell.boolean : '';
};

const formula = (cell: CellDraft): Written => (cell !== null && 'formula' in cell ? cell.formula : null);

/** A rectangle ready for `range.formulas`, with what it weighs on the wire. */
export type WrittenBlock = { area: Area; cells: Written[][]; bytes: number };

/** Bytes of a text as JSON in UTF-8, quotes and a comma included. */
export const textBytes = (text: string): number => {
  let bytes = 3;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // `"`, `\` and control characters are escaped; half a surrogate pair is half of four bytes.
    if (code === 0x22 || code === 0x5c) bytes += 2;
    else if (code < 0x20) bytes += 6;
    else if (code < 0x80) bytes += 1;
    else bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
};

const weigh = (cells: readonly (readonly Written[])[]): number => {
  let bytes = 0;
  for (const line of cells) {
    bytes += 3;
    for (const cell of line) bytes += typeof cell === 'string' ? textBytes(cell) : String(cell).length + 1;
  }
  return bytes;
};

/** Smallest part of a block that holds every cell of a kind; null when there is none. */
const cover = (
  block: BlockDraft,
  wanted: (cell: CellDraft) => boolean,
  written: (cell: CellDraft) => Written,
): WrittenBlock | null => {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const [row, line] of block.cells.entries())
    for (const [column, cell] of line.entries()) {
      if (!wanted(cell)) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
  if (bottom < 0) return null;
  const cells = block.cells
    .slice(top, bottom + 1)
    .map((line) => Array.from({ length: right - left + 1 }, (_, column) => written(line[left + column] ?? null)));
  const area = { row: block.row + top, column: block.column + left, rows: bottom - top + 1, columns: right - left + 1 };
  return { area, cells, bytes: weigh(cells) };
};

/** Constants of a block. They go first, so that tables find their headers and formulas what they refer to. */
export const constantsOf = (block: BlockDraft): WrittenBlock | null =>
  cover(block, (cell) => cell !== null && !isFormula(cell), constant);

/** Formulas of a block. They go when every sheet, table and name they may refer to is there. */
export const formulasOf = (block: BlockDraft): WrittenBlock | null => cover(block, isFormula, formula);

/** Cuts a block into bands of rows of at most `bytes` each, for requests that would be too large. */
export const inBands = (block: WrittenBlock, bytes: number): WrittenBlock[] => {
  if (block.bytes <= bytes) return [block];
  const height = Math.max(1, Math.floor((block.area.rows * bytes) / block.bytes));
  const bands: WrittenBlock[] = [];
  for (let row = 0; row < block.area.rows; row += height) {
    const cells = block.cells.slice(row, row + height);
    bands.push({ area: { ...block.area, row: block.area.row + row, rows: cells.length }, cells, bytes: weigh(cells) });
  }
  return bands;
};

/** Cells that a draft writes, nulls left out. */
export const countCells = ({ blocks = [], fills = [] }: Pick<SheetDraft, 'blocks' | 'fills'>): number =>
  blocks.reduce(
    (sum, block) => sum + block.cells.reduce((cells, line) => cells + line.filter((cell) => cell !== null).length, 0),
    fills.reduce((sum, { area }) => sum + area.rows * area.columns, 0),
  );
