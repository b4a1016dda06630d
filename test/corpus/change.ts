import { blankSheet } from '../../src/embedded/book/blank';
import { blankChart, blankSeries } from '../../src/embedded/book/blankChart';
import type { Book } from '../../src/embedded/book/book';
import { keyColumn, keyRow } from '../../src/embedded/book/cell';
import type { Chart, ChartSeries, Shape, Sheet } from '../../src/embedded/book/sheet';

/** What the trial changed in a workbook, to look for afterwards. */
export type Change = {
  /** Sheet that holds the new values, chart and shape: a new one, or the first where the structure is protected. */
  added: string;
  addedSheet: boolean;
  edited: { sheet: string; part: string; row: number; column: number };
};

export const NEW_VALUE = 424_242.5;
const SHEET_NAME = 'Essai météo';
export const CHART_NAME = 'Essai graphique';
export const SHAPE_NAME = 'Essai forme';

const series = (sheet: string, name: string, type: string, column: string): ChartSeries => ({
  ...blankSeries(type, name),
  values: `'${sheet.replace(/'/g, "''")}'!$${column}$2:$${column}$5`,
  categories: `'${sheet.replace(/'/g, "''")}'!$A$2:$A$5`,
});

const chart = (sheet: string): Chart => ({
  ...blankChart('ColumnClustered'),
  title: 'Essai',
  titleVisible: true,
  titleFont: { size: 12, color: null, bold: true },
  series: [series(sheet, 'Reçus', 'ColumnClustered', 'B'), series(sheet, 'Traités', 'Line', 'C')],
});

const shape = (name: string, kind: Shape['kind'], left: number, rest: Partial<Shape>): Shape => ({
  id: 0,
  name,
  kind,
  left,
  top: 120,
  width: 90,
  height: 60,
  rotation: 0,
  altTitle: '',
  altDescription: 'Essai',
  visible: true,
  placement: 'OneCell',
  touched: true,
  ...rest,
});

/** A cell of a person to write over: a number they typed, outside array formulas; else the first text; else a free cell. */
const cellToEdit = (sheet: Sheet): { row: number; column: number } => {
  const arrays = [...sheet.cells.values()].flatMap(({ array }) => array ?? []);
  const isFree = (row: number, column: number): boolean =>
    !arrays.some(
      (area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    ) && !sheet.tables.some(({ area }) => row === area.row && column >= area.column && column < area.column + area.columns);
  for (const wanted of ['number', 'string'])
    for (const [key, { value, formula }] of sheet.cells)
      if (typeof value === wanted && formula === undefined && isFree(keyRow(key), keyColumn(key)))
        return { row: keyRow(key), column: keyColumn(key) };
  return { row: (sheet.usedArea()?.rows ?? 0) + (sheet.usedArea()?.row ?? 0) + 1, column: 1 };
};

/** Adds a sheet with values, a chart and a shape, and writes over one cell of the first sheet. */
export const changeBook = (book: Book): Change | undefined => {
  const first = book.sheets.find(({ kind, visibility }) => kind === 'worksheet' && visibility === 'Visible');
  const user = first ?? book.sheets.find(({ kind }) => kind === 'worksheet');
  if (!user) return undefined;
  const target = book.structureProtected ? user : blankSheet(SHEET_NAME);
  const edited = cellToEdit(user);
  user.setCell(edited.row, edited.column, { value: NEW_VALUE });
  if (target !== user) {
    const rows = [
      ['Mois', 'Reçus', 'Traités'],
      ['janvier', 120, 118],
      ['février', 140, 133],
      ['mars', 131, 131],
      ['avril', 150, 139],
    ];
    const bold = book.styles.derive(0, { font: { bold: true, color: '#1565C0' }, numberFormat: '#,##0' });
    rows.forEach((values, row) =>
      values.forEach((value, column) => target.setCell(row, column, { value, style: row === 0 ? bold : 0 })),
    );
    target.setCell(6, 1, { formula: 'SUM(B2:B5)', value: 541 });
    book.sheets.push(target);
    book.touched = true;
  }
  target.shapes.push(
    shape(CHART_NAME, 'chart', 200, { width: 300, height: 180, chart: chart(target.name) }),
    shape(SHAPE_NAME, 'geometric', 60, { geometry: 'sun', fill: { color: '#FFC83D', transparency: 0 }, line: null }),
  );
  target.touch('drawing');
  return {
    added: target.name,
    addedSheet: target !== user,
    edited: { sheet: user.name, part: user.part ?? '', ...edited },
  };
};
