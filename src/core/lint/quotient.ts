import { plainText } from '../detect/words';
import { valueAt } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { bareNode, cellsOf, functionOf, numberOf, walk, type AstExpression } from './formula';
import { rememberingShape, rememberingSteps } from './memory';
import { contains, type FormulaCell, type LintBook, type Span } from './lint-book';
import { namesTheSame } from './workbook-ranges';

/** A cell on the same line as a rate, by how far it stands from it, with its sign and factor in a sum. */
export type Term = { factor: number; sheet: string; rows: number; columns: number };

/**
 * How a rate comes from other cells of its line: (`numerator` ÷ `denominator`) × `scale` + `offset`. `=1-E5/D5` has scale -1
 * and offset 1, a rate in percent points scale 100.
 */
export type Quotient = { numerator: readonly Term[]; denominator: readonly Term[]; scale: number; offset: number };

type Sum = { terms: readonly Term[]; constant: number };

const scaled = ({ terms, constant }: Sum, by: number): Sum => ({
  terms: terms.map((term) => ({ ...term, factor: term.factor * by })),
  constant: constant * by,
});
const added = (one: Sum | null, other: Sum | null, sign: 1 | -1): Sum | null => {
  if (!one || !other) return null;
  const second = scaled(other, sign);
  return { terms: [...one.terms, ...second.terms], constant: one.constant + second.constant };
};

/** Cells added to one sum over a line: `=E4/SUM(E4:H4)`. */
const MOST_TERMS = 12;

/** A sum of cells and numbers; null for any other calculation. */
const sumOf = (given: AstExpression | null | undefined, cell: FormulaCell, book: LintBook): Sum | null => {
  const node = bareNode(given);
  const number = numberOf(node);
  if (number !== null) return { terms: [], constant: number };
  if (!node) return null;
  if (node.type === 'ReferenceIdentifier' || (node.type === 'UnaryExpression' && node.operator === '@')) {
    const span = book.resolve(node, cell);
    if (!span || span.area.rows * span.area.columns !== 1) return null;
    return { terms: [termOf(span, cell, node)], constant: 0 };
  }
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const inner = sumOf(node.arguments[0], cell, book);
    return inner && scaled(inner, -1);
  }
  if (node.type === 'CallExpression') {
    if (functionOf(node) !== 'SUM') return null;
    let total: Sum | null = { terms: [], constant: 0 };
    for (const argument of node.arguments) {
      const span = book.resolve(argument, cell);
      if (!span || span.area.rows * span.area.columns > MOST_TERMS) return null;
      const { row, column, rows, columns } = span.area;
      for (let index = 0; index < rows * columns; index++) {
        const one = {
          ...span,
          area: { row: row + Math.floor(index / columns), column: column + (index % columns), rows: 1, columns: 1 },
        };
        total = added(total, { terms: [termOf(one, cell, null)], constant: 0 }, 1);
      }
    }
    return total;
  }
  if (node.type !== 'BinaryExpression') return null;
  const [left, right] = node.arguments;
  if (node.operator === '+' || node.operator === '-')
    return added(sumOf(left, cell, book), sumOf(right, cell, book), node.operator === '+' ? 1 : -1);
  if (node.operator !== '*') return null;
  const factor = numberOf(left) ?? numberOf(right);
  const other = sumOf(numberOf(left) === null ? left : right, cell, book);
  return factor === null || !other ? null : scaled(other, factor);
};

/** A fixed cell (`$D$1`) has no place on the line: its offsets are not numbers. */
const termOf = (span: Span, cell: FormulaCell, node: AstExpression | null): Term => {
  const range = node?.type === 'ReferenceIdentifier' ? cellsOf(node)?.range : undefined;
  const fixed = range?.$top === true && range.$left === true;
  return {
    factor: 1,
    sheet: span.sheet.name,
    rows: fixed ? Number.NaN : span.area.row - cell.row,
    columns: fixed ? Number.NaN : span.area.column - cell.column,
  };
};

const GUARDS: ReadonlySet<string> = new Set(['IFERROR', 'IFNA', 'ROUND', 'ROUNDUP', 'ROUNDDOWN', 'N']);

const isEmptyAnswer = (node: AstExpression | null | undefined): boolean =>
  !node ||
  node.type === 'Literal' ||
  node.type === 'ErrorLiteral' ||
  (node.type === 'CallExpression' && functionOf(node) === 'NA');

