import type { PivotSnapshot } from '../core/sheet/snapshot';

const ways: Readonly<Record<string, PivotSnapshot['figures'][number]['by']>> = {
  Sum: 'sum',
  Count: 'count',
  CountNumbers: 'count',
  Average: 'average',
  Max: 'maximum',
  Min: 'minimum',
};

/** PivotTables of a workbook, asked for with its sheets: their figures, and on which sheet they stand. */
export const askPivots = (workbook: Excel.Workbook): Excel.PivotTableCollection =>
  workbook.pivotTables.load(
    'items/name,items/worksheet/name,' +
      'items/dataHierarchies/items/name,items/dataHierarchies/items/summarizeBy,items/dataHierarchies/items/field/name',
  );

/** A PivotTable without its place. */
export type PivotOutline = { sheet: string; pivot: Omit<PivotSnapshot, 'area'> };

export const pivotOutlines = (pivots: Excel.PivotTableCollection): PivotOutline[] =>
  pivots.items.map((pivot) => ({
    sheet: pivot.worksheet.name,
    pivot: {
      name: pivot.name,
      figures: pivot.dataHierarchies.items.map(({ name, summarizeBy, field }) => ({
        name,
        field: field.name,
        by: ways[summarizeBy] ?? 'other',
      })),
    },
  }));

/** Asks for the PivotTables' places; what comes back gives, after the sync, those of a sheet. */
export const placePivots = (
  { workbook }: Excel.RequestContext,
  outlines: readonly PivotOutline[],
): ((sheet: string) => PivotSnapshot[]) => {
  const placed = outlines.map(({ sheet, pivot }) => {
    const { layout } = workbook.worksheets.getItem(sheet).pivotTables.getItem(pivot.name);
    return { sheet, pivot, range: layout.getRange().load('rowIndex,columnIndex,rowCount,columnCount') };
  });
  return (sheet) =>
    placed
      .filter((candidate) => candidate.sheet === sheet)
      .map(({ pivot, range }) => ({
        ...pivot,
        area: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
      }));
};
