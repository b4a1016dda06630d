import type { Area } from '../sheet/address';
import { valueAt, type CellValue, type SheetSnapshot, type TableSnapshot } from '../sheet/snapshot';
import { readTextDate } from './dates';

/** A header over rows: a native table, or cells that look like one. */
export type Block = {
  sheet: SheetSnapshot;
  table?: TableSnapshot;
  /** Lowest row of the header. */
  headerRow: number;
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  /** Header of each column from `firstColumn` on; empty where there is none. */
  headers: readonly string[];
};

/** Rows that are looked at to find which columns hold anything: bounded however wide or long the sheet is. */
const SAMPLED_ROWS = 150;
/** A table may begin this far down under titles, logos and filters. */
const HEADER_SEARCH_ROWS = 200;
/** Blank rows inside a table (a week-end left out, a page break). */
const BLANK_ROWS_INSIDE = 2;
const LONGEST_HEADER = 120;

const inside = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

const sampleRows = (first: number, count: number): number[] => {
  if (count <= SAMPLED_ROWS) return Array.from({ length: count }, (_, index) => first + index);
  const half = SAMPLED_ROWS / 2;
  const rows = new Set<number>();
  for (let index = 0; index < half; index++) {
    rows.add(first + index);
    rows.add(first + Math.floor((index * (count - 1)) / (half - 1)));
  }
  return [...rows];
};

/** Runs of columns that hold something outside the native tables, as [first, last]. */
const bandsOf = (sheet: SheetSnapshot, used: Area): [number, number][] => {
  const occupied = new Set<number>();
  for (const row of sampleRows(used.row, used.rows))
    (sheet.values[row - used.row] ?? []).forEach((value, offset) => {
      const column = used.column + offset;
      if (value !== '' && !sheet.tables.some((table) => inside(table.area, row, column))) occupied.add(column);
    });
  const bands: [number, number][] = [];
  for (const column of [...occupied].sort((a, b) => a - b)) {
    const last = bands.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else bands.push([column, column]);
  }
  return bands;
};

const isHeading = (value: CellValue): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_HEADER && !isDatum(value);

/** A number, a date as text or a number as text: what rows hold and headers do not. */
const isDatum = (value: CellValue): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  /^[+-]?\d[\d\s\u00a0\u202f]*([.,]\d+)?\s?%?$/.test(value.trim()) ||
  readTextDate(value, 'iso') !== null ||
  readTextDate(value, 'dmy') !== null ||
  readTextDate(value, 'mdy') !== null;

/** The table-like blocks of one band, from top to bottom. */
const blocksOfBand = (sheet: SheetSnapshot, used: Area, [first, last]: [number, number]): Block[] => {
  const columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const cell = (row: number, column: number): CellValue =>
    sheet.tables.some((table) => inside(table.area, row, column)) ? '' : valueAt(sheet, row, column);
  const filled = (row: number): CellValue[] => columns.map((column) => cell(row, column)).filter((value) => value !== '');
  const isHeaderRow = (row: number): boolean => {
    const values = filled(row);
    return values.length >= 2 && values.filter(isHeading).length >= 0.8 * values.length;
  };
  const isDataRow = (row: number): boolean => {
    const values = filled(row);
    return values.length >= 2 && values.some(isDatum);
  };
  const end = used.row + used.rows;
  const blocks: Block[] = [];
  const searchEnd = Math.min(end, used.row + HEADER_SEARCH_ROWS);
  for (let row = used.row + 1; row < (blocks.length > 0 ? end : searchEnd); row++) {
    if (!isDataRow(row) || !isHeaderRow(row - 1)) continue;
    let lastRow = row;
    for (let next = row + 1, blanks = 0; next < end && blanks <= BLANK_ROWS_INSIDE; next++) {
      if (filled(next).length === 0) blanks++;
      else if (blanks > 0 && !isDataRow(next)) break;
      else {
        blanks = 0;
        lastRow = next;
      }
    }
    blocks.push({
      sheet,
      headerRow: row - 1,
      firstRow: row,
      lastRow,
      firstColumn: first,
      headers: headersOf(columns, row - 1, used.row, cell),
    });
    row = lastRow + 1;
  }
  return blocks;
};

/**
 * Header of each column. Where the row above holds group headings (fewer texts, spread over merged cells), a column
 * without a text of its own takes its group's, and one that repeats a sibling's text gets the group before it.
 */
const headersOf = (
  columns: readonly number[],
  headerRow: number,
  top: number,
  cell: (row: number, column: number) => CellValue,
): string[] => {
  const own = columns.map((column) => String(cell(headerRow, column)).trim());
  if (headerRow <= top) return own;
  const above = columns.map((column) => String(cell(headerRow - 1, column)).trim());
  const grouped = above.filter(Boolean).length >= 2 && above.some((text, index) => text !== '' && own[index] !== '');
  const completes = above.some((text, index) => text !== '' && own[index] === '');
  if (!grouped && !completes) return own;
  let group = '';
  return own.map((text, index) => {
    group = above[index] || group;
    if (text === '') return above[index] ?? '';
    const repeated = own.filter((other) => other === text).length > 1;
    return grouped && repeated && group !== '' ? `${group} ${text}` : text;
  });
};

/** One empty column inside a table (a spacer) splits it in two bands; both halves begin and end on the same rows. */
const joinAcrossSpacers = (blocks: readonly Block[]): Block[] => {
  const joined: Block[] = [];
  for (const block of [...blocks].sort((a, b) => a.headerRow - b.headerRow || a.firstColumn - b.firstColumn)) {
    const left = joined.at(-1);
    if (
      left &&
      left.headerRow === block.headerRow &&
      left.lastRow === block.lastRow &&
      left.lastRow > left.firstRow + 3 &&
      left.firstColumn + left.headers.length + 1 === block.firstColumn
    )
      joined[joined.length - 1] = { ...left, headers: [...left.headers, '', ...block.headers] };
    else joined.push(block);
  }
  return joined;
};

/** Every table-like block of a sheet: its native tables as they are, then what stands beside, above and below them. */
export const blocksOf = (sheet: SheetSnapshot): Block[] => {
  if (!sheet.used) return [];
  const used = sheet.used;
  const native = sheet.tables
    .filter((table) => table.area.rows > (table.hasHeaders ? 1 : 0) + (table.hasTotals ? 1 : 0))
    .map((table): Block => {
      const headerRow = table.hasHeaders ? table.area.row : table.area.row - 1;
      return {
        sheet,
        table,
        headerRow,
        firstRow: headerRow + 1,
        lastRow: table.area.row + table.area.rows - 1 - (table.hasTotals ? 1 : 0),
        firstColumn: table.area.column,
        headers: table.columns.map((header) => header.trim()),
      };
    });
  return [...native, ...joinAcrossSpacers(bandsOf(sheet, used).flatMap((band) => blocksOfBand(sheet, used, band)))];
};
