import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { contentTypes, vocabulary } from './dialect';
import type { Package } from './package/package';
import { writeArchive } from './package/archive';
import { fingerprint, type OpenedFile } from './source';
import { blankSource, emptyStrings, emptyStyles } from './write/blankPackage';
import type { Save } from './write/context';
import { renameInParts } from './write/renames';
import { writeSettings } from './write/settings';
import { writeSheet } from './write/sheetWriter';
import { StringWriter } from './write/stringWriter';
import { StyleWriter } from './write/styleWriter';
import { writeWorkbook } from './write/workbookWriter';

/** A book that was made in memory, as a file to save: `saveWorkbook(newFile(blankBook()))`. */
export const newFile = (book: Book): OpenedFile => ({ book, signed: false, macros: false, source: blankSource(book) });

/** Whether anything was changed since the file was opened. */
const isTouched = ({ book, source }: OpenedFile): boolean =>
  book.touched ||
  book.activeSheet !== source.activeSheet ||
  book.sheets.length !== source.sheets.size ||
  book.sheets.some((sheet) => !source.sheets.has(sheet) || sheet.touched.size > 0) ||
  fingerprint(book.settings) !== source.settings;

/** Places of texts that no cell showed when the file was opened, where all of its sheets were read. */
const freeStrings = ({ book, source }: OpenedFile): number[] =>
  book.sheets.some(({ kind }) => kind === 'other')
    ? []
    : [...source.cells.strings.keys()].filter((index) => !source.cells.usedStrings.has(index));

/** The part that a workbook needs and may lack; made empty where it is missing. */
const ensurePart = (
  parts: Package,
  workbook: string,
  existing: string | undefined,
  made: { name: string; kind: string; xml: string; type: string; relations: string },
): string => {
  if (existing !== undefined) return existing;
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const stem = `${folder}${made.name}`;
  const part = parts.has(`${stem}.xml`) ? parts.freeName(stem, '.xml') : `${stem}.xml`;
  parts.add(part, made.xml, made.type);
  parts.relate(workbook, `${made.relations}/${made.kind}`, part);
  return part;
};

/**
 * The workbook as a file. Parts that nothing changed keep their bytes; in the others only what was touched is written
 * anew (see `book/README.md` for what each facet stands for). The opened file stays as it is: saving twice gives the same.
 * Cached values of formulas are those of the book; Excel computes everything again when it opens the file.
 *
 * A file with a digital signature (`OpenedFile.signed`) loses the signature's validity: ask before.
 */
export const saveWorkbook = (file: OpenedFile): Uint8Array => {
  const { book, source } = file;
  if (!isTouched(file)) return writeArchive(source.package.entries());
  const parts = source.package.copy();
  const names = vocabulary(source.strict);
  const blankStyles = source.stylesPart === undefined;
  const stylesPart = ensurePart(parts, source.part, source.stylesPart, {
    name: 'styles',
    kind: 'styles',
    xml: emptyStyles(names, book.styles.get(0)),
    type: contentTypes.styles,
    relations: names.relations,
  });
  const strings = source.stringsPart ?? undefined;
  const stringTree = strings === undefined ? emptyStrings(names) : parts.tree(strings);
  const save: Save = {
    book,
    source,
    parts,
    names,
    font: source.normalFont,
    styles: new StyleWriter(parts.tree(stylesPart), book, blankStyles ? new Set() : source.cells.quotePrefixed),
    strings: new StringWriter(stringTree, source.cells.strings, freeStrings(file)),
  };
  const active = book.sheets[book.activeSheet];
  const wasActive = [...source.sheets.keys()][source.activeSheet];
  const selection = (sheet: Sheet): boolean | undefined => {
    if (active === wasActive) return source.sheets.has(sheet) ? undefined : sheet === active;
    return sheet === active || sheet === wasActive || !source.sheets.has(sheet) ? sheet === active : undefined;
  };
  const partOf = new Map<Sheet, string>();
  for (const sheet of book.sheets) partOf.set(sheet, writeSheet(save, sheet, source.sheets.get(sheet), selection(sheet)));
  writeWorkbook(save, partOf);
  renameInParts(save);
  if (fingerprint(book.settings) !== source.settings) writeSettings(save);
  const styled = save.styles.finish();
  if (styled !== undefined) parts.set(stylesPart, styled);
  const texts = save.strings.finish();
  if (texts !== undefined) {
    if (strings !== undefined) parts.set(strings, texts);
    else
      ensurePart(parts, source.part, undefined, {
        name: 'sharedStrings',
        kind: 'sharedStrings',
        xml: texts,
        type: contentTypes.strings,
        relations: names.relations,
      });
  }
  return writeArchive(parts.entries());
};
