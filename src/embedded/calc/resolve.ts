import { parseA1Ref, parseStructRef } from '@borgar/fx/xlsx';
import type { Book, DefinedName } from '../book/book';
import { CellError } from '../book/cell';
import type { Sheet, Table } from '../book/sheet';
import type { Place } from './context';
import { movingReference, type MovingReference } from './moving-reference';
import { ERROR, isOnSheet, LAST_COLUMN, LAST_ROW, Reference } from './values';

/** What a reference in a formula turns out to be; `moving` where it is another one in each cell. */
type Resolved =
  | { kind: 'reference'; reference: Reference; moving?: MovingReference }
  | { kind: 'name'; name: DefinedName }
  | { kind: 'error'; error: CellError }
  /** Something this evaluator leaves alone: the reason in words. */
  | { kind: 'refused'; reason: string };

export type Resolution = Resolved & {
  /** Sheets, tables and names it depends on by name: `sheet:été`, `table:ventes`, `name:objectif`. */
  mentions: string[];
};

const failed = (error: CellError, mentions: string[] = []): Resolution => ({ kind: 'error', error, mentions });

/** The defined name that a sheet sees: its own before the workbook's. */
export function findName(book: Book, name: string, sheet: Sheet): DefinedName | undefined {
  const wanted = name.toLowerCase();
  let global: DefinedName | undefined;
  for (const candidate of book.names) {
    if (candidate.name.length !== name.length || candidate.name.toLowerCase() !== wanted) continue;
    if (candidate.sheet === sheet) return candidate;
    if (candidate.sheet === undefined) global ??= candidate;
  }
  return global;
}

/** The area of a table without its header and totals rows. */
function tableData(sheet: Sheet, table: Table): Reference {
  const { row, column, rows, columns } = table.area;
  const top = row + (table.hasHeaders ? 1 : 0);
  return new Reference(sheet, top, column, row + rows - 1 - (table.hasTotals ? 1 : 0), column + columns - 1);
}

function tableAt(place: Place): Table | undefined {
  return place.sheet.tables.find(
    ({ area }) =>
      place.row >= area.row &&
      place.row < area.row + area.rows &&
      place.column >= area.column &&
      place.column < area.column + area.columns,
  );
}

/** Rows that the sections of a structured reference name; null where the table has none of them. */
function tableRows(table: Table, sections: string[], row: number): { top: number; bottom: number } | CellError {
  const first = table.area.row;
  const last = first + table.area.rows - 1;
  const dataTop = first + (table.hasHeaders ? 1 : 0);
  const dataBottom = last - (table.hasTotals ? 1 : 0);
  if (sections.length === 0) return { top: dataTop, bottom: dataBottom };
  if (sections.includes('this row')) return row >= dataTop && row <= dataBottom ? { top: row, bottom: row } : ERROR.value;
  if (sections.includes('all')) return { top: first, bottom: last };
  const headers = sections.includes('headers');
  const totals = sections.includes('totals');
  const data = sections.includes('data');
  if ((headers && !table.hasHeaders && !data) || (totals && !table.hasTotals && !data)) return ERROR.reference;
  return {
    top: headers && table.hasHeaders ? first : data ? dataTop : last,
    bottom: totals && table.hasTotals ? last : data ? dataBottom : first,
  };
}

