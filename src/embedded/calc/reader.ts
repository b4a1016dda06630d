import type { Value } from '../book/cell';
import { cellKey, keyColumn, keyRow } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Compiled } from './context';
import { ERROR, Lambda, Matrix, Reference, ReferenceUnion, type Result } from './values';
import { Vector } from './vector';

type Extent = { rows: number; columns: number };

/** Asked before cells are read, so that a calculation can bring them up to date first. */
export type ReadGuard = {
  cell(sheet: Sheet, row: number, column: number): void;
  area(reference: Reference): void;
};

/** Values that remembered vectors may hold together; then they are made anew. */
const MOST_VALUES = 8_000_000;
const LARGEST_MATRIX = 400_000;

/** Reads cells for formulas and remembers the vectors it built until something changes. */
export class Reader {
  guard: ReadGuard | null = null;
  /** The cells that the running formula names are up to date: they were asked for before it ran. */
  hasPrecedents = false;
  /** So many formulas run one after the other that reading whole columns at once pays. */
  isBulk = false;
  private readonly vectors = new Map<string, Vector>();
  private valuesHeld = 0;
  /** Whole columns as arrays: reading ranges from them is far faster than cell by cell. */
  private readonly columns = new Map<Sheet, Map<number, Value[]>>();
  private readonly extents = new Map<Sheet, Extent>();
  /** Results that stay the same until something changes, by what gives them. */
  readonly recalled = new Map<Compiled, Result>();

  /** Forgets what it remembers of the book. */
  clear(): void {
    this.vectors.clear();
    this.valuesHeld = 0;
    this.columns.clear();
    this.extents.clear();
    this.recalled.clear();
  }

  /** A formula's cell got another value. Vectors over it cannot exist yet, since they wait for it; its column may. */
  wrote(sheet: Sheet, row: number, column: number, value: Value): void {
    const values = this.columns.get(sheet)?.get(column);
    if (values && row < values.length) values[row] = value;
  }

  private column(sheet: Sheet, column: number): Value[] {
    let columns = this.columns.get(sheet);
    if (!columns) this.columns.set(sheet, (columns = new Map<number, Value[]>()));
    let values = columns.get(column);
    if (values) return values;
    const { rows } = this.extent(sheet);
    values = new Array<Value>(rows);
    for (let row = 0; row < rows; row++) values[row] = sheet.cells.get(cellKey(row, column))?.value ?? null;
    columns.set(column, values);
    return values;
  }

  /** Values of a reference, row by row. */
  private values({ sheet, top, left, bottom, right }: Reference): Value[] {
    const { rows } = this.extent(sheet);
    if (left === right && bottom < rows) return this.column(sheet, left).slice(top, bottom + 1);
    const columns = Array.from({ length: right - left + 1 }, (_, index) => this.column(sheet, left + index));
    const values: Value[] = [];
    for (let row = top; row <= bottom; row++) for (const column of columns) values.push(column[row] ?? null);
    return values;
  }

  value(sheet: Sheet, row: number, column: number): Value {
    this.guard?.cell(sheet, row, column);
    return sheet.cells.get(cellKey(row, column))?.value ?? null;
  }

  /** Value of a cell that the running formula names. */
  precedent(sheet: Sheet, row: number, column: number): Value {
    if (!this.hasPrecedents) return this.value(sheet, row, column);
    return (this.isBulk ? this.column(sheet, column)[row] : sheet.cells.get(cellKey(row, column))?.value) ?? null;
  }

  /** Rows and columns from A1 that hold every cell of the sheet. */
  extent(sheet: Sheet): Extent {
    let extent = this.extents.get(sheet);
    if (extent) return extent;
    extent = { rows: 0, columns: 0 };
    for (const key of sheet.cells.keys()) {
      extent.rows = Math.max(extent.rows, keyRow(key) + 1);
      extent.columns = Math.max(extent.columns, keyColumn(key) + 1);
    }
    this.extents.set(sheet, extent);
    return extent;
  }

