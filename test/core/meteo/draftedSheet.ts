import type { CellDraft, SheetDraft } from '../../../src/core/sheet/draft';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';

const valueOf = (cell: CellDraft): CellValue => {
  if (cell === null || 'empty' in cell) return '';
  if ('number' in cell) return cell.number;
  if ('text' in cell) return cell.text;
  return 'boolean' in cell ? cell.boolean : '';
};

/** A sheet as it would be read once its draft is written; formulas are left out. */
export const sheetFromDraft = (draft: SheetDraft): SheetSnapshot => {
  const blocks = draft.blocks ?? [];
  const rows = Math.max(0, ...blocks.map((block) => block.row + block.cells.length));
  const columns = Math.max(0, ...blocks.map((block) => block.column + Math.max(...block.cells.map((row) => row.length))));
  const values: CellValue[][] = Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(''));
  for (const block of blocks)
    block.cells.forEach((line, row) =>
      line.forEach((cell, column) => {
        const target = values[block.row + row];
        if (target) target[block.column + column] = valueOf(cell);
      }),
    );
  return {
    name: draft.name,
    position: 0,
    visibility: 'visible',
    protected: false,
    used: { row: 0, column: 0, rows, columns },
    values,
    numberFormats: [],
    tables: (draft.tables ?? []).map(({ name, area }) => ({
      name,
      area,
      hasHeaders: true,
      hasTotals: false,
      columns: (values[area.row] ?? []).slice(area.column, area.column + area.columns).map(String),
    })),
  };
};

export const workbookOf = (...sheets: SheetSnapshot[]): WorkbookSnapshot => ({
  sheets,
  names: [],
  date1904: false,
  structureProtected: false,
  readOnly: false,
});
