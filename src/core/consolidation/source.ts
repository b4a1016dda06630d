import { columnPlace, dateIn } from '../detect/places';
import type { DetectedTable } from '../detect/detected';
import { MAX_COLUMNS, MAX_ROWS, columnName, quoteSheet } from '../sheet/address';
import type { NameDraft } from '../sheet/draft';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import type { FormulaSource } from './formulas';
import { readCopy, readDates, readFigures, readNumbers, readRanks, type ReadColumn } from './reading';
import { columnsOf, type Rule } from './rule';

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
};

/** A text as part of a defined name: letters of any script, digits, `_`; never a cell address by its shape. */
export const namePart = (text: string): string => {
  const part = text
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return part === '' ? 'Colonne' : part.slice(0, 60);
};

const SUFFIXES: Record<ReadColumn['kind'], string> = {
  date: 'lu',
  number: 'lu',
  clean: 'lu',
  figure: 'chiffre',
  rank: 'rang',
  copy: 'copie',
};

/** The column that a growing range begins in, sheet quoted or not: `=INDEX('Suivi'!$C$4:$C$1048576,2):…` gives `suivi!c`; a row, `hebdo!4`. */
const columnBehind = (formula: string): string => {
  const range = /INDEX\((.+?!)\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)/i.exec(formula);
  const [, sheet = '', first = '', row = '', last = ''] = range ?? [];
  const line = range ? `${sheet}${first === last ? first : row}` : (/INDEX\((.+?\]),/i.exec(formula)?.[1] ?? '');
  return line.replace(/['$]/g, '').toLowerCase();
};

/** Names given once each, whatever the case; a digit at the front gets `_`. */
class NameMaker {
  private readonly taken = new Set<string>();
  private readonly made = new Map<string, NameDraft>();
  private readonly growing = new Map<string, string>();

  constructor(
    private readonly base: string,
    snapshot: WorkbookSnapshot,
  ) {
    // A name of the user's stays the user's: only growing ranges, as written here, are written again.
    for (const { name, formula } of snapshot.names)
      if (/INDEX\(/i.test(formula)) this.growing.set(name.toLowerCase(), formula);
      else this.taken.add(name.toLowerCase());
  }

  private stem(suffix: string): string {
    return `${/^\d/.test(this.base) ? '_' : ''}${this.base}_${namePart(suffix)}`;
  }

  /** True when the workbook has this name already, as a growing range of a sheet. */
  stands(suffix: string, sheet: string): boolean {
    return (this.growing.get(this.stem(suffix).toLowerCase()) ?? '').replaceAll("'", '').includes(`${sheet}!`);
  }

  /** `fixed`: another sheet's formulas may use the name for the column that it has, which it keeps. */
  add(key: string, suffix: string, formula: string, fixed: boolean): string {
    const known = this.made.get(key);
    if (known) return known.name;
    const stem = this.stem(suffix);
    const isOther = (name: string): boolean => {
      const standing = this.growing.get(name);
      return fixed && standing !== undefined && columnBehind(standing) !== columnBehind(formula);
    };
    let name = stem;
    for (let copy = 2; this.taken.has(name.toLowerCase()) || isOther(name.toLowerCase()); copy++)
      name = `${stem}_${String(copy)}`;
    this.taken.add(name.toLowerCase());
    this.made.set(key, { name, formula: `=${formula}` });
    return name;
  }

  get names(): NameDraft[] {
    return [...this.made.values()];
  }
}

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

/** True when dates stand below the table on the same columns: growing down to them would count what is not its own. */
const hasDatesBelow = (sheet: SheetSnapshot, table: DetectedTable, date1904: boolean): boolean => {
  if (!sheet.used || table.dateColumn === null || table.dateWriting === null) return false;
  const figures = table.columns.filter((column) => ['count', 'amount', 'duration', 'rate', 'number'].includes(column.type));
  for (let row = table.lastRow + 1; row < sheet.used.row + sheet.used.rows; row++)
    if (
      dateIn(table, valueAt(sheet, row, table.dateColumn), date1904) !== null &&
      figures.some((column) => typeof valueAt(sheet, row, column.column) === 'number')
    )
      return true;
  return false;
};

/** `calls[Date of Call]`; brackets, number signs, apostrophes and at signs in a header are escaped with an apostrophe. */
const structuredReference = (table: string, header: string): string => `${table}[${header.replace(/[[\]#'@]/g, "'$&")}]`;

/** Plans the references of the rules over a table; null when its dates cannot be read by a formula. */
export const planSource = (
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  table: DetectedTable,
  rules: readonly Rule[],
  places: PlanPlaces,
): SourcePlan | null => {
  const dates = readDates(sheet, table, workbook.date1904);
  const { dateColumn } = table;
  if (dates === undefined || dateColumn === null) return null;
  const maker = new NameMaker(namePart(table.table ?? table.sheet), workbook);
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
  const converted = used.flatMap((column) => {
    const detected = table.columns.find((candidate) => candidate.column === column);
    return detected ? (readNumbers(sheet, table, detected) ?? []) : [];
  });
  const figures = withStanding(columnsUnder(rules, ['min', 'max']), 'figure').flatMap((column) => {
    const detected = table.columns.find((candidate) => candidate.column === column);
    return detected ? (readFigures(sheet, table, detected) ?? []) : [];
  });
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
  for (const wanted of used) plan.column(wanted);
  for (const { column: wanted } of figures) plan.figure(wanted);
  for (const { column: wanted } of ranked) plan.rank(wanted);
  for (const { column: wanted } of reading) plan.whole(wanted);
  return { ...plan, names: maker.names };
};

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
