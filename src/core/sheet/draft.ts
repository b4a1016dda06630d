import type { Area } from './address';

/**
 * What the add-in wants written, as data. Lengths are points (1/72 inch), colours `#RRGGBB`, rows and columns count
 * from 0, formulas are English with commas and begin with `=`.
 */

/**
 * A cell to write. `text` is written as text whatever it looks like; `formula` as a formula; a date is a serial number
 * with a number format. null leaves the cell as it is.
 */
export type CellDraft =
  { number: number } | { text: string } | { formula: string } | { boolean: boolean } | { empty: true } | null;

export type Border = { style: 'thin' | 'medium' | 'thick'; color: string };

export type CellStyle = {
  font?: { name?: string; size?: number; bold?: boolean; italic?: boolean; color?: string };
  fill?: string;
  numberFormat?: string;
  horizontal?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center' | 'bottom';
  wrap?: boolean;
  /** In Excel's indent steps. */
  indent?: number;
  borders?: { top?: Border; bottom?: Border; left?: Border; right?: Border };
};

/** Cells written as one rectangle from (row, column). */
export type BlockDraft = { row: number; column: number; cells: readonly (readonly CellDraft[])[] };

export type StyleDraft = { area: Area; style: CellStyle };

/** A native table over cells that the blocks fill. */
export type TableDraft = {
  name: string;
  /** Header row included. */
  area: Area;
  style?: string;
  showFilters?: boolean;
};

/**
 * Rows to take out of a native table of the sheet, counted from 0 under its header: the table's cells under them move up, what
 * stands beside the table stays. Not all of them: a table keeps a row.
 */
export type RemovedRowsDraft = { table: string; rows: readonly number[] };

/** A conditional format by formula, relative to the area's first cell. Listed in order of priority, first wins. */
export type ConditionalFormatDraft = {
  area: Area;
  formula: string;
  style: { fontColor?: string; fill?: string; bold?: boolean };
  stopIfTrue?: boolean;
};

/**
 * What cells accept. `list` is a range reference such as `='Dictionnaire'!$A$2:$A$9`, or texts without commas separated by
 * commas; bounds are inclusive; `formula` is relative to the area's first cell; `any` accepts everything and only helps.
 */
export type ValidationRule =
  | { list: string }
  | { date: { from: number; to?: number } }
  | { whole: { minimum: number; maximum?: number } }
  | { decimal: { minimum: number; maximum?: number } }
  | { formula: string }
  | { any: true };

export type ValidationDraft = {
  area: Area;
  rule: ValidationRule;
  /** Shown beside the cell while it is selected: Excel cuts a title at 32 characters, a message at 255. */
  prompt?: { title: string; message: string };
  /** Shown when an entry is refused; `warning` lets the user keep it. */
  alert?: { style: 'stop' | 'warning'; title: string; message: string };
};

/** A link from a cell to a place of the workbook. The cell keeps its content and its look. */
export type LinkDraft = { row: number; column: number; to: { sheet: string; cell: string }; tip?: string };

/** A note on a cell, where Excel can make them (ExcelApi 1.18). What must be readable everywhere is a prompt as well. */
export type NoteDraft = { row: number; column: number; text: string };

/** One formula for every cell of an area, in R1C1: the wire carries it once, however many rows there are. */
export type FillDraft = { area: Area; formulaR1C1: string };

export type LineStyle = { color: string; weight: number; dash?: 'solid' | 'dash' | 'dot' };

export type ChartSeriesDraft = {
  name: string;
  type: 'line' | 'lineMarkers' | 'areaStacked' | 'columnClustered';
  /** Cells on the chart's data sheet. */
  values: Area;
  line: LineStyle | null;
  /** Area or column fill; null for none. */
  fill: string | null;
  marker?: { size: number; fill: string; line: string };
  /** Marker on one point only (0-based) instead of on all. */
  markerPoint?: { index: number; size: number; fill: string; line: string };
  /** Direct label on one point (0-based): the series is named where it is drawn, there is no legend. */
  label?: { index: number; text: string; position: 'right' | 'left' | 'top' | 'bottom'; color: string; bold?: boolean };
};

