import { newSheetId } from '../../book/blank';
import type { Font } from '../../book/metrics';
import { columnWidthFromPoints } from '../../book/metrics';
import { Sheet, type ColumnFormat, type RowFormat } from '../../book/sheet';
import type { Package } from '../package/package';
import { protectionFlags } from '../protection';
import { parseArea } from '../reference';
import { fingerprint, type SheetSource } from '../source';
import { localName, Lexer } from '../xml/lexer';
import {
  attribute,
  booleanAttribute,
  child,
  childrenOf,
  descend,
  numberAttribute,
  parseXml,
  relationshipId,
  type Element,
  type XmlTree,
} from '../xml/tree';
import { readRows, type CellContext, type RowSource } from './cells';
import { resolveColor, type Palette } from './color';
import { readChart } from './chart';
import { readConditionalFormats, type DifferentialFormat } from './conditionalFormats';
import { readDrawing } from './drawing';
import { readHyperlinks } from './hyperlinks';
import { readNotes } from './notes';
import { readPage } from './page';
import { readPivots } from './pivots';
import { readTable } from './table';
import { readValidations } from './validations';

/** What reading a sheet needs of the workbook. */
export type SheetContext = {
  package: Package;
  cells: CellContext;
  palette: Palette;
  font: Font;
  formats: readonly DifferentialFormat[];
};

/** How the workbook lists a sheet. */
export type SheetEntry = {
  name: string;
  part: string;
  sheetId: string;
  relationshipId: string;
  visibility: Sheet['visibility'];
  kind: Sheet['kind'];
};

const DEFAULT_BASE_CHARACTERS = 8;
const MAX_OUTLINE = 7;

/** Format of a row as its tag states it; undefined when it states none. */
const readRowFormat = (source: string, row: RowSource): RowFormat | undefined => {
  const lexer = new Lexer(source);
  lexer.end = row.start;
  lexer.next();
  const stated: Record<string, string | undefined> = {};
  for (const { name, value } of lexer.attributes()) stated[name] = value;
  const { ht: height, hidden, outlineLevel: outline } = stated;
  const style = stated.customFormat === undefined ? undefined : stated.s;
  if (height === undefined && hidden === undefined && style === undefined && outline === undefined) return undefined;
  return {
    height: height === undefined ? null : Number(height),
    hidden: hidden === '1' || hidden === 'true',
    style: Number(style ?? 0),
    outline: Math.min(MAX_OUTLINE, Number(outline ?? 0)),
  };
};

const readColumns = (columns: Element | undefined, sheet: Sheet): void => {
  for (const entry of childrenOf(columns, 'col')) {
    const first = numberAttribute(entry, 'min') ?? 1;
    const last = Math.min(16_384, numberAttribute(entry, 'max') ?? first);
    for (let column = first - 1; column < last; column++) {
      const format: ColumnFormat = {
        width: numberAttribute(entry, 'width') ?? null,
        hidden: booleanAttribute(entry, 'hidden'),
        style: numberAttribute(entry, 'style') ?? 0,
        outline: numberAttribute(entry, 'outlineLevel') ?? 0,
      };
      sheet.columns.set(column, format);
    }
  }
};

/** Width of columns that say nothing: stated, or from the number of characters, rounded up to 8 pixels as Excel does. */
const readDefaultWidth = (format: Element | undefined, font: Font): number => {
  const stated = numberAttribute(format, 'defaultColWidth');
  if (stated !== undefined) return stated;
  const characters = numberAttribute(format, 'baseColWidth') ?? DEFAULT_BASE_CHARACTERS;
  const digit = Math.round(7 * (font.size / 11));
  return columnWidthFromPoints(Math.ceil((characters * digit + 5) / 8) * 6, font);
};

const readView = (root: Element, sheet: Sheet): void => {
  const view = child(child(root, 'sheetViews'), 'sheetView');
  sheet.showGridlines = booleanAttribute(view, 'showGridLines', true);
  sheet.showHeadings = booleanAttribute(view, 'showRowColHeaders', true);
  const pane = child(view, 'pane');
  if (!(attribute(pane, 'state') ?? '').startsWith('frozen')) return;
  sheet.frozen = { rows: numberAttribute(pane, 'ySplit') ?? 0, columns: numberAttribute(pane, 'xSplit') ?? 0 };
};

const readProtection = (protection: Element | undefined, sheet: Sheet): void => {
  if (!booleanAttribute(protection, 'sheet')) return;
  sheet.protected = true;
  sheet.protectionHasPassword =
    attribute(protection, 'password') !== undefined || attribute(protection, 'hashValue') !== undefined;
  const options: Record<string, boolean | string> = {};
  for (const [option, flag, isLockedByDefault] of protectionFlags)
    if (!booleanAttribute(protection, flag, isLockedByDefault)) options[option] = true;
  if (booleanAttribute(protection, 'selectUnlockedCells')) options.selectionMode = 'None';
  else if (booleanAttribute(protection, 'selectLockedCells')) options.selectionMode = 'Unlocked';
  sheet.protectionOptions = options;
};

