import { readOwnTable } from '../meteo/ownTable';
import { columnIndex } from '../sheet/address';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import type { ColumnType, DateWriting, DetectedColumn, DetectedTable } from './detected';
import {
  DURATION_WORDS,
  keyOf,
  MAPPING_HEADERS,
  MAPPING_RULES,
  TYPE_WORDS,
  WRITING_WORDS,
  type MappingRule,
} from './mapping-words';
import { plainText } from './words';

export const SOURCES_TABLE = 'tblSources';

/** Cell of a sheet, 0-based. */
export type AnchorPlace = { sheet: string; row: number; column: number };

/** One row of `tblSources`: a column of the source and what it was said to be. */
export type MappedColumn = {
  /** Measure of the catalogue; empty for a column kept under its own header or left out. */
  measure: string;
  /** Header as it was when the user said yes. */
  header: string;
  /** Sheet, table or range as they were called then: words for people, and a way back where the name is gone. */
  sheet: string;
  range: string;
  rule: MappingRule | null;
  /** Value of the rows that count, of a rule `where`. */
  text: string;
  type: ColumnType | null;
  duration: DetectedColumn['duration'] | null;
  writing: DateWriting | null;
  decimal: '.' | ',' | null;
  confirmed: boolean;
  /** Defined name that points at the header's cell: Excel moves it with the cell. Empty for a column left out. */
  anchor: string;
  /** Where that name points now; null where it points at nothing any more. */
  place: AnchorPlace | null;
};

/** The rows of `tblSources` that are about one table, the date column's among them. */
export type MappedSource = { sheet: string; range: string; columns: readonly MappedColumn[]; confirmed: boolean };

/** Prefix of the names that point at header cells. */
export const ANCHOR_PREFIX = 'source.';

/** The one cell that a name's formula points at: `='Suivi 2026'!$C$4`; null where it is anything else, `#REF!` included. */
export const placeOfName = (formula: string): AnchorPlace | null => {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]{1,3})\$(\d{1,7})$/i.exec(formula);
  if (!match) return null;
  const [, quoted, bare = '', letters = '', row = ''] = match;
  return { sheet: quoted?.replaceAll("''", "'") ?? bare, row: Number(row) - 1, column: columnIndex(letters) };
};

const YES = [vocabulary('fr').yes, vocabulary('en').yes, 'x', '1', 'true', 'vrai'];

/** The rule of a cell, and the value of `lignes où la valeur est : Y`. */
const ruleIn = (text: string): { rule: MappingRule | null; text: string } => {
  const [words = '', ...value] = text.split(':');
  const rule = keyOf(MAPPING_RULES, words);
  return { rule, text: rule === 'where' ? value.join(':').trim() : '' };
};

/**
 * The stored mapping of a workbook, one source after the other as the sheet lists them; none where there is no `tblSources`,
 * or one of an earlier version that holds no confirmation.
 */
