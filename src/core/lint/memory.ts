import { atOnce, type Steps } from '../steps';
import type { FormulaCell, LintBook, Shape, Span } from './lint-book';

/**
 * What is known of the ranges of a book. Kept by the rows that they end in: no map is ever so large that its growing is felt.
 * null for a single cell, which is looked at again: it takes no time, and there may be as many as formulas.
 */
const rangesKept = <T>(): ((span: Span, book: LintBook) => { known: Map<string, T>; key: string } | null) => {
  const kept = new WeakMap<LintBook, Map<number, Map<string, T>>>();
  return ({ sheet, area: { row, column, rows, columns } }, book) => {
    if (rows * columns === 1) return null;
    const byEnd = kept.get(book) ?? new Map<number, Map<string, T>>();
    kept.set(book, byEnd);
    const known = byEnd.get(row + rows) ?? new Map<string, T>();
    byEnd.set(row + rows, known);
    return { known, key: `${row},${column},${rows},${columns},${sheet.name}` };
  };
};

/**
 * What was found out about a range, kept for the next formula that names it: a column of sums names the same few ranges
 * thousands of times.
 */
export const remembering = <T>(look: (span: Span, book: LintBook) => T): ((span: Span, book: LintBook) => T) => {
  const placeOf = rangesKept<T>();
  return (span, book) => {
    const place = placeOf(span, book);
    if (!place) return look(span, book);
    const found = place.known.get(place.key);
    if (found !== undefined || place.known.has(place.key)) return found as T;
    const value = look(span, book);
    place.known.set(place.key, value);
    return value;
  };
};

/** The same of what takes long: `ahead` finds it out in steps, and whoever asks then has it at once. */
export const rememberingSteps = <T>(
  look: (span: Span, book: LintBook) => Steps<T>,
): { of: (span: Span, book: LintBook) => T; ahead: (span: Span, book: LintBook) => Steps<void> } => {
  const placeOf = rangesKept<T>();
  function* ahead(span: Span, book: LintBook): Steps<void> {
    const place = placeOf(span, book);
    if (place && !place.known.has(place.key)) place.known.set(place.key, yield* look(span, book));
  }
  return {
    of: (span, book) => {
      atOnce(ahead(span, book));
      const place = placeOf(span, book);
      return place ? (place.known.get(place.key) as T) : atOnce(look(span, book));
    },
    ahead,
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
