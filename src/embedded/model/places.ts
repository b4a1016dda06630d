import { parseStructRef } from '@borgar/fx';
import type { Area } from '../book/cell';
import type { Sheet, Table } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { boundingArea, parseLocalAddress, splitAddress } from './address';
import { RangePosition } from './rangePosition';
import type { Session } from './session';
import { bodyArea } from './tableHeaders';

export type Place = { sheet: Sheet; area: Area };

/** Cells that `Table1[#Headers]`, `Table1[Date]` or a table's bare name mean; null when it names no table. */
const structuredPlace = (session: Session, text: string): Place | null => {
  const reference = parseStructRef(text.includes('[') ? text : `${text}[#Data]`);
  const found = reference?.table ? session.book.table(reference.table) : undefined;
  if (!reference || !found) return null;
  const area = sectionsOf(found.table, reference.sections);
  if (!area) return null;
  if (!reference.columns || reference.columns.length === 0) return { sheet: found.sheet, area };
  const indexes = reference.columns.map((name) =>
    found.table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  if (indexes.includes(-1)) return null;
  const first = Math.min(...indexes);
  const last = Math.max(...indexes);
  return { sheet: found.sheet, area: { ...area, column: area.column + first, columns: last - first + 1 } };
};

const sectionsOf = (table: Table, sections: readonly string[] | undefined): Area | null => {
  const parts: Area[] = [];
  for (const section of sections && sections.length > 0 ? sections : ['data']) {
    const last = table.area.row + table.area.rows - 1;
    if (section === 'all') parts.push(table.area);
    else if (section === 'headers' && table.hasHeaders) parts.push({ ...table.area, rows: 1 });
    else if (section === 'totals' && table.hasTotals) parts.push({ ...table.area, row: last, rows: 1 });
    else if (section === 'data') parts.push(bodyArea(table) ?? { ...table.area, row: table.area.row + 1, rows: 1 });
    else return null;
  }
  return parts.reduce<Area | null>((whole, part) => (whole ? boundingArea(whole, part) : part), null);
};

/** Cells that a defined name means, when its formula is a plain reference. */
export const placeOfFormula = (session: Session, formula: string, home: Sheet | null): Place | null => {
  const { sheet: sheetName, rest } = splitAddress(formula);
  const area = parseLocalAddress(rest);
  const sheet = sheetName === null ? (home ?? session.activeSheet) : session.book.sheet(sheetName);
  if (area) return sheet ? { sheet, area } : null;
  return structuredPlace(session, formula);
};

/** The name that is seen from a sheet: its own first, then the workbook's. */
const nameSeenFrom = (session: Session, sheet: Sheet, name: string): string | null => {
  const wanted = name.toLowerCase();
  const matching = session.book.names.filter((candidate) => candidate.name.toLowerCase() === wanted);
  const found = matching.find((candidate) => candidate.sheet === sheet) ?? matching.find((candidate) => !candidate.sheet);
  return found?.formula ?? null;
};

/**
 * Cells that an address means, seen from a sheet: `A1:B2`, `'Feuille 1'!A1`, `A:C`, a defined name, `Table1[Date]`. null
 * when it means none.
 */
export const findPlace = (session: Session, address: string, home: Sheet): Place | null => {
  const { sheet: sheetName, rest } = splitAddress(address);
  const sheet = sheetName === null ? home : session.book.sheet(sheetName);
  if (!sheet) return null;
  const area = parseLocalAddress(rest);
  if (area) return { sheet, area };
  const formula = nameSeenFrom(session, sheet, rest);
  if (formula !== null) return placeOfFormula(session, formula, sheet);
  return structuredPlace(session, rest);
};

/** An argument that is a range, a single-area range list or an address. */
export const rangeArgument = (session: Session, argument: unknown, home: Sheet): Place => {
  if (argument instanceof RangePosition) {
    argument.requireSheet();
    return { sheet: argument.sheet, area: argument.area };
  }
  const place = typeof argument === 'string' ? findPlace(session, argument, home) : null;
  if (!place) throw new ApiError('InvalidArgument');
  return place;
};
