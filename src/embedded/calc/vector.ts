import { CellError, type Value } from '../book/cell';
import { compareTexts } from './coercion';

/** The numbers of a vector in ascending order, with the positions they come from. */
export type NumericOrder = {
  values: Float64Array;
  positions: Int32Array;
  /** The positions ascend too: the vector was sorted already, as columns of dates mostly are. */
  ascending: boolean;
};

/** First index whose value is at least (or, `after`, greater than) the wanted one. */
export function bisect(sorted: ArrayLike<number>, wanted: number, after: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (after ? value <= wanted : value < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The values of a range, row by row, with the indexes that criteria and lookups ask again and again: hundreds of formulas
 * mostly look at the same few columns. Everything is made when first asked.
 */
export class Vector {
  private ownOrder: NumericOrder | undefined;
  private ownGroups: Map<string, number[]> | undefined;
  private ownLowered: (string | null)[] | undefined;
  private ownFirstNumbers: Map<number, number> | undefined;
  private ownNumericText: boolean | undefined;
  readonly masks = new Map<string, Uint8Array>();

  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly values: Value[],
    /** Cells below or beside what the sheet uses: empty, and not in `values`. */
    readonly beyond = 0,
  ) {}

  get order(): NumericOrder {
    if (this.ownOrder) return this.ownOrder;
    const positions: number[] = [];
    let ascending = true;
    let last = -Infinity;
    for (let i = 0; i < this.values.length; i++) {
      const value = this.values[i];
      if (typeof value !== 'number') continue;
      if (value < last) ascending = false;
      last = value;
      positions.push(i);
    }
    const at = (position: number): number => this.values[position] as number;
    if (!ascending) positions.sort((a, b) => at(a) - at(b) || a - b);
    this.ownOrder = {
      values: Float64Array.from(positions, at),
      positions: Int32Array.from(positions),
      ascending,
    };
    return this.ownOrder;
  }

  /** Texts in lower case; null where there is none. */
  get lowered(): (string | null)[] {
    return (this.ownLowered ??= this.values.map((value) => (typeof value === 'string' ? value.toLowerCase() : null)));
  }

  /** Positions of each text, by its lower case. */
  get groups(): Map<string, number[]> {
    if (this.ownGroups) return this.ownGroups;
    const groups = new Map<string, number[]>();
    this.lowered.forEach((text, position) => {
      if (text === null) return;
      const group = groups.get(text);
      if (group) group.push(position);
      else groups.set(text, [position]);
    });
    return (this.ownGroups = groups);
  }

  /** Does any text read as a number? Then `"=12"` has to look at texts too. */
  get hasNumericText(): boolean {
    return (this.ownNumericText ??= this.values.some((value) => typeof value === 'string' && /^\s*[-+.\d]/.test(value)));
  }

  /** Position of the first value equal to a number, text (without regard to case) or boolean; -1 when there is none. */
  firstEqual(wanted: number | string | boolean): number {
    if (typeof wanted === 'string') return this.groups.get(wanted.toLowerCase())?.[0] ?? -1;
    if (typeof wanted === 'boolean') return this.values.indexOf(wanted);
    if (!this.ownFirstNumbers) {
      const first = new Map<number, number>();
      this.values.forEach((value, position) => {
        if (typeof value === 'number' && !first.has(value)) first.set(value, position);
      });
      this.ownFirstNumbers = first;
    }
    return this.ownFirstNumbers.get(wanted) ?? -1;
  }

  /**
   * Excel's approximate match in ascending data: the last of the values not above the wanted one, found by halving, other kinds of
   * value skipped. On unsorted data it is arbitrary, as in Excel. -1 when there is none.
   */
  lastUpTo(wanted: number | string | boolean): number {
    if (typeof wanted === 'number' && this.order.ascending) {
      const index = bisect(this.order.values, wanted, true) - 1;
      return index < 0 ? -1 : (this.order.positions[index] ?? -1);
    }
    const positions = this.positionsOfKind(wanted);
    let low = 0;
    let high = positions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareSame(this.values[positions[middle] ?? 0] ?? null, wanted) <= 0) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? -1 : (positions[low - 1] ?? -1);
  }

  /** The same in descending data: the first equal value, or else the last before one that is below the wanted one. */
  lastDownTo(wanted: number | string | boolean): number {
    let found = -1;
    for (const position of this.positionsOfKind(wanted)) {
      const order = compareSame(this.values[position] ?? null, wanted);
      if (order === 0) return position;
      if (order < 0) break;
      found = position;
    }
    return found;
  }

  private positionsOfKind(wanted: number | string | boolean): number[] {
    const positions: number[] = [];
    for (let i = 0; i < this.values.length; i++) if (typeof this.values[i] === typeof wanted) positions.push(i);
    return positions;
  }
}

/** Order of two values of one kind. */
export function compareSame(left: Value, right: Value): number {
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return left instanceof CellError || right instanceof CellError ? 0 : Number(left) - Number(right);
}
