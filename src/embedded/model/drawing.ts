import type { Shape, Sheet } from '../book/sheet';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';

/** Every shape of a sheet, those inside groups too. */
export const everyShape = (shapes: readonly Shape[]): Shape[] =>
  shapes.flatMap((shape) => [shape, ...everyShape(shape.children ?? [])]);

const newShapeId = (sheet: Sheet): number => Math.max(1, ...everyShape(sheet.shapes).map((shape) => shape.id)) + 1;

/** Identifier as Office.js shows it: text that is no name. */
export const shapeId = (shape: Shape): string =>
  `{00000000-0008-0000-0000-${shape.id.toString(16).toUpperCase().padStart(12, '0')}}`;

/** `Rectangle 4`: what it is and its number. */
const shapeName = (word: string, id: number): string => `${word} ${id - 1}`;

export const newShape = (sheet: Sheet, kind: Shape['kind'], word: string): Shape => {
  const id = newShapeId(sheet);
  return {
    id,
    name: shapeName(word, id),
    kind,
    left: 0,
    top: 0,
    width: 72,
    height: 72,
    rotation: 0,
    altTitle: '',
    altDescription: '',
    visible: true,
    placement: 'TwoCell',
    touched: true,
  };
};

/** The shape on the sheet itself that is, or holds, a shape: what a save rewrites. */
export const rootOf = (sheet: Sheet, shape: Shape): Shape =>
  sheet.shapes.find((root) => root === shape || everyShape(root.children ?? []).includes(shape)) ?? shape;

/** Runs a change of a shape and marks what it changes. */
export const changeShape = (session: Session, sheet: Sheet, shape: Shape, apply: () => void): void => {
  requireUnprotected(session, sheet);
  apply();
  shape.touched = true;
  rootOf(sheet, shape).touched = true;
  sheet.touch('drawing');
};

/** By id or name; names first come first, as in Excel. */
export const findShape = (shapes: readonly Shape[], key: unknown): Shape | null => {
  const wanted = String(key).toLowerCase();
  return (
    shapes.find((shape) => shapeId(shape).toLowerCase() === wanted) ??
    shapes.find((shape) => shape.name.toLowerCase() === wanted) ??
    null
  );
};
