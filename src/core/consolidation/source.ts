import { columnPlace } from '../detect/places';
import type { DetectedTable } from '../detect/detected';
import { MAX_COLUMNS, MAX_ROWS, columnName, quoteSheet } from '../sheet/address';
import type { NameDraft } from '../sheet/draft';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { eachInSteps, type Steps } from '../steps';
import type { FormulaSource } from './formulas';
import { readCopy, readDates, readFigures, readNumbers, readRanks, type ReadColumn } from './reading';
import { hasDatesBelow } from './rows';
import { columnsOf, type Rule } from './rule';
import { NameMaker, namePart, SUFFIXES } from './source-names';

/**
 * How formulas reach the user's rows so that rows added later are counted: a native table by its structured references, a
 * range by defined names that end at the last row with a date, and what has to be converted by the reading sheet.
 */
export type SourcePlan = FormulaSource & {
  names: readonly NameDraft[];
  /** Formula (without `=`) of the number of rows of data. */
  rows: string;
  /** Columns of the reading sheet, dates first. */
  reading: readonly ReadColumn[];
  /** Cell of a source row as the reading sheet sees it, `row` being an expression that counts from 1. */
  readCell: (column: number, row: string) => string;
  /** Whole column of data, as the reading sheet's ranks need it. */
  whole: (column: number) => string;
};

/** Where the plan's own sheets hold what the names refer to. */
export type PlanPlaces = {
  /** `'Sources'!$B$7`: the number of rows of data that formulas read; null where no sheet says it, and each name finds it. */
  rowsCell: string | null;
  /** null: nothing is to be converted, only columns as they are can be reached. */
  readingSheet: string | null;
  /** Rows that the reading sheet converts; more data than that shows as a gap until the next run. */
  capacity: number;
  /** What names begin with; absent: the table's name, or its sheet's. */
  base?: string;
  /** Of a table without dates: the column whose last filled cell ends its rows. */
  key?: number;
};

/**
 * A whole source: its own column letters, from the header down, so that a row inserted right under the header counts. Where
 * dates run across, its own row from the labels on: `'Hebdo'!$C$4:$XFD$4`.
 */
const anchored = (table: DetectedTable, column: number): string => {
  const sheet = quoteSheet(table.sheet);
  if (table.kind === 'across') {
    const row = String(column + 1);
    return `${sheet}!$${columnName(table.headerRow)}$${row}:$${columnName(MAX_COLUMNS - 1)}$${row}`;
  }
  const letters = columnName(column);
  return `${sheet}!$${letters}$${String(table.headerRow + 1)}:$${letters}$${String(MAX_ROWS)}`;
};

/** `calls[Date of Call]`; brackets, number signs, apostrophes and at signs in a header are escaped with an apostrophe. */
const structuredReference = (table: string, header: string): string => `${table}[${header.replace(/[[\]#'@]/g, "'$&")}]`;

/** Rows below a table without dates in which more of them may be typed. */
const ROOM_BELOW = 1_000;

/**
 * Number of rows of a table without dates: down to the last filled cell of a column, or as many as there are now where
 * something else (a total, a note) stands below.
 */
const rowsOfUndated = (sheet: SheetSnapshot, table: DetectedTable, key: number): string => {
  const letters = columnName(key);
  const cells = (first: number, last: number): string =>
    `${quoteSheet(table.sheet)}!$${letters}$${String(first + 1)}:$${letters}$${String(last + 1)}`;
  const below = Array.from({ length: ROOM_BELOW }, (_, row) => valueAt(sheet, table.lastRow + 1 + row, key));
  if (below.some((value) => value !== '') || valueAt(sheet, table.lastRow, key) === '')
    return `ROWS(${cells(table.firstRow, table.lastRow)})`;
  const room = cells(table.firstRow, Math.min(MAX_ROWS - 1, table.lastRow + ROOM_BELOW));
  return `SUMPRODUCT(MAX((${room}<>"")*(ROW(${room})-ROW(${cells(table.headerRow, table.headerRow)}))))`;
};

/**
 * Plans the references of the rules over a table; null when its dates cannot be read by a formula, or when it has none and
 * no other column says where its rows end.
 */
