import { measuresToOffer } from '../kpi/domain-measures';
import type { Problem } from '../problem';
import { areaName } from '../sheet/address';
import { valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, mapInSteps, type Steps } from '../steps';
import { dateColumnsOf, type DateColumn } from './dated-by';
import type { DetectedColumn, DetectedTable, Detection } from './detected';
import { durationQuestions, type DurationQuestion } from './duration-unit';
import { locate, readMapping, tableOfSource, type MappedColumn } from './mapping';
import { applyMapping } from './mapping-apply';
import type { ColumnChoice } from './column-choice';
import { dateReadings, type DateReading } from './mapping-decide';
import { dateIn, sheetOfTable, tableArea } from './places';

/** A table that was found, in the few facts that tell it from the others. */
type FoundTable = Pick<DetectedTable, 'sheet' | 'table' | 'kind'> & {
  /** Its cells, headers included: `A3:C18`. */
  range: string;
  rows: number;
  /** Each row, or column of dates across, is a day of its own: neither a call nor a week. */
  areDays: boolean;
  /** First and last day, serials of the 1900 system; null without dates. */
  first: number | null;
  last: number | null;
};

/** A confirmed column whose header reads otherwise now. */
type ChangedHeader = { before: string; now: DetectedColumn; choice: ColumnChoice };

/** A confirmed column that is not there any more. */
type LostColumn = { header: string; choice: ColumnChoice };

/** What the page Source shows of one table: what it was taken for, and what has to be asked. */
export type SourceView = {
  /** Every table found, the likeliest first. */
  found: readonly FoundTable[];
  /** Place of the shown one in `found`. */
  index: number;
  table: DetectedTable;
  /** The user has confirmed this table before. */
  confirmed: boolean;
  /** Both ways of reading its dates, the likelier first, where day and month may be exchanged and nobody has said so yet. */
  dates: readonly DateReading[];
  /** Durations that do not say what they are counted in. */
  durations: readonly DurationQuestion[];
  /** Columns that may hold its dates, where none were found. */
  dateColumns: readonly DateColumn[];
  changed: readonly ChangedHeader[];
  lost: readonly LostColumn[];
  /** Remarks on its sheet that are no question. */
  remarks: readonly Problem[];
  /** Measures to choose from. */
  measures: readonly string[];
};

/** Dates across the columns that lie so many days apart are those of weeks or months. */
const DAYS_APART = 5;

const factsOf = (workbook: WorkbookSnapshot, table: DetectedTable): FoundTable => {
  const { sheet, kind, dateColumn } = table;
  const cells = sheetOfTable(workbook, table);
  const dates: number[] = [];
  for (let row = table.firstRow; cells && dateColumn !== null && row <= table.lastRow; row++) {
    const serial = dateIn(table, valueAt(cells, row, dateColumn), workbook.date1904);
    if (serial !== null) dates.push(Math.floor(serial));
  }
  const extreme = (one: (a: number, b: number) => number): number | null =>
    dates.length === 0 ? null : dates.reduce((most, next) => one(most, next));
  const rows = table.lastRow - table.firstRow + 1;
  const first = extreme((a, b) => Math.min(a, b));
  const last = extreme((a, b) => Math.max(a, b));
  const isDaily = kind === 'daily' || (kind === 'across' && (last ?? 0) - (first ?? 0) < DAYS_APART * rows);
  return {
    sheet,
    kind,
    ...(table.table !== undefined && { table: table.table }),
    range: areaName(tableArea(table)),
    rows,
    areDays: isDaily && new Set(dates).size === rows,
    first,
    last,
  };
};

const choiceOfStored = ({ measure, type }: MappedColumn): ColumnChoice =>
  measure === '' ? { kind: 'type', type: type ?? 'count' } : { kind: 'measure', measure };

/**
 * The page Source of a table, by its place in the detection where the mapping stands (`applyMapping`); null where there is
 * no such table. A column whose header changed is shown as it was found, with the question whether it is what it was.
 */
export const sourceView = (workbook: WorkbookSnapshot, detection: Detection, index: number): SourceView | null =>
  atOnce(sourceViewSteps(workbook, detection, index));

/** The same in steps of some milliseconds. */
export function* sourceViewSteps(workbook: WorkbookSnapshot, detection: Detection, index: number): Steps<SourceView | null> {
  const applied = applyMapping(workbook, detection);
  const shown = applied.tables[index];
  if (!shown) return null;
  const confirmed = shown === applied.mapped;
  const [source] = readMapping(workbook).filter((stored) => stored.confirmed);
  const fresh = source && tableOfSource(source, detection.tables);
  yield undefined;
  const located = confirmed && source && fresh ? locate(source, fresh) : [];
  const asked = located.filter(({ column }) => column.rule !== 'left-out' && column.confirmed);
  const changed = asked.flatMap(({ column, now, changed: other }): ChangedHeader[] =>
    other && now ? [{ before: column.header, now, choice: choiceOfStored(column) }] : [],
  );
  const columns = shown.columns.map((column) => changed.find(({ now }) => now.column === column.column)?.now ?? column);
  const table = { ...shown, columns };
  const here = applied.problems.filter(({ place }) => place?.sheet === table.sheet);
  const swapped = table.dateAnswer === undefined && here.some(({ code }) => code === 'day-month-swap');
  return {
    found: yield* mapInSteps(applied.tables, (found) => factsOf(workbook, found)),
    index,
    table,
    confirmed,
    dateColumns: dateColumnsOf(workbook, table),
    dates: swapped ? dateReadings(workbook, table) : [],
    changed,
    lost: asked.flatMap(({ column, now }) => (now ? [] : [{ header: column.header, choice: choiceOfStored(column) }])),
    durations: durationQuestions(workbook, table),
    remarks: here.filter(({ code }) => code !== 'day-month-swap' && code !== 'duration-without-unit'),
    measures: measuresToOffer(table),
  };
}
