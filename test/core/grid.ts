import { parseArea } from '../../src/core/sheet/address';
import type { CellValue, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../src/core/sheet/snapshot';

type Written = CellValue | null;

type SheetOptions = {
  /** Cell of the grid's first value; A1 unless told. */
  at?: string;
  visibility?: SheetSnapshot['visibility'];
  /** Number format of whole columns, by their place in the grid. */
  formats?: Record<number, string>;
  /** Native tables: name to area, `{ tblAppels: 'B3:D9' }`. */
  tables?: Record<string, string>;
};

/** A sheet as a grid of what its cells show; null and missing cells are empty. */
export const sheetOf = (name: string, grid: readonly (readonly Written[])[], options: SheetOptions = {}): SheetSnapshot => {
  const origin = parseArea(options.at ?? 'A1') ?? { row: 0, column: 0 };
  const width = Math.max(0, ...grid.map((row) => row.length));
  const values = grid.map((row) => Array.from({ length: width }, (_, column): CellValue => row[column] ?? ''));
  const cell = (row: number, column: number): CellValue => values[row - origin.row]?.[column - origin.column] ?? '';
  const tables = Object.entries(options.tables ?? {}).map(([table, text]): TableSnapshot => {
    const area = parseArea(text) ?? { row: 0, column: 0, rows: 0, columns: 0 };
    return {
      name: table,
      area,
      hasHeaders: true,
      hasTotals: false,
      columns: Array.from({ length: area.columns }, (_, index) => String(cell(area.row, area.column + index))),
    };
  });
  return {
    name,
    position: 0,
    visibility: options.visibility ?? 'visible',
    protected: false,
    used: grid.length > 0 ? { row: origin.row, column: origin.column, rows: grid.length, columns: width } : null,
    values,
    numberFormats: values.map((row) => row.map((_, column) => options.formats?.[column] ?? 'General')),
    tables,
  };
};

export const workbookOf = (...sheets: SheetSnapshot[]): WorkbookSnapshot => ({
  sheets: sheets.map((sheet, position) => ({ ...sheet, position })),
  names: [],
  date1904: false,
  structureProtected: false,
  readOnly: false,
});

/** The one value of a result that must be there. */
export const valueOf = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