const readTables = (context: SheetContext, tree: XmlTree, sheet: Sheet, source: SheetSource): void => {
  const relationships = context.package.relationships(source.part);
  for (const entry of childrenOf(child(tree.root, 'tableParts'), 'tablePart')) {
    const id = relationshipId(entry) ?? '';
    const relationship = relationships.find((candidate) => candidate.id === id);
    if (!relationship || !context.package.has(relationship.target)) continue;
    const table = readTable(context.package.tree(relationship.target).root, relationship.target);
    if (!table) continue;
    sheet.tables.push(table);
    source.tables.set(table, { part: relationship.target, was: fingerprint(table), relationshipId: id });
  }
};

const readShapes = (context: SheetContext, root: Element, sheet: Sheet, source: SheetSource): void => {
  const id = relationshipId(child(root, 'drawing'));
  const relationship = context.package.relationships(source.part).find((candidate) => candidate.id === id);
  if (!relationship || !context.package.has(relationship.target)) return;
  const tree = context.package.tree(relationship.target);
  const related = context.package.relationships(relationship.target);
  const shapes = readDrawing(tree, sheet, context.font, context.palette, (chartId, size) => {
    const part = related.find((candidate) => candidate.id === chartId)?.target;
    if (part === undefined || !context.package.has(part)) return undefined;
    return readChart({ tree: context.package.tree(part), palette: context.palette }, part, size);
  });
  sheet.shapes = [...shapes.keys()];
  source.drawing = { part: relationship.target, tree, shapes };
};

/** Identifier that newer versions of Excel give a sheet, in the part's first tag. */
const statedId = (text: string): string | undefined => {
  const lexer = new Lexer(text);
  for (let token = lexer.next(); token !== 'open'; token = lexer.next()) if (token === 'end') return undefined;
  const uid = lexer.attributes().find(({ name }) => localName(name) === 'uid')?.value;
  return uid && /^\{[0-9A-Fa-f-]{36}\}$/.test(uid) ? uid : undefined;
};

const emptySource = (entry: SheetEntry): SheetSource => ({
  part: entry.part,
  name: entry.name,
  sheetId: entry.sheetId,
  relationshipId: entry.relationshipId,
  visibility: entry.visibility,
  rows: [],
  rowFormats: new Map(),
  shared: new Map(),
  conditionalFormats: new Map(),
  validations: new Map(),
  hyperlinks: new Map(),
  tables: new Map(),
});

/** Reads one sheet. Chart sheets, macro sheets and dialog sheets are listed but not looked into. */
export const readSheet = (context: SheetContext, entry: SheetEntry): { sheet: Sheet; source: SheetSource } => {
  const source = emptySource(entry);
  if (entry.kind !== 'worksheet') {
    const sheet = new Sheet(newSheetId(), entry.name, entry.part, entry.kind);
    sheet.visibility = entry.visibility;
    return { sheet, source };
  }
  const { package: parts } = context;
  const text = parts.text(entry.part);
  const sheet = new Sheet(parts.parse(entry.part, () => statedId(text)) ?? newSheetId(), entry.name, entry.part);
  const tree = parts.parse(entry.part, () =>
    parseXml(text, (lexer, element) => {
      if (element.local !== 'sheetData' || localName(element.parent?.name ?? '') !== 'worksheet') return false;
      source.shared = readRows(lexer, sheet.cells, context.cells, (row) => source.rows.push(row));
      return true;
    }),
  );
  const { root } = tree;
  source.tree = tree;
  sheet.visibility = entry.visibility;
  sheet.tabColor = resolveColor(descend(root, 'sheetPr', 'tabColor'), context.palette);
  readProtection(child(root, 'sheetProtection'), sheet);
  const format = child(root, 'sheetFormatPr');
  sheet.defaultRowHeight = numberAttribute(format, 'defaultRowHeight') ?? sheet.defaultRowHeight;
  sheet.defaultColumnWidth = readDefaultWidth(format, context.font);
  readView(root, sheet);
  readColumns(child(root, 'cols'), sheet);
  for (const row of source.rows) {
    const rowFormat = readRowFormat(text, row);
    if (!rowFormat || source.rowFormats.has(row.row)) continue;
    source.rowFormats.set(row.row, { ...rowFormat });
    sheet.rows.set(row.row, rowFormat);
  }
  sheet.merges = childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap(
    (merge) => parseArea(attribute(merge, 'ref') ?? '') ?? [],
  );
  const formats = readConditionalFormats(tree, context.formats);
  sheet.conditionalFormats = formats.list;
  source.conditionalFormats = formats.remembered;
  const validations = readValidations(tree);
  sheet.validations = validations.list;
  source.validations = validations.remembered;
  source.hyperlinks = readHyperlinks(tree, parts.relationships(entry.part));
  sheet.hyperlinks = [...source.hyperlinks.keys()];
  source.notes = readNotes(parts, entry.part, root);
  sheet.notes = [...source.notes.known.keys()];
  sheet.pivots = readPivots(parts, entry.part);
  sheet.page = readPage(tree);
  readTables(context, tree, sheet, source);
  readShapes(context, root, sheet, source);
  return { sheet, source };
};
