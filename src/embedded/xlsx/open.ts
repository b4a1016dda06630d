import { Book } from '../book/book';
import { defaultStyle, Styles } from '../book/styleTable';
import type { Sheet } from '../book/sheet';
import { formulaFromFile } from './formula';
import { readArchive } from './package/archive';
import { compoundFileEntries, isCompoundFile } from './package/compoundFile';
import { Package } from './package/package';
import { FileRefusal, type FileResult } from './problem';
import { readPalette } from './read/color';
import { readDifferentialFormats } from './read/conditionalFormats';
import { readDynamicArrays } from './read/metadata';
import { readSettings } from './read/settings';
import { readSharedStrings } from './read/sharedStrings';
import { readSheet, type SheetContext, type SheetEntry } from './read/sheet';
import { readStyles } from './read/styles';
import { fingerprint, type OpenedFile, type SheetSource, type WorkbookSource } from './source';
import { attribute, booleanAttribute, child, childrenOf, descend, numberAttribute, relationshipId, textOf } from './xml/tree';

const ZIP_SIGNATURE = [0x50, 0x4b];
const visibilities: Record<string, Sheet['visibility']> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };
const kinds: Record<string, Sheet['kind']> = { worksheet: 'worksheet', chartsheet: 'chartsheet' };

/** The parts of a file, once it is clear that it is a workbook this engine reads. */
const openPackage = (bytes: Uint8Array, file: string): { parts: Package; part: string } => {
  if (isCompoundFile(bytes)) {
    const entries = compoundFileEntries(bytes);
    if (entries.includes('EncryptedPackage')) throw new FileRefusal({ code: 'file-encrypted', params: { file } });
    if (entries.includes('Workbook') || entries.includes('Book'))
      throw new FileRefusal({ code: 'file-unsupported', params: { file, format: '.xls' } });
  }
  const notWorkbook = new FileRefusal({ code: 'file-not-workbook', params: { file } });
  if (!ZIP_SIGNATURE.every((byte, index) => bytes[index] === byte)) throw notWorkbook;
  const parts = new Package(readArchive(bytes, file), file);
  if (parts.has('mimetype') && new TextDecoder().decode(parts.bytes('mimetype')).includes('opendocument.spreadsheet'))
    throw new FileRefusal({ code: 'file-unsupported', params: { file, format: '.ods' } });
  if (!parts.has('[Content_Types].xml')) throw notWorkbook;
  const part = parts.relationships('').find(({ kind }) => kind === 'officeDocument')?.target;
  if (part === undefined || !parts.has(part)) throw notWorkbook;
  const type = parts.contentType(part);
  if (type.includes('ms-excel.sheet.binary'))
    throw new FileRefusal({ code: 'file-unsupported', params: { file, format: '.xlsb' } });
  if (!/spreadsheetml|ms-excel/.test(type)) throw notWorkbook;
  return { parts, part };
};

const listSheets = (parts: Package, part: string): SheetEntry[] => {
  const relationships = parts.relationships(part);
  return childrenOf(child(parts.tree(part).root, 'sheets'), 'sheet').flatMap((element) => {
    const id = relationshipId(element) ?? '';
    const relationship = relationships.find((candidate) => candidate.id === id);
    // Excel drops a sheet whose part is missing; here its entry stays in the file, unread.
    if (!relationship || !parts.has(relationship.target)) return [];
    return {
      name: attribute(element, 'name') ?? '',
      part: relationship.target,
      sheetId: attribute(element, 'sheetId') ?? '',
      relationshipId: id,
      visibility: visibilities[attribute(element, 'state') ?? ''] ?? 'Visible',
      kind: kinds[relationship.kind] ?? 'other',
    };
  });
};

