import type { Area } from '../book/cell';
import { bandsOf, columnLines, drawBand, drawMerges, type SheetPicture } from './cellLayer';

/** A stretch of tracks: those of one pane of a frozen sheet. */
export type Stretch = { first: number; count: number };

/** One of up to four panes of a sheet: a window on the cells, and the layer that moves under it. */
export type Pane = {
  window: HTMLElement;
  layer: HTMLElement;
  mark: HTMLElement;
  lines: HTMLElement;
  /** Columns that have lines; '' where nothing is drawn. */
  columns: string;
  /** What is drawn, by row and band of columns, or merged area. */
  drawn: Map<string, HTMLElement[]>;
  isFrozenRows: boolean;
  isFrozenColumns: boolean;
};

export const part = (className: string): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  return element;
};

export const newPane = (isFrozenRows: boolean, isFrozenColumns: boolean): Pane => ({
  window: part('pane'),
  layer: part('layer'),
  mark: part('selected'),
  lines: part('lines'),
  columns: '',
  drawn: new Map(),
  isFrozenRows,
  isFrozenColumns,
});

/** What a pane shows: cells of an area, of which some rows are seen, the selection, and drawings over them. */
type Filling = { area: Area; seen: Stretch; selected: Area; drawings: readonly HTMLElement[] };

/**
 * Draws what of a pane's cells is not there, and takes away what is not seen any more. Rows beyond those that are seen wait for
 * another frame once this one is `full`; then it gives true.
 */
export const fillPane = (
  pane: Pane,
  picture: SheetPicture,
  { area, seen, selected, drawings }: Filling,
  full: number,
): boolean => {
  const span = `${String(area.column)} ${String(area.columns)}`;
  if (pane.columns === '') {
    // A drawing stands in one place of the page: the pane that scrolls has them all, the others copies.
    const isMain = !pane.isFrozenRows && !pane.isFrozenColumns;
    const shown = isMain ? drawings : drawings.map((drawing) => drawing.cloneNode(true));
    pane.layer.replaceChildren(pane.lines, ...shown, pane.mark);
    pane.drawn.clear();
  }
  if (pane.columns !== span) pane.lines.replaceChildren(...columnLines(picture, area.column, area.columns));
  pane.columns = span;
  const wanted = drawMerges(picture, area);
  const ahead = new Set<string>();
  const bands = bandsOf(area.column, area.columns);
  for (let row = area.row; row < area.row + area.rows; row++)
    for (const band of bands) {
      const key = `${String(row)} ${String(band)}`;
      wanted.set(key, () => drawBand(picture, row, band));
      if (row < seen.first || row >= seen.first + seen.count) ahead.add(key);
    }
  for (const [key, elements] of pane.drawn)
    if (!wanted.has(key)) {
      for (const element of elements) element.remove();
      pane.drawn.delete(key);
    }
  let isBehind = false;
  for (const [key, draw] of wanted) {
    if (pane.drawn.has(key)) continue;
    if (ahead.has(key) && performance.now() > full) {
      isBehind = true;
      continue;
    }
    const elements = draw();
    pane.layer.append(...elements);
    pane.drawn.set(key, elements);
  }
  const { columns, rows } = picture.layout;
  const { row, column, rows: rowSpan, columns: columnSpan } = selected;
  pane.mark.style.cssText = `left:${String(columns.start(column) - 2)}px;top:${String(rows.start(row) - 2)}px;width:${String(columns.size(column, columnSpan) + 3)}px;height:${String(rows.size(row, rowSpan) + 3)}px`;
  return isBehind;
};
