import { areaName } from '../sheet/address';
import type { Remark } from './finding';
import { functionOf, walk, writeTree, type AstExpression } from './formula';
import { areaText, contains, type FormulaCell, type LintBook, type Span } from './lint-book';
import {
  areaOf,
  isAboutPart,
  isNumericHeader,
  isTotalLine,
  isTotalOf,
  labelOn,
  periodNamed,
  valueOn,
  type Stretch,
} from './lines';
import { remembering } from './memory';
import { qualified } from './ratio-text';
import { remark, type CellRule } from './rule';
import { rangesOver } from './workbook-ranges';

/** Functions made for all lines of a list. */
const LISTS: ReadonlySet<string> = new Set(
  'SUM AVERAGE COUNT COUNTA MIN MAX MEDIAN SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF AVERAGEIFS SUMPRODUCT SUBTOTAL AGGREGATE VLOOKUP HLOOKUP LOOKUP MATCH INDEX COUNTBLANK'.split(
    ' ',
  ),
);

/** A range shorter than this is a choice, not a list. */
const LEAST_LINES = 4;

/** First column of a span, downwards. */
const columnOf = ({ sheet, area }: Span): Stretch => ({
  sheet,
  axis: 'down',
  place: area.column,
  first: area.row,
  last: area.row + area.rows - 1,
});

const goesOn = (stretch: Stretch, line: number, book: LintBook): boolean => {
  const value = valueOn(stretch, line);
  const period = periodNamed(labelOn(stretch, line));
  if (period !== null && period !== periodNamed(labelOn(stretch, stretch.last))) return false;
  return (
    value !== '' &&
    typeof value === typeof valueOn(stretch, stretch.last) &&
    !isTotalOf(stretch, line, book) &&
    !isTotalLine(stretch, line) &&
    !isTotalText(value)
  );
};

const isTotalText = (value: unknown): boolean =>
  typeof value === 'string' && /^(total|totaux|moyenne|average)\b/i.test(value.trim());

/** Lines of the list after the range's last one. */
const linesAfter = remembering((span: Span, book: LintBook): number => {
  const stretch = columnOf(span);
  let count = 0;
  while (goesOn(stretch, stretch.last + 1 + count, book)) count++;
  return count;
});

/** True where the range begins with the list: a header, an empty cell or the sheet's edge stands over it. */
const beginsList = remembering((span: Span): boolean => {
  const stretch = columnOf(span);
  const first = valueOn(stretch, stretch.first);
  // The range may take the header along.
  if (typeof first === 'string' && first !== '' && typeof valueOn(stretch, stretch.last) === 'number') return true;
  if (stretch.first === 0) return true;
  const above = valueOn(stretch, stretch.first - 1);
  if (above === '' || isNumericHeader(stretch, stretch.first - 1)) return true;
  return typeof above !== typeof valueOn(stretch, stretch.first + 1) || isHeader(span);
});

/** A row of texts over rows that hold numbers is a header, also over a column of texts. */
const isHeader = ({ sheet, area }: Span): boolean => {
  let texts = 0;
  let numbers = 0;
  const used = sheet.used ?? area;
  for (let column = used.column; column < used.column + used.columns; column++) {
    const stretch: Stretch = { sheet, axis: 'down', place: column, first: area.row, last: area.row };
    if (typeof valueOn(stretch, area.row) !== 'number') continue;
    if (typeof valueOn(stretch, area.row - 1) === 'number') numbers++;
    else texts++;
  }
  return texts > 0 && numbers === 0;
};

/** Filled from its neighbours, with the range moving along: a window over the list, not the whole of it. */
const isWindow = (cell: FormulaCell, span: Span, book: LintBook): boolean => {
  if (span.anchors.top && span.anchors.bottom) return false;
  const signature = book.signature(cell);
  return [-1, 1].some((side) => {
    const beside = book.formulaAt(cell.sheet, cell.row + side, cell.column);
    return beside !== null && book.signature(beside) === signature;
  });
};

