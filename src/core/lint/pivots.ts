import { plainText } from '../detect/words';
import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { valueAt, type PivotSnapshot, type SheetSnapshot } from '../sheet/snapshot';
import { evaluateText } from './evaluate';
import type { Remark } from './finding';
import { readFormula } from './formula';
import { areaText, type FormulaCell, type LintBook } from './lint-book';
import { isTotalLabel } from './lines';
import { headerOf, quotientOfArea } from './quotient';
import { quotientText, shiftedSpan, spanText, termsName } from './ratio-text';
import type { BookRule } from './rule';

type Source = { table: DetectedTable; column: DetectedColumn };

/** The column that a PivotTable's field stands for: detection knows it by its header, visible sheets first. */
const sourceOf = (field: string, book: LintBook): Source | null => {
  const named = book.detection.tables.flatMap((table) =>
    table.columns.filter(({ header }) => plainText(header) === plainText(field)).map((column) => ({ table, column })),
  );
  return named.find(({ table }) => table.visibility === 'visible') ?? named[0] ?? null;
};

/** Where a figure stands in its PivotTable: its title, and the grand total under it. */
const placesOf = (
  sheet: SheetSnapshot,
  { area }: PivotSnapshot,
  name: string,
): { row: number; column: number; total: number | null } => {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (valueAt(sheet, row, column) !== name) continue;
      const last = area.row + area.rows - 1;
      const total = valueAt(sheet, last, column);
      const label = valueAt(sheet, last, area.column);
      return { row, column, total: typeof total === 'number' && (isTotalLabel(label) || area.columns === 1) ? total : null };
    }
  return { row: area.row, column: area.column, total: null };
};

const judge = (
  sheet: SheetSnapshot,
  pivot: PivotSnapshot,
  { name, field, by }: PivotSnapshot['figures'][number],
  book: LintBook,
): Remark | null => {
  if (by !== 'average' && by !== 'sum') return null;
  const source = sourceOf(field, book);
  const home = source && book.sheet(source.table.sheet);
  if (!source || !home) return null;
  const { table, column } = source;
  const span = {
    sheet: home,
    area: { row: table.firstRow, column: column.column, rows: table.lastRow - table.firstRow + 1, columns: 1 },
    anchors: { top: true, left: true, bottom: true, right: true },
    whole: null,
  };
  const quotient = quotientOfArea(span, book);
  const summed = by === 'sum';
  if (!quotient && column.type !== 'rate' && !(summed && column.average === true)) return null;
  if (quotient && column.type !== 'rate' && column.average !== true && !book.isPercent(span)) return null;
  const places = placesOf(sheet, pivot, name);
  const text =
    quotient &&
    quotientText(quotient, (term) => {
      const shifted = shiftedSpan(span, term, book);
      return shifted && `SUM(${spanText(shifted, sheet)})`;
    });
  const proposal = text === null ? null : `=${text}`;
  const formula = readFormula(proposal ?? '=0');
  const cell: FormulaCell | null = formula && { sheet, row: places.row, column: places.column, formula, value: '' };
  const exact = cell && proposal !== null ? evaluateText(proposal, cell, book) : null;
  return {
    kind: 'pivot-average-of-rates',
    facts: {
      pivot: pivot.name,
      summed,
      rate: headerOf(span) || areaText(home, span.area, sheet),
      lines: span.area.rows,
      numerator: quotient && termsName(quotient.numerator, span, book),
      denominator: quotient && termsName(quotient.denominator, span, book),
    },
    sheet: sheet.name,
    row: places.row,
    column: places.column,
    value: places.total ?? '',
    formula: null,
    expected: typeof exact === 'number' ? exact : null,
    proposal,
    confidence: quotient ? 0.9 : 0.5,
  };
};

/** PivotTables that average a field of rates, or add it up: Excel can do no better, a formula over the source can. */
export const pivotRule: BookRule = (book) =>
  book.workbook.sheets.flatMap((sheet) =>
    (sheet.pivots ?? []).flatMap((pivot) => pivot.figures.flatMap((figure) => judge(sheet, pivot, figure, book) ?? [])),
  );
