import type { Note } from '../../book/sheet';
import type { Package } from '../package/package';
import { parseArea } from '../reference';
import { fingerprint, type Remembered } from '../source';
import { decodeSpreadsheetText } from '../xml/text';
import { attribute, child, childrenOf, numberAttribute, relationshipId, textOf, type Element, type XmlTree } from '../xml/tree';

/** Notes of a sheet in its file: the part with their texts, and the part with their boxes (VML). */
export type NotesSource = { texts?: { part: string; tree: XmlTree }; boxes?: string; known: Remembered<Note> };

/** Author under which newer versions keep a copy of a conversation: it is no note, and stays as it is. */
const CONVERSATION = /^tc=/;

const textOfNote = (tree: XmlTree, element: Element): string => {
  const text = child(element, 'text');
  const runs = [text, ...childrenOf(text, 'r')].flatMap((run) => childrenOf(run, 't'));
  return decodeSpreadsheetText(runs.map((run) => textOf(tree, run)).join(''));
};

const readTexts = (tree: XmlTree): Remembered<Note> => {
  const { root } = tree;
  const authors = childrenOf(child(root, 'authors'), 'author').map((author) => decodeSpreadsheetText(textOf(tree, author)));
  const known: Remembered<Note> = new Map();
  for (const element of childrenOf(child(root, 'commentList'), 'comment')) {
    const area = parseArea(attribute(element, 'ref') ?? '');
    const author = authors[numberAttribute(element, 'authorId') ?? 0] ?? '';
    if (!area || CONVERSATION.test(author)) continue;
    const note = { row: area.row, column: area.column, text: textOfNote(tree, element), author };
    known.set(note, { element, was: fingerprint(note) });
  }
  return known;
};

/** Notes of a sheet, each remembered with its element. */
export const readNotes = (parts: Package, sheetPart: string, root: Element): NotesSource => {
  const relationships = parts.relationships(sheetPart);
  const drawing = relationshipId(child(root, 'legacyDrawing'));
  const boxes = relationships.find(({ id }) => id === drawing)?.target;
  const part = relationships.find(({ kind }) => kind === 'comments')?.target;
  const found = { ...(boxes !== undefined && parts.has(boxes) && { boxes }) };
  if (part === undefined || !parts.has(part)) return { ...found, known: new Map() };
  const tree = parts.tree(part);
  return { ...found, texts: { part, tree }, known: readTexts(tree) };
};
