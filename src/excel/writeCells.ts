import type { BlockDraft, CellDraft, SheetDraft } from '../core/sheet/draft';
import type { Area } from '../core/sheet/address';
import type { Steps } from '../core/steps';

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

/** Cells that are looked at between two pauses: a few milliseconds, long formulas too. */
const CELLS_PER_STEP = 2_000;

/** The lines of a matrix, with a pause after each few thousand cells. */
export function* inSteps<Line extends readonly unknown[]>(
  lines: readonly Line[],
  each: (line: Line, row: number) => void,
): Steps<void> {
  let cells = 0;
  for (const [row, line] of lines.entries()) {
    each(line, row);
    cells += line.length + 1;
    if (cells < CELLS_PER_STEP) continue;
    cells = 0;
    yield undefined;
  }
}

/** Bytes of a line of cells on the wire. */
const weighLine = (line: readonly Written[]): number => {
  let bytes = 3;
  for (const cell of line) bytes += typeof cell === 'string' ? textBytes(cell) : String(cell).length + 1;
  return bytes;
};

/** Smallest part of a block that holds every cell of a kind; null when there is none. */
function* cover(
  block: BlockDraft,
  wanted: (cell: CellDraft) => boolean,
  written: (cell: CellDraft) => Written,
): Steps<WrittenBlock | null> {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  yield* inSteps(block.cells, (line, row) => {
    for (const [column, cell] of line.entries()) {
      if (!wanted(cell)) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
  });
  if (bottom < 0) return null;
  const cells: Written[][] = [];
  let bytes = 0;
  yield* inSteps(block.cells.slice(top, bottom + 1), (line) => {
    const taken = Array.from({ length: right - left + 1 }, (_, column) => written(line[left + column] ?? null));
    cells.push(taken);
    bytes += weighLine(taken);
  });
  const area = { row: block.row + top, column: block.column + left, rows: bottom - top + 1, columns: right - left + 1 };
  return { area, cells, bytes };
}

/** Constants of a block. They go first, so that tables find their headers and formulas what they refer to. */
export const constantsOf = (block: BlockDraft): Steps<WrittenBlock | null> =>
  cover(block, (cell) => cell !== null && !isFormula(cell), constant);

/** Formulas of a block. They go when every sheet, table and name they may refer to is there. */
export const formulasOf = (block: BlockDraft): Steps<WrittenBlock | null> => cover(block, isFormula, formula);

/** Cuts a block into bands of rows of at most `bytes` each, for statements and requests that would be too large. */
export function* inBands(block: WrittenBlock, bytes: number): Steps<WrittenBlock[]> {
  if (block.bytes <= bytes) return [block];
  const height = Math.max(1, Math.floor((block.area.rows * bytes) / block.bytes));
  const bands: WrittenBlock[] = [];
  for (let row = 0; row < block.area.rows; row += height) {
    const cells = block.cells.slice(row, row + height);
    const weight = cells.reduce((sum, line) => sum + weighLine(line), 0);
    bands.push({ area: { ...block.area, row: block.area.row + row, rows: cells.length }, cells, bytes: weight });
    yield undefined;
  }
  return bands;
}

/** Cells that a draft writes, nulls left out. */
export function* countCells({ blocks = [], fills = [] }: Pick<SheetDraft, 'blocks' | 'fills'>): Steps<number> {
  let count = fills.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  for (const { cells } of blocks)
    yield* inSteps(cells, (line) => {
      for (const cell of line) if (cell !== null) count++;
    });
  return count;
}
