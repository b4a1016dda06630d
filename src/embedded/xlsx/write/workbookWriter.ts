import type { DefinedName } from '../../book/book';
import type { Sheet } from '../../book/sheet';
import { relationAttribute, workbookOrder, writerOf, type Writer } from '../dialect';
import { formulaToFile } from '../formula';
import { fingerprint } from '../source';
import { XmlEdit } from '../xml/edit';
import { encodeText } from '../xml/text';
import { attribute, child, childrenOf, numberAttribute, relationshipId, sourceOf, type Element } from '../xml/tree';
import type { Attributes } from '../xml/write';
import type { Save } from './context';

const states: Record<Sheet['visibility'], string | undefined> = {
  Visible: undefined,
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Removes a sheet's part and whatever only it used: drawings, charts, comments, tables. */
const removeSheet = (save: Save, part: string, relationship: string): void => {
  const before = save.parts.reachable();
  save.parts.unrelate(save.source.part, relationship);
  const after = save.parts.reachable();
  for (const name of before) if (!after.has(name)) save.parts.remove(name);
  save.parts.remove(part);
};

/** Writes the list of sheets: those that stay keep their element but for name and visibility, in the book's order. */
const writeSheets = (save: Save, edit: XmlEdit, partOf: ReadonlyMap<Sheet, string>): void => {
  const { source, book, parts, names } = save;
  const write = writerOf(edit.root);
  const list = child(edit.root, 'sheets');
  if (!list) throw parts.damaged(source.part);
  const elements = childrenOf(list, 'sheet');
  let lastId = Math.max(0, ...elements.map((each) => numberAttribute(each, 'sheetId') ?? 0));
  for (const [sheet, { part, relationshipId: id }] of source.sheets)
    if (!book.sheets.includes(sheet)) removeSheet(save, part, id);
  const entries = book.sheets.map((sheet) => {
    const known = source.sheets.get(sheet);
    const old = known && elements.find((each) => relationshipId(each) === known.relationshipId);
    if (known && old) {
      if (known.name === sheet.name && known.visibility === sheet.visibility) return sourceOf(edit.tree, old);
      const kept: Attributes = {};
      for (const { name, value } of old.attributes) kept[name] = value;
      return write('sheet', { ...kept, name: sheet.name, state: states[sheet.visibility] });
    }
    const id = parts.relate(source.part, `${names.relations}/worksheet`, partOf.get(sheet) ?? '');
    const attributes: Attributes = { name: sheet.name, sheetId: ++lastId, state: states[sheet.visibility] };
    return write('sheet', { ...attributes, ...relationAttribute(edit.root, id, names) });
  });
  // Sheets whose part is missing are not in the book; their entries stay at the end, as broken as they were.
  const read = new Set([...source.sheets.values()].map(({ relationshipId: id }) => id));
  const unread = elements.filter((each) => !read.has(relationshipId(each) ?? '')).map((each) => sourceOf(edit.tree, each));
  const xml = write('sheets', {}, ...entries, ...unread);
  if (xml !== sourceOf(edit.tree, list)) edit.replace(list, xml);
};

const nameXml = (name: DefinedName, local: number | undefined, kept: Attributes, write: Writer): string =>
  write(
    'definedName',
    {
      ...kept,
      name: name.name,
      localSheetId: local,
      hidden: name.hidden || undefined,
      comment: name.comment || undefined,
    },
    encodeText(formulaToFile(name.formula)),
  );

const writeNames = (save: Save, edit: XmlEdit): void => {
  const { book, source } = save;
  const write = writerOf(edit.root);
  const list = child(edit.root, 'definedNames');
  const old = new Map<DefinedName, { element: Element; was: string }>(source.names);
  const entries = book.names.flatMap((name) => {
    const local = name.sheet === undefined ? undefined : book.sheets.indexOf(name.sheet);
    // A name of a sheet that is gone went with it.
    if (local !== undefined && local < 0) return [];
    const known = old.get(name);
    if (!known) return nameXml(name, local, {}, write);
    const sameText = fingerprint({ ...name, sheet: undefined }) === known.was;
    if (sameText && numberAttribute(known.element, 'localSheetId') === local) return sourceOf(edit.tree, known.element);
    const kept: Attributes = {};
    for (const each of known.element.attributes) kept[each.name] = each.value;
    return nameXml(name, local, kept, write);
  });
  const xml = entries.length === 0 ? '' : write('definedNames', {}, ...entries);
  // Some writers leave an empty list behind: with nothing to add it stays.
  if (entries.length === 0 && source.names.size === 0) return;
  if (!list || xml !== sourceOf(edit.tree, list)) edit.setChild(edit.root, 'definedNames', xml, workbookOrder);
};

/** Has Excel compute every formula when it opens the file, and drops the chain of cells that no longer is right. */
const writeCalculation = (save: Save, edit: XmlEdit): void => {
  const { parts, source } = save;
  const calculation = child(edit.root, 'calcPr');
  if (calculation) edit.setAttributes(calculation, { fullCalcOnLoad: true });
  else edit.insertInOrder(edit.root, 'calcPr', writerOf(edit.root)('calcPr', { fullCalcOnLoad: true }), workbookOrder);
  const chain = parts.relationships(source.part).find(({ kind }) => kind === 'calcChain');
  if (!chain) return;
  parts.unrelate(source.part, chain.id);
  parts.remove(chain.target);
};

const writeActiveSheet = (save: Save, edit: XmlEdit): void => {
  const { book } = save;
  const views = child(edit.root, 'bookViews');
  const view = child(views, 'workbookView');
  const first = numberAttribute(view, 'firstSheet') ?? 0;
  const tab = book.activeSheet;
  if (view) {
    edit.setAttributes(view, {
      activeTab: tab === 0 && attribute(view, 'activeTab') === undefined ? undefined : tab,
      ...(first >= book.sheets.length && { firstSheet: null }),
    });
  } else if (tab > 0 || !views) {
    const write = writerOf(edit.root);
    if (views) edit.append(views, write('workbookView', { activeTab: tab }));
    else
      edit.insertInOrder(
        edit.root,
        'bookViews',
        write('bookViews', {}, write('workbookView', { activeTab: tab })),
        workbookOrder,
      );
  }
};

/** Writes the workbook part: sheets, names, the active sheet, and that everything is to be computed again. */
export const writeWorkbook = (save: Save, partOf: ReadonlyMap<Sheet, string>): void => {
  const { parts, source, book } = save;
  const edit = new XmlEdit(parts.tree(source.part));
  writeActiveSheet(save, edit);
  writeSheets(save, edit, partOf);
  writeNames(save, edit);
  writeCalculation(save, edit);
  const protection = child(edit.root, 'workbookProtection');
  if (book.structureProtected) {
    if (protection) edit.setAttributes(protection, { lockStructure: true });
    else
      edit.insertInOrder(
        edit.root,
        'workbookProtection',
        writerOf(edit.root)('workbookProtection', { lockStructure: true }),
        workbookOrder,
      );
  } else if (protection && attribute(protection, 'lockStructure') !== undefined)
    edit.setAttributes(protection, { lockStructure: null });
  parts.set(source.part, edit.toString());
};
