import { EMU_PER_POINT } from '../../book/metrics';
import type { Shape } from '../../book/sheet';
import type { Vocabulary } from '../dialect';
import { identityOf } from '../read/drawing';
import type { XmlEdit } from '../xml/edit';
import { child, everyElement, type Element } from '../xml/tree';
import { fillXml, lineXml, textBody } from './shape';

const emu = (points: number): number => Math.round(points * EMU_PER_POINT);

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);

const propertyOrder =
  'xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d sp3d extLst'.split(
    ' ',
  );
const fills = new Set(['noFill', 'solidFill', 'gradFill', 'blipFill', 'pattFill', 'grpFill']);

/** Declares on new source the prefixes it uses, whatever the part's own are. */
const declared = (xml: string, names: Vocabulary): string =>
  xml.replace(/^<([\w:]+)/, `<$1 xmlns:a="${names.drawing}" xmlns:xdr="${names.sheetDrawing}"`);

const editPosition = (edit: XmlEdit, anchor: Element, position: string, names: Vocabulary): void => {
  const places = anchor.children.filter(({ local }) => ['from', 'to', 'pos', 'ext'].includes(local));
  const [first, ...others] = places;
  if (!first) return;
  const xml = position.replace(/<xdr:(from|to|pos|ext)\b/g, `<xdr:$1 xmlns:xdr="${names.sheetDrawing}"`);
  edit.replace(first, xml);
  for (const other of others) edit.remove(other);
};

const editLook = (edit: XmlEdit, object: Element, shape: Shape, was: Shape, names: Vocabulary): void => {
  const properties = child(object, 'spPr');
  if (!properties) return;
  if (differs(shape.fill, was.fill)) {
    const old = properties.children.find(({ local }) => fills.has(local));
    const xml = fillXml(shape.fill);
    const source = xml === '' ? '' : declared(xml, names);
    if (old) edit.replace(old, source);
    else if (source !== '') edit.insertInOrder(properties, 'solidFill', source, propertyOrder);
  }
  if (differs(shape.line, was.line) && shape.line !== undefined)
    edit.setChild(properties, 'ln', declared(lineXml(shape.line), names), propertyOrder);
  if (shape.geometry !== was.geometry && shape.geometry !== undefined) {
    const preset = child(properties, 'prstGeom');
    if (preset) edit.setAttributes(preset, { prst: shape.geometry });
  }
  if (differs(shape.text, was.text) && shape.text) {
    const body = child(object, 'txBody');
    const xml = declared(textBody(shape.text), names);
    if (body) edit.replace(body, xml);
    else {
      const style = child(object, 'style') ?? properties;
      edit.cut(style.end, style.end, xml);
    }
  }
};

/**
 * Changes an anchor of the file where its shape changed: name, alternative text, place, size, rotation, fill, line, text.
 * Everything else of it stays. A shape whose placement changed keeps its kind of anchor and gets the `editAs` it allows.
 */
export const editShape = (
  edit: XmlEdit,
  anchor: Element,
  shape: Shape,
  was: Shape,
  position: (as: Shape) => string,
  names: Vocabulary,
): void => {
  const object = [...everyElement(anchor)].find((each) => each !== anchor && identityOf(each) !== undefined);
  if (!object) return;
  const identity = identityOf(object);
  if (identity)
    edit.setAttributes(identity, {
      name: shape.name,
      descr: shape.altDescription || null,
      title: shape.altTitle || null,
      hidden: shape.visible ? null : true,
    });
  const moved = ['left', 'top', 'width', 'height'].some((key) => differs(shape[key as 'left'], was[key as 'left']));
  if (moved && anchor.local.endsWith('Anchor')) {
    const kind = anchor.local === 'twoCellAnchor' ? 'TwoCell' : anchor.local === 'oneCellAnchor' ? 'OneCell' : 'Absolute';
    editPosition(edit, anchor, position({ ...shape, placement: kind }), names);
  }
  if (shape.placement !== was.placement && anchor.local === 'twoCellAnchor')
    edit.setAttributes(anchor, { editAs: { TwoCell: 'twoCell', OneCell: 'oneCell', Absolute: 'absolute' }[shape.placement] });
  const properties = child(object, 'spPr') ?? child(object, 'grpSpPr');
  const transform = child(properties, 'xfrm');
  if (transform && shape.rotation !== was.rotation)
    edit.setAttributes(transform, { rot: shape.rotation === 0 ? null : Math.round(shape.rotation * 60_000) });
  // Excel reads the box of a plain shape from its anchor; other programs read it from here.
  const extent = child(transform, 'ext');
  const offset = child(transform, 'off');
  if (moved && extent && offset && object.local !== 'grpSp') {
    edit.setAttributes(offset, { x: emu(shape.left), y: emu(shape.top) });
    edit.setAttributes(extent, { cx: emu(shape.width), cy: emu(shape.height) });
  }
  if (object.local === 'sp' || object.local === 'cxnSp') editLook(edit, object, shape, was, names);
};
