import type { Book } from '../book/book';
import type { Area } from '../book/cell';
import type { PageSetup, Sheet } from '../book/sheet';
import { parseLocalAddress } from '../model/address';
import type { Layout, Tracks } from './tracks';

const INCH = 96;
/** Width and height of the papers that offices use, in CSS pixels; Excel prints on A4 where a file says another one that is not here. */
const PAPERS: Readonly<Record<number, readonly [number, number]>> = {
  1: [8.5 * INCH, 11 * INCH],
  5: [8.5 * INCH, 14 * INCH],
  8: [(297 / 25.4) * INCH, (420 / 25.4) * INCH],
  9: [(210 / 25.4) * INCH, (297 / 25.4) * INCH],
  11: [(148 / 25.4) * INCH, (210 / 25.4) * INCH],
};
const A4 = 9;

/** A printed page on the sheet, in CSS pixels from its corner. */
export type PrintedPage = { left: number; top: number; width: number; height: number };

/** The cells that are printed: the sheet's print area, else all that is there. */
const printedArea = (book: Book, sheet: Sheet, { used }: Layout): Area | null => {
  const name = book.names.find((candidate) => candidate.sheet === sheet && candidate.name === '_xlnm.Print_Area');
  const address = name?.formula.slice(name.formula.lastIndexOf('!') + 1).replaceAll('$', '');
  return (address ? parseLocalAddress(address) : null) ?? used;
};

/** How much smaller the page is printed than it is; 1 at its own size. */
const scaleOf = (page: PageSetup, area: { width: number; height: number }, room: readonly [number, number]): number => {
  if (!page.fitToPage) return page.scale / 100;
  const across = page.fitWidth ? (page.fitWidth * room[0]) / area.width : 1;
  const down = page.fitHeight ? (page.fitHeight * room[1]) / area.height : 1;
  return Math.min(1, across, down);
};

/** Where pages begin along an axis: whole tracks, as many as fit. */
const cut = (tracks: Tracks, first: number, count: number, room: number): { start: number; size: number }[] => {
  const found: { start: number; size: number }[] = [];
  let from = first;
  for (let index = first; index < first + count; index++)
    if (tracks.start(index + 1) - tracks.start(from) > room + 0.5 && index > from) {
      found.push({ start: tracks.start(from), size: tracks.start(index) - tracks.start(from) });
      from = index;
    }
  return [...found, { start: tracks.start(from), size: tracks.start(first + count) - tracks.start(from) }];
};

/** The pages that a sheet is printed on, down and then across, as Excel numbers them; none where it is empty. */
export const printedPages = (book: Book, sheet: Sheet, layout: Layout): PrintedPage[] => {
  const area = printedArea(book, sheet, layout);
  const { page } = sheet;
  if (!area || !page) return [];
  const paper = PAPERS[page.paperSize ?? A4] ?? PAPERS[A4] ?? [0, 0];
  const [wide, high] = page.orientation === 'landscape' ? [paper[1], paper[0]] : paper;
  const { left, right, top, bottom } = page.margins;
  const room = [wide - (left + right) * INCH, high - (top + bottom) * INCH] as const;
  const size = {
    width: layout.columns.size(area.column, area.columns),
    height: layout.rows.size(area.row, area.rows),
  };
  const scale = scaleOf(page, size, room);
  const across = cut(layout.columns, area.column, area.columns, room[0] / scale);
  const down = cut(layout.rows, area.row, area.rows, room[1] / scale);
  return across.flatMap((x) => down.map((y) => ({ left: x.start, top: y.start, width: x.size, height: y.size })));
};

/** The pages of a sheet as frames with their numbers. */
export const drawPages = (pages: readonly PrintedPage[], label: (page: number) => string): HTMLElement[] =>
  pages.map(({ left, top, width, height }, index) => {
    const frame = document.createElement('div');
    frame.className = 'page';
    frame.style.cssText = `left:${String(left)}px;top:${String(top)}px;width:${String(width)}px;height:${String(height)}px`;
    const number = document.createElement('span');
    number.textContent = label(index + 1);
    frame.append(number);
    return frame;
  });
