import { CellError } from '../book/cell';
import { ERROR, Reference, ReferenceUnion, type Result } from './values';

const areasOf = (result: Result): Reference[] | CellError => {
  if (result instanceof Reference) return [result];
  if (result instanceof ReferenceUnion) return result.areas;
  return result instanceof CellError ? result : ERROR.value;
};

/** `A1:INDEX(B:B,3)`: the smallest area that holds both. */
export function joined(left: Result, right: Result): Result {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  if (!(left instanceof Reference) || !(right instanceof Reference)) return ERROR.reference;
  if (left.sheet !== right.sheet) return ERROR.value;
  return new Reference(
    left.sheet,
    Math.min(left.top, right.top),
    Math.min(left.left, right.left),
    Math.max(left.bottom, right.bottom),
    Math.max(left.right, right.right),
  );
}

/** `A1:C3 B:B`: what both share; #NULL! when nothing. */
export function overlapping(left: Result, right: Result): Result {
  const a = areasOf(left);
  const b = areasOf(right);
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  const shared = a.flatMap((area) => b.map((other) => area.intersection(other)).filter((part) => part !== null));
  if (shared.length === 0) return ERROR.nullIntersection;
  return shared.length === 1 && shared[0] ? shared[0] : new ReferenceUnion(shared);
}

/** `(A1:A3,C1)`. */
export function united(left: Result, right: Result): Result {
  const a = areasOf(left);
  const b = areasOf(right);
  if (a instanceof CellError) return a;
  return b instanceof CellError ? b : new ReferenceUnion([...a, ...b]);
}
