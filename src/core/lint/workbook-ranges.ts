import type { Area } from '../sheet/address';
import type { SheetSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { cellsOf, walk } from './formula';
import { contains, type FormulaCell, type LintBook, type Shape, type Span } from './lint-book';
import { totalledBy } from './lines';
import { rememberingShape } from './memory';

/** A formula that does nothing but total cells, and which. */
type Totalling = { by: FormulaCell; spans: readonly Span[] };

type Ranges = {
  totals: ReadonlyMap<SheetSnapshot, readonly Totalling[]>;
  /** By sheet: every range of several cells that a formula names. */
  named: ReadonlyMap<SheetSnapshot, readonly Span[]>;
};

const read = new WeakMap<LintBook, Ranges>();

const EMPTY: Ranges = { totals: new Map(), named: new Map() };
const rangesOf = (book: LintBook): Ranges => read.get(book) ?? EMPTY;

/** Formulas that are passed over between two pauses, filled from one whose ranges are known; of any other, one. */
const PASSED_PER_STEP = 200;

/** Does every formula filled from this one name the same ranges of several cells, wherever it stands? */
export const namesTheSame = rememberingShape((cell): boolean => {
  let same = true;
  walk(cell.formula.tree, (node) => {
    if (node.type !== 'ReferenceIdentifier' || node.kind === 'name') return;
    const { range } = cellsOf(node) ?? {};
    const isCell = range && (range.bottom ?? range.top) === range.top && (range.right ?? range.left) === range.left;
    const isFixed = range && range.$top === true && range.$bottom === true && range.$left === true && range.$right === true;
    same &&= isFixed === true || (isCell === true && range?.top !== null && range?.left !== null);
  });
  return same;
});

/** Reads the ranges that the formulas of a workbook name; done once, before a rule asks for them. */
export function* rangesSteps(book: LintBook): Steps<void> {
  const seen = new Set<Shape>();
  const totals = new Map<SheetSnapshot, Totalling[]>();
  const named = new Map<SheetSnapshot, Map<string, Span>>();
  for (const [place, cell] of book.cells.entries()) {
    const shape = book.shapeOf(cell);
    const isSeen = seen.has(shape);
    if (!isSeen || place % PASSED_PER_STEP === 0) yield undefined;
    if (isSeen) continue;
    const spans = totalledBy(cell, book);
    if (!spans && namesTheSame(cell, book)) seen.add(shape);
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
  read.set(book, { totals, named: new Map([...named].map(([sheet, list]) => [sheet, [...list.values()]])) });
}

/** The totals of the workbook that take the first cell of an area, each with all that it takes. */
export const totalsOver = (book: LintBook, sheet: SheetSnapshot, { row, column }: Area): readonly Totalling[] =>
  (rangesOf(book).totals.get(sheet) ?? []).filter(({ spans }) =>
    spans.some((span) => span.sheet === sheet && contains(span.area, row, column)),
  );

/** Different ranges of the workbook that hold the first cell of an area. */
export const rangesOver = (book: LintBook, sheet: SheetSnapshot, { row, column }: Area): readonly Span[] =>
  (rangesOf(book).named.get(sheet) ?? []).filter((span) => contains(span.area, row, column));