export type ChartDraft = {
  /** Name of the chart object; a chart of that name on the sheet is replaced. */
  name: string;
  altText: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Sheet that holds the data; absent: the chart's own sheet. */
  dataSheet?: string;
  categories: Area;
  series: readonly ChartSeriesDraft[];
  valueAxis: {
    /** Absent: Excel's own choice, which follows the figures. */
    minimum?: number;
    maximum?: number;
    majorUnit?: number;
    numberFormat: string;
    gridlines: LineStyle | null;
    /** Line of the axis itself; it stands at `crossesAt`. */
    line: LineStyle | null;
    visible: boolean;
    fontColor?: string;
  };
  categoryAxis: {
    line: LineStyle | null;
    tickLabelSpacing: number;
    /** The value axis crosses before this category (1-based, as Excel counts); absent: at the left. */
    crossesAt?: number;
  };
  fontSize: number;
  /** Face of every text of the chart; absent: the workbook's theme decides. */
  fontName?: string;
  /** Inner plot area in points from the chart's top left; absent: automatic. */
  plot?: { left: number; top: number; width: number; height: number };
  title?: string;
};

export type ShapeDraft = {
  /** Excel's GeometricShapeType, for instance `Sun`, `Cloud`, `Rectangle`. */
  type: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Degrees, clockwise. */
  rotation?: number;
  fill: string | null;
  line: LineStyle | null;
};

/** Shapes grouped under one name with one alternative text. A group (or shape) of that name is replaced. */
export type ShapeGroupDraft = { name: string; altText: string; shapes: readonly ShapeDraft[] };

export type PageSetupDraft = {
  paper: 'a4';
  orientation: 'portrait' | 'landscape';
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  printArea?: Area;
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  fit?: { pagesWide: number; pagesTall?: number };
  /** Rows and columns printed on every page. */
  titleRows?: { first: number; last: number };
  titleColumns?: { first: number; last: number };
};

export type SheetDraft = {
  name: string;
  /**
   * `own`: a sheet of the add-in's, created when missing, emptied and rewritten otherwise. `user`: a sheet that a person
   * made; only what the draft names is touched.
   */
  owner: 'own' | 'user';
  /** Name of the sheet to rewrite when it is called otherwise now (a renamed sheet found by its table). */
  existing?: string;
  tabColor?: string;
  showGridlines?: boolean;
  visibility?: 'visible' | 'hidden';
  columns?: readonly { column: number; count?: number; width: number }[];
  rows?: readonly { row: number; count?: number; height: number }[];
  blocks?: readonly BlockDraft[];
  styles?: readonly StyleDraft[];
  merges?: readonly Area[];
  tables?: readonly TableDraft[];
  removedRows?: readonly RemovedRowsDraft[];
  conditionalFormats?: readonly ConditionalFormatDraft[];
  /** Written after the blocks. */
  fills?: readonly FillDraft[];
  validations?: readonly ValidationDraft[];
  links?: readonly LinkDraft[];
  notes?: readonly NoteDraft[];
  charts?: readonly ChartDraft[];
  shapes?: readonly ShapeGroupDraft[];
  page?: PageSetupDraft;
  freeze?: { rows: number; columns: number };
  activate?: boolean;
  /**
   * Of a sheet of the add-in's that is rewritten: all that it holds now, so that it can be written again when the rewriting is
   * undone. Absent: that cannot be undone.
   */
  undo?: SheetDraft;
};

/** A defined name of the workbook; one of that name is replaced. */
export type NameDraft = { name: string; /** As `='Suivi'!$A$1`. */ formula: string; comment?: string };

export type WorkbookDraft = { sheets: readonly SheetDraft[]; names: readonly NameDraft[] };
