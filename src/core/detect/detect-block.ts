import { problem, type Problem } from '../problem';
import { civilOf } from '../period/serial';
import { numberFormatAt, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { mapInSteps, type Steps } from '../steps';
import type { Block } from './block';
import { placeIn, ROWS_PER_STEP } from './block';
import { withCallDuration } from './call-duration';
import { cellProblems, isFigure } from './cell-problems';
import { detectColumn } from './columns';
import { dateReader, findDateColumn, type DateColumn } from './date-column';
import { copiedFigures, doneWithRemaining } from './contradictions';
import { dateProblems } from './date-problems';
import type { DetectedColumn, DetectedTable } from './detected';
import { unitProblems } from './duration-unit';
import { kindOf, type KindFound } from './kind';
import { labelProblems } from './labels';
import { findParts } from './rates';
import { cumulativeProblem, headerProblems, repeatedRows } from './repeats';
import { isTotalAlone, isTotalLabel, sumRows, trimEnd } from './totals';
import { plainText } from './words';
import { yearOf } from './year';

/** A table with what is odd about it, found out only where somebody is going to read it. */
export type FoundTable = {
  table: DetectedTable;
  /** Its dates say their year: it can be the copy of another one. */
  placed: boolean;
  problems: () => Steps<readonly Problem[]>;
};

/** Sums shown by their cells: more of them are counted. */
const CELLS_SHOWN = 4;

/** How likely a table is the one to consolidate: dates above all, then figures, rows, being seen and being a native table. */
const confidenceOf = (sheet: SheetSnapshot, dates: DateColumn | null, table: Omit<DetectedTable, 'confidence'>): number => {
  const rows = table.lastRow - table.firstRow + 1;
  const figures = table.columns.filter(isFigure).length;
  const measured = table.columns.filter((column) => column.measure !== undefined).length;
  const visible = sheet.visibility === 'visible' ? 1 : 0.6;
  if (!dates) return figures === 0 ? 0.05 : visible * (0.1 + 0.1 * Math.min(1, figures / 4) + 0.1 * Math.min(1, rows / 40));
  const score =
    0.35 * dates.confidence +
    0.2 * Math.min(1, rows / 60) +
    0.15 * Math.min(1, (measured + figures) / 4) +
    0.15 * Math.min(1, measured / 2) +
    (table.kind === 'periods' ? 0 : 0.05) +
    (table.table ? 0.1 : 0.05);
  return Math.min(1, score) * visible;
};

/** True when the header, the writing or the number format of the dates says that each stands for its month, or longer. */
const isMonthly = (block: Block, dates: DateColumn, serials: readonly number[]): boolean => {
  if (dates.writing === 'month-name' && serials.every((serial) => civilOf(serial).day === 1)) return true;
  if (['year-month', 'quarter', 'year', 'iso-week'].includes(dates.writing)) return true;
  const header = plainText(block.headers[dates.column - block.firstColumn] ?? '');
  const format = numberFormatAt(block.sheet, block.firstRow, dates.column).toLowerCase();
  return /\b(mois|month|periode|period)\b/.test(header) || (/m/.test(format) && !/[dj]/.test(format.replace(/\[[^\]]*\]/g, '')));
};

const typedColumns = (block: Block, dates: DateColumn | null): Steps<DetectedColumn[]> =>
  mapInSteps(block.headers, (header, index): DetectedColumn => {
    const column = block.firstColumn + index;
    const found = detectColumn(block, column, header);
    if (column !== dates?.column) return found;
    const { column: place, header: name, sample } = found;
    return { column: place, header: name, sample, type: 'date', confidence: dates.confidence, reason: dates.reason };
  });

/** Rows among the others that add them up, or say that they do: without a date they count nowhere, with one they do. */
function* sumProblems(
  block: Block,
  columns: readonly DetectedColumn[],
  hasDate: ((row: number) => boolean) | null,
): Steps<Problem[]> {
  const sums = yield* sumRows(block, columns, hasDate);
  const rows = new Set(sums.filter(({ dated }) => !dated).map(({ row }) => row));
  const says = hasDate === null ? isTotalAlone : isTotalLabel;
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    if (!hasDate?.(row) && columns.some(({ column }) => says(valueAt(block.sheet, row, column)))) rows.add(row);
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  const raise = (code: 'sum-rows' | 'sum-rows-dated', found: readonly number[]): Problem[] => {
    const [first] = found;
    if (first === undefined) return [];
    const filled = (row: number): number =>
      columns.find(({ column }) => valueAt(block.sheet, row, column) !== '')?.column ?? block.firstColumn;
    const cells = found.slice(0, CELLS_SHOWN).map((row) => placeIn(block, row, filled(row)).cell ?? '');
    const shown = `${cells.join(', ')}${found.length > CELLS_SHOWN ? '…' : ''}`;
    return [problem(code, { count: found.length, cells: shown }, placeIn(block, first, filled(first)))];
  };
  const ordered = [...rows].sort((a, b) => a - b);
  return [
    ...raise('sum-rows', ordered),
    ...raise(
      'sum-rows-dated',
      sums.filter(({ dated }) => dated).map(({ row }) => row),
    ),
  ];
}

