import type { ChartDraft, ChartSeriesDraft, LineStyle } from '../core/sheet/draft';
import { rangeOf } from './range';

const types = {
  line: 'Line',
  lineMarkers: 'LineMarkers',
  areaStacked: 'AreaStacked',
  columnClustered: 'ColumnClustered',
} as const;
const dashes = { solid: 'Continuous', dash: 'Dash', dot: 'Dot' } as const;
const positions = { right: 'Right', left: 'Left', top: 'Top', bottom: 'Bottom' } as const;

const writeLine = (format: Excel.ChartLineFormat, line: LineStyle | null): void => {
  if (!line) {
    format.clear();
    return;
  }
  format.color = line.color;
  format.weight = line.weight;
  format.lineStyle = dashes[line.dash ?? 'solid'];
};

const writeMarkers = (series: Excel.ChartSeries, draft: ChartSeriesDraft): void => {
  if (draft.type === 'areaStacked' || draft.type === 'columnClustered') return;
  if (draft.marker) {
    series.markerStyle = 'Circle';
    series.markerSize = draft.marker.size;
    series.markerBackgroundColor = draft.marker.fill;
    series.markerForegroundColor = draft.marker.line;
  } else series.markerStyle = 'None';
  if (!draft.markerPoint) return;
  const point = series.points.getItemAt(draft.markerPoint.index);
  point.markerStyle = 'Circle';
  point.markerSize = draft.markerPoint.size;
  point.markerBackgroundColor = draft.markerPoint.fill;
  point.markerForegroundColor = draft.markerPoint.line;
};

const writeLabel = (series: Excel.ChartSeries, label: NonNullable<ChartSeriesDraft['label']>, fontSize: number): void => {
  const point = series.points.getItemAt(label.index);
  point.hasDataLabel = true;
  point.dataLabel.text = label.text;
  point.dataLabel.position = positions[label.position];
  const { font } = point.dataLabel.format;
  font.color = label.color;
  font.size = fontSize;
  font.bold = label.bold === true;
};

const writeSeries = (series: Excel.ChartSeries, draft: ChartSeriesDraft, data: Excel.Worksheet, chart: ChartDraft): void => {
  series.name = draft.name;
  series.setValues(rangeOf(data, draft.values));
  series.setXAxisValues(rangeOf(data, chart.categories));
  series.chartType = types[draft.type];
  if (draft.fill === null) series.format.fill.clear();
  else series.format.fill.setSolidColor(draft.fill);
  writeLine(series.format.line, draft.line);
  writeMarkers(series, draft);
  if (draft.label) writeLabel(series, draft.label, chart.fontSize);
};

const writeAxes = (chart: Excel.Chart, draft: ChartDraft): void => {
  const { valueAxis, categoryAxis } = chart.axes;
  const { minimum, maximum, majorUnit } = draft.valueAxis;
  if (minimum !== undefined) valueAxis.minimum = minimum;
  if (maximum !== undefined) valueAxis.maximum = maximum;
  if (majorUnit !== undefined) valueAxis.majorUnit = majorUnit;
  valueAxis.numberFormat = draft.valueAxis.numberFormat;
  valueAxis.majorGridlines.visible = draft.valueAxis.gridlines !== null;
  if (draft.valueAxis.gridlines) {
    // Gridlines have a line format of their own type with the same three properties.
    valueAxis.majorGridlines.format.line.color = draft.valueAxis.gridlines.color;
    valueAxis.majorGridlines.format.line.weight = draft.valueAxis.gridlines.weight;
  }
  valueAxis.majorTickMark = 'None';
  writeLine(valueAxis.format.line, draft.valueAxis.line);
  valueAxis.visible = draft.valueAxis.visible;
  // The axis line may stand in the middle of the chart; its labels stay at the left.
  valueAxis.tickLabelPosition = 'Low';
  valueAxis.format.font.size = draft.fontSize;
  if (draft.valueAxis.fontColor !== undefined) valueAxis.format.font.color = draft.valueAxis.fontColor;
  writeLine(categoryAxis.format.line, draft.categoryAxis.line);
  categoryAxis.majorTickMark = 'None';
  // Under the plot, wherever 0 lies: values may all be below it.
  categoryAxis.tickLabelPosition = 'Low';
  categoryAxis.tickLabelSpacing = draft.categoryAxis.tickLabelSpacing;
  categoryAxis.format.font.size = draft.fontSize;
  if (draft.categoryAxis.crossesAt !== undefined) {
    categoryAxis.isBetweenCategories = true;
    categoryAxis.setPositionAt(draft.categoryAxis.crossesAt);
  }
};

/**
 * Draws a native chart bound to cells, without legend: series are named where they are drawn. The API has no alternative
 * text for charts; the cells the chart is bound to say the same.
 */
export const writeChart = (sheet: Excel.Worksheet, draft: ChartDraft): void => {
  const first = draft.series[0];
  if (!first) return;
  const data = draft.dataSheet === undefined ? sheet : sheet.context.workbook.worksheets.getItem(draft.dataSheet);
  // `Auto` gives different series on the web than on the desktop.
  const by = first.values.rows >= first.values.columns ? 'Columns' : 'Rows';
  const chart = sheet.charts.add(types[first.type], rangeOf(data, first.values), by);
  chart.name = draft.name;
  chart.left = draft.left;
  chart.top = draft.top;
  chart.width = draft.width;
  chart.height = draft.height;
  chart.legend.visible = false;
  if (draft.title === undefined) chart.title.visible = false;
  else {
    chart.title.text = draft.title;
    chart.title.format.font.size = draft.fontSize + 1;
    chart.title.format.font.bold = true;
  }
  chart.displayBlanksAs = 'NotPlotted';
  chart.format.fill.clear();
  chart.format.border.clear();
  if (draft.fontName !== undefined) chart.format.font.name = draft.fontName;
  for (const [index, series] of draft.series.entries())
    writeSeries(index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name), series, data, draft);
  writeAxes(chart, draft);
  if (draft.plot) {
    chart.plotArea.insideLeft = draft.plot.left;
    chart.plotArea.insideTop = draft.plot.top;
    chart.plotArea.insideWidth = draft.plot.width;
    chart.plotArea.insideHeight = draft.plot.height;
  }
};
