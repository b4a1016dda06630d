import { valueAt } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { evaluateText, sameFigure } from './evaluate';
import type { FindingKind, RateFacts, Remark } from './finding';
import { bareNode, functionOf, numberOf, walk, type AstExpression, type CallExpression } from './formula';
import { type FormulaCell, type LintBook, type Span } from './lint-book';
import { headerOf, isRate, quotientAhead, quotientOfArea, type Quotient, type Term } from './quotient';
import { partText, quotientText, shiftedSpan, spanText, termsName } from './ratio-text';
import { remembering } from './memory';
import { proposalWith, remark, type CellRule } from './rule';
import { composedRates } from './rates-composed';

type Kind = Extract<
  FindingKind,
  'average-of-rates' | 'conditional-average-of-rates' | 'subtotal-average-of-rates' | 'sum-of-rates'
>;

/** How one function over rates is written as the same function over their numerators and denominators. */
type Reading = {
  kind: Kind;
  /** What is replaced: the call, or the division of the sum by the number of rates. */
  node: AstExpression;
  /** Arguments that hold the rates. */
  rates: readonly AstExpression[];
  /** The function over a term's cells, which stand where the rates stood. */
  over: (cells: readonly string[]) => string;
  /** How many lines fulfil the conditions, as a formula; absent where there are none. */
  count?: () => string;
};

const COUNTS: ReadonlySet<string> = new Set(['COUNT', 'COUNTA', 'ROWS', 'COLUMNS']);

const isCount = (node: AstExpression | null | undefined): boolean => {
  const bare = bareNode(node);
  return numberOf(bare) !== null || (bare?.type === 'CallExpression' && COUNTS.has(functionOf(bare)));
};

/** The division by the number of lines around a sum, when there is one. */
const meanAround = (node: AstExpression, around: readonly AstExpression[]): AstExpression | null => {
  const parent = around[0];
  if (parent?.type !== 'BinaryExpression' || parent.operator !== '/' || parent.arguments[0] !== node) return null;
  return isCount(parent.arguments[1]) ? parent : null;
};

const present = (nodes: readonly (AstExpression | null)[]): AstExpression[] => nodes.filter((node) => node !== null);

const readCall = (
  call: CallExpression,
  around: readonly AstExpression[],
  text: (node: AstExpression) => string,
): Reading | null => {
  const [first, second, third] = call.arguments;
  const rest = (from: number): string =>
    call.arguments
      .slice(from)
      .map((node) => (node ? text(node) : ''))
      .join(',');
  const number = numberOf(first);
  switch (functionOf(call)) {
    case 'AVERAGE':
    case 'AVERAGEA':
      return { kind: 'average-of-rates', node: call, rates: present(call.arguments), over: (cells) => `SUM(${cells.join(',')})` };
    case 'SUM': {
      const mean = meanAround(call, around);
      return {
        kind: mean ? 'average-of-rates' : 'sum-of-rates',
        node: mean ?? call,
        rates: present(call.arguments),
        over: (cells) => `SUM(${cells.join(',')})`,
      };
    }
    case 'AVERAGEIF':
    case 'SUMIF': {
      const rates = third ?? first;
      if (!first || !second || !rates) return null;
      return {
        kind: functionOf(call) === 'SUMIF' ? 'sum-of-rates' : 'conditional-average-of-rates',
        node: call,
        rates: [rates],
        over: ([cells = '']) => `SUMIF(${text(first)},${text(second)},${cells})`,
        count: () => `=COUNTIF(${text(first)},${text(second)})`,
      };
    }
    case 'AVERAGEIFS':
    case 'SUMIFS':
      if (!first) return null;
      return {
        kind: functionOf(call) === 'SUMIFS' ? 'sum-of-rates' : 'conditional-average-of-rates',
        node: call,
        rates: [first],
        over: ([cells = '']) => `SUMIFS(${cells},${rest(1)})`,
        count: () => `=COUNTIFS(${rest(1)})`,
      };
    case 'SUBTOTAL':
      if (number !== 1 && number !== 101) return null;
      return {
        kind: 'subtotal-average-of-rates',
        node: call,
        rates: present(call.arguments.slice(1)),
        over: (cells) => `SUBTOTAL(${number + 8},${cells.join(',')})`,
      };
    case 'AGGREGATE':
      if (number !== 1 || !second) return null;
      return {
        kind: 'subtotal-average-of-rates',
        node: call,
        rates: present(call.arguments.slice(2)),
        over: (cells) => `AGGREGATE(9,${text(second)},${cells.join(',')})`,
      };
    default:
      return null;
  }
};

/** The operands of `F2+F3+F4`, where the node is the outermost plus sign. */
const addends = (node: AstExpression): AstExpression[] =>
  node.type === 'BinaryExpression' && node.operator === '+' ? present(node.arguments).flatMap(addends) : [node];

const readSum = (node: AstExpression, around: readonly AstExpression[]): Reading | null => {
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  if (around[0]?.type === 'BinaryExpression' && around[0].operator === '+') return null;
  const rates = addends(node);
  const mean = meanAround(node, around);
  if (!rates.every((rate) => rate.type === 'ReferenceIdentifier')) return null;
  return {
    kind: mean ? 'average-of-rates' : 'sum-of-rates',
    node: mean ?? node,
    rates,
    over: (cells) => `SUM(${cells.join(',')})`,
  };
};

