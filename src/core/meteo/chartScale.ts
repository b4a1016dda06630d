import { scaleOfFormat } from '../words/largeNumbers';
import type { ChartContent } from './content';

export type ChartAxis = { minimum: number; maximum: number; step: number };

/** Room kept above everything drawn, in points: the highest label stands there. */
const HEADROOM = 14;
/** At most this many steps between the lowest and the highest value: three or four gridlines. */
const STEPS = 3;
/** Gridlines from which an axis can be read: two alone give no measure of what lies between. */
const LEAST_TICKS = 3;

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

/** Steps that an axis may have, the finest first: 1, 2 or 5 times a power of ten; what people read on a clock for a duration. */
const niceSteps = (chart: ChartContent, range: number): readonly number[] => {
  if (chart.numberFormat.includes('[m]'))
    return [...CLOCK_STEPS.map((seconds) => seconds / SECONDS_A_DAY), Math.ceil(range / STEPS)];
  const power = 10 ** Math.floor(Math.log10(range / STEPS));
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10].map((factor) => clean(factor * power));
  const finest = finestStep(chart);
  const told = steps.filter((step) => step >= finest - 1e-12);
  return told.length > 0 ? told : [finest];
};

/** The multiple of a step below everything drawn, and the one before it for a value that would lie on the axis. */
const startOf = (lowest: number, step: number): number => {
  const below = clean(Math.floor(lowest / step + 1e-9) * step);
  const touches = below > 0 && Math.abs(lowest - below) < step / 1e6;
  const minimum = touches ? clean(below - step) : below;
  return lowest >= 0 && minimum <= step ? 0 : minimum;
};

/** The smallest step that takes the range in few steps, or the next finer that gives three gridlines. */
const stepOf = (chart: ChartContent, lowest: number, range: number): number => {
  const steps = niceSteps(chart, range);
  const few = steps.findIndex((step) => range / step <= STEPS + 1e-9);
  const at = few < 0 ? steps.length - 1 : few;
  const highest = lowest + range;
  // An axis below 0 ends on a step above everything drawn: one gridline more.
  const ticks = (step: number): number => Math.floor((highest - startOf(lowest, step)) / step + 1e-9) + (highest < 0 ? 2 : 1);
  const readable = [...steps.slice(0, at + 1)].reverse().find((step) => ticks(step) >= LEAST_TICKS);
  return readable ?? steps[at] ?? range;
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
  const step = stepOf(chart, lowest, range);
  return { minimum: startOf(lowest, step), step };
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
