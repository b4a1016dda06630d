import { cellKey, keyColumn, keyRow, type Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Formula } from './compile';
import { MovingReference } from './moving-reference';
import type { Reference } from './values';

/** A cell with a formula, as a node of the dependency graph. */
export type FormulaNode = {
  sheet: Sheet;
  row: number;
  column: number;
  /** The formula as written. */
  text: string;
  formula: Formula;
  group: FormulaGroup;
  /** What it reads besides what its whole group does. */
  ranges: RangeNode[];
  /** Cells that it fills besides its own. */
  array: Area | null;
  state: 'clean' | 'waiting' | 'running';
  /** Evaluated without its precedents being brought up to date first, because they lead back to it. */
  isDirect: boolean;
};

/** The cells that have one compiled formula: what it reads whatever its cell is noted once for all of them. */
export type FormulaGroup = {
  nodes: Set<FormulaNode>;
  ranges: RangeNode[];
  /** Pass in which all of its ranges were found up to date. */
  readyIn: number;
};

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

/** Up to so many changed cells are looked up one by one; above, every range is asked. */
const SMALL_AREA = 256;

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
class RangeIndex {
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

/** Which formulas read which cells. */
export class Graph {
  private readonly nodes = new Map<Sheet, Map<number, FormulaNode>>();
  private readonly indexes = new Map<Sheet, RangeIndex>();
  private readonly groups = new Map<Formula, FormulaGroup>();
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
    const group = this.group(formula);
    const node: FormulaNode = { sheet, row, column, text, formula, group, ranges: [], array, state: 'clean', isDirect: false };
    group.nodes.add(node);
    const own = this.nodes.get(sheet);
    if (own) own.set(cellKey(row, column), node);
    else this.nodes.set(sheet, new Map([[cellKey(row, column), node]]));
    for (const precedent of formula.precedents) {
      if (!(precedent instanceof MovingReference)) continue;
      const range = this.range(precedent.at(row, column));
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
    const { group } = node;
    group.nodes.delete(node);
    for (const range of node.ranges) {
      range.dependents.delete(node);
      this.drop(range);
    }
    if (group.nodes.size > 0) return;
    this.groups.delete(node.formula);
    for (const range of group.ranges) {
      range.groups.delete(group);
      this.drop(range);
    }
  }

  /**
   * Visits the formulas that read any cell of an area directly. Ranges met before under the same number of visit are passed over,
   * so that a long running total is not gone through again for each of its cells.
   */
  dependents(sheet: Sheet, area: Area, visit: number, found: (node: FormulaNode) => void): void {
    const index = this.indexes.get(sheet);
    if (!index) return;
    const inRange = (range: RangeNode): void => {
      range.dependents.forEach(found);
      for (const group of range.groups) group.nodes.forEach(found);
    };
    if (area.rows * area.columns <= SMALL_AREA) {
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++) index.over(row, column, visit, inRange);
      return;
    }
    index.meeting(area, visit, inRange);
  }

  private group(formula: Formula): FormulaGroup {
    const known = this.groups.get(formula);
    if (known) return known;
    const group: FormulaGroup = { nodes: new Set(), ranges: [], readyIn: 0 };
    for (const precedent of formula.precedents) {
      if (precedent instanceof MovingReference) continue;
      const range = this.range(precedent);
      range.groups.add(group);
      group.ranges.push(range);
    }
    this.groups.set(formula, group);
    return group;
  }

  /** Lets go of a range that no formula reads any more. */
  private drop(range: RangeNode): void {
    if (range.dependents.size === 0 && range.groups.size === 0) this.indexes.get(range.reference.sheet)?.remove(range);
  }

  private range(reference: Reference): RangeNode {
    let index = this.indexes.get(reference.sheet);
    if (!index) this.indexes.set(reference.sheet, (index = new RangeIndex()));
    const known = index.find(reference);
    if (known) return known;
    const range: RangeNode = { reference, dependents: new Set(), groups: new Set(), readyIn: 0, visitedIn: 0 };
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

export const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
