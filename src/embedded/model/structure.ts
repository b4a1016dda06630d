import { cellKey, keyColumn, keyRow, type Cell } from '../book/cell';
import { columnWidth, rowHeight } from '../book/metrics';
import { ApiError } from '../richapi/apiError';
import { containsArea, containsCell, intersection, MAX_COLUMNS, MAX_ROWS } from './address';
import { isEntireColumns, isEntireRows, styleAt } from './cells';
import { mapReferences } from './formulaText';
import { everyFormula } from './formulaPlaces';
import { requireUnprotected } from './protectionRules';
import type { ChangeType, Session } from './session';
import { isInLane, laneOf, shiftArea, shiftCellsOf, shiftReference, shiftSpan, type Shift } from './shifting';
import { requireTablesMovable, shiftTables } from './tableShifting';

/** Refuses what Excel refuses: splitting arrays and merges, and pushing content off the sheet. */
const requireMovable = (session: Session, shift: Shift): void => {
  const { sheet, area, axis, insert } = shift;
  requireUnprotected(session, sheet);
  const lane = laneOf(shift);
  for (const array of session.arrayAreas(sheet)) {
    const common = intersection(array, lane);
    const splits = common !== null && !containsArea(lane, array);
    const cut = !insert && intersection(array, area) !== null && !containsArea(area, array);
    if (splits || cut) throw new ApiError('InvalidOperation');
  }
  for (const merge of sheet.merges)
    if (intersection(merge, lane) && !isInLane(shift, merge)) throw new ApiError('MergedRangeConflict');
  requireTablesMovable(shift);
  if (!insert) return;
  for (const [key, cell] of sheet.cells) {
    if (cell.value === null && cell.formula === undefined) continue;
    const row = keyRow(key);
    const column = keyColumn(key);
    if (!containsCell(lane, row, column)) continue;
    if (axis === 'rows' ? row + area.rows >= MAX_ROWS : column + area.columns >= MAX_COLUMNS)
      throw new ApiError('NonBlankCellOffSheet');
  }
};

const moveCells = ({ sheet, area, axis, insert }: Shift, lane: Shift['area']): void => {
  const moving: { row: number; column: number; cell: Cell }[] = [];
  for (const [key, cell] of sheet.cells) {
    const row = keyRow(key);
    const column = keyColumn(key);
    if (!containsCell(lane, row, column)) continue;
    sheet.cells.delete(key);
    sheet.touchedRows.add(row);
    if (insert || !containsCell(area, row, column)) moving.push({ row, column, cell });
  }
  const by = (insert ? 1 : -1) * (axis === 'rows' ? area.rows : area.columns);
  for (const { row, column, cell } of moving) {
    const target = axis === 'rows' ? { row: row + by, column } : { row, column: column + by };
    if (cell.array)
      cell.array =
        axis === 'rows' ? { ...cell.array, row: cell.array.row + by } : { ...cell.array, column: cell.array.column + by };
    sheet.cells.set(cellKey(target.row, target.column), cell);
    sheet.touchedRows.add(target.row);
  }
  sheet.touch('cells');
};

const shiftKeys = <T>(map: Map<number, T>, shift: Shift): void => {
  const entries = [...map];
  map.clear();
  for (const [index, format] of entries) {
    const span = shiftSpan(shift, { first: index, last: index });
    if (span) map.set(span.first, format);
  }
};

/** Inserted cells look like their neighbours above or to the left, as in Excel. */
const inheritFormats = ({ sheet, area, axis }: Shift): void => {
  if (axis === 'rows' ? area.row === 0 : area.column === 0) return;
  const source = axis === 'rows' ? { ...area, row: area.row - 1, rows: 1 } : { ...area, column: area.column - 1, columns: 1 };
  const wholeLine = axis === 'rows' ? isEntireRows(area) : isEntireColumns(area);
  if (wholeLine && axis === 'rows') {
    const format = sheet.rows.get(source.row);
    if (format) for (let row = area.row; row < area.row + area.rows; row++) sheet.rows.set(row, { ...format, hidden: false });
  }
  if (wholeLine && axis === 'columns') {
    const format = sheet.columns.get(source.column);
    if (format)
      for (let column = area.column; column < area.column + area.columns; column++)
        sheet.columns.set(column, { ...format, hidden: false });
  }
  for (const key of [...sheet.cells.keys()]) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    if (!containsCell(source, row, column)) continue;
    const style = styleAt(sheet, row, column);
    if (style === 0) continue;
    const lines = axis === 'rows' ? area.rows : area.columns;
    for (let line = 1; line <= lines; line++)
      sheet.setCell(axis === 'rows' ? row + line : row, axis === 'rows' ? column : column + line, { value: null, style });
  }
};

