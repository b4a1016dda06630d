import { CellError, type Value } from '../book/cell';
import type { Sheet } from '../book/sheet';

/** Excel's errors as values, by the word that describes them. */
export const ERROR = {
  nullIntersection: CellError.of('#NULL!'),
  division: CellError.of('#DIV/0!'),
  value: CellError.of('#VALUE!'),
  reference: CellError.of('#REF!'),
  name: CellError.of('#NAME?'),
  number: CellError.of('#NUM!'),
  notAvailable: CellError.of('#N/A'),
  spill: CellError.of('#SPILL!'),
  calculation: CellError.of('#CALC!'),
} as const;

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** A rectangle of values: `{1,2;3,4}` or the result of an array expression. */
export class Matrix {
  constructor(
    readonly rows: number,
    readonly columns: number,
    /** Row by row. */
    readonly values: Value[],
    /** Whole columns or rows of which only the used part is here: what lies outside is empty. */
    readonly isClipped = false,
  ) {}

  /** Value at a 0-based position; a single row or column repeats, anything else outside is #N/A, as when Excel widens arrays. */
  at(row: number, column: number): Value {
    const ownRow = this.rows === 1 ? 0 : row;
    const ownColumn = this.columns === 1 ? 0 : column;
    if (ownRow >= this.rows || ownColumn >= this.columns) return this.isClipped ? null : ERROR.notAvailable;
    return this.values[ownRow * this.columns + ownColumn] ?? null;
  }

  row(index: number): Value[] {
    return this.values.slice(index * this.columns, (index + 1) * this.columns);
  }

  column(index: number): Value[] {
    const column: Value[] = [];
    for (let row = 0; row < this.rows; row++) column.push(this.values[row * this.columns + index] ?? null);
    return column;
  }

  toRows(): Value[][] {
    return Array.from({ length: this.rows }, (_, row) => this.row(row));
  }

  map(change: (value: Value) => Value): Matrix {
    return new Matrix(this.rows, this.columns, this.values.map(change), this.isClipped);
  }

  transposed(): Matrix {
    return Matrix.build(this.columns, this.rows, (row, column) => this.values[column * this.columns + row] ?? null);
  }

  static build(rows: number, columns: number, at: (row: number, column: number) => Value): Matrix {
    const values: Value[] = [];
    for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) values.push(at(row, column));
    return new Matrix(rows, columns, values);
  }

  static fromRows(rows: Value[][]): Matrix {
    const columns = Math.max(1, ...rows.map((row) => row.length));
    return Matrix.build(rows.length, columns, (row, column) => rows[row]?.[column] ?? null);
  }

  static fromColumn(values: Value[]): Matrix {
    return new Matrix(values.length, 1, values);
  }
}

const sheetNumbers = new WeakMap<Sheet, number>();
let sheetsSeen = 0;
const sheetNumber = (sheet: Sheet): number => {
  let number = sheetNumbers.get(sheet);
  if (number === undefined) sheetNumbers.set(sheet, (number = ++sheetsSeen));
  return number;
};

/** Cells of one sheet, bounds included, 0-based. `A:A` goes down to the last row: readers clip it to what the sheet uses. */
export class Reference {
  private ownKey: string | undefined;

  constructor(
    readonly sheet: Sheet,
    readonly top: number,
    readonly left: number,
    readonly bottom: number,
    readonly right: number,
  ) {}

  get rows(): number {
    return this.bottom - this.top + 1;
  }
  get columns(): number {
    return this.right - this.left + 1;
  }
  get isSingle(): boolean {
    return this.top === this.bottom && this.left === this.right;
  }

  /** The same text for the same cells: what caches are keyed by. */
  get key(): string {
    return (this.ownKey ??= `${sheetNumber(this.sheet)}!${this.top}:${this.left}:${this.bottom}:${this.right}`);
  }

  /** Part of it, by 0-based offset and size; no bounds check. */
  part(row: number, column: number, rows: number, columns: number): Reference {
    const top = this.top + row;
    const left = this.left + column;
    return new Reference(this.sheet, top, left, top + rows - 1, left + columns - 1);
  }

  contains(row: number, column: number): boolean {
    return row >= this.top && row <= this.bottom && column >= this.left && column <= this.right;
  }

  intersection(other: Reference): Reference | null {
    if (other.sheet !== this.sheet) return null;
    const top = Math.max(this.top, other.top);
    const left = Math.max(this.left, other.left);
    const bottom = Math.min(this.bottom, other.bottom);
    const right = Math.min(this.right, other.right);
    return top > bottom || left > right ? null : new Reference(this.sheet, top, left, bottom, right);
  }
}

/** Several areas, as in `SUM((A1:A3,C1))`. */
export class ReferenceUnion {
  constructor(readonly areas: Reference[]) {}
}

/** A LAMBDA as a value. */
export class Lambda {
  constructor(
    readonly parameters: number,
    readonly call: (values: Result[]) => Result,
  ) {}
}

export type Result = Value | Matrix | Reference | ReferenceUnion | Lambda;

/** What a function receives: `undefined` was not given at all, `null` was left empty as in `IF(A1,,2)`. */
export type Argument = Result | undefined;

export const isError = (value: unknown): value is CellError => value instanceof CellError;

/** Inside the sheet's limits? References that leave it are #REF!. */
export const isOnSheet = (top: number, left: number, bottom: number, right: number): boolean =>
  top >= 0 && left >= 0 && bottom <= LAST_ROW && right <= LAST_COLUMN && top <= bottom && left <= right;
