import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';

/** Something that stays with its cells when others are inserted or deleted before them. */
export type LivePlace = { readonly sheet: Sheet; moved(where: (area: Area) => Area | null): void };

const FIRST_SWEEP = 1024;

/** Ranges that scripts hold on to, weakly: those that nobody holds any more fall out. */
export class LivePlaces {
  private references: WeakRef<LivePlace>[] = [];
  private nextSweep = FIRST_SWEEP;

  follow(place: LivePlace): void {
    this.references.push(new WeakRef(place));
    if (this.references.length < this.nextSweep) return;
    this.references = this.references.filter((reference) => reference.deref() !== undefined);
    this.nextSweep = Math.max(FIRST_SWEEP, this.references.length * 2);
  }

  /** Tells every range of a sheet where its cells are now. */
  moved(sheet: Sheet, where: (area: Area) => Area | null): void {
    for (const reference of this.references) {
      const place = reference.deref();
      if (place?.sheet === sheet) place.moved(where);
    }
  }
}
