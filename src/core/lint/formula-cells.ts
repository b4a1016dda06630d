import type { Area } from '../sheet/address';
import { valueAt, type CellValue, type SheetSnapshot, type TableSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { readFormula, type Formula, type ReferenceIdentifier } from './formula';
import { relativeText } from './relative-text';

/** A cell with a formula. */
export type FormulaCell = { sheet: SheetSnapshot; row: number; column: number; formula: Formula; value: CellValue };

/** Which corners of a reference stay when it is copied. */
export type Anchors = { top: boolean; left: boolean; bottom: boolean; right: boolean };

/** Cells that a formula names. Whole rows and columns are cut to what the sheet holds. */
export type Span = {
  sheet: SheetSnapshot;
  area: Area;
  anchors: Anchors;
  /** Whole columns (`F:F`), whole rows (`2:3`) or a table's data: what grows by itself. */
  whole: 'columns' | 'rows' | 'table' | null;
  /** All data of one column of a native table, as `tblAppels[Taux]`. */
  column?: { table: TableSnapshot; index: number };
};

/** What formulas that were filled from one another share; `first` is the first of them. */
export type Shape = { first: FormulaCell };

/**
 * The formulas of a row, by their columns. All is kept row by row: a map of a hundred thousand entries holds the thread for
 * some frames whenever it outgrows itself.
 */
type Row = {
  cells: FormulaCell[];
  shapes: Shape[];
  /** Trees of formulas that were filled from another, made when a rule asks for them. */
  formulas: (Formula | undefined)[];
  /** Where the references of its formulas lead. */
  spans: Map<ReferenceIdentifier, Span | null>;
};

/** Formulas that are looked at between two pauses. */
const FORMULAS_PER_STEP = 50;
/** One whose tree is made weighs as much as so many that were filled from it: 250 letters take a millisecond. */
const PARSED = 25;
/** Cells without a formula are passed over quickly. */
const EMPTY = 0.02;

/** Every formula of some sheets, and what those filled from one another share. */
export class FormulaCells {
  /** Every cell with a formula that can be read, sheet by sheet, row by row. */
  readonly all: FormulaCell[] = [];
  /** By sheet and by what they read as from their own cells; null where such a text is no formula. */
  private readonly shapes = new Map<string, Shape | null>();
  private readonly rows = new Map<string, Map<number, Row>>();

  /** Finds the formulas of the sheets; done once, before anything is asked. */
  *read(sheets: readonly SheetSnapshot[]): Steps<void> {
    let work = 0;
    for (const sheet of sheets) {
      const rows = new Map<number, Row>();
      this.rows.set(sheet.name, rows);
      for (const [offset, line] of (sheet.used ? (sheet.formulas ?? []) : []).entries()) {
        work += EMPTY * line.length;
        const row: Row = { cells: [], shapes: [], formulas: [], spans: new Map() };
        const place = (sheet.used?.row ?? 0) + offset;
        for (const [across, text] of line.entries()) {
          if (work >= FORMULAS_PER_STEP) {
            work = 0;
            yield undefined;
          }
          if (typeof text !== 'string' || !text.startsWith('=') || text.length < 2) continue;
          const found = this.cellOf(row, { sheet, row: place, column: (sheet.used?.column ?? 0) + across }, text);
          work += found && found.shape.first !== found.cell ? 1 : PARSED;
          if (!found) continue;
          this.all.push(found.cell);
          row.cells[found.cell.column] = found.cell;
          row.shapes[found.cell.column] = found.shape;
        }
        if (row.cells.length > 0) rows.set(place, row);
      }
    }
  }

  /** A cell with a formula. Its tree is read when it is asked for: thousands filled from one another are never looked at. */
  private cellOf(
    { formulas }: Row,
    { sheet, row, column }: Pick<FormulaCell, 'sheet' | 'row' | 'column'>,
    text: string,
  ): { cell: FormulaCell; shape: Shape } | null {
    const value = valueAt(sheet, row, column);
    // A text that only looks like a formula shows itself.
    if (value === text) return null;
    const relative = relativeText(text, row, column);
    const key = relative === null ? null : `${sheet.name}\n${relative}`;
    const known = key === null ? undefined : this.shapes.get(key);
    if (known === null) return null;
    if (known) {
      const cell: FormulaCell = {
        sheet,
        row,
        column,
        value,
        get formula() {
          return (formulas[column] ??= readFormula(text) ?? known.first.formula);
        },
      };
      return { cell, shape: known };
    }
    const formula = readFormula(text);
    const cell = formula && { sheet, row, column, formula, value };
    const shape = cell && { first: cell };
    if (key !== null) this.shapes.set(key, shape);
    return cell && shape && { cell, shape };
  }

  private rowOf({ sheet, row }: Pick<FormulaCell, 'sheet' | 'row'>): Row | undefined {
    return this.rows.get(sheet.name)?.get(row);
  }

  /**
   * Lets go of the trees of a cell's row, which are made again if somebody asks: those of fifty thousand formulas of 250 letters are
   * hundreds of megabytes, and collecting garbage looks through them.
   */
  release(cell: FormulaCell): void {
    const row = this.rowOf(cell);
    if (!row) return;
    row.formulas.length = 0;
    row.spans.clear();
  }

  /** What a formula of the sheets shares with those filled from it; one of its own for any other. */
  shapeOf(cell: FormulaCell): Shape {
    const row = this.rowOf(cell);
    return (row?.cells[cell.column] === cell ? row.shapes[cell.column] : undefined) ?? { first: cell };
  }

  /** The formula at a place; null for typed values and empty cells. */
  at(sheet: SheetSnapshot, row: number, column: number): FormulaCell | null {
    return this.rowOf({ sheet, row })?.cells[column] ?? null;
  }

  /** Where a reference of a formula leads: looked for once, since it belongs to that one formula and each rule asks for it. */
  spanOf(node: ReferenceIdentifier, at: FormulaCell, look: () => Span | null): Span | null {
    const spans = this.rowOf(at)?.spans;
    const known = spans?.get(node);
    if (known !== undefined) return known;
    const span = look();
    spans?.set(node, span);
    return span;
  }
}
