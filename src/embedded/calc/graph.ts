import { cellKey, keyColumn, keyRow, type Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Formula } from './compile';
import type { Reference } from './values';

/** A cell with a formula, as a node of the dependency graph. */
export type FormulaNode = {
  sheet: Sheet;
  row: number;
  column: number;
  /** The formula as written. */
  text: string;
  formula: Formula;
  ranges: RangeNode[];
  /** Cells that it fills besides its own. */
  array: Area | null;
  state: 'clean' | 'waiting' | 'running';
  /** Evaluated without its precedents being brought up to date first, because they lead back to it. */
  isDirect: boolean;
};

/** Cells that formulas read; formulas that name the same cells share one. */
export type RangeNode = {
  reference: Reference;
  dependents: Set<FormulaNode>;
  /** Pass in which all of its cells were found up to date. */
  readyIn: number;
  /** Pass in which its dependents were marked. */
  visitedIn: number;
};

/** Up to so many changed cells are looked up one by one; above, every range is asked. */
const SMALL_AREA = 256;

const MOST_COLUMNS = 64;
const ROW_LEVELS = 21;

/** Ranges over one aligned block of rows of a column. */
type Bucket = { ranges: Set<RangeNode>; visitedIn: number };

/**
 * The ranges of one sheet by where they are. Each is cut into aligned blocks of 1, 2, 4 … rows (at most 40 of them, a segment
 * tree), so that the ranges over a cell are those of the 21 blocks that hold it.
 */
class RangeIndex {
  private readonly buckets = new Map<number, Bucket>();
  private readonly wide = new Set<RangeNode>();

  private static key(level: number, column: number, block: number): number {
    return (level * 16_384 + column) * 1_048_576 + block;
  }

  private static *blocks(top: number, bottom: number): Generator<[level: number, block: number]> {
    let from = top;
    while (from <= bottom) {
      let level = 0;
      while (level < ROW_LEVELS - 1 && from % 2 ** (level + 1) === 0 && from + 2 ** (level + 1) - 1 <= bottom) level++;
      yield [level, from / 2 ** level];
      from += 2 ** level;
    }
  }

  private *keysOf({ reference }: RangeNode): Generator<number> {
    for (const [level, block] of RangeIndex.blocks(reference.top, reference.bottom))
      for (let column = reference.left; column <= reference.right; column++) yield RangeIndex.key(level, column, block);
  }

  add(range: RangeNode): void {
    if (range.reference.columns > MOST_COLUMNS) {
      this.wide.add(range);
      return;
    }
    for (const key of this.keysOf(range)) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.ranges.add(range);
      else this.buckets.set(key, { ranges: new Set([range]), visitedIn: 0 });
    }
  }

  remove(range: RangeNode): void {
    if (range.reference.columns > MOST_COLUMNS) {
      this.wide.delete(range);
      return;
    }
    for (const key of this.keysOf(range)) {
      const bucket = this.buckets.get(key);
      bucket?.ranges.delete(range);
      if (bucket?.ranges.size === 0) this.buckets.delete(key);
    }
  }

  /** Visits the ranges over a cell that this visit has not met yet. */
  over(row: number, column: number, visit: number, found: (range: RangeNode) => void): void {
    for (let level = 0; level < ROW_LEVELS; level++) {
      const bucket = this.buckets.get(RangeIndex.key(level, column, Math.floor(row / 2 ** level)));
      if (!bucket || bucket.visitedIn === visit) continue;
      bucket.visitedIn = visit;
      for (const range of bucket.ranges)
        if (range.visitedIn !== visit) {
          range.visitedIn = visit;
          found(range);
        }
    }
    for (const range of this.wide)
      if (range.visitedIn !== visit && range.reference.contains(row, column)) {
        range.visitedIn = visit;
        found(range);
      }
  }
}

