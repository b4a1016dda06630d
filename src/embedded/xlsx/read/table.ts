import type { Table } from '../../book/sheet';
import { parseArea } from '../reference';
import { decodeSpreadsheetText } from '../xml/text';
import { attribute, booleanAttribute, child, childrenOf, numberAttribute, type Element } from '../xml/tree';

/** The table that a table part describes; undefined when it names no area. */
export const readTable = (root: Element, part: string): Table | undefined => {
  const area = parseArea(attribute(root, 'ref') ?? '');
  if (!area) return undefined;
  const style = child(root, 'tableStyleInfo');
  return {
    id: numberAttribute(root, 'id') ?? 0,
    name: attribute(root, 'displayName') ?? attribute(root, 'name') ?? '',
    area,
    hasHeaders: (numberAttribute(root, 'headerRowCount') ?? 1) > 0,
    hasTotals: (numberAttribute(root, 'totalsRowCount') ?? 0) > 0,
    columns: childrenOf(child(root, 'tableColumns'), 'tableColumn').map((column) => ({
      id: numberAttribute(column, 'id') ?? 0,
      name: decodeSpreadsheetText(attribute(column, 'name') ?? ''),
      totalsFunction: attribute(column, 'totalsRowFunction'),
      totalsLabel: attribute(column, 'totalsRowLabel'),
    })),
    style: attribute(style, 'name') ?? '',
    showBandedRows: booleanAttribute(style, 'showRowStripes'),
    showBandedColumns: booleanAttribute(style, 'showColumnStripes'),
    showFirstColumn: booleanAttribute(style, 'showFirstColumn'),
    showLastColumn: booleanAttribute(style, 'showLastColumn'),
    showFilters: child(root, 'autoFilter') !== undefined,
    part,
    touched: false,
  };
};
