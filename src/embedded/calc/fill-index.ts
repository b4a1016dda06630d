import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { overlap } from './areas';
import type { Fill, FillRead } from './fill';

/** Sets by column; what spans more columns than this is looked at whatever the column. */
const MOST_COLUMNS = 64;

type Bounds = { left: number; right: number };

/** Things that lie over columns of one sheet. */
class ByColumn<T> {
  private readonly columns = new Map<number, Set<T>>();
  private readonly wide = new Set<T>();

  private setsOf({ left, right }: Bounds): Set<T>[] {
    if (right - left >= MOST_COLUMNS) return [this.wide];
    const sets: Set<T>[] = [];
    for (let column = left; column <= right; column++) {
      let set = this.columns.get(column);
      if (!set) this.columns.set(column, (set = new Set()));
      sets.push(set);
    }
    return sets;
  }

  add(item: T, bounds: Bounds): void {
    for (const set of this.setsOf(bounds)) set.add(item);
  }

  remove(item: T, bounds: Bounds): void {
    for (const set of this.setsOf(bounds)) set.delete(item);
  }

  /** Visits what may lie over some columns, perhaps more than once. */
  over({ left, right }: Bounds, found: (item: T) => void): void {
    this.wide.forEach(found);
    if (right - left < this.columns.size)
      for (let column = left; column <= right; column++) this.columns.get(column)?.forEach(found);
    else for (const [column, set] of this.columns) if (column >= left && column <= right) set.forEach(found);
  }
}

const columnsOf = <T>(sheets: Map<Sheet, ByColumn<T>>, sheet: Sheet): ByColumn<T> => {
  let columns = sheets.get(sheet);
  if (!columns) sheets.set(sheet, (columns = new ByColumn()));
  return columns;
};

const boundsOf = ({ column, columns }: Area): Bounds => ({ left: column, right: column + columns - 1 });

/** The fills of a book: by where they are, and by what their cells read. */
export class FillIndex {
  private readonly fills = new Set<Fill>();
  private readonly places = new Map<Sheet, ByColumn<Fill>>();
  private readonly readers = new Map<Sheet, ByColumn<FillRead>>();

  all(): Iterable<Fill> {
    return this.fills;
  }

  at(sheet: Sheet, row: number, column: number): Fill | undefined {
    let at: Fill | undefined;
    this.places.get(sheet)?.over({ left: column, right: column }, (fill) => {
      if (fill.contains(row, column)) at = fill;
    });
    return at;
  }

  add(fill: Fill): void {
    this.fills.add(fill);
    columnsOf(this.places, fill.sheet).add(fill, boundsOf(fill.area));
    for (const read of fill.reads) columnsOf(this.readers, read.whole.sheet).add(read, read.whole);
  }

  remove(fill: Fill): void {
    this.fills.delete(fill);
    this.places.get(fill.sheet)?.remove(fill, boundsOf(fill.area));
    for (const read of fill.reads) this.readers.get(read.whole.sheet)?.remove(read, read.whole);
  }

  /** Visits the parts of fills whose cells read any cell of an area by a moving reference. */
  reading(sheet: Sheet, area: Area, found: (fill: Fill, part: Area) => void): void {
    this.readers.get(sheet)?.over(boundsOf(area), ({ fill, precedent }) => {
      const part = precedent.readers(area, fill.area);
      if (part) found(fill, part);
    });
  }

  /** The fills that share cells with an area. */
  meeting(sheet: Sheet, area: Area): Set<Fill> {
    const found = new Set<Fill>();
    this.places.get(sheet)?.over(boundsOf(area), (fill) => {
      if (overlap(fill.area, area)) found.add(fill);
    });
    return found;
  }
}
