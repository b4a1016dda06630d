import type { Book } from '../book/book';
import type { Chart, ChartAxis, ChartSeries, LineFormat } from '../book/sheet';
import { displayText } from '../model/display';

const SVG = 'http://www.w3.org/2000/svg';
const REFERENCE = /^'?(.+?)'?!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

type Size = { width: number; height: number };
type Plot = { left: number; top: number; width: number; height: number };

const column = (letters: string): number => [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Values of a series' cells as shown or as numbers; blank where there is none. */
const cellsOf = (book: Book, reference: string | null, locale: string): { value: number | null; text: string }[] => {
  const match = REFERENCE.exec(reference ?? '');
  if (!match) return [];
  const [, name = '', first = '', top = '', last = first, bottom = top] = match;
  const sheet = book.sheet(name.replaceAll("''", "'"));
  const found: { value: number | null; text: string }[] = [];
  for (let row = Number(top) - 1; row < Number(bottom); row++)
    for (let place = column(first); place <= column(last); place++) {
      const cell = sheet?.cell(row, place);
      const value = cell?.value ?? null;
      const format = book.styles.get(cell?.style ?? 0).numberFormat;
      found.push({ value: typeof value === 'number' ? value : null, text: displayText(value, format, book.date1904, locale) });
    }
  return found;
};

const element = (name: string, attributes: Record<string, string | number>, text?: string): SVGElement => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
};

const stroke = (line: LineFormat | 'automatic', color: string): Record<string, string | number> => {
  if (line === null) return { stroke: 'none' };
  if (line === 'automatic') return { stroke: color, 'stroke-width': 2 };
  return { stroke: line.color, 'stroke-width': line.weight, ...(/dash/i.test(line.dash) && { 'stroke-dasharray': '4 3' }) };
};

const AUTOMATIC = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

/** Least and greatest value of an axis: its own, else those of what is drawn, from 0. */
const extent = ({ minimum, maximum }: ChartAxis, values: readonly (number | null)[]): [number, number] => {
  const numbers = values.filter((value) => value !== null);
  return [minimum ?? Math.min(0, ...numbers), maximum ?? Math.max(1, ...numbers)];
};

/** Stretches without a gap: a missing value breaks the line. */
const stretches = (points: readonly ({ x: number; y: number } | null)[]): { x: number; y: number }[][] => {
  const found: { x: number; y: number }[][] = [[]];
  for (const point of points)
    if (point) found.at(-1)?.push(point);
    else found.push([]);
  return found.filter((stretch) => stretch.length > 0);
};

const path = (points: readonly { x: number; y: number }[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const isArea = ({ type }: ChartSeries): boolean => type.startsWith('Area');
const isColumn = ({ type }: ChartSeries): boolean => type.startsWith('Column');

const labelAnchors: Record<string, [anchor: string, dx: number, dy: number]> = {
  Right: ['start', 4, 3],
  Left: ['end', -4, 3],
  Top: ['middle', 0, -5],
  Bottom: ['middle', 0, 11],
};

/** Where the plot stands when the chart leaves that to Excel: under the title, right of the values. */
const automaticPlot = ({ titleVisible, title }: Chart, { width, height }: Size): Plot => {
  const top = titleVisible && title ? 26 : 12;
  return { left: 44, top, width: width - 56, height: height - top - 28 };
};

/** A line, area or column chart of the book as a picture; its colours and scale are the chart's own. */
export const renderChart = (book: Book, chart: Chart, size: Size, locale: string): SVGElement => {
  const picture = element('svg', { viewBox: `0 0 ${size.width} ${size.height}`, width: '100%', height: '100%' });
  const plot: Plot = chart.plotArea ?? automaticPlot(chart, size);
  const data = chart.series.map((series) => cellsOf(book, series.values, locale).map(({ value }) => value));
  const [low, high] = extent(chart.valueAxis, data.flat());
  const count = Math.max(1, ...data.map((values) => values.length));
  const x = (index: number): number => plot.left + ((index + 0.5) / count) * plot.width;
  const y = (value: number): number =>
    plot.top + plot.height * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low || 1));

  drawAxes(picture, book, chart, plot, { low, high, count, x, y }, locale);
  if (chart.titleVisible && chart.title) {
    const { size: fontSize, color, bold } = chart.titleFont;
    const look = {
      'font-size': fontSize ?? 12,
      fill: color ?? '#404040',
      'font-weight': bold ? 700 : 400,
      'text-anchor': 'middle',
    };
    picture.append(element('text', { x: size.width / 2, y: 15, ...look }, chart.title));
  }
  let stacked = new Array<number>(count).fill(0);
  chart.series.forEach((series, order) => {
    const color = AUTOMATIC[order % AUTOMATIC.length] ?? '#4472C4';
    const values = data[order] ?? [];
    if (isArea(series)) {
      const top = stacked.map((base, index) => base + (values[index] ?? 0));
      const fill = series.fill === 'automatic' ? color : (series.fill?.color ?? 'none');
      const outline = [...top.map((value, index) => ({ x: x(index), y: y(value) }))];
      const back = stacked.map((value, index) => ({ x: x(index), y: y(value) })).reverse();
      picture.append(element('path', { d: `${path([...outline, ...back])}Z`, fill }));
      stacked = top;
      return;
    }
    if (isColumn(series)) {
      const width = (plot.width / count) * 0.6;
      const fill = series.fill === 'automatic' ? color : (series.fill?.color ?? 'none');
      values.forEach((value, index) => {
        if (value !== null)
          picture.append(
            element('rect', { x: x(index) - width / 2, y: y(value), width, height: Math.max(0, y(low) - y(value)), fill }),
          );
      });
      return;
    }
    const points = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
    for (const stretch of stretches(points))
      picture.append(element('path', { d: path(stretch), fill: 'none', ...stroke(series.line, color) }));
    drawMarks(picture, series, points);
  });
  return picture;
};

