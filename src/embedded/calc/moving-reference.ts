import type { Value } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Context, Place } from './context';
import { Reference } from './values';

/** A corner's row or column, and whether it goes along with the formula's cell. */
type Side = { at: number; moves: boolean };
type Sides = { top: Side; left: Side; bottom: Side; right: Side };

/** A reference that is another one in each cell, such as `$A5`: where it was read, and how it moves. */
export class MovingReference {
  constructor(
    private readonly origin: { row: number; column: number },
    private readonly sheet: Sheet,
    private readonly sides: Sides,
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
