import type { Area } from '../book/cell';
import type { Sheet, Table } from '../book/sheet';
import { containsCell, intersection } from './address';
import { renameColumnIn } from './formulaText';
import { everyFormula } from './formulaPlaces';
import type { Session } from './session';

/** A column name nobody has yet: `Total` becomes `Total2`, then `Total3`. */
export const uniqueColumnName = (taken: readonly string[], wanted: string): string => {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  if (!known.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (known.has(`${wanted}${number}`.toLowerCase())) number++;
  return `${wanted}${number}`;
};

/** Area of the table's data rows; null when it has none. */
export const bodyArea = (table: Table): Area | null => {
  const top = table.hasHeaders ? 1 : 0;
  const rows = table.area.rows - top - (table.hasTotals ? 1 : 0);
  return rows > 0 ? { ...table.area, row: table.area.row + top, rows } : null;
};

/** Gives a column of a table another name and rewrites the structured references to it, as Excel does. */
export const renameColumn = (session: Session, sheet: Sheet, table: Table, index: number, wanted: string): void => {
  const column = table.columns[index];
  if (!column || column.name === wanted) return;
  const others = table.columns.filter((other) => other !== column).map((other) => other.name);
  const from = column.name;
  column.name = uniqueColumnName(others, wanted);
  table.touched = true;
  sheet.touch('tables');
  everyFormula(session.book, (formula, place) => {
    const inside = place.sheet === sheet && place.row !== undefined && containsCell(table.area, place.row, place.column ?? -1);
    return renameColumnIn(formula, table.name, from, column.name, inside);
  });
};

/**
 * Keeps column names and header cells the same after cells changed: a header is always a text of its own, an emptied one
 * becomes `Column1`.
 */
export const headersChanged = (session: Session, sheet: Sheet, area: Area): void => {
  let changed = false;
  for (const table of sheet.tables) {
    if (!table.hasHeaders) continue;
    const header = intersection(area, { ...table.area, rows: 1 });
    if (!header) continue;
    for (let column = header.column; column < header.column + header.columns; column++) {
      const index = column - table.area.column;
      const cell = sheet.cell(header.row, column);
      const before = table.columns[index]?.name;
      const text = cell?.value === null || cell?.value === undefined ? '' : String(cell.value);
      renameColumn(session, sheet, table, index, text === '' ? `${session.word('Column', 'Colonne')}${index + 1}` : text);
      const name = table.columns[index]?.name ?? text;
      if (cell?.value !== name || cell.formula !== undefined)
        sheet.setCell(header.row, column, { value: name, style: cell?.style ?? 0 });
      changed ||= name !== before;
    }
  }
  if (changed) session.structureChanged();
};
