import { stringifyStructRef } from '@borgar/fx';
import { columnName } from '../sheet/address';
import type { SheetSnapshot } from '../sheet/snapshot';
import { cellsOf, writeTree, type AstExpression, type Swap } from './formula';
import { areaText, sheetPrefix, type FormulaCell, type LintBook, type Span } from './lint-book';
import { headerOf, type Quotient, type Term } from './quotient';

/** The cells that stand a term's distance away from a span; null where there are none. */
export const shiftedSpan = (span: Span, term: Term, book: LintBook): Span | null => {
  const sheet = term.sheet === span.sheet.name ? span.sheet : book.sheet(term.sheet);
  const row = span.area.row + term.rows;
  const column = span.area.column + term.columns;
  if (!sheet || row < 0 || column < 0) return null;
  const index = span.column && span.column.index + term.columns;
  const inTable =
    span.column && index !== undefined && term.rows === 0 && sheet === span.sheet && index in span.column.table.columns;
  const { column: tableColumn, ...plain } = span;
  return {
    ...plain,
    sheet,
    area: { ...span.area, row, column },
    ...(tableColumn && inTable && { column: { table: tableColumn.table, index } }),
  };
};

/** A span as a formula of a sheet writes it: `tblAppels[Décrochés]`, `E:E`, `Jour!$E$2:$E$40`. */
export const spanText = ({ sheet, area, anchors, whole, column }: Span, from: SheetSnapshot): string => {
  if (column)
    return stringifyStructRef({
      context: [],
      table: column.table.name,
      columns: [column.table.columns[column.index] ?? ''],
      sections: [],
    });
  if (whole !== 'columns') return areaText(sheet, area, from, anchors);
  const mark = anchors.left ? '$' : '';
  return `${sheetPrefix(sheet, from)}${mark}${columnName(area.column)}:${mark}${columnName(area.column + area.columns - 1)}`;
};

/**
 * A quotient as text, each of its terms totalled over the lines: `SUM(E2:E9)/SUM(D2:D9)`, `1-SUM(…)/(SUM(…)+SUM(…))`. null
 * where a term cannot be totalled.
 */
export const quotientText = (
  { numerator, denominator, scale, offset }: Quotient,
  total: (term: Term) => string | null,
): string | null => {
  const sum = (terms: readonly Term[]): string | null => {
    const parts = terms.map((term) => {
      const text = total(term);
      const factor = Math.abs(term.factor);
      return text === null ? null : `${term.factor < 0 ? '-' : '+'}${factor === 1 ? '' : `${factor}*`}${text}`;
    });
    return parts.includes(null) ? null : parts.join('').replace(/^\+/, '');
  };
  const top = sum(numerator);
  const bottom = sum(denominator);
  if (top === null || bottom === null) return null;
  const wrap = (terms: readonly Term[], text: string): string => (terms.length > 1 || text.startsWith('-') ? `(${text})` : text);
  const lone = denominator.length === 1 && denominator[0]?.factor === 1;
  const ratio = `${wrap(numerator, top)}/${lone ? bottom : `(${bottom})`}`;
  const size = Math.abs(scale) === 1 ? ratio : `${ratio}*${Math.abs(scale)}`;
  if (offset === 0) return scale < 0 ? `-${size}` : size;
  return scale < 0 ? `${offset}-${size}` : `${size}${offset < 0 ? '-' : '+'}${Math.abs(offset)}`;
};

/** What a sum of terms is called: `Décrochés`, `Décrochés + Abandons`, by the headers of its columns or rows. */
export const termsName = (terms: readonly Term[], span: Span, book: LintBook): string | null => {
  const names = terms.map((term) => {
    const shifted = shiftedSpan(span, term, book);
    return shifted ? headerOf(shifted) : '';
  });
  if (names.includes('')) return null;
  return names.map((name, index) => `${index === 0 ? '' : (terms[index]?.factor ?? 1) < 0 ? ' − ' : ' + '}${name}`).join('');
};

/**
 * References as they must be written elsewhere than in their own cell: with their sheet on another one, and cells in place
 * of `[@Colonne]`.
 */
export const qualified =
  (cell: FormulaCell, from: SheetSnapshot, book: LintBook): Swap =>
  (node: AstExpression) => {
    if (node.type !== 'ReferenceIdentifier') return null;
    const bound = node.kind === 'table' && (node.value.startsWith('[') || /this row|@/i.test(node.value));
    const named = cellsOf(node);
    if (!bound && (!named || named.sheet !== null || cell.sheet.name === from.name)) return null;
    const span = book.resolve(node, cell);
    return span && (bound ? areaText(span.sheet, span.area, from) : spanText(span, from));
  };

/** A part of a cell's formula as text for another cell. */
export const partText = (node: AstExpression, cell: FormulaCell, from: SheetSnapshot, book: LintBook): string =>
  writeTree(node, qualified(cell, from, book));
