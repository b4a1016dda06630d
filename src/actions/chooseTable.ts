import { answered } from '../core/detect/answer';
import { columnNamed } from '../core/detect/columnNamed';
import { dateWritingOf, withDateColumn } from '../core/detect/dated-by';
import type { DateAnswer, DetectedTable, Detection } from '../core/detect/detected';
import { applyMapping, type MappedDetection } from '../core/detect/mapping-apply';
import { done, problem, refused, type ProblemCode, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import { rowsAwaited } from '../core/template/rows-awaited';

/** What the user says about the table to use; what is left out is chosen by confidence. */
export type TableChoice = {
  sheet?: string;
  table?: string;
  /** Column of the dates, by header or letter. */
  date?: string;
  /** How dates are to be read that may have day and month exchanged. */
  dates?: DateAnswer;
  /** A table without dates will do: its rows are grouped by a column. */
  undated?: boolean;
  /** Sheets that the action is going to add, in words. */
  adding?: string;
  /** The user says himself what to compute: questions about the confirmed mapping do not hold it up. */
  explicit?: boolean;
};

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const withDates = (workbook: WorkbookSnapshot, table: DetectedTable, wanted: string): Result<DetectedTable> => {
  const column = columnNamed(table, wanted);
  if (column === null) return refused(problem('column-not-found', { name: wanted }, { sheet: table.sheet }));
  if (column === table.dateColumn) return done(table);
  const writing = dateWritingOf(workbook, table, column);
  if (!writing) return refused(problem('no-dates', { sheets: 1 }, { sheet: table.sheet }));
  return done(withDateColumn(workbook, table, column, writing));
};

/**
 * The table to consolidate: the one the user names, else the one that was confirmed, else the likeliest with dates; with the
 * remarks on it. What was confirmed about its columns stands. Refused with the reason when there is none (an empty workbook,
 * no dates, no table of that name), and with the question where a confirmed column is not there or not called so any more.
 */
export const chooseTable = (
  workbook: WorkbookSnapshot,
  detection: Detection,
  choice: TableChoice = {},
): Result<DetectedTable> => {
  const chosen = tableChosen(workbook, applyMapping(workbook, detection), choice);
  if (!chosen.ok) return chosen;
  const { value, problems } = chosen;
  const settled = settledBy(choice);
  const left = problems.filter(({ code }) => !settled.includes(code));
  const read = choice.dates ? answered(workbook, value, choice.dates) : done(value);
  return read.ok ? done(read.value, left) : read;
};

/** Remarks that the user's choice answers. */
const settledBy = ({ dates, undated }: TableChoice): readonly ProblemCode[] => [
  ...(dates ? (['day-month-swap'] as const) : []),
  ...(undated === true ? (['no-dates', 'snapshot-without-dates'] as const) : []),
];

const tableChosen = (workbook: WorkbookSnapshot, detection: MappedDetection, choice: TableChoice): Result<DetectedTable> => {
  const { sheet, table } = choice;
  const { problems, mapped } = detection;
  // Said first: whatever is found, nothing can be added, and the user has to unlock before trying again.
  if (choice.adding !== undefined && workbook.structureProtected)
    return refused(problem('workbook-protected', { sheets: choice.adding }));
  if (sheet !== undefined && !workbook.sheets.some(({ name }) => same(name, sheet)))
    return refused(problem('sheet-not-found', { name: sheet }));
  const [asked] = choice.explicit ? [] : detection.questions;
  if (asked && !mapped && sheet === undefined && table === undefined) return refused(asked);
  const named = detection.tables
    .filter((found) => sheet === undefined || same(found.sheet, sheet))
    .filter((found) => table === undefined || same(found.table ?? '', table));
  if (table !== undefined && named.length === 0) return refused(problem('table-not-found', { name: table }));
  const dated = choice.date === undefined ? named.find(({ dateColumn }) => dateColumn !== null) : named[0];
  const chosen = dated ?? (choice.undated === true ? named[0] : undefined);
  if (asked && chosen && chosen === mapped) return refused(asked);
  if (chosen && choice.date !== undefined) {
    const found = withDates(workbook, chosen, choice.date);
    return found.ok ? done(found.value, problems) : found;
  }
  if (chosen) return done(chosen, problems);
  const reason = problems.find(({ code }) => code === 'workbook-empty' || code === 'no-dates');
  return refused(rowsAwaited(workbook) ?? reason ?? problem('no-dates', { sheets: workbook.sheets.length }));
};
