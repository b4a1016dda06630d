import type { Sheet } from './sheet';

/**
 * Lengths of a sheet. Files count column widths in digits of the Normal font, row heights in points, and drawing offsets
 * in EMU (12,700 a point); Excel lays columns out in whole pixels (96 an inch, 0.75 point).
 */

export type Font = { name: string; size: number };

export const EMU_PER_POINT = 12_700;
const POINTS_PER_PIXEL = 0.75;
/** Padding of a column that a file's width includes, in pixels: 2 left, 2 right, 1 gridline. */
const PADDING = 5;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Advance width of a digit in ems, by font. */
const digitWidths: Record<string, number> = {
  calibri: 0.507,
  carlito: 0.507,
  'aptos narrow': 0.492,
  aptos: 0.561,
  arial: 0.556,
  arimo: 0.556,
  helvetica: 0.556,
  'liberation sans': 0.556,
  cambria: 0.554,
  'century gothic': 0.554,
  'courier new': 0.6,
  georgia: 0.614,
  'segoe ui': 0.539,
  tahoma: 0.546,
  'times new roman': 0.5,
  'trebuchet ms': 0.524,
  verdana: 0.636,
};

/** Width of the widest digit of a font in pixels: 7 for Calibri 11, Arial 10 and Arial 9. */
export const maxDigitWidth = (font: Font): number =>
  Math.max(1, Math.round((digitWidths[font.name.toLowerCase()] ?? 0.55) * (font.size / POINTS_PER_PIXEL)));

/**
 * Pixels of a column whose width the file stores as `width`: 64 for 9.140625 with Calibri 11. ECMA-376 part 1, 18.3.1.13.
 */
export const columnPixels = (width: number, font: Font): number => {
  const digit = maxDigitWidth(font);
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
};

/** Points of a column whose width the file stores as `width`: 48 for 9.140625 with Calibri 11. */
export const columnPoints = (width: number, font: Font): number => columnPixels(width, font) * POINTS_PER_PIXEL;

/** Width to store for a column of so many points, rounded to a whole pixel: 9.140625 for 48 with Calibri 11. */
export const columnWidthFromPoints = (points: number, font: Font): number =>
  Math.trunc((Math.round(points / POINTS_PER_PIXEL) / maxDigitWidth(font)) * 256) / 256;

/** Width in characters as Excel's own dialogue shows it (without padding): 8.43 for a stored 9.140625. */
export const columnCharacters = (width: number, font: Font): number => {
  const pixels = columnPixels(width, font);
  const digit = maxDigitWidth(font);
  if (pixels < digit + PADDING) return Math.round((pixels / (digit + PADDING)) * 100) / 100;
  return Math.trunc(((pixels - PADDING) / digit) * 100 + 0.5) / 100;
};

/** Width to store for a column of so many characters: 9.140625 for 8.43 with Calibri 11. */
export const columnWidthFromCharacters = (characters: number, font: Font): number => {
  const digit = maxDigitWidth(font);
  const pixels = characters < 1 ? characters * (digit + PADDING) : characters * digit + PADDING;
  return Math.trunc((Math.round(pixels) / digit) * 256) / 256;
};

/** Width of one column of a sheet in points; 0 when hidden. */
export const columnWidth = (sheet: Sheet, column: number, font: Font): number => {
  const format = sheet.columns.get(column);
  return format?.hidden ? 0 : columnPoints(format?.width ?? sheet.defaultColumnWidth, font);
};

/** Height of one row of a sheet in points; 0 when hidden. A row that Excel sizes itself has the default height here. */
export const rowHeight = (sheet: Sheet, row: number): number => {
  const format = sheet.rows.get(row);
  return format?.hidden ? 0 : (format?.height ?? sheet.defaultRowHeight);
};

/** Left edge of a column in points from the sheet's left. */
export const columnLeft = (sheet: Sheet, column: number, font: Font): number => {
  const usual = columnPoints(sheet.defaultColumnWidth, font);
  let left = column * usual;
  for (const index of sheet.columns.keys()) if (index < column) left += columnWidth(sheet, index, font) - usual;
  return left;
};

/** Top edge of a row in points from the sheet's top. */
export const rowTop = (sheet: Sheet, row: number): number => {
  let top = row * sheet.defaultRowHeight;
  for (const index of sheet.rows.keys()) if (index < row) top += rowHeight(sheet, index) - sheet.defaultRowHeight;
  return top;
};

/** A corner of a drawing: a cell and an offset into it, in EMU. */
export type Anchor = { column: number; columnOffset: number; row: number; rowOffset: number };

/** Where an anchor is, in points from the sheet's top left. Offsets beyond the cell end at its edge, as Excel draws them. */
export const anchorToPoints = (sheet: Sheet, anchor: Anchor, font: Font): { left: number; top: number } => ({
  left:
    columnLeft(sheet, anchor.column, font) +
    Math.min(anchor.columnOffset / EMU_PER_POINT, columnWidth(sheet, anchor.column, font)),
  top: rowTop(sheet, anchor.row) + Math.min(anchor.rowOffset / EMU_PER_POINT, rowHeight(sheet, anchor.row)),
});

/** Number of the track (column or row) that holds a position, and the rest in points. */
const locate = (position: number, limit: number, sizeOf: (index: number) => number): { index: number; rest: number } => {
  let rest = Math.max(0, position);
  for (let index = 0; index < limit; index++) {
    const size = sizeOf(index);
    if (rest < size) return { index, rest };
    rest -= size;
  }
  return { index: limit - 1, rest: 0 };
};

/** The cell and offset of a point of the sheet: (50, 20) is B2 and 2 points right, 5 points down in a blank sheet. */
export const pointsToAnchor = (sheet: Sheet, left: number, top: number, font: Font): Anchor => {
  const column = locate(left, MAX_COLUMNS, (index) => columnWidth(sheet, index, font));
  const row = locate(top, MAX_ROWS, (index) => rowHeight(sheet, index));
  return {
    column: column.index,
    columnOffset: Math.round(column.rest * EMU_PER_POINT),
    row: row.index,
    rowOffset: Math.round(row.rest * EMU_PER_POINT),
  };
};
