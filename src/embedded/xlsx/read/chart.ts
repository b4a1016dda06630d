import type { Chart, ChartAxis, ChartSeries, LineFormat, SeriesLabel } from '../../book/sheet';
import { decodeSpreadsheetText } from '../xml/text';
import {
  attribute,
  booleanAttribute,
  child,
  childrenOf,
  descend,
  everyElement,
  numberAttribute,
  textOf,
  type Element,
  type XmlTree,
} from '../xml/tree';
import { readChartAxis, readChartFont } from './chartAxis';
import type { Palette } from './color';
import { readShapeFill, readShapeLine } from './shapeFormat';

/** Reading one chart part: the part, and the workbook's colours. */
export type ChartReading = { tree: XmlTree; palette: Palette };

const value = (element: Element | undefined): string | undefined => attribute(element, 'val');

const stackings: Record<string, string> = { stacked: 'Stacked', percentStacked: 'Stacked100' };
const unmodelled: Record<string, string> = {
  area3DChart: '3DArea',
  bar3DChart: '3DColumn',
  line3DChart: '3DLine',
  pie3DChart: '3DPie',
  bubbleChart: 'Bubble',
  ofPieChart: 'PieOfPie',
  radarChart: 'Radar',
  stockChart: 'StockHLC',
  surfaceChart: 'Surface',
  surface3DChart: 'Surface',
};

/** ChartType of Office.js of a series in a plot; undefined for what is no plot. */
const typeOf = (plot: Element, series: Element | undefined): string | undefined => {
  const stacking = stackings[value(child(plot, 'grouping')) ?? ''] ?? '';
  switch (plot.local) {
    case 'barChart':
      return `${value(child(plot, 'barDir')) === 'bar' ? 'Bar' : 'Column'}${stacking || 'Clustered'}`;
    case 'lineChart':
      return `Line${value(descend(series, 'marker', 'symbol')) === 'none' ? '' : 'Markers'}${stacking}`;
    case 'areaChart':
      return `Area${stacking}`;
    case 'pieChart':
      return 'Pie';
    case 'doughnutChart':
      return 'Doughnut';
    case 'scatterChart': {
      if (child(descend(series, 'spPr', 'ln'), 'noFill')) return 'XYScatter';
      return booleanAttribute(child(series, 'smooth'), 'val') ? 'XYScatterSmooth' : 'XYScatterLines';
    }
    default:
      return unmodelled[plot.local];
  }
};

const positions: Record<string, string> = {
  r: 'Right',
  l: 'Left',
  t: 'Top',
  b: 'Bottom',
  ctr: 'Center',
  inEnd: 'InsideEnd',
  inBase: 'InsideBase',
  outEnd: 'OutsideEnd',
  bestFit: 'BestFit',
};

const richTextOf = (tree: XmlTree, rich: Element | undefined): string =>
  childrenOf(rich, 'p')
    .map((paragraph) => [...everyElement(paragraph)].map((each) => (each.local === 't' ? textOf(tree, each) : '')).join(''))
    .join('\n');

const lineOf = (holder: Element | undefined, { palette }: ChartReading): LineFormat | 'automatic' => {
  const line = readShapeLine(child(holder, 'spPr'), palette);
  return line === undefined ? 'automatic' : line;
};

const fillOf = (holder: Element | undefined, { palette }: ChartReading): { color: string } | null | 'automatic' => {
  const fill = readShapeFill(child(holder, 'spPr'), palette);
  return fill === undefined ? 'automatic' : fill && { color: fill.color };
};

const markerOf = (marker: Element | undefined, reading: ChartReading): ChartSeries['marker'] => {
  const symbol = value(child(marker, 'symbol')) ?? 'auto';
  if (symbol === 'none') return null;
  if (!marker || symbol === 'auto') return 'automatic';
  const [fill, line] = [fillOf(marker, reading), lineOf(marker, reading)];
  return {
    style: symbol.charAt(0).toUpperCase() + symbol.slice(1),
    size: numberAttribute(child(marker, 'size'), 'val') ?? 5,
    fill: fill === null || fill === 'automatic' ? '' : fill.color,
    line: line === null || line === 'automatic' ? '' : line.color,
  };
};

const labelsOf = (labels: Element | undefined, reading: ChartReading): SeriesLabel[] =>
  childrenOf(labels, 'dLbl')
    .filter((label) => !booleanAttribute(child(label, 'delete'), 'val'))
    .map((label) => {
      const rich = descend(label, 'tx', 'rich');
      const font = readChartFont(rich ?? child(label, 'txPr'), reading.palette);
      return {
        index: numberAttribute(child(label, 'idx'), 'val') ?? 0,
        text: rich ? richTextOf(reading.tree, rich) : null,
        showValue: booleanAttribute(child(label, 'showVal'), 'val'),
        showSeriesName: booleanAttribute(child(label, 'showSerName'), 'val'),
        position: positions[value(child(label, 'dLblPos')) ?? ''] ?? 'Right',
        color: font.color ?? '',
        bold: font.bold ?? false,
        size: font.size ?? undefined,
      };
    });

const pointsOf = (series: Element, reading: ChartReading): ChartSeries['points'] =>
  new Map(
    childrenOf(series, 'dPt').map((point) => {
      const [fill, line, marker] = [fillOf(point, reading), lineOf(point, reading), markerOf(child(point, 'marker'), reading)];
      return [
        numberAttribute(child(point, 'idx'), 'val') ?? 0,
        {
          ...(fill !== null && fill !== 'automatic' && { fill: fill.color }),
          ...(line !== null && line !== 'automatic' && { line: line.color }),
          ...(marker !== null && marker !== 'automatic' && { marker }),
        },
      ];
    }),
  );

