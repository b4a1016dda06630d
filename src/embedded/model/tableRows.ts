import type { Area } from '../book/cell';
import type { Sheet, Table as TableData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { bounded, flag, integer, list } from './checks';
import type { ExcelApi } from './excelApi';
import { Range } from './range';
import type { Session } from './session';
import { shiftCells } from './structure';
import { bodyArea } from './tableHeaders';
import { clearContents, writeGrid } from './writing';

const grid = (values: unknown): unknown[][] | null => {
  if (values === undefined || values === null) return null;
  const rows = Array.isArray(values) ? (values as unknown[]) : [[values]];
  return rows.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
};

/** The data rows of a table. */
export class TableRowCollection {
  static readonly api = {
    name: 'TableRowCollection',
    scalars: ['count'],
    methods: ['add', 'deleteRows', 'deleteRowsAt', 'getCount', 'getItemAt'],
    collection: true,
  } satisfies ExcelApi<'TableRowCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly table: TableData,
  ) {}

  get count(): number {
    return bodyArea(this.table)?.rows ?? 0;
  }
  getCount(): number {
    return this.count;
  }
  get items(): TableRow[] {
    return Array.from({ length: this.count }, (_, index) => this.row(index));
  }
  getItemAt(index: unknown): TableRow {
    const position = integer(index);
    if (position < 0 || position >= this.count) throw new ApiError('ItemNotFound');
    return this.row(position);
  }
  private row(index: number): TableRow {
    return new TableRow(this.session, this.sheet, this.table, index);
  }

  /** Adds rows before a data row, or at the end; gives the first new one. Cells under the table move down. */
  add(index: unknown, values: unknown, alwaysInsert: unknown): TableRow {
    flag(alwaysInsert ?? undefined, true);
    const rows = grid(values) ?? [Array.from({ length: this.table.columns.length }, () => '')];
    if (rows.length === 0 || rows.some((row) => row.length !== this.table.columns.length)) throw new ApiError('InvalidArgument');
    const position = index === undefined || index === null || index === -1 ? this.count : bounded(integer(index), 0, this.count);
    const body = bodyArea(this.table);
    const top = body ? body.row + position : this.table.area.row + (this.table.hasHeaders ? 1 : 0);
    const area: Area = { ...this.table.area, row: top, rows: rows.length };
    const before = this.table.area.rows;
    shiftCells(this.session, { sheet: this.sheet, area, axis: 'rows', insert: true });
    if (this.table.area.rows === before) {
      this.table.area = { ...this.table.area, rows: before + rows.length };
      this.table.touched = true;
      this.sheet.touch('tables');
      this.session.structureChanged(this.sheet);
    }
    writeGrid(this.session, this.sheet, area, rows);
    return this.row(position);
  }
  deleteRows(rows: unknown): void {
    const indexes = list(rows).map((row) => (row instanceof TableRow ? row.index : bounded(integer(row), 0, this.count - 1)));
    for (const index of [...new Set(indexes)].sort((one, other) => other - one)) this.deleteRowsAt(index, 1);
  }
  /** A table keeps one data row, emptied. */
  deleteRowsAt(index: unknown, count: unknown): void {
    const first = bounded(integer(index), 0, this.count - 1);
    const rows = bounded(integer(count, 1), 1, this.count - first);
    const body = bodyArea(this.table);
    if (!body) throw new ApiError('ItemNotFound');
    const area = { ...body, row: body.row + first, rows };
    if (rows < body.rows) {
      shiftCells(this.session, { sheet: this.sheet, area, axis: 'rows', insert: false });
      return;
    }
    clearContents(this.session, this.sheet, { ...area, rows: 1 });
    if (rows > 1)
      shiftCells(this.session, {
        sheet: this.sheet,
        area: { ...area, row: area.row + 1, rows: rows - 1 },
        axis: 'rows',
        insert: false,
      });
  }
}

export class TableRow {
  static readonly api = {
    name: 'TableRow',
    scalars: ['index', 'values'],
    methods: ['delete', 'getRange'],
  } satisfies ExcelApi<'TableRow'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly table: TableData,
    readonly index: number,
  ) {}

  getRange(): Range {
    const body = bodyArea(this.table);
    if (!body || this.index >= body.rows) throw new ApiError('ItemNotFound');
    return new Range(this.session, this.sheet, { ...body, row: body.row + this.index, rows: 1 });
  }
  get values(): unknown[][] | null {
    return this.getRange().values;
  }
  set values(input: unknown) {
    this.getRange().values = input;
  }
  delete(): void {
    new TableRowCollection(this.session, this.sheet, this.table).deleteRowsAt(this.index, 1);
  }
}
