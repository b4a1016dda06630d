import type { Book } from '../book/book';
import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Style } from '../book/style';
import { borderCss, sideOf, textCss, type CellStyles } from './cellFormat';
import { extentOf, shownText } from './cellTexts';
import { PIXELS, type Layout } from './tracks';

/** What a drawn sheet is made of. */
export type SheetPicture = { book: Book; sheet: Sheet; layout: Layout; styles: CellStyles; locale: string };

const INDENT = 6.75 * PIXELS;
const SIDES = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;
const HEIGHTS: Readonly<Record<string, string>> = {
  top: 'flex-start',
  center: 'center',
  bottom: 'flex-end',
  justify: 'flex-start',
  distributed: 'center',
};

const meets = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

const box = (className: string, left: number, top: number, width: number, height: number, css: string): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  element.style.cssText = `left:${String(left)}px;top:${String(top)}px;width:${String(width)}px;height:${String(height)}px;${css}`;
  return element;
};

/** The lines between the columns of an area, as high as the sheet. */
export const columnLines = ({ sheet, layout: { columns, rows } }: SheetPicture, first: number, count: number): HTMLElement[] =>
  sheet.showGridlines
    ? Array.from({ length: count }, (_, index) => box('line', columns.start(first + index + 1) - 1, 0, 1, rows.total, ''))
    : [];

/** A merged area's look: its first cell's, with the right and bottom borders of its last one. */
const withFarBorders = ({ styles }: SheetPicture, style: Style, { row, column, rows, columns }: Area): Style => {
  const { right, bottom } = styles.of(row + rows - 1, column + columns - 1).borders;
  return { ...style, borders: { ...style.borders, right, bottom } };
};

const placeCss = (style: Style, side: 'left' | 'center' | 'right'): string => {
  const { alignment } = style;
  const indent =
    alignment.indent > 0 ? `padding-${side === 'right' ? 'right' : 'left'}:${String(2 + alignment.indent * INDENT)}px;` : '';
  const turned =
    alignment.rotation === 0
      ? ''
      : `writing-mode:${alignment.rotation === 90 || alignment.rotation === 255 ? 'sideways-lr' : 'horizontal-tb'};`;
  return `justify-content:${SIDES[side]};align-items:${HEIGHTS[alignment.vertical] ?? 'flex-end'};text-align:${side};white-space:${alignment.wrap ? 'pre-wrap' : 'pre'};${indent}${turned}`;
};

type Drawn = { fills: HTMLElement[]; borders: HTMLElement[]; texts: HTMLElement[] };

const drawCell = (
  picture: SheetPicture,
  { row, column, rows: rowSpan, columns: span }: Area,
  { fills, borders, texts }: Drawn,
): void => {
  const { book, sheet, layout, styles, locale } = picture;
  const own = styles.of(row, column);
  const isMerged = rowSpan > 1 || span > 1;
  const style = isMerged ? withFarBorders(picture, own, { row, column, rows: rowSpan, columns: span }) : own;
  const [left, top] = [layout.columns.start(column), layout.rows.start(row)];
  const [width, height] = [layout.columns.size(column, span), layout.rows.size(row, rowSpan)];
  if (width === 0 || height === 0) return;
  const color = style.fill.color || (isMerged ? '#ffffff' : '');
  // Over the gridlines before it; borders lie on the line that two cells share, over the fills of both.
  if (color) fills.push(box('fill', left - 1, top - 1, width + 1, height + 1, `background:${color}`));
  const edges = borderCss(style);
  if (edges) borders.push(box('edges', left - 1, top - 1, width + 1, height + 1, edges));
  const cell = sheet.cell(row, column);
  if (!cell || cell.value === null) return;
  const text = shownText(cell, style, width, book.date1904, locale);
  if (text === '') return;
  const extent = extentOf(sheet, layout.columns, { row, column, span }, cell, style, text);
  const written = box(
    'text',
    extent.left,
    top,
    extent.width,
    height,
    textCss(style) + placeCss(style, sideOf(style, cell.value)),
  );
  const inner = document.createElement('span');
  inner.textContent = text;
  written.append(inner);
  texts.push(written);
};

/** Columns that are drawn together. */
const BAND = 8;

/** Texts from the left of what is shown may run into it. */
const MOST_OVERHANG = 12;

/** The bands of columns that show something in some columns, each by its first. */
export const bandsOf = (column: number, count: number): number[] => {
  const first = Math.floor(Math.max(0, column - MOST_OVERHANG) / BAND) * BAND;
  return Array.from({ length: Math.ceil((column + count - first) / BAND) }, (_, index) => first + index * BAND);
};

/** The cells of a row in a band of columns, where they are on the sheet, and the line under them. Merged areas are left out. */
export const drawBand = (picture: SheetPicture, row: number, column: number): HTMLElement[] => {
  const { sheet, layout } = picture;
  if (layout.rows.size(row) === 0) return [];
  const merges = sheet.merges.filter((merge) => row >= merge.row && row < merge.row + merge.rows);
  const drawn: Drawn = { fills: [], borders: [], texts: [] };
  for (let at = column; at < column + BAND; at++)
    if (!merges.some((merge) => at >= merge.column && at < merge.column + merge.columns))
      drawCell(picture, { row, column: at, rows: 1, columns: 1 }, drawn);
  const line = box(
    'line',
    layout.columns.start(column),
    layout.rows.start(row + 1) - 1,
    layout.columns.size(column, BAND),
    1,
    '',
  );
  return [...(sheet.showGridlines ? [line] : []), ...drawn.fills, ...drawn.borders, ...drawn.texts];
};

/** The merged areas that an area meets, each with what it is drawn with. */
export const drawMerges = (picture: SheetPicture, area: Area): Map<string, () => HTMLElement[]> =>
  new Map(
    picture.sheet.merges
      .filter((merge) => meets(merge, area))
      .map((merge) => [
        `merge ${String(merge.row)} ${String(merge.column)}`,
        () => {
          const drawn: Drawn = { fills: [], borders: [], texts: [] };
          drawCell(picture, merge, drawn);
          return [...drawn.fills, ...drawn.borders, ...drawn.texts];
        },
      ]),
  );