const quotientIn = (given: AstExpression | null | undefined, cell: FormulaCell, book: LintBook): Quotient | null => {
  const node = bareNode(given);
  if (node?.type === 'CallExpression') {
    const name = functionOf(node);
    const [first, second, third] = node.arguments;
    if (GUARDS.has(name)) return quotientIn(first, cell, book);
    if (name !== 'IF') return null;
    if (isEmptyAnswer(second)) return quotientIn(third, cell, book);
    return isEmptyAnswer(third) ? quotientIn(second, cell, book) : null;
  }
  if (node?.type !== 'BinaryExpression') return null;
  const [left, right] = node.arguments;
  if (node.operator === '/') {
    const numerator = sumOf(left, cell, book);
    const denominator = sumOf(right, cell, book);
    if (!numerator || !denominator || numerator.constant !== 0 || denominator.constant !== 0) return null;
    return { numerator: numerator.terms, denominator: denominator.terms, scale: 1, offset: 0 };
  }
  if (!['*', '-', '+'].includes(node.operator)) return null;
  const number = numberOf(left) ?? numberOf(right);
  const inner = quotientIn(numberOf(left) === null ? left : right, cell, book);
  if (number === null || !inner) return null;
  if (node.operator === '*') return { ...inner, scale: inner.scale * number, offset: inner.offset * number };
  if (node.operator === '+') return { ...inner, offset: inner.offset + number };
  return numberOf(left) === null
    ? { ...inner, offset: inner.offset - number }
    : { ...inner, scale: -inner.scale, offset: number - inner.offset };
};

/**
 * The quotient of two cells, or sums of cells, that a formula gives: `=E5/D5`, `=IF(D5=0,"",E5/D5)`, `=1-F5/(E5+F5)`. null
 * where the denominator is the same for every line, as of a share of one total: such quotients may be averaged.
 */
export const quotientOf = (cell: FormulaCell, book: LintBook): Quotient | null => {
  if (movesAlong(cell, book)) return quotientOfShape(cell, book);
  const isNone = namesTheSame(cell, book) && quotientOfShape(cell, book) === null;
  return isNone ? null : readQuotient(cell, book);
};

/** Does all that a formula names move along when it is filled? Then the formulas filled from it are the same quotient. */
const movesAlong = rememberingShape((cell): boolean => {
  let moves = true;
  walk(cell.formula.tree, (node) => {
    if (node.type === 'ReferenceIdentifier') moves &&= node.kind === 'range' && !node.value.includes('$');
  });
  return moves;
});

const readQuotient = (cell: FormulaCell, book: LintBook): Quotient | null => {
  const found = quotientIn(cell.formula.tree, cell, book);
  if (!found || found.denominator.length === 0 || found.numerator.length === 0) return null;
  const terms = [...found.numerator, ...found.denominator];
  if (terms.some(({ rows, columns }) => Number.isNaN(rows) || Number.isNaN(columns))) return null;
  return terms.length > MOST_TERMS ? null : found;
};

const quotientOfShape = rememberingShape(readQuotient);

/** A rate of one line may be typed rounded to a tenth of a percent. */
const TYPED_TOLERANCE = 0.0006;
/** Share of the lines that must agree with the formula, or that must hold it. */
const AGREED = 0.97;
const MOST_LINES = 5_000;

type Line = { row: number; column: number };

const linesOf = ({ area }: Span): Line[] => {
  const step = Math.max(1, Math.floor((area.rows * area.columns) / MOST_LINES));
  const lines: Line[] = [];
  for (let index = 0; index < area.rows * area.columns; index += step)
    lines.push({ row: area.row + Math.floor(index / area.columns), column: area.column + (index % area.columns) });
  return lines;
};

/** Sum of a quotient's terms for the line of a cell; null where one of them is no number. */
const total = (terms: readonly Term[], line: Line, book: LintBook): number | null => {
  let sum = 0;
  for (const { factor, sheet, rows, columns } of terms) {
    const home = book.sheet(sheet);
    const value = home ? valueAt(home, line.row + rows, line.column + columns) : '';
    if (typeof value === 'number') sum += factor * value;
    else if (value !== '') return null;
  }
  return sum;
};

const follows = (value: number, line: Line, { numerator, denominator, scale, offset }: Quotient, book: LintBook): boolean => {
  const top = total(numerator, line, book);
  const bottom = total(denominator, line, book);
  if (top === null || !bottom) return value === 0;
  return Math.abs(value - ((top / bottom) * scale + offset)) <= TYPED_TOLERANCE * Math.max(1, Math.abs(scale), Math.abs(value));
};

const isOneLine = ({ area }: Span, { numerator, denominator }: Quotient, sheet: string): boolean =>
  [...numerator, ...denominator].every(
    (term) => term.sheet !== sheet || (area.columns === 1 && term.rows === 0) || (area.rows === 1 && term.columns === 0),
  );

/** Lines that are looked at between two pauses: the tree of each may have to be made. */
const LINES_PER_STEP = 100;

