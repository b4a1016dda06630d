import type { Area } from '../book/cell';
import type { Sheet, Table as TableData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { flag, text } from './checks';
import { excelEvents } from './excelEvents';
import type { ExcelApi } from './excelApi';
import { renameTableIn } from './formulaText';
import { everyFormula } from './formulaPlaces';
import { rangeArgument } from './places';
import { requireUnprotected } from './protectionRules';
import { Range } from './range';
import type { Session } from './session';
import { convertTable, deleteTable, resizeTable, showHeaderRow, showTotalRow } from './tableChanges';
import { TableColumnCollection } from './tableColumns';
import { bodyArea } from './tableHeaders';
import { isTakenByOther, isValidName } from './tableNames';
import { TableRowCollection } from './tableRows';
import { TableSort } from './tableSort';
import { Worksheet } from './worksheet';

/** A table (list object) of a sheet. */
export class Table {
  static readonly api = {
    name: 'Table',
    scalars: [
      'highlightFirstColumn',
      'highlightLastColumn',
      'id',
      'legacyId',
      'name',
      'showBandedColumns',
      'showBandedRows',
      'showFilterButton',
      'showHeaders',
      'showTotals',
      'style',
    ],
    navigation: ['columns', 'rows', 'sort', 'worksheet'],
    methods: [
      'clearFilters',
      'convertToRange',
      'delete',
      'getDataBodyRange',
      'getHeaderRowRange',
      'getRange',
      'getTotalRowRange',
      'resize',
    ],
    events: { onChanged: excelEvents.tableChanged },
  } satisfies ExcelApi<'Table'>;

  constructor(
    readonly session: Session,
    readonly sheet: Sheet,
    readonly data: TableData,
  ) {}

  get id(): string {
    return String(this.data.id);
  }
  get legacyId(): string {
    return this.id;
  }
  get name(): string {
    return this.data.name;
  }
  /** Formulas that name the table follow. */
  set name(value: unknown) {
    const name = text(value);
    if (name === this.data.name) return;
    if (!isValidName(name)) throw new ApiError('InvalidArgument');
    if (isTakenByOther(this.session.book, name, this.data)) throw new ApiError('ItemAlreadyExists');
    const before = this.data.name;
    this.change(() => (this.data.name = name));
    everyFormula(this.session.book, (formula) => renameTableIn(formula, before, name));
    this.session.structureChanged();
  }
  get style(): string {
    return this.data.style;
  }
  set style(value: unknown) {
    this.change(() => (this.data.style = text(value)));
  }
  get showBandedRows(): boolean {
    return this.data.showBandedRows;
  }
  set showBandedRows(value: unknown) {
    this.change(() => (this.data.showBandedRows = flag(value)));
  }
  get showBandedColumns(): boolean {
    return this.data.showBandedColumns;
  }
  set showBandedColumns(value: unknown) {
    this.change(() => (this.data.showBandedColumns = flag(value)));
  }
  get highlightFirstColumn(): boolean {
    return this.data.showFirstColumn;
  }
  set highlightFirstColumn(value: unknown) {
    this.change(() => (this.data.showFirstColumn = flag(value)));
  }
  get highlightLastColumn(): boolean {
    return this.data.showLastColumn;
  }
  set highlightLastColumn(value: unknown) {
    this.change(() => (this.data.showLastColumn = flag(value)));
  }
  get showFilterButton(): boolean {
    return this.data.showFilters;
  }
  set showFilterButton(value: unknown) {
    this.change(() => (this.data.showFilters = flag(value)));
  }
  get showHeaders(): boolean {
    return this.data.hasHeaders;
  }
  set showHeaders(value: unknown) {
    showHeaderRow(this.session, this.sheet, this.data, flag(value));
  }
  get showTotals(): boolean {
    return this.data.hasTotals;
  }
  set showTotals(value: unknown) {
    showTotalRow(this.session, this.sheet, this.data, flag(value));
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.session, this.sheet, this.data);
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this.session, this.sheet, this.data);
  }
  get sort(): TableSort {
    return new TableSort(this.session, this.sheet, this.data);
  }

  getRange(): Range {
    return this.range(this.data.area);
  }
  getHeaderRowRange(): Range {
    if (!this.data.hasHeaders) throw new ApiError('ItemNotFound');
    return this.range({ ...this.data.area, rows: 1 });
  }
  getTotalRowRange(): Range {
    if (!this.data.hasTotals) throw new ApiError('ItemNotFound');
    return this.range({ ...this.data.area, row: this.data.area.row + this.data.area.rows - 1, rows: 1 });
  }
  /** A table always has a data row, if an empty one. */
  getDataBodyRange(): Range {
    const body = bodyArea(this.data);
    if (!body) throw new ApiError('ItemNotFound');
    return this.range(body);
  }
  /** The header row stays where it is; columns are added or taken at the right, rows at the bottom. */
  resize(newRange: unknown): void {
    const { sheet, area } = rangeArgument(this.session, newRange, this.sheet);
    if (sheet !== this.sheet) throw new ApiError('InvalidArgument');
    resizeTable(this.session, this.sheet, this.data, area);
  }
  /** The cells stay and structured references become plain ones; gives their range. */
  convertToRange(): Range {
    const { area } = this.data;
    convertTable(this.session, this.sheet, this.data);
    return this.range(area);
  }
  delete(): void {
    deleteTable(this.session, this.sheet, this.data);
  }
  /** This host filters no rows, so that there is nothing to clear but what a file had hidden, which stays. */
  clearFilters(): void {
    requireUnprotected(this.session, this.sheet);
    if (this.sheet.rows.size === 0) return;
    const { area } = this.data;
    for (const [row, format] of this.sheet.rows)
      if (format.hidden && row >= area.row && row < area.row + area.rows)
        throw ApiError.notImplemented('Table', 'clearFilters with filtered rows');
  }

  private range(area: Area): Range {
    return new Range(this.session, this.sheet, area);
  }
  private change(apply: () => void): void {
    requireUnprotected(this.session, this.sheet);
    apply();
    this.data.touched = true;
    this.sheet.touch('tables');
  }
}
