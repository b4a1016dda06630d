import type { Area } from '../book/cell';

/** A1 notation, without sheet names. Rows and columns count from 0. */

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** `28` gives AC. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};

export const cellReference = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `{row: 1, column: 1, rows: 3, columns: 2}` gives B2:C4, one cell gives B2. */
export const areaReference = ({ row, column, rows, columns }: Area): string => {
  const first = cellReference(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellReference(row + rows - 1, column + columns - 1)}`;
};

/** Areas as a file lists them: `A1:B2 D4`. */
export const areasReference = (areas: readonly Area[]): string => areas.map(areaReference).join(' ');

export const columnIndex = (letters: string): number => {
  let index = 0;
  for (let at = 0; at < letters.length; at++) index = index * 26 + (letters.charCodeAt(at) & 31);
  return index - 1;
};

const pattern = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

/** Area of a reference: `B2:C4`, `$B$2`, whole columns `B:C`, whole rows `2:4`. undefined when it is none. */
export const parseArea = (reference: string): Area | undefined => {
  const [matched, column1, row1, column2, row2] = pattern.exec(reference.trim()) ?? [];
  if (!matched || (!column1 && !row1)) return undefined;
  const hasEnd = matched.includes(':');
  const left = column1 ? columnIndex(column1) : 0;
  const right = column2 ? columnIndex(column2) : hasEnd || !column1 ? (column1 ? left : LAST_COLUMN) : left;
  const top = row1 ? Number(row1) - 1 : 0;
  const bottom = row2 ? Number(row2) - 1 : hasEnd || !row1 ? (row1 ? top : LAST_ROW) : top;
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
};

/** Areas of a list such as `A1:B2 D4`. */
export const parseAreas = (list: string | undefined): Area[] =>
  (list ?? '')
    .split(/\s+/)
    .map(parseArea)
    .filter((area): area is Area => area !== undefined);
