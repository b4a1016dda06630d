import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { compileFormula, type Formula } from './compile';
import type { Place } from './context';
import type { CompiledNames } from './names';
import { shapeOf } from './shape';

/** Formulas compiled before, by their sheet and shape: each is compiled once for all the cells of the sheet that have it. */
export class CompiledShapes {
  private readonly names: CompiledNames = new Map();
  private readonly shapes = new Map<Sheet, Map<string, Formula>>();

  constructor(private readonly book: Book) {}

  /** References may mean something else now. */
  clear(): void {
    this.names.clear();
    this.shapes.clear();
  }

  compile(text: string, place: Place, arrayMode: boolean, isNew: boolean): Formula {
    const shape = shapeOf(text, place.row, place.column);
    const key = shape === null ? null : `${arrayMode ? 'array' : ''}${isNew ? 'new' : ''}=${shape}`;
    let known = this.shapes.get(place.sheet);
    if (!known) this.shapes.set(place.sheet, (known = new Map<string, Formula>()));
    const shared = key === null ? undefined : known.get(key);
    if (shared) return shared;
    const formula = compileFormula(this.book, text, place, arrayMode, undefined, isNew, this.names);
    if (key !== null && !formula.isBound) known.set(key, formula);
    return formula;
  }
}
