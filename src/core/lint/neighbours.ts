import { cellName } from '../sheet/address';
import { valueAt, type SheetSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { evaluateText, sameFigure } from './evaluate';
import type { Remark } from './finding';
import { cellsOf, writeTree, type RangeA1 } from './formula';
import { areaText, isErrorValue, type FormulaCell, type LintBook } from './lint-book';
import { isTotalLine, isTotalOf, type Axis } from './lines';
import { remark } from './rule';

/** Like formulas that must surround a cell before it is taken for an exception. */
const LEAST_ALIKE = 4;

const stepOf = (axis: Axis): { row: number; column: number } => (axis === 'down' ? { row: 1, column: 0 } : { row: 0, column: 1 });

/** How many formulas with this signature follow a place, one after the other, and the first of them. */
const alike = (
  sheet: SheetSnapshot,
  from: { row: number; column: number },
  axis: Axis,
  direction: 1 | -1,
  book: LintBook,
): { count: number; first: FormulaCell | null; signature: string } => {
  const { row, column } = stepOf(axis);
  let count = 0;
  let first: FormulaCell | null = null;
  let signature = '';
  for (let distance = 1; distance <= LEAST_ALIKE; distance++) {
    const cell = book.formulaAt(sheet, from.row + row * distance * direction, from.column + column * distance * direction);
    if (!cell) break;
    const own = book.signature(cell);
    if (first === null) signature = own;
    else if (own !== signature) break;
    first ??= cell;
    count++;
  }
  return { count, first, signature };
};

const moved = (range: RangeA1, rows: number, columns: number): RangeA1 => {
  const shift = (value: number | null | undefined, anchored: boolean | null | undefined, by: number): number | null =>
    typeof value !== 'number' ? null : anchored ? value : value + by;
  return {
    ...range,
    top: shift(range.top, range.$top, rows),
    bottom: shift(range.bottom, range.$bottom, rows),
    left: shift(range.left, range.$left, columns),
    right: shift(range.right, range.$right, columns),
  };
};

/** A cell's formula as it reads when filled into another cell, its references written as cells. */
const filledInto = (cell: FormulaCell, place: { row: number; column: number }, book: LintBook): string => {
  const there = { ...cell, row: place.row, column: place.column };
  return `=${writeTree(cell.formula.tree, (node) => {
    if (node.type !== 'ReferenceIdentifier') return null;
    const named = cellsOf(node);
    if (!named) {
      const span = node.kind === 'table' && /@|this row/i.test(node.value) ? book.resolve(node, there) : null;
      return span && areaText(span.sheet, span.area, cell.sheet);
    }
    const { top, bottom, left, right, $top, $bottom, $left, $right } = moved(
      named.range,
      place.row - cell.row,
      place.column - cell.column,
    );
    if (top === null || left === null) return null;
    const sheet = named.sheet === null ? cell.sheet : book.sheet(named.sheet);
    if (!sheet || top < 0 || left < 0) return null;
    const area = { row: top, column: left, rows: (bottom ?? top) - top + 1, columns: (right ?? left) - left + 1 };
    return areaText(sheet, area, cell.sheet, {
      top: $top === true,
      left: $left === true,
      bottom: $bottom === true,
      right: $right === true,
    });
  })}`;
};

type Exception = { place: { row: number; column: number }; neighbour: FormulaCell };

/** The neighbours that a place is the exception of: alike on both sides, or many on one at the end of the column. */
const exceptionAt = (
  sheet: SheetSnapshot,
  place: { row: number; column: number },
  axis: Axis,
  book: LintBook,
): Exception | null => {
  const before = alike(sheet, place, axis, -1, book);
  const behind = alike(sheet, place, axis, 1, book);
  if (!before.first || !behind.first || before.signature !== behind.signature) return null;
  return before.count + behind.count >= LEAST_ALIKE ? { place, neighbour: before.first } : null;
};

/** True where the cell goes with those across: a row of totals through a column of rates. */
const belongsAcross = (cell: FormulaCell, axis: Axis, book: LintBook): boolean => {
  const { row, column } = stepOf(axis === 'down' ? 'across' : 'down');
  const own = book.signature(cell);
  return [-1, 1].some((side) => {
    const beside = book.formulaAt(cell.sheet, cell.row + row * side, cell.column + column * side);
    return beside !== null && book.signature(beside) === own;
  });
};

const differs = (expected: number | null, value: unknown): boolean =>
  typeof expected !== 'number' || typeof value !== 'number' || !sameFigure(expected, value);

const inconsistent = (cell: FormulaCell, book: LintBook): Remark | null => {
  for (const axis of ['down', 'across'] as const) {
    const exception = exceptionAt(cell.sheet, cell, axis, book);
    if (!exception || book.signature(exception.neighbour) === book.signature(cell)) continue;
    const line = axis === 'down' ? cell.row : cell.column;
    const stretch = { sheet: cell.sheet, axis, place: axis === 'down' ? cell.column : cell.row, first: line, last: line };
    const total = isTotalOf(stretch, line, book);
    if (total || belongsAcross(cell, axis, book) || isTotalLine(stretch, line)) continue;
    const proposal = filledInto(exception.neighbour, cell, book);
    const value = evaluateText(proposal, cell, book);
    if (value !== null && (typeof value !== 'number' || isErrorValue(value))) continue;
    const neighbour = cellName(exception.neighbour.row, exception.neighbour.column);
    const said = remark('inconsistent-formula', { neighbour }, cell, book, { proposal, expected: value, confidence: 0.8 });
    if (differs(said.expected, said.value)) return said;
  }
  return null;
};

const typedOver = (sheet: SheetSnapshot, row: number, column: number, book: LintBook): Remark | null => {
  const value = valueAt(sheet, row, column);
  if (typeof value !== 'number') return null;
  for (const axis of ['down', 'across'] as const) {
    const exception = exceptionAt(sheet, { row, column }, axis, book);
    if (!exception) continue;
    const proposal = filledInto(exception.neighbour, { row, column }, book);
    const cell: FormulaCell = { ...exception.neighbour, row, column, value };
    const expected = evaluateText(proposal, cell, book);
    if (typeof expected === 'number' && sameFigure(expected, value)) continue;
    const neighbour = cellName(exception.neighbour.row, exception.neighbour.column);
    return {
      kind: 'typed-over-formula',
      facts: { neighbour },
      sheet: sheet.name,
      row,
      column,
      value,
      formula: null,
      expected: typeof expected === 'number' ? expected : null,
      proposal,
      confidence: 0.85,
    };
  }
  return null;
};

/** So many cells alike in one column are a habit (each Sunday, each month's end), not a slip. */
const HABIT = 3;

/** Formulas that are looked at between two pauses. */
const CELLS_PER_STEP = 100;

function* habitsOf(book: LintBook): Steps<(cell: FormulaCell) => boolean> {
  const counts = new Map<string, number>();
  const key = (cell: FormulaCell): string => `${cell.sheet.name}|${cell.column}|${book.signature(cell)}`;
  for (const [place, cell] of book.cells.entries()) {
    if (place % CELLS_PER_STEP === 0) yield undefined;
    counts.set(key(cell), (counts.get(key(cell)) ?? 0) + 1);
  }
  return (cell) => (counts.get(key(cell)) ?? 0) >= HABIT;
}

/** Formulas unlike the same formula around them, and numbers typed over one. */
export function* neighbourSteps(book: LintBook): Steps<Remark[]> {
  const found: Remark[] = [];
  const looked = new Set<string>();
  const isHabit = yield* habitsOf(book);
  for (const [place, cell] of book.cells.entries()) {
    if (place % CELLS_PER_STEP === 0) yield undefined;
    const odd = isHabit(cell) ? null : inconsistent(cell, book);
    if (odd) found.push(odd);
    for (const next of [
      { row: cell.row + 1, column: cell.column },
      { row: cell.row, column: cell.column + 1 },
    ]) {
      if (book.formulaAt(cell.sheet, next.row, next.column)) continue;
      const key = `${cell.sheet.name}!${next.row},${next.column}`;
      if (looked.has(key)) continue;
      looked.add(key);
      const typed = typedOver(cell.sheet, next.row, next.column, book);
      if (typed) found.push(typed);
    }
  }
  return found;
}
