import type { Cell } from '../../book/cell';
import type { Sheet, Table, TableColumn } from '../../book/sheet';
import { contentTypes, relationAttribute, worksheetOrder, writerOf, type Writer } from '../dialect';
import { formulaToFile } from '../formula';
import { areaReference } from '../reference';
import { fingerprint, type SheetSource } from '../source';
import { encodeSpreadsheetText, encodeText } from '../xml/text';
import { XmlEdit } from '../xml/edit';
import { attribute, child, childrenOf, numberAttribute, relationshipId, sourceOf, type Element } from '../xml/tree';
import { declaration, type Attributes } from '../xml/write';
import type { Save } from './context';

/**
 * Formula of a calculated column: that of its data cells when all hold the same. Formulas that refer by A1 differ from row
 * to row and give none.
 */
const calculatedFormula = (sheet: Sheet, table: Table, index: number): string | undefined => {
  const first = table.area.row + (table.hasHeaders ? 1 : 0);
  const last = table.area.row + table.area.rows - (table.hasTotals ? 1 : 0);
  const cellAt = (row: number): Cell | undefined => sheet.cell(row, table.area.column + index);
  const formula = cellAt(first)?.formula;
  if (formula === undefined || cellAt(first)?.array) return undefined;
  for (let row = first + 1; row < last; row++) if (cellAt(row)?.formula !== formula) return undefined;
  return last - first > 1 || formula.includes('[') ? formula : undefined;
};

const columnXml = (sheet: Sheet, table: Table, index: number, column: TableColumn, old: string, write: Writer): string => {
  const formula = calculatedFormula(sheet, table, index);
  return write(
    'tableColumn',
    {
      id: column.id,
      name: encodeSpreadsheetText(column.name),
      totalsRowFunction: column.totalsFunction,
      totalsRowLabel: column.totalsLabel,
    },
    formula === undefined ? '' : write('calculatedColumnFormula', {}, encodeText(formulaToFile(formula, table.name))),
    old,
  );
};

const columnsXml = (sheet: Sheet, table: Table, write: Writer): string =>
  write(
    'tableColumns',
    { count: table.columns.length },
    ...table.columns.map((column, index) => columnXml(sheet, table, index, column, '', write)),
  );

const styleAttributes = (table: Table): Attributes => ({
  name: table.style,
  showFirstColumn: table.showFirstColumn,
  showLastColumn: table.showLastColumn,
  showRowStripes: table.showBandedRows,
  showColumnStripes: table.showBandedColumns,
});

/** Area that the filter buttons stand over: the table without its totals. */
const filterArea = ({ area, hasTotals }: Table): string => areaReference({ ...area, rows: area.rows - (hasTotals ? 1 : 0) });

const newTableXml = (save: Save, sheet: Sheet, table: Table): string => {
  const write = writerOf(undefined);
  const xml = write(
    'table',
    {
      xmlns: save.names.main,
      id: table.id,
      name: table.name,
      displayName: table.name,
      ref: areaReference(table.area),
      headerRowCount: table.hasHeaders ? undefined : 0,
      totalsRowCount: table.hasTotals ? 1 : undefined,
      totalsRowShown: table.hasTotals ? undefined : false,
    },
    table.showFilters && table.hasHeaders ? write('autoFilter', { ref: filterArea(table) }) : '',
    columnsXml(sheet, table, write),
    table.style ? write('tableStyleInfo', styleAttributes(table)) : '',
  );
  return declaration + xml;
};

const tableOrder = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** Sets what changed of a column and leaves the rest of it: formats, formulas, query fields. */
const editColumn = (edit: XmlEdit, element: Element, column: TableColumn): void => {
  edit.setAttributes(element, {
    name: encodeSpreadsheetText(column.name),
    totalsRowFunction: column.totalsFunction ?? null,
    totalsRowLabel: column.totalsLabel ?? null,
  });
};

