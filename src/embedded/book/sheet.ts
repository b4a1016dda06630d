import { cellKey, keyColumn, keyRow, type Area, type Cell } from './cell';
import type { Shape } from './drawing';

export type { LineFormat, Shape, SeriesLabel, ChartSeries, ChartAxis, Chart } from './drawing';

/** What a person or an action changed on a sheet since it was opened: a save rewrites these and nothing else. */
export type Facet =
  | 'cells'
  | 'columns'
  /** Sizes of rows and columns that say nothing themselves. */
  | 'defaults'
  | 'rows'
  | 'merges'
  | 'conditionalFormats'
  | 'validations'
  | 'tables'
  | 'drawing'
  | 'page'
  | 'view'
  | 'properties'
  | 'protection'
  | 'notes'
  | 'hyperlinks';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export type TableColumn = {
  name: string;
  /** Calculated-column and totals settings are kept from the file by id. */ id: number;
  totalsFunction?: string;
  totalsLabel?: string;
};

export type Table = {
  id: number;
  name: string;
  /** Header and totals rows included. */
  area: Area;
  hasHeaders: boolean;
  hasTotals: boolean;
  columns: TableColumn[];
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFirstColumn: boolean;
  showLastColumn: boolean;
  showFilters: boolean;
  /** Part it came from; absent for a new one. */
  part?: string;
  touched: boolean;
};

/** A conditional format. Formats read from a file that the API does not model keep their `source` XML. */
export type ConditionalFormat = {
  id: string;
  areas: Area[];
  priority: number;
  stopIfTrue: boolean;
  rule:
    | { type: 'expression'; formula: string }
    | { type: 'cellIs'; operator: string; formulas: string[] }
    | { type: 'containsText'; operator: string; text: string; formula: string }
    | { type: 'colorScale' | 'dataBar' | 'iconSet' | 'top10' | 'other'; settings: Record<string, unknown> };
  /** Differential format. */
  format: {
    fontColor?: string;
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    strikethrough?: boolean;
    fill?: string;
    numberFormat?: string;
  };
  source?: string;
};

export type Validation = {
  areas: Area[];
  type: string;
  operator?: string;
  formula1?: string;
  formula2?: string;
  allowBlank: boolean;
  showDropdown: boolean;
  error?: { title: string; message: string; style: string; show: boolean };
  prompt?: { title: string; message: string; show: boolean };
  source?: string;
};

/** A link on cells: to a page outside (`address`), to a place of this workbook (`place`), or to a place in another document (both). */
export type Hyperlink = {
  area: Area;
  address?: string;
  /** As `Feuil1!A1` or a defined name. */
  place?: string;
  tip?: string;
  /** What the file repeats of the cell's text. */
  shown?: string;
};

/** A note on a cell (what Excel called a comment before it had conversations). */
export type Note = { row: number; column: number; text: string; author: string };

/** A PivotTable of the file: read, and kept in it as it is. */
export type Pivot = {
  name: string;
  /** Without its filters. */
  area: Area;
  /** Its figures: how each is called, what field it takes and how (`sum`, `average`, as files write it; '' where a model decides). */
  figures: readonly { name: string; field: string; by: string }[];
};

export type PageSetup = {
  orientation: 'portrait' | 'landscape';
  /** OOXML paper size code, 9 is A4; null when the file names none. */
  paperSize: number | null;
  /** Inches, as the file has them. */
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  scale: number;
  /** Pages wide and tall; null where automatic. Active when `fitToPage`. */
  fitToPage: boolean;
  fitWidth: number | null;
  fitHeight: number | null;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  headerFooter: {
    oddHeader: string;
    oddFooter: string;
    evenHeader: string;
    evenFooter: string;
    firstHeader: string;
    firstFooter: string;
    differentOddEven: boolean;
    differentFirst: boolean;
  };
};

export type ColumnFormat = {
  /** Characters of the Normal font, as the file stores it; null: the sheet's default. */ width: number | null;
  hidden: boolean;
  style: number;
  outline: number;
};
export type RowFormat = {
  /** Points; null: automatic. */ height: number | null;
  hidden: boolean;
  style: number;
  outline: number;
};

/** One worksheet in memory. Reading never touches; every setter names the facet it touches. */
export class Sheet {
  visibility: Visibility = 'Visible';
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  frozen: { rows: number; columns: number } | null = null;
  protected = false;
  /** The file holds a password hash for the protection: it cannot be taken off here. */
  protectionHasPassword = false;
  /** What a protected sheet still allows, by Office.js's names (`allowFormatCells`); one that is absent has Excel's default. */
  protectionOptions: Readonly<Record<string, boolean | string>> = {};
  defaultRowHeight = 15;
  /** As the file stores it, padding included: 64 pixels with Calibri 11, which Excel shows as 8.43 characters. */
  defaultColumnWidth = 9.140625;
  readonly cells = new Map<number, Cell>();
  readonly columns = new Map<number, ColumnFormat>();
  readonly rows = new Map<number, RowFormat>();
  merges: Area[] = [];
  tables: Table[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  validations: Validation[] = [];
  hyperlinks: Hyperlink[] = [];
  notes: Note[] = [];
  pivots: readonly Pivot[] = [];
  /** Back to front. Charts are shapes of kind `chart`. */
  shapes: Shape[] = [];
  page: PageSetup | null = null;
  readonly touched = new Set<Facet>();
  /** Rows whose cells changed, so that a save rewrites these rows only. */
  readonly touchedRows = new Set<number>();

  constructor(
    /** As Office.js shows it: `{GUID}`. */
    readonly id: string,
    public name: string,
    /** Part it was read from; absent for a new sheet. */
    readonly part?: string,
    /** A chart sheet, macro sheet or dialog sheet is kept but holds no cells here. */
    readonly kind: 'worksheet' | 'chartsheet' | 'other' = 'worksheet',
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  /** Replaces what a cell holds, its style kept unless given; an empty cell without a style is dropped. */
  setCell(row: number, column: number, change: Partial<Cell>): void {
    const key = cellKey(row, column);
    const style = change.style ?? this.cells.get(key)?.style ?? this.columns.get(column)?.style ?? this.rows.get(row)?.style ?? 0;
    const cell: Cell = { value: null, ...change, style };
    if (cell.value === null && cell.formula === undefined && cell.style === 0) this.cells.delete(key);
    else this.cells.set(key, cell);
    this.touchRow(row);
  }

  /** Writes a result of calculation: the formula and style stay. */
  setCalculated(row: number, column: number, value: Cell['value']): void {
    const cell = this.cells.get(cellKey(row, column));
    if (!cell || cell.value === value) return;
    cell.value = value;
    this.touchRow(row);
  }

  /** Cells of a row hold something else. */
  touchRow(row: number): void {
    this.touch('cells');
    this.touchedRows.add(row);
  }

  touch(facet: Facet): void {
    this.touched.add(facet);
  }

  /** Smallest area that holds every cell with content (and, unless `valuesOnly`, every styled cell); null when there is none. */
  usedArea(valuesOnly = false): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [key, cell] of this.cells) {
      if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === 0)) continue;
      const row = keyRow(key);
      const column = keyColumn(key);
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}
