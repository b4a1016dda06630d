import type { Chart, ChartSeries, Shape } from '../../book/sheet';
import { declaration, element } from '../xml/write';
import { categoryAxisXml, valueAxisXml } from './chartAxis';
import { seriesXml, type PlotKind } from './chartSeries';
import { isPlain, shapeProperties, textProperties, titleXml } from './chartText';
import type { Save } from './context';

/** Series that a file keeps together: one kind of plot, one way of stacking, one pair of axes. */
type Plot = {
  kind: PlotKind;
  grouping: string;
  isHorizontal: boolean;
  axes: ChartSeries['axisGroup'];
  series: { series: ChartSeries; order: number }[];
};

/** Back to front, as Excel draws whatever the order in the file. */
const depth: readonly PlotKind[] = ['area', 'bar', 'line', 'scatter', 'pie', 'doughnut'];
const AXIS_IDS = { Primary: [500_000_001, 500_000_002], Secondary: [500_000_003, 500_000_004] } as const;
const GAP_WIDTH = 60;
const legendPositions: Record<string, string> = { Right: 'r', Left: 'l', Top: 't', Bottom: 'b', Corner: 'tr' };
const blanks: Record<Chart['displayBlanksAs'], string> = { NotPlotted: 'gap', Zero: 'zero', Interpolated: 'span' };

/** Kind of plot that a chart type of Office.js names. */
export const plotKind = (type: string): PlotKind | undefined => {
  if (/^(Column|Bar)(Clustered|Stacked)/.test(type)) return 'bar';
  if (type.startsWith('Line')) return 'line';
  if (/^Area(Stacked|Stacked100)?$/.test(type)) return 'area';
  if (type === 'Pie' || type === 'PieExploded') return 'pie';
  if (type.startsWith('Doughnut')) return 'doughnut';
  if (type.startsWith('XYScatter')) return 'scatter';
  return undefined;
};

const groupingOf = (type: string, kind: PlotKind): string => {
  if (type.includes('100')) return 'percentStacked';
  if (type.includes('Stacked')) return 'stacked';
  return kind === 'bar' ? 'clustered' : 'standard';
};

const plotsOf = (chart: Chart): Plot[] => {
  const plots: Plot[] = [];
  chart.series.forEach((series, order) => {
    const kind = plotKind(series.type) ?? plotKind(chart.type) ?? 'bar';
    const grouping = groupingOf(series.type, kind);
    const isHorizontal = series.type.startsWith('Bar');
    const plot = plots.find(
      (each) =>
        each.kind === kind && each.grouping === grouping && each.axes === series.axisGroup && each.isHorizontal === isHorizontal,
    );
    if (plot) plot.series.push({ series, order });
    else plots.push({ kind, grouping, isHorizontal, axes: series.axisGroup, series: [{ series, order }] });
  });
  return plots.sort((a, b) => depth.indexOf(a.kind) - depth.indexOf(b.kind));
};

const plotXml = (save: Save, plot: Plot): string => {
  const { kind, grouping } = plot;
  const isRound = kind === 'pie' || kind === 'doughnut';
  const list = plot.series.map(({ series, order }) => seriesXml(save, series, order, kind)).join('');
  const axes = AXIS_IDS[plot.axes].map((id) => element('c:axId', { val: id })).join('');
  const isStacked = grouping !== 'clustered' && grouping !== 'standard';
  const vary = element('c:varyColors', { val: isRound });
  switch (kind) {
    case 'bar':
      return element(
        'c:barChart',
        {},
        element('c:barDir', { val: plot.isHorizontal ? 'bar' : 'col' }),
        element('c:grouping', { val: grouping }),
        vary,
        list,
        element('c:gapWidth', { val: GAP_WIDTH }),
        isStacked ? element('c:overlap', { val: 100 }) : '',
        axes,
      );
    case 'line':
      return element(
        'c:lineChart',
        {},
        element('c:grouping', { val: grouping }),
        vary,
        list,
        element('c:marker', { val: true }),
        axes,
      );
    case 'area':
      return element('c:areaChart', {}, element('c:grouping', { val: grouping }), vary, list, axes);
    case 'scatter':
      return element('c:scatterChart', {}, element('c:scatterStyle', { val: 'lineMarker' }), vary, list, axes);
    case 'pie':
      return element('c:pieChart', {}, vary, list, element('c:firstSliceAng', { val: 0 }));
    case 'doughnut':
      return element(
        'c:doughnutChart',
        {},
        vary,
        list,
        element('c:firstSliceAng', { val: 0 }),
        element('c:holeSize', { val: 50 }),
      );
  }
};

