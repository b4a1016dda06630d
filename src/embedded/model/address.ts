import type { Area } from '../book/cell';

/** Excel's limits (Excel 2007 and later). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `columnLetters(27)` is `AB`. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};

const columnNumber = (letters: string): number => {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

export const isInsideSheet = (area: Area): boolean =>
  area.row >= 0 &&
  area.column >= 0 &&
  area.rows >= 1 &&
  area.columns >= 1 &&
  area.row + area.rows <= MAX_ROWS &&
  area.column + area.columns <= MAX_COLUMNS;

export const sameArea = (one: Area, other: Area): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;

export const containsCell = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

export const containsArea = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** Cells that both areas have; null when they do not meet. */
export const intersection = (one: Area, other: Area): Area | null => {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
};

/** Smallest area that holds both. */
export const boundingArea = (one: Area, other: Area): Area => {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
};

/** What is left of an area without another: up to four rectangles, above, below, left and right of the hole. */
export const subtractArea = (area: Area, hole: Area): Area[] => {
  const common = intersection(area, hole);
  if (!common) return [area];
  const rest: Area[] = [];
  const bottom = common.row + common.rows;
  const right = common.column + common.columns;
  if (common.row > area.row) rest.push({ ...area, rows: common.row - area.row });
  if (bottom < area.row + area.rows) rest.push({ ...area, row: bottom, rows: area.row + area.rows - bottom });
  if (common.column > area.column) rest.push({ ...common, column: area.column, columns: common.column - area.column });
  if (right < area.column + area.columns) rest.push({ ...common, column: right, columns: area.column + area.columns - right });
  return rest;
};

/** `A1`, `B4:D5`, `A:C` or `3:4`, as Excel writes it; `absolute` adds the dollars. */
export const localAddress = (area: Area, absolute = false): string => {
  const mark = absolute ? '$' : '';
  const left = mark + columnLetters(area.column);
  const right = mark + columnLetters(area.column + area.columns - 1);
  const top = mark + String(area.row + 1);
  const bottom = mark + String(area.row + area.rows);
  if (area.rows === MAX_ROWS) return area.columns === MAX_COLUMNS ? `${top}:${bottom}` : `${left}:${right}`;
  if (area.columns === MAX_COLUMNS) return `${top}:${bottom}`;
  return area.rows === 1 && area.columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
};

/** Names that Excel quotes: anything but letters, digits, `_` and `.`, a leading digit, and what reads as a cell (`A1`, `R1C1`). */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_CELL = /^(?:[A-Z]{1,3}\d{1,7}|R\d*C?\d*|C\d*)$/i;

/** Sheet name as an address shows it: `Feuil1`, `'Feuille 1'`, `'L''été'`. */
const quotedSheetName = (name: string): string =>
  PLAIN_NAME.test(name) && !LIKE_A_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/** `'Feuille 1'!A1:B2`. */
export const fullAddress = (sheet: string, area: Area, absolute = false): string =>
  `${quotedSheetName(sheet)}!${localAddress(area, absolute)}`;

/** Splits `'Feuille 1'!A1` into sheet and rest; an address without a sheet has `sheet` null. */
export const splitAddress = (address: string): { sheet: string | null; rest: string } => {
  const text = address.trim().replace(/^=/, '');
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { sheet: null, rest: text } : { sheet: text.slice(0, mark), rest: text.slice(mark + 1) };
};

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Reads `B4`, `D5:B4`, `A:C` or `3:4`; null when the text is no address inside a sheet. */
export const parseLocalAddress = (address: string): Area | null => {
  const text = address.trim();
  const between = (top: number, left: number, bottom: number, right: number): Area | null => {
    const area = {
      row: Math.min(top, bottom),
      column: Math.min(left, right),
      rows: Math.abs(bottom - top) + 1,
      columns: Math.abs(right - left) + 1,
    };
    return isInsideSheet(area) ? area : null;
  };
  const cells = CELLS.exec(text);
  if (cells) {
    const [, left = '', top = '', right = left, bottom = top] = cells;
    return between(Number(top) - 1, columnNumber(left), Number(bottom) - 1, columnNumber(right));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return between(0, columnNumber(columns[1] ?? ''), MAX_ROWS - 1, columnNumber(columns[2] ?? ''));
  const rows = ROWS.exec(text);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
};
