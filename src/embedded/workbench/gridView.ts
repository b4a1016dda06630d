import type { Book } from '../book/book';
import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Calculation } from '../calc/calculation';
import { CellStyles } from './cellFormat';
import type { SheetPicture } from './cellLayer';
import { drawPages, printedPages } from './pageBreaks';
import { fillPane, newPane, part, type Pane, type Stretch } from './cellPane';
import { Heads, type Stretches } from './heads';
import { drawShape } from './shapeView';
import { layoutOf, type Tracks } from './tracks';

const HEAD_WIDTH = 44;
const HEAD_HEIGHT = 22;
/** Drawn beyond what is seen, in tracks, so that a small scroll only moves what is there. */
const MORE_ROWS = 12;
const MORE_COLUMNS = 3;
/** Milliseconds of a frame for what is not seen yet. */
const AHEAD = 6;

export const columnLetters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);

/**
 * The sheet as Excel shows it. Only what is seen is in the page: a sheet of thousands of rows scrolls like one of fifty. Frozen
 * rows and columns are panes of their own.
 */
export class GridView {
  private picture: SheetPicture | null = null;
  private frozen = { rows: 0, columns: 0 };
  private selected: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  private waiting = false;
  private showsPages = false;
  private drawings: HTMLElement[] = [];
  private readonly extent = part('extent');
  private readonly view = part('view');
  private readonly columnHeads = new Heads('columns', columnLetters);
  private readonly rowHeads = new Heads('rows', (row) => String(row + 1));
  private readonly panes: Pane[];

  constructor(
    readonly target: HTMLElement,
    private readonly pageLabel: (page: number) => string,
  ) {
    this.panes = [false, true].flatMap((isFrozenRows) =>
      [false, true].map((isFrozenColumns) => newPane(isFrozenRows, isFrozenColumns)),
    );
    for (const { window, layer } of this.panes) {
      window.append(layer);
      this.view.append(window);
    }
    this.view.append(this.columnHeads.element, this.rowHeads.element, part('corner'));
    this.view.setAttribute('aria-hidden', 'true');
    target.replaceChildren(this.extent, this.view);
    target.addEventListener('scroll', () => {
      this.redraw();
    });
    new ResizeObserver(() => {
      this.redraw();
    }).observe(target);
  }

  /** Shows a sheet as it is now, its numbers and dates as a locale writes them. */
  show(book: Book, sheet: Sheet, calculation: Calculation, locale: string): void {
    const isOther = this.picture?.sheet !== sheet;
    const layout = layoutOf(book, sheet);
    this.picture = { book, sheet, layout, styles: new CellStyles(book, sheet, calculation), locale };
    this.frozen = { rows: sheet.frozen?.rows ?? 0, columns: sheet.frozen?.columns ?? 0 };
    this.drawings = [
      ...sheet.shapes.flatMap((shape) => drawShape(book, shape, layout, locale)),
      ...(this.showsPages ? drawPages(printedPages(book, sheet, layout), this.pageLabel) : []),
    ];
    this.extent.style.width = `${String(layout.columns.total + HEAD_WIDTH)}px`;
    this.extent.style.height = `${String(layout.rows.total + HEAD_HEIGHT)}px`;
    this.target.classList.toggle('headless', !sheet.showHeadings);
    for (const pane of this.panes) pane.columns = '';
    if (isOther) this.target.scrollTo(0, 0);
    this.redraw();
  }

  showPages(shown: boolean): void {
    this.showsPages = shown;
  }

  get size(): { rows: number; columns: number } {
    return { rows: this.picture?.layout.rows.count ?? 0, columns: this.picture?.layout.columns.count ?? 0 };
  }

  /** Marks a cell or area as selected, and scrolls to it. */
  select(area: Area, scrolls = true): void {
    this.selected = area;
    const { picture, target, frozen } = this;
    if (picture && scrolls) {
      const { columns, rows } = picture.layout;
      const along = (tracks: Tracks, index: number, fixed: number, seen: number, now: number): number => {
        if (index < fixed) return now;
        const [start, end] = [tracks.start(index) - tracks.start(fixed), tracks.start(index + 1) - tracks.start(fixed)];
        return start < now ? start : end > now + seen ? end - seen : now;
      };
      target.scrollLeft = along(
        columns,
        area.column,
        frozen.columns,
        target.clientWidth - HEAD_WIDTH - columns.start(frozen.columns),
        target.scrollLeft,
      );
      target.scrollTop = along(
        rows,
        area.row,
        frozen.rows,
        target.clientHeight - HEAD_HEIGHT - rows.start(frozen.rows),
        target.scrollTop,
      );
    }
    this.redraw();
  }

