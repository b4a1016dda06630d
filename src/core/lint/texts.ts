import { readNumberText } from '../detect/numbers';
import { cellName, type Area } from '../sheet/address';
import { valueAt, type SheetSnapshot } from '../sheet/snapshot';
import { eachInSteps, mapInSteps, type Steps } from '../steps';
import type { Remark } from './finding';
import { callsOf, functionOf, walk } from './formula';
import { areaText, contains, type FormulaCell, type LintBook, type Span } from './lint-book';
import { remembering } from './memory';
import { proposalWith, remark, type CellRule } from './rule';

/** Functions that pass over text in their ranges. */
const SUMS: ReadonlySet<string> = new Set(['SUM', 'AVERAGE', 'SUBTOTAL']);
const MOST_CELLS = 8;
const NO_BREAK = /[\u00a0\u202f]/;

type Typed = { row: number; column: number; text: string; number: number; decimal: '.' | ',' };

/** A text that is a number as people type it in French or in English. `1.234` and `1,234` are taken for thousands by neither. */
export const numberIn = (text: string): { number: number; decimal: '.' | ',' } | null => {
  const trimmed = text.trim();
  if (trimmed === '' || !/\d/.test(trimmed) || /^0\d/.test(trimmed)) return null;
  const decimal = trimmed.includes(',') ? ',' : '.';
  const number = readNumberText(trimmed, decimal);
  return number === null ? null : { number, decimal };
};

/** The decimal mark of the first text that has one. */
const markOf = (typed: readonly Typed[]): { decimal?: '.' | ',' } => {
  const marked = typed.find(({ text, decimal }) => text.includes(decimal));
  return marked ? { decimal: marked.decimal } : {};
};

const textsIn = (
  sheet: SheetSnapshot,
  { row, column, rows, columns }: Area,
  book: LintBook,
): { typed: Typed[]; numbers: number } => {
  const typed: Typed[] = [];
  let numbers = 0;
  for (let line = row; line < row + rows; line++)
    for (let place = column; place < column + columns; place++) {
      const value = valueAt(sheet, line, place);
      if (typeof value === 'number') numbers++;
      if (typeof value !== 'string' || value === '' || book.formulaAt(sheet, line, place)) continue;
      const read = numberIn(value);
      if (read) typed.push({ row: line, column: place, text: value, ...read });
    }
  return { typed, numbers };
};

const textsOf = remembering(({ sheet, area }, book) => textsIn(sheet, area, book));

/** A typed text as a number, whatever the reader's locale: `NUMBERVALUE(B7,",","."))`. */
const asNumber = (sheet: SheetSnapshot, { row, column, text, decimal }: Typed, from: SheetSnapshot): string => {
  const cell = areaText(sheet, { row, column, rows: 1, columns: 1 }, from);
  const bare = NO_BREAK.test(text) ? `SUBSTITUTE(SUBSTITUTE(${cell},"\u00a0",""),"\u202f","")` : cell;
  return `NUMBERVALUE(${bare},"${decimal}","${decimal === ',' ? '.' : ','}")`;
};

const CONVERSIONS: ReadonlySet<string> = new Set(['NUMBERVALUE', 'VALUE']);

/** Cells that a formula converts by itself. */
const convertedIn = (cell: FormulaCell, book: LintBook): Span[] =>
  callsOf(cell.formula.tree, CONVERSIONS).flatMap((call) => {
    const found: Span[] = [];
    walk(call, (node) => {
      const span = node.type === 'ReferenceIdentifier' ? book.resolve(node, cell) : null;
      if (span) found.push(span);
    });
    return found;
  });

const cellsOf = (typed: readonly Typed[]): string => {
  const names = typed.slice(0, 5).map(({ row, column }) => cellName(row, column));
  return `${names.join(', ')}${typed.length > 5 ? ', …' : ''}`;
};

