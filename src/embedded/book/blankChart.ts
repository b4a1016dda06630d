import type { Chart, ChartAxis, ChartSeries } from './drawing';

/** An axis that Excel scales and labels by itself. */
export const blankAxis = (gridlines: boolean): ChartAxis => ({
  visible: true,
  minimum: null,
  maximum: null,
  majorUnit: null,
  numberFormat: null,
  majorGridlines: 'automatic',
  hasMajorGridlines: gridlines,
  line: 'automatic',
  tickLabelPosition: 'NextToAxis',
  tickLabelSpacing: null,
  tickMarkSpacing: null,
  majorTickMark: 'None',
  minorTickMark: 'None',
  position: { kind: 'Automatic' },
  isBetweenCategories: true,
  title: null,
  font: { size: null, color: null, bold: null },
});

/** A series of a type without cells yet. */
export const blankSeries = (type: string, name: string): ChartSeries => ({
  name,
  type,
  values: '',
  categories: null,
  axisGroup: 'Primary',
  line: 'automatic',
  fill: 'automatic',
  marker: 'automatic',
  smooth: type.includes('Smooth'),
  hasDataLabels: false,
  labels: [],
  points: new Map(),
});

/** A chart of a type without series yet, as Excel adds it. */
export const blankChart = (type: string): Chart => ({
  type,
  title: null,
  titleVisible: false,
  titleFont: { size: null, color: null, bold: null },
  legend: { visible: true, position: 'Bottom' },
  series: [],
  categoryAxis: blankAxis(false),
  valueAxis: blankAxis(true),
  plotArea: null,
  fill: 'automatic',
  line: 'automatic',
  font: { size: null, color: null, name: null },
  displayBlanksAs: 'NotPlotted',
});