  /** The cell under a point of the window, or null over the heads. */
  cellAt(clientX: number, clientY: number): { row: number; column: number } | null {
    if (!this.picture) return null;
    const { left, top } = this.target.getBoundingClientRect();
    const [x, y] = [clientX - left - HEAD_WIDTH, clientY - top - HEAD_HEIGHT];
    if (x < 0 || y < 0) return null;
    const { columns, rows } = this.picture.layout;
    const along = (tracks: Tracks, position: number, fixed: number, scrolled: number): number =>
      tracks.at(position < tracks.start(fixed) ? position : position + scrolled);
    return {
      row: along(rows, y, this.frozen.rows, this.target.scrollTop),
      column: along(columns, x, this.frozen.columns, this.target.scrollLeft),
    };
  }

  /** Where a cell is in the window of the sheet, in CSS pixels from its corner. */
  placeOf({ row, column, rows: rowSpan, columns: span }: Area): { left: number; top: number; width: number; height: number } {
    if (!this.picture) return { left: 0, top: 0, width: 0, height: 0 };
    const { columns, rows } = this.picture.layout;
    return {
      left: HEAD_WIDTH + columns.start(column) - (column < this.frozen.columns ? 0 : this.target.scrollLeft),
      top: HEAD_HEIGHT + rows.start(row) - (row < this.frozen.rows ? 0 : this.target.scrollTop),
      width: columns.size(column, span),
      height: rows.size(row, rowSpan),
    };
  }

  private redraw(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  private draw(): void {
    if (!this.picture) return;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = this.target;
    this.view.style.width = `${String(clientWidth)}px`;
    this.view.style.height = `${String(clientHeight)}px`;
    const { columns, rows } = this.picture.layout;
    const across = stretches(columns, this.frozen.columns, scrollLeft, clientWidth - HEAD_WIDTH, MORE_COLUMNS);
    const down = stretches(rows, this.frozen.rows, scrollTop, clientHeight - HEAD_HEIGHT, MORE_ROWS);
    const visible = seenOf(rows, rows.start(this.frozen.rows) + scrollTop, scrollTop + clientHeight - HEAD_HEIGHT);
    const began = performance.now();
    let isBehind = false;
    const fixed = { width: columns.start(this.frozen.columns), height: rows.start(this.frozen.rows) };
    for (const pane of this.panes) {
      const [x, y] = [pane.isFrozenColumns ? across.fixed : across.moving, pane.isFrozenRows ? down.fixed : down.moving];
      const left = pane.isFrozenColumns ? 0 : fixed.width;
      const top = pane.isFrozenRows ? 0 : fixed.height;
      pane.window.hidden = x.count === 0 || y.count === 0;
      if (pane.window.hidden) continue;
      const width = pane.isFrozenColumns ? fixed.width : clientWidth - HEAD_WIDTH - left;
      const height = pane.isFrozenRows ? fixed.height : clientHeight - HEAD_HEIGHT - top;
      pane.window.style.cssText = `left:${String(HEAD_WIDTH + left)}px;top:${String(HEAD_HEIGHT + top)}px;width:${String(Math.max(0, width))}px;height:${String(Math.max(0, height))}px`;
      pane.window.classList.toggle('frozen-rows', pane.isFrozenRows);
      pane.window.classList.toggle('frozen-columns', pane.isFrozenColumns);
      pane.layer.style.transform = `translate(${String(-left - (pane.isFrozenColumns ? 0 : scrollLeft))}px,${String(-top - (pane.isFrozenRows ? 0 : scrollTop))}px)`;
      const seen = pane.isFrozenRows ? down.fixed : visible;
      const area = { row: y.first, column: x.first, rows: y.count, columns: x.count };
      isBehind =
        fillPane(pane, this.picture, { area, seen, selected: this.selected, drawings: this.drawings }, began + AHEAD) || isBehind;
    }
    const { row, column, rows: rowSpan, columns: span } = this.selected;
    this.columnHeads.draw(columns, across, { first: column, count: span }, scrollLeft);
    this.rowHeads.draw(rows, down, { first: row, count: rowSpan }, scrollTop);
    if (isBehind) this.redraw();
  }
}

/** The tracks that a window from one place to another shows. */
const seenOf = (tracks: Tracks, from: number, to: number): Stretch => {
  const first = tracks.at(from);
  return { first, count: tracks.at(to) - first + 1 };
};

/** Tracks that never move, and those that are seen beside them (`more` at either side). The moving ones begin in steps, so that a small scroll draws nothing. */
const stretches = (tracks: Tracks, frozen: number, scrolled: number, seen: number, more: number): Stretches => {
  const start = tracks.start(frozen) + scrolled;
  const first = Math.max(frozen, Math.floor((tracks.at(start) - more) / more) * more);
  const last = Math.min(tracks.count - 1, Math.ceil((tracks.at(scrolled + seen) + more) / more) * more);
  return { fixed: { first: 0, count: Math.min(frozen, tracks.count) }, moving: { first, count: Math.max(0, last - first + 1) } };
};
