import { chartStyle } from './chartStyle';
import { INK } from './layoutStyle';
import type { Box, PageChart } from './page';
import { textWidth } from './textMetrics';
import { bandSamples, curveSamples, lastIndex, type Sample } from './chartSamples';

export type LabelledSeries = 'actual' | 'previousYear' | 'objective' | 'projection' | 'today';

/**
 * A direct label: the point it names and where its text stands, from the chart's top left. `x` is the text's edge or
 * middle by `align`, `y` its middle. `flag`: it does not stand at a point of its curve, so that a native chart needs an
 * unseen point at this height to carry it.
 */
export type ChartLabel = {
  series: LabelledSeries;
  index: number;
  text: string;
  position: 'right' | 'left' | 'top' | 'bottom';
  align: 'left' | 'center' | 'right';
  x: number;
  y: number;
  color: string;
  bold: boolean;
  flag?: boolean;
};

/** What labels are placed on, in points from the chart's top left. */
type Ground = { x: (index: number) => number; y: (value: number) => number; cutX: number; gridlines: readonly number[] };

/** Where a text may stand. */
type Place = Pick<ChartLabel, 'index' | 'position' | 'align' | 'x' | 'y' | 'flag'>;

/** Distance of a label's middle above or below its point, and of its edge beside it. */
const ABOVE = 9;
const BESIDE = 6;
const LABEL_HEIGHT = 8;
/** Labels at the right end stay this far apart. */
const APART = 11;
/** Weeks before the cut in which the actuals' label would stand over the projection. */
const NEAR_CUT = 3;
/** Room left and right of a text, and over and under it. */
const AIR = 2;
const LEADING = 1.5;
/** A text this near to a gridline would be struck by it. */
const STRUCK = 4.5;

/** How bad it is that a text lies on something: a label that cannot be read is worse than one that a line strikes. */
const FAULTS = { label: 1000, cut: 1000, outside: 400, curve: 100, objective: 60, band: 20, gridline: 5 } as const;

/** The box of a label's text, from the chart's top left. */
export const labelBox = ({ text, bold, align, x, y }: Pick<ChartLabel, 'text' | 'bold' | 'align' | 'x' | 'y'>): Box => {
  const width = textWidth(text, { size: chartStyle.fontSize, bold });
  const left = x - { left: 0, center: width / 2, right: width }[align];
  return { left, top: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
};

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

/** Places the labels of one chart one after another, each where it lies on the least. */
class Placer {
  readonly labels: ChartLabel[] = [];
  private readonly curves: readonly Sample[];
  private readonly band: readonly Sample[];

  constructor(
    private readonly chart: PageChart,
    private readonly ground: Ground,
  ) {
    const { actual, previousYear, projection, low, high } = chart.content;
    this.curves = [actual, previousYear, projection].flatMap((values) => curveSamples(values, ground));
    this.band = bandSamples(low, high, ground);
  }

  /** What lies under a text at a place, weighed. */
  private faults(box: Box, position: Place['position']): number {
    const { plot, content, box: whole } = this.chart;
    const { cutX, gridlines, y } = this.ground;
    const airy = {
      left: box.left - AIR,
      top: box.top - LEADING,
      width: box.width + 2 * AIR,
      height: box.height + 2 * LEADING,
    };
    const lies = (samples: readonly Sample[]): boolean =>
      samples.some(
        ({ x, top, bottom }) => x > airy.left && x < airy.left + airy.width && bottom > airy.top && top < airy.top + airy.height,
      );
    // Beside the plot no gridline goes on, and nothing is drawn.
    const inPlot = box.left < plot.left + plot.width - AIR;
    const middle = box.top + box.height / 2;
    const strikes = (line: number): boolean => Math.abs(line - middle) <= STRUCK;
    const isInside =
      position === 'right' || position === 'left'
        ? box.left >= plot.left && box.left + box.width <= whole.width && box.top + box.height <= plot.top + plot.height
        : box.left >= plot.left &&
          box.left + box.width <= plot.left + plot.width &&
          box.top >= plot.top - LABEL_HEIGHT / 2 &&
          box.top + box.height <= plot.top + plot.height;
    return (
      (this.labels.some((label) => overlap(airy, labelBox(label))) ? FAULTS.label : 0) +
      (airy.left < cutX && airy.left + airy.width > cutX ? FAULTS.cut : 0) +
      (isInside ? 0 : FAULTS.outside) +
      (lies(this.curves) ? FAULTS.curve : 0) +
      (inPlot && content.objective !== null && strikes(y(content.objective)) ? FAULTS.objective : 0) +
      (lies(this.band) ? FAULTS.band : 0) +
      (inPlot && gridlines.some(strikes) ? FAULTS.gridline : 0)
    );
  }

  /** Puts a text at the first of the places that has no fault, otherwise at the first of the least faulty. */
  put(label: Omit<ChartLabel, keyof Place>, places: readonly Place[]): void {
    let best: { place: Place; faults: number } | null = null;
    for (const place of places) {
      const faults = this.faults(labelBox({ ...label, ...place }), place.position);
      if (best === null || faults < best.faults) best = { place, faults };
      if (faults === 0) break;
    }
    if (best) this.labels.push({ ...label, ...best.place });
  }
}

const byValue = (values: readonly (number | null)[], order: 1 | -1): number[] =>
  values
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => order * (a.value - b.value))
    .map(({ index }) => index);