export function* planSourceSteps(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  table: DetectedTable,
  rules: readonly Rule[],
  places: PlanPlaces,
): Steps<SourcePlan | null> {
  const dates = table.dateColumn === null ? null : readDates(sheet, table, workbook.date1904);
  const dateColumn = table.dateColumn ?? places.key;
  if (dates === undefined || dateColumn === undefined) return null;
  const maker = new NameMaker(namePart(places.base ?? table.table ?? table.sheet), workbook);
  const headerOf = (column: number): string => table.columns.find((candidate) => candidate.column === column)?.header ?? '';
  const nameOf = (column: number): string => headerOf(column) || columnPlace(table, column);
  const suffixOf = (column: number, kind: ReadColumn['kind']): string => `${nameOf(column)}_${SUFFIXES[kind]}`;
  // What the reading sheet converts already it goes on converting: formulas of other sheets stand on it.
  const withStanding = (columns: readonly number[], kind: ReadColumn['kind']): number[] => {
    const { readingSheet } = places;
    if (readingSheet === null) return [...new Set(columns)];
    const standing = table.columns.map(({ column }) => column).filter((column) => column !== dateColumn);
    return [...new Set([...columns, ...standing.filter((column) => maker.stands(suffixOf(column, kind), readingSheet))])];
  };
  const used = withStanding(rules.flatMap(columnsOf), 'number');
  const readAs = function* (columns: readonly number[], how: typeof readNumbers): Steps<ReadColumn[]> {
    const found = yield* eachInSteps(columns, function* (column) {
      const detected = table.columns.find((candidate) => candidate.column === column);
      return detected ? yield* how(sheet, table, detected) : null;
    });
    return found.filter((read) => read !== null);
  };
  const converted = yield* readAs(used, readNumbers);
  const figures = yield* readAs(withStanding(columnsUnder(rules, ['min', 'max']), 'figure'), readFigures);
  const ranked = withStanding(columnsUnder(rules, ['distinct']), 'rank').map(readRanks);
  const needed = [...(dates ? [dates] : []), ...converted, ...figures, ...ranked];
  // The reading sheet runs downwards: beside it, nothing can be taken from a row.
  const copied =
    table.kind === 'across' && needed.length > 0
      ? [...(dates ? [] : [dateColumn]), ...used.filter((column) => !converted.some((read) => read.column === column))].map(
          readCopy,
        )
      : [];
  const reading = [...needed, ...copied];
  const native = table.table;

  const tableColumn = (column: number): string => {
    const snapshot = sheet.tables.find((candidate) => candidate.name === native);
    return structuredReference(native ?? '', snapshot?.columns[column - table.firstColumn] ?? '');
  };
  const rows = native
    ? `ROWS(${tableColumn(dateColumn)})`
    : table.dateColumn === null
      ? rowsOfUndated(sheet, table, dateColumn)
      : hasDatesBelow(sheet, table, workbook.date1904)
        ? String(table.lastRow - table.headerRow)
        : lastRowFormula(anchored(table, dateColumn), dates !== null);
  const rowsRead = places.rowsCell ?? (reading.length > 0 ? `MIN(${String(places.capacity)},${rows})` : rows);
  const inTable = (column: number): string => {
    const reference = tableColumn(column);
    if (reading.length === 0) return reference;
    // Ranges in one formula have to be of one size: beside the reading sheet, the table's columns end where it does.
    const limited = `INDEX(${reference},1):INDEX(${reference},${rowsRead})`;
    return maker.add(`c${String(column)}`, nameOf(column), limited, true);
  };
  const inRange = (column: number): string => {
    const all = anchored(table, column);
    const end = `1+MAX(1,${rowsRead})`;
    return maker.add(`c${String(column)}`, nameOf(column), `INDEX(${all},2):INDEX(${all},${end})`, true);
  };
  const unread = (column: number): string => (native ? inTable(column) : inRange(column));
  const read = (column: number, kind: ReadColumn['kind']): string => {
    const letters = columnName(1 + reading.findIndex((candidate) => candidate.column === column && candidate.kind === kind));
    const whole = `${quoteSheet(places.readingSheet ?? '')}!$${letters}$2:$${letters}$${String(places.capacity + 1)}`;
    return maker.add(
      `${kind}${String(column)}`,
      suffixOf(column, kind),
      `INDEX(${whole},1):INDEX(${whole},MAX(1,${rowsRead}))`,
      false,
    );
  };
  const original = (column: number): string =>
    copied.some((candidate) => candidate.column === column) ? read(column, 'copy') : unread(column);
  const column = (wanted: number): string => {
    const conversion = converted.find((candidate) => candidate.column === wanted);
    return conversion ? read(wanted, conversion.kind) : original(wanted);
  };
  const plan = {
    date: dates ? read(dateColumn, 'date') : original(dateColumn),
    column,
    figure: (wanted: number) => {
      const number = column(wanted);
      const found = figures.some((candidate) => candidate.column === wanted);
      return { number, value: found ? read(wanted, 'figure') : number };
    },
    rank: (wanted: number) => read(wanted, 'rank'),
    rows,
    reading,
    readCell: (wanted: number, row: string) =>
      native ? `INDEX(${tableColumn(wanted)},${row})` : `INDEX(${anchored(table, wanted)},1+${row})`,
    whole: unread,
  };
  // Names are given here once and for all: formulas only look them up.
  for (const wanted of used) {
    plan.column(wanted);
    yield undefined;
  }
  for (const { column: wanted } of figures) plan.figure(wanted);
  for (const { column: wanted } of ranked) plan.rank(wanted);
  for (const { column: wanted } of reading) plan.whole(wanted);
  return { ...plan, names: maker.names };
}

/** Rows of data under a header: the last number (or text) of the date column, found by a search that needs no order. */
const lastRowFormula = (all: string, texts: boolean): string => {
  const lastNumber = `IFERROR(MATCH(9.9E+307,${all}),1)`;
  return texts ? `MAX(${lastNumber},IFERROR(MATCH("zzz",${all}),1))-1` : `${lastNumber}-1`;
};

/** Columns that the rules use under certain kinds, each once. */
const columnsUnder = (rules: readonly Rule[], kinds: readonly Rule['kind'][]): number[] => {
  const found = (rule: Rule): number[] => {
    switch (rule.kind) {
      case 'ratio':
        return [...found(rule.numerator), ...found(rule.denominator)];
      case 'combination':
        return rule.terms.flatMap((term) => found(term.rule));
      case 'atLast':
        return found(rule.rule);
      default:
        return kinds.includes(rule.kind) ? columnsOf(rule) : [];
    }
  };
  return [...new Set(rules.flatMap(found))];
};
