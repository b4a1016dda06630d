import type { Sheet } from '../book/sheet';
import type { Fill } from './fill';
import type { FormulaNode } from './graph';
import type { Reference } from './values';
import { bisect } from './vector';

/** The formulas of one column that wait to be evaluated, by row. Those done are skipped once and for all. */
class WaitingColumn {
  private readonly rows: number[];
  private readonly nodes: FormulaNode[];
  private readonly next: Int32Array;

  constructor(entries: [row: number, node: FormulaNode][]) {
    entries.sort(([a], [b]) => a - b);
    this.rows = entries.map(([row]) => row);
    this.nodes = entries.map(([, node]) => node);
    this.next = Int32Array.from(entries.keys());
  }

  private skip(from: number): number {
    let index = from;
    while (index < this.next.length) {
      const next = this.next[index] ?? index;
      if (next === index) {
        if (this.nodes[index]?.state !== 'clean') return index;
        this.next[index] = index + 1;
      } else {
        // Paths are halved as they are walked, so that long runs of finished formulas cost nothing later.
        if (next < this.next.length) this.next[index] = this.next[next] ?? next;
        index = next;
      }
    }
    return index;
  }

  first(top: number, bottom: number): FormulaNode | undefined {
    const index = this.skip(bisect(this.rows, top, false));
    return (this.rows[index] ?? Infinity) <= bottom ? this.nodes[index] : undefined;
  }
}

/** Which cells are not up to date yet. */
export class Waiting {
  private readonly sheets = new Map<Sheet, Map<number, WaitingColumn>>();
  private readonly fills = new Map<Sheet, Map<number, Fill[]>>();

  constructor(nodes: Iterable<FormulaNode>, fills: Iterable<Fill>) {
    for (const fill of fills) this.noteFill(fill);
    const entries = new Map<Sheet, Map<number, [number, FormulaNode][]>>();
    const note = (sheet: Sheet, row: number, column: number, node: FormulaNode): void => {
      let columns = entries.get(sheet);
      if (!columns) entries.set(sheet, (columns = new Map<number, [number, FormulaNode][]>()));
      const rows = columns.get(column);
      if (rows) rows.push([row, node]);
      else columns.set(column, [[row, node]]);
    };
    for (const node of nodes) {
      const { row, column, rows, columns } = node.array ?? { row: node.row, column: node.column, rows: 1, columns: 1 };
      for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) note(node.sheet, row + i, column + j, node);
    }
    for (const [sheet, columns] of entries)
      this.sheets.set(sheet, new Map([...columns].map(([column, rows]) => [column, new WaitingColumn(rows)])));
  }

  private noteFill(fill: Fill): void {
    const { sheet, area } = fill;
    let columns = this.fills.get(sheet);
    if (!columns) this.fills.set(sheet, (columns = new Map<number, Fill[]>()));
    for (let column = area.column; column < area.column + area.columns; column++) {
      const own = columns.get(column);
      if (own) own.push(fill);
      else columns.set(column, [fill]);
    }
  }

  /** A formula that gives one of these cells its value and has not been evaluated. */
  within(reference: Reference): FormulaNode | Fill | undefined {
    const { sheet, top, left, bottom, right } = reference;
    return (
      firstOver(this.sheets.get(sheet), left, right, (column) => column.first(top, bottom)) ??
      firstOver(this.fills.get(sheet), left, right, (fills) => fills.find((fill) => fill.isWaitingWithin(reference)))
    );
  }

  at(sheet: Sheet, row: number, column: number): FormulaNode | Fill | undefined {
    return (
      this.sheets.get(sheet)?.get(column)?.first(row, row) ??
      this.fills
        .get(sheet)
        ?.get(column)
        ?.find((fill) => fill.isWaitingWithin({ top: row, left: column, bottom: row, right: column }))
    );
  }
}

/** The first thing that is found in any of the columns from `left` to `right`, by the shorter way through them. */
const firstOver = <T, Found>(
  columns: ReadonlyMap<number, T> | undefined,
  left: number,
  right: number,
  find: (column: T) => Found | undefined,
): Found | undefined => {
  if (!columns) return undefined;
  if (right - left < columns.size) {
    for (let column = left; column <= right; column++) {
      const own = columns.get(column);
      const found = own && find(own);
      if (found) return found;
    }
    return undefined;
  }
  for (const [column, own] of columns) {
    const found = column >= left && column <= right ? find(own) : undefined;
    if (found) return found;
  }
  return undefined;
};
