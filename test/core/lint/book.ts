import { cellName } from '../../../src/core/sheet/address';
import type { CellDraft, SheetDraft, WorkbookDraft } from '../../../src/core/sheet/draft';
import type { PivotSnapshot } from '../../../src/core/sheet/snapshot';
import { quoteSheet } from '../../../src/core/sheet/address';

/** A content as a person types it: a text that begins with `=` is a formula, one that begins with `'` stays text. */
export type Typed = number | string | null;

/** One sheet as it is typed, cell by cell. */
export class TypedSheet {
  private readonly cells = new Map<number, Map<number, Typed>>();
  private readonly formats: { row: number; column: number; rows: number; numberFormat: string }[] = [];
  table: { name: string; row: number; column: number; rows: number; columns: number } | null = null;
  pivots: PivotSnapshot[] = [];
  merged: { row: number; column: number; columns: number } | null = null;

  constructor(
    readonly name: string,
    readonly hidden = false,
  ) {}

  put(row: number, column: number, ...values: readonly Typed[]): this {
    const line = this.cells.get(row) ?? new Map<number, Typed>();
    values.forEach((value, index) => line.set(column + index, value));
    this.cells.set(row, line);
    return this;
  }

  format(row: number, column: number, rows: number, numberFormat: string): this {
    this.formats.push({ row, column, rows, numberFormat });
    return this;
  }

  /** Cells of a column as a formula of another sheet (or of this one) names them. */
  range(from: TypedSheet, column: number, first: number, last: number, anchored = false): string {
    const prefix = from === this ? '' : `${quoteSheet(this.name)}!`;
    const cells = `${cellName(first, column, anchored)}:${cellName(last, column, anchored)}`;
    return prefix + cells;
  }

  draft(): SheetDraft {
    const draftOf = (typed: Typed | undefined): CellDraft => {
      if (typed === null || typed === undefined) return null;
      if (typeof typed === 'number') return { number: typed };
      if (typed.startsWith('=')) return { formula: typed };
      return { text: typed.startsWith("'") ? typed.slice(1) : typed };
    };
    const blocks = [...this.cells].map(([row, line]) => {
      const first = Math.min(...line.keys());
      const last = Math.max(...line.keys());
      return {
        row,
        column: first,
        cells: [Array.from({ length: last - first + 1 }, (_, index) => draftOf(line.get(first + index)))],
      };
    });
    return {
      name: this.name,
      owner: 'user',
      blocks,
      styles: this.formats.map(({ row, column, rows, numberFormat }) => ({
        area: { row, column, rows, columns: 1 },
        style: { numberFormat },
      })),
      ...(this.table && { tables: [{ name: this.table.name, area: this.table }] }),
      ...(this.merged && { merges: [{ ...this.merged, rows: 1 }] }),
      ...(this.hidden && { visibility: 'hidden' as const }),
    };
  }
}

export const draftOf = (sheets: readonly TypedSheet[]): WorkbookDraft => ({
  sheets: sheets.map((sheet) => sheet.draft()),
  names: [],
});
