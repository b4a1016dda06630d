import { valueAt, type CellValue } from '../sheet/snapshot';
import type { Remark } from './finding';
import { functionOf, numberOf, walk, type AstExpression, type CallExpression } from './formula';
import type { FormulaCell, LintBook, Span } from './lint-book';
import { remembering } from './memory';
import { partText, spanText } from './ratio-text';
import { proposalWith, remark, type CellRule } from './rule';

const isFalse = (node: AstExpression | null | undefined): boolean =>
  node === null || numberOf(node) === 0 || (node?.type === 'Literal' && node.value === false);

/** A value larger than any in practice: what is looked for is the last entry, whatever the order. */
const isBeyond = (sought: AstExpression): boolean => {
  if ((numberOf(sought) ?? 0) >= 1e15) return true;
  if (sought.type === 'Literal') return typeof sought.value === 'string' && /^[zωя]{2,}$/i.test(sought.value);
  if (sought.type !== 'CallExpression' || functionOf(sought) !== 'REPT') return false;
  const [repeated] = sought.arguments;
  return repeated?.type === 'Literal' && typeof repeated.value === 'string' && /^[zωя]+$/i.test(repeated.value);
};

/** The list that a call looks through for the nearest value, and how the call reads when it asks for the very one. */
const approximate = (
  call: CallExpression,
): { list: AstExpression; exact: (write: (node: AstExpression) => string) => string } | null => {
  const name = functionOf(call);
  const [sought, list, column, mode] = call.arguments;
  if (!sought || !list || isBeyond(sought)) return null;
  if (name === 'VLOOKUP' && column && (call.arguments.length === 3 || !isFalse(mode)))
    return { list, exact: (write) => `VLOOKUP(${write(sought)},${write(list)},${write(column)},FALSE)` };
  if (name === 'MATCH' && (column === undefined || numberOf(column) === 1))
    return { list, exact: (write) => `MATCH(${write(sought)},${write(list)},0)` };
  return null;
};

const follows = (one: CellValue, next: CellValue): boolean => {
  if (typeof one !== typeof next) return true;
  return typeof one === 'string' && typeof next === 'string'
    ? one.localeCompare(next, 'fr', { sensitivity: 'base' }) <= 0
    : one <= next;
};

/** True where the first column of a list goes down somewhere. */
const isUnsorted = remembering(({ sheet, area }: Span): boolean => {
  const down = area.rows > 1;
  const length = down ? area.rows : area.columns;
  const at = (index: number): CellValue => valueAt(sheet, area.row + (down ? index : 0), area.column + (down ? 0 : index));
  let last: CellValue = '';
  // A header in the range is no key.
  for (let index = typeof at(0) === 'string' && typeof at(1) === 'number' ? 1 : 0; index < length; index++) {
    const value = at(index);
    if (value === '') continue;
    if (last !== '' && !follows(last, value)) return true;
    last = value;
  }
  return false;
});

/** Lookups of the nearest value in lists that are not sorted: they may answer with any line. */
export const lookupRule: CellRule = (cell: FormulaCell, book: LintBook) => {
  const found: Remark[] = [];
  walk(cell.formula.tree, (node) => {
    const call = node.type === 'CallExpression' && found.length === 0 ? approximate(node) : null;
    const span = call && book.resolve(call.list, cell);
    if (!call || !span || !isUnsorted(span, book)) return;
    const proposal = proposalWith(
      cell,
      node,
      call.exact((part) => partText(part, cell, cell.sheet, book)),
      book,
    );
    found.push(remark('unsorted-lookup', { range: spanText(span, cell.sheet) }, cell, book, { proposal, confidence: 0.85 }));
  });
  return found;
};
