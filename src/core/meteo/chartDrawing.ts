import { formatDuration, formatNumber, formatPercent } from '../words/numbers';
import { scaleOfFormat, textsOfFormat } from '../words/largeNumbers';
import { MINUS } from '../words/typography';
import type { ChartContent, Language } from './content';
import { INK } from './layoutStyle';
import type { Box, PageChart } from './page';
import { textWidth } from './textMetrics';

/** Looks of the chart, shared by the native chart, the PDF and the preview. Lines differ by weight and dash, not by colour alone. */
export const chartStyle = {
  fontSize: 8,
  actual: { color: INK, weight: 2.25 },
  previousYear: { color: '#A6A6A6', weight: 1.5 },
  objective: { color: '#2E7D32', weight: 1 },
  projection: { color: INK, weight: 1.5 },
  marker: { size: 5, weight: 1 },
  band: '#DCE3EA',
  gridline: { color: '#DADDE0', weight: 0.5 },
  categoryLine: { color: '#7F7F7F', weight: 0.75 },
  cut: { color: '#404040', weight: 0.75 },
  tickColor: '#595959',
} as const;

/** Weeks between two category labels. */
export const LABEL_SPACING = 5;

export type LabelledSeries = 'actual' | 'previousYear' | 'objective' | 'projection' | 'today';

/**
 * A direct label: the point it names and where its text stands, from the chart's top left. `x` is the text's edge or
 * middle by `align`, `y` its middle.
 */
type ChartLabel = {
  series: LabelledSeries;
  index: number;
  text: string;
  position: 'right' | 'left' | 'top' | 'bottom';
  align: 'left' | 'center' | 'right';
  x: number;
  y: number;
  color: string;
  bold: boolean;
};

export type ChartDrawing = {
  x: (index: number) => number;
  y: (value: number) => number;
  /** Where the cut at today stands. */
  cutX: number;
  ticks: readonly { value: number; y: number; text: string }[];
  categories: readonly { index: number; x: number; lines: readonly [string, string] }[];
  labels: readonly ChartLabel[];
};

type Scale = Pick<ChartDrawing, 'x' | 'y' | 'cutX'>;

/** Category labels stand on the last actual and on every fifth week before it. */
export const hasCategoryLabel = (chart: ChartContent, index: number): boolean =>
  index < chart.cut && (chart.cut - 1 - index) % LABEL_SPACING === 0;

/** Distance of a label's middle above or below its point, and of its edge beside it. */
const ABOVE = 9;
const BESIDE = 6;
const LABEL_HEIGHT = 8;
/** Labels of the projection and the objective stay this far apart. */
const APART = 11;
/** Weeks before the cut in which the actuals' label would stand over the projection. */
const NEAR_CUT = 3;

/** Index of the last value there is; -1 when there is none. */
export const lastIndex = (values: readonly (number | null)[]): number =>
  values.reduce<number>((last, value, i) => (value === null ? last : i), -1);

/** Does a line through the values cross the box? Tried at twenty places of each stretch. */
const crosses = (box: Box, values: readonly (number | null)[], { x, y }: Scale): boolean =>
  values.some((from, i) => {
    const to = values[i + 1] ?? from;
    if (from === null || to === null) return false;
    return Array.from({ length: 20 }, (_, k) => k / 20).some((part) => {
      const at = { x: x(i) + part * (x(i + 1) - x(i)), y: y(from + part * (to - from)) };
      return at.x > box.left && at.x < box.left + box.width && at.y > box.top && at.y < box.top + box.height;
    });
  });

/** Where a text may stand: over or under a point; `clear` where it crosses no line nor the cut and stays in the plot. */
type PointLabel = { index: number; x: number; y: number; clear: boolean };

/**
 * The first of the points over (or under) which the text is clear; otherwise the first where it stays in the plot, for below
 * it are the labels of the axis; otherwise the first.
 */
