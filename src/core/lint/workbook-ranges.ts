import type { Area } from '../sheet/address';
import type { SheetSnapshot } from '../sheet/snapshot';
import { walk } from './formula';
import { contains, type FormulaCell, type LintBook, type Span } from './lint-book';
import { totalledBy } from './lines';

/** A formula that does nothing but total cells, and which. */
type Totalling = { by: FormulaCell; spans: readonly Span[] };

type Ranges = {
  totals: ReadonlyMap<SheetSnapshot, readonly Totalling[]>;
  /** By sheet: every range of several cells that a formula names. */
  named: ReadonlyMap<SheetSnapshot, readonly Span[]>;
};

const read = new WeakMap<LintBook, Ranges>();

const rangesOf = (book: LintBook): Ranges => {
  const known = read.get(book);
  if (known) return known;
  const totals = new Map<SheetSnapshot, Totalling[]>();
  const named = new Map<SheetSnapshot, Map<string, Span>>();
  for (const cell of book.cells) {
    const spans = totalledBy(cell, book);
    if (spans)
      for (const sheet of new Set(spans.map((span) => span.sheet))) {
        const list = totals.get(sheet) ?? [];
        list.push({ by: cell, spans });
        totals.set(sheet, list);
      }
    walk(cell.formula.tree, (node) => {
      const span = node.type === 'ReferenceIdentifier' ? book.resolve(node, cell) : null;
      if (!span || span.area.rows * span.area.columns === 1) return;
      const { row, column, rows, columns } = span.area;
      const list = named.get(span.sheet) ?? new Map<string, Span>();
      list.set(`${row},${column},${rows},${columns}`, span);
      named.set(span.sheet, list);
    });
  }
  const ranges = { totals, named: new Map([...named].map(([sheet, list]) => [sheet, [...list.values()]])) };
  read.set(book, ranges);
  return ranges;
};

/** The totals of the workbook that take the first cell of an area, each with all that it takes. */
export const totalsOver = (book: LintBook, sheet: SheetSnapshot, { row, column }: Area): readonly Totalling[] =>
  (rangesOf(book).totals.get(sheet) ?? []).filter(({ spans }) =>
    spans.some((span) => span.sheet === sheet && contains(span.area, row, column)),
  );

/** Different ranges of the workbook that hold the first cell of an area. */
export const rangesOver = (book: LintBook, sheet: SheetSnapshot, { row, column }: Area): readonly Span[] =>
  (rangesOf(book).named.get(sheet) ?? []).filter((span) => contains(span.area, row, column));
