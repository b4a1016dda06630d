import { keyColumn, keyRow, CellError, type Cell } from '../../book/cell';
import type { RowFormat, Sheet } from '../../book/sheet';
import { formulaToFile } from '../formula';
import { areaReference, cellReference } from '../reference';
import { readRow, type CellContext, type CellSource, type RowSource, type SharedFormulas } from '../read/cells';
import type { Writer } from '../dialect';
import { Lexer } from '../xml/lexer';
import { encodeSpreadsheetText, encodeText } from '../xml/text';
import type { Attributes } from '../xml/write';

/** What writing cells needs of the save. */
export type RowContext = {
  write: Writer;
  cells: CellContext;
  shared: SharedFormulas;
  /** Shared formulas whose stating cell is gone: their users are written out. */
  broken: ReadonlySet<string>;
  cellFormat: (style: number, quotePrefix: boolean) => number;
  stringIndex: (text: string) => number;
  /** Table that a cell is in, for references to its own row. */
  tableAt: (row: number, column: number) => string | undefined;
};

/** Cells of a sheet by row, of those rows that `wanted` names (all when absent), each row in the order of its columns. */
export const cellsByRow = (sheet: Sheet, wanted?: ReadonlySet<number>): Map<number, [column: number, cell: Cell][]> => {
  const rows = new Map<number, [number, Cell][]>();
  for (const [key, cell] of sheet.cells) {
    const row = keyRow(key);
    if (wanted && !wanted.has(row)) continue;
    const list = rows.get(row);
    if (list) list.push([keyColumn(key), cell]);
    else rows.set(row, [[keyColumn(key), cell]]);
  }
  for (const list of rows.values()) list.sort((a, b) => a[0] - b[0]);
  return rows;
};

const lexerAt = (source: string, offset: number): Lexer => {
  const lexer = new Lexer(source);
  lexer.end = offset;
  lexer.next();
  return lexer;
};

/** Cells of rows as their source states them, with shared formulas as they were when the sheet was read. */
const readSources = (source: string, rows: readonly RowSource[], context: RowContext): Map<number, CellSource> => {
  const found = new Map<number, CellSource>();
  for (const row of rows)
    readRow(lexerAt(source, row.start), row.row, context.cells, context.shared, (cell) => found.set(cell.column, cell));
  return found;
};

const sameValue = (a: Cell['value'], b: Cell['value']): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

const sameContent = (a: Cell, b: Cell): boolean =>
  sameValue(a.value, b.value) &&
  a.formula === b.formula &&
  fillsSame(a, b) &&
  (a.quotePrefix ?? false) === (b.quotePrefix ?? false);

const fillsSame = (a: Cell, b: Cell): boolean =>
  (a.array ? areaReference(a.array) : '') === (b.array ? areaReference(b.array) : '');

/** A number as a file holds it: the shortest text that reads back as the same number. */
const numberText = (value: number): string =>
  Object.is(value, -0) ? '0' : String(value).replace('e+', 'E+').replace('e-', 'E-');

const valueXml = (cell: Cell, context: RowContext): { type?: string; xml: string } => {
  const { write } = context;
  const { value } = cell;
  if (value === null) return { xml: '' };
  if (typeof value === 'boolean') return { type: 'b', xml: write('v', {}, value ? '1' : '0') };
  if (value instanceof CellError) return { type: 'e', xml: write('v', {}, value.code) };
  if (typeof value === 'number')
    return Number.isFinite(value) ? { xml: write('v', {}, numberText(value)) } : { type: 'e', xml: write('v', {}, '#NUM!') };
  if (cell.formula === undefined) return { type: 's', xml: write('v', {}, String(context.stringIndex(value))) };
  return { type: 'str', xml: write('v', {}, encodeText(encodeSpreadsheetText(value))) };
};

const formulaXml = (cell: Cell, row: number, column: number, context: RowContext): string => {
  if (cell.formula === undefined) return '';
  const text = encodeText(formulaToFile(cell.formula, context.tableAt(row, column)));
  return context.write('f', cell.array ? { t: 'array', ref: areaReference(cell.array) } : {}, text);
};

