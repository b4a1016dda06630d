import type { Area } from '../book/cell';
import type { Sheet, Table as TableData, TableColumn as ColumnData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { bounded, integer, text } from './checks';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { Range } from './range';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';
import { shiftCells } from './structure';
import { bodyArea, renameColumn } from './tableHeaders';
import { newColumnName } from './tableShifting';
import { writeGrid } from './writing';

export class TableColumnCollection {
  static readonly api = {
    name: 'TableColumnCollection',
    scalars: ['count'],
    methods: ['add', 'getCount', 'getItem', 'getItemAt', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'TableColumnCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly table: TableData,
  ) {}

  get count(): number {
    return this.table.columns.length;
  }
  getCount(): number {
    return this.count;
  }
  get items(): TableColumn[] {
    return this.table.columns.map((column) => this.column(column));
  }
  private column(data: ColumnData): TableColumn {
    return new TableColumn(this.session, this.sheet, this.table, data);
  }

  /** By name or id. */
  getItem(key: unknown): TableColumn {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): TableColumn | null {
    const wanted = String(key).toLowerCase();
    const data =
      typeof key === 'number'
        ? this.table.columns.find((column) => column.id === key)
        : (this.table.columns.find((column) => column.name.toLowerCase() === wanted) ??
          this.table.columns.find((column) => String(column.id) === wanted));
    return data ? this.column(data) : null;
  }
  getItemAt(index: unknown): TableColumn {
    const data = this.table.columns[integer(index)];
    if (!data) throw new ApiError('ItemNotFound');
    return this.column(data);
  }

  /** Adds a column before another, or at the right; values include the header (and totals) cell. */
  add(index: unknown, values: unknown, name: unknown): TableColumn {
    requireUnprotected(this.session, this.sheet);
    const position = index === undefined || index === null || index === -1 ? this.count : bounded(integer(index), 0, this.count);
    const before = this.table.columns.length;
    const area: Area = { ...this.table.area, column: this.table.area.column + position, columns: 1 };
    shiftCells(this.session, { sheet: this.sheet, area, axis: 'columns', insert: true });
    if (this.table.columns.length === before) this.append();
    const column = this.getItemAt(position);
    if (values !== undefined && values !== null) {
      const rows = Array.isArray(values) ? (values as unknown[]) : [values];
      const cells = rows.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
      // Values may come without the header's when a name is given.
      const skip = cells.length === area.rows - 1 && name !== undefined ? 1 : 0;
      writeGrid(this.session, this.sheet, { ...area, row: area.row + skip, rows: area.rows - skip }, cells);
    }
    if (name !== undefined && name !== null) column.name = name;
    return column;
  }
  private append(): void {
    const id = Math.max(0, ...this.table.columns.map((column) => column.id)) + 1;
    const name = newColumnName(this.session, this.table);
    this.table.columns.push({ id, name });
    this.table.area = { ...this.table.area, columns: this.table.area.columns + 1 };
    if (this.table.hasHeaders)
      this.sheet.setCell(this.table.area.row, this.table.area.column + this.table.area.columns - 1, { value: name, style: 0 });
    this.table.touched = true;
    this.sheet.touch('tables');
    this.session.structureChanged(this.sheet);
  }
}

export class TableColumn {
  static readonly api = {
    name: 'TableColumn',
    scalars: ['id', 'index', 'name', 'values'],
    methods: ['delete', 'getDataBodyRange', 'getHeaderRowRange', 'getRange', 'getTotalRowRange'],
  } satisfies ExcelApi<'TableColumn'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly table: TableData,
    private readonly data: ColumnData,
  ) {}

  get id(): number {
    return this.data.id;
  }
  get index(): number {
    return this.table.columns.indexOf(this.data);
  }
  get name(): string {
    return this.data.name;
  }
  set name(value: unknown) {
    requireUnprotected(this.session, this.sheet);
    renameColumn(this.session, this.sheet, this.table, this.index, text(value));
    const { area } = this.table;
    if (this.table.hasHeaders)
      this.sheet.setCell(area.row, area.column + this.index, {
        value: this.data.name,
        style: this.sheet.cell(area.row, area.column + this.index)?.style ?? 0,
      });
    this.session.structureChanged();
  }
  get values(): unknown[][] | null {
    return this.getRange().values;
  }
  set values(input: unknown) {
    this.getRange().values = input;
  }

  private part(area: Area | null): Range {
    if (!area || this.index < 0) throw new ApiError('ItemNotFound');
    return new Range(this.session, this.sheet, { ...area, column: this.table.area.column + this.index, columns: 1 });
  }
  getRange(): Range {
    return this.part(this.table.area);
  }
  getHeaderRowRange(): Range {
    return this.part(this.table.hasHeaders ? { ...this.table.area, rows: 1 } : null);
  }
  getDataBodyRange(): Range {
    return this.part(bodyArea(this.table));
  }
  getTotalRowRange(): Range {
    const { area, hasTotals } = this.table;
    return this.part(hasTotals ? { ...area, row: area.row + area.rows - 1, rows: 1 } : null);
  }
  delete(): void {
    if (this.table.columns.length === 1) throw new ApiError('InvalidOperation');
    shiftCells(this.session, { sheet: this.sheet, area: this.getRange().area, axis: 'columns', insert: false });
  }
}