/** Writes a table of the file that changed: its area, names, options and columns; a column keeps what it carries. */
const editTable = (save: Save, sheet: Sheet, table: Table, part: string): void => {
  const edit = new XmlEdit(save.parts.tree(part));
  const { root } = edit;
  const write = writerOf(root);
  edit.setAttributes(root, {
    name: attribute(root, 'name') === undefined ? undefined : table.name,
    displayName: table.name,
    ref: areaReference(table.area),
    headerRowCount: table.hasHeaders ? null : 0,
    totalsRowCount: table.hasTotals ? 1 : null,
  });
  const filter = child(root, 'autoFilter');
  if (!table.showFilters || !table.hasHeaders) {
    if (filter) edit.remove(filter);
  } else if (filter) edit.setAttributes(filter, { ref: filterArea(table) });
  else edit.insertInOrder(root, 'autoFilter', write('autoFilter', { ref: filterArea(table) }), tableOrder);
  const list = child(root, 'tableColumns');
  const old = childrenOf(list, 'tableColumn');
  const sameColumns = old.length === table.columns.length && old.every((each, index) => idOf(each) === table.columns[index]?.id);
  if (list && sameColumns) old.forEach((each, index) => editColumn(edit, each, table.columns[index] ?? { id: 0, name: '' }));
  else if (list) edit.replace(list, mergedColumns(edit, sheet, table, old, write));
  const style = child(root, 'tableStyleInfo');
  if (style) edit.setAttributes(style, { ...styleAttributes(table), name: table.style || null });
  else if (table.style) edit.insertInOrder(root, 'tableStyleInfo', write('tableStyleInfo', styleAttributes(table)), tableOrder);
  save.parts.set(part, edit.toString());
};

const idOf = (column: Element): number | undefined => numberAttribute(column, 'id');

/** Columns of a table whose list changed: those that stay keep their content, whatever their new place. */
const mergedColumns = (edit: XmlEdit, sheet: Sheet, table: Table, old: readonly Element[], write: Writer): string =>
  write(
    'tableColumns',
    { count: table.columns.length },
    ...table.columns.map((column, index) => {
      const element = old.find((each) => idOf(each) === column.id);
      if (!element) return columnXml(sheet, table, index, column, '', write);
      const kept: Attributes = {};
      for (const { name, value } of element.attributes) kept[name] = value;
      return write(
        'tableColumn',
        {
          ...kept,
          name: encodeSpreadsheetText(column.name),
          totalsRowFunction: column.totalsFunction,
          totalsRowLabel: column.totalsLabel,
        },
        ...element.children.map((each) => sourceOf(edit.tree, each)),
      );
    }),
  );

/**
 * A table's column must be called as its header cell reads, else Excel repairs the file: names follow the cells where
 * these hold text.
 */
const followHeaders = (sheet: Sheet, table: Table): void => {
  if (!table.hasHeaders || !sheet.touchedRows.has(table.area.row)) return;
  table.columns.forEach((column, index) => {
    const value = sheet.cell(table.area.row, table.area.column + index)?.value;
    if (typeof value !== 'string' || value === '' || value === column.name) return;
    column.name = value;
    table.touched = true;
  });
};

/** Writes the tables that are new, changed or gone. */
export const writeTables = (save: Save, edit: XmlEdit, sheet: Sheet, source: SheetSource, sheetPart: string): void => {
  const { root } = edit;
  const list = child(root, 'tableParts');
  const entries = childrenOf(list, 'tablePart');
  let count = entries.length;
  for (const [table, { part, relationshipId: id }] of source.tables) {
    if (sheet.tables.includes(table)) continue;
    const entry = entries.find((each) => relationshipId(each) === id);
    if (entry) edit.remove(entry);
    count--;
    save.parts.unrelate(sheetPart, id);
    save.parts.remove(part);
  }
  const added: string[] = [];
  for (const table of sheet.tables) {
    followHeaders(sheet, table);
    const known = source.tables.get(table);
    if (known) {
      if (table.touched && fingerprint({ ...table, touched: false }) !== known.was) editTable(save, sheet, table, known.part);
      continue;
    }
    const part = save.parts.freeName('xl/tables/table', '.xml');
    save.parts.add(part, newTableXml(save, sheet, table), contentTypes.table);
    const id = save.parts.relate(sheetPart, `${save.names.relations}/table`, part);
    added.push(writerOf(root)('tablePart', relationAttribute(root, id, save.names)));
  }
  count += added.length;
  if (list && count === 0) edit.remove(list);
  else if (list) {
    if (count !== entries.length) edit.setAttributes(list, { count });
    if (added.length > 0) edit.append(list, added.join(''));
  } else if (count > 0) edit.insertInOrder(root, 'tableParts', writerOf(root)('tableParts', { count }, ...added), worksheetOrder);
};