/** `Ventes[[#Headers],[Qté]]`, `[@Date]`, `Ventes[[A]:[C]]`. */
export function resolveStructured(book: Book, text: string, place: Place): Resolution {
  const parsed = parseStructRef(text);
  if (!parsed) return failed(ERROR.name);
  if (parsed.workbookName) return { kind: 'refused', reason: `reference to another workbook: ${text}`, mentions: [] };
  const found = parsed.table ? book.table(parsed.table) : undefined;
  const local = parsed.table ? undefined : tableAt(place);
  const table = found?.table ?? local;
  const sheet = found?.sheet ?? place.sheet;
  const mentions = [`table:${(table?.name ?? parsed.table ?? '').toLowerCase()}`];
  if (!table) return failed(ERROR.reference, mentions);
  const rows = tableRows(table, parsed.sections ?? [], place.row);
  if (rows instanceof CellError) return failed(rows, mentions);
  let left = table.area.column;
  let right = left + table.area.columns - 1;
  const columns = (parsed.columns ?? []).map((name) => {
    const wanted = name.toLowerCase();
    return table.columns.findIndex((column) => column.name.toLowerCase() === wanted);
  });
  if (columns.includes(-1)) return failed(ERROR.reference, mentions);
  if (columns.length > 0) {
    left = table.area.column + Math.min(...columns);
    right = table.area.column + Math.max(...columns);
  }
  if (rows.top > rows.bottom) return failed(ERROR.reference, mentions);
  return { kind: 'reference', reference: new Reference(sheet, rows.top, left, rows.bottom, right), mentions };
}

/** A relative position moved by as many rows or columns, round the sheet's edge as defined names do. */
const moved = (position: number, by: number, last: number, isAbsolute: boolean): number =>
  isAbsolute || by === 0 ? position : (((position + by) % (last + 1)) + last + 1) % (last + 1);

/**
 * `A1`, `'Été 2025'!$A:$C`, `Objectif`, `Feuil1!Objectif`.
 * @param shift rows and columns by which relative parts move: from A1 to the formula's cell within a defined name, else 0.
 */
export function resolveReference(
  book: Book,
  text: string,
  place: Place,
  shift: { rows: number; columns: number } = { rows: 0, columns: 0 },
): Resolution {
  const parsed = parseA1Ref(text);
  if (!parsed) return failed(ERROR.name, [`name:${text.toLowerCase()}`]);
  if (parsed.workbookName && parsed.workbookName !== '0')
    return { kind: 'refused', reason: `reference to another workbook: ${text}`, mentions: [] };
  const mentions: string[] = [];
  let { sheet } = place;
  if (parsed.sheetName) {
    mentions.push(`sheet:${parsed.sheetName.toLowerCase()}`);
    const named = book.sheet(parsed.sheetName);
    if (!named && parsed.sheetName.includes(':'))
      return { kind: 'refused', reason: `reference through several sheets: ${text}`, mentions };
    if (!named) return failed(ERROR.reference, mentions);
    sheet = named;
  }
  if (!('range' in parsed)) {
    const wanted = parsed.name.toLowerCase();
    mentions.push(`name:${wanted}`);
    const name = findName(book, parsed.name, sheet);
    if (name) return { kind: 'name', name, mentions };
    const table = book.table(parsed.name);
    if (!table) return failed(ERROR.name, mentions);
    mentions.push(`table:${wanted}`);
    return { kind: 'reference', reference: tableData(table.sheet, table.table), mentions };
  }
  const { range } = parsed;
  const top = range.top === null ? 0 : moved(range.top, shift.rows, LAST_ROW, range.$top === true);
  const left = range.left === null ? 0 : moved(range.left, shift.columns, LAST_COLUMN, range.$left === true);
  const bottom = typeof range.bottom !== 'number' ? LAST_ROW : moved(range.bottom, shift.rows, LAST_ROW, range.$bottom === true);
  const right =
    typeof range.right !== 'number' ? LAST_COLUMN : moved(range.right, shift.columns, LAST_COLUMN, range.$right === true);
  const [first, last] = [Math.min(top, bottom), Math.max(top, bottom)];
  const [start, end] = [Math.min(left, right), Math.max(left, right)];
  if (!isOnSheet(first, start, last, end)) return failed(ERROR.reference, mentions);
  const reference = new Reference(sheet, first, start, last, end);
  const moving = movingReference(place, sheet, {
    top: { at: top, moves: range.top !== null && range.$top !== true },
    left: { at: left, moves: range.left !== null && range.$left !== true },
    bottom: { at: bottom, moves: typeof range.bottom === 'number' && range.$bottom !== true },
    right: { at: right, moves: typeof range.right === 'number' && range.$right !== true },
  });
  return { kind: 'reference', reference, ...(moving && { moving }), mentions };
}