const clearPoint = (
  candidates: readonly number[],
  text: string,
  side: 'top' | 'bottom',
  series: readonly (number | null)[],
  lines: readonly (readonly (number | null)[])[],
  { plot }: PageChart,
  scale: Scale,
): PointLabel | null => {
  const { cutX } = scale;
  const width = textWidth(text, { size: chartStyle.fontSize, bold: true }) + 4;
  const places = candidates.flatMap((index) => {
    const value = series[index];
    return value === null || value === undefined
      ? []
      : [{ index, x: scale.x(index), y: scale.y(value) + (side === 'top' ? -ABOVE : ABOVE) }];
  });
  const boxAt = (place: { x: number; y: number }): Box => ({
    left: place.x - width / 2,
    top: place.y - LABEL_HEIGHT / 2,
    width,
    height: LABEL_HEIGHT,
  });
  const isInside = ({ left, top }: Box): boolean =>
    left >= plot.left && left + width <= plot.left + plot.width && top + LABEL_HEIGHT <= plot.top + plot.height;
  const clear = places.find((place) => {
    const box = boxAt(place);
    const beforeCut = box.left + width <= cutX || box.left >= cutX;
    return isInside(box) && beforeCut && !lines.some((values) => crosses(box, values, scale));
  });
  if (clear) return { ...clear, clear: true };
  const place = places.find((one) => isInside(boxAt(one))) ?? places[0];
  return place ? { ...place, clear: false } : null;
};

const byValue = (values: readonly (number | null)[], order: 1 | -1): number[] =>
  values
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => order * (a.value - b.value))
    .map(({ index }) => index);

const curveLabels = (chart: PageChart, scale: Scale): ChartLabel[] => {
  const { actual, previousYear, objective, projection, cut, labels } = chart.content;
  const level = objective === null ? [] : actual.map(() => objective);
  const highest = byValue(actual, -1);
  const early = highest.filter((index) => index < cut - NEAR_CUT);
  const over = clearPoint(
    early.length > 0 ? early : highest,
    labels.actual,
    'top',
    actual,
    [actual, previousYear, level],
    chart,
    scale,
  );
  const others = [actual, previousYear, level, projection];
  const below = clearPoint(byValue(previousYear, 1), labels.previousYear, 'bottom', previousYear, others, chart, scale);
  const above = below?.clear
    ? null
    : clearPoint(byValue(previousYear, -1), labels.previousYear, 'top', previousYear, others, chart, scale);
  const isAbove = above?.clear === true;
  const beside = isAbove ? above : below;
  return [
    ...(over
      ? [{ ...over, series: 'actual', position: 'top', align: 'center', text: labels.actual, color: INK, bold: true } as const]
      : []),
    ...(beside
      ? [
          {
            ...beside,
            series: 'previousYear',
            position: isAbove ? 'top' : 'bottom',
            align: 'center',
            text: labels.previousYear,
            color: chartStyle.tickColor,
            bold: true,
          } as const,
        ]
      : []),
  ];
};

const endLabels = (chart: PageChart, scale: Scale): ChartLabel[] => {
  const { objective, projection, labels, weeks } = chart.content;
  const right = { position: 'right', align: 'left', bold: true } as const;
  const made: ChartLabel[] = [];
  const last = weeks.length - 1;
  if (objective !== null)
    made.push({
      ...right,
      series: 'objective',
      index: last,
      text: labels.objective,
      color: '#1B5E20',
      // Past the cut where it stands behind the last week: too little history for a projection.
      x: Math.max(scale.x(last) + BESIDE, scale.cutX > scale.x(last) ? scale.cutX + 4 : 0),
      y: scale.y(objective),
    });
  const end = lastIndex(projection);
  const value = projection[end];
  if (value === null || value === undefined) return made;
  const point = scale.y(value);
  const level = objective === null ? null : scale.y(objective);
  const y = level === null || Math.abs(point - level) >= APART ? point : level + (point <= level ? -APART : APART);
  return [
    ...made,
    { ...right, series: 'projection', index: end, text: labels.projection, color: INK, x: scale.x(end) + BESIDE, y },
  ];
};

/** Heights of the axis at which "aujourd’hui" may stand, the first that is clear. */
const TODAY_HEIGHTS = Array.from({ length: 31 }, (_, step) => 0.96 - 0.03 * step);
/** A text this near to a gridline would be struck by it. */
const STRUCK = 4.5;