const drawMarks = (picture: SVGElement, series: ChartSeries, points: readonly ({ x: number; y: number } | null)[]): void => {
  points.forEach((point, index) => {
    const marker = series.points.get(index)?.marker ?? series.marker;
    if (!point || marker === null || marker === 'automatic' || marker.style === 'None') return;
    picture.append(element('circle', { cx: point.x, cy: point.y, r: marker.size / 2, fill: marker.fill, stroke: marker.line }));
  });
  for (const label of series.labels) {
    const point = points[label.index];
    if (!point) continue;
    const [anchor, dx, dy] = labelAnchors[label.position] ?? ['start', 4, 3];
    const look = {
      'font-size': label.size ?? 8,
      'font-weight': label.bold ? 700 : 400,
      fill: label.color,
      'text-anchor': anchor,
    };
    picture.append(element('text', { x: point.x + dx, y: point.y + dy, ...look }, label.text ?? series.name));
  }
};

type Scale = { low: number; high: number; count: number; x: (index: number) => number; y: (value: number) => number };

/** Room for a label under the plot where the chart does not say how many it shows, in points. */
const LABEL_WIDTH = 46;

const drawAxes = (
  picture: SVGElement,
  book: Book,
  chart: Chart,
  plot: Plot,
  { low, high, count, x, y }: Scale,
  locale: string,
): void => {
  const { valueAxis, categoryAxis } = chart;
  const step = valueAxis.majorUnit ?? (high - low) / 4;
  const small = { 'font-size': valueAxis.font.size ?? chart.font.size ?? 8, fill: '#595959' };
  const right = plot.left + plot.width;
  for (let value = low; step > 0 && value <= high + step / 1000; value += step) {
    if (valueAxis.hasMajorGridlines)
      picture.append(
        element('line', {
          x1: plot.left,
          x2: right,
          y1: y(value),
          y2: y(value),
          ...stroke(valueAxis.majorGridlines, '#DADDE0'),
          'stroke-width': 0.5,
        }),
      );
    const text = displayText(value, valueAxis.numberFormat ?? 'General', false, locale);
    if (valueAxis.visible)
      picture.append(element('text', { x: plot.left - 4, y: y(value) + 3, 'text-anchor': 'end', ...small }, text));
  }
  if (categoryAxis.position.kind === 'Custom') {
    const cut = plot.left + ((categoryAxis.position.at - 1) / count) * plot.width;
    picture.append(
      element('line', { x1: cut, x2: cut, y1: plot.top, y2: plot.top + plot.height, ...stroke(valueAxis.line, '#404040') }),
    );
  }
  const bottom = plot.top + plot.height;
  picture.append(element('line', { x1: plot.left, x2: right, y1: bottom, y2: bottom, ...stroke(categoryAxis.line, '#7F7F7F') }));
  const names = cellsOf(book, chart.series.find(({ categories }) => categories !== null)?.categories ?? null, locale);
  const spacing = categoryAxis.tickLabelSpacing ?? Math.ceil((names.length * LABEL_WIDTH) / plot.width);
  names.forEach(({ text }, index) => {
    if (index % spacing !== 0) return;
    text.split('\n').forEach((line, row) => {
      picture.append(element('text', { x: x(index), y: bottom + 11 + row * 10, 'text-anchor': 'middle', ...small }, line));
    });
  });
};
