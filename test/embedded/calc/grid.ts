import { blankSheet } from '../../../src/embedded/book/blank';
import { Book } from '../../../src/embedded/book/book';
import { CellError, type Value } from '../../../src/embedded/book/cell';
import type { Sheet, Table } from '../../../src/embedded/book/sheet';
import { Styles } from '../../../src/embedded/book/styleTable';
import { Calculation } from '../../../src/embedded/calc/calculation';

/** What a test writes into a cell: a text that starts with `=` is a formula. */
export type Content = Value;

/** 0-based position of `B3`. */
export function position(address: string): { row: number; column: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  const letters = match?.[1] ?? 'A';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match?.[2]) - 1, column: column - 1 };
}

/** A book with one sheet for each name, each written as a grid from A1 on. */
export function bookOf(sheets: Record<string, Content[][]>, options: { date1904?: boolean } = {}): Book {
  const book = new Book(new Styles());
  book.date1904 = options.date1904 ?? false;
  for (const [name, grid] of Object.entries(sheets)) {
    const sheet = blankSheet(name);
    book.sheets.push(sheet);
    grid.forEach((row, rowIndex) => row.forEach((content, column) => write(sheet, rowIndex, column, content)));
  }
  return book;
}

export function write(sheet: Sheet, row: number, column: number, content: Content): void {
  if (typeof content === 'string' && content.startsWith('=')) sheet.setCell(row, column, { formula: content.slice(1) });
  else sheet.setCell(row, column, { value: content });
}

export function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A table over an area that starts with its header row. */
export function addTable(sheet: Sheet, name: string, from: string, to: string, options: Partial<Table> = {}): Table {
  const start = position(from);
  const end = position(to);
  const columns = Array.from({ length: end.column - start.column + 1 }, (_, index) => ({
    id: index + 1,
    name: String(sheet.cell(start.row, start.column + index)?.value ?? ''),
  }));
  const table: Table = {
    id: sheet.tables.length + 1,
    name,
    area: { ...start, rows: end.row - start.row + 1, columns: columns.length },
    hasHeaders: true,
    hasTotals: false,
    columns,
    style: '',
    showBandedRows: false,
    showBandedColumns: false,
    showFirstColumn: false,
    showLastColumn: false,
    showFilters: false,
    touched: false,
    ...options,
  };
  sheet.tables.push(table);
  return table;
}

/** Value as a test writes it: errors by their code. */
export const plain = (value: Value | undefined): number | string | boolean | null =>
  value instanceof CellError ? value.code : (value ?? null);

/** A moment that TODAY and NOW give in tests: Wednesday 5 March 2025, noon. */
export const noon = (): Date => new Date(2025, 2, 5, 12);

/** Value of a formula in a cell (not as an array formula) next to the given grid. */
export function valueOf(formula: string, grid: Content[][] = [], options: { date1904?: boolean } = {}): ReturnType<typeof plain> {
  const book = bookOf({ Data: grid, Calc: [[`=${formula}`]] }, options);
  new Calculation(book, { now: noon, random: () => 0.5 }).recalculateAll();
  return plain(sheetOf(book, 'Calc').cell(0, 0)?.value);
}

/** All values of a sheet as a grid. */
export function gridOf(sheet: Sheet): ReturnType<typeof plain>[][] {
  const area = sheet.usedArea(true);
  if (!area) return [];
  return Array.from({ length: area.row + area.rows }, (_, row) =>
    Array.from({ length: area.column + area.columns }, (__, column) => plain(sheet.cell(row, column)?.value)),
  );
}
