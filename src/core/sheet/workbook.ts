import type { Result } from '../problem';
import type { Steps } from '../steps';
import type { Area } from './address';
import type { WorkbookDraft } from './draft';
import type { RunOptions } from './run';
import type { WorkbookSnapshot } from './snapshot';
import type { UndoReceipt } from './undo';

/**
 * What to read. Everything is read in two round trips, whatever is asked, and one more for each further 4 MB of cells, for
 * the columns of sheets wider than 256, and for a workbook of more than 40 sheets.
 */
export type ReadRequest = {
  /** Sheets by name; absent: all. */
  sheets?: readonly string[];
  /** Also the formulas. */
  formulas?: boolean;
  /** Also the PivotTables. */
  pivots?: boolean;
};

/** What was made and what was kept, each with its place. */
export type WriteOutcome = { sheets: readonly string[]; cells: number };

/** What the add-in asks of a host. src/excel implements it over Office.js. */
export type WorkbookPort = {
  read(request?: ReadRequest): Promise<Result<WorkbookSnapshot>>;
  /** One round trip for each 4 MB; the workbook is as before when it is refused, or the problem says what was done. */
  write(draft: WorkbookDraft): Promise<Result<WriteOutcome>>;
  /**
   * Does the add-in's own work between a reading and a writing, in slices that leave the page alive. Refused with `cancelled`
   * once somebody cancels.
   */
  compute<Value>(work: Steps<Result<Value>>): Promise<Result<Value>>;
  /** Shows a place to the user. */
  select(sheet: string, area: Area): Promise<Result<null>>;
};

/** A host for whoever may stop caring: what goes through the port that `with` gives ends, `cancelled`, once the signal is aborted. */
export type AbandonablePort = WorkbookPort & { with(options: Pick<RunOptions, 'signal'>): WorkbookPort };

/** A host whose actions can be watched, cancelled and undone. */
export type RunnableWorkbook = WorkbookPort & {
  /** The same workbook, read and written under watch: `consolidateWorkbook(workbook.with({ signal }), …)`. */
  with(options: RunOptions): RunnableWorkbook;
  /**
   * Undoes one write: removes what it added and restores what it changed, in two round trips. Refused, with nothing undone,
   * where somebody has changed those cells since.
   */
  undo(receipt: UndoReceipt): Promise<Result<null>>;
};
