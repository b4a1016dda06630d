import { parseStructRef, stringifyTokens, tokenize } from '@borgar/fx';
import type { Area } from '../book/cell';
import type { Sheet, Table } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { containsCell, fullAddress, intersection, localAddress, sameArea } from './address';
import { forEachCell } from './cells';
import { renameColumnIn } from './formulaText';
import { everyFormula } from './formulaPlaces';
import { placeOfFormula } from './places';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';
import { shiftCells } from './structure';
import { excelEvents } from './excelEvents';
import { freeTableName, newTableId } from './tableNames';
import { uniqueColumnName } from './tableHeaders';
import { dropTable } from './tableShifting';

const raise = (session: Session, event: 'tableAdded' | 'tableDeleted', sheet: Sheet, table: Table): void =>
  session.events.raise({
    type: excelEvents[event].type,
    targets: ['Workbook', sheet.id],
    args: { source: 'Local', tableId: String(table.id), tableName: table.name, worksheetId: sheet.id },
  });

/** A table overlaps neither another table nor merged cells. */
const requireFree = (sheet: Sheet, area: Area, own: Table | null): void => {
  const overlaps = sheet.tables.some((table) => table !== own && intersection(table.area, area));
  if (overlaps) throw new ApiError('InvalidArgument', 'A table cannot overlap another table.');
  if (sheet.merges.some((merge) => intersection(merge, area))) throw new ApiError('MergedRangeConflict');
};

/** Texts of header cells as column names: never empty, never twice. Formulas and numbers in them become text. */
const takeHeaders = (session: Session, sheet: Sheet, area: Area): string[] => {
  const names: string[] = [];
  let computed = false;
  forEachCell(sheet, { ...area, rows: 1 }, (cell) => (computed ||= cell.formula !== undefined));
  if (computed) session.settle();
  for (let index = 0; index < area.columns; index++) {
    const cell = sheet.cell(area.row, area.column + index);
    const shown = cell?.value === null || cell?.value === undefined ? '' : String(cell.value);
    const name = uniqueColumnName(names, shown === '' ? `${session.word('Column', 'Colonne')}${index + 1}` : shown);
    names.push(name);
    sheet.setCell(area.row, area.column + index, {
      value: name,
      style: cell?.style ?? 0,
      ...(cell?.quotePrefix === true && { quotePrefix: true }),
    });
  }
  return names;
};

/** Makes a table of an area. Without headers a header row is put above the data, which moves down one row. */
export const addTable = (session: Session, sheet: Sheet, given: Area, hasHeaders: boolean): Table => {
  requireUnprotected(session, sheet);
  requireFree(sheet, given, null);
  let area = given;
  if (!hasHeaders) {
    shiftCells(session, { sheet, area: { ...given, rows: 1 }, axis: 'rows', insert: true });
    area = { ...given, rows: given.rows + 1 };
    for (let column = 0; column < area.columns; column++)
      sheet.setCell(area.row, area.column + column, { value: `${session.word('Column', 'Colonne')}${column + 1}`, style: 0 });
  }
  // A header alone gets an empty data row.
  if (area.rows === 1) area = { ...area, rows: 2 };
  requireFree(sheet, area, null);
  const names = takeHeaders(session, sheet, area);
  const table: Table = {
    id: newTableId(session.book),
    name: freeTableName(session.book, session.word('Table', 'Tableau')),
    area,
    hasHeaders: true,
    hasTotals: false,
    columns: names.map((name, index) => ({ id: index + 1, name })),
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFirstColumn: false,
    showLastColumn: false,
    showFilters: true,
    touched: true,
  };
  sheet.tables.push(table);
  sheet.touch('tables');
  session.structureChanged(sheet);
  session.cellsChanged(sheet, { ...area, rows: 1 });
  raise(session, 'tableAdded', sheet, table);
  return table;
};

const touched = (session: Session, sheet: Sheet, table: Table): void => {
  table.touched = true;
  sheet.touch('tables');
  session.structureChanged(sheet);
};

export const resizeTable = (session: Session, sheet: Sheet, table: Table, area: Area): void => {
  requireUnprotected(session, sheet);
  const before = table.area;
  if (sameArea(before, area)) return;
  const least = 1 + (table.hasHeaders ? 1 : 0);
  if (area.row !== before.row || !intersection(before, area) || area.rows < least) throw new ApiError('InvalidArgument');
  if (table.hasTotals && area.rows !== before.rows) throw ApiError.notImplemented('Table', 'resize with a totals row');
  requireFree(sheet, area, table);
  const old = new Map(table.columns.map((column, index) => [before.column + index, column]));
  table.area = area;
  const names = table.hasHeaders ? takeHeaders(session, sheet, area) : [];
  let nextId = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
  const gone = [...old].filter(([column]) => column < area.column || column >= area.column + area.columns);
  table.columns = Array.from({ length: area.columns }, (_, index) => {
    const kept = old.get(area.column + index);
    const name = names[index] ?? kept?.name ?? `${session.word('Column', 'Colonne')}${index + 1}`;
    return kept ? { ...kept, name } : { id: nextId++, name };
  });
  for (const [, column] of gone)
    everyFormula(session.book, (formula, place) => {
      const inside = place.sheet === sheet && place.row !== undefined && containsCell(before, place.row, place.column ?? -1);
      return renameColumnIn(formula, table.name, column.name, null, inside);
    });
  touched(session, sheet, table);
};

