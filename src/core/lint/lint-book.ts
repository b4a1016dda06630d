import { parseStructRef } from '@borgar/fx';
import type { DetectedColumn, DetectedTable, Detection } from '../detect/detected';
import { areaName, cellName, quoteSheet, type Area } from '../sheet/address';
import type { Steps } from '../steps';
import { FormulaCells, type Anchors, type FormulaCell, type Shape, type Span } from './formula-cells';
import {
  findTable,
  numberFormatAt,
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../sheet/snapshot';
import { cellsOf, readFormula, writeTree, type AstExpression, type RangeA1 } from './formula';

export type { Anchors, FormulaCell, Shape, Span };

const FLOATING: Anchors = { top: false, left: false, bottom: false, right: false };
/** A chain of defined names that name each other ends here. */
const DEEPEST_NAME = 5;

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;
export const isErrorValue = (value: CellValue): value is string =>
  typeof value === 'string' && value.startsWith('#') && ERROR.test(value);

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** The workbook as the rules read it: formulas as trees, references as cells, columns as detection saw them. */
export class LintBook {
  private readonly formulas = new FormulaCells();
  private readonly signatures = new Map<Shape, string>();
  /** Long texts as short ones: they are put together and compared by the thousand. */
  private readonly shortened = new Map<string, string>();

  /** By their names as they are, and in small letters. */
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  /** What defined names stand for, by the name in small letters: a consolidation names the same few in each of its formulas. */
  private readonly names: ReadonlyMap<string, AstExpression>;

  constructor(
    readonly workbook: WorkbookSnapshot,
    readonly detection: Detection,
  ) {
    const { sheets } = workbook;
    this.sheets = new Map([
      ...sheets.map((sheet) => [sheet.name.toLowerCase(), sheet] as const),
      ...sheets.map((sheet) => [sheet.name, sheet] as const),
    ]);
    const names = new Map<string, AstExpression>();
    for (const { name, formula } of workbook.names) {
      const tree = readFormula(formula)?.tree;
      if (tree && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), tree);
    }
    this.names = names;
  }

  /** Finds the formulas of the workbook; done once, before anything is asked. */
  *read(): Steps<this> {
    yield* this.formulas.read(this.workbook.sheets);
    return this;
  }

  /** Every cell with a formula that can be read, sheet by sheet, row by row. */
  get cells(): readonly FormulaCell[] {
    return this.formulas.all;
  }

  /** Lets go of what is known of a cell's row, once all its formulas were looked at: it is found out again if it is asked for. */
  release(cell: FormulaCell): void {
    this.formulas.release(cell);
  }

  /** What a formula of the workbook shares with those filled from it; one of its own for any other. */
  shapeOf(cell: FormulaCell): Shape {
    return this.formulas.shapeOf(cell);
  }

  /** The formula at a place; null for typed values and empty cells. */
  formulaAt(sheet: SheetSnapshot, row: number, column: number): FormulaCell | null {
    return this.formulas.at(sheet, row, column);
  }

  sheet(name: string): SheetSnapshot | null {
    return this.sheets.get(name) ?? this.sheets.get(name.toLowerCase()) ?? null;
  }

  /** The cells that a node names, seen from a cell; null for calculated references, other workbooks and names of values. */
  resolve(node: AstExpression | null | undefined, at: FormulaCell, depth = 0): Span | null {
    if (node?.type === 'UnaryExpression' && (node.operator === '@' || node.operator === '+'))
      return this.resolve(node.arguments[0], at, depth);
    if (node?.type !== 'ReferenceIdentifier' || depth > DEEPEST_NAME) return null;
    if (node.kind === 'table') return this.structured(node.value, at);
    if (node.kind === 'name') {
      const tree = this.names.get(node.value.toLowerCase());
      if (tree) return this.resolve(tree, at, depth + 1);
      return this.structured(`${node.value}[]`, at);
    }
    return this.formulas.spanOf(node, at, () => {
      const named = cellsOf(node);
      const sheet = named && (named.sheet === null ? at.sheet : this.sheet(named.sheet));
      return sheet && named ? spanOf(sheet, named.range) : null;
    });
  }

  private structured(text: string, at: FormulaCell): Span | null {
    const parsed = parseStructRef(text);
    if (!parsed) return null;
    const found = parsed.table ? findTable(this.workbook, parsed.table) : this.tableAround(at);
    if (!found) return null;
    const { sheet, table } = found;
    const headed = table.hasHeaders ? 1 : 0;
    const body = { row: table.area.row + headed, rows: table.area.rows - headed - (table.hasTotals ? 1 : 0) };
    const sections = parsed.sections ?? [];
    const section = sections[0]?.toLowerCase();
    if (sections.length > 1) return null;
    const lines =
      section === 'this row'
        ? { row: at.row, rows: 1 }
        : section === 'totals'
          ? { row: table.area.row + table.area.rows - 1, rows: 1 }
          : section === 'headers'
            ? { row: table.area.row, rows: 1 }
            : section === 'all'
              ? { row: table.area.row, rows: table.area.rows }
              : body;
    const columns = (parsed.columns ?? []).map((name) => table.columns.findIndex((header) => sameName(header, name)));
    if (columns.includes(-1)) return null;
    const first = columns[0] ?? 0;
    const last = columns.length === 0 ? table.area.columns - 1 : (columns.at(-1) ?? first);
    const area = { ...lines, column: table.area.column + first, columns: last - first + 1 };
    const whole = section === undefined || section === 'data';
    return {
      sheet,
      area,
      anchors: FLOATING,
      whole: whole ? 'table' : null,
      ...(whole && columns.length === 1 && { column: { table, index: first } }),
    };
  }

  private tableAround({ sheet, row, column }: FormulaCell): { sheet: SheetSnapshot; table: TableSnapshot } | null {
    const table = sheet.tables.find(({ area }) => contains(area, row, column));
    return table ? { sheet, table } : null;
  }

  /** A mark of a formula with its references as seen from its own cell: two cells filled from one another have the same. */
  signature(cell: FormulaCell): string {
    const shape = this.shapeOf(cell);
    const known = this.signatures.get(shape);
    if (known !== undefined) return known;
    const text = writeTree(shape.first.formula.tree, (node) => {
      if (node.type !== 'ReferenceIdentifier') return null;
      const named = cellsOf(node);
      return named ? relative(named.sheet, named.range, shape.first) : null;
    });
    const short = this.shortened.get(text) ?? String(this.shortened.size);
    this.shortened.set(text, short);
    this.signatures.set(shape, short);
    return short;
  }

  /** The table that detection found around a cell's column and row, and that column. */
  detected(sheet: SheetSnapshot, row: number, column: number): { table: DetectedTable; column: DetectedColumn } | null {
    for (const table of this.detection.tables) {
      if (table.kind === 'across' || table.sheet !== sheet.name || row < table.firstRow || row > table.lastRow) continue;
      const found = table.columns.find((candidate) => candidate.column === column);
      if (found) return { table, column: found };
    }
    return null;
  }

  /** True where the first cells of an area are shown as percentages. */
  isPercent({ sheet, area }: Pick<Span, 'sheet' | 'area'>): boolean {
    for (let row = area.row; row < area.row + Math.min(area.rows, 40); row++)
      for (let column = area.column; column < area.column + Math.min(area.columns, 40); column++)
        if (valueAt(sheet, row, column) !== '' && numberFormatAt(sheet, row, column).includes('%')) return true;
    return false;
  }
}

