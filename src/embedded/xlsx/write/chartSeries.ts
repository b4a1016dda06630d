import type { ChartSeries, SeriesLabel } from '../../book/sheet';
import { encodeText } from '../xml/text';
import { element } from '../xml/write';
import { categoriesXml, cellTextXml, numbersXml } from './chartCache';
import { richText, shapeProperties, textProperties } from './chartText';
import type { Save } from './context';
import { lineXml, solidFill } from './shape';

/** Kinds of plots that a file tells apart. */
export type PlotKind = 'area' | 'bar' | 'line' | 'pie' | 'doughnut' | 'scatter';

type Marker = { style: string; size: number; fill: string; line: string };

const labelPositions: Record<PlotKind, Record<string, string>> = {
  line: { Right: 'r', Left: 'l', Top: 't', Bottom: 'b', Center: 'ctr' },
  scatter: { Right: 'r', Left: 'l', Top: 't', Bottom: 'b', Center: 'ctr' },
  bar: { OutsideEnd: 'outEnd', InsideEnd: 'inEnd', InsideBase: 'inBase', Center: 'ctr' },
  pie: { OutsideEnd: 'outEnd', InsideEnd: 'inEnd', Center: 'ctr', BestFit: 'bestFit' },
  // A file that names a position in these two is refused by Excel.
  area: {},
  doughnut: {},
};

const symbols = new Set(['circle', 'square', 'diamond', 'triangle', 'x', 'star', 'dot', 'dash', 'plus']);

const markerXml = (marker: Marker | null): string => {
  const symbol = marker?.style.toLowerCase() ?? 'none';
  if (!marker || symbol === 'none') return element('c:marker', {}, element('c:symbol', { val: 'none' }));
  return element(
    'c:marker',
    {},
    symbol === 'automatic' ? '' : element('c:symbol', { val: symbols.has(symbol) ? symbol : 'circle' }),
    element('c:size', { val: Math.min(72, Math.max(2, Math.round(marker.size))) }),
    element(
      'c:spPr',
      {},
      marker.fill ? solidFill(marker.fill) : element('a:noFill'),
      marker.line ? lineXml({ color: marker.line, weight: 1, dash: 'solid' }) : lineXml(null),
    ),
  );
};

const shows = (value: boolean, name: boolean): string =>
  element('c:showLegendKey', { val: false }) +
  element('c:showVal', { val: value }) +
  element('c:showCatName', { val: false }) +
  element('c:showSerName', { val: name }) +
  element('c:showPercent', { val: false }) +
  element('c:showBubbleSize', { val: false });

const labelXml = (label: SeriesLabel, kind: PlotKind): string => {
  const font = { size: label.size ?? null, color: label.color || null, bold: label.bold };
  const position = labelPositions[kind][label.position];
  const ownText = label.text !== null;
  return element(
    'c:dLbl',
    {},
    element('c:idx', { val: label.index }),
    ownText ? element('c:tx', {}, richText(label.text ?? '', font, false)) : '',
    ownText ? '' : textProperties(font),
    position === undefined ? '' : element('c:dLblPos', { val: position }),
    // A text of its own is only drawn where the label would show something.
    shows(label.showValue || (ownText && !label.showSeriesName), label.showSeriesName),
  );
};

const labelsXml = (series: ChartSeries, kind: PlotKind): string => {
  if (series.labels.length === 0 && !series.hasDataLabels) return '';
  const labels = [...series.labels].sort((a, b) => a.index - b.index).map((label) => labelXml(label, kind));
  return element('c:dLbls', {}, ...labels, shows(series.hasDataLabels, false));
};

const pointsXml = (series: ChartSeries, kind: PlotKind): string =>
  [...series.points]
    .sort((a, b) => a[0] - b[0])
    .map(([index, point]) => {
      const isLine = kind === 'line' || kind === 'scatter';
      const line = point.line
        ? {
            color: point.line,
            weight: isLine && series.line && series.line !== 'automatic' ? series.line.weight : 0.75,
            dash: 'solid',
          }
        : series.line;
      const fill = point.fill ? { color: point.fill } : series.fill;
      return element(
        'c:dPt',
        {},
        element('c:idx', { val: index }),
        kind === 'bar' ? element('c:invertIfNegative', { val: false }) : '',
        isLine && point.marker ? markerXml(point.marker) : '',
        element('c:bubble3D', { val: false }),
        // Without properties of its own, the segment that ends at the point would be drawn in the automatic colour.
        shapeProperties(isLine ? undefined : fill, line, isLine),
      );
    })
    .join('');

const nameXml = (save: Save, series: ChartSeries): string => {
  if (series.nameFormula) return element('c:tx', {}, cellTextXml(save, series.nameFormula, series.name));
  return series.name === '' ? '' : element('c:tx', {}, element('c:v', {}, encodeText(series.name)));
};

const hasMarkers = (type: string): boolean =>
  /Markers|^XYScatter$/.test(type) || type === 'XYScatterLines' || type === 'XYScatterSmooth';

/** Source of a series; `order` is its place in the whole chart. */
export const seriesXml = (save: Save, series: ChartSeries, order: number, kind: PlotKind): string => {
  const isLine = kind === 'line' || kind === 'scatter';
  const marker = isLine
    ? series.marker === 'automatic'
      ? hasMarkers(series.type)
        ? ''
        : markerXml(null)
      : markerXml(series.marker)
    : '';
  const line = kind === 'scatter' && series.type === 'XYScatter' && series.line === 'automatic' ? null : series.line;
  const categories = series.categories === null ? '' : categoriesXml(save, series.categories);
  const isScatter = kind === 'scatter';
  return element(
    'c:ser',
    {},
    element('c:idx', { val: order }),
    element('c:order', { val: order }),
    nameXml(save, series),
    shapeProperties(isLine ? undefined : series.fill, line, isLine),
    kind === 'bar' ? element('c:invertIfNegative', { val: false }) : '',
    marker,
    pointsXml(series, kind),
    labelsXml(series, kind),
    categories === '' ? '' : element(isScatter ? 'c:xVal' : 'c:cat', {}, categories),
    element(isScatter ? 'c:yVal' : 'c:val', {}, numbersXml(save, series.values)),
    isLine ? element('c:smooth', { val: series.smooth || /Smooth/.test(series.type) }) : '',
  );
};
