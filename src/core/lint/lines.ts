import { isDateFormat } from '../detect/dates';
import { plainText } from '../detect/words';
import type { Area } from '../sheet/address';
import { numberFormatAt, valueAt, type CellValue, type SheetSnapshot } from '../sheet/snapshot';
import { bareNode, functionOf, type AstExpression } from './formula';
import { contains, type FormulaCell, type LintBook, type Span } from './lint-book';
import { rememberingShape } from './memory';

/** Which way the lines of a range follow each other. */
export type Axis = 'down' | 'across';

/** A stretch of one column or one row: `place` is the column (row) itself, lines run from `first` to `last`. */
export type Stretch = { sheet: SheetSnapshot; axis: Axis; place: number; first: number; last: number };

/** The stretch that a span is; null for a block of several columns and rows. A single cell is one in the axis asked for. */
export const stretchOf = ({ sheet, area }: Pick<Span, 'sheet' | 'area'>, axis?: Axis): Stretch | null => {
  const down = axis === undefined ? area.columns === 1 : axis === 'down';
  if (down ? area.columns !== 1 : area.rows !== 1) return null;
  return down
    ? { sheet, axis: 'down', place: area.column, first: area.row, last: area.row + area.rows - 1 }
    : { sheet, axis: 'across', place: area.row, first: area.column, last: area.column + area.columns - 1 };
};

export const areaOf = ({ axis, place }: Pick<Stretch, 'axis' | 'place'>, first: number, last: number): Area =>
  axis === 'down'
    ? { row: first, column: place, rows: last - first + 1, columns: 1 }
    : { row: place, column: first, rows: 1, columns: last - first + 1 };

const placeOf = ({ axis, place }: Pick<Stretch, 'axis' | 'place'>, line: number): { row: number; column: number } =>
  axis === 'down' ? { row: line, column: place } : { row: place, column: line };

export const valueOn = (stretch: Pick<Stretch, 'sheet' | 'axis' | 'place'>, line: number): CellValue => {
  const { row, column } = placeOf(stretch, line);
  return valueAt(stretch.sheet, row, column);
};

export const formulaOn = (
  stretch: Pick<Stretch, 'sheet' | 'axis' | 'place'>,
  line: number,
  book: LintBook,
): FormulaCell | null => {
  const { row, column } = placeOf(stretch, line);
  return book.formulaAt(stretch.sheet, row, column);
};

/** Cells looked at beside a line for its label. */
const LABEL_REACH = 30;

/** What stands at the head of a line: its cells before the stretch, the first filled one; texts and dates. */
export const labelOn = ({ sheet, axis, place }: Pick<Stretch, 'sheet' | 'axis' | 'place'>, line: number): CellValue => {
  const start = Math.max(0, place - LABEL_REACH);
  for (let before = start; before < place; before++) {
    const value = axis === 'down' ? valueAt(sheet, line, before) : valueAt(sheet, before, line);
    if (value !== '') return value;
  }
  return '';
};

const TOTAL =
  /^(grand |sous |sub )?(total|totaux|subtotal|somme|sum|cumul|moyenne|moy|average|avg|mean|ensemble|overall)\b|\b(total|totaux)$/;

/** `Total`, `Sous-total Paris`, `Moyenne`, at the head of a line. */
export const isTotalLabel = (value: CellValue): boolean => typeof value === 'string' && TOTAL.test(plainText(value));

const labelsOn = ({ sheet, axis, place }: Pick<Stretch, 'sheet' | 'axis' | 'place'>, line: number): CellValue[] =>
  Array.from({ length: Math.min(place, LABEL_REACH) }, (_, index) =>
    axis === 'down' ? valueAt(sheet, line, place - 1 - index) : valueAt(sheet, place - 1 - index, line),
  );

/** A line that sums others up, by any of its labels. */
export const isTotalLine = (stretch: Pick<Stretch, 'sheet' | 'axis' | 'place'>, line: number): boolean =>
  labelsOn(stretch, line).some(isTotalLabel);

const SUMS: ReadonlySet<string> = new Set(['SUM', 'SUBTOTAL', 'AGGREGATE', 'AVERAGE', 'COUNT', 'COUNTA', 'MIN', 'MAX']);
const WRAPPERS: ReadonlySet<string> = new Set(['ROUND', 'IFERROR', 'IFNA']);

/** A formula's calculation without ROUND and IFERROR around it. */
export const unwrapped = (node: AstExpression | null | undefined): AstExpression | null => {
  const bare = bareNode(node);
  return bare?.type === 'CallExpression' && WRAPPERS.has(functionOf(bare)) ? unwrapped(bare.arguments[0]) : bare;
};

/** Operands of a chain of plus signs: one for anything else. */
export const addends = (node: AstExpression | null): AstExpression[] => {
  const bare = unwrapped(node);
  if (!bare) return [];
  return bare.type === 'BinaryExpression' && bare.operator === '+' ? bare.arguments.flatMap(addends) : [bare];
};

/** Is a formula, or the one that it was filled from, a sum of cells and sums at all? */
const mayTotal = rememberingShape((cell): boolean => {
  const operands = addends(cell.formula.tree);
  return operands.every(
    (operand) =>
      (operand.type === 'ReferenceIdentifier' && operands.length > 1) ||
      (operand.type === 'CallExpression' && SUMS.has(functionOf(operand))),
  );
});

