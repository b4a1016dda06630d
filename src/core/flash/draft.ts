import { sheetNameFor } from '../consolidation/consolidate';
import { freeRow } from '../meteo/freeRow';
import { toHostSerial } from '../period/serial';
import { done, problem, refused, type Result } from '../problem';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import type { TemplateDomain } from '../template/domains';
import { FLASH_TABLE, flashTable, type FlashColumn } from '../template/flash-table';
import { sheetOfTable } from '../template/table';
import { round } from '../words/numbers';
import { vocabulary } from '../words/vocabulary';
import type { FlashPoint } from './point';
import { flashColumns, flashRecords, isSameMoment } from './records';
import type { FlashSubject } from './subject';
import { causeOfPoint, isComputedCause } from './text';

/** A serial's time of day to the minute: what a person would type, whatever the clock says beyond. */
const toMinute = (moment: number): number => Math.round(moment * 1440) / 1440;

const number = (value: number | null): CellDraft => (value === null ? null : { number: value });
/** A text, or nothing where the cell holds one of ours that does not hold any more. */
const text = (value: string, before: string): CellDraft => {
  if (value !== '') return { text: value };
  return before !== '' && isComputedCause(before) ? { empty: true } : null;
};

/** Cells of a point by what their column is; null leaves a cell as it is. */
const cellsOf = (workbook: WorkbookSnapshot, point: FlashPoint, action: string): ReadonlyMap<string, CellDraft> => {
  const { context, values } = point;
  const host = (moment: number): number => toHostSerial(toMinute(moment), workbook.date1904);
  const [volume] = context.counts;
  const total = !volume || volume.expected === null || volume.rest === null ? null : volume.expected + volume.rest;
  const own: readonly (readonly [FlashColumn, CellDraft])[] = [
    ['moment', { number: host(context.moment) }],
    ['forecast', number(total === null ? null : round(total, 0))],
    ['cause', text(causeOfPoint(point), context.kept.cause)],
    ['action', text(action.trim(), '')],
    ['next', number(context.next === null ? null : host(context.next))],
  ];
  const counts = context.counts.map(({ id }, index) => [id as string, number(values[index] ?? null)] as const);
  return new Map<string, CellDraft>([...own, ...counts]);
};

/** Formulas of the template's rates, by their header in either language: what a new row of the table computes. */
const formulasOf = (domain: TemplateDomain, date1904: boolean): ReadonlyMap<string, string> =>
  new Map(
    (['fr', 'en'] as const).flatMap((language) =>
      (flashTable(domain, language, date1904)?.columns ?? []).flatMap(({ header, formula }) =>
        formula === undefined ? [] : [[header, formula] as const],
      ),
    ),
  );

/** The rows of the workbook's table with a point in its own row, or in the first free one. */
const inTable = (
  workbook: WorkbookSnapshot,
  found: NonNullable<ReturnType<typeof findTable>>,
  subject: FlashSubject,
  point: FlashPoint,
  action: string,
): SheetDraft => {
  const { sheet, table } = found;
  const { area } = table;
  const own = flashRecords(workbook, subject.measures).find((record) => isSameMoment(record.moment, point.context.moment));
  const row = own?.row ?? freeRow(sheet, table, area.row + (table.hasHeaders ? 1 : 0), table.columns.length);
  const cells = cellsOf(workbook, point, action);
  const formulas = formulasOf(subject.domain, workbook.date1904);
  const columns = flashColumns(workbook, subject.measures);
  const line = table.columns.map((header, index): CellDraft => {
    const column = columns[index];
    // What a person forecast stays; so does the time at which somebody says the next point is.
    if (own && ((column === 'forecast' && own.forecast !== null) || (column === 'next' && own.next !== null))) return null;
    if (column !== undefined) return cells.get(column) ?? null;
    const formula = formulas.get(header.trim());
    return own || formula === undefined ? null : { formula };
  });
  const rows = Math.max(area.rows, row + 1 - area.row);
  return {
    name: sheet.name,
    owner: 'user',
    blocks: [{ row, column: area.column, cells: [line] }],
    ...(rows > area.rows && {
      tables: [{ name: table.name, area: { ...area, rows }, style: 'TableStyleLight1', showFilters: true }],
    }),
  };
};

/** A new sheet of flash points that holds one. */
const inNewSheet = (
  workbook: WorkbookSnapshot,
  { domain, measures }: FlashSubject,
  point: FlashPoint,
  action: string,
): SheetDraft | null => {
  const { language } = point.context;
  const table = flashTable(domain, language, workbook.date1904);
  if (!table) return null;
  const cells = cellsOf(workbook, point, action);
  const rates = table.columns.filter(({ formula }) => formula !== undefined).length;
  const order = [
    'moment',
    ...measures.map(({ id }) => id),
    ...Array<null>(rates).fill(null),
    'forecast',
    'cause',
    'action',
    'next',
  ];
  const name = sheetNameFor(workbook, FLASH_TABLE, vocabulary(language).sheets.flash, new Set());
  const row = order.map((column): CellDraft => (column === null ? null : (cells.get(column) ?? null)));
  return sheetOfTable(table, { name, language, rows: [row] });
};

/**
 * The workbook's sheet of flash points with this one: its own row again where there is one of the same minute, else the first
 * free row, else a new sheet. A cause, a forecast and a next time that a person typed stay; columns that are not ours too.
 * Refused where a totals row closes the table.
 */
export const flashDraft = (
  workbook: WorkbookSnapshot,
  subject: FlashSubject,
  point: FlashPoint,
  action: string,
): Result<SheetDraft> => {
  const found = findTable(workbook, FLASH_TABLE);
  if (found?.table.hasTotals) return refused(problem('flash-totals', {}, { sheet: found.sheet.name }));
  if (found) return done(inTable(workbook, found, subject, point, action));
  const sheet = inNewSheet(workbook, subject, point, action);
  return sheet ? done(sheet) : refused(problem('flash-no-counts', {}));
};
