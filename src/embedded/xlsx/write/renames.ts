import { XmlEdit } from '../xml/edit';
import { encodeText } from '../xml/text';
import { attribute, everyElement, textOf } from '../xml/tree';
import type { Save } from './context';

/** A sheet's name as formulas write it: quoted unless it is a plain word. */
const quoted = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Follows renamed sheets into charts and pivot sources, which name sheets and which the book does not hold. Formulas of
 * cells, names and formats are the book's, and whoever renames a sheet writes them there.
 */
export const renameInParts = (save: Save): void => {
  const renamed = [...save.source.sheets].filter(([sheet, { name }]) => sheet.name !== name && save.book.sheets.includes(sheet));
  if (renamed.length === 0) return;
  const replacements = renamed.map(([sheet, { name }]) => ({
    from: name.toLowerCase(),
    to: sheet.name,
    pattern: new RegExp(`(?:(?<![\\w'.])${escapeRegExp(name)}|'${escapeRegExp(name.replace(/'/g, "''"))}')!`, 'gi'),
  }));
  for (const [part] of [...save.parts.entries()]) {
    const isChart = /\/charts\/[^/]+\.xml$/i.test(part);
    if (!isChart && !/\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/i.test(part)) continue;
    const edit = new XmlEdit(save.parts.tree(part));
    for (const element of everyElement(edit.root)) {
      if (isChart && element.local === 'f' && element.children.length === 0 && !element.selfClosing) {
        const formula = textOf(edit.tree, element);
        const changed = replacements.reduce((text, { pattern, to }) => text.replace(pattern, () => `${quoted(to)}!`), formula);
        if (changed !== formula) edit.cut(element.openEnd, element.closeStart, encodeText(changed));
      } else if (!isChart && element.local === 'worksheetSource') {
        const to = replacements.find(({ from }) => from === attribute(element, 'sheet')?.toLowerCase())?.to;
        if (to !== undefined) edit.setAttributes(element, { sheet: to });
      }
    }
    if (edit.changed) save.parts.set(part, edit.toString());
  }
};
