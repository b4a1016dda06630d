/** What cells hold, before any API or file format. */

/** Excel's error values. */
export type ErrorCode =
  '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#GETTING_DATA' | '#SPILL!' | '#CALC!';

/** An error as a cell value. One object per code, so that `===` compares. */
export class CellError {
  private static readonly known = new Map<string, CellError>();
  private constructor(readonly code: ErrorCode) {}
  static of(code: ErrorCode): CellError {
    let error = CellError.known.get(code);
    if (!error) CellError.known.set(code, (error = new CellError(code)));
    return error;
  }
  toString(): string {
    return this.code;
  }
}

/** Value of a cell: null is empty. Dates are serial numbers. */
export type Value = number | string | boolean | CellError | null;

export type Cell = {
  value: Value;
  /** English formula with commas, without the leading `=`. */
  formula?: string;
  /** Area that an array formula fills (0-based, on the formula's own cell only); the other cells of it have no formula. */
  array?: {
    row: number;
    column: number;
    rows: number;
    columns: number;
    /** A dynamic array formula: it fills as many cells as its result has. */ isDynamic?: boolean;
  };
  /** Index into `Book.styles`. */
  style: number;
  /** Formula that cannot be evaluated (unknown function): its cached value is kept as it is. */
  frozen?: boolean;
  /** A leading apostrophe: the content is text whatever it looks like. */
  quotePrefix?: boolean;
};

/** One number per cell position, for maps. */
export const cellKey = (row: number, column: number): number => row * 16_384 + column;
export const keyRow = (key: number): number => Math.floor(key / 16_384);
export const keyColumn = (key: number): number => key % 16_384;

export type Area = { row: number; column: number; rows: number; columns: number };
