/** Cell addresses. Rows and columns count from 0 in code and from 1 and A in A1 notation. */

/** A rectangle of cells: `{ row: 3, column: 1, rows: 2, columns: 3 }` is B4:D5. */
export type Area = { row: number; column: number; rows: number; columns: number };

/** Excel's limits (Excel 2007 and later). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_SHEET_NAME = 31;

/** Column letters of a 0-based column: `columnName(27)` is `AB`. */
export const columnName = (column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
};

/** 0-based column of its letters: `columnIndex('AB')` is 27. */
export const columnIndex = (name: string): number => {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

/** `cellName(3, 1)` is `B4`; `absolute` gives `$B$4`. */
export const cellName = (row: number, column: number, absolute = false): string => {
  const mark = absolute ? '$' : '';
  return `${mark}${columnName(column)}${mark}${row + 1}`;
};

/** `areaName({row:3,column:1,rows:2,columns:3})` is `B4:D5`; a single cell is `B4`. */
export const areaName = (area: Area, absolute = false): string => {
  const first = cellName(area.row, area.column, absolute);
  const last = cellName(area.row + area.rows - 1, area.column + area.columns - 1, absolute);
  return first === last ? first : `${first}:${last}`;
};

/** Sheet name as a formula needs it: always quoted, apostrophes doubled. `quoteSheet("Appels d'été")` is `'Appels d''été'`. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** `'Suivi 2026'!$B$4:$D$5`, absolute. */
export const areaReference = (sheet: string, area: Area): string => `${quoteSheet(sheet)}!${areaName(area, true)}`;

/** Reads `B4:D5` or `$B$4`; null when it is not an A1 address of cells. */
export const parseArea = (text: string): Area | null => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text);
  if (!match) return null;
  const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = match;
  const column = columnIndex(firstColumn);
  const row = Number(firstRow) - 1;
  return { row, column, rows: Number(lastRow) - row, columns: columnIndex(lastColumn) - column + 1 };
};