/** Headers as they are typed, before repeated ones were told apart. */
const typedHeaders = (block: Block): readonly string[] =>
  block.table ? block.headers : block.headers.map((header) => header.replace(/ \(\d+\)$/, ''));

/** Reads a block: its dates, kind, end and columns. */
export function* detectBlock(block: Block, { date1904 }: WorkbookSnapshot): Steps<FoundTable | null> {
  const dates = yield* findDateColumn(block, date1904, block.across ? block.firstColumn : undefined);
  if (block.across && !dates) return null;
  const typed = yield* typedColumns(block, dates);
  const year = dates?.yearless ? yearOf(block) : null;
  // Any year does for dates that leave theirs out where only their order counts.
  const read = dates && dateReader(block, dates, date1904, year ?? (dates.yearless ? 2000 : undefined));
  const hasDate = read && ((row: number): boolean => read(row) !== null);
  const serials: number[] = [];
  if (read)
    for (let row = block.firstRow; row <= block.lastRow; row++) {
      const serial = read(row);
      if (serial !== null) serials.push(serial);
      if (row % ROWS_PER_STEP === 0) yield undefined;
    }
  const monthly = dates !== null && isMonthly(block, dates, serials);
  const otherDates = typed.filter(({ type, column }) => type === 'date' && column !== dates?.column).length;
  const kind: KindFound = !dates
    ? { kind: 'snapshot', confidence: 1, reason: 'no-date' }
    : block.across
      ? { kind: 'across', confidence: 0.95, reason: 'dates-across' }
      : kindOf(serials, typed, { monthly, otherDates });
  // A call without a duration is a call; a day without any figure is a day that has not been filled in yet.
  const figures = kind.kind === 'events' ? [] : typed.filter((column) => isFigure(column) && !column.textNumbers);
  const end = trimEnd(
    block,
    hasDate,
    figures.map(({ column }) => column),
  );
  const whole = { ...block, lastRow: end.lastRow };
  // Totals below the rows are no values of the columns.
  const known = yield* findParts(whole, end.lastRow < block.lastRow ? yield* typedColumns(whole, dates) : typed);
  const columns = yield* withCallDuration(whole, kind.kind, known);
  const table = {
    sheet: block.sheet.name,
    visibility: block.sheet.visibility,
    ...(block.table && { table: block.table.name }),
    kind: kind.kind,
    headerRow: block.headerRow,
    firstRow: block.firstRow,
    lastRow: end.lastRow,
    firstColumn: block.firstColumn,
    lastColumn: block.firstColumn + block.headers.length - 1,
    dateColumn: dates?.column ?? null,
    dateWriting: dates?.writing ?? null,
    ...(year !== null && { year }),
    columns,
    reason: kind.reason,
  };
  const days = new Set(serials.map(Math.floor)).size;
  return {
    table: { ...table, confidence: confidenceOf(block.sheet, dates, table) * kind.confidence },
    placed: dates !== null && (!dates.yearless || year !== null),
    *problems() {
      const found: Problem[] = [];
      if (!dates) found.push(problem('snapshot-without-dates', {}, placeIn(block, block.headerRow, block.firstColumn)));
      found.push(...end.problems);
      if (dates) {
        const oneRowADate = serials.length <= 1.2 * days;
        const facts = { date1904, ...(year !== null && { year }), kind: kind.kind, oneRowADate, monthly };
        found.push(...(yield* dateProblems(whole, dates, facts)));
      }
      found.push(...(yield* sumProblems(whole, columns, hasDate)));
      found.push(...(yield* cellProblems(whole, columns)));
      found.push(...(yield* labelProblems(whole, columns)));
      if (dates) found.push(...unitProblems(whole, columns));
      found.push(...(yield* copiedFigures(whole, columns)));
      found.push(...(yield* doneWithRemaining(whole, columns)));
      found.push(...(yield* repeatedRows(whole, columns)));
      found.push(...headerProblems(whole, columns, typedHeaders(block)), ...cumulativeProblem(whole, columns));
      return found;
    },
  };
}
