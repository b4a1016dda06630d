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
};

const BLOCK = 128;
/** A range over more blocks than this is kept in its columns' lists of tall ranges. */
const MOST_BLOCKS = 8;
const MOST_COLUMNS = 64;

/** The ranges of one sheet by where they are, so that those over a changed cell are found without asking each. */
class RangeIndex {
  private readonly single = new Map<number, RangeNode>();
  private readonly blocks = new Map<number, Set<RangeNode>>();
  private readonly tall = new Map<number, Set<RangeNode>>();
  private readonly wide = new Set<RangeNode>();

  private *placesOf({ reference }: RangeNode): Generator<[Map<number, Set<RangeNode>>, number]> {
    const firstBlock = Math.floor(reference.top / BLOCK);
    const lastBlock = Math.floor(reference.bottom / BLOCK);
    for (let column = reference.left; column <= reference.right; column++) {
      if (lastBlock - firstBlock > MOST_BLOCKS) yield [this.tall, column];
      else for (let block = firstBlock; block <= lastBlock; block++) yield [this.blocks, cellKey(block, column)];
    }
  }

  add(range: RangeNode): void {
    const { reference } = range;
    if (reference.isSingle) this.single.set(cellKey(reference.top, reference.left), range);
    else if (reference.columns > MOST_COLUMNS) this.wide.add(range);
    else
      for (const [map, key] of this.placesOf(range)) {
        const places = map.get(key);
        if (places) places.add(range);
        else map.set(key, new Set([range]));
      }
  }

  remove(range: RangeNode): void {
    const { reference } = range;
    if (reference.isSingle) this.single.delete(cellKey(reference.top, reference.left));
    else if (reference.columns > MOST_COLUMNS) this.wide.delete(range);
    else for (const [map, key] of this.placesOf(range)) map.get(key)?.delete(range);
  }

  /** Ranges over one cell. */
  *over(row: number, column: number): Generator<RangeNode> {
    const single = this.single.get(cellKey(row, column));
    if (single) yield single;
    for (const places of [
      this.blocks.get(cellKey(Math.floor(row / BLOCK), column)),
      this.tall.get(column),
      this.wide.size > 0 ? this.wide : undefined,
    ])
      if (places) for (const range of places) if (range.reference.contains(row, column)) yield range;
  }
}

/** Which formulas read which cells. */
export class Graph {
  private readonly nodes = new Map<Sheet, Map<number, FormulaNode>>();
  private readonly owners = new Map<Sheet, Map<number, FormulaNode>>();
  private readonly ranges = new Map<string, RangeNode>();
  private readonly indexes = new Map<Sheet, RangeIndex>();
  readonly volatile = new Set<FormulaNode>();

  node(sheet: Sheet, row: number, column: number): FormulaNode | undefined {
    return this.nodes.get(sheet)?.get(cellKey(row, column));
  }

  /** The formula that gives a cell its value: its own, or the array formula that fills it. */
  owner(sheet: Sheet, row: number, column: number): FormulaNode | undefined {
    const key = cellKey(row, column);
    return this.nodes.get(sheet)?.get(key) ?? this.owners.get(sheet)?.get(key);
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
    const owners = this.owners.get(node.sheet) ?? new Map<number, FormulaNode>();
    this.owners.set(node.sheet, owners);
    this.disown(node);
    node.array = array;
    for (let row = array.row; row < array.row + array.rows; row++)
      for (let column = array.column; column < array.column + array.columns; column++) owners.set(cellKey(row, column), node);
  }

  private disown(node: FormulaNode): void {
    const owners = this.owners.get(node.sheet);
    const { array } = node;
    if (!owners || !array) return;
    for (let row = array.row; row < array.row + array.rows; row++)
      for (let column = array.column; column < array.column + array.columns; column++)
        if (owners.get(cellKey(row, column)) === node) owners.delete(cellKey(row, column));
  }

  remove(node: FormulaNode): void {
    this.nodes.get(node.sheet)?.delete(cellKey(node.row, node.column));
    this.disown(node);
    this.volatile.delete(node);
    for (const range of node.ranges) {
      range.dependents.delete(node);
      if (range.dependents.size > 0) continue;
      this.ranges.delete(range.reference.key);
      this.indexes.get(range.reference.sheet)?.remove(range);
    }
  }

  /** Formulas that read a cell directly. */
  *dependents(sheet: Sheet, row: number, column: number): Generator<FormulaNode> {
    const index = this.indexes.get(sheet);
    if (index) for (const range of index.over(row, column)) yield* range.dependents;
  }

  /** Formulas that read any cell of an area directly. */
  *dependentsOfArea(sheet: Sheet, area: Area): Generator<FormulaNode> {
    if (area.rows * area.columns === 1) {
      yield* this.dependents(sheet, area.row, area.column);
      return;
    }
    const bottom = area.row + area.rows - 1;
    const right = area.column + area.columns - 1;
    for (const { reference, dependents } of this.ranges.values())
      if (
        reference.sheet === sheet &&
        reference.top <= bottom &&
        reference.bottom >= area.row &&
        reference.left <= right &&
        reference.right >= area.column
      )
        yield* dependents;
  }

  private range(reference: Reference): RangeNode {
    let range = this.ranges.get(reference.key);
    if (range) return range;
    range = { reference, dependents: new Set(), readyIn: 0 };
    this.ranges.set(reference.key, range);
    let index = this.indexes.get(reference.sheet);
    if (!index) this.indexes.set(reference.sheet, (index = new RangeIndex()));
    index.add(range);
    return range;
  }
}

const isWithin = (key: number, area: Area): boolean => {
  const row = keyRow(key);
  const column = keyColumn(key);
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
};