/** Which formulas read which cells. */
export class Graph {
  private readonly nodes = new Map<Sheet, Map<number, FormulaNode>>();
  private readonly ranges = new Map<string, RangeNode>();
  private readonly indexes = new Map<Sheet, RangeIndex>();
  readonly volatile = new Set<FormulaNode>();
  /** Array formulas. */
  readonly arrays = new Set<FormulaNode>();

  node(sheet: Sheet, row: number, column: number): FormulaNode | undefined {
    return this.nodes.get(sheet)?.get(cellKey(row, column));
  }

  *all(): Generator<FormulaNode> {
    for (const nodes of this.nodes.values()) yield* nodes.values();
  }

  /** Formulas in an area of a sheet. */
  *within(sheet: Sheet, area: Area): Generator<FormulaNode> {
    const nodes = this.nodes.get(sheet);
    if (!nodes) return;
    if (area.rows * area.columns > nodes.size) {
      for (const [key, node] of nodes) if (isWithin(key, area)) yield node;
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const node = nodes.get(cellKey(row, column));
        if (node) yield node;
      }
  }

  add(sheet: Sheet, row: number, column: number, text: string, formula: Formula, array: Area | null): FormulaNode {
    const node: FormulaNode = { sheet, row, column, text, formula, ranges: [], array, state: 'clean', isDirect: false };
    const own = this.nodes.get(sheet);
    if (own) own.set(cellKey(row, column), node);
    else this.nodes.set(sheet, new Map([[cellKey(row, column), node]]));
    for (const reference of formula.precedents) {
      const range = this.range(reference);
      range.dependents.add(node);
      node.ranges.push(range);
    }
    if (formula.isVolatile) this.volatile.add(node);
    if (array) this.own(node, array);
    return node;
  }

  /** Notes which cells an array formula fills. */
  own(node: FormulaNode, array: Area): void {
    this.arrays.add(node);
    node.array = array;
  }

  /** Array formulas that fill cells of an area. */
  arraysOver(sheet: Sheet, area: Area): FormulaNode[] {
    return [...this.arrays].filter(({ sheet: own, array }) => own === sheet && array !== null && overlap(array, area));
  }

  remove(node: FormulaNode): void {
    this.nodes.get(node.sheet)?.delete(cellKey(node.row, node.column));
    this.arrays.delete(node);
    this.volatile.delete(node);
    for (const range of node.ranges) {
      range.dependents.delete(node);
      if (range.dependents.size > 0) continue;
      this.ranges.delete(range.reference.key);
      this.indexes.get(range.reference.sheet)?.remove(range);
    }
  }

  /**
   * Visits the formulas that read any cell of an area directly. Ranges met before under the same number of visit are passed over,
   * so that a long running total is not gone through again for each of its cells.
   */
  dependents(sheet: Sheet, area: Area, visit: number, found: (node: FormulaNode) => void): void {
    const index = this.indexes.get(sheet);
    if (!index) return;
    const inRange = (range: RangeNode): void => range.dependents.forEach(found);
    if (area.rows * area.columns <= SMALL_AREA) {
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++) index.over(row, column, visit, inRange);
      return;
    }
    const bottom = area.row + area.rows - 1;
    const right = area.column + area.columns - 1;
    for (const range of this.ranges.values()) {
      const { reference } = range;
      if (range.visitedIn === visit || reference.sheet !== sheet || reference.top > bottom || reference.bottom < area.row)
        continue;
      if (reference.left > right || reference.right < area.column) continue;
      range.visitedIn = visit;
      inRange(range);
    }
  }

  private range(reference: Reference): RangeNode {
    let range = this.ranges.get(reference.key);
    if (range) return range;
    range = { reference, dependents: new Set(), readyIn: 0, visitedIn: 0 };
    this.ranges.set(reference.key, range);
    let index = this.indexes.get(reference.sheet);
    if (!index) this.indexes.set(reference.sheet, (index = new RangeIndex()));
    index.add(range);
    return range;
  }
}

/** Is the position of a cell's key in an area? */
export const isWithin = (key: number, area: Area): boolean => {
  const row = keyRow(key);
  const column = keyColumn(key);
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
};

const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
