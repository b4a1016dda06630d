import type { ColumnFormat, Sheet } from '../../book/sheet';
import { worksheetOrder, writerOf } from '../dialect';
import { attribute, child, childrenOf, numberAttribute, type Element } from '../xml/tree';
import type { XmlEdit } from '../xml/edit';
import type { Attributes } from '../xml/write';

const modelled = new Set(['min', 'max', 'width', 'customWidth', 'hidden', 'style', 'outlineLevel']);

/** What a column's old entry says beyond what the book holds, as `bestFit` or `collapsed`. */
const keptOf = (entry: Element | undefined): Attributes =>
  Object.fromEntries((entry?.attributes ?? []).filter(({ name }) => !modelled.has(name)).map(({ name, value }) => [name, value]));

const attributesOf = (format: ColumnFormat, old: Element | undefined, cellFormat: (style: number) => number): Attributes => {
  const sameWidth = old !== undefined && numberAttribute(old, 'width') === format.width;
  const style = cellFormat(format.style);
  return {
    width: format.width ?? undefined,
    style: style === 0 ? undefined : style,
    hidden: format.hidden || undefined,
    customWidth: sameWidth ? attribute(old, 'customWidth') : format.width === null ? undefined : true,
    outlineLevel: format.outline || undefined,
    ...keptOf(old),
  };
};

/** Writes the column formats: neighbours that are alike share an entry. */
export const writeColumns = (edit: XmlEdit, sheet: Sheet, cellFormat: (style: number) => number): void => {
  const write = writerOf(edit.root);
  const old = childrenOf(child(edit.root, 'cols'), 'col');
  const oldAt = (column: number): Element | undefined =>
    old.find((entry) => (numberAttribute(entry, 'min') ?? 0) <= column + 1 && column + 1 <= (numberAttribute(entry, 'max') ?? 0));
  const runs: { first: number; last: number; attributes: Attributes; key: string }[] = [];
  for (const [column, format] of [...sheet.columns].sort((a, b) => a[0] - b[0])) {
    const attributes = attributesOf(format, oldAt(column), cellFormat);
    const key = JSON.stringify(attributes);
    if (key === '{}') continue;
    const previous = runs.at(-1);
    if (previous && previous.last === column - 1 && previous.key === key) previous.last = column;
    else runs.push({ first: column, last: column, attributes, key });
  }
  const entries = runs.map(({ first, last, attributes }) => write('col', { min: first + 1, max: last + 1, ...attributes }));
  edit.setChild(edit.root, 'cols', entries.length === 0 ? '' : write('cols', {}, ...entries), worksheetOrder);
};