/** The formula takes the whole list as well: this range is meant as a part of it. */
const isPartOf = (cell: FormulaCell, { sheet, area }: Span, book: LintBook): boolean => {
  let whole = false;
  walk(cell.formula.tree, (node) => {
    const other = node.type === 'ReferenceIdentifier' ? book.resolve(node, cell) : null;
    if (other?.sheet === sheet && other.area.column === area.column)
      whole ||= contains(other.area, area.row + area.rows, area.column);
  });
  return whole;
};

/** Another range goes on where this one ends: the list is shared out between them. */
const isShared = (span: Span, book: LintBook): boolean => {
  const { row, rows, column } = span.area;
  return rangesOver(book, span.sheet, { row: row + rows, column, rows: 1, columns: 1 }).some(
    ({ area }) => area.row >= row + rows || area.row + area.rows <= row,
  );
};

const isInLine = (span: Span, cell: FormulaCell): boolean =>
  span.sheet === cell.sheet && span.area.columns === 1 && span.area.column === cell.column;

/** Ranges of the calls made for whole lists, each once. */
const listsIn = (cell: FormulaCell, book: LintBook): Span[] => {
  const found: Span[] = [];
  walk(cell.formula.tree, (node, around) => {
    if (node.type !== 'ReferenceIdentifier' || node.kind !== 'range') return;
    const call = around[0];
    if (call?.type !== 'CallExpression' || !LISTS.has(functionOf(call))) return;
    const span = book.resolve(node, cell);
    if (span && span.whole === null && span.area.rows >= LEAST_LINES && !isInLine(span, cell)) found.push(span);
  });
  return found;
};

/** The formula with every range over the same lines lengthened by as many. */
const lengthened = (cell: FormulaCell, { sheet, area }: Span, lines: number, book: LintBook): string => {
  const swap = (node: AstExpression): AstExpression | string | null => {
    const span = node.type === 'ReferenceIdentifier' && node.kind === 'range' ? book.resolve(node, cell) : null;
    if (span?.sheet !== sheet || span.area.row !== area.row || span.area.rows !== area.rows)
      return qualified(cell, cell.sheet, book)(node);
    return areaText(sheet, { ...span.area, rows: span.area.rows + lines }, cell.sheet, span.anchors);
  };
  return `=${writeTree(cell.formula.tree, swap)}`;
};

const judge = (spans: readonly Span[], cell: FormulaCell, book: LintBook): Remark[] => {
  const [first] = spans;
  if (!first || isWindow(cell, first, book) || !spans.some((span) => beginsList(span, book))) return [];
  const lines = Math.max(...spans.map((span) => linesAfter(span, book)));
  if (lines === 0 || spans.some((span) => isShared(span, book) || isPartOf(cell, span, book))) return [];
  const longest = spans.find((span) => linesAfter(span, book) === lines) ?? first;
  const { area, sheet } = longest;
  const facts = {
    range: areaText(sheet, area, cell.sheet),
    missing: areaName(areaOf(columnOf(longest), area.row + area.rows, area.row + area.rows + lines - 1)),
    lines,
  };
  const proposal = lengthened(cell, longest, lines, book);
  return [remark('range-stops-short', facts, cell, book, { proposal, confidence: 0.8 })];
};

/** Ranges of SUMIFS, VLOOKUP and their like that end before the list does: lines were added below. */
export const rangeRule: CellRule = (cell, book) => {
  const spans = listsIn(cell, book);
  if (spans.length === 0 || isAboutPart(cell)) return [];
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const key = `${span.sheet.name}!${span.area.row}:${span.area.rows}`;
    groups.set(key, [...(groups.get(key) ?? []), span]);
  }
  return [...groups.values()].flatMap((group) => judge(group, cell, book)).slice(0, 1);
};
