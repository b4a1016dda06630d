import { cellKey, type Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { isWithin, overlap } from './areas';
import type { Formula } from './compile';
import { Fill } from './fill';
import { FillIndex } from './fill-index';
import { MovingReference } from './moving-reference';
import { RangeIndex, type RangeNode } from './range-index';
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
  fills: Set<Fill>;
  ranges: RangeNode[];
  /** Pass in which all of its ranges were found up to date. */
  readyIn: number;
};

/** What is told of the formulas that read some cells. */
export type DependentVisitor = { node: (node: FormulaNode) => void; fill: (fill: Fill, part: Area) => void };

/** Up to so many changed cells are looked up one by one; above, every range is asked. */
const SMALL_AREA = 256;

/** Which formulas read which cells. */
export class Graph {
  private readonly nodes = new Map<Sheet, Map<number, FormulaNode>>();
  private readonly indexes = new Map<Sheet, RangeIndex>();
  private readonly groups = new Map<Formula, FormulaGroup>();
  readonly fills = new FillIndex();
  readonly volatile = new Set<FormulaNode>();
  /** Array formulas. */
  readonly arrays = new Set<FormulaNode>();

  node(sheet: Sheet, row: number, column: number): FormulaNode | undefined {
    return this.nodes.get(sheet)?.get(cellKey(row, column));
  }

  /** Whether a cell's formula is known. */
  has(sheet: Sheet, row: number, column: number): boolean {
    return this.node(sheet, row, column) !== undefined || this.fills.at(sheet, row, column) !== undefined;
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
    this.leave(group, node.formula);
  }

  /** Takes an area in whose cells have one formula, moved along, and none of which is known. */
  addFill(sheet: Sheet, area: Area, formula: Formula, texts: readonly string[]): Fill {
    const group = this.group(formula);
    const fill = new Fill(sheet, area, formula, group, texts);
    group.fills.add(fill);
    this.fills.add(fill);
    return fill;
  }

  removeFill(fill: Fill): void {
    this.fills.remove(fill);
    fill.group.fills.delete(fill);
    this.leave(fill.group, fill.formula);
  }

  /** Makes a node of each cell of a fill; gives them in the order of its cells. */
  dissolve(fill: Fill): FormulaNode[] {
    const { sheet, formula } = fill;
    this.fills.remove(fill);
    const nodes = fill.texts.map((text, index) => this.add(sheet, fill.rowOf(index), fill.columnOf(index), text, formula, null));
    fill.group.fills.delete(fill);
    return nodes;
  }

  /** Lets go of a group that no formula belongs to any more. */
  private leave(group: FormulaGroup, formula: Formula): void {
    if (group.nodes.size + group.fills.size > 0) return;
    this.groups.delete(formula);
    for (const range of group.ranges) {
      range.groups.delete(group);
      this.drop(range);
    }
  }

  /**
   * Visits the formulas that read any cell of an area directly. Ranges met before under the same number of visit are passed over,
   * so that a long running total is not gone through again for each of its cells.
   */
  dependents(sheet: Sheet, area: Area, visit: number, found: DependentVisitor): void {
    this.fills.reading(sheet, area, found.fill);
    const index = this.indexes.get(sheet);
    if (!index) return;
    const inRange = (range: RangeNode): void => {
      range.dependents.forEach(found.node);
      for (const group of range.groups) {
        group.nodes.forEach(found.node);
        for (const fill of group.fills) found.fill(fill, fill.area);
      }
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
    const group: FormulaGroup = { nodes: new Set(), fills: new Set(), ranges: [], readyIn: 0 };
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
