import type { Hyperlink, Sheet } from '../../book/sheet';
import { relationAttribute, worksheetOrder, writerOf } from '../dialect';
import { areaReference } from '../reference';
import { fingerprint, type SheetSource } from '../source';
import type { XmlEdit } from '../xml/edit';
import { encodeSpreadsheetText } from '../xml/text';
import { child, relationshipId } from '../xml/tree';
import type { Save } from './context';

const hyperlinkXml = (save: Save, edit: XmlEdit, sheetPart: string, link: Hyperlink): string => {
  const { root } = edit;
  const text = (value: string | undefined): string | undefined => value && encodeSpreadsheetText(value);
  const id =
    link.address === undefined
      ? undefined
      : save.parts.relate(sheetPart, `${save.names.relations}/hyperlink`, link.address, 'external');
  return writerOf(root)('hyperlink', {
    ref: areaReference(link.area),
    ...(id !== undefined && relationAttribute(root, id, save.names)),
    location: text(link.place),
    tooltip: text(link.tip),
    display: text(link.shown),
  });
};

/** Writes the links that are new or changed; the others keep their elements. */
export const writeHyperlinks = (save: Save, edit: XmlEdit, sheet: Sheet, source: SheetSource, sheetPart: string): void => {
  const { root } = edit;
  const list = child(root, 'hyperlinks');
  const isEmpty = sheet.hyperlinks.length === 0;
  const present = new Set(sheet.hyperlinks);
  for (const [link, { element, was }] of source.hyperlinks) {
    const isKept = present.has(link);
    if (isKept && fingerprint(link) === was) continue;
    const id = relationshipId(element);
    if (id !== undefined) save.parts.unrelate(sheetPart, id);
    if (!isEmpty) edit.replace(element, isKept ? hyperlinkXml(save, edit, sheetPart, link) : '');
  }
  if (isEmpty) {
    // An empty list is not valid.
    if (list) edit.remove(list);
    return;
  }
  const added = sheet.hyperlinks
    .filter((link) => !source.hyperlinks.has(link))
    .map((link) => hyperlinkXml(save, edit, sheetPart, link))
    .join('');
  if (added === '') return;
  if (list) edit.append(list, added);
  else edit.insertInOrder(root, 'hyperlinks', writerOf(root)('hyperlinks', {}, added), worksheetOrder);
};