export const readMapping = (workbook: WorkbookSnapshot): readonly MappedSource[] => {
  const found = findTable(workbook, SOURCES_TABLE);
  const heads = [MAPPING_HEADERS.fr.confirmed, MAPPING_HEADERS.en.confirmed];
  if (!found?.table.columns.some((header) => heads.includes(header.trim()))) return [];
  const names = new Map(workbook.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  const sources = new Map<string, MappedColumn[]>();
  for (const row of readOwnTable(workbook, SOURCES_TABLE, MAPPING_HEADERS)) {
    if (row.text('header') === '') continue;
    const anchor = row.text('anchor');
    const unit = row.text('unit');
    const decimal = row.text('decimal');
    const column: MappedColumn = {
      measure: row.text('measure'),
      header: row.text('header'),
      sheet: row.text('sheet'),
      range: row.text('range'),
      ...ruleIn(row.text('rule')),
      type: keyOf(TYPE_WORDS, row.text('type')),
      duration: keyOf(DURATION_WORDS, unit),
      writing: keyOf(WRITING_WORDS, unit),
      decimal: decimal === '.' || decimal === ',' ? decimal : null,
      confirmed: YES.includes(row.text('confirmed').toLowerCase()),
      anchor,
      place: placeOfName(names.get(anchor.toLowerCase()) ?? ''),
    };
    const key = `${column.sheet}\n${column.range}`;
    sources.set(key, [...(sources.get(key) ?? []), column]);
  }
  return [...sources.values()].map((columns) => ({
    sheet: columns[0]?.sheet ?? '',
    range: columns[0]?.range ?? '',
    columns,
    confirmed: columns.some(({ confirmed }) => confirmed),
  }));
};

/** What headers share that are the same: their plain words, or the header itself where it has none (`#`). */
const headerKey = (header: string): string => {
  const plain = plainText(header);
  return plain === '' ? `\n${header.trim()}` : plain;
};

/** The same header, as people mean it: case, accents, spaces and punctuation do not make another one. */
export const sameHeader = (one: string, other: string): boolean => headerKey(one) === headerKey(other);

/** Columns of a table by what their headers mean. */
const byHeader = (table: DetectedTable): ReadonlyMap<string, readonly DetectedColumn[]> => {
  const found = new Map<string, DetectedColumn[]>();
  for (const column of table.columns) {
    const key = headerKey(column.header);
    const known = found.get(key);
    if (known) known.push(column);
    else found.set(key, [column]);
  }
  return found;
};

/** Rows above the header that a heading in two levels may take. */
const HEADING_LEVELS = 2;

/** The column of a table that a place is the header of; null where it is none of its headers. */
const columnAt = (table: DetectedTable, place: AnchorPlace): number | null => {
  if (place.sheet !== table.sheet) return null;
  const [row, column] = table.kind === 'across' ? [place.column, place.row] : [place.row, place.column];
  const inHeader = row <= table.headerRow && row > table.headerRow - HEADING_LEVELS;
  return inHeader && column >= table.firstColumn && column <= table.lastColumn ? column : null;
};

/** The sheet cell of a column's header. */
export const headerPlace = (table: DetectedTable, column: number): AnchorPlace =>
  table.kind === 'across'
    ? { sheet: table.sheet, row: column, column: table.headerRow }
    : { sheet: table.sheet, row: table.headerRow, column };

/** Where the columns of a source stand in a table now: by their names first, then by headers that only one column has. */
export type Located = { column: MappedColumn; now: DetectedColumn | null; changed: boolean };

/** Finds each column of a source in a table. `changed`: its name points at a column that is called otherwise now. */
export const locate = (source: MappedSource, table: DetectedTable): readonly Located[] => {
  const at = (column: MappedColumn): DetectedColumn | null => {
    const place = column.place && columnAt(table, column.place);
    return table.columns.find((candidate) => candidate.column === place) ?? null;
  };
  const taken = new Set<number>();
  const found = new Map<MappedColumn, DetectedColumn>();
  const take = (column: MappedColumn, now: DetectedColumn | null | undefined): void => {
    if (!now || found.has(column) || taken.has(now.column)) return;
    found.set(column, now);
    taken.add(now.column);
  };
  for (const column of source.columns) {
    const now = at(column);
    if (now && sameHeader(now.header, column.header)) take(column, now);
  }
  const headers = byHeader(table);
  for (const column of source.columns) {
    const called = headers.get(headerKey(column.header)) ?? [];
    if (called.length === 1) take(column, called[0]);
  }
  return source.columns.map((column) => {
    const now = found.get(column);
    if (now) return { column, now, changed: false };
    const other = at(column);
    const free = other !== null && !taken.has(other.column) && other.type !== 'empty' && other.header !== '';
    return free ? { column, now: other, changed: true } : { column, now: null, changed: false };
  });
};

/** How many of a source's columns a table holds; a table that holds none is another. */
const hits = (source: MappedSource, table: DetectedTable): number => {
  const anchored = source.columns.filter(({ place }) => place && columnAt(table, place) !== null).length;
  if (anchored > 0) return anchored;
  // Without its names (a copy of the sheet pasted over it): the table of that name, or the sheet, with most of its headers.
  if (source.range !== table.table && source.sheet !== table.sheet) return 0;
  const headers = byHeader(table);
  const called = source.columns.filter((column) => headers.has(headerKey(column.header))).length;
  return 2 * called >= source.columns.length ? called : 0;
};

/** True when a source's rows are about this table. */
export const isAboutTable = (source: MappedSource, table: DetectedTable): boolean => hits(source, table) > 0;

/** The table that a source's rows are about, of those detected now; null when it is not there any more. */
export const tableOfSource = (source: MappedSource, tables: readonly DetectedTable[]): DetectedTable | null => {
  const best = tables
    .map((table) => ({ table, count: hits(source, table) }))
    .reduce<{ table: DetectedTable; count: number } | null>(
      (most, next) => (next.count > (most?.count ?? 0) ? next : most),
      null,
    );
  return best?.table ?? null;
};
