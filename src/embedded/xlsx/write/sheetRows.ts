import type { Sheet } from '../../book/sheet';
import type { RowSource } from '../read/cells';
import { areaReference } from '../reference';
import type { SheetSource } from '../source';
import { writerOf } from '../dialect';
import type { XmlEdit } from '../xml/edit';
import { child } from '../xml/tree';
import type { Save } from './context';
import { brokenShared, cellsByRow, rowXml, type RowContext } from './rows';

/** Rows whose format is not what the file says. */
const reformatted = (sheet: Sheet, source: SheetSource): number[] => {
  const rows = new Set([...sheet.rows.keys(), ...source.rowFormats.keys()]);
  return [...rows].filter((row) => JSON.stringify(sheet.rows.get(row)) !== JSON.stringify(source.rowFormats.get(row)));
};

/** Name of the table that a cell is in, for references to its own row. */
const tableFinder =
  (sheet: Sheet): RowContext['tableAt'] =>
  (row, column) =>
    sheet.tables.find(
      ({ area }) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    )?.name;

/** Writes the rows that changed; the others keep their place and bytes. */
export const writeSheetRows = (save: Save, edit: XmlEdit, sheet: Sheet, source: SheetSource): void => {
  const isNew = source.tree === undefined;
  const touched = isNew ? new Set(cellsByRow(sheet).keys()) : new Set(sheet.touchedRows);
  const { broken, rows: affected } = brokenShared(sheet, source.shared, touched);
  for (const row of affected) touched.add(row);
  const formats = isNew || sheet.touched.has('rows') ? reformatted(sheet, source) : [];
  const cells = cellsByRow(sheet, touched);
  const sourcesOf = new Map<number, RowSource[]>();
  for (const row of source.rows) sourcesOf.set(row.row, [...(sourcesOf.get(row.row) ?? []), row]);
  const context: RowContext = {
    write: writerOf(edit.root),
    cells: save.source.cells,
    shared: source.shared,
    broken,
    cellFormat: (style, quotePrefix) => save.styles.cellFormat(style, quotePrefix),
    stringIndex: (text) => save.strings.index(text),
    tableAt: tableFinder(sheet),
  };
  const data = child(edit.root, 'sheetData');
  if (!data) return;
  const { source: text } = edit.tree;
  const following = [...source.rows].sort((a, b) => a.row - b.row);
  let next = 0;
  for (const row of [...new Set([...touched, ...formats])].sort((a, b) => a - b)) {
    const sources = sourcesOf.get(row) ?? [];
    const xml = rowXml(
      {
        row,
        format: sheet.rows.get(row),
        had: source.rowFormats.get(row),
        sources,
        cells: touched.has(row) ? (cells.get(row) ?? []) : undefined,
      },
      text,
      context,
    );
    const [first, ...again] = sources;
    if (first) edit.cut(first.start, first.end, xml);
    else {
      if (!cells.has(row) && !sheet.rows.has(row)) continue;
      while (next < following.length && (following[next]?.row ?? 0) < row) next++;
      const follower = following[next];
      if (follower) edit.cut(follower.start, follower.start, xml, row);
      else edit.append(data, xml, row);
    }
    for (const duplicate of again) if (touched.has(row)) edit.cut(duplicate.start, duplicate.end, '');
  }
  const dimension = child(edit.root, 'dimension');
  const used = dimension && touched.size > 0 ? sheet.usedArea() : null;
  if (dimension && used) edit.setAttributes(dimension, { ref: areaReference(used) });
};