/** "aujourd’hui" stands high on the axis, clear of the gridlines and of the other labels, right of the cut, or left of it where the paper ends. */
const todayLabel = (chart: PageChart, scale: Scale, lines: readonly number[], labels: readonly ChartLabel[]): ChartLabel => {
  const { cutX } = scale;
  const { content, box, axis } = chart;
  const text = content.labels.today;
  const fits = cutX + 4 + textWidth(text, { size: chartStyle.fontSize, bold: false }) <= box.width;
  const width = textWidth(text, { size: chartStyle.fontSize, bold: false });
  const left = fits ? cutX + 4 : cutX - 4 - width;
  const { actual, previousYear, projection } = content;
  const height = LABEL_HEIGHT + 2 * (chartStyle.marker.size - chartStyle.marker.weight);
  const around = (y: number): Box => ({ left: left - 2, top: y - height / 2, width: width + 4, height });
  const isClear = (y: number): boolean =>
    ![actual, previousYear, projection].some((values) => crosses(around(y), values, scale)) &&
    lines.every((line) => Math.abs(line - y) > STRUCK) &&
    labels.every((label) => Math.abs(label.y - y) > LABEL_HEIGHT || left > rightOf(label) || left + width < leftOf(label));
  const heights = TODAY_HEIGHTS.map((part) => scale.y(axis.minimum + part * (axis.maximum - axis.minimum)));
  return {
    series: 'today',
    index: Math.min(content.cut, content.weeks.length - 1),
    text,
    ...(fits ? ({ position: 'right', align: 'left' } as const) : ({ position: 'left', align: 'right' } as const)),
    x: fits ? cutX + 4 : cutX - 4,
    y: heights.find(isClear) ?? heights[0] ?? 0,
    color: INK,
    bold: false,
  };
};

const widthOf = ({ text, bold }: ChartLabel): number => textWidth(text, { size: chartStyle.fontSize, bold });
const leftOf = (label: ChartLabel): number =>
  label.x - { left: 0, center: widthOf(label) / 2, right: widthOf(label) }[label.align];
const rightOf = (label: ChartLabel): number => leftOf(label) + widthOf(label);

/** Height on the value axis of the point that carries the label of the cut. */
export const todayValue = (chart: PageChart, language: Language): number => {
  const { plot, axis } = chart;
  const y = chartDrawing(chart, language).labels.find(({ series }) => series === 'today')?.y ?? plot.top;
  return axis.maximum - ((y - plot.top) / plot.height) * (axis.maximum - axis.minimum);
};

const tickText = (value: number, step: number, format: string, language: Language): string => {
  const decimals = (unit: number): number => Math.max(0, -Math.floor(Math.log10(unit) + 1e-9));
  if (format.includes('[m]')) return formatDuration(value * 86_400);
  if (format.includes('%')) return formatPercent(value, language, decimals(step * 100));
  const scale = scaleOfFormat(format);
  const { before, after } = textsOfFormat(format);
  const number = formatNumber(Math.abs(value) / scale, language, decimals(step / scale));
  return `${value < 0 ? MINUS : ''}${before}${number}${after}`;
};

/** Everything of the chart that depends on its box and axis, in points from the chart's top left. */
export const chartDrawing = (chart: PageChart, language: Language): ChartDrawing => {
  const { plot, axis, content } = chart;
  const slot = plot.width / Math.max(1, content.weeks.length);
  const x = (index: number): number => plot.left + (index + 0.5) * slot;
  const y = (value: number): number => plot.top + (plot.height * (axis.maximum - value)) / (axis.maximum - axis.minimum);
  const cutX = plot.left + content.cut * slot;
  const scale = { x, y, cutX };
  const count = Math.floor((axis.maximum - axis.minimum) / axis.step + 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, i) => {
    const value = axis.minimum + i * axis.step;
    return { value, y: y(value), text: tickText(value, axis.step, content.numberFormat, language) };
  });
  const categories = content.weeks.flatMap(({ label }, index) =>
    hasCategoryLabel(content, index) ? [{ index, x: x(index), lines: label }] : [],
  );
  const others = [...curveLabels(chart, scale), ...endLabels(chart, scale)];
  const lines = [...ticks.map((tick) => tick.y), ...(content.objective === null ? [] : [y(content.objective)])];
  return { x, y, cutX, ticks, categories, labels: [...others, todayLabel(chart, scale, lines, others)] };
};