/** A cell; `was` is its source when the file had it, whose unknown attributes and unchanged formula are kept. */
const cellXml = (
  row: number,
  column: number,
  cell: Cell,
  was: CellSource | undefined,
  source: string,
  context: RowContext,
): string => {
  const { write } = context;
  const format = context.cellFormat(cell.style, cell.quotePrefix ?? false);
  const kept: Attributes = {};
  let formula = formulaXml(cell, row, column, context);
  if (was) {
    const keepsFormula = was.cell.formula === cell.formula && fillsSame(was.cell, cell);
    const spills = was.cell.array?.isDynamic === true && cell.array?.isDynamic === true;
    for (const { name, value } of lexerAt(source, was.start).attributes())
      // Metadata of dynamic arrays and data types describe the content: they go when it is replaced.
      if (
        name !== 'r' &&
        name !== 's' &&
        name !== 't' &&
        (keepsFormula || (spills && name === 'cm') || (name !== 'cm' && name !== 'vm'))
      )
        kept[name] = value;
    const old = was.formula;
    if (old && keepsFormula && (cell.formula !== undefined || (old.isDataTable && sameValue(was.cell.value, cell.value)))) {
      if (old.shared === undefined || old.isSharedOwner || !context.broken.has(old.shared))
        formula = source.slice(old.start, old.end);
    }
  }
  const { type, xml } = valueXml(cell, context);
  const attributes: Attributes = { r: cellReference(row, column), s: format === 0 ? undefined : format, t: type, ...kept };
  return write('c', attributes, formula, xml);
};

/** Attributes of a row's tag: those it had, with its format and without `spans`, which new cells would make wrong. */
const rowAttributes = (
  row: number,
  format: RowFormat | undefined,
  had: RowFormat | undefined,
  old: Attributes,
  context: RowContext,
): Attributes => {
  const attributes: Attributes = { r: row + 1, ...old, spans: undefined };
  if (JSON.stringify(format) === JSON.stringify(had)) return attributes;
  const height = format?.height ?? null;
  const style = format?.style ?? 0;
  const formatIndex = context.cellFormat(style, false);
  return {
    ...attributes,
    ...(height !== (had?.height ?? null) && {
      ht: height ?? undefined,
      customHeight: height === null ? undefined : true,
      // Spacing below the text belongs to the height that Excel computed.
      'x14ac:dyDescent': height === null ? undefined : old['x14ac:dyDescent'],
    }),
    hidden: format?.hidden ? true : undefined,
    ...(style !== (had?.style ?? 0) && {
      s: style === 0 ? undefined : formatIndex,
      customFormat: style === 0 ? undefined : true,
    }),
    outlineLevel: format?.outline ? format.outline : undefined,
  };
};

export type RowChange = {
  row: number;
  format: RowFormat | undefined;
  had: RowFormat | undefined;
  /** Where the file has the row; several when it has it twice. */
  sources: readonly RowSource[];
  /** Cells of the row now; undefined when only its format changed. */
  cells: readonly (readonly [column: number, cell: Cell])[] | undefined;
};

const oldAttributes = (source: string, row: RowSource | undefined): Attributes => {
  const attributes: Attributes = {};
  if (row) for (const { name, value } of lexerAt(source, row.start).attributes()) attributes[name] = value;
  return attributes;
};

/** Source of a row as it is now; cells that did not change are cut out of the old source as they stand. */
export const rowXml = (change: RowChange, source: string, context: RowContext): string => {
  const { row, sources, cells } = change;
  const [first] = sources;
  const attributes = rowAttributes(row, change.format, change.had, oldAttributes(source, first), context);
  if (!cells && first) {
    if (first.selfClosing) return context.write('row', attributes);
    const tag = context.write('row', attributes);
    return `${tag.slice(0, -2)}>${source.slice(first.openEnd, first.end)}`;
  }
  const was = readSources(source, sources, context);
  const list = [...(cells ?? [])];
  // An empty cell of the file without a style is not in the book, and stays for what else it carries.
  const held = new Set(list.map(([column]) => column));
  for (const old of was.values())
    if (!held.has(old.column) && old.cell.value === null && old.cell.formula === undefined && old.cell.style === 0)
      list.push([old.column, old.cell]);
  list.sort((a, b) => a[0] - b[0]);
  const content = list.map(([column, cell]) => {
    const old = was.get(column);
    const isBroken = old?.formula?.shared !== undefined && context.broken.has(old.formula.shared);
    const stated = old !== undefined && hasReference(source, old);
    if (old && stated && !isBroken && old.cell.style === cell.style && sameContent(old.cell, cell))
      return source.slice(old.start, old.end);
    return cellXml(row, column, cell, old, source, context);
  });
  return context.write('row', attributes, ...content);
};

/** Whether a cell says where it is: beside new cells one that does not would move. */
const hasReference = (source: string, cell: CellSource): boolean => lexerAt(source, cell.start).attribute('r') !== undefined;

/**
 * Shared formulas whose stating cell no longer holds them, and the rows that therefore must be written: every cell that
 * refers to such a one gets its formula in full.
 */
export const brokenShared = (
  sheet: Sheet,
  shared: SharedFormulas,
  touched: ReadonlySet<number>,
): { broken: Set<string>; rows: Set<number> } => {
  const broken = new Set<string>();
  const rows = new Set<number>();
  for (const [index, { row, column, formula, users }] of shared) {
    if (!touched.has(row) || sheet.cell(row, column)?.formula === formula) continue;
    broken.add(index);
    for (const user of users) rows.add(user);
  }
  return { broken, rows };
};
