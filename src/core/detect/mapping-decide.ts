import { problem, type Problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { answered } from './answer';
import type { ColumnType, DateAnswer, DetectedColumn, DetectedTable, Detection } from './detected';
import { sameHeader } from './mapping';
import { isOfParts, leftOut } from './mapping-apply';
import { columnPlace, dateIn, sheetOfTable, tableCell } from './places';
import { natureOf } from './synonyms';
import { coverageOf } from '../period/coverage';
import { weekdayOf } from '../period/serial';
import { valueAt } from '../sheet/snapshot';

/** What the user says a column is: a measure of the catalogue, something kept under its own header, or nothing to use. */
export type ColumnChoice = { kind: 'measure'; measure: string } | { kind: 'type'; type: ColumnType } | { kind: 'left-out' };

const FIGURES: readonly ColumnType[] = ['count', 'amount', 'duration', 'rate', 'number'];

/** Types that a column can be kept as under its own header. */
export const KEPT_TYPES = ['count', 'amount', 'duration', 'number', 'rate', 'category'] as const satisfies readonly ColumnType[];

/** A column that is used: a figure, or a category that figures are counted or grouped by. */
const isUsed = (column: DetectedColumn): boolean =>
  column.reason !== 'left-out' && (FIGURES.includes(column.type) || column.type === 'category');

/** What a column is taken for now, as a choice. */
export const choiceOf = (column: DetectedColumn): ColumnChoice => {
  if (!isUsed(column)) return { kind: 'left-out' };
  return column.measure === undefined ? { kind: 'type', type: column.type } : { kind: 'measure', measure: column.measure };
};

const TYPE_OF_NATURE: Partial<Record<NonNullable<ReturnType<typeof natureOf>>, ColumnType>> = {
  count: 'count',
  amount: 'amount',
  duration: 'duration',
  score: 'number',
  number: 'number',
};

/** Type of the values of a measure: what was found, unless a rate or words stand for a figure. */
const typeOfMeasure = (measure: string, now: DetectedColumn): ColumnType => {
  const nature = TYPE_OF_NATURE[natureOf(measure) ?? 'count'] ?? 'count';
  if (now.type === 'category' && now.affirmative !== undefined) return 'category';
  return nature === 'count' && FIGURES.includes(now.type) && now.type !== 'rate' && now.type !== 'duration' ? now.type : nature;
};

/** A column as the user says it is. What was found about its cells (text numbers, outcomes, running totals) stays. */
export const withChoice = (now: DetectedColumn, choice: ColumnChoice): DetectedColumn => {
  if (choice.kind === 'left-out') return leftOut(now);
  const { duration, parts, scale, ...found } = now;
  const type = choice.kind === 'type' ? choice.type : typeOfMeasure(choice.measure, now);
  const level = choice.kind === 'measure' ? natureOf(choice.measure) === 'score' : now.score === true || now.reason === 'score';
  const chosen: DetectedColumn = {
    ...found,
    type,
    ...(type === 'duration' && { duration: duration ?? 'seconds' }),
    ...(isOfParts(type, found.average === true) && parts && { parts }),
    ...(type === 'rate' && scale && { scale }),
    confidence: 1,
    reason: 'confirmed',
  };
  delete chosen.measure;
  delete chosen.score;
  if (choice.kind === 'measure') chosen.measure = choice.measure;
  if (type === 'number' && level) chosen.score = true;
  return chosen;
};

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