/** Formula elements of a series by what they give: its name, its categories, its values. */
export const seriesFormulas = (series: Element): Record<'name' | 'categories' | 'values', Element | undefined> => {
  const formula = (holder: Element | undefined): Element | undefined => child(holder?.children[0], 'f');
  return {
    name: formula(child(series, 'tx')),
    categories: formula(child(series, 'cat') ?? child(series, 'xVal')),
    values: formula(child(series, 'val') ?? child(series, 'yVal')),
  };
};

const readSeries = (series: Element, type: string, axisGroup: ChartSeries['axisGroup'], reading: ChartReading): ChartSeries => {
  const { tree } = reading;
  const { name, categories, values } = seriesFormulas(series);
  const labels = child(series, 'dLbls');
  const caption = [...everyElement(child(series, 'tx') ?? series)].find(({ local }) => local === 'v');
  return {
    name: child(series, 'tx') && caption ? decodeSpreadsheetText(textOf(tree, caption)) : '',
    nameFormula: name && textOf(tree, name),
    type,
    values: values ? textOf(tree, values) : '',
    categories: categories ? textOf(tree, categories) : null,
    axisGroup,
    line: lineOf(series, reading),
    fill: fillOf(series, reading),
    marker: markerOf(child(series, 'marker'), reading),
    smooth: booleanAttribute(child(series, 'smooth'), 'val'),
    hasDataLabels: booleanAttribute(child(labels, 'showVal'), 'val'),
    labels: labelsOf(labels, reading),
    points: pointsOf(series, reading),
  };
};

/** Series elements of a chart with their plots, in the order of the series. */
export const seriesElements = (root: Element): { plot: Element; series: Element }[] =>
  (descend(root, 'chart', 'plotArea')?.children ?? [])
    .flatMap((plot) => childrenOf(plot, 'ser').map((series) => ({ plot, series })))
    .sort((a, b) => Number(value(child(a.series, 'order')) ?? 0) - Number(value(child(b.series, 'order')) ?? 0));

const plotAreaOf = (area: Element | undefined, size: { width: number; height: number }): Chart['plotArea'] => {
  const layout = descend(area, 'layout', 'manualLayout');
  const part = (name: string): number => numberAttribute(child(layout, name), 'val') ?? 0;
  if (!layout || part('w') === 0) return null;
  return {
    left: part('x') * size.width,
    top: part('y') * size.height,
    width: part('w') * size.width,
    height: part('h') * size.height,
    inner: value(child(layout, 'layoutTarget')) === 'inner',
  };
};

const legendPositions: Record<string, string> = { r: 'Right', l: 'Left', t: 'Top', b: 'Bottom', tr: 'Corner' };
const blanks: Record<string, Chart['displayBlanksAs']> = { gap: 'NotPlotted', zero: 'Zero', span: 'Interpolated' };

/**
 * The chart of a part, as far as the book models charts. `size` is its shape's, in points. What it does not model stays in
 * the part (see the save).
 */
export const readChart = (reading: ChartReading, part: string, size: { width: number; height: number }): Chart => {
  const { tree, palette } = reading;
  const { root } = tree;
  const chart = child(root, 'chart');
  const area = child(chart, 'plotArea');
  const axes = area?.children.filter(({ local }) => local === 'catAx' || local === 'valAx' || local === 'dateAx') ?? [];
  const idOf = (axis: Element | undefined): string | undefined => value(child(axis, 'axId'));
  const plots = seriesElements(root);
  const firstIds = childrenOf(plots[0]?.plot, 'axId').map(value);
  const axisOf = (isValue: boolean): Element | undefined => {
    const own = axes.filter((axis) => firstIds.includes(idOf(axis)));
    return isValue ? own.filter(({ local }) => local === 'valAx').at(-1) : own.find((axis) => axis !== axisOf(true));
  };
  const [categories, values] = [axisOf(false), axisOf(true)];
  const series = plots.map(({ plot, series: element }) => {
    const isPrimary = childrenOf(plot, 'axId').every((id) => firstIds.includes(value(id)));
    return readSeries(element, typeOf(plot, element) ?? 'ColumnClustered', isPrimary ? 'Primary' : 'Secondary', reading);
  });
  const title = child(chart, 'title');
  const rich = descend(title, 'tx', 'rich');
  const legend = child(chart, 'legend');
  const axis = (own: Element | undefined, other: Element | undefined): ChartAxis => readChartAxis(own, other, reading);
  return {
    type: series[0]?.type ?? 'ColumnClustered',
    title: rich ? richTextOf(tree, rich) : null,
    titleVisible: title !== undefined,
    titleFont: readChartFont(rich, palette),
    legend: { visible: legend !== undefined, position: legendPositions[value(child(legend, 'legendPos')) ?? ''] ?? 'Right' },
    series,
    categoryAxis: axis(categories, values),
    valueAxis: axis(values, categories),
    plotArea: plotAreaOf(area, size),
    fill: fillOf(root, reading),
    line: lineOf(root, reading),
    font: { ...readChartFont(child(root, 'txPr'), palette) },
    displayBlanksAs: blanks[value(child(chart, 'dispBlanksAs')) ?? ''] ?? 'Zero',
    part,
  };
};
