import { problem, type Problem } from '../problem';
import { cellName } from '../sheet/address';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { blocksOf, type Block } from './blocks';
import { detectColumn } from './columns';
import { dateProblems, findDateColumn, type DateColumn } from './date-column';
import { readDate } from './dates';
import type { DetectedColumn, DetectedTable, Detection } from './detected';
import { markDuplicates } from './duplicates';
import { kindOf } from './kind';
import { isOwnSheet } from './own';
import { findParts } from './rates';
import { trimEnd } from './totals';

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

type Found = { table: DetectedTable; problems: readonly Problem[] };

/** Figures: what can be consolidated. */
const isFigure = (column: DetectedColumn): boolean => ['count', 'amount', 'duration', 'rate', 'number'].includes(column.type);

const datesOf = (block: Block, dates: DateColumn, lastRow: number, date1904: boolean): number[] => {
  const serials: number[] = [];
  for (let row = block.firstRow; row <= lastRow; row++) {
    const serial = readDate(valueAt(block.sheet, row, dates.column), dates.writing, date1904);
    if (serial !== null) serials.push(serial);
  }
  return serials;
};

/** Cells that show an error, and numbers typed as text, each with its column's first cell. */
const cellProblems = (block: Block, lastRow: number, columns: readonly DetectedColumn[]): Problem[] => {
  const found: Problem[] = [];
  for (const column of columns) {
    let errors = 0;
    let firstError = 0;
    let texts = 0;
    let firstText = 0;
    for (let row = block.firstRow; row <= lastRow; row++) {
      const value = valueAt(block.sheet, row, column.column);
      if (typeof value !== 'string' || value === '') continue;
      if (ERROR.test(value)) firstError = errors++ === 0 ? row : firstError;
      else if (isFigure(column) && /^[+-]?\d/.test(value.trim())) firstText = texts++ === 0 ? row : firstText;
    }
    const sheet = block.sheet.name;
    if (errors > 0) found.push(problem('error-cells', { count: errors }, { sheet, cell: cellName(firstError, column.column) }));
    if (texts > 0)
      found.push(
        problem('numbers-as-text', { column: column.header, count: texts }, { sheet, cell: cellName(firstText, column.column) }),
      );
  }
  return found;
};

/** How likely a table is the one to consolidate: dates above all, then figures, rows, being seen and being a native table. */
const confidenceOf = (sheet: SheetSnapshot, dates: DateColumn | null, table: Omit<DetectedTable, 'confidence'>): number => {
  if (!dates) return table.columns.some(isFigure) ? 0.15 : 0.05;
  const rows = table.lastRow - table.firstRow + 1;
  const measured = table.columns.filter((column) => column.measure !== undefined).length;
  const score =
    0.35 * dates.confidence +
    0.2 * Math.min(1, rows / 60) +
    0.15 * Math.min(1, (measured + table.columns.filter(isFigure).length) / 4) +
    0.15 * Math.min(1, measured / 2) +
    (table.kind === 'periods' ? 0 : 0.05) +
    (table.table ? 0.1 : 0.05);
  return Math.min(1, score) * (sheet.visibility === 'visible' ? 1 : 0.6);
};

const detectBlock = (block: Block, workbook: WorkbookSnapshot): Found | null => {
  const dates = findDateColumn(block, workbook.date1904);
  const typed = block.headers.map((header, index): DetectedColumn => {
    const column = block.firstColumn + index;
    const found = detectColumn(block, column, header);
    if (column !== dates?.column) return found;
    const { column: place, header: name, sample } = found;
    return { column: place, header: name, sample, type: 'date', confidence: dates.confidence, reason: dates.reason };
  });
  const hasDate = dates
    ? (row: number) => readDate(valueAt(block.sheet, row, dates.column), dates.writing, workbook.date1904) !== null
    : null;
  const everySerial = dates ? datesOf(block, dates, block.lastRow, workbook.date1904) : [];
  const kind = kindOf(everySerial, typed);
  // A call without a duration is a call; a day without any figure is a day that has not been filled in yet.
  const figures = kind.kind === 'events' ? [] : typed.filter((column) => isFigure(column) && !column.textNumbers);
  const end = trimEnd(
    block,
    hasDate,
    figures.map((column) => column.column),
  );
  const columns = findParts({ ...block, lastRow: end.lastRow }, typed);
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
    columns,
    reason: kind.reason,
  };
  return {
    table: { ...table, confidence: confidenceOf(block.sheet, dates, table) * (dates ? kind.confidence : 1) },
    problems: dates
      ? [
          ...end.problems,
          ...dateProblems({ ...block, lastRow: end.lastRow }, dates, workbook.date1904),
          ...cellProblems(block, end.lastRow, columns),
        ]
      : [],
  };
};

/**
 * What is in a workbook: every table-like block, the one to consolidate first, with what is odd about those that have
 * dates. Visible sheets come before hidden ones; the add-in's own sheets are left out.
 */
export const detect = (workbook: WorkbookSnapshot): Detection => {
  const sheets = workbook.sheets.filter((sheet) => sheet.used !== null && !isOwnSheet(sheet, workbook));
  if (sheets.length === 0) return { tables: [], problems: [problem('workbook-empty', {})] };
  const found = sheets.flatMap((sheet) => blocksOf(sheet).flatMap((block) => detectBlock(block, workbook) ?? []));
  const { tables, problems } = markDuplicates(
    found.map(({ table }) => table),
    (name) => sheets.find((sheet) => sheet.name === name),
  );
  const ranked = [...tables].sort((a, b) => b.confidence - a.confidence);
  const duplicated = new Set(problems.map((raised) => raised.place?.sheet));
  return {
    tables: ranked,
    problems: [
      ...(ranked.some((table) => table.dateColumn !== null) ? [] : [problem('no-dates', { sheets: sheets.length })]),
      ...problems,
      ...found.flatMap(({ table, problems: raised }) => (duplicated.has(table.sheet) ? [] : raised)),
    ],
  };
};
