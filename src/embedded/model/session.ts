import type { Book } from '../book/book';
import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiEvents } from '../richapi/apiClass';
import { ApiError } from '../richapi/apiError';
import { localAddress, parseLocalAddress } from './address';
import { excelEvents } from './excelEvents';
import { LivePlaces } from './livePlaces';

/** What the objects need of the calculation. `Calculation` of `calc/` is one. */
export type Calculator = {
  /** Cells were written: what depends on them is stale; `fill` where all of them got one formula, moved along: its text in each. */
  changed(sheet: Sheet, area: Area, fill?: readonly string[]): void;
  /** Sheets, names, tables or positions changed: every formula is read anew. */
  structureChanged(): void;
  /** Brings every stale cell up to date. */
  recalculate(): unknown;
  /** Evaluates every formula. */
  recalculateAll(): unknown;
};

export type SessionOptions = {
  /** Names that Excel gives to new sheets, tables and charts, and `cultureInfo`. */
  locale: string;
  readOnly: boolean;
};

export type ChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** What every object of one open workbook shares: the book, its calculation, its events, the selection. */
export class Session {
  readonly events = new ApiEvents();
  readonly places = new LivePlaces();
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  selection: { sheet: Sheet; area: Area } | null = null;
  private stale = false;
  private suspended = false;
  private arrays = new WeakMap<Sheet, Area[]>();

  constructor(
    readonly book: Book,
    private readonly calculator: Calculator,
    readonly options: SessionOptions,
  ) {}

  get isEnglish(): boolean {
    return this.options.locale.toLowerCase().startsWith('en');
  }
  /** The word of the user's language in names that Excel invents. */
  word(english: string, french: string): string {
    return this.options.locale.toLowerCase().startsWith('fr') ? french : english;
  }

  /** The sheet shown; the first visible one when the index points nowhere. */
  get activeSheet(): Sheet {
    const { sheets, activeSheet } = this.book;
    const sheet = sheets[activeSheet] ?? sheets.find((candidate) => candidate.visibility === 'Visible') ?? sheets[0];
    if (!sheet) throw new ApiError('ItemNotFound');
    return sheet;
  }

  activate(sheet: Sheet): void {
    const before = this.activeSheet;
    if (before === sheet) return;
    this.book.activeSheet = this.book.sheets.indexOf(sheet);
    this.book.touched = true;
    this.selection = null;
    this.raise('deactivated', before, {});
    this.raise('activated', sheet, {});
  }

  /** Selects cells, showing their sheet. */
  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.selection = { sheet, area };
    this.raise('selectionChanged', sheet, { address: localAddress(area), isInsideTable: false });
  }

  /** Tells calculation and listeners that cells have other contents. */
  cellsChanged(sheet: Sheet, area: Area, changeType: ChangeType = 'RangeEdited', shiftDirection = 'None'): void {
    this.calculator.changed(sheet, area);
    this.announce(sheet, area, changeType, shiftDirection);
  }

  /** As `cellsChanged`, where all cells got one formula, moved along: its text in each, row by row. */
  cellsFilled(sheet: Sheet, area: Area, texts: readonly string[]): void {
    this.calculator.changed(sheet, area, texts);
    this.announce(sheet, area, 'RangeEdited', 'None');
  }

  private announce(sheet: Sheet, area: Area, changeType: ChangeType, shiftDirection: string): void {
    this.stale = true;
    const address = localAddress(area);
    const args = {
      address,
      changeType,
      source: 'Local',
      referenceId: `${sheet.id}!${address}`,
      triggerSource: 'ThisLocalAddin',
      shiftDirection,
    };
    this.raise('changed', sheet, args);
    for (const table of sheet.tables) {
      const meets =
        area.row < table.area.row + table.area.rows &&
        table.area.row < area.row + area.rows &&
        area.column < table.area.column + table.area.columns &&
        table.area.column < area.column + area.columns;
      if (meets)
        this.events.raise({
          type: excelEvents.tableChanged.type,
          targets: [String(table.id), 'Workbook', sheet.id],
          args: { ...args, worksheetId: sheet.id, tableId: String(table.id) },
        });
    }
  }

  /** Tells calculation that references may mean something else now. */
  structureChanged(sheet?: Sheet): void {
    if (sheet) this.arrays.delete(sheet);
    this.calculator.structureChanged();
    this.stale = true;
  }

  /** An event of a worksheet, for its own listeners and the collection's. */
  raise(event: keyof typeof excelEvents, sheet: Sheet, args: Record<string, string | boolean | number | null>): void {
    this.events.raise({
      type: excelEvents[event].type,
      targets: [sheet.id, 'Workbook'],
      args: { source: 'Local', ...args, worksheetId: sheet.id },
    });
  }

  /** The cells that an event's reference means. */
  eventArea(referenceId: string): { sheet: Sheet; area: Area } | null {
    const [id, address = ''] = referenceId.split('!');
    const sheet = this.book.sheets.find((candidate) => candidate.id === id);
    const area = parseLocalAddress(address);
    return sheet && area ? { sheet, area } : null;
  }

  /** Before a value is read: formulas are up to date, unless calculation is manual. */
  settle(): void {
    if (!this.stale || this.calculationMode === 'Manual' || this.suspended) return;
    this.recalculate();
  }

  recalculate(everything = false): void {
    if (everything) this.calculator.recalculateAll();
    else this.calculator.recalculate();
    this.stale = false;
    // Dynamic arrays may fill other cells than before.
    this.arrays = new WeakMap();
  }

  /** Whether formulas wait to be evaluated. */
  get isStale(): boolean {
    return this.stale;
  }

  /** Until the end of the batch nothing is recalculated. */
  suspendCalculation(): void {
    this.suspended = true;
  }

  endBatch(): void {
    this.suspended = false;
    this.settle();
  }

  /** Areas that dynamic arrays fill, those of a single cell left out. */
  spilledAreas(sheet: Sheet): Area[] {
    const areas: Area[] = [];
    for (const { array } of sheet.cells.values()) if (array?.isDynamic && array.rows * array.columns > 1) areas.push(array);
    return areas;
  }

  /** Areas of the sheet's array formulas. */
  arrayAreas(sheet: Sheet): readonly Area[] {
    const known = this.arrays.get(sheet);
    if (known) return known;
    const areas: Area[] = [];
    // A dynamic array gives way to what is written into it; only the older, fixed kind is one piece.
    for (const cell of sheet.cells.values()) if (cell.array && !cell.array.isDynamic) areas.push(cell.array);
    this.arrays.set(sheet, areas);
    return areas;
  }
}
