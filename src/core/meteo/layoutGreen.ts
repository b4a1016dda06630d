import { chartAxis } from './chartScale';
import type { MeteoContent } from './content';
import type { Geometry } from './layoutGeometry';
import { boxOf, type Pen } from './layoutPen';
import { writeTab } from './layoutFrame';
import { ROW_LINE, roles, statusColors, statusSymbols, THIN_RULE } from './layoutStyle';
import { tableHeight, writeTable } from './layoutTable';
import type { Box } from './page';
import { fitsOneLine, wrapAtMark } from './textMetrics';

/** Height of the chart, in points. Below the least the page does not fit. */
export const CHART_LEAST = 108;
/** Up to here the chart takes all room; what is beyond goes to the other frames first, as far as they are shorter than usual. */
export const CHART_USUAL = 210;
/** Higher than this it would be a poster: the rest stays empty under the frame's text. */
const CHART_MOST = 330;
/** Plot area inside the chart: room for tick labels on the left and below, for direct labels on the right. */
const PLOT = { left: 30, top: 4, right: 66, bottom: 25 };

const plotOf = (chart: Box): Box => ({
  left: PLOT.left,
  top: PLOT.top,
  width: chart.width - PLOT.left - PLOT.right,
  height: chart.height - PLOT.top - PLOT.bottom,
});

/** The key figure, what it is, its status, its detail. Returns where it ends. */
const writeKeyFigure = (pen: Pen, green: MeteoContent['green'], spans: Geometry['green'], top: number): number => {
  const [left, nearest] = spans.key;
  // Words in the figure's place are no figure.
  const role = green.value.value === null ? roles.weatherWord : roles.keyFigure;
  const right = [nearest, ...spans.keyEdges].find((edge) => fitsOneLine(green.value.text, edge - left, role)) ?? nearest;
  pen.write('green.value', [left, right], top + 18, green.value.text, role, {
    figure: green.value,
    height: roles.keyFigure.leading,
  });
  const broken = wrapAtMark(green.what, spans.whatRight - right, roles.title, ',;');
  const whatBottom = pen.write('green.what', [right, spans.whatRight], top + 21, green.what, roles.title, { lines: 3, broken });
  const detailBottom = pen.write('green.detail', [right, spans.note[1]], whatBottom, green.detail, roles.text, { lines: 2 });
  const color = statusColors[green.status.status];
  const symbol = statusSymbols[green.status.status];
  if (symbol)
    pen.add({ kind: 'symbol', id: 'green.status.symbol', symbol, box: boxOf(spans.symbol, top + 21, 18), size: 11, color });
  pen.write('green.status', spans.word, top + 21, green.status.word, roles.title, { color, indent: 1 });
  return Math.max(detailBottom + 6, top + 57);
};

const readingLines = (pen: Pen, green: MeteoContent['green'], spans: Geometry['green']): number =>
  green.readings.reduce((sum, reading) => sum + pen.count(reading.text, spans.readingText, roles.text), 0);

/** Bottom of a frame's last line to the frame's bottom. */
const PADDING = 6;

/**
 * The chart in the room that it has. Where there is nothing to draw, words in the middle of that room say so, between the edges
 * that the chart would have: a frame that ends in a void looks like one that lacks something. Returns where it ends.
 */
const writeChart = (pen: Pen, green: MeteoContent['green'], spans: Geometry['green'], top: number, room: number): number => {
  const { nothing } = green.chart;
  const chart = boxOf(spans.inner, top, Math.min(CHART_MOST, Math.max(room, CHART_LEAST)));
  if (nothing !== undefined) {
    pen.rule(spans.inner, top, THIN_RULE, ROW_LINE);
    const bottom = pen.write('green.nothing', spans.inner, top, nothing, roles.text, { height: chart.height, align: 'center' });
    pen.rule(spans.inner, bottom, THIN_RULE, ROW_LINE);
    return bottom;
  }
  const plot = plotOf(chart);
  pen.add({
    kind: 'chart',
    box: chart,
    plot,
    axis: chartAxis(green.chart, plot.height),
    content: green.chart,
    altText: `${green.value.text} ${green.what}. ${green.chart.note}`,
  });
  return chart.top + chart.height;
};

/**
 * Writes the green frame from `top`, `height` points high, and returns how many points its chart would get: text first,
 * the chart takes what is left.
 */
export const writeGreen = (pen: Pen, content: MeteoContent, geometry: Geometry, top: number, height: number): number => {
  const { green } = content;
  const spans = geometry.green;
  writeTab(pen, 'green', spans, top, green.tab, green.note);
  const noteTop = writeKeyFigure(pen, green, spans, top);
  const { note } = green.chart;
  const broken = wrapAtMark(note, spans.inner[1] - spans.inner[0], roles.note, '.');
  const chartTop = pen.write('green.chart.note', spans.inner, noteTop, note, roles.note, { lines: 3, broken });
  const below = tableHeight(pen, green.rows, spans.table) + PADDING + 12 * readingLines(pen, green, spans) + PADDING;
  const room = top + height - chartTop - below;
  let y = writeTable(pen, content, spans, writeChart(pen, green, spans, chartTop, room)) + PADDING;
  for (const reading of green.readings) {
    const id = `green.${reading.kind}`;
    pen.write(`${id}.label`, spans.readingLabel, y, reading.label, roles.strong);
    y = pen.write(`${id}.text`, spans.readingText, y, reading.text, roles.text, { lines: 4 });
  }
  return room;
};
