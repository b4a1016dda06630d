import { EMU_PER_POINT } from '../../book/metrics';
import type { LineFormat, Shape } from '../../book/sheet';
import { attribute, child, everyElement, numberAttribute, textOf, type Element, type XmlTree } from '../xml/tree';
import { applyTint, themeOrder, type Palette } from './color';

/** Names of a drawing's scheme colours that the theme calls otherwise. */
const aliases: Record<string, string> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

const fraction = (element: Element | undefined): number | undefined => {
  const value = attribute(element, 'val');
  if (value === undefined) return undefined;
  return value.endsWith('%') ? Number.parseFloat(value) / 100 : Number(value) / 100_000;
};

/** Colour of a `solidFill`: a literal one, or a scheme colour with its lightness changed. */
const readDrawingColor = (fill: Element | undefined, palette: Palette): { color: string; transparency: number } | undefined => {
  const color = fill?.children[0];
  const value = attribute(color, color?.local === 'sysClr' ? 'lastClr' : 'val');
  if (!color || value === undefined) return undefined;
  const transparency = 1 - (fraction(child(color, 'alpha')) ?? 1);
  if (color.local !== 'schemeClr') return { color: `#${value.toUpperCase()}`, transparency };
  const base = palette.theme[themeOrder.indexOf(aliases[value] ?? value)] ?? '#000000';
  const kept = fraction(child(color, 'lumMod'));
  const raised = fraction(child(color, 'lumOff'));
  const tint = raised !== undefined ? raised : kept !== undefined ? kept - 1 : 0;
  return { color: applyTint(base, tint), transparency };
};

export const readShapeFill = (properties: Element | undefined, palette: Palette): Shape['fill'] => {
  if (child(properties, 'noFill')) return null;
  return readDrawingColor(child(properties, 'solidFill'), palette);
};

export const readShapeLine = (properties: Element | undefined, palette: Palette): LineFormat | undefined => {
  const line = child(properties, 'ln');
  if (!line) return undefined;
  if (child(line, 'noFill')) return null;
  return {
    color: readDrawingColor(child(line, 'solidFill'), palette)?.color ?? '#000000',
    weight: (numberAttribute(line, 'w') ?? 9525) / EMU_PER_POINT,
    dash: attribute(child(line, 'prstDash'), 'val') ?? 'solid',
  };
};

/** Text of a shape with the look of its first run; undefined when it holds none. */
export const readShapeText = (tree: XmlTree, body: Element | undefined, palette: Palette): Shape['text'] => {
  if (!body) return undefined;
  const paragraphs = body.children.filter(({ local }) => local === 'p');
  const content = paragraphs
    .map((paragraph) =>
      [...everyElement(paragraph)]
        .map((each) => (each.local === 't' ? textOf(tree, each) : each.local === 'br' ? '\n' : ''))
        .join(''),
    )
    .join('\n');
  const run = [...everyElement(body)].find(({ local }) => local === 'rPr');
  const [first] = paragraphs;
  return {
    content,
    color: readDrawingColor(child(run, 'solidFill'), palette)?.color ?? '#000000',
    size: (numberAttribute(run, 'sz') ?? 1100) / 100,
    bold: attribute(run, 'b') === '1',
    font: attribute(child(run, 'latin'), 'typeface'),
    horizontal: attribute(child(first, 'pPr'), 'algn') ?? 'l',
    vertical: attribute(child(body, 'bodyPr'), 'anchor') ?? 't',
  };
};
