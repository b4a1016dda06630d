import type { ShapeDraft, ShapeGroupDraft } from '../core/sheet/draft';
import type { Steps } from '../core/steps';

const dashes = { solid: 'Solid', dash: 'Dash', dot: 'RoundDot' } as const;

const addShape = (sheet: Excel.Worksheet, draft: ShapeDraft): Excel.Shape => {
  // The draft names Excel's own preset shapes; the typings spell them as a union that the core does not know.
  const shape = sheet.shapes.addGeometricShape(draft.type as Excel.GeometricShapeType);
  shape.left = draft.left;
  shape.top = draft.top;
  shape.width = draft.width;
  shape.height = draft.height;
  if (draft.rotation) shape.rotation = draft.rotation;
  if (draft.fill === null) shape.fill.clear();
  else shape.fill.setSolidColor(draft.fill);
  if (draft.line === null) shape.lineFormat.visible = false;
  else {
    shape.lineFormat.color = draft.line.color;
    shape.lineFormat.weight = draft.line.weight;
    shape.lineFormat.dashStyle = dashes[draft.line.dash ?? 'solid'];
  }
  return shape;
};

/** Draws a group of native shapes under one name, with its alternative text; it moves with its cells and keeps its size. */
export function* writeShapes(sheet: Excel.Worksheet, draft: ShapeGroupDraft): Steps<void> {
  const shapes: Excel.Shape[] = [];
  for (const shape of draft.shapes) {
    shapes.push(addShape(sheet, shape));
    yield undefined;
  }
  const only = shapes[0];
  if (!only) return;
  const whole = shapes.length === 1 ? only : sheet.shapes.addGroup(shapes);
  whole.name = draft.name;
  whole.altTextDescription = draft.altText;
  whole.placement = 'OneCell';
}
