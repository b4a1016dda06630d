import { CellError, cellKey, type Cell, type ErrorCode, type Value } from '../../book/cell';
import { formulaFromFile, formulaMover } from '../formula';
import { columnIndex, parseArea } from '../reference';
import { localName, XmlError, type Lexer } from '../xml/lexer';
import { decodeSpreadsheetText } from '../xml/text';
import { readRichText } from './sharedStrings';

/** What reading cells needs of the workbook. */
export type CellContext = {
  strings: readonly string[];
  /** Which of them a cell shows: the others are left over from what stood there before. */
  usedStrings: Set<number>;
  date1904: boolean;
  /** Cell formats that make a cell's content text. */
  quotePrefixed: ReadonlySet<number>;
  /** Numbers of cell metadata (`cm`) that mark a dynamic array formula. */
  dynamicArrays: ReadonlySet<number>;
};

/** Where a row stands in its part; a file may hold a row twice. */
export type RowSource = { row: number; start: number; openEnd: number; end: number; selfClosing: boolean };

/** A shared formula: the cell that states it, and all that use it. */
type SharedFormula = {
  row: number;
  column: number;
  formula: string;
  move: (rows: number, columns: number) => string;
  /** Rows (0-based) of the cells that only refer to it. */
  users: Set<number>;
};

export type SharedFormulas = Map<string, SharedFormula>;

/** A cell as its element states it. */
export type CellSource = {
  row: number;
  column: number;
  cell: Cell;
  start: number;
  end: number;
  /** Source stretch of its formula element, if any. */
  formula?: { start: number; end: number; shared?: string; isSharedOwner: boolean; isDataTable: boolean };
};

/** Error values that cells cannot show in every Excel keep the nearest one that all know. */
const knownErrors = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);
const readError = (code: string): CellError => CellError.of((knownErrors.has(code) ? code : '#VALUE!') as ErrorCode);

const MS_PER_DAY = 86_400_000;
const OFFSET_1904 = 1462;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;
const isoTime = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?$/;

/** Serial number of an ISO 8601 date, date and time, or time; the text itself when it is none. */
const serialOfIsoDate = (text: string, date1904: boolean): Value => {
  const time = isoTime.exec(text);
  if (time) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400;
  const date = isoDate.exec(text);
  if (!date) return text;
  const [, year, month, day, hour = 0, minute = 0, second = 0] = date;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY + 25_569;
  const serial = days - (date1904 ? OFFSET_1904 : days < 61 ? 1 : 0);
  return serial + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
};

const readValue = (type: string, raw: string, context: CellContext): Value => {
  switch (type) {
    case 's':
      context.usedStrings.add(Number(raw));
      return context.strings[Number(raw)] ?? '';
    case 'str':
      return decodeSpreadsheetText(raw);
    case 'b':
      return raw === '1' || raw === 'true';
    case 'e':
      return readError(raw);
    case 'd':
      return serialOfIsoDate(raw, context.date1904);
    default: {
      const number = Number(raw);
      return raw.trim() === '' ? null : Number.isNaN(number) ? raw : number;
    }
  }
};

/** Reads the cell that opens here; `row` and `column` are where it stands when it does not say. */
const readCell = (lexer: Lexer, row: number, column: number, context: CellContext, shared: SharedFormulas): CellSource => {
  const cell: Cell = { value: null, style: 0 };
  const found: CellSource = { row, column, cell, start: lexer.start, end: lexer.end };
  let type = 'n';
  let metadata = 0;
  for (const { name, value } of lexer.attributes()) {
    if (name === 'r') {
      const digits = value.search(/\d/);
      found.column = columnIndex(value.slice(0, digits));
      found.row = Number(value.slice(digits)) - 1;
      if (!(found.row >= 0) || !(found.column >= 0)) throw new XmlError(`cell ${value}`, lexer.start);
    } else if (name === 's') cell.style = Number(value);
    else if (name === 't') type = value;
    else if (name === 'cm') metadata = Number(value);
  }
  if (context.quotePrefixed.has(cell.style)) cell.quotePrefix = true;
  const { name, selfClosing } = lexer;
  if (selfClosing) return found;
  for (;;) {
    const token = lexer.next();
    if (token === 'open') {
      const local = localName(lexer.name);
      if (local === 'v') cell.value = readValue(type, lexer.readText(), context);
      else if (local === 'f') readFormula(lexer, found, shared);
      else if (local === 'is') cell.value = readRichText(lexer);
      else lexer.skip();
    } else if (token === 'close') {
      lexer.ends(name);
      break;
    } else if (token === 'end') throw new XmlError('cell is not closed', found.start);
  }
  if (cell.array && context.dynamicArrays.has(metadata)) cell.array.isDynamic = true;
  found.end = lexer.end;
  return found;
};

