import { areaName } from '../sheet/address';
import type { Remark } from './finding';
import { functionOf } from './formula';
import { sameFigure } from './evaluate';
import { areaText, type FormulaCell, type LintBook, type Span } from './lint-book';
import {
  addends,
  areaOf,
  formulaOn,
  isAboutPart,
  isFigureOn,
  isNumericHeader,
  isTaken,
  isTotalLine,
  labelOn,
  runsOf,
  stretchOf,
  totalledBy,
  unwrapped,
  valueOn,
  type Axis,
  type Stretch,
} from './lines';
import { proposalWith, remark, type CellRule } from './rule';
import { numberIn } from './texts';
import { totalsOver } from './workbook-ranges';

/** Lines that a total must take before what it leaves out is looked for. */
const LEAST_TAKEN = 3;

/** The one stretch that a total's spans lie in, in line with the cell; null where they lie elsewhere. */
const lineUp = (spans: readonly Span[], cell: FormulaCell, axis: Axis): Stretch | null => {
  const stretches = spans.map((span) => stretchOf(span, axis));
  const place = axis === 'down' ? cell.column : cell.row;
  if (spans.some(({ sheet, whole }) => sheet !== cell.sheet || whole !== null)) return null;
  if (stretches.some((stretch) => stretch?.place !== place)) return null;
  const firsts = stretches.map((stretch) => stretch?.first ?? 0);
  const lasts = stretches.map((stretch) => stretch?.last ?? 0);
  return { sheet: cell.sheet, axis, place, first: Math.min(...firsts), last: Math.max(...lasts) };
};

/** True where another total of the stretch, apart from this one, takes a line: the figures are shared out between them. */
const isShared = (stretch: Stretch, line: number, own: readonly Span[], cell: FormulaCell, book: LintBook): boolean =>
  totalsOver(book, stretch.sheet, areaOf(stretch, line, line)).some(({ by, spans }) => {
    if (by === cell) return false;
    return !spans.some((span) => own.some((mine) => mine.sheet === span.sheet && overlap(mine, span)));
  });

const overlap = ({ area: one }: Span, { area: other }: Span): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

const sameKind = (stretch: Stretch, line: number, book: LintBook): boolean =>
  (formulaOn(stretch, line, book) !== null) === (formulaOn(stretch, stretch.first, book) !== null);

/** Lines before the first one taken that belong to the same dated series, or that the totals beside this one take. */
const before = (stretch: Stretch, cell: FormulaCell, book: LintBook): number[] => {
  const lines: number[] = [];
  const own = stretch.axis === 'down' ? cell.row : cell.column;
  for (let line = stretch.first - 1; line >= 0 && line !== own; line--) {
    if (!isFigureOn(stretch, line, book) || isNumericHeader(stretch, line) || !sameKind(stretch, line, book)) break;
    lines.push(line);
  }
  const dated = typeof labelOn(stretch, stretch.first) === 'number';
  const certain = lines.filter(
    (line) => (dated && typeof labelOn(stretch, line) === 'number') || neighbourTakes(stretch, line, cell, book),
  );
  return certain.length === lines.length ? lines : [];
};

/** True when the total right beside this one takes the line in its own column (row). */
const neighbourTakes = (stretch: Stretch, line: number, cell: FormulaCell, book: LintBook): boolean =>
  [-1, 1].some((side) => {
    const beside =
      stretch.axis === 'down'
        ? book.formulaAt(cell.sheet, cell.row, cell.column + side)
        : book.formulaAt(cell.sheet, cell.row + side, cell.column);
    const spans = beside && totalledBy(beside, book);
    return spans ? isTaken(spans, { ...stretch, place: stretch.place + side }, line) : false;
  });

/** A figure typed as text, which ends no series. */
const isTypedFigure = (stretch: Stretch, line: number): boolean => {
  const value = valueOn(stretch, line);
  return typeof value === 'string' && numberIn(value) !== null && !isTotalLine(stretch, line);
};

const figureOn = (stretch: Stretch, line: number): number => {
  const value = valueOn(stretch, line);
  return typeof value === 'string' ? (numberIn(value)?.number ?? 0) : Number(value);
};

const after = (stretch: Stretch, cell: FormulaCell, book: LintBook): number[] => {
  const own = stretch.axis === 'down' ? cell.row : cell.column;
  const lines: number[] = [];
  for (let line = stretch.last + 1; line !== own; line++) {
    const goesOn = isFigureOn(stretch, line, book) || isTypedFigure(stretch, line);
    if (!goesOn || !sameKind(stretch, line, book)) break;
    lines.push(line);
  }
  return lines.some((line) => typeof valueOn(stretch, line) === 'number') ? lines : [];
};

const within = (stretch: Stretch, spans: readonly Span[], book: LintBook): number[] => {
  const lines: number[] = [];
  for (let line = stretch.first; line <= stretch.last; line++)
    if (!isTaken(spans, stretch, line) && isFigureOn(stretch, line, book) && sameKind(stretch, line, book)) lines.push(line);
  return lines;
};

const judge = (spans: readonly Span[], stretch: Stretch, cell: FormulaCell, book: LintBook): Remark[] => {
  const own = stretch.axis === 'down' ? cell.row : cell.column;
  if (own >= stretch.first && own <= stretch.last) return [];
  const taken: number[] = [];
  for (let line = stretch.first; line <= stretch.last; line++) if (isTaken(spans, stretch, line)) taken.push(line);
  const holes = within(stretch, spans, book);
  const head = before(stretch, cell, book);
  const tail = after(stretch, cell, book);
  if (taken.length < LEAST_TAKEN || (holes.length > 0 && 2 * holes.length > taken.length)) return [];
  const missing = [...head, ...holes, ...tail].filter((line) => !isShared(stretch, line, spans, cell, book));
  if (missing.length === 0) return [];
  const pieces = runsOf([...taken, ...missing]).map(([from, to]) => areaText(cell.sheet, areaOf(stretch, from, to), cell.sheet));
  const core = unwrapped(cell.formula.tree);
  const call = addends(cell.formula.tree)[0];
  if (!core || !call) return [];
  const name = call.type === 'CallExpression' ? functionOf(call) : 'SUM';
  const option =
    call.type === 'CallExpression' && name === 'SUBTOTAL'
      ? `${String(call.arguments[0]?.type === 'Literal' ? call.arguments[0].value : 9)},`
      : '';
  if (name === 'AGGREGATE') return [];
  const proposal = proposalWith(cell, core, `${name}(${option}${pieces.join(',')})`, book);
  const amount = missing.reduce((sum, line) => sum + figureOn(stretch, line), 0);
  const facts = {
    missing: runsOf(missing)
      .map(([from, to]) => areaName(areaOf(stretch, from, to)))
      .join(', '),
    lines: missing.length,
    amount,
  };
  const found = remark('total-leaves-out', facts, cell, book, { proposal, confidence: 0.9 });
  return typeof found.expected === 'number' && typeof found.value === 'number' && sameFigure(found.expected, found.value)
    ? []
    : [found];
};

/** Totals in line with their figures (under, over, left or right of them) that do not take all of them. */
export const totalRule: CellRule = (cell, book) => {
  const spans = totalledBy(cell, book);
  if (!spans || isAboutPart(cell)) return [];
  for (const axis of ['down', 'across'] as const) {
    const stretch = lineUp(spans, cell, axis);
    if (stretch) return judge(spans, stretch, cell, book);
  }
  return [];
};
