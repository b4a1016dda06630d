import type { Language } from '../meteo/content';
import { periodOf } from '../period/calendar';
import type { Period, PeriodKind } from '../period/period';
import { toHostSerial } from '../period/serial';
import { cellName, columnIndex } from '../sheet/address';
import type { CellDraft, FillDraft } from '../sheet/draft';
import { mapInSteps, type Steps } from '../steps';
import { rowFormulas } from './by-rows';
import { formulaOf, totalFormula, type FormulaSource } from './formulas';
import { isAdditive, ruleAt, rulesOfColumn, type ConsolidatedColumn, type Rule } from './rule';
import { CONSOLIDATION_WORDS } from './words';

/**
 * A row of a consolidation sheet. `reached` and `data` are prepared ahead and show nothing until the source's last date is
 * in the period or beyond it (an open day that was missed is a blank row), or until the period has data (a closed day that
 * was worked after all).
 */
export type PeriodRow = { period: Period; shown: 'now' | 'reached' | 'data' };

/** Where the sheet Sources says what the data cover, as absolute references. */
type SourceFacts = {
  /** First and last day that the source covers. */
  from: string;
  to: string;
  /** Last date of the source, with or without figures. */
  reached: string;
  /** Number of dates out of order. */
  disorder: string;
};

/** What the rows of one sheet are made from. */
export type PeriodRowsRequest = {
  kind: PeriodKind;
  rows: readonly PeriodRow[];
  columns: readonly ConsolidatedColumn[];
  source: FormulaSource;
  /** The source's rows are in order of date: each period reads its own rows only. */
  ordered: boolean;
  /** No date of the source has hours. */
  wholeDays: boolean;
  facts: SourceFacts;
  language: Language;
  date1904: boolean;
};

/** Key, start, end, complete. */
export const FIRST_FIGURE = 4;

/** An absolute reference in R1C1: `'Sources'!$B$10` is `'Sources'!R10C2`. */
const inR1C1 = (reference: string): string =>
  reference.replace(/\$([A-Z]+)\$(\d+)$/, (_, letters: string, row: string) => `R${row}C${String(columnIndex(letters) + 1)}`);

/** Cell of a row's own in a 0-based column: `ownCell(1)` is `RC2`. */
const ownCell = (column: number): string => `RC${String(column + 1)}`;

/** Key as a sheet shows it: `2026-S05`, in English `2026-W05`. */
const shownKey = ({ kind, key }: Period, language: Language): string =>
  kind === 'week' && language === 'en' ? key.replace('S', 'W') : key;

/** Rows whose cells are made between two pauses. */
const ROWS_PER_STEP = 500;

/** Key, start and end of each row: constants, or formulas where the row is prepared ahead. `top` is the first row's place. */
export function* keyCells(request: PeriodRowsRequest, top: number): Steps<CellDraft[][]> {
  const { source, facts, language, date1904 } = request;
  const cellsOf = ({ period, shown }: PeriodRow, index: number): CellDraft[] => {
    const start = toHostSerial(period.start, date1904);
    const end = toHostSerial(period.end - 1, date1904);
    const key = shownKey(period, language);
    if (shown === 'now') return [{ text: key }, { number: start }, { number: end }];
    const dated = `COUNTIFS(${source.date},">=${String(start)}",${source.date},"<${String(end + 1)}")>0`;
    const begun = shown === 'reached' ? `${facts.reached}>=${String(start)}` : dated;
    const follows = (serial: number): CellDraft => ({ formula: `=IF($${cellName(top + index, 0)}="","",${String(serial)})` });
    return [{ formula: `=IF(${begun},"${key}","")` }, follows(start), follows(end)];
  };
  const cells: CellDraft[][] = [];
  for (const [index, row] of request.rows.entries()) {
    cells.push(cellsOf(row, index));
    if (index % ROWS_PER_STEP === 0) yield undefined;
  }
  return cells;
}

/** Runs of rows that follow one definition of a column: `{ first: 0, count: 12, rule }`. */
const runs = (column: ConsolidatedColumn, rows: readonly PeriodRow[]): { first: number; count: number; rule: Rule }[] => {
  if (!column.earlier?.length) return rows.length > 0 ? [{ first: 0, count: rows.length, rule: column.rule }] : [];
  const found: { first: number; count: number; rule: Rule }[] = [];
  for (const [index, { period }] of rows.entries()) {
    const rule = ruleAt(column, period.start);
    const run = found.at(-1);
    if (run?.rule === rule) run.count++;
    else found.push({ first: index, count: 1, rule });
  }
  return found;
};

/** Columns of a sheet beyond the figures: the first and the last row of each period in a source in order of date. */
export const rowColumns = ({ ordered, columns }: PeriodRowsRequest): { first: number; last: number } | null =>
  ordered ? { first: FIRST_FIGURE + columns.length, last: FIRST_FIGURE + columns.length + 1 } : null;

/** The formulas of the rows, each once for all the rows that it fills. */
export function* rowFills(request: PeriodRowsRequest, top: number): Steps<FillDraft[]> {
  const { kind, rows, columns, source, facts, wholeDays, language } = request;
  const { yes, no } = CONSOLIDATION_WORDS[language];
  const [start, end] = [ownCell(1), ownCell(2)];
  const own = rowColumns(request);
  const down = (column: number, formulaR1C1: string, first = 0, count = rows.length): FillDraft => ({
    area: { row: top + first, column, rows: count, columns: 1 },
    formulaR1C1,
  });
  const cells = own
    ? { start, end, rows: { first: ownCell(own.first), last: ownCell(own.last) } }
    : { start, end: kind === 'day' && wholeDays ? null : end, prepared: true };
  const found = rowFormulas(source.date, start, end);
  const figures = yield* mapInSteps(columns, (column, index) =>
    runs(column, rows).map(({ first, count, rule }) => down(FIRST_FIGURE + index, formulaOf(rule, source, cells), first, count)),
  );
  return [
    ...(own ? [down(own.first, found.first), down(own.last, found.last)] : []),
    down(
      FIRST_FIGURE - 1,
      `=IF(${start}="","",IF(AND(${start}>=${inR1C1(facts.from)},${end}<=${inR1C1(facts.to)}),"${yes}","${no}"))`,
    ),
    ...figures.flat(),
  ];
}

/** True when the rows of a column add up to its total, whichever of its definitions they follow. */
export const addsUp = (column: ConsolidatedColumn): boolean => rulesOfColumn(column).every(isAdditive);

/** What a column comes to over all dated rows of the source, each definition over the periods that follow it. */
export const sourceTotal = (column: ConsolidatedColumn, { kind, source, date1904 }: PeriodRowsRequest): string => {
  const definitions = [...(column.earlier ?? []), { before: null, rule: column.rule }];
  let from: number | null = null;
  return definitions
    .map(({ before, rule }) => {
      const next: number | null = before === null ? null : toHostSerial(periodOf(before - 1, kind).end, date1904);
      const total = totalFormula(rule, source, { from, before: next });
      from = next;
      return total;
    })
    .join('+');
};
