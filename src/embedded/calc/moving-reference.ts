import type { Area, Value } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Context, Place } from './context';
import { LAST_COLUMN, LAST_ROW, Reference } from './values';

/** A corner's row or column, and whether it goes along with the formula's cell. */
type Side = { at: number; moves: boolean };
type Sides = { top: Side; left: Side; bottom: Side; right: Side };

/** Positions from `from` to `to`. */
type Span = { from: number; to: number };

/**
 * The positions of formulas whose span between two sides meets another one. `$A$2:A5` written in row 5 meets rows 7 to 8 in
 * all rows from 7 on.
 */
const spanOfReaders = (first: Side, last: Side, origin: number, { from, to }: Span): Span => {
  const everywhere = { from: 0, to: Infinity };
  const nowhere = { from: 1, to: 0 };
  if (first.moves && last.moves) {
    const [low, high] = [Math.min(first.at, last.at), Math.max(first.at, last.at)];
    return { from: from - high + origin, to: to - low + origin };
  }
  if (!first.moves && !last.moves)
    return Math.min(first.at, last.at) <= to && from <= Math.max(first.at, last.at) ? everywhere : nowhere;
  const [fixed, moving] = first.moves ? [last, first] : [first, last];
  if (fixed.at >= from && fixed.at <= to) return everywhere;
  return fixed.at > to ? { from: 0, to: to - moving.at + origin } : { from: from - moving.at + origin, to: Infinity };
};

/** Whether two sides stay where other two do or between them, wherever the formula stands. `$A$2` is within `$A$2:A5` everywhere. */
const areBetween = (sides: readonly Side[], [first, last]: readonly [Side, Side], edge: number): boolean => {
  if (!first.moves && !last.moves && Math.min(first.at, last.at) === 0 && Math.max(first.at, last.at) === edge) return true;
  return sides.every((side) => {
    const isOneOf = [first, last].some(({ at, moves }) => at === side.at && moves === side.moves);
    const moveAlike = first.moves === side.moves && last.moves === side.moves;
    return isOneOf || (moveAlike && side.at >= Math.min(first.at, last.at) && side.at <= Math.max(first.at, last.at));
  });
};

const fixedSides = ({ top, left, bottom, right }: Reference): Sides => ({
  top: { at: top, moves: false },
  left: { at: left, moves: false },
  bottom: { at: bottom, moves: false },
  right: { at: right, moves: false },
});

/** Whether a reference holds all cells of another one in whatever cell the formula that names both stands. */
export const alwaysHolds = (outer: Reference | MovingReference, inner: Reference | MovingReference): boolean => {
  if (outer.sheet !== inner.sheet) return false;
  const around = outer instanceof Reference ? fixedSides(outer) : outer.sides;
  const within = inner instanceof Reference ? fixedSides(inner) : inner.sides;
  return (
    areBetween([within.top, within.bottom], [around.top, around.bottom], LAST_ROW) &&
    areBetween([within.left, within.right], [around.left, around.right], LAST_COLUMN)
  );
};

/** A reference that is another one in each cell, such as `$A5`: where it was read, and how it moves. */
export class MovingReference {
  constructor(
    private readonly origin: { row: number; column: number },
    readonly sheet: Sheet,
    readonly sides: Sides,
  ) {}

  /** The cells it means in a formula at a place. */
  at(row: number, column: number): Reference {
    const down = row - this.origin.row;
    const across = column - this.origin.column;
    const { top, left, bottom, right } = this.sides;
    const first = top.moves ? top.at + down : top.at;
    const last = bottom.moves ? bottom.at + down : bottom.at;
    const start = left.moves ? left.at + across : left.at;
    const end = right.moves ? right.at + across : right.at;
    // On its way down `A$5:A1` turns round.
    return new Reference(this.sheet, Math.min(first, last), Math.min(start, end), Math.max(first, last), Math.max(start, end));
  }

  /** The smallest area with all the cells that it means in formulas over an area. */
  over({ row, column, rows, columns }: Area): Reference {
    const start = this.at(row, column);
    const end = this.at(row + rows - 1, column + columns - 1);
    return new Reference(
      this.sheet,
      Math.min(start.top, end.top),
      Math.min(start.left, end.left),
      Math.max(start.bottom, end.bottom),
      Math.max(start.right, end.right),
    );
  }

  /** The part of an area of formulas in which it means any of the given cells of its sheet; null where there is none. */
  readers(cells: Area, { row, column, rows, columns }: Area): Area | null {
    const { top, left, bottom, right } = this.sides;
    const down = spanOfReaders(top, bottom, this.origin.row, { from: cells.row, to: cells.row + cells.rows - 1 });
    const across = spanOfReaders(left, right, this.origin.column, { from: cells.column, to: cells.column + cells.columns - 1 });
    const first = Math.max(row, down.from);
    const start = Math.max(column, across.from);
    const last = Math.min(row + rows - 1, down.to);
    const end = Math.min(column + columns - 1, across.to);
    return first > last || start > end ? null : { row: first, column: start, rows: last - first + 1, columns: end - start + 1 };
  }

  /** Whether it is one cell wherever it is read. */
  get isCell(): boolean {
    const { top, left, bottom, right } = this.sides;
    return top.at === bottom.at && left.at === right.at && top.moves === bottom.moves && left.moves === right.moves;
  }

  /** Value of its one cell. */
  valueAt({ environment, row, column }: Context): Value {
    const { top, left } = this.sides;
    return environment.reader.precedent(
      this.sheet,
      top.moves ? top.at + row - this.origin.row : top.at,
      left.moves ? left.at + column - this.origin.column : left.at,
    );
  }

  /** The same text for references that are the same in every cell; both read at one place. */
  get key(): string {
    return `${JSON.stringify(this.sides)}${this.at(this.origin.row, this.origin.column).key}`;
  }
}

/** Undefined where all sides stay. */
export const movingReference = ({ row, column }: Place, sheet: Sheet, sides: Sides): MovingReference | undefined =>
  Object.values(sides).some(({ moves }) => moves) ? new MovingReference({ row, column }, sheet, sides) : undefined;
