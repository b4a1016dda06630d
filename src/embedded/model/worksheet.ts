import { columnCharacters, columnWidthFromCharacters } from '../book/metrics';
import type { Area } from '../book/cell';
import type { Sheet, Visibility } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { ChartCollection } from './chartCollection';
import { bounded, color, flag, integer, oneOf, text } from './checks';
import { excelEvents } from './excelEvents';
import type { ExcelApi } from './excelApi';
import { NamedItemCollection } from './namedItemCollection';
import { NoteCollection } from './notes';
import { notFound } from './notFound';
import { PageLayout } from './pageLayout';
import { PivotTableCollection } from './pivots';
import { findPlace } from './places';
import { requireOpenStructure, requireUnprotected } from './protectionRules';
import { Range } from './range';
import { RangeAreas } from './rangeAreas';
import type { Session } from './session';
import { ShapeCollection } from './shapeCollection';
import { copySheet, deleteSheet, moveSheet, renameSheet } from './sheetChanges';
import { TableCollection } from './tableCollection';
import { WorksheetFreezePanes } from './freezePanes';
import { WorksheetProtection } from './sheetProtection';

/** One sheet of the workbook. */
export class Worksheet {
  static readonly api = {
    name: 'Worksheet',
    scalars: [
      'id',
      'name',
      'position',
      'showGridlines',
      'showHeadings',
      'standardHeight',
      'standardWidth',
      'tabColor',
      'visibility',
    ],
    navigation: ['charts', 'freezePanes', 'names', 'notes', 'pageLayout', 'pivotTables', 'protection', 'shapes', 'tables'],
    methods: [
      'activate',
      'calculate',
      'copy',
      'delete',
      'findAll',
      'findAllOrNullObject',
      'getCell',
      'getNext',
      'getNextOrNullObject',
      'getPrevious',
      'getPreviousOrNullObject',
      'getRange',
      'getRangeByIndexes',
      'getRanges',
      'getUsedRange',
      'getUsedRangeOrNullObject',
      'replaceAll',
    ],
    events: {
      onActivated: excelEvents.activated,
      onChanged: excelEvents.changed,
      onDeactivated: excelEvents.deactivated,
      onSelectionChanged: excelEvents.selectionChanged,
    },
    wireNames: { Gridlines: 'showGridlines', Headings: 'showHeadings' },
  } satisfies ExcelApi<'Worksheet'>;

  constructor(
    readonly session: Session,
    readonly sheet: Sheet,
  ) {}

  get id(): string {
    return this.sheet.id;
  }
  get name(): string {
    return this.sheet.name;
  }
  set name(value: unknown) {
    renameSheet(this.session, this.sheet, text(value));
  }
  /** 0 is the leftmost tab. */
  get position(): number {
    return this.session.book.sheets.indexOf(this.sheet);
  }
  set position(value: unknown) {
    moveSheet(this.session, this.sheet, bounded(integer(value), 0, this.session.book.sheets.length - 1));
  }
  get visibility(): string {
    return this.sheet.visibility;
  }
  set visibility(value: unknown) {
    const visibility: Visibility = oneOf(value, ['Visible', 'Hidden', 'VeryHidden']);
    if (visibility === this.sheet.visibility) return;
    requireOpenStructure(this.session);
    const others = this.session.book.sheets.filter((sheet) => sheet !== this.sheet && sheet.visibility === 'Visible');
    if (visibility !== 'Visible') {
      const [next] = others;
      if (!next) throw new ApiError('InvalidOperation');
      if (this.session.activeSheet === this.sheet) this.session.activate(next);
    }
    this.sheet.visibility = visibility;
    this.session.book.touched = true;
  }
  get tabColor(): string {
    return this.sheet.tabColor;
  }
  set tabColor(value: unknown) {
    requireOpenStructure(this.session);
    this.sheet.tabColor = value === '' ? '' : color(value);
    this.sheet.touch('properties');
  }
  get showGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set showGridlines(value: unknown) {
    this.sheet.showGridlines = flag(value);
    this.sheet.touch('view');
  }
  get showHeadings(): boolean {
    return this.sheet.showHeadings;
  }
  set showHeadings(value: unknown) {
    this.sheet.showHeadings = flag(value);
    this.sheet.touch('view');
  }
  /** Points. */
  get standardHeight(): number {
    return this.sheet.defaultRowHeight;
  }
  /** Characters of the Normal font. */
  get standardWidth(): number {
    return columnCharacters(this.sheet.defaultColumnWidth, this.session.book.styles.normalFont);
  }
  set standardWidth(value: unknown) {
    requireUnprotected(this.session, this.sheet);
    this.sheet.defaultColumnWidth = columnWidthFromCharacters(bounded(value, 0, 255), this.session.book.styles.normalFont);
    this.sheet.touch('defaults');
  }