const quotients = rememberingSteps(function* (span: Span, book: LintBook): Steps<Quotient | null> {
  const { sheet, area } = span;
  if (area.rows > 1 && area.columns > 1) return null;
  const lines = linesOf(span);
  const typed: (Line & { value: number })[] = [];
  const kinds = new Map<string, { quotient: Quotient; count: number }>();
  let others = 0;
  for (const [index, line] of lines.entries()) {
    if (index % LINES_PER_STEP === 0 && index > 0) yield undefined;
    const formula = book.formulaAt(sheet, line.row, line.column);
    const value = valueAt(sheet, line.row, line.column);
    if (formula) {
      const quotient = quotientOf(formula, book);
      const key = JSON.stringify(quotient);
      const kind = kinds.get(key);
      if (!quotient) others++;
      else if (kind) kind.count++;
      else kinds.set(key, { quotient, count: 1 });
    } else if (typeof value === 'number') typed.push({ ...line, value });
  }
  const [main] = [...kinds.values()].sort((a, b) => b.count - a.count);
  const quotient = main?.quotient ?? (others === 0 ? yield* detectedQuotient(span, lines, book) : null);
  if (!quotient || !isOneLine(span, quotient, sheet.name)) return null;
  const agreeing = (main?.count ?? 0) + (yield* agreeingLines(typed, quotient, book));
  const filled = typed.length + others + [...kinds.values()].reduce((sum, { count }) => sum + count, 0);
  return filled > 0 && agreeing >= AGREED * filled ? quotient : null;
});

/** How many of some lines with a figure follow a quotient. */
function* agreeingLines(lines: readonly (Line & { value: number })[], quotient: Quotient, book: LintBook): Steps<number> {
  let count = 0;
  for (const [index, line] of lines.entries()) {
    if (index % LINES_PER_STEP === 0 && index > 0) yield undefined;
    if (follows(line.value, line, quotient, book)) count++;
  }
  return count;
}

/** The quotient that every filled cell of an area is: by its formulas, else by what detection found in the rows. */
export const quotientOfArea = quotients.of;

/** Looks for that quotient in steps, so that `quotientOfArea` has it at once. */
export const quotientAhead = quotients.ahead;

function* detectedQuotient(span: Span, lines: readonly Line[], book: LintBook): Steps<Quotient | null> {
  if (span.area.columns !== 1) return null;
  for (const { row, column } of lines) {
    const found = book.detected(span.sheet, row, column);
    if (!found) continue;
    const { parts } = found.column;
    if (!parts) return null;
    const term = (place: number): Term => ({ factor: 1, sheet: span.sheet.name, rows: 0, columns: place - column });
    const fraction = { numerator: [term(parts.numerator)], denominator: [term(parts.denominator)], scale: 1, offset: 0 };
    const inside = lines.flatMap((line) => {
      const value = valueAt(span.sheet, line.row, line.column);
      return typeof value === 'number' ? [{ ...line, value }] : [];
    });
    const points = { ...fraction, scale: 100 };
    const asFractions = yield* agreeingLines(inside, fraction, book);
    return (yield* agreeingLines(inside, points, book)) > asFractions ? points : fraction;
  }
  return null;
}

/** Words of headers over figures that are quotients by themselves. */
const QUOTIENT_HEADER =
  /%|\b(taux|rate|rates|ratio|pourcentage|percent|percentage|pct|qs|qp|dmt|dmc|dpt|aht|asa|moyen|moyenne|moyens|moyennes|moy|average|avg|mean|par|per|conversion|occupation|occupancy|productivite|avancement|progress)\b/;

/** First text above a column of cells, or left of a row of cells; empty when there is none near. */
export const headerOf = ({ sheet, area }: Pick<Span, 'sheet' | 'area'>): string => {
  const upwards = area.columns === 1;
  for (let distance = 0; distance <= 40; distance++) {
    const row = upwards ? area.row - distance : area.row;
    const column = upwards ? area.column : area.column - distance;
    if (row < 0 || column < 0) break;
    const value = valueAt(sheet, row, column);
    if (typeof value === 'string' && value.trim() !== '' && !value.startsWith('#')) return value.trim();
  }
  return '';
};

/**
 * Whether an area's quotient is a rate or a mean, of which neither the sum nor the plain mean says anything: it is shown as
 * a percentage, called so, or counted per piece. An amount converted by an exchange rate is none. `strict`: also for sums,
 * where only what is clearly a rate counts.
 */
export const isRate = (span: Span, quotient: Quotient | null, book: LintBook, strict = false): boolean => {
  const found = book.detected(span.sheet, span.area.row + (span.area.rows > 1 ? 1 : 0), span.area.column);
  if (book.isPercent(span) || found?.column.type === 'rate' || found?.column.average === true) return true;
  if (QUOTIENT_HEADER.test(plainText(headerOf(span)))) return true;
  return (
    !strict && quotient !== null && linesOf(span).every((line) => Number.isInteger(total(quotient.denominator, line, book) ?? 0))
  );
};

/** True for a span that holds the cell itself. */
export const holds = (span: Span, cell: FormulaCell): boolean =>
  span.sheet.name === cell.sheet.name && contains(span.area, cell.row, cell.column);
