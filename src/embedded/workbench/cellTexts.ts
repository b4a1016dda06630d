import type { Cell } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Style } from '../book/style';
import { displayText } from '../model/display';
import { fontCss, sideOf } from './cellFormat';
import type { Tracks } from './tracks';

/** How far a text may run over empty neighbours, in columns. */
const MOST_NEIGHBOURS = 24;
/** White space at both sides of a cell, in CSS pixels. */
const PADDING = 4;
const LONGEST_GENERAL = 11;

const measure = document.createElement('canvas').getContext('2d');

const widthOf = (text: string, style: Style): number => {
  if (!measure) return 0;
  measure.font = fontCss(style.font);
  return measure.measureText(text).width;
};

/** What a number shows in a column of a width: fewer decimals where its format leaves that open, hash signs where it does not fit. */
const numberText = (value: number, text: string, style: Style, width: number, locale: string): string => {
  const room = width - PADDING;
  if (widthOf(text, style) <= room) return text;
  if (style.numberFormat === 'General')
    for (let digits = LONGEST_GENERAL; digits > 0; digits--) {
      const shorter = displayText(Number(value.toPrecision(digits)), 'General', false, locale);
      if (widthOf(shorter, style) <= room) return shorter;
    }
  return '#'.repeat(Math.max(1, Math.floor(room / Math.max(1, widthOf('#', style)))));
};

/** The text of a cell as Excel shows it in a column of so many CSS pixels. */
export const shownText = ({ value }: Cell, style: Style, width: number, date1904: boolean, locale: string): string => {
  const text = displayText(value, style.numberFormat, date1904, locale);
  return typeof value === 'number' && !style.alignment.wrap ? numberText(value, text, style, width, locale) : text;
};

const isEmpty = (sheet: Sheet, row: number, column: number): boolean => {
  const cell = sheet.cell(row, column);
  if (cell && (cell.value !== null || cell.formula !== undefined)) return false;
  return !sheet.merges.some(
    (merge) =>
      row >= merge.row && row < merge.row + merge.rows && column >= merge.column && column < merge.column + merge.columns,
  );
};

/**
 * From where to where a cell's text may be seen, in CSS pixels: its own box, and for a text that is not wrapped the empty cells
 * beside it, as many as it needs.
 */
export const extentOf = (
  sheet: Sheet,
  columns: Tracks,
  { row, column, span }: { row: number; column: number; span: number },
  cell: Cell,
  style: Style,
  text: string,
): { left: number; width: number } => {
  const left = columns.start(column);
  const width = columns.size(column, span);
  if (typeof cell.value !== 'string' || style.alignment.wrap || span > 1) return { left, width };
  let missing = widthOf(text, style) + PADDING - width;
  if (missing <= 0) return { left, width };
  const side = sideOf(style, cell.value);
  if (side === 'center') missing /= 2;
  const reach = (step: 1 | -1): number => {
    let room = 0;
    for (let at = column + step; room < missing && Math.abs(at - column) <= MOST_NEIGHBOURS; at += step) {
      if (at < 0 || at >= columns.count || !isEmpty(sheet, row, at)) break;
      room += columns.size(at);
    }
    return room;
  };
  const before = side === 'left' ? 0 : reach(-1);
  const after = side === 'right' ? 0 : reach(1);
  // A centred text stays in the middle of its own cell: it may only run as far as on its shorter side.
  const [less, more] = side === 'center' ? [Math.min(before, after), Math.min(before, after)] : [before, after];
  return { left: left - less, width: width + less + more };
};