  get tables(): TableCollection {
    return new TableCollection(this.session, this.sheet);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.session, this.sheet);
  }
  get notes(): NoteCollection {
    return new NoteCollection(this.session, this.sheet);
  }
  get pivotTables(): PivotTableCollection {
    return new PivotTableCollection(this.session, this.sheet);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.session, this.sheet);
  }
  get shapes(): ShapeCollection {
    return new ShapeCollection(this.session, this.sheet);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.session, this.sheet);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.session, this.sheet);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.session, this.sheet);
  }

  activate(): void {
    if (this.sheet.visibility !== 'Visible') throw new ApiError('InvalidOperation');
    this.session.activate(this.sheet);
  }
  delete(): void {
    deleteSheet(this.session, this.sheet);
  }
  copy(positionType: unknown, relativeTo: unknown): Worksheet {
    const place = oneOf(positionType, ['None', 'Before', 'After', 'Beginning', 'End'], 'None');
    const beside = relativeTo instanceof Worksheet ? relativeTo.position : null;
    if ((place === 'Before' || place === 'After') && beside === null) throw new ApiError('InvalidArgument');
    const last = this.session.book.sheets.length;
    const index = place === 'Beginning' ? 0 : place === 'Before' ? (beside ?? 0) : place === 'After' ? (beside ?? 0) + 1 : last;
    return new Worksheet(this.session, copySheet(this.session, this.sheet, index));
  }
  calculate(markAllDirty: unknown): void {
    flag(markAllDirty, false);
    this.session.recalculate();
  }

  private range(area: Area): Range {
    return new Range(this.session, this.sheet, area);
  }
  /** Cells by address or name, the whole sheet without one. */
  getRange(address: unknown): Range {
    if (address === undefined || address === '') return this.range({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    const place = findPlace(this.session, text(address), this.sheet);
    if (!place) throw new ApiError(/^[\w.\\]+$/.test(text(address)) ? 'ItemNotFound' : 'InvalidArgument');
    if (place.sheet !== this.sheet) throw new ApiError('InvalidArgument');
    return this.range(place.area);
  }
  getRanges(address: unknown): RangeAreas {
    const addresses = address === undefined ? [undefined] : text(address).split(',');
    return new RangeAreas(
      this.session,
      this.sheet,
      addresses.map((one) => this.getRange(one?.trim()).area),
    );
  }
  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    return this.range({ row: integer(row), column: integer(column), rows: integer(rows), columns: integer(columns) });
  }
  getCell(row: unknown, column: unknown): Range {
    return this.range({ row: integer(row), column: integer(column), rows: 1, columns: 1 });
  }
  getUsedRange(valuesOnly: unknown): Range {
    return this.getRange(undefined).getUsedRange(valuesOnly);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    return this.getRange(undefined).getUsedRangeOrNullObject(valuesOnly);
  }
  findAll(wanted: unknown, criteria: unknown): RangeAreas {
    return this.findAllOrNullObject(wanted, criteria) ?? notFound();
  }
  findAllOrNullObject(wanted: unknown, criteria: unknown): RangeAreas | null {
    const areas = this.getRange(undefined).findAreas(wanted, criteria);
    return areas.length === 0 ? null : new RangeAreas(this.session, this.sheet, areas);
  }
  replaceAll(wanted: unknown, replacement: unknown, criteria: unknown): number {
    return this.getRange(undefined).replaceAll(wanted, replacement, criteria);
  }

  getNext(visibleOnly: unknown): Worksheet {
    return this.neighbour(1, visibleOnly) ?? notFound();
  }
  getNextOrNullObject(visibleOnly: unknown): Worksheet | null {
    return this.neighbour(1, visibleOnly);
  }
  getPrevious(visibleOnly: unknown): Worksheet {
    return this.neighbour(-1, visibleOnly) ?? notFound();
  }
  getPreviousOrNullObject(visibleOnly: unknown): Worksheet | null {
    return this.neighbour(-1, visibleOnly);
  }
  private neighbour(step: 1 | -1, visibleOnly: unknown): Worksheet | null {
    const onlyVisible = flag(visibleOnly, false);
    const { sheets } = this.session.book;
    for (let index = this.position + step; ; index += step) {
      const sheet = sheets[index];
      if (!sheet) return null;
      if (!onlyVisible || sheet.visibility === 'Visible') return new Worksheet(this.session, sheet);
    }
  }
}
