import type { Book } from '../book/book';
import { keyColumn, keyRow, type Area } from '../book/cell';
import { columnWidth, rowHeight } from '../book/metrics';
import type { Sheet } from '../book/sheet';

/** CSS pixels of a point. */
export const PIXELS = 4 / 3;

/** The columns or the rows of a sheet, laid out in CSS pixels. */
export class Tracks {
  /** Where each track begins; one more than there are tracks. */
  private readonly starts: Float64Array;

  /** @param sizeOf points of a track; 0 where it is hidden. */
  constructor(
    readonly count: number,
    sizeOf: (index: number) => number,
  ) {
    this.starts = new Float64Array(count + 1);
    let position = 0;
    for (let index = 0; index < count; index++) {
      position += sizeOf(index) * PIXELS;
      this.starts[index + 1] = position;
    }
  }

  start(index: number): number {
    return this.starts[Math.min(Math.max(0, index), this.count)] ?? 0;
  }

  size(index: number, tracks = 1): number {
    return this.start(index + tracks) - this.start(index);
  }

  get total(): number {
    return this.start(this.count);
  }

  /** The track that holds a position: the last one that begins at or before it. */
  at(position: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** What is shown beyond the last cell or drawing, so that there is room to go on. */
const MORE_ROWS = 30;
const MORE_COLUMNS = 6;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;

/** How a sheet is laid out; an area is null where the sheet is empty. */
export type Layout = {
  columns: Tracks;
  rows: Tracks;
  used: Area | null;
  /** Where a height in points from the sheet's top is drawn: rows may be drawn higher than the file has them. */
  topOf: (points: number) => number;
};

/** Lays out a sheet as far as its cells and drawings go, and some more. */
export const layoutOf = (book: Book, sheet: Sheet): Layout => {
  const used = sheet.usedArea();
  const font = book.styles.normalFont;
  const right = Math.max(0, ...sheet.shapes.map(({ left, width }) => left + width));
  const bottom = Math.max(0, ...sheet.shapes.map(({ top, height }) => top + height));
  const columns = countFor(Math.max(LEAST_COLUMNS, endOf(used, 'column') + MORE_COLUMNS), right, (index) =>
    columnWidth(sheet, index, font),
  );
  const heights = heightsOf(book, sheet);
  const asStored = (row: number): number => rowHeight(sheet, row);
  const count = countFor(Math.max(LEAST_ROWS, endOf(used, 'row') + MORE_ROWS), bottom, asStored);
  const rows = new Tracks(count, heights);
  const stored = new Tracks(count, asStored);
  return {
    columns: new Tracks(columns, (index) => columnWidth(sheet, index, font)),
    rows,
    used,
    topOf: (points) => {
      const row = stored.at(points * PIXELS);
      return rows.start(row) + Math.min(points * PIXELS - stored.start(row), rows.size(row));
    },
  };
};

/** Height of a line of text, in sizes of its font. */
const LINE = 1.3;

/** Width of a letter, in sizes of its font. */
const LETTER = 0.5;

/** Points of each row. One that nobody sized is as high as its largest font and its wrapped texts need, as Excel has it. */
const heightsOf = (book: Book, sheet: Sheet): ((row: number) => number) => {
  const needed = new Map<number, number>();
  for (const [key, { value, style: index }] of sheet.cells) {
    const row = keyRow(key);
    if (value === null || (sheet.rows.get(row)?.height ?? null) !== null) continue;
    const { font, alignment } = book.styles.get(index);
    const width = columnWidth(sheet, keyColumn(key), book.styles.normalFont);
    const isWrapped = alignment.wrap && typeof value === 'string' && width > 0 && !isMerged(sheet, row, keyColumn(key));
    const lines = isWrapped ? linesOf(value, Math.floor(width / (font.size * LETTER))) : 1;
    const height = lines * font.size * LINE;
    if (height > sheet.defaultRowHeight && height > (needed.get(row) ?? 0)) needed.set(row, height);
  }
  return (row) => (needed.has(row) && rowHeight(sheet, row) > 0 ? (needed.get(row) ?? 0) : rowHeight(sheet, row));
};

const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.some((merge) => merge.row === row && merge.column === column);

/** Lines of a text in so many letters, broken between words. */
const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((lines, paragraph) => {
    let room = 0;
    return paragraph.split(' ').reduce((sum, word) => {
      if (word.length + 1 <= room) {
        room -= word.length + 1;
        return sum;
      }
      room = letters - word.length;
      return sum + 1;
    }, lines);
  }, 0);

const endOf = (area: Area | null, side: 'row' | 'column'): number =>
  area === null ? 0 : side === 'row' ? area.row + area.rows : area.column + area.columns;

/** At least so many tracks, and as many as reach a position in points. */
const countFor = (least: number, reach: number, sizeOf: (index: number) => number): number => {
  let position = 0;
  for (let index = 0; index < least; index++) position += sizeOf(index);
  let count = least;
  while (position < reach && count < least + 1000) position += sizeOf(count++);
  return count;
};
