import type { Language } from '../meteo/content';
import { readJournal } from '../meteo/journal';
import { JOURNAL_TABLE } from '../meteo/journalWords';
import { problem, type Problem } from '../problem';
import type { CellDraft, SheetDraft, WorkbookDraft } from '../sheet/draft';
import {
  findTable,
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../sheet/snapshot';
import { cellName } from '../sheet/address';
import { atOnce, eachInSteps, mapInSteps, type Steps } from '../steps';
import { dataTable, DATA_TABLE } from './data-table';
import { hasFlash, TEMPLATE_DOMAINS } from './domains';
import { feedbackTable } from './feedback-table';
import { flashTable } from './flash-table';
import { invoiceTable } from './invoice-table';
import { journalTable } from './journal-table';
import { referenceTable } from './reference-table';
import { EXAMPLE_WORDS, type ExampleCell, type TemplateTable } from './table';

const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** Every table that templates add, in both languages and for every domain that has its own; made when first asked for. */
let everyTable: readonly TemplateTable[] | null = null;

function* templateTables(): Steps<readonly TemplateTable[]> {
  if (everyTable) return everyTable;
  const made = yield* mapInSteps(LANGUAGES, (language) => [
    ...TEMPLATE_DOMAINS.map((domain) => dataTable(domain, language, false, 0)),
    ...TEMPLATE_DOMAINS.filter(hasFlash).flatMap((domain) => flashTable(domain, language, false) ?? []),
    journalTable(language, false),
    feedbackTable(language, false),
    invoiceTable(language),
    referenceTable(language, false),
  ]);
  everyTable = made.flat();
  return everyTable;
}

/** An example as it stands in a table: its row, counted from 0 under the header, and the Monday of its dates, if it has dates. */
type Found = { row: number; monday: number | null };

/** Numbers of a sheet are what was written but for the last bits of a time of day. */
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;

/** The Monday that a date cell counts from; null when the cell is no such date. */
const mondayOf = (value: CellValue, cell: ExampleCell): number | null =>
  typeof value === 'number' && typeof cell === 'object' && cell !== null ? Math.round((value - cell.day) * 1e6) / 1e6 : null;

const same = (value: CellValue, cell: ExampleCell, monday: number | null): boolean => {
  if (cell === null) return value === '';
  if (typeof cell === 'object') return monday !== null && typeof value === 'number' && near(value, monday + cell.day);
  return typeof cell === 'number' ? typeof value === 'number' && near(value, cell) : value === cell;
};

/** A row that is one of a table's examples, untouched; null when it is not. A column that somebody added has to be empty. */
const exampleAt = (table: TemplateTable, headers: readonly string[], values: readonly CellValue[]): number | 'undated' | null => {
  for (const example of table.examples) {
    const cells = headers.map((header): ExampleCell | 'computed' => {
      const place = table.columns.findIndex((column) => column.header === header);
      return table.columns[place]?.formula === undefined ? (example[place] ?? null) : 'computed';
    });
    const dated = cells.findIndex((cell) => typeof cell === 'object' && cell !== null);
    const monday = dated < 0 ? null : mondayOf(values[dated] ?? '', cells[dated] ?? null);
    if (cells.every((cell, index) => cell === 'computed' || same(values[index] ?? '', cell, monday))) return monday ?? 'undated';
  }
  return null;
};

/** Rows that are looked at between two pauses. */
const ROWS_PER_STEP = 200;

function* bodyRows(sheet: SheetSnapshot, { area, hasHeaders, hasTotals }: TableSnapshot): Steps<CellValue[][]> {
  const first = area.row + (hasHeaders ? 1 : 0);
  const count = area.rows - (hasHeaders ? 1 : 0) - (hasTotals ? 1 : 0);
  const rows: CellValue[][] = [];
  for (let row = 0; row < count; row++) {
    rows.push(Array.from({ length: area.columns }, (_, column) => valueAt(sheet, first + row, area.column + column)));
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  return rows;
}

const MARKS = LANGUAGES.map((language) => new RegExp(`^${EXAMPLE_WORDS[language]}(\\s*: |$)`));

const isMarked = (value: CellValue): boolean => typeof value === 'string' && MARKS.some((mark) => mark.test(value));

/** Rows with a cell that is marked as an example, each with what `found` makes of it where it makes something. */
function* marked<Kept>(
  rows: readonly (readonly CellValue[])[],
  found: (values: readonly CellValue[], row: number) => Kept | null,
): Steps<Kept[]> {
  const kept: Kept[] = [];
  for (const [row, values] of rows.entries()) {
    const made = values.some(isMarked) ? found(values, row) : null;
    if (made !== null) kept.push(made);
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  return kept;
}

type Place = { sheet: SheetSnapshot; table: TableSnapshot; rows: readonly CellValue[][]; examples: readonly Found[] };

/** The most frequent Monday: all the examples of a table were written for one week, and a date that somebody changed is not of it. */
const commonMonday = (found: readonly Found[]): number | null => {
  const mondays = found.flatMap(({ monday }) => monday ?? []);
  const times = (wanted: number): number => mondays.filter((monday) => near(monday, wanted)).length;
  return mondays.reduce<number | null>((best, next) => (best === null || times(next) > times(best) ? next : best), null);
};

/** Tables of the templates that a workbook has, with their rows and the examples among them that nobody changed. */
function* placesOf(workbook: WorkbookSnapshot, tables: readonly TemplateTable[]): Steps<Place[]> {
  const names = [...new Set(tables.map(({ table }) => table))];
  const places = yield* eachInSteps(names, function* (name): Steps<Place | null> {
    const place = findTable(workbook, name);
    if (!place) return null;
    const kinds = tables.filter(({ table }) => table === name);
    const rows = yield* bodyRows(place.sheet, place.table);
    const found = yield* marked(rows, (values, row): Found | null => {
      for (const kind of kinds) {
        const monday = exampleAt(kind, place.table.columns, values);
        if (monday !== null) return { row, monday: monday === 'undated' ? null : monday };
      }
      return null;
    });
    const week = commonMonday(found);
    const examples = found.filter(({ monday }) => monday === null || week === null || near(monday, week));
    return { ...place, rows, examples };
  });
  return places.filter((place) => place !== null);
}

/**
 * Taking the examples out: exactly the rows that are as they were written. What somebody changed stays, and so does every
 * other row. A table keeps one row, emptied but for what it computes.
 */
export const withoutExamples = (workbook: WorkbookSnapshot): { draft: WorkbookDraft; count: number } =>
  atOnce(withoutExamplesSteps(workbook));

/** The same in steps of some milliseconds. */
export function* withoutExamplesSteps(workbook: WorkbookSnapshot): Steps<{ draft: WorkbookDraft; count: number }> {
  const tables = yield* templateTables();
  const places = (yield* placesOf(workbook, tables)).filter(({ examples }) => examples.length > 0);
  const computed = new Set(
    tables.flatMap(({ columns }) => columns.flatMap(({ header, formula }) => (formula === undefined ? [] : [header]))),
  );
  const sheets = places.map(({ sheet, table, rows, examples }): SheetDraft => {
    const indices = examples.map(({ row }) => row);
    const all = rows.every((values, row) => indices.includes(row) || values.every((value) => value === ''));
    const emptied = all && rows.length === indices.length ? indices.slice(0, 1) : [];
    const empty = table.columns.map((header): CellDraft => (computed.has(header) ? null : { empty: true }));
    return {
      name: sheet.name,
      owner: 'user',
      blocks: emptied.map((row) => ({ row: table.area.row + 1 + row, column: table.area.column, cells: [empty] })),
      removedRows: [{ table: table.name, rows: indices.filter((row) => !emptied.includes(row)) }],
    };
  });
  return { draft: { sheets, names: [] }, count: places.reduce((sum, { examples }) => sum + examples.length, 0) };
}

/** A remark where daily rows are still marked as examples, changed or not: they count in every figure. */
export const dataExamples = (workbook: WorkbookSnapshot): Problem[] => atOnce(dataExamplesSteps(workbook));

/** The same in steps of some milliseconds. */
export function* dataExamplesSteps(workbook: WorkbookSnapshot): Steps<Problem[]> {
  const found = findTable(workbook, DATA_TABLE);
  const rows = found ? yield* marked(yield* bodyRows(found.sheet, found.table), (_, row) => row) : [];
  const [first] = rows;
  if (!found || first === undefined) return [];
  const cell = cellName(found.table.area.row + 1 + first, found.table.area.column);
  return [problem('examples-present', { count: rows.length }, { sheet: found.sheet.name, cell })];
}

/** A remark where a page would print examples of the journal: they are written hidden from the client. */
export const journalExamples = (workbook: WorkbookSnapshot): Problem[] => {
  const printed = readJournal(workbook).filter(({ visible, text }) => visible && isMarked(text));
  const sheet = findTable(workbook, JOURNAL_TABLE)?.sheet.name;
  return sheet === undefined || printed.length === 0 ? [] : [problem('examples-present', { count: printed.length }, { sheet })];
};
