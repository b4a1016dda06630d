import type { Book } from '../book/book';
import { CellError, type Area, type Cell } from '../book/cell';
import { columnWidth, rowHeight } from '../book/metrics';
import type { Shape, Sheet } from '../book/sheet';
import type { BorderEdge, Style } from '../book/style';
import { displayText } from '../model/display';
import { renderChart } from './chartView';

/** What is drawn at once; a longer sheet says how many rows are left. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 60;

const columnLetters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);

const edgeCss = ({ style, color }: BorderEdge): string => {
  const width = style === 'thick' ? 3 : style.startsWith('medium') ? 2 : 1;
  return style === 'none' ? '' : `${width}px solid ${color || '#000000'}`;
};

const applyStyle = (cell: HTMLElement, style: Style, content: Cell | undefined): void => {
  const { font, fill, borders, alignment } = style;
  cell.style.font = `${font.italic ? 'italic ' : ''}${font.bold ? 'bold ' : ''}${font.size}pt ${JSON.stringify(font.name)}, Arial, sans-serif`;
  if (font.color) cell.style.color = font.color;
  if (fill.color) cell.style.background = fill.color;
  const value = content?.value;
  const natural =
    typeof value === 'number' ? 'right' : typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
  cell.style.textAlign =
    alignment.horizontal === 'left' || alignment.horizontal === 'right' || alignment.horizontal === 'center'
      ? alignment.horizontal
      : natural;
  cell.style.verticalAlign = alignment.vertical === 'center' ? 'middle' : alignment.vertical;
  if (alignment.wrap) cell.style.whiteSpace = 'pre-wrap';
  if (alignment.indent > 0) cell.style.paddingLeft = `${alignment.indent * 6.75}pt`;
  for (const side of ['left', 'right', 'top', 'bottom'] as const) {
    const css = edgeCss(borders[side]);
    if (css) cell.style.setProperty(`border-${side}`, css);
  }
};

/** A merged area's look: its first cell's, with the right and bottom borders of its last one. */
const withFarBorders = (book: Book, sheet: Sheet, style: Style, { row, column, rows, columns }: Area): Style => {
  const last = sheet.cell(row + rows - 1, column + columns - 1);
  if (!last) return style;
  const { right, bottom } = book.styles.get(last.style).borders;
  return { ...style, borders: { ...style.borders, right, bottom } };
};

/** Draws a sheet of the book into an element: cells with their formats, merged areas, and where its drawings are. */
export const renderSheet = (target: HTMLElement, book: Book, sheet: Sheet): void => {
  const used = sheet.usedArea();
  const rows = Math.min(MOST_ROWS, Math.max(30, (used?.row ?? 0) + (used?.rows ?? 0) + 5));
  const columns = Math.min(MOST_COLUMNS, Math.max(14, (used?.column ?? 0) + (used?.columns ?? 0) + 2));
  const font = book.styles.normalFont;

  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  head.append(document.createElement('th'));
  let width = 40;
  for (let column = 0; column < columns; column++) {
    const header = document.createElement('th');
    header.textContent = columnLetters(column);
    const points = columnWidth(sheet, column, font);
    header.style.width = `${points}pt`;
    width += (points * 4) / 3;
    head.append(header);
  }
  table.style.width = `${width}px`;

  const covered = new Set<string>();
  const spans = new Map<string, Area>();
  for (const area of sheet.merges) {
    spans.set(`${area.row},${area.column}`, area);
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        if (row !== area.row || column !== area.column) covered.add(`${row},${column}`);
  }

  const body = table.createTBody();
  for (let row = 0; row < rows; row++) {
    const line = body.insertRow();
    line.style.height = `${rowHeight(sheet, row)}pt`;
    const header = document.createElement('th');
    header.textContent = String(row + 1);
    line.append(header);
    for (let column = 0; column < columns; column++) {
      if (covered.has(`${row},${column}`)) continue;
      const box = line.insertCell();
      const span = spans.get(`${row},${column}`);
      if (span) {
        box.rowSpan = Math.min(span.rows, rows - row);
        box.colSpan = Math.min(span.columns, columns - column);
      }
      const content = sheet.cell(row, column);
      const style = book.styles.get(content?.style ?? sheet.columns.get(column)?.style ?? 0);
      if (content) box.textContent = displayText(content.value, style.numberFormat, book.date1904);
      if (content) applyStyle(box, span ? withFarBorders(book, sheet, style, span) : style, content);
    }
  }
  target.classList.toggle('plain', !sheet.showGridlines);
  target.replaceChildren(table);
  const x = onScreen(
    [...head.cells]
      .slice(1)
      .map((cell, column) => ({ points: columnWidth(sheet, column, font), start: cell.offsetLeft, size: cell.offsetWidth })),
  );
  const y = onScreen(
    [...body.rows].map((line, row) => ({ points: rowHeight(sheet, row), start: line.offsetTop, size: line.offsetHeight })),
  );
  target.append(...sheet.shapes.map((shape) => shapeBox(book, shape, x, y)));
};

/** Where a length from the sheet's edge ends on the screen: tracks may be drawn larger than the book has them. */
const onScreen =
  (tracks: readonly { points: number; start: number; size: number }[]) =>
  (length: number): number => {
    let rest = length;
    for (const { points, start, size } of tracks) {
      if (rest <= points && points > 0) return start + (rest / points) * size;
      rest -= points;
    }
    const last = tracks.at(-1);
    return (last ? last.start + last.size : 0) + (rest * 4) / 3;
  };

/** A chart as a picture; any other drawing by its place and its alternative text. */
const shapeBox = (book: Book, shape: Shape, x: (points: number) => number, y: (points: number) => number): HTMLElement => {
  const box = document.createElement('div');
  box.className = shape.chart ? 'chart' : 'shape';
  const [left, top] = [x(shape.left), y(shape.top)];
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
  box.style.width = `${x(shape.left + shape.width) - left}px`;
  box.style.height = `${y(shape.top + shape.height) - top}px`;
  if (shape.chart) box.append(renderChart(book, shape.chart, shape));
  else box.textContent = shape.altDescription || shape.name;
  return box;
};
