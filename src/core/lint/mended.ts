import { evaluateText } from './evaluate';
import type { Remark } from './finding';
import { readFormula } from './formula';
import type { FormulaCell, LintBook } from './lint-book';
import type { CellRule } from './rule';

/** Rules and the order in which their remarks are mended: a total's range before the texts in it. */
export type Mending = { rules: readonly CellRule[]; inOrder: (remarks: readonly Remark[]) => readonly Remark[] };

/** Kinds that say nothing of the figure shown: what is told of it beside them holds. */
const HARMLESS: ReadonlySet<Remark['kind']> = new Set<Remark['kind']>([
  'hard-coded-number',
  'volatile-function',
  'swallowed-error',
]);

/** So many faults in one formula, and no more, are mended together. */
const MOST_FAULTS = 5;

const isFault = ({ kind }: Remark): boolean => !HARMLESS.has(kind);

/** The formula of a cell without any of its faults, mended one after the other; null where one of them cannot be. */
const mendedFormula = (
  faults: readonly Remark[],
  cell: FormulaCell,
  book: LintBook,
  { rules, inOrder }: Mending,
): string | null => {
  // A longer range takes in texts that nobody could see before; of the rest, only what was said of the cell itself counts.
  const kinds = new Set<Remark['kind']>(['text-numbers', ...faults.map(({ kind }) => kind)]);
  let next = faults[0];
  let text: string | null = null;
  for (let mends = 0; next && mends < MOST_FAULTS; mends++) {
    if (next.proposal === null || next.proposal === text) return null;
    text = next.proposal;
    const formula = readFormula(text);
    if (!formula) return null;
    const now: FormulaCell = { ...cell, formula };
    [next] = inOrder(rules.flatMap((rule) => rule(now, book)).filter(({ kind }) => kinds.has(kind)));
  }
  return next ? null : text;
};

/**
 * The remarks of one cell so that an exact value is exact: where a formula has several faults, also one that shows when another
 * is mended, each proposes the formula with all of them mended, and its value. Where that cannot be written, each proposes
 * its own mend and none tells an exact value.
 *
 * `=SUM(B2:B8)` with a text in B4 and figures down to B10 is `=SUM(B2:B10)+NUMBERVALUE(B4,",",".")` in both remarks.
 */
export const mendedTogether = (remarks: readonly Remark[], book: LintBook, mending: Mending): readonly Remark[] => {
  const faults = mending.inOrder(remarks.filter(isFault));
  const [first] = faults;
  const sheet = first ? book.sheet(first.sheet) : null;
  const cell = first && sheet && first.formula !== null ? book.formulaAt(sheet, first.row, first.column) : null;
  if (!first || !cell || !faults.some(({ expected }) => expected !== null)) return remarks;
  const proposal = mendedFormula(faults, cell, book, mending);
  if (faults.length === 1 && proposal === first.proposal) return remarks;
  const known = proposal !== null && faults.every(({ expected, proposal: own }) => expected !== null || own === null);
  const value = known ? evaluateText(proposal, cell, book) : null;
  const expected = typeof value === 'number' ? value : null;
  return remarks.map((remark) => (isFault(remark) ? { ...remark, expected, proposal: proposal ?? remark.proposal } : remark));
};