const spanOf = (sheet: SheetSnapshot, range: RangeA1): Span | null => {
  const used = sheet.used ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const top = range.top ?? used.row;
  const left = range.left ?? used.column;
  const wholeColumns = range.top === null;
  const wholeRows = range.left === null;
  const bottom = range.bottom ?? (wholeColumns ? used.row + used.rows - 1 : top);
  const right = range.right ?? (wholeRows ? used.column + used.columns - 1 : left);
  if (bottom < top || right < left) return null;
  return {
    sheet,
    area: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 },
    anchors: {
      top: range.$top === true,
      left: range.$left === true,
      bottom: range.$bottom === true,
      right: range.$right === true,
    },
    whole: wholeColumns ? 'columns' : wholeRows ? 'rows' : null,
  };
};

const step = (position: number | null | undefined, anchored: boolean | null | undefined, from: number): string =>
  typeof position !== 'number' ? '' : anchored ? String(position) : `[${position - from}]`;

const relative = (sheet: string | null, range: RangeA1, { row, column }: FormulaCell): string =>
  `${sheet === null ? '' : `${quoteSheet(sheet)}!`}R${step(range.top, range.$top, row)}C${step(range.left, range.$left, column)}:R${step(range.bottom, range.$bottom, row)}C${step(range.right, range.$right, column)}`;

const SIMPLE_SHEET = /^[\p{L}_][\p{L}\d_.]*$/u;
const LOOKS_LIKE_CELL = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*)$/;

/** `Jour!` or `'Suivi 2026'!` for a formula on another sheet; nothing on the same. */
export const sheetPrefix = (sheet: SheetSnapshot, from: SheetSnapshot): string => {
  if (sheet.name === from.name) return '';
  return `${SIMPLE_SHEET.test(sheet.name) && !LOOKS_LIKE_CELL.test(sheet.name) ? sheet.name : quoteSheet(sheet.name)}!`;
};

/** An area as a formula on a sheet writes it, with the dollars asked for. */
export const areaText = (sheet: SheetSnapshot, area: Area, from: SheetSnapshot, anchors: Anchors = FLOATING): string => {
  const { top, left, bottom, right } = anchors;
  const plain = areaName(area);
  if (!top && !left && !bottom && !right) return sheetPrefix(sheet, from) + plain;
  const mark = (text: string, column: boolean, row: boolean): string => {
    const digits = text.search(/\d/);
    return `${column ? '$' : ''}${text.slice(0, digits)}${row ? '$' : ''}${text.slice(digits)}`;
  };
  const first = mark(cellName(area.row, area.column), left, top);
  const last = mark(cellName(area.row + area.rows - 1, area.column + area.columns - 1), right, bottom);
  return sheetPrefix(sheet, from) + (area.rows * area.columns === 1 ? first : `${first}:${last}`);
};
