import type { Finding, FindingFacts, FindingKind, Remark } from './finding';
import type { AstExpression } from './formula';
import { withReplaced } from './formula';
import { expectedOf } from './evaluate';
import type { FormulaCell, LintBook } from './lint-book';
import { qualified } from './ratio-text';

/** Looks at one formula. */
export type CellRule = (cell: FormulaCell, book: LintBook) => readonly Remark[];

/** Looks at the whole workbook. */
export type BookRule = (book: LintBook) => readonly Remark[];

/** A remark of a formula cell, its expected value calculated from the proposal unless it is told. */
export const remark = <K extends FindingKind>(
  kind: K,
  facts: FindingFacts[K],
  cell: FormulaCell,
  book: LintBook,
  said: { proposal: string | null; confidence: number; expected?: Finding['expected'] },
): Remark =>
  ({
    kind,
    facts,
    sheet: cell.sheet.name,
    row: cell.row,
    column: cell.column,
    value: cell.value,
    formula: cell.formula.text,
    expected: said.expected !== undefined ? said.expected : said.proposal === null ? null : expectedOf(said.proposal, cell, book),
    proposal: said.proposal,
    confidence: said.confidence,
  }) as Remark;

/** The cell's formula with one part replaced, fit to be written in another cell of its sheet. */
export const proposalWith = (cell: FormulaCell, node: AstExpression, text: string, book: LintBook): string | null =>
  withReplaced(cell.formula.tree, node, text, qualified(cell, cell.sheet, book));