const numbersIn = remembering(({ sheet, area }) => {
  let numbers = 0;
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      if (typeof valueAt(sheet, row, column) === 'number') numbers++;
  return numbers;
});

const linesIn = (spans: readonly Span[], book: LintBook): number => spans.reduce((sum, span) => sum + numbersIn(span, book), 0);

/** The quotient that all spans share; null where they differ or are none. */
const sharedQuotient = (spans: readonly Span[], book: LintBook): Quotient | null => {
  const [first, ...others] = spans.map((span) => quotientOfArea(span, book));
  if (!first) return null;
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : null;
};

/** Shares of a whole add up to it: their sum is a check, not an error. */
const isWhole = (value: FormulaCell['value']): boolean =>
  typeof value === 'number' && [1, 100].some((whole) => Math.abs(value - whole) < 0.006 * whole);

const proposalOf = (
  reading: Reading,
  spans: readonly Span[],
  quotient: Quotient,
  cell: FormulaCell,
  book: LintBook,
): string | null => {
  const total = (term: Term): string | null => {
    const cells = spans.map((span) => {
      const shifted = shiftedSpan(span, term, book);
      return shifted && spanText(shifted, cell.sheet);
    });
    return cells.includes(null) ? null : reading.over(cells.map(String));
  };
  const text = quotientText(quotient, total);
  return text === null ? null : proposalWith(cell, reading.node, text, book);
};

/** A typed rate over lines that count something, whose numerator and denominator are nowhere. */
const isTypedRate = (spans: readonly Span[], book: LintBook): boolean =>
  spans.every(({ sheet, area }) => {
    const found = book.detected(sheet, area.row + (area.rows > 2 ? 1 : 0), area.column);
    if (area.columns !== 1 || found?.column.type !== 'rate' || found.column.parts) return false;
    return (
      found.table.kind !== 'periods' && found.table.columns.some(({ type, average }) => type === 'count' && average !== true)
    );
  });

const linesTaken = ({ count }: Reading, spans: readonly Span[], cell: FormulaCell, book: LintBook): number => {
  const counted = count === undefined ? null : evaluateText(count(), cell, book);
  return typeof counted === 'number' ? counted : linesIn(spans, book);
};

const judge = (reading: Reading, cell: FormulaCell, book: LintBook): Remark[] => {
  const spans = reading.rates.map((node) => book.resolve(node, cell));
  if (spans.length === 0 || spans.includes(null)) return [];
  const known = spans.filter((span) => span !== null);
  const [first] = known;
  if (!first || linesIn(known, book) < 2) return [];
  const quotient = sharedQuotient(known, book);
  const sums = reading.kind === 'sum-of-rates';
  const name = headerOf(first);
  const facts = (parts: Quotient | null): RateFacts => ({
    rate: name,
    lines: linesTaken(reading, known, cell, book),
    numerator: parts && termsName(parts.numerator, first, book),
    denominator: parts && termsName(parts.denominator, first, book),
  });
  if (!quotient) {
    if (sums || !isTypedRate(known, book)) return [];
    return [remark(reading.kind, facts(null), cell, book, { proposal: null, confidence: 0.5 })];
  }
  if (!isRate(first, quotient, book, sums) || (sums && isWhole(cell.value))) return [];
  const proposal = proposalOf(reading, known, quotient, cell, book);
  if (proposal === null) return [];
  const found = remark(reading.kind, facts(quotient), cell, book, { proposal, confidence: 0.95 });
  const now = typeof cell.value === 'number' ? cell.value : null;
  const exact = evaluateText(proposal, cell, book);
  // Lines of equal weight: the mean of the rates is the rate of the whole.
  return now !== null && typeof exact === 'number' && sameFigure(exact, now) ? [] : [found];
};

/** What a formula totals or averages, in whatever way. */
const readingsIn = (cell: FormulaCell, book: LintBook): Reading[] => {
  const found: Reading[] = [];
  const text = (node: AstExpression): string => partText(node, cell, cell.sheet, book);
  walk(cell.formula.tree, (node, around) => {
    const reading = node.type === 'CallExpression' ? readCall(node, around, text) : readSum(node, around);
    if (reading) found.push(reading);
  });
  return found;
};

/** Finds out in steps what the rule asks of long columns, so that it has it at once. */
export function* ratesAhead(cell: FormulaCell, book: LintBook): Steps<void> {
  for (const { rates } of readingsIn(cell, book))
    for (const node of rates) {
      const span = book.resolve(node, cell);
      if (span && numbersIn(span, book) > 1) yield* quotientAhead(span, book);
    }
}

/** Averages and sums of rates, and what they are made of: Σ numerators ÷ Σ denominators over the same lines. */
export const rateRule: CellRule = (cell, book) => {
  const found = readingsIn(cell, book).flatMap((reading) => judge(reading, cell, book));
  return found.length > 0 ? found : composedRates(cell, book);
};