/** The spans that a formula adds up, when it does nothing else: `=SUM(B2:B9)`, `=B2+B3`, `=SUBTOTAL(9,B2:B9)`. */
export const totalledBy = (cell: FormulaCell, book: LintBook): Span[] | null => {
  if (!mayTotal(cell, book)) return null;
  const operands = addends(cell.formula.tree);
  const spans: Span[] = [];
  for (const operand of operands) {
    if (operand.type === 'ReferenceIdentifier') {
      if (operands.length === 1) return null;
      const span = book.resolve(operand, cell);
      if (!span) return null;
      spans.push(span);
      continue;
    }
    if (operand.type !== 'CallExpression' || !SUMS.has(functionOf(operand))) return null;
    const skipped = functionOf(operand) === 'SUBTOTAL' ? 1 : functionOf(operand) === 'AGGREGATE' ? 2 : 0;
    for (const argument of operand.arguments.slice(skipped)) {
      const span = book.resolve(argument, cell);
      if (!span) return null;
      spans.push(span);
    }
  }
  return spans.length > 0 ? spans : null;
};

/** True where a line's own figure is a total of lines of the same stretch. */
export const isTotalOf = (stretch: Stretch, line: number, book: LintBook): boolean => {
  const formula = formulaOn(stretch, line, book);
  const spans = formula && totalledBy(formula, book);
  if (!spans) return false;
  return spans.some((span) => {
    const inner = span.sheet.name === stretch.sheet.name ? stretchOf(span, stretch.axis) : null;
    return inner !== null && inner.place === stretch.place;
  });
};

/** A figure of the series that a stretch holds: a number that is no total of others. */
export const isFigureOn = (stretch: Stretch, line: number, book: LintBook): boolean =>
  typeof valueOn(stretch, line) === 'number' && !isTotalOf(stretch, line, book) && !isTotalLine(stretch, line);

/** Headers that are numbers: years, dates, or 1, 2, 3 from one column to the next. */
export const isNumericHeader = (stretch: Stretch, line: number): boolean => {
  const value = valueOn(stretch, line);
  if (typeof value !== 'number') return false;
  const { row, column } = placeOf(stretch, line);
  if (isDateFormat(numberFormatAt(stretch.sheet, row, column))) return true;
  if (Number.isInteger(value) && value >= 1990 && value <= 2100) return true;
  const beside = [stretch.place - 1, stretch.place + 1].map((place) => valueOn({ ...stretch, place }, line));
  return beside[0] === value - 1 || beside[1] === value + 1;
};

const MONTH =
  /\b(janv(ier)?|fevr?(ier)?|mars|avr(il)?|mai|juin|juil(let)?|aout|sept(embre)?|oct(obre)?|nov(embre)?|dec(embre)?|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|september|october|november|december)\b/;
const WEEK = /^(s|w|sem|semaine|week|wk)\s?\d{1,2}\b|\b\d{4} [sw]\d{1,2}\b/;
const QUARTER = /\b([tq][1-4]|trim(estre)?|quarter|semestre|half|h[12])\b/;
const YEAR = /^(annee |year |an )?(19|20)\d{2}$/;

/** Kind of period that a label names: `S12`, `janvier`, `T1`, `2025`; null for other texts. */
export const periodNamed = (value: CellValue): 'week' | 'month' | 'quarter' | 'year' | null => {
  if (typeof value !== 'string') return null;
  const text = plainText(value);
  if (WEEK.test(text)) return 'week';
  if (QUARTER.test(text)) return 'quarter';
  if (MONTH.test(text)) return 'month';
  return YEAR.test(text) ? 'year' : null;
};

const PARTIAL =
  /\b(dont|hors|sauf|sans|of which|including|excluding|except|excl|without|derniers?|dernieres?|premiers?|premieres?|last|first|previous|jours?|days?|n 1)\b/;

const isPartLabel = (sheet: SheetSnapshot, row: number, column: number): boolean => {
  const label = valueAt(sheet, row, column);
  if (typeof label === 'number') return isDateFormat(numberFormatAt(sheet, row, column));
  return typeof label === 'string' && (periodNamed(label) !== null || PARTIAL.test(plainText(label)));
};

/**
 * A formula cell whose labels say that it is about a part: a period, a date at the head of its row or column, `dont`,
 * `hors`, `7 derniers jours`.
 */
export const isAboutPart = ({ sheet, row, column }: FormulaCell): boolean => {
  const labelled = (towards: (distance: number) => { row: number; column: number }): boolean => {
    for (let distance = 1; distance <= LABEL_REACH; distance++) {
      const place = towards(distance);
      if (place.row < 0 || place.column < 0) return false;
      if (isPartLabel(sheet, place.row, place.column)) return true;
      if (typeof valueAt(sheet, place.row, place.column) === 'string' && valueAt(sheet, place.row, place.column) !== '')
        return false;
    }
    return false;
  };
  return (
    labelled((distance) => ({ row, column: column - distance })) || labelled((distance) => ({ row: row - distance, column }))
  );
};

/** True for a line inside one of the spans. */
export const isTaken = (spans: readonly Span[], stretch: Stretch, line: number): boolean => {
  const { row, column } = placeOf(stretch, line);
  return spans.some((span) => span.sheet.name === stretch.sheet.name && contains(span.area, row, column));
};

/** Runs of consecutive lines, as first and last. */
export const runsOf = (lines: readonly number[]): [number, number][] => {
  const runs: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && line <= last[1] + 1) last[1] = Math.max(last[1], line);
    else runs.push([line, line]);
  }
  return runs;
};