/** Sums and means over cells of which some hold text that looks like a number, and count for nothing. */
export const summedTextRule: CellRule = (cell, book) => {
  const found: Remark[] = [];
  walk(cell.formula.tree, (node) => {
    if (node.type !== 'CallExpression' || !SUMS.has(functionOf(node)) || found.length > 0) return;
    const name = functionOf(node);
    const nodes = name === 'SUBTOTAL' ? node.arguments.slice(1) : node.arguments;
    const spans = nodes.map((argument) => book.resolve(argument, cell)).filter((span) => span !== null);
    const converted = convertedIn(cell, book);
    const texts = spans.flatMap((span) =>
      textsOf(span, book)
        .typed.filter(
          ({ row, column }) => !converted.some(({ sheet, area }) => sheet === span.sheet && contains(area, row, column)),
        )
        .map((typed) => ({ ...typed, sheet: span.sheet })),
    );
    const numbers = spans.reduce((sum, span) => sum + textsOf(span, book).numbers, 0);
    const [first] = texts;
    if (!first || (numbers === 0 && texts.length < 2)) return;
    const whole = nodes.map((argument) => (argument?.type === 'ReferenceIdentifier' ? argument.value : '')).filter(Boolean);
    const added = texts.map((typed) => asNumber(typed.sheet, typed, cell.sheet)).join('+');
    const sum = `SUM(${whole.join(',')})+${added}`;
    const short = texts.length <= MOST_CELLS && whole.length === nodes.length && name !== 'SUBTOTAL';
    const text = name === 'AVERAGE' ? `(${sum})/(COUNT(${whole.join(',')})+${texts.length})` : sum;
    const facts = { cells: cellsOf(texts), count: texts.length, sample: first.text, ...markOf(texts) };
    found.push(
      remark('text-numbers', facts, cell, book, {
        proposal: short ? proposalWith(cell, node, text, book) : null,
        confidence: 0.95,
      }),
    );
  });
  return found;
};

/** Columns of figures in which some cells hold text that looks like a number, where no sum has been found to lack them. */
export function* typedTextSteps(book: LintBook): Steps<Remark[]> {
  const found = yield* eachInSteps(book.detection.tables, function* (table) {
    const sheet = book.sheet(table.sheet);
    if (!sheet || table.kind === 'across') return [];
    const remarks = yield* mapInSteps(table.columns, ({ column, header, type }): Remark[] => {
      if (!['count', 'amount', 'duration', 'rate', 'number'].includes(type)) return [];
      const area = { row: table.firstRow, column, rows: table.lastRow - table.firstRow + 1, columns: 1 };
      const { typed } = textsIn(sheet, area, book);
      const [first] = typed;
      if (!first || header === '') return [];
      return [
        {
          kind: 'text-numbers',
          facts: { cells: cellsOf(typed), count: typed.length, sample: first.text, ...markOf(typed) },
          sheet: sheet.name,
          row: first.row,
          column,
          value: first.text,
          formula: null,
          expected: first.number,
          proposal: `=${asNumber(sheet, first, sheet)}`,
          confidence: 0.8,
        },
      ];
    });
    return remarks.flat();
  });
  return found.flat();
}

/** Column texts that a sum's finding already names are not told again. */
export const withoutRepeats = (summed: readonly Remark[], typed: readonly Remark[], book: LintBook): Remark[] =>
  typed.filter((remark) => {
    const sheet = book.sheet(remark.sheet);
    return !summed.some((sum) => {
      const home = book.sheet(sum.sheet);
      const formula = sum.kind === 'text-numbers' && home ? book.formulaAt(home, sum.row, sum.column) : null;
      return formula !== null && sheet !== null && takes(formula, sheet, remark, book);
    });
  });

const takes = (cell: FormulaCell, sheet: SheetSnapshot, { row, column }: Remark, book: LintBook): boolean => {
  let found = false;
  walk(cell.formula.tree, (node) => {
    const span = node.type === 'ReferenceIdentifier' ? book.resolve(node, cell) : null;
    if (!span || span.sheet !== sheet) return;
    found ||= contains(span.area, row, column);
  });
  return found;
};
