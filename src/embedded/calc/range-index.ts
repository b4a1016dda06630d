import { cellKey, type Area } from '../book/cell';
import type { FormulaGroup, FormulaNode } from './graph';
import type { Reference } from './values';

/** Cells that formulas read; formulas that name the same cells share one. */
export type RangeNode = {
  reference: Reference;
  dependents: Set<FormulaNode>;
  groups: Set<FormulaGroup>;
  /** Pass in which all of its cells were found up to date. */
  readyIn: number;
  /** Pass in which its dependents were marked. */
  visitedIn: number;
};

const MOST_COLUMNS = 64;
const ROW_LEVELS = 21;

/** Ranges over one aligned block of rows of a column. */
type Bucket = { ranges: Set<RangeNode>; visitedIn: number };

/** The ranges over a column: by size of block, then by block. */
type ColumnBuckets = (Map<number, Bucket> | undefined)[];

/**
 * The ranges of one sheet by where they are. Those of one cell by their cell; each other one cut into aligned blocks of 1, 2,
 * 4 … rows (at most 40 of them, a segment tree), so that the ranges over a cell are those of the 21 blocks that hold it.
 */
export class RangeIndex {
  readonly singles = new Map<number, RangeNode>();
  readonly several = new Map<string, RangeNode>();
  private readonly columns = new Map<number, ColumnBuckets>();
  private readonly wide = new Set<RangeNode>();

  find(reference: Reference): RangeNode | undefined {
    return reference.isSingle ? this.singles.get(cellKey(reference.top, reference.left)) : this.several.get(reference.key);
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

  add(range: RangeNode): void {
    const { reference } = range;
    if (reference.isSingle) {
      this.singles.set(cellKey(reference.top, reference.left), range);
      return;
    }
    this.several.set(reference.key, range);
    if (reference.columns > MOST_COLUMNS) {
      this.wide.add(range);
      return;
    }
    for (let column = reference.left; column <= reference.right; column++) {
      let levels = this.columns.get(column);
      if (!levels) this.columns.set(column, (levels = []));
      for (const [level, block] of RangeIndex.blocks(reference.top, reference.bottom)) {
        const buckets = (levels[level] ??= new Map<number, Bucket>());
        const bucket = buckets.get(block);
        if (bucket) bucket.ranges.add(range);
        else buckets.set(block, { ranges: new Set([range]), visitedIn: 0 });
      }
    }
  }

  remove(range: RangeNode): void {
    const { reference } = range;
    if (reference.isSingle) {
      this.singles.delete(cellKey(reference.top, reference.left));
      return;
    }
    this.several.delete(reference.key);
    this.wide.delete(range);
    if (reference.columns > MOST_COLUMNS) return;
    for (let column = reference.left; column <= reference.right; column++)
      for (const [level, block] of RangeIndex.blocks(reference.top, reference.bottom)) {
        const buckets = this.columns.get(column)?.[level];
        const bucket = buckets?.get(block);
        bucket?.ranges.delete(range);
        if (bucket?.ranges.size === 0) buckets?.delete(block);
      }
  }

  /** Visits the ranges over a cell that this visit has not met yet. */
  over(row: number, column: number, visit: number, found: (range: RangeNode) => void): void {
    const meet = (range: RangeNode): void => {
      if (range.visitedIn === visit) return;
      range.visitedIn = visit;
      found(range);
    };
    const single = this.singles.get(cellKey(row, column));
    if (single) meet(single);
    const levels = this.columns.get(column);
    if (levels)
      for (let level = 0; level < levels.length; level++) {
        const bucket = levels[level]?.get(row >>> level);
        if (!bucket || bucket.visitedIn === visit) continue;
        bucket.visitedIn = visit;
        bucket.ranges.forEach(meet);
      }
    if (this.wide.size > 0) for (const range of this.wide) if (range.reference.contains(row, column)) meet(range);
  }

  /** All ranges that meet an area: for areas too large to be gone through cell by cell. */
  meeting(area: Area, visit: number, found: (range: RangeNode) => void): void {
    const bottom = area.row + area.rows - 1;
    const right = area.column + area.columns - 1;
    for (const ranges of [this.singles, this.several])
      for (const range of ranges.values()) {
        const { top, left, bottom: last, right: end } = range.reference;
        if (range.visitedIn === visit || top > bottom || last < area.row || left > right || end < area.column) continue;
        range.visitedIn = visit;
        found(range);
      }
  }
}
