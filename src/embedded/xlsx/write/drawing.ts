import { EMU_PER_POINT, pointsToAnchor } from '../../book/metrics';
import type { Shape, Sheet } from '../../book/sheet';
import { contentTypes, relationAttribute, worksheetOrder, writerOf } from '../dialect';
import { fingerprint, type SheetSource } from '../source';
import { XmlEdit } from '../xml/edit';
import { everyElement, numberAttribute, parseXml, relationshipId, type Element, type XmlTree } from '../xml/tree';
import { declaration, element } from '../xml/write';
import { chartXml } from './chart';
import { editChart } from './chartEdit';
import type { Save } from './context';
import { editShape } from './shapeEdit';
import { shapeXml, type ShapeContext } from './shape';

const emu = (points: number): number => Math.round(points * EMU_PER_POINT);

/** Position of an anchor: cells for shapes that move with them, a point of the sheet for the others. */
const anchorPosition = (save: Save, sheet: Sheet, shape: Shape): string => {
  const marker = (name: string, left: number, top: number): string => {
    const { column, columnOffset, row, rowOffset } = pointsToAnchor(sheet, left, top, save.font);
    return element(
      `xdr:${name}`,
      {},
      element('xdr:col', {}, String(column)),
      element('xdr:colOff', {}, String(columnOffset)),
      element('xdr:row', {}, String(row)),
      element('xdr:rowOff', {}, String(rowOffset)),
    );
  };
  const extent = element('xdr:ext', { cx: emu(shape.width), cy: emu(shape.height) });
  if (shape.placement === 'Absolute') return element('xdr:pos', { x: emu(shape.left), y: emu(shape.top) }) + extent;
  const from = marker('from', shape.left, shape.top);
  if (shape.placement === 'OneCell') return from + extent;
  return from + marker('to', shape.left + shape.width, shape.top + shape.height);
};

const anchorNames: Record<Shape['placement'], string> = {
  TwoCell: 'twoCellAnchor',
  OneCell: 'oneCellAnchor',
  Absolute: 'absoluteAnchor',
};

const anchorXml = (save: Save, sheet: Sheet, shape: Shape, context: ShapeContext): string =>
  element(
    `xdr:${anchorNames[shape.placement]}`,
    { 'xmlns:xdr': save.names.sheetDrawing, 'xmlns:a': save.names.drawing },
    anchorPosition(save, sheet, shape),
    shapeXml(shape, context),
    element('xdr:clientData'),
  );

const emptyDrawing = (save: Save): string =>
  declaration + element('xdr:wsDr', { 'xmlns:xdr': save.names.sheetDrawing, 'xmlns:a': save.names.drawing });

/** What new shapes need of the drawing: numbers that are free in it, and parts for charts and pictures. */
const shapeContext = (save: Save, part: string, tree: XmlTree): ShapeContext => {
  let last = 1;
  for (const each of everyElement(tree.root)) if (each.local === 'cNvPr') last = Math.max(last, numberAttribute(each, 'id') ?? 0);
  const { parts, names } = save;
  return {
    names,
    nextId: () => ++last,
    chart: (chart, shape) => {
      const name = parts.freeName('xl/charts/chart', '.xml');
      parts.add(name, chartXml(save, chart, shape), contentTypes.chart);
      return parts.relate(part, `${names.relations}/chart`, name);
    },
    image: ({ bytes, format }) => {
      const name = parts.freeName('xl/media/image', `.${format}`);
      parts.add(name, bytes, `image/${format}`);
      return parts.relate(part, `${names.relations}/image`, name);
    },
  };
};

/** Ids of the relationships that an anchor uses. */
const relationsOf = (anchor: Element): string[] =>
  [...everyElement(anchor)].flatMap((each) =>
    ['id', 'embed', 'link', 'pict', 'dm', 'lo', 'qs', 'cs'].flatMap((local) => relationshipId(each, local) ?? []),
  );

/** Removes relationships that only deleted anchors used, and the parts that nothing reaches any more. */
const dropRelations = (save: Save, part: string, deleted: readonly Element[], kept: readonly Element[]): void => {
  const used = new Set(kept.flatMap(relationsOf));
  const gone = new Set(deleted.flatMap(relationsOf).filter((id) => !used.has(id)));
  if (gone.size === 0) return;
  const before = save.parts.reachable();
  for (const id of gone) save.parts.unrelate(part, id);
  const after = save.parts.reachable();
  for (const name of before) if (!after.has(name)) save.parts.remove(name);
};

/** A shape as it was before anything marked it, to compare with how it was read. */
const untouched = (shape: Shape): Shape => ({
  ...shape,
  touched: false,
  ...(shape.children && { children: shape.children.map(untouched) }),
});

/** Whether a shape and all in it can be written from the book alone. */
const isModelled = (shape: Shape): boolean =>
  shape.kind === 'group' ? (shape.children ?? []).every(isModelled) : ['geometric', 'textBox', 'line'].includes(shape.kind);

/**
 * Writes the shapes that are new, changed or gone into the sheet's drawing part, which is made when there is none. Other
 * anchors keep their bytes. New shapes come on top of those of the file.
 */
export const writeDrawing = (save: Save, sheetEdit: XmlEdit, sheet: Sheet, source: SheetSource, sheetPart: string): void => {
  const { parts, names } = save;
  const old = source.drawing;
  if (!old && sheet.shapes.length === 0) return;
  const part = old?.part ?? parts.freeName('xl/drawings/drawing', '.xml');
  const tree = old?.tree ?? parseXml(emptyDrawing(save));
  if (!old) {
    parts.add(part, emptyDrawing(save), contentTypes.drawing);
    const id = parts.relate(sheetPart, `${names.relations}/drawing`, part);
    const { root } = sheetEdit;
    const xml = writerOf(root)('drawing', relationAttribute(root, id, names));
    sheetEdit.insertInOrder(root, 'drawing', xml, worksheetOrder);
  }
  const edit = new XmlEdit(tree);
  const context = shapeContext(save, part, tree);
  const present = new Set(sheet.shapes);
  const [deleted, kept]: [Element[], Element[]] = [[], []];
  for (const [shape, { element: anchor, was }] of old?.shapes ?? []) {
    if (!present.has(shape)) {
      edit.remove(anchor);
      deleted.push(anchor);
      continue;
    }
    kept.push(anchor);
    if (fingerprint(untouched(shape)) === was) continue;
    const before = JSON.parse(was) as Shape;
    if (shape.kind === 'group' && isModelled(shape) && fingerprint(untouched(shape).children) !== fingerprint(before.children)) {
      edit.replace(anchor, anchorXml(save, sheet, shape, context));
      continue;
    }
    editShape(edit, anchor, shape, before, (as) => anchorPosition(save, sheet, as), names);
    editChart(save, shape, before.chart);
  }
  for (const shape of sheet.shapes) if (!old?.shapes.has(shape)) edit.append(edit.root, anchorXml(save, sheet, shape, context));
  if (edit.changed) parts.set(part, edit.toString());
  dropRelations(save, part, deleted, kept);
};
