import { formatDuration, formatNumber, formatPercent } from '../words/numbers';
import { scaleOfFormat, textsOfFormat } from '../words/largeNumbers';
import { MINUS } from '../words/typography';
import { chartLabels, type ChartLabel } from './chartLabels';
import type { ChartContent, Language } from './content';
import type { PageChart } from './page';

/** Weeks between two category labels. */
export const LABEL_SPACING = 5;

export type ChartDrawing = {
  x: (index: number) => number;
  y: (value: number) => number;
  /** Where the cut at today stands. */
  cutX: number;
  ticks: readonly { value: number; y: number; text: string }[];
  categories: readonly { index: number; x: number; lines: readonly [string, string] }[];
  labels: readonly ChartLabel[];
};

/** Category labels stand on the last actual and on every fifth week before it. */
export const hasCategoryLabel = (chart: ChartContent, index: number): boolean =>
  index < chart.cut && (chart.cut - 1 - index) % LABEL_SPACING === 0;

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
  const count = Math.floor((axis.maximum - axis.minimum) / axis.step + 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, i) => {
    const value = axis.minimum + i * axis.step;
    return { value, y: y(value), text: tickText(value, axis.step, content.numberFormat, language) };
  });
  const categories = content.weeks.flatMap(({ label }, index) =>
    hasCategoryLabel(content, index) ? [{ index, x: x(index), lines: label }] : [],
  );
  const gridlines = ticks.map((tick) => tick.y);
  return { x, y, cutX, ticks, categories, labels: chartLabels(chart, { x, y, cutX, gridlines }) };
};
