import type { ChartAxis } from '../../book/sheet';
import { attribute, booleanAttribute, child, descend, everyElement, numberAttribute, textOf, type Element } from '../xml/tree';
import type { ChartReading } from './chart';
import type { Palette } from './color';
import { readShapeFill, readShapeLine } from './shapeFormat';

type Font = { size: number | null; color: string | null; bold: boolean | null; name: string | null };

/** Font that the first run properties in a text body name; null where they leave it automatic. */
export const readChartFont = (body: Element | undefined, palette: Palette): Font => {
  const run = body && [...everyElement(body)].find(({ local }) => local === 'rPr' || local === 'defRPr');
  const size = numberAttribute(run, 'sz');
  return {
    size: size === undefined ? null : size / 100,
    color: readShapeFill(run, palette)?.color ?? null,
    bold: attribute(run, 'b') === undefined ? null : booleanAttribute(run, 'b'),
    name: attribute(child(run, 'latin'), 'typeface') ?? null,
  };
};

const labelPositions: Record<string, string> = { high: 'High', low: 'Low', nextTo: 'NextToAxis', none: 'None' };
const tickMarks: Record<string, string> = { none: 'None', cross: 'Cross', in: 'Inside', out: 'Outside' };

/** Where an axis is crossed: the file says it at the axis that crosses. */
const positionOf = (crossing: Element | undefined): ChartAxis['position'] => {
  const at = numberAttribute(child(crossing, 'crossesAt'), 'val');
  if (at !== undefined) return { kind: 'Custom', at };
  const where = attribute(child(crossing, 'crosses'), 'val');
  return { kind: where === 'max' ? 'Maximum' : where === 'min' ? 'Minimum' : 'Automatic' };
};

/** An axis; `other` is the one that crosses it. */
export const readChartAxis = (
  axis: Element | undefined,
  other: Element | undefined,
  { tree, palette }: ChartReading,
): ChartAxis => {
  const number = (...path: string[]): number | null => numberAttribute(descend(axis, ...path), 'val') ?? null;
  const word = (name: string): string => attribute(child(axis, name), 'val') ?? '';
  const line = (holder: Element | undefined): ChartAxis['line'] => {
    const read = readShapeLine(child(holder, 'spPr'), palette);
    return read === undefined ? 'automatic' : read;
  };
  const format = child(axis, 'numFmt');
  const gridlines = child(axis, 'majorGridlines');
  const title = child(axis, 'title');
  const { size, color, bold } = readChartFont(child(axis, 'txPr'), palette);
  const between = attribute(child(other, 'crossBetween') ?? child(axis, 'crossBetween'), 'val');
  return {
    visible: axis !== undefined && !booleanAttribute(child(axis, 'delete'), 'val'),
    minimum: number('scaling', 'min'),
    maximum: number('scaling', 'max'),
    majorUnit: number('majorUnit'),
    numberFormat: format && !booleanAttribute(format, 'sourceLinked') ? (attribute(format, 'formatCode') ?? null) : null,
    majorGridlines: line(gridlines),
    hasMajorGridlines: gridlines !== undefined,
    line: line(axis),
    tickLabelPosition: labelPositions[word('tickLblPos')] ?? 'NextToAxis',
    tickLabelSpacing: number('tickLblSkip'),
    tickMarkSpacing: number('tickMarkSkip'),
    majorTickMark: tickMarks[word('majorTickMark')] ?? 'Outside',
    minorTickMark: tickMarks[word('minorTickMark')] ?? 'None',
    position: positionOf(other),
    isBetweenCategories: between !== 'midCat',
    title: title ? [...everyElement(title)].map((each) => (each.local === 't' ? textOf(tree, each) : '')).join('') : null,
    font: { size, color, bold },
  };
};
