import { valueAt } from '../sheet/snapshot';
import { sameFigure } from './evaluate';
import type { Remark } from './finding';
import { functionOf, walk, writeTree, type AstExpression, type CallExpression } from './formula';
import { areaText, type FormulaCell, type LintBook, type Span } from './lint-book';
import { areaOf, isAboutPart, labelOn, periodNamed, runsOf, stretchOf, totalledBy, unwrapped, valueOn } from './lines';
import { qualified, spanText } from './ratio-text';
import { proposalWith, remark, type CellRule } from './rule';

/** Places of the ranges that must be of one size, in calls that take lines one by one. */
const PAIRED: Readonly<Record<string, (call: CallExpression) => (AstExpression | null | undefined)[]>> = {
  SUMIF: ({ arguments: [range, , sum] }) => (sum ? [range, sum] : []),
  AVERAGEIF: ({ arguments: [range, , mean] }) => (mean ? [range, mean] : []),
  SUMIFS: ({ arguments: all }) => all.filter((_, index) => index === 0 || index % 2 === 1),
  AVERAGEIFS: ({ arguments: all }) => all.filter((_, index) => index === 0 || index % 2 === 1),
  COUNTIFS: ({ arguments: all }) => all.filter((_, index) => index % 2 === 0),
  SUMPRODUCT: ({ arguments: all }) => all,
};

const rowsOf = ({ area }: Span): string => `${area.row}:${area.rows}`;

/** A span moved to the lines of another one. */
const onLinesOf = (span: Span, { area, anchors, whole }: Span): Span => {
  return {
    sheet: span.sheet,
    whole,
    anchors: { ...span.anchors, top: anchors.top, bottom: anchors.bottom },
    area: { ...span.area, row: area.row, rows: area.rows },
  };
};

/** The formula with some of its ranges on other lines. */
const realigned = (cell: FormulaCell, moved: ReadonlyMap<AstExpression, Span>, book: LintBook): string =>
  `=${writeTree(cell.formula.tree, (node) => {
    const span = moved.get(node);
    return span ? spanText(span, cell.sheet) : qualified(cell, cell.sheet, book)(node);
  })}`;

type Ranged = { node: AstExpression; span: Span };

const pairsIn = (call: CallExpression, cell: FormulaCell, book: LintBook): Ranged[] => {
  const nodes = PAIRED[functionOf(call)]?.(call) ?? [];
  const found: Ranged[] = [];
  for (const node of nodes) {
    const span = book.resolve(node, cell);
    if (!node || !span || span.area.columns !== 1) return [];
    found.push({ node, span });
  }
  return found;
};

const unpaired = (cell: FormulaCell, book: LintBook): Remark[] => {
  const found: Remark[] = [];
  walk(cell.formula.tree, (node) => {
    if (node.type !== 'CallExpression') return;
    const pairs = pairsIn(node, cell, book);
    const sheet = pairs[0]?.span.sheet;
    if (pairs.length < 2 || !pairs.every(({ span }) => span.sheet === sheet)) return;
    const longest = pairs.reduce((most, next) => (next.span.area.rows > most.span.area.rows ? next : most));
    const odd = pairs.filter(({ span }) => rowsOf(span) !== rowsOf(longest.span));
    const sameSize = odd.every(({ span }) => span.area.rows === longest.span.area.rows);
    const [other] = odd;
    // Of equal size on other lines, a product may compare each day with the one before.
    if (!other || (sameSize && functionOf(node) === 'SUMPRODUCT')) return;
    const moved = new Map(odd.map(({ node: range, span }) => [range, onLinesOf(span, longest.span)]));
    const facts = { one: spanText(longest.span, cell.sheet), other: spanText(other.span, cell.sheet) };
    found.push(remark('mixed-periods', facts, cell, book, { proposal: realigned(cell, moved, book), confidence: 0.9 }));
  });
  return found;
};

const TOTALS: ReadonlySet<string> = new Set(['SUM', 'COUNT', 'COUNTA', 'SUBTOTAL']);

