import { scaleOfFormat } from '../words/largeNumbers';
import type { ChartContent } from './content';

export type ChartAxis = { minimum: number; maximum: number; step: number };

/** Room kept above everything drawn, in points: the highest label stands there. */
const HEADROOM = 14;
/** At most this many steps between the lowest and the highest value: three or four gridlines. */
const STEPS = 3;

const drawn = (chart: ChartContent): number[] =>
  [chart.actual, chart.previousYear, chart.projection, chart.low, chart.high, [chart.objective]]
    .flat()
    .filter((value): value is number => value !== null);

/** Without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** Steps of a duration, in seconds: what people read on a clock. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400];
const SECONDS_A_DAY = 86_400;

/** The smallest step that the axis's number format can tell apart: 1 point for `0"␣"%`, 0.1 point for `0.0"␣"%`. */
const finestStep = ({ numberFormat, percent }: ChartContent): number => {
  const decimals = /^[^;]*?\.(0+)/.exec(numberFormat)?.[1]?.length ?? 0;
  return (percent ? 0.01 : scaleOfFormat(numberFormat)) / 10 ** decimals;
};

/** 1, 2 or 5 times a power of ten, the smallest that takes the range in few steps; a clock's steps for a duration. */
const stepOf = (chart: ChartContent, range: number): number => {
  const enough = (step: number): boolean => range / step <= STEPS + 1e-9;
  if (chart.numberFormat.includes('[m]')) {
    const steps = CLOCK_STEPS.map((seconds) => seconds / SECONDS_A_DAY);
    return steps.find(enough) ?? Math.ceil(range / STEPS);
  }
  const power = 10 ** Math.floor(Math.log10(range / STEPS));
  const step = [1, 2, 5, 10].map((factor) => clean(factor * power)).find(enough) ?? clean(10 * power);
  return Math.max(step, finestStep(chart));
};

/**
 * Where the value axis begins and its step: the multiple of the step below everything drawn, and 0 for values that never
 * fall under it and come near. The scale of 86.4 % to 95.2 % begins at 85 % by 5 points. The note above the chart says it.
 */
export const axisStart = (chart: ChartContent): { minimum: number; step: number } => {
  const values = drawn(chart);
  if (values.length === 0) return { minimum: 0, step: chart.percent ? 0.05 : 1 };
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const range = highest > lowest ? highest - lowest : Math.max(Math.abs(highest) * 0.1, chart.percent ? 0.01 : 1);
  const step = stepOf(chart, range);
  const below = clean(Math.floor(lowest / step + 1e-9) * step);
  const touches = below > 0 && Math.abs(lowest - below) < step / 1e6;
  const minimum = touches ? clean(below - step) : below;
  return { minimum: lowest >= 0 && minimum <= step ? 0 : minimum, step };
};

/**
 * The value axis of a chart whose plot area is `plotHeight` points high: its maximum, a fifth of a step at the finest,
 * leaves 14 points above everything drawn. 85 to 97 % in the example above, at 118 points.
 */
export const chartAxis = (chart: ChartContent, plotHeight: number): ChartAxis => {
  const { minimum, step } = axisStart(chart);
  const highest = Math.max(minimum + step, ...drawn(chart));
  const needed = minimum + (highest - minimum) / (1 - Math.min(HEADROOM / plotHeight, 0.5));
  // Below 0 the ticks are counted down from the maximum, where the other axis lies: it must be one of them.
  const fine = needed < 0 ? step : step / 5;
  return { minimum, maximum: clean(Math.ceil(needed / fine - 1e-9) * fine), step };
};