const axesXml = (chart: Chart, plots: readonly Plot[]): string => {
  const withAxes = plots.filter(({ kind }) => kind !== 'pie' && kind !== 'doughnut');
  return (['Primary', 'Secondary'] as const)
    .filter((axes) => withAxes.some((plot) => plot.axes === axes))
    .map((axes) => {
      const [categoryId, valueId] = AXIS_IDS[axes];
      const isSecondary = axes === 'Secondary';
      const own = withAxes.filter((plot) => plot.axes === axes);
      const isHorizontal = own.some((plot) => plot.isHorizontal);
      const { categoryAxis, valueAxis } = chart;
      const sides = isHorizontal
        ? { category: 'l', value: isSecondary ? 't' : 'b' }
        : { category: 'b', value: isSecondary ? 'r' : 'l' };
      const across = { id: categoryId, crossId: valueId, side: sides.category, crosses: valueAxis.position };
      const category = own.every(({ kind }) => kind === 'scatter')
        ? valueAxisXml(categoryAxis, { ...across, ...(isSecondary && { deleted: true }) }, false)
        : categoryAxisXml(categoryAxis, { ...across, ...(isSecondary && { deleted: true }) });
      const value = valueAxisXml(
        isSecondary ? { ...valueAxis, hasMajorGridlines: false, minimum: null, maximum: null, majorUnit: null } : valueAxis,
        {
          id: valueId,
          crossId: categoryId,
          side: sides.value,
          crosses: isSecondary ? 'maximum' : categoryAxis.position,
        },
        categoryAxis.isBetweenCategories,
      );
      return category + value;
    })
    .join('');
};

/** Place of the plot as fractions of the chart, whose size is the shape's. */
const layoutXml = ({ plotArea }: Chart, { width, height }: Shape): string => {
  if (!plotArea || width <= 0 || height <= 0) return element('c:layout');
  const part = (length: number, whole: number): number => Math.round((length / whole) * 1e6) / 1e6;
  return element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      element('c:layoutTarget', { val: plotArea.inner ? 'inner' : 'outer' }),
      element('c:xMode', { val: 'edge' }),
      element('c:yMode', { val: 'edge' }),
      element('c:x', { val: part(plotArea.left, width) }),
      element('c:y', { val: part(plotArea.top, height) }),
      element('c:w', { val: part(plotArea.width, width) }),
      element('c:h', { val: part(plotArea.height, height) }),
    ),
  );
};

/** Part of a new chart; the values it shows are kept in it. */
export const chartXml = (save: Save, chart: Chart, shape: Shape): string => {
  const plots = plotsOf(chart);
  const { legend } = chart;
  const hasTitle = chart.titleVisible && chart.title !== null;
  return (
    declaration +
    element(
      'c:chartSpace',
      { 'xmlns:c': save.names.chart, 'xmlns:a': save.names.drawing, 'xmlns:r': save.names.relations },
      element('c:roundedCorners', { val: false }),
      element(
        'c:chart',
        {},
        hasTitle ? titleXml(chart.title ?? '', chart.titleFont) : '',
        element('c:autoTitleDeleted', { val: !hasTitle }),
        element('c:plotArea', {}, layoutXml(chart, shape), ...plots.map((plot) => plotXml(save, plot)), axesXml(chart, plots)),
        legend.visible
          ? element(
              'c:legend',
              {},
              element('c:legendPos', { val: legendPositions[legend.position] ?? 'b' }),
              element('c:overlay', { val: false }),
            )
          : '',
        element('c:plotVisOnly', { val: true }),
        element('c:dispBlanksAs', { val: blanks[chart.displayBlanksAs] }),
      ),
      shapeProperties(chart.fill, chart.line),
      isPlain(chart.font) ? '' : textProperties(chart.font),
    )
  );
};
