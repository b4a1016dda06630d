import type { DefinedName, Book } from '../book/book';
import type { Font } from '../book/metrics';
import type { ConditionalFormat, Hyperlink, RowFormat, Shape, Sheet, Table, Validation } from '../book/sheet';
import type { CellContext, RowSource, SharedFormulas } from './read/cells';
import type { Package } from './package/package';
import type { Palette } from './read/color';
import type { NotesSource } from './read/notes';
import type { Element, XmlTree } from './xml/tree';

/**
 * What an opened file remembers beside its book, so that a save can tell what changed and write only that. An entry's
 * `was` is how the object was read; an object that a book holds and no map knows is new, one that a map knows and the
 * book holds no longer was deleted.
 */
export type Remembered<T extends object> = Map<T, { element: Element; was: string }>;

export type SheetSource = {
  part: string;
  name: string;
  sheetId: string;
  relationshipId: string;
  visibility: Sheet['visibility'];
  tree?: XmlTree;
  rows: RowSource[];
  /** Row formats as they were read. */
  rowFormats: Map<number, RowFormat>;
  shared: SharedFormulas;
  conditionalFormats: Remembered<ConditionalFormat>;
  validations: Remembered<Validation>;
  hyperlinks: Remembered<Hyperlink>;
  tables: Map<Table, { part: string; was: string; relationshipId: string }>;
  notes?: NotesSource;
  drawing?: { part: string; tree: XmlTree; shapes: Remembered<Shape> };
};

/** A workbook that was opened, or a new one: what `saveWorkbook` takes. */
export type OpenedFile = {
  readonly book: Book;
  /** The file holds a digital signature, which a save would break: ask before saving. */
  readonly signed: boolean;
  /** The file has macros; a save keeps them, under `.xlsm` only. */
  readonly macros: boolean;
  readonly source: WorkbookSource;
};

export type WorkbookSource = {
  package: Package;
  /** Part of the workbook itself: `xl/workbook.xml`. */
  part: string;
  strict: boolean;
  stylesPart?: string;
  stringsPart?: string;
  palette: Palette;
  normalFont: Font;
  cells: CellContext;
  /** Sheets as they were read, in the file's order. */
  sheets: Map<Sheet, SheetSource>;
  names: Remembered<DefinedName>;
  activeSheet: number;
  settings: string;
};

/** An object's content as text, to compare with later. */
export const fingerprint = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Map) return [...each];
    if (each instanceof Uint8Array) return `${each.length} bytes`;
    return each;
  });
