import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { intersection } from './address';
import { forEachCell, styleAt } from './cells';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';
import { setStyle } from './styling';

/** The first content of an area, row by row, goes into its first cell; everything else in it is lost, as in Excel. */
const keepFirstContent = (sheet: Sheet, area: Area): void => {
  const found: { row: number; column: number }[] = [];
  forEachCell(sheet, area, (cell, row, column) => {
    if (cell.value !== null || cell.formula !== undefined) found.push({ row, column });
  });
  found.sort((one, other) => one.row - other.row || one.column - other.column);
  const [first] = found;
  const kept = first && sheet.cell(first.row, first.column);
  for (const { row, column } of found) sheet.setCell(row, column, { value: null, style: styleAt(sheet, row, column) });
  if (kept) sheet.setCell(area.row, area.column, { ...kept, style: styleAt(sheet, area.row, area.column) });
};

/** Merges an area, or each of its rows; every cell takes the first one's format, its borders too. Tables cannot be merged. */
export const mergeCells = (session: Session, sheet: Sheet, area: Area, across: boolean): void => {
  requireUnprotected(session, sheet);
  if (sheet.tables.some((table) => intersection(table.area, area))) throw new ApiError('InvalidOperation');
  const rows = Array.from({ length: across ? area.rows : 0 }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }));
  const parts = across ? rows : [area];
  sheet.merges = sheet.merges.filter((merge) => !parts.some((part) => intersection(merge, part)));
  for (const part of parts.filter(({ rows: height, columns: width }) => height * width > 1)) {
    keepFirstContent(sheet, part);
    setStyle(session, sheet, part, styleAt(sheet, part.row, part.column));
    sheet.merges.push(part);
  }
  sheet.touch('merges');
  session.cellsChanged(sheet, area);
};

/** Splits every merge that meets an area. */
export const unmergeCells = (session: Session, sheet: Sheet, area: Area): void => {
  requireUnprotected(session, sheet);
  const kept = sheet.merges.filter((merge) => !intersection(merge, area));
  if (kept.length === sheet.merges.length) return;
  sheet.merges = kept;
  sheet.touch('merges');
};
