import type { Pivot } from '../../book/sheet';
import type { Package } from '../package/package';
import { parseArea } from '../reference';
import { decodeSpreadsheetText } from '../xml/text';
import { attribute, child, childrenOf, numberAttribute, type Element } from '../xml/tree';

const related = (parts: Package, part: string, kind: string): string[] =>
  parts
    .relationships(part)
    .filter((relationship) => relationship.kind === kind && parts.has(relationship.target))
    .map(({ target }) => target);

const rootOf = (parts: Package, part: string | undefined): Element | undefined =>
  part === undefined ? undefined : parts.tree(part).root;

/** Names of the fields of a PivotTable's source. Those of a data model or cube are hierarchies, `[Sales].[Amount]`. */
const fieldNames = (cache: Element | undefined): string[] =>
  childrenOf(child(cache, 'cacheFields'), 'cacheField').map((field) => {
    const stated = attribute(field, 'caption') ?? attribute(field, 'name') ?? '';
    return decodeSpreadsheetText(stated);
  });

const readPivot = (parts: Package, part: string): Pivot | undefined => {
  const { root } = parts.tree(part);
  const area = parseArea(attribute(child(root, 'location'), 'ref') ?? '');
  if (root.local !== 'pivotTableDefinition' || !area) return undefined;
  const cache = rootOf(parts, related(parts, part, 'pivotCacheDefinition')[0]);
  const fields = fieldNames(cache);
  const isModel = child(cache, 'cacheHierarchies') !== undefined;
  const figures = childrenOf(child(root, 'dataFields'), 'dataField').map((figure) => ({
    name: decodeSpreadsheetText(attribute(figure, 'name') ?? ''),
    field: fields[numberAttribute(figure, 'fld') ?? -1] ?? '',
    by: attribute(figure, 'subtotal') ?? (isModel ? '' : 'sum'),
  }));
  return { name: decodeSpreadsheetText(attribute(root, 'name') ?? ''), area, figures };
};

/** PivotTables of a sheet, as its relationships list them. */
export const readPivots = (parts: Package, sheetPart: string): Pivot[] =>
  related(parts, sheetPart, 'pivotTable').flatMap((part) => readPivot(parts, part) ?? []);
