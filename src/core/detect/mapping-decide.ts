import { problem, type Problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { answered } from './answer';
import { isUsed } from './column-choice';
import type { DateAnswer, DetectedColumn, DetectedTable, Detection } from './detected';
import { sameHeader } from './mapping';
import { columnPlace, dateIn, sheetOfTable, tableCell } from './places';
import { coverageOf } from '../period/coverage';
import { weekdayOf } from '../period/serial';
import { valueAt } from '../sheet/snapshot';

/** A table all of whose columns the user has seen: what is used is confirmed, what was set aside is left out. */
export const decided = (table: DetectedTable): DetectedTable => ({
  ...table,
  confidence: 1,
  columns: table.columns.map((column): DetectedColumn => {
    if (column.column === table.dateColumn) return { ...column, type: 'date', confidence: 1, reason: 'confirmed' };
    if (!isUsed(column)) return column;
    return {
      ...column,
      ...(column.type === 'number' && column.reason === 'score' && { score: true }),
      confidence: 1,
      reason: 'confirmed',
    };
  }),
});

/** Why a table cannot be confirmed any more: it, or one of its headers, changed since it was shown. Null: it can. */
export const changedSince = (shown: DetectedTable, detection: Detection): Problem | null => {
  const now = detection.tables.find(
    ({ sheet, headerRow, firstColumn }) =>
      sheet === shown.sheet && headerRow === shown.headerRow && firstColumn === shown.firstColumn,
  );
  if (!now) return problem('source-lost', { name: shown.sheet }, { sheet: shown.sheet });
  for (const column of shown.columns) {
    const same = now.columns.find((candidate) => candidate.column === column.column);
    if (!same) return problem('column-lost', { column: column.header }, { sheet: shown.sheet });
    if (sameHeader(same.header, column.header)) continue;
    const params = { before: column.header, after: same.header, column: columnPlace(now, column.column) };
    return problem('header-changed', params, { sheet: now.sheet, cell: tableCell(now, now.headerRow, column.column) });
  }
  return null;
};

/** What follows from one answer to the question of day and month. */
export type DateReading = {
  answer: DateAnswer;
  /** The table's dates with that answer. */
  read: Pick<DetectedTable, 'dateWriting' | 'dateAnswer'>;
  /** First and last day, serials of the 1900 system. */
  first: number;
  last: number;
  /** Day of the first cell that the two answers read differently. */
  sample: number;
  /** Rows more than one a day, and open days without any. */
  duplicates: number;
  missing: number;
};

/** The serials of a table's rows with one answer; null where there is no date. */
const serialsWith = (workbook: WorkbookSnapshot, table: DetectedTable): readonly (number | null)[] => {
  const sheet = sheetOfTable(workbook, table);
  const { dateColumn } = table;
  if (!sheet || dateColumn === null) return [];
  return Array.from({ length: table.lastRow - table.firstRow + 1 }, (_, row) =>
    dateIn(table, valueAt(sheet, table.firstRow + row, dateColumn), workbook.date1904),
  );
};

const readingOf = (table: DetectedTable, answer: DateAnswer, serials: readonly (number | null)[], row: number): DateReading[] => {
  const read = serials.filter((serial) => serial !== null);
  const coverage = coverageOf(read);
  const sample = serials[row];
  if (!coverage || sample === undefined || sample === null) return [];
  const { first, last, days, openWeekdays } = coverage;
  let open = 0;
  for (let day = first; day <= last; day++) if (openWeekdays.includes(weekdayOf(day))) open++;
  const held = days.filter((day) => openWeekdays.includes(weekdayOf(day))).length;
  const { dateWriting, dateAnswer } = table;
  return [
    {
      answer,
      read: { dateWriting, ...(dateAnswer && { dateAnswer }) },
      first,
      last,
      sample,
      duplicates: read.length - days.length,
      missing: open - held,
    },
  ];
};

/**
 * Both ways of reading the dates of a table whose day and month may be exchanged, the likelier first: the one whose days
 * follow each other with fewer gaps and repeats. Empty where both read the same.
 */
export const dateReadings = (workbook: WorkbookSnapshot, table: DetectedTable): readonly DateReading[] => {
  const [one, other] = [answered(workbook, table, 'as-is'), answered(workbook, table, 'swapped')];
  if (!one.ok || !other.ok) return [];
  const tables = { 'as-is': one.value, swapped: other.value };
  const asIs = serialsWith(workbook, tables['as-is']);
  const swapped = serialsWith(workbook, tables.swapped);
  const row = asIs.findIndex((serial, index) => serial !== null && serial !== swapped[index]);
  if (row < 0) return [];
  return [...readingOf(tables['as-is'], 'as-is', asIs, row), ...readingOf(tables.swapped, 'swapped', swapped, row)].sort(
    (first, second) => first.missing + first.duplicates - (second.missing + second.duplicates),
  );
};
