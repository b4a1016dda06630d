import { anchorToPoints, EMU_PER_POINT, type Font } from '../../book/metrics';
import type { Chart, Shape, Sheet } from '../../book/sheet';
import { fingerprint, type Remembered } from '../source';
import {
  attribute,
  booleanAttribute,
  child,
  descend,
  everyElement,
  numberAttribute,
  relationshipId,
  sourceOf,
  textOf,
  type Element,
  type XmlTree,
} from '../xml/tree';
import type { Palette } from './color';
import { readShapeFill, readShapeLine, readShapeText } from './shapeFormat';

const shapeElements = new Set(['sp', 'grpSp', 'graphicFrame', 'cxnSp', 'pic', 'contentPart']);

/** The object of an anchor or group: itself, or what the first choice of an `AlternateContent` holds. */
const objectsIn = (parent: Element): Element[] =>
  parent.children.flatMap((each) => {
    if (shapeElements.has(each.local)) return [each];
    const choice = each.local === 'AlternateContent' ? each.children[0] : undefined;
    return choice ? objectsIn(choice).slice(0, 1) : [];
  });

/** Holder of name and alternative text of a drawing object. */
export const identityOf = (object: Element): Element | undefined =>
  object.children
    .map((each) => (each.local.startsWith('nv') ? child(each, 'cNvPr') : undefined))
    .find((each) => each !== undefined);

const kindOf = (object: Element): Shape['kind'] => {
  switch (object.local) {
    case 'pic':
      return 'image';
    case 'grpSp':
      return 'group';
    case 'cxnSp':
      return 'line';
    case 'graphicFrame':
      return (attribute(descend(object, 'graphic', 'graphicData'), 'uri') ?? '').endsWith('/chart') ? 'chart' : 'other';
    case 'sp': {
      const preset = attribute(descend(object, 'spPr', 'prstGeom'), 'prst');
      if (booleanAttribute(descend(object, 'nvSpPr', 'cNvSpPr'), 'txBox')) return 'textBox';
      return preset === 'line' ? 'line' : preset ? 'geometric' : 'other';
    }
    default:
      return 'other';
  }
};

type Box = { left: number; top: number; width: number; height: number };
type Reading = {
  tree: XmlTree;
  palette: Palette;
  /** Chart of a frame, by the drawing's relationship. */ chartOf: (id: string, box: Box) => Chart | undefined;
};

const points = (element: Element | undefined, name: string): number => (numberAttribute(element, name) ?? 0) / EMU_PER_POINT;

/** Maps the lengths inside a group to the sheet. */
const groupScale = (transform: Element | undefined, box: Box): ((inner: Box) => Box) => {
  const offset = child(transform, 'chOff');
  const extent = child(transform, 'chExt');
  const across = points(extent, 'cx') === 0 ? 1 : box.width / points(extent, 'cx');
  const down = points(extent, 'cy') === 0 ? 1 : box.height / points(extent, 'cy');
  return (inner) => ({
    left: box.left + (inner.left - points(offset, 'x')) * across,
    top: box.top + (inner.top - points(offset, 'y')) * down,
    width: inner.width * across,
    height: inner.height * down,
  });
};

const readObject = (object: Element, box: Box, placement: Shape['placement'], reading: Reading): Shape => {
  const identity = identityOf(object);
  const kind = kindOf(object);
  const properties = child(object, 'spPr') ?? child(object, 'grpSpPr');
  const transform = child(properties, 'xfrm');
  const shape: Shape = {
    id: numberAttribute(identity, 'id') ?? 0,
    name: attribute(identity, 'name') ?? '',
    kind,
    ...box,
    rotation: (numberAttribute(transform, 'rot') ?? 0) / 60_000,
    altTitle: attribute(identity, 'title') ?? '',
    altDescription: attribute(identity, 'descr') ?? '',
    visible: !booleanAttribute(identity, 'hidden'),
    placement,
    touched: false,
  };
  if (kind === 'geometric' || kind === 'line' || kind === 'textBox') {
    shape.geometry = attribute(child(properties, 'prstGeom'), 'prst');
    shape.fill = readShapeFill(properties, reading.palette);
    shape.line = readShapeLine(properties, reading.palette);
    shape.text = readShapeText(reading.tree, child(object, 'txBody'), reading.palette);
  }
  if (kind === 'chart') {
    const reference = descend(object, 'graphic', 'graphicData', 'chart');
    shape.chart = reading.chartOf(relationshipId(reference) ?? '', box);
  }
  if (kind === 'group') {
    const scale = groupScale(transform, box);
    shape.children = objectsIn(object).map((inner) => {
      const place = child(child(inner, 'spPr') ?? child(inner, 'grpSpPr') ?? inner, 'xfrm');
      const offset = child(place, 'off');
      const extent = child(place, 'ext');
      const own = {
        left: points(offset, 'x'),
        top: points(offset, 'y'),
        width: points(extent, 'cx'),
        height: points(extent, 'cy'),
      };
      return readObject(inner, scale(own), placement, reading);
    });
  }
  return shape;
};

const placements: Record<string, Shape['placement']> = { twoCell: 'TwoCell', oneCell: 'OneCell', absolute: 'Absolute' };

/** Box of an anchor in points. Anchors stand by cells, so it depends on the sheet's columns and rows. */
const boxOf = (tree: XmlTree, anchor: Element, sheet: Sheet, font: Font): Box => {
  const corner = (name: string): { left: number; top: number } => {
    const marker = child(anchor, name);
    const value = (part: string): number => Number(textOf(tree, child(marker, part))) || 0;
    return anchorToPoints(
      sheet,
      { column: value('col'), columnOffset: value('colOff'), row: value('row'), rowOffset: value('rowOff') },
      font,
    );
  };
  const position = child(anchor, 'pos');
  const { left, top } = position ? { left: points(position, 'x'), top: points(position, 'y') } : corner('from');
  if (child(anchor, 'to')) {
    const end = corner('to');
    return { left, top, width: Math.max(0, end.left - left), height: Math.max(0, end.top - top) };
  }
  const extent = child(anchor, 'ext');
  return { left, top, width: points(extent, 'cx'), height: points(extent, 'cy') };
};

/** Shapes of a drawing part, back to front, each remembered with its anchor. */
export const readDrawing = (
  tree: XmlTree,
  sheet: Sheet,
  font: Font,
  palette: Palette,
  chartOf: Reading['chartOf'],
): Remembered<Shape> => {
  const shapes: Remembered<Shape> = new Map();
  for (const anchor of everyElement(tree.root)) {
    if (!anchor.local.endsWith('Anchor') || anchor.parent?.local === 'Fallback') continue;
    const [object] = objectsIn(anchor);
    if (!object) continue;
    const usual = anchor.local === 'twoCellAnchor' ? 'twoCell' : anchor.local === 'oneCellAnchor' ? 'oneCell' : 'absolute';
    const placement = placements[attribute(anchor, 'editAs') ?? usual] ?? 'TwoCell';
    const shape = readObject(object, boxOf(tree, anchor, sheet, font), placement, { tree, palette, chartOf });
    shape.source = sourceOf(tree, anchor);
    shapes.set(shape, { element: anchor, was: fingerprint({ ...shape, touched: false }) });
  }
  return shapes;
};
