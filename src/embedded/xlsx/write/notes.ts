import type { Note, Sheet } from '../../book/sheet';
import { contentTypes, relationAttribute, worksheetOrder, writerOf } from '../dialect';
import { cellReference } from '../reference';
import { fingerprint, type SheetSource } from '../source';
import { encodeSpreadsheetText } from '../xml/text';
import { XmlEdit } from '../xml/edit';
import { child, childrenOf, parseXml, textOf } from '../xml/tree';
import { declaration, element, textElement } from '../xml/write';
import type { Save } from './context';
import { emptyBoxes, writeBoxes } from './noteBoxes';

const emptyTexts = (save: Save): string =>
  declaration + element('comments', { xmlns: save.names.main }, element('authors'), element('commentList'));

/** Parts for the notes of a sheet that has none yet: their texts and their boxes. */
const addParts = (save: Save, edit: XmlEdit, source: SheetSource, sheetPart: string): { texts: string; boxes: string } => {
  const { parts, names } = save;
  let texts = source.notes?.texts?.part;
  if (texts === undefined) {
    texts = parts.freeName('xl/comments', '.xml');
    parts.add(texts, emptyTexts(save), contentTypes.notes);
    parts.relate(sheetPart, `${names.relations}/comments`, texts);
  }
  let boxes = source.notes?.boxes;
  if (boxes === undefined) {
    boxes = parts.freeName('xl/drawings/vmlDrawing', '.vml');
    parts.add(boxes, emptyBoxes, contentTypes.boxes);
    const id = parts.relate(sheetPart, `${names.relations}/vmlDrawing`, boxes);
    const { root } = edit;
    edit.insertInOrder(
      root,
      'legacyDrawing',
      writerOf(root)('legacyDrawing', relationAttribute(root, id, names)),
      worksheetOrder,
    );
  }
  return { texts, boxes };
};

/**
 * Writes the notes that are new, changed, moved or gone; the others keep their elements and their boxes, and so do the
 * conversations and form controls beside them.
 */
export const writeNotes = (save: Save, sheetEdit: XmlEdit, sheet: Sheet, source: SheetSource, sheetPart: string): void => {
  const known = source.notes?.known ?? new Map<Note, never>();
  const present = new Set(sheet.notes);
  const before = [...known].map(([note, { was }]) => ({ note, was: JSON.parse(was) as Note, isSame: fingerprint(note) === was }));
  const added = sheet.notes.filter((note) => !known.has(note));
  const changed = before.filter(({ note, isSame }) => !present.has(note) || !isSame);
  if (added.length === 0 && changed.length === 0) return;
  const { texts, boxes } = addParts(save, sheetEdit, source, sheetPart);
  const edit = new XmlEdit(source.notes?.texts?.tree ?? parseXml(emptyTexts(save)));
  const { root } = edit;
  const write = writerOf(root);
  const list = child(root, 'authors');
  const authors = childrenOf(list, 'author').map((author) => textOf(edit.tree, author));
  const authorId = (author: string): number => {
    const index = authors.indexOf(author);
    if (index >= 0) return index;
    if (list) edit.append(list, textElement(`${edit.prefix}author`, encodeSpreadsheetText(author)));
    return authors.push(author) - 1;
  };
  const noteXml = (note: Note): string =>
    write(
      'comment',
      { ref: cellReference(note.row, note.column), authorId: authorId(note.author) },
      write('text', {}, textElement(`${edit.prefix}t`, encodeSpreadsheetText(note.text))),
    );
  for (const { note } of changed) {
    const entry = known.get(note)?.element;
    if (entry) edit.replace(entry, present.has(note) ? noteXml(note) : '');
  }
  const comments = child(root, 'commentList');
  if (comments && added.length > 0) edit.append(comments, added.map(noteXml).join(''));
  save.parts.set(texts, edit.toString());
  const moved = changed.filter(({ note, was }) => present.has(note) && (note.row !== was.row || note.column !== was.column));
  writeBoxes(save.parts, boxes, {
    added: [...added, ...moved.map(({ note }) => note)],
    gone: [...moved, ...changed.filter(({ note }) => !present.has(note))].map(({ was }) => was),
  });
};