  /** Size of the part of a reference that the sheet uses; at least one cell. */
  usedSize(reference: Reference): Extent {
    const extent = this.extent(reference.sheet);
    return {
      rows: Math.max(1, Math.min(reference.rows, extent.rows - reference.top)),
      columns: Math.max(1, Math.min(reference.columns, extent.columns - reference.left)),
    };
  }

  /** The values of a reference, clipped to the given size or to what the sheet uses. */
  vector(reference: Reference, size: Extent = this.usedSize(reference)): Vector {
    const clipped =
      size.rows === reference.rows && size.columns === reference.columns
        ? reference
        : reference.part(0, 0, size.rows, size.columns);
    const beyond = reference.rows * reference.columns - size.rows * size.columns;
    const key = beyond ? `${clipped.key}+${beyond}` : clipped.key;
    let vector = this.vectors.get(key);
    if (vector) return vector;
    this.guard?.area(clipped);
    const values = this.values(clipped);
    vector = new Vector(size.rows, size.columns, values, beyond);
    this.valuesHeld += values.length;
    if (this.valuesHeld > MOST_VALUES) {
      this.vectors.clear();
      this.valuesHeld = values.length;
    }
    this.vectors.set(key, vector);
    return vector;
  }

  /** Visits the values of a reference without a copy of them: for sums that are not asked twice. */
  forEach(reference: Reference, visit: (value: Value) => void): void {
    const { sheet, top, left } = reference;
    const extent = this.extent(sheet);
    const bottom = Math.max(top, Math.min(reference.bottom, extent.rows - 1));
    const right = Math.max(left, Math.min(reference.right, extent.columns - 1));
    const isWhole = bottom === reference.bottom && right === reference.right;
    this.guard?.area(isWhole ? reference : new Reference(sheet, top, left, bottom, right));
    if (left === right) {
      const values = this.column(sheet, left);
      for (let row = top; row <= bottom; row++) visit(values[row] ?? null);
      return;
    }
    const all = Array.from({ length: right - left + 1 }, (_, index) => this.column(sheet, left + index));
    for (let row = top; row <= bottom; row++) for (const column of all) visit(column[row] ?? null);
  }

  /** A reference as a matrix; only whole columns and rows are clipped to what the sheet uses, so that sizes agree. */
  matrix(reference: Reference): Matrix {
    const isHuge = reference.rows * reference.columns > LARGEST_MATRIX;
    const vector = this.vector(reference, isHuge ? undefined : reference);
    return new Matrix(vector.rows, vector.columns, vector.values, isHuge);
  }

  /** References read: one cell gives its value, more give a matrix; a union gives #VALUE!. Everything else as it is. */
  dereference(result: Result): Exclude<Result, Reference | ReferenceUnion> {
    if (result instanceof Reference)
      return result.isSingle ? this.value(result.sheet, result.top, result.left) : this.matrix(result);
    if (result instanceof ReferenceUnion) return ERROR.value;
    return result;
  }

  /** The values of anything that a function may receive, as a vector. */
  vectorOf(result: Result): Vector {
    if (result instanceof Reference) return this.vector(result);
    if (result instanceof Matrix) return new Vector(result.rows, result.columns, result.values);
    if (result instanceof ReferenceUnion) {
      const values = result.areas.flatMap((area) => this.vector(area).values);
      return new Vector(values.length, 1, values);
    }
    const single = this.dereference(result);
    if (single instanceof Matrix) return new Vector(single.rows, single.columns, single.values);
    return new Vector(1, 1, [single instanceof Lambda ? ERROR.value : single]);
  }

  /**
   * The one cell of a reference that stands in the formula's row or column ("implicit intersection"): what a formula that is
   * no array formula takes where it needs one value.
   */
  intersect(reference: Reference, row: number, column: number): Value {
    if (reference.isSingle) return this.value(reference.sheet, reference.top, reference.left);
    if (reference.columns === 1 && row >= reference.top && row <= reference.bottom)
      return this.value(reference.sheet, row, reference.left);
    if (reference.rows === 1 && column >= reference.left && column <= reference.right)
      return this.value(reference.sheet, reference.top, column);
    return ERROR.value;
  }
}
