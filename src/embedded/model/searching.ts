import { keyColumn, keyRow, type Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { containsCell } from './address';
import { displayText } from './display';
import { forEachCell } from './cells';
import type { Session } from './session';

export type SearchCriteria = { completeMatch: boolean; matchCase: boolean };

/** Excel's `?`, `*` and `~` in what is searched for. */
const pattern = (wanted: string, { completeMatch, matchCase }: SearchCriteria): RegExp => {
  let source = '';
  for (let index = 0; index < wanted.length; index++) {
    const letter = wanted.charAt(index);
    const next = wanted.charAt(index + 1);
    if (letter === '~' && /[*?~]/.test(next)) {
      source += `\\${next}`;
      index++;
    } else if (letter === '*') source += '[\\s\\S]*';
    else if (letter === '?') source += '[\\s\\S]';
    else source += letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }
  return new RegExp(completeMatch ? `^${source}$` : source, matchCase ? 'gu' : 'giu');
};

const shownText = (session: Session, sheet: Sheet, row: number, column: number): string => {
  const cell = sheet.cell(row, column);
  if (!cell) return '';
  return displayText(cell.value, session.book.styles.get(cell.style).numberFormat, session.book.date1904);
};

/** Cells of an area whose shown text matches, row by row. */
export const findCells = (
  session: Session,
  sheet: Sheet,
  area: Area,
  wanted: string,
  criteria: SearchCriteria,
): { row: number; column: number }[] => {
  const expression = pattern(wanted, criteria);
  const found: { row: number; column: number }[] = [];
  for (const [key, cell] of sheet.cells) {
    const row = keyRow(key);
    const column = keyColumn(key);
    if (cell.value === null || !containsCell(area, row, column)) continue;
    expression.lastIndex = 0;
    if (expression.test(shownText(session, sheet, row, column))) found.push({ row, column });
  }
  return found.sort((one, other) => one.row - other.row || one.column - other.column);
};

/** New contents, by cell, after replacing in formulas and values; and how many cells those are. */
export const replacements = (
  sheet: Sheet,
  area: Area,
  wanted: string,
  replacement: string,
  criteria: SearchCriteria,
): { row: number; column: number; content: string }[] => {
  const expression = pattern(wanted, criteria);
  const changed: { row: number; column: number; content: string }[] = [];
  forEachCell(sheet, area, (cell, row, column) => {
    if (cell.value === null && cell.formula === undefined) return;
    const before = cell.formula === undefined ? String(cell.value) : `=${cell.formula}`;
    expression.lastIndex = 0;
    if (!expression.test(before)) return;
    expression.lastIndex = 0;
    changed.push({ row, column, content: before.replace(expression, () => replacement) });
  });
  return changed;
};
