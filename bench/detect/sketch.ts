import type { ColumnType, TableKind } from '../../src/core/detect/detected';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import type { TableLabel } from './label';

/** A cell as somebody filled it in. */
export type Cell = { value: CellValue; format?: string };

/** A row of a table; `day` is the day that it is about, absent from totals, blank rows and rows without a date. */
export type Line = { cells: readonly Cell[]; day?: number };

export type SketchColumn = { header: string; types: readonly ColumnType[]; group?: string };

/** A table before it is put on a sheet: columns, rows from top to bottom, and what it is. */
export type Sketch = {
  kind: TableKind;
  /** Place of the date column among the columns. */
  date: number | null;
  columns: readonly SketchColumn[];
  lines: readonly Line[];
};

/** Where a table stands: its top left cell, what stands above it, and how many header rows it has. */
export type Layout = {
  row: number;
  column: number;
  above?: readonly (readonly CellValue[])[];
  headers?: 1 | 2 | 3;
  /** The header of a column without a group stands in the top header row, as merged downwards. */
  tall?: boolean;
  /** Name of the native table that it is. */
  table?: string;
};

/** Cells by place, before a sheet is made of them. */
export class Canvas {
  private readonly cells = new Map<string, Cell>();
  private bottom = -1;
  private right = -1;
  private top = Infinity;
  private left = Infinity;

  put(row: number, column: number, cell: Cell): void {
    if (cell.value === '' && cell.format === undefined) return;
    this.cells.set(`${String(row)}/${String(column)}`, cell);
    this.top = Math.min(this.top, row);
    this.left = Math.min(this.left, column);
    this.bottom = Math.max(this.bottom, row);
    this.right = Math.max(this.right, column);
  }

  /** The sheet as a host would give it: the smallest area that holds every cell. */
  sheet(name: string, options: Partial<Pick<SheetSnapshot, 'visibility' | 'tables'>> = {}): SheetSnapshot {
    const empty = this.bottom < 0;
    const rows = empty ? 0 : this.bottom - this.top + 1;
    const columns = empty ? 0 : this.right - this.left + 1;
    const grid = <T>(pick: (cell: Cell | undefined) => T): T[][] =>
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_cell, column) =>
          pick(this.cells.get(`${String(this.top + row)}/${String(this.left + column)}`)),
        ),
      );
    return {
      name,
      position: 0,
      visibility: options.visibility ?? 'visible',
      protected: false,
      used: empty ? null : { row: this.top, column: this.left, rows, columns },
      values: grid((cell) => cell?.value ?? ''),
      numberFormats: grid((cell) => cell?.format ?? 'General'),
      tables: options.tables ?? [],
    };
  }
}

/** Header rows of a table, from top to bottom: groups stand over the first of their columns only, as merged cells do. */
const headerRows = ({ columns }: Sketch, { headers = 1, tall = false }: Layout): string[][] => {
  const own = columns.map(({ header, group }) => (headers > 1 && tall && group === undefined ? '' : header));
  if (headers === 1 || columns.every(({ group }) => group === undefined)) return [columns.map(({ header }) => header)];
  const groups = columns.map(({ header, group }, index) =>
    group === undefined ? (tall ? header : '') : columns[index - 1]?.group === group ? '' : group,
  );
  if (headers === 2) return [groups, own];
  const first = columns.findIndex(({ group }) => group !== undefined);
  return [columns.map((_, index) => (index === first ? 'Indicateurs / KPI' : '')), groups, own];
};

/** Puts a table on a canvas and says what is where. */
export const place = (canvas: Canvas, sheet: string, sketch: Sketch, layout: Layout): TableLabel => {
  const above = layout.above ?? [];
  above.forEach((line, row) => line.forEach((value, column) => canvas.put(layout.row + row, layout.column + column, { value })));
  const rows = headerRows(sketch, layout);
  const top = layout.row + above.length;
  rows.forEach((line, row) => line.forEach((value, column) => canvas.put(top + row, layout.column + column, { value })));
  const headerRow = top + rows.length - 1;
  const days = new Map<number, number>();
  sketch.lines.forEach(({ cells, day }, index) => {
    const row = headerRow + 1 + index;
    cells.forEach((cell, column) => canvas.put(row, layout.column + column, cell));
    if (day !== undefined) days.set(row, day);
  });
  return {
    sheet,
    kind: sketch.kind,
    headerRow,
    dateColumn: sketch.date === null ? null : layout.column + sketch.date,
    columns: new Map(sketch.columns.map(({ types }, index) => [layout.column + index, types])),
    ...(sketch.date !== null && { days }),
  };
};

/** Puts a table on a canvas with its rows across, as people lay out weeks or months; places are those of the turned sheet. */
export const placeAcross = (canvas: Canvas, sheet: string, sketch: Sketch, layout: Layout): TableLabel => {
  const { column: labelColumn } = layout;
  const above = layout.above ?? [];
  above.forEach((line, row) => line.forEach((value, column) => canvas.put(layout.row + row, labelColumn + column, { value })));
  const top = layout.row + above.length;
  sketch.columns.forEach(({ header }, index) => canvas.put(top + index, labelColumn, { value: header }));
  const days = new Map<number, number>();
  sketch.lines.forEach(({ cells, day }, index) => {
    const column = labelColumn + 1 + index;
    cells.forEach((cell, row) => canvas.put(top + row, column, cell));
    if (day !== undefined) days.set(column, day);
  });
  return {
    sheet,
    kind: 'across',
    headerRow: labelColumn,
    dateColumn: sketch.date === null ? null : top + sketch.date,
    columns: new Map(sketch.columns.map(({ types }, index) => [top + index, types])),
    days,
  };
};

export const workbookOf = (sheets: readonly SheetSnapshot[], date1904 = false): WorkbookSnapshot => ({
  sheets: sheets.map((sheet, position) => ({ ...sheet, position })),
  names: [],
  date1904,
  structureProtected: false,
  readOnly: false,
});