const read = (bytes: Uint8Array, file: string): OpenedFile => {
  const { parts, part } = openPackage(bytes, file);
  const tree = parts.tree(part);
  const { root } = tree;
  if (root.local !== 'workbook') throw new FileRefusal({ code: 'file-not-workbook', params: { file } });
  const relationships = parts.relationships(part);
  const partOf = (kind: string): string | undefined => {
    const target = relationships.find((relationship) => relationship.kind === kind)?.target;
    return target !== undefined && parts.has(target) ? target : undefined;
  };
  const [theme, stylesPart, stringsPart] = [partOf('theme'), partOf('styles'), partOf('sharedStrings')];
  const metadata = partOf('sheetMetadata');
  const stylesRoot = stylesPart === undefined ? undefined : parts.tree(stylesPart).root;
  const palette = readPalette(theme === undefined ? undefined : parts.tree(theme).root, stylesRoot);
  const styles = readStyles(stylesRoot, palette);
  const date1904 = booleanAttribute(child(root, 'workbookPr'), 'date1904');
  const strings = stringsPart === undefined ? [] : parts.parse(stringsPart, () => readSharedStrings(parts.text(stringsPart)));

  const book = new Book(new Styles(styles.styles.length > 0 ? styles.styles : [defaultStyle], styles.normalFont), file);
  book.date1904 = date1904;
  const protection = child(root, 'workbookProtection');
  book.structureProtected = booleanAttribute(protection, 'lockStructure');
  book.structureHasPassword = ['workbookPassword', 'workbookHashValue'].some((name) => attribute(protection, name) !== undefined);
  const context: SheetContext = {
    package: parts,
    cells: {
      strings,
      usedStrings: new Set(),
      date1904,
      quotePrefixed: styles.quotePrefixed,
      dynamicArrays: readDynamicArrays(metadata === undefined ? undefined : parts.tree(metadata).root),
    },
    palette,
    font: styles.normalFont,
    formats: readDifferentialFormats(stylesRoot, palette),
  };
  const sheets = new Map<Sheet, SheetSource>();
  for (const entry of listSheets(parts, part)) {
    const { sheet, source } = readSheet(context, entry);
    book.sheets.push(sheet);
    sheets.set(sheet, source);
  }
  const names: WorkbookSource['names'] = new Map();
  for (const element of childrenOf(child(root, 'definedNames'), 'definedName')) {
    const local = numberAttribute(element, 'localSheetId');
    const name = {
      name: attribute(element, 'name') ?? '',
      formula: formulaFromFile(textOf(tree, element)),
      sheet: local === undefined ? undefined : book.sheets[local],
      hidden: booleanAttribute(element, 'hidden'),
      comment: attribute(element, 'comment') ?? '',
    };
    names.set(name, { element, was: fingerprint({ ...name, sheet: undefined }) });
  }
  book.names = [...names.keys()];
  book.activeSheet = Math.min(
    Math.max(0, book.sheets.length - 1),
    numberAttribute(descend(root, 'bookViews', 'workbookView'), 'activeTab') ?? 0,
  );
  for (const [key, value] of readSettings(parts)) book.settings.set(key, value);
  return {
    book,
    signed: parts.relationships('').some(({ type }) => type.includes('digital-signature')),
    macros: partOf('vbaProject') !== undefined,
    source: {
      package: parts,
      part,
      strict: (attribute(root, root.name.includes(':') ? `xmlns:${root.name.split(':')[0] ?? ''}` : 'xmlns') ?? '').includes(
        'purl.oclc.org',
      ),
      stylesPart,
      stringsPart,
      palette,
      normalFont: styles.normalFont,
      cells: context.cells,
      sheets,
      names,
      activeSheet: book.activeSheet,
      settings: fingerprint(book.settings),
    },
  };
};

/**
 * Opens a workbook (.xlsx, .xlsm, .xltx, .xltm; transitional or strict). Nothing outside the file is read.
 *
 * Refuses by value: `file-encrypted`, `file-unsupported` (.xls, .xlsb, .ods), `file-not-workbook`, `file-damaged` with the
 * part, `file-unreadable` for an archive that would unfold beyond measure.
 */
export const openWorkbook = (bytes: Uint8Array, fileName: string): FileResult<OpenedFile> => {
  try {
    return { ok: true, value: read(bytes, fileName) };
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
};
