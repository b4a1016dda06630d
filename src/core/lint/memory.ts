import type { FormulaCell, LintBook, Shape, Span } from './lint-book';

/**
 * What was found out about a range, kept for the next formula that names it: a column of sums names the same few ranges
 * thousands of times.
 */
export const remembering = <T>(look: (span: Span, book: LintBook) => T): ((span: Span, book: LintBook) => T) => {
  const kept = new WeakMap<LintBook, Map<string, T>>();
  return (span, book) => {
    const known = kept.get(book) ?? new Map<string, T>();
    kept.set(book, known);
    const { row, column, rows, columns } = span.area;
    const key = `${row},${column},${rows},${columns},${span.sheet.name}`;
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as T;
    const value = look(span, book);
    known.set(key, value);
    return value;
  };
};

/** What was found out about a formula, kept for those that were filled from it. */
export const rememberingShape = <T>(
  look: (cell: FormulaCell, book: LintBook) => T,
): ((cell: FormulaCell, book: LintBook) => T) => {
  const kept = new WeakMap<Shape, { found: T }>();
  return (cell, book) => {
    const shape = book.shapeOf(cell);
    const known = kept.get(shape) ?? { found: look(shape.first, book) };
    kept.set(shape, known);
    return known.found;
  };
};