const readFormula = (lexer: Lexer, found: CellSource, shared: SharedFormulas): void => {
  const { row, column, cell } = found;
  const { start } = lexer;
  const type = lexer.attribute('t') ?? 'normal';
  const reference = lexer.attribute('ref');
  const index = lexer.attribute('si');
  const text = formulaFromFile(decodeSpreadsheetText(lexer.readText()));
  found.formula = { start, end: lexer.end, isSharedOwner: false, isDataTable: type === 'dataTable' };
  if (type === 'dataTable') return;
  if (type === 'shared' && index !== undefined) {
    found.formula.shared = index;
    const known = shared.get(index);
    // A cell that states the formula starts it anew, even where the number was used above.
    if (text !== '' && (reference !== undefined || !known)) {
      found.formula.isSharedOwner = true;
      if (known?.row !== row || known.column !== column)
        shared.set(index, { row, column, formula: text, move: formulaMover(text), users: new Set() });
    } else if (known) {
      known.users.add(row);
      cell.formula = known.move(row - known.row, column - known.column);
      return;
    }
  }
  if (text === '') return;
  cell.formula = text;
  const area = type === 'array' && reference ? parseArea(reference) : undefined;
  if (area) cell.array = area;
};

/**
 * Reads the cells of the row that opens here, in their order, to the row's end. Cells and rows without a reference follow
 * the one before.
 */
export const readRow = (
  lexer: Lexer,
  expected: number,
  context: CellContext,
  shared: SharedFormulas,
  take: (source: CellSource) => void,
): RowSource => {
  const stated = lexer.attribute('r');
  const row = stated === undefined ? expected : Number(stated) - 1;
  if (!(row >= 0)) throw new XmlError(`row ${stated ?? ''}`, lexer.start);
  const source: RowSource = { row, start: lexer.start, openEnd: lexer.end, end: lexer.end, selfClosing: lexer.selfClosing };
  if (lexer.selfClosing) return source;
  const { name } = lexer;
  for (let column = 0; ;) {
    const token = lexer.next();
    if (token === 'open') {
      if (localName(lexer.name) === 'c') {
        const found = readCell(lexer, row, column, context, shared);
        column = found.column + 1;
        take(found);
      } else lexer.skip();
    } else if (token === 'close') {
      lexer.ends(name);
      source.end = lexer.end;
      return source;
    } else if (token === 'end') throw new XmlError('row is not closed', source.start);
  }
};

/** Reads a sheet's rows into a map of cells; empty cells without a style are left out. */
export const readRows = (
  lexer: Lexer,
  cells: Map<number, Cell>,
  context: CellContext,
  onRow: (source: RowSource) => void,
): SharedFormulas => {
  const shared: SharedFormulas = new Map();
  const { name } = lexer;
  for (let expected = 0; ;) {
    const token = lexer.next();
    if (token === 'open') {
      const source = readRow(lexer, expected, context, shared, ({ row, column, cell }) => {
        if (cell.value !== null || cell.formula !== undefined || cell.style !== 0) cells.set(cellKey(row, column), cell);
      });
      expected = source.row + 1;
      onRow(source);
    } else if (token === 'close') {
      lexer.ends(name);
      return shared;
    } else if (token === 'end') throw new XmlError('rows are not closed', lexer.start);
  }
};
