import type { Area } from '../book/cell';
import type { Sheet, Table } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { containsArea, containsCell, intersection, sameArea } from './address';
import { renameColumnIn, renameTableIn } from './formulaText';
import { everyFormula } from './formulaPlaces';
import type { Session } from './session';
import { isInLane, laneOf, shiftArea, type Shift } from './shifting';
import { uniqueColumnName } from './tableHeaders';

/** A table moves as a whole: a shift that would tear it is refused, and so is one that takes its header row away from it. */
export const requireTablesMovable = (shift: Shift): void => {
  const lane = laneOf(shift);
  for (const { area, hasHeaders } of shift.sheet.tables) {
    if (!intersection(area, lane)) continue;
    if (!isInLane(shift, area)) throw new ApiError('InsertDeleteConflict');
    const header: Area = { ...area, rows: 1 };
    const losesHeader =
      !shift.insert &&
      shift.axis === 'rows' &&
      hasHeaders &&
      intersection(header, shift.area) !== null &&
      !containsArea(shift.area, area);
    if (losesHeader) throw new ApiError('InsertDeleteConflict');
  }
};

/** A name nobody has yet, `Column3`, for a new column. */
export const newColumnName = (session: Session, table: Table): string => {
  const word = session.word('Column', 'Colonne');
  const taken = table.columns.map((column) => column.name);
  let number = 1;
  while (taken.some((name) => name.toLowerCase() === `${word}${number}`.toLowerCase())) number++;
  return uniqueColumnName(taken, `${word}${number}`);
};

/** Adds a column to the list and its text to the header cell, which must be inside the table already. */
const addColumnEntry = (session: Session, sheet: Sheet, table: Table, index: number): void => {
  const id = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
  const name = newColumnName(session, table);
  table.columns.splice(index, 0, { id, name });
  if (table.hasHeaders)
    sheet.setCell(table.area.row, table.area.column + index, {
      value: name,
      style: sheet.cell(table.area.row, table.area.column + index)?.style ?? 0,
    });
};

const removeColumnEntry = (session: Session, sheet: Sheet, table: Table, index: number): void => {
  const [removed] = table.columns.splice(index, 1);
  if (!removed) return;
  everyFormula(session.book, (formula, place) => {
    const inside = place.sheet === sheet && place.row !== undefined && containsCell(table.area, place.row, place.column ?? -1);
    return renameColumnIn(formula, table.name, removed.name, null, inside);
  });
};

/** Takes a table away; its cells stay. References to it by name become `#REF!`. */
export const dropTable = (session: Session, sheet: Sheet, table: Table): void => {
  sheet.tables = sheet.tables.filter((other) => other !== table);
  sheet.touch('tables');
  everyFormula(session.book, (formula) => renameTableIn(formula, table.name, null));
  session.structureChanged();
};

/** Moves, grows and shrinks the tables of a shifted sheet. Cells have moved already. */
export const shiftTables = (session: Session, shift: Shift): void => {
  const { sheet, area: changed, axis, insert } = shift;
  for (const table of [...sheet.tables]) {
    const before = table.area;
    const after = shiftArea(shift, before);
    if (after && sameArea(after, before)) continue;
    sheet.touch('tables');
    table.touched = true;
    if (!after) {
      dropTable(session, sheet, table);
      continue;
    }
    table.area = after;
    if (axis === 'rows') {
      if (table.hasTotals && !insert && changed.row + changed.rows >= before.row + before.rows && after.rows < before.rows)
        table.hasTotals = containsTotals(before, changed) ? false : table.hasTotals;
      continue;
    }
    const index = changed.column - before.column;
    if (insert && after.columns > before.columns)
      for (let count = 0; count < changed.columns; count++) addColumnEntry(session, sheet, table, index + count);
    if (!insert)
      for (let column = before.columns - 1; column >= 0; column--)
        if (containsCell(changed, changed.row, before.column + column)) removeColumnEntry(session, sheet, table, column);
  }
};

const containsTotals = (table: Area, deleted: Area): boolean =>
  intersection({ ...table, row: table.row + table.rows - 1, rows: 1 }, deleted) !== null;
