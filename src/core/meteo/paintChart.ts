import { chartDrawing, type ChartDrawing } from './chartDrawing';
import { lastIndex } from './chartSamples';
import { chartStyle } from './chartStyle';
import type { Language } from './content';
import { INK } from './layoutStyle';
import type { PageChart } from './page';
import { labelBaseline, type Align, type LineLook, type Painter, type Point, type TextLook } from './painter';

type Values = readonly (number | null)[];

/** Draws in the page's points what is measured from the chart's top left. */
type Placed = ChartDrawing & { at: (point: Point) => Point };

const label = (painter: Painter, text: string, middle: Point, look: TextLook, align: Align): void =>
  painter.text(text, middle.x, labelBaseline(middle.y, look.size), look, align);

/** Runs of neighbours that have a value: a missing week breaks the line, and so does a new definition. */
const runs = (values: Values, { x, y, at }: Placed, breaks: readonly number[] = []): Point[][] => {
  const made: Point[][] = [[]];
  values.forEach((value, i) => {
    if (value === null || breaks.includes(i)) made.push([]);
    if (value === null) return;
    made.at(-1)?.push(at({ x: x(i), y: y(value) }));
  });
  return made.filter((run) => run.length > 0);
};

const curve = (painter: Painter, values: Values, placed: Placed, look: LineLook, breaks?: readonly number[]): void => {
  for (const run of runs(values, placed, breaks)) painter.line(run, { round: true, ...look });
};

/** The interval from the last actual on, opening as a fan. */
const band = (painter: Painter, { content }: PageChart, placed: Placed): void => {
  const edge = (values: Values): Point[] => runs(values, placed).flat();
  const [high, low] = [edge(content.high), edge(content.low)];
  if (high.length > 1 && low.length > 1) painter.polygon([...high, ...low.reverse()], chartStyle.band);
};

const axes = (painter: Painter, { plot }: PageChart, { ticks, categories, at }: Placed): void => {
  const { gridline, categoryLine, tickColor, fontSize } = chartStyle;
  const [left, right] = [plot.left, plot.left + plot.width];
  const bottom = plot.top + plot.height;
  for (const { y, text } of ticks) {
    const base = Math.abs(y - bottom) < 0.01;
    painter.line([at({ x: left, y }), at({ x: right, y })], base ? categoryLine : gridline);
    const middle = at({ x: left - 4.5, y });
    label(painter, text, middle, { size: fontSize, bold: false, color: tickColor }, 'right');
  }
  for (const { x, lines } of categories)
    lines.forEach((line, i) => {
      const middle = at({ x, y: bottom + 7 + i * 9.5 });
      label(painter, line, middle, { size: fontSize, bold: false, color: INK }, 'center');
    });
};

const curves = (painter: Painter, { content, plot }: PageChart, placed: Placed): void => {
  const { actual, previousYear, objective, projection, cut, marker } = chartStyle;
  const { at, x, y, cutX } = placed;
  const level = content.objective;
  if (level !== null)
    curve(
      painter,
      content.weeks.map(() => level),
      placed,
      objective,
    );
  curve(painter, content.previousYear, placed, previousYear);
  painter.line([at({ x: cutX, y: plot.top }), at({ x: cutX, y: plot.top + plot.height })], cut);
  curve(painter, content.projection, placed, { ...projection, dash: [4, 2.5], round: false });
  const ring = { color: projection.color, weight: marker.weight };
  // Its line begins at the last actual, which has no ring; without that one, at the first projected week, which has one.
  content.projection.forEach((value, index) => {
    if (value !== null && index >= content.cut)
      painter.circle(at({ x: x(index), y: y(value) }), marker.size / 2, '#FFFFFF', ring);
  });
  curve(painter, content.actual, placed, actual, content.breaks);
  const last = lastIndex(content.actual);
  const value = content.actual[last];
  if (value !== null && value !== undefined) painter.circle(at({ x: x(last), y: y(value) }), marker.size / 2, actual.color, ring);
};

/** Paints the chart of the page: the same values, axis and direct labels as the native chart of the sheet. */
export const paintChart = (painter: Painter, chart: PageChart, language: Language): void => {
  const { left, top } = chart.box;
  const placed: Placed = { ...chartDrawing(chart, language), at: ({ x, y }) => ({ x: left + x, y: top + y }) };
  band(painter, chart, placed);
  axes(painter, chart, placed);
  curves(painter, chart, placed);
  for (const { text, x, y, align, color, bold } of placed.labels) {
    const middle = placed.at({ x, y });
    label(painter, text, middle, { size: chartStyle.fontSize, bold, color }, align);
  }
};