/** The one column that a total takes. */
const totalOf = (given: AstExpression | undefined, cell: FormulaCell, book: LintBook): Ranged | null => {
  const call = unwrapped(given);
  if (call?.type !== 'CallExpression' || !TOTALS.has(functionOf(call))) return null;
  const node = call.arguments[functionOf(call) === 'SUBTOTAL' ? 1 : 0];
  const span = book.resolve(node, cell);
  if (!node || !span || span.area.columns !== 1 || span.whole !== null || span.area.rows < 2) return null;
  return call.arguments.length > (functionOf(call) === 'SUBTOTAL' ? 2 : 1) ? null : { node, span };
};

/** Lines of the longer range that the shorter one leaves out, and whether its column holds a figure there. */
const leavesFigures = (short: Span, long: Span): boolean => {
  for (let row = long.area.row; row < long.area.row + long.area.rows; row++) {
    const left = row < short.area.row || row >= short.area.row + short.area.rows;
    if (left && typeof valueAt(short.sheet, row, short.area.column) === 'number') return true;
  }
  return false;
};

const quotients = (cell: FormulaCell, book: LintBook): Remark[] => {
  const found: Remark[] = [];
  walk(cell.formula.tree, (node) => {
    if (node.type !== 'BinaryExpression' || node.operator !== '/') return;
    const top = totalOf(node.arguments[0], cell, book);
    const bottom = totalOf(node.arguments[1], cell, book);
    if (!top || !bottom || top.span.sheet !== bottom.span.sheet || top.span.area.column === bottom.span.area.column) return;
    if (rowsOf(top.span) === rowsOf(bottom.span) || top.span.anchors.bottom !== bottom.span.anchors.bottom) return;
    const [short, long] = top.span.area.rows < bottom.span.area.rows ? [top, bottom] : [bottom, top];
    const overlaps =
      short.span.area.row < long.span.area.row + long.span.area.rows &&
      long.span.area.row < short.span.area.row + short.span.area.rows;
    // What has happened so far, over what was planned for the whole: its column is still empty after it.
    if (overlaps && !leavesFigures(short.span, long.span)) return;
    const moved = overlaps
      ? new Map([[short.node, onLinesOf(short.span, long.span)]])
      : new Map([[bottom.node, onLinesOf(bottom.span, top.span)]]);
    const facts = { one: spanText(top.span, cell.sheet), other: spanText(bottom.span, cell.sheet) };
    found.push(remark('mixed-periods', facts, cell, book, { proposal: realigned(cell, moved, book), confidence: 0.85 }));
  });
  return found;
};

/** A sum over lines of which some are weeks and others months, quarters or years. */
const kindsMixed = (cell: FormulaCell, book: LintBook): Remark[] => {
  const call = unwrapped(cell.formula.tree);
  const spans = totalledBy(cell, book);
  const [span] = spans ?? [];
  if (call?.type !== 'CallExpression' || functionOf(call) !== 'SUM' || spans?.length !== 1 || !span) return [];
  const stretch = stretchOf(span);
  if (!stretch || stretch.last - stretch.first > 400) return [];
  const lines = new Map<string, number[]>();
  for (let line = stretch.first; line <= stretch.last; line++) {
    if (typeof valueOn(stretch, line) !== 'number') continue;
    const kind = periodNamed(labelOn(stretch, line));
    if (kind === null) return [];
    lines.set(kind, [...(lines.get(kind) ?? []), line]);
  }
  const [most, other] = [...lines.values()].sort((a, b) => b.length - a.length);
  if (!most || !other || most.length < 2) return [];
  const pieces = runsOf(most).map(([from, to]) => areaText(span.sheet, areaOf(stretch, from, to), cell.sheet));
  const facts = { one: String(labelOn(stretch, most[0] ?? 0)), other: String(labelOn(stretch, other[0] ?? 0)) };
  const proposal = pieces.length > 12 ? null : proposalWith(cell, call, `SUM(${pieces.join(',')})`, book);
  return [remark('mixed-periods', facts, cell, book, { proposal, confidence: 0.8 })];
};

/** Calculations whose ranges do not cover the same lines, or whose lines are not of one kind of period. */
export const mixedRule: CellRule = (cell, book) => {
  const found = unpaired(cell, book);
  if (isAboutPart(cell) && found.length === 0) return [];
  const remarks = [...found, ...quotients(cell, book), ...kindsMixed(cell, book)];
  return remarks
    .filter(({ expected, value }) => typeof expected !== 'number' || typeof value !== 'number' || !sameFigure(expected, value))
    .slice(0, 1);
};