/** Over or under the points of a curve. */
const atPoints = (
  values: readonly (number | null)[],
  indices: readonly number[],
  position: 'top' | 'bottom',
  { x, y }: Ground,
): Place[] =>
  indices.flatMap((index) => {
    const value = values[index];
    return value === null || value === undefined
      ? []
      : [{ index, position, align: 'center', x: x(index), y: y(value) + (position === 'top' ? -ABOVE : ABOVE) }];
  });

/** Right of the last week, past the plot: at the height of the curve's end, or as little above or under it as it takes. */
const atEnd = (index: number, value: number, { plot }: PageChart, { x, y, cutX }: Ground, side: 1 | -1 = -1): Place[] => {
  const edge = Math.max(x(index) + BESIDE, plot.left + plot.width);
  const moved = [0, side, -side, 2 * side, -2 * side, 3 * side, -3 * side].map((steps) => steps * APART);
  return moved.map((by) => ({
    index,
    position: 'right',
    align: 'left',
    // Past the cut where it stands behind the last week: too little history for a projection.
    x: Math.max(edge, cutX > x(index) ? cutX + 4 : 0),
    y: y(value) + by,
    ...(by !== 0 && { flag: true }),
  }));
};

/** The objective at its own height, then the projection: 11 points from it at least, on the side where its point lies. */
const putEnds = (placer: Placer, chart: PageChart, ground: Ground): void => {
  const { objective, projection, labels, weeks } = chart.content;
  const last = weeks.length - 1;
  if (objective !== null)
    placer.put(
      { series: 'objective', text: labels.objective, color: '#1B5E20', bold: true },
      atEnd(last, objective, chart, ground).slice(0, 1),
    );
  const end = lastIndex(projection);
  const value = projection[end];
  if (value === null || value === undefined) return;
  const place = atEnd(end, value, chart, ground)[0];
  if (!place) return;
  const level = objective === null ? null : ground.y(objective);
  const tooNear = level !== null && Math.abs(place.y - level) < APART;
  const moved = tooNear ? { ...place, y: level + (place.y <= level ? -APART : APART), flag: true } : place;
  placer.put({ series: 'projection', text: labels.projection, color: INK, bold: true }, [moved]);
};

const putCurves = (placer: Placer, chart: PageChart, ground: Ground): void => {
  const { actual, previousYear, cut, labels } = chart.content;
  const highest = byValue(actual, -1);
  const early = highest.filter((index) => index < cut - NEAR_CUT);
  const named = early.length > 0 ? early : highest;
  placer.put({ series: 'actual', text: labels.actual, color: INK, bold: true }, [
    ...atPoints(actual, named, 'top', ground),
    ...atPoints(actual, [...named].reverse(), 'bottom', ground),
  ]);
  const end = lastIndex(previousYear);
  const value = previousYear[end];
  placer.put({ series: 'previousYear', text: labels.previousYear, color: chartStyle.tickColor, bold: true }, [
    ...atPoints(previousYear, byValue(previousYear, 1), 'bottom', ground),
    ...atPoints(previousYear, byValue(previousYear, -1), 'top', ground),
    ...(value === null || value === undefined || end < chart.content.weeks.length - 1 ? [] : atEnd(end, value, chart, ground)),
  ]);
};

/** Heights at which the day of issue may be named, from the plot's top: a little under it where nothing is in the way. */
const TODAY_STEP = 2;
const TODAY_FIRST = 4;

/** The day of issue stands high at the cut: right of it, or left of it where the paper ends or something is in the way. */
const putToday = (placer: Placer, chart: PageChart, { cutX }: Ground): void => {
  const { plot, box, content } = chart;
  const text = content.labels.today;
  const label = { series: 'today', text, color: INK, bold: false } as const;
  const steps = Array.from({ length: Math.floor(plot.height / TODAY_STEP) }, (_, step) => TODAY_STEP * step);
  const usual = steps.filter((step) => step >= TODAY_FIRST && step < 2 * LABEL_HEIGHT);
  const heights = [...new Set([...usual, ...steps])].map((step) => plot.top + step);
  const fits = cutX + 4 + textWidth(text, { size: chartStyle.fontSize, bold: false }) <= box.width;
  const last = content.weeks.length - 1;
  const right = { index: Math.min(content.cut, last), position: 'right', align: 'left', x: cutX + 4, flag: true } as const;
  const left = { index: Math.min(content.cut, last + 1) - 1, position: 'left', align: 'right', x: cutX - 4, flag: true } as const;
  const sides = fits ? [right, left] : [left];
  placer.put(
    label,
    sides.flatMap((side) => heights.map((y) => ({ ...side, y }))),
  );
};

/**
 * The direct labels of a chart, each at the first of its places where it lies on nothing: the objective and the projection at
 * the right end, the actuals over their highest point, last year under its lowest (over its highest, at its end), the day of
 * issue high at its line. No label lies on another nor on that line; then, in this order, they shun curves, the objective,
 * the interval and gridlines.
 */
export const chartLabels = (chart: PageChart, ground: Ground): readonly ChartLabel[] => {
  const placer = new Placer(chart, ground);
  putEnds(placer, chart, ground);
  putCurves(placer, chart, ground);
  putToday(placer, chart, ground);
  const order: readonly LabelledSeries[] = ['actual', 'previousYear', 'objective', 'projection', 'today'];
  return [...placer.labels].sort((one, other) => order.indexOf(one.series) - order.indexOf(other.series));
};
