import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Formula } from './compile';
import type { FormulaGroup } from './graph';
import { MovingReference } from './moving-reference';
import { isOnSheet, type Reference } from './values';

/** A moving reference of a fill's formula, with all that it is over the whole fill. */
export type FillRead = { fill: Fill; precedent: MovingReference; whole: Reference };

/**
 * An area whose cells all have one formula, moved along: one node of the dependency graph, however many cells it has. None of
 * its cells reads another one of them; an area where some do, such as a running total, is a node a cell.
 */
export class Fill {
  state: 'clean' | 'waiting' | 'running' = 'clean';
  /** Cells that wait to be evaluated. */
  left = 0;
  /** What its cells read that is another reference in each of them. */
  readonly reads: readonly FillRead[];
  /** 1 for each cell that waits, row by row. */
  private readonly waiting: Uint8Array;

  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
    readonly formula: Formula,
    readonly group: FormulaGroup,
    /** The formulas as written, row by row. */
    readonly texts: readonly string[],
  ) {
    this.waiting = new Uint8Array(texts.length);
    this.reads = formula.precedents
      .filter((precedent) => precedent instanceof MovingReference)
      .map((precedent) => ({ fill: this, precedent, whole: precedent.over(area) }));
  }

  /**
   * Whether a formula can be one node for all cells of an area: it means the same in each of them, gives one value, and reads
   * none of the area's own cells and none beyond the sheet's edge.
   */
  static canHold(sheet: Sheet, area: Area, formula: Formula): boolean {
    const { refusal, isArray, isBound, isVolatile } = formula;
    if (refusal !== null || isArray || isBound || isVolatile) return false;
    return formula.precedents.every((precedent) => {
      const reference = precedent instanceof MovingReference ? precedent.over(area) : precedent;
      const { top, left, bottom, right } = reference;
      if (!isOnSheet(top, left, bottom, right)) return false;
      const isBeside =
        top >= area.row + area.rows || bottom < area.row || left >= area.column + area.columns || right < area.column;
      return isBeside || reference.sheet !== sheet;
    });
  }

  contains(row: number, column: number): boolean {
    const { area } = this;
    return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
  }

  rowOf(index: number): number {
    return this.area.row + Math.floor(index / this.area.columns);
  }

  columnOf(index: number): number {
    return this.area.column + (index % this.area.columns);
  }

  /** Whether its cells still have the formulas that it took in. */
  isAsWritten(): boolean {
    for (let index = 0; index < this.size; index++)
      if (this.sheet.cell(this.rowOf(index), this.columnOf(index))?.formula !== this.texts[index]) return false;
    return true;
  }

  get size(): number {
    return this.texts.length;
  }

  /** Has the cells of a part of it wait; whether any of them did not yet. */
  mark(part: Area): boolean {
    const before = this.left;
    const { area, waiting } = this;
    for (let row = part.row - area.row; row < part.row - area.row + part.rows; row++) {
      const start = row * area.columns + part.column - area.column;
      for (let index = start; index < start + part.columns; index++)
        if (waiting[index] === 0) {
          waiting[index] = 1;
          this.left++;
        }
    }
    if (this.left > before) this.state = 'waiting';
    return this.left > before;
  }

  isWaiting(index: number): boolean {
    return this.waiting[index] === 1;
  }

  /** A cell has its value. */
  settle(index: number): void {
    this.waiting[index] = 0;
    this.left--;
  }

  /** Nothing waits any more. */
  clear(): void {
    this.waiting.fill(0);
    this.left = 0;
    this.state = 'clean';
  }

  /** Whether any of these cells of its sheet is one of its own that waits. */
  isWaitingWithin({ top, left, bottom, right }: Pick<Reference, 'top' | 'left' | 'bottom' | 'right'>): boolean {
    if (this.left === 0) return false;
    const { area } = this;
    const first = Math.max(0, left - area.column);
    const last = Math.min(area.columns - 1, right - area.column);
    const end = Math.min(area.rows - 1, bottom - area.row);
    for (let row = Math.max(0, top - area.row); row <= end; row++)
      for (let column = first; column <= last; column++) if (this.waiting[row * area.columns + column] === 1) return true;
    return false;
  }
}
