import type { Area } from '../sheet/address';
import { valueAt, type CellValue, type SheetSnapshot } from '../sheet/snapshot';
import { eachInSteps, mapInSteps, type Steps } from '../steps';
import { ROWS_PER_STEP, type Block } from './block';
import { distinctHeaders, headerAbove, headerBelow, headersOf, isDatum, isHeading, type CellReader } from './headers';

/** Rows that are looked at to find which columns hold anything: bounded however wide or long the sheet is. */
const SAMPLED_ROWS = 150;
/** A table may begin this far down under titles, logos and filters. */
const HEADER_SEARCH_ROWS = 200;
/** Blank rows inside a table (a week-end left out, a page break). */
const BLANK_ROWS_INSIDE = 2;
/** First rows that tell which columns hold figures. */
const FIGURE_ROWS = 20;

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

/** The table-like blocks of one band, from top to bottom. */
class Band {
  private readonly columns: readonly number[];
  private readonly end: number;
  private readonly cell: CellReader;

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly used: Area,
    [first, last]: [number, number],
  ) {
    this.columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    this.end = used.row + used.rows;
    this.cell = (row, column) =>
      sheet.tables.length > 0 && sheet.tables.some((table) => inside(table.area, row, column)) ? '' : valueAt(sheet, row, column);
  }

  private filled(row: number): CellValue[] {
    return this.columns.map((column) => this.cell(row, column)).filter((value) => value !== '');
  }

  private holdsData(row: number): boolean {
    return this.filled(row).some(isDatum);
  }

  /** Texts only, two at least: a header, or a row of words. */
  private headings(row: number): number {
    const values = this.filled(row);
    return values.length >= 2 && values.every(isHeading) ? values.length : 0;
  }

  private figureColumns(row: number): number[] {
    const last = Math.min(this.end, row + FIGURE_ROWS);
    return this.columns.filter((column) => {
      for (let next = row; next < last; next++) {
        const value = this.cell(next, column);
        if (value !== '' && isDatum(value)) return true;
      }
      return false;
    });
  }

  /** A row of text further down heads another table when figures follow and it names more columns, or stands apart. */
  private beginsAnother(row: number, header: number, apart: boolean): boolean {
    const headings = this.headings(row);
    if (headings === 0 || row + 1 >= this.end || !this.holdsData(row + 1)) return false;
    const same = this.columns.every((column) => this.cell(row, column) === this.cell(header, column));
    return !same && (apart || headings > this.filled(header).length);
  }

  private *lastRowOf(header: number, first: number): Steps<number> {
    let lastRow = first;
    for (let next = first + 1, blanks = 0; next < this.end && blanks <= BLANK_ROWS_INSIDE; next++) {
      if (next % ROWS_PER_STEP === 0) yield undefined;
      if (this.filled(next).length === 0) {
        blanks++;
        continue;
      }
      if (this.beginsAnother(next, header, blanks > 0)) break;
      if (blanks > 0 && !this.holdsData(next)) break;
      blanks = 0;
      lastRow = next;
    }
    return lastRow;
  }

  *blocks(): Steps<Block[]> {
    const found: Block[] = [];
    const searchEnd = Math.min(this.end, this.used.row + HEADER_SEARCH_ROWS);
    let top = this.used.row;
    for (let row = this.used.row + 1; row < (found.length > 0 ? this.end : searchEnd); row++) {
      if (row % ROWS_PER_STEP === 0) yield undefined;
      if (!this.holdsData(row)) continue;
      const first = headerAbove(this.columns, row, top, this.cell, this.figureColumns(row));
      if (first === null) continue;
      const headerRow = headerBelow(this.columns, first, this.end, this.cell);
      let firstRow = headerRow + 1;
      if (this.filled(firstRow).length === 0) firstRow++;
      const lastRow = yield* this.lastRowOf(headerRow, Math.max(row, firstRow));
      if (lastRow > row || this.filled(row).length >= 2) {
        found.push({
          sheet: this.sheet,
          headerRow,
          firstRow,
          lastRow,
          firstColumn: this.columns[0] ?? 0,
          headers: headersOf(this.columns, headerRow, top, this.cell),
        });
        top = lastRow + 1;
        row = lastRow;
      }
    }
    return found;
  }
}

const DATED = /\b(date|jour|day|semaine|week|mois|month)\b/i;

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
      left.firstColumn + left.headers.length + 1 === block.firstColumn &&
      !(DATED.test(block.headers[0] ?? '') && left.headers.some((header) => DATED.test(header)))
    )
      joined[joined.length - 1] = { ...left, headers: [...left.headers, '', ...block.headers] };
    else joined.push(block);
  }
  return joined;
};

/** Columns without a header and without a cell at either end of a block are none of its columns. */
const trimmed = (block: Block): Block => {
  const holds = (index: number): boolean => {
    if (block.headers[index] !== '') return true;
    for (let row = block.firstRow; row <= block.lastRow; row++)
      if (valueAt(block.sheet, row, block.firstColumn + index) !== '') return true;
    return false;
  };
  let first = 0;
  let last = block.headers.length - 1;
  while (first < last && !holds(first)) first++;
  while (last > first && !holds(last)) last--;
  return { ...block, firstColumn: block.firstColumn + first, headers: block.headers.slice(first, last + 1) };
};

/** Every table-like block of a sheet: its native tables as they are, then what stands beside, above and below them. */
export function* blocksOf(sheet: SheetSnapshot): Steps<Block[]> {
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
  const ranges = yield* eachInSteps(bandsOf(sheet, used), (band) => new Band(sheet, used, band).blocks());
  const whole = yield* mapInSteps(joinAcrossSpacers(ranges.flat()), trimmed);
  return [...native, ...whole.map((block) => ({ ...block, headers: distinctHeaders(block.headers) }))];
}
