import { columnWidthFromPoints } from '../book/metrics';
import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { clipToUsed, forEachCell } from './cells';
import { displayText } from './display';
import type { Session } from './session';
import { columnFormat, rowFormat } from './styling';

/** Mean advance of a character in ems: digits and lower-case letters of the usual faces lie between 0.5 and 0.56. */
const EM_PER_CHARACTER = 0.53;
/** Points of padding that Excel leaves at both sides. */
const PADDING = 5.25;
const LINE_HEIGHT = 1.3;

/**
 * Estimated widths: this host measures no glyphs, it counts characters. Wrapped cells and cells inside merges do not count,
 * as in Excel; a column without text keeps its width.
 */
export const fitColumns = (session: Session, sheet: Sheet, area: Area): void => {
  const used = clipToUsed(sheet, area);
  if (!used) return;
  const widths = new Map<number, number>();
  const inMerge = (row: number, column: number): boolean =>
    sheet.merges.some(
      (merge) =>
        row >= merge.row && row < merge.row + merge.rows && column >= merge.column && column < merge.column + merge.columns,
    );
  forEachCell(sheet, used, (cell, row, column) => {
    const style = session.book.styles.get(cell.style);
    if (cell.value === null || style.alignment.wrap || inMerge(row, column)) return;
    const shown = displayText(cell.value, style.numberFormat, session.book.date1904);
    const longest = Math.max(...shown.split('\n').map((line) => line.length));
    const bold = style.font.bold ? 1.07 : 1;
    const width = longest * style.font.size * EM_PER_CHARACTER * bold + PADDING + style.alignment.indent * 6.75;
    widths.set(column, Math.max(widths.get(column) ?? 0, width));
  });
  for (const [column, points] of widths)
    columnFormat(sheet, column).width = Math.min(255, columnWidthFromPoints(points, session.book.styles.normalFont));
  if (widths.size > 0) sheet.touch('columns');
};

/** Gives rows back their automatic height, except that a larger font or line breaks raise it. */
export const fitRows = (session: Session, sheet: Sheet, area: Area): void => {
  const heights = new Map<number, number>();
  for (const row of sheet.rows.keys()) if (row >= area.row && row < area.row + area.rows) heights.set(row, 0);
  const used = clipToUsed(sheet, { ...area, column: 0, columns: 16_384 });
  if (used)
    forEachCell(sheet, used, (cell, row) => {
      const style = session.book.styles.get(cell.style);
      const lines = style.alignment.wrap && typeof cell.value === 'string' ? cell.value.split('\n').length : 1;
      heights.set(row, Math.max(heights.get(row) ?? 0, Math.ceil(style.font.size * LINE_HEIGHT * lines * 4) / 4));
    });
  for (const [row, height] of heights) {
    if (height <= sheet.defaultRowHeight && !sheet.rows.has(row)) continue;
    rowFormat(sheet, row).height = height > sheet.defaultRowHeight ? height : null;
  }
  if (heights.size > 0) sheet.touch('rows');
};