/** Hiding the header row empties its cells; showing it again needs the row above free, else the table moves down. */
export const showHeaderRow = (session: Session, sheet: Sheet, table: Table, show: boolean): void => {
  requireUnprotected(session, sheet);
  if (table.hasHeaders === show) return;
  if (!show) {
    const { area } = table;
    forEachCell(sheet, { ...area, rows: 1 }, (cell, row, column) =>
      sheet.setCell(row, column, { value: null, style: cell.style }),
    );
    table.area = { ...area, row: area.row + 1, rows: area.rows - 1 };
  } else {
    const above = { ...table.area, row: table.area.row - 1, rows: 1 };
    let occupied = above.row < 0 || sheet.tables.some((other) => other !== table && intersection(other.area, above));
    if (!occupied) forEachCell(sheet, above, (cell) => (occupied ||= cell.value !== null || cell.formula !== undefined));
    if (occupied) throw new ApiError('InvalidOperation');
    table.area = { ...above, rows: table.area.rows + 1 };
    table.columns.forEach((column, index) =>
      sheet.setCell(above.row, above.column + index, {
        value: column.name,
        style: sheet.cell(above.row, above.column + index)?.style ?? 0,
      }),
    );
  }
  table.hasHeaders = show;
  touched(session, sheet, table);
};

/**
 * The totals row is inserted under the data. Excel writes `Total` under the first column and, where the last one holds
 * numbers, their SUBTOTAL.
 */
export const showTotalRow = (session: Session, sheet: Sheet, table: Table, show: boolean): void => {
  requireUnprotected(session, sheet);
  if (table.hasTotals === show) return;
  const last = table.area.row + table.area.rows - 1;
  if (!show) {
    shiftCells(session, { sheet, area: { ...table.area, row: last, rows: 1 }, axis: 'rows', insert: false });
    table.hasTotals = false;
    touched(session, sheet, table);
    return;
  }
  shiftCells(session, { sheet, area: { ...table.area, row: last + 1, rows: 1 }, axis: 'rows', insert: true });
  table.area = { ...table.area, rows: table.area.rows + 1 };
  table.hasTotals = true;
  const [first] = table.columns;
  const lastColumn = table.columns.at(-1);
  if (first && lastColumn && first !== lastColumn) {
    first.totalsLabel = 'Total';
    sheet.setCell(last + 1, table.area.column, { value: 'Total' });
  }
  if (lastColumn) {
    const at = table.area.column + table.area.columns - 1;
    const isNumeric = typeof sheet.cell(last, at)?.value === 'number';
    lastColumn.totalsFunction = isNumeric ? 'sum' : 'count';
    const name = lastColumn.name.replace(/['#[\]@]/g, "'$&");
    sheet.setCell(last + 1, at, { value: null, formula: `SUBTOTAL(${isNumeric ? 109 : 103},[${name}])` });
  }
  touched(session, sheet, table);
  session.cellsChanged(sheet, { ...table.area, row: last + 1, rows: 1 });
};

export const deleteTable = (session: Session, sheet: Sheet, table: Table): void => {
  requireUnprotected(session, sheet);
  const { area } = table;
  dropTable(session, sheet, table);
  forEachCell(sheet, area, (_, row, column) => sheet.setCell(row, column, { value: null, style: 0 }));
  session.cellsChanged(sheet, area);
  raise(session, 'tableDeleted', sheet, table);
};

/** Structured references to the table become addresses, then the table goes. */
export const convertTable = (session: Session, sheet: Sheet, table: Table): void => {
  requireUnprotected(session, sheet);
  everyFormula(session.book, (formula, place) => {
    const here = place.sheet === sheet && place.row !== undefined && containsCell(table.area, place.row, place.column ?? -1);
    const tokens = tokenize(formula, { mergeRefs: true }).map((token) => {
      if (token.type !== 'structured') return token;
      const reference = parseStructRef(token.value);
      if (!reference) return token;
      const named = reference.table ? reference.table.toLowerCase() === table.name.toLowerCase() : here;
      if (!named) return token;
      const thisRow = reference.sections?.includes('this row') ?? false;
      const inside = token.value.slice(token.value.indexOf('['));
      const whole = placeOfFormula(session, `${table.name}${thisRow ? columnsOnly(reference.columns) : inside}`, sheet);
      if (!whole) return token;
      const area: Area = thisRow && place.row !== undefined ? { ...whole.area, row: place.row, rows: 1 } : whole.area;
      return { ...token, value: place.sheet === sheet ? localAddress(area, !thisRow) : fullAddress(sheet.name, area, !thisRow) };
    });
    return stringifyTokens(tokens);
  });
  dropTable(session, sheet, table);
  raise(session, 'tableDeleted', sheet, table);
};

const columnsOnly = (columns: readonly string[] | undefined): string => {
  if (!columns || columns.length === 0) return '[#Data]';
  const escaped = columns.map((column) => `[${column.replace(/['#[\]@]/g, "'$&")}]`);
  return escaped.length === 1 ? (escaped[0] ?? '') : `[${escaped.join(':')}]`;
};