/** Drawings move with whole rows and columns unless they are `Absolute`; one that lies across the line grows where `TwoCell`. */
const moveShapes = (session: Session, { sheet, area, axis, insert }: Shift): void => {
  const whole = axis === 'rows' ? isEntireRows(area) : isEntireColumns(area);
  if (!whole || sheet.shapes.length === 0) return;
  const font = session.book.styles.normalFont;
  const sizeOf = (index: number): number => (axis === 'rows' ? rowHeight(sheet, index) : columnWidth(sheet, index, font));
  const start = axis === 'rows' ? area.row : area.column;
  const count = axis === 'rows' ? area.rows : area.columns;
  let edge = 0;
  for (let index = 0; index < start; index++) edge += sizeOf(index);
  let length = 0;
  for (let index = start; index < start + count; index++) length += sizeOf(index);
  const [from, size] = axis === 'rows' ? (['top', 'height'] as const) : (['left', 'width'] as const);
  for (const shape of sheet.shapes) {
    if (shape.placement === 'Absolute' || shape[from] + shape[size] <= edge) continue;
    const before = { ...shape };
    if (shape[from] >= edge) shape[from] = insert ? shape[from] + length : Math.max(edge, shape[from] - length);
    else if (shape.placement === 'TwoCell') {
      const lost = Math.min(length, shape[from] + shape[size] - edge);
      shape[size] += insert ? length : -lost;
    }
    if (before[from] === shape[from] && before[size] === shape[size]) continue;
    shape.touched = true;
    sheet.touch('drawing');
  }
};

const changeTypeOf = ({ area, insert }: Shift): ChangeType => {
  if (isEntireRows(area)) return insert ? 'RowInserted' : 'RowDeleted';
  if (isEntireColumns(area)) return insert ? 'ColumnInserted' : 'ColumnDeleted';
  return insert ? 'CellInserted' : 'CellDeleted';
};

const shiftLists = (shift: Shift): void => {
  const { sheet } = shift;
  const moved = <T extends { areas: Shift['area'][] }>(list: T[]): T[] => {
    for (const item of list) item.areas = item.areas.flatMap((area) => shiftCellsOf(shift, area));
    return list.filter((item) => item.areas.length > 0);
  };
  if (sheet.merges.length > 0) {
    sheet.merges = sheet.merges.flatMap((merge) => shiftArea(shift, merge) ?? []);
    sheet.merges = sheet.merges.filter((merge) => merge.rows * merge.columns > 1);
    sheet.touch('merges');
  }
  if (sheet.conditionalFormats.length > 0) {
    sheet.conditionalFormats = moved(sheet.conditionalFormats);
    sheet.touch('conditionalFormats');
  }
  if (sheet.validations.length > 0) {
    sheet.validations = moved(sheet.validations);
    sheet.touch('validations');
  }
  if (sheet.notes.length > 0) {
    sheet.notes = sheet.notes.flatMap((note) => {
      const moved = shiftArea(shift, { row: note.row, column: note.column, rows: 1, columns: 1 });
      return moved ? Object.assign(note, { row: moved.row, column: moved.column }) : [];
    });
    sheet.touch('notes');
  }
  if (sheet.hyperlinks.length > 0) {
    sheet.hyperlinks = sheet.hyperlinks.flatMap((link) => shiftCellsOf(shift, link.area).map((area) => ({ ...link, area })));
    sheet.touch('hyperlinks');
  }
};

/**
 * Inserts or deletes cells and moves the rest, with everything that points there: formulas on every sheet, names, charts,
 * merges, tables, conditional formats, validations, drawings.
 */
export const shiftCells = (session: Session, shift: Shift): void => {
  const { sheet, area, axis, insert } = shift;
  requireMovable(session, shift);
  moveShapes(session, shift);
  moveCells(shift, laneOf(shift));
  if (axis === 'rows' && isEntireRows(area)) {
    shiftKeys(sheet.rows, shift);
    sheet.touch('rows');
  }
  if (axis === 'columns' && isEntireColumns(area)) {
    shiftKeys(sheet.columns, shift);
    sheet.touch('columns');
  }
  if (insert) inheritFormats(shift);
  shiftLists(shift);
  const ownName = sheet.name.toLowerCase();
  // Cheaper than reading the formula: what does not name the sheet cannot mean it from elsewhere.
  const quoted = ownName.replaceAll("'", "''");
  everyFormula(session.book, (formula, place) => {
    if (place.sheet !== sheet && !formula.toLowerCase().includes(quoted)) return formula;
    return mapReferences(formula, (range, name) => {
      const here = name === null ? place.sheet === sheet : name.toLowerCase() === ownName;
      return here ? shiftReference(shift, range) : null;
    });
  });
  shiftTables(session, shift);
  session.places.moved(sheet, (place) => shiftArea(shift, place));
  session.structureChanged(sheet);
  const direction = axis === 'rows' ? (insert ? 'Down' : 'Up') : insert ? 'Right' : 'Left';
  session.cellsChanged(sheet, area, changeTypeOf(shift), `ShiftCell${direction}`);
};
