import { sheetNameFor } from '../consolidation/consolidate';
import type { CellDraft, SheetDraft, StyleDraft, TableDraft } from '../sheet/draft';
import { findTable, type TableSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import type { Language } from './content';
import { freeRow } from './freeRow';
import {
  HISTORY_HEADERS,
  HISTORY_TABLE,
  historyCells,
  historyColumns,
  placedHistory,
  type HistoryColumn,
  type HistoryRow,
} from './history';

const WIDTHS: Partial<Record<HistoryColumn, number>> = {
  rule: 240,
  reason: 180,
  values: 300,
  projections: 300,
  sheet: 120,
  period: 120,
};

const DATES: readonly HistoryColumn[] = ['start', 'last', 'issued', 'sent'];

const dateStyles = (row: number, rows: number, columnOf: (column: HistoryColumn) => number): StyleDraft[] =>
  DATES.map((column) => ({
    area: { row, column: columnOf(column), rows, columns: 1 },
    style: { numberFormat: 'dd/mm/yyyy' },
  }));

const tableOver = (area: TableDraft['area']): TableDraft => ({
  name: HISTORY_TABLE,
  area,
  style: 'TableStyleLight1',
  showFilters: true,
});

/** A new history sheet with all its rows, `tblMeteo` from A1. At least one row: a table needs one. */
export const historyDraft = (rows: readonly HistoryRow[], language: Language, date1904 = false): SheetDraft => {
  const header = historyColumns.map((column): CellDraft => ({ text: HISTORY_HEADERS[language][column] }));
  const lines = rows.map((row) => {
    const cells = historyCells(row, language, date1904);
    return historyColumns.map((column) => cells[column]);
  });
  const body = lines.length > 0 ? lines : [historyColumns.map((): CellDraft => null)];
  return {
    name: vocabulary(language).sheets.history,
    owner: 'own',
    columns: historyColumns.map((column, index) => ({ column: index, width: WIDTHS[column] ?? 81 })),
    blocks: [{ row: 0, column: 0, cells: [header, ...body] }],
    styles: dateStyles(1, body.length, (column) => historyColumns.indexOf(column)),
    tables: [tableOver({ row: 0, column: 0, rows: body.length + 1, columns: historyColumns.length })],
    freeze: { rows: 1, columns: 0 },
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      fit: { pagesWide: 1 },
    },
  };
};

/** The table's headers as they are, then those of ours that somebody deleted. */
const headersOf = ({ columns }: TableSnapshot, language: Language): string[] => {
  const present = new Set(columns.map((header) => header.trim().toLowerCase()));
  const isMissing = (column: HistoryColumn): boolean =>
    !(['fr', 'en'] as const).some((known) => present.has(HISTORY_HEADERS[known][column].toLowerCase()));
  return [...columns, ...historyColumns.filter(isMissing).map((column) => HISTORY_HEADERS[language][column])];
};

const columnOfHeader = (header: string): HistoryColumn | null =>
  historyColumns.find((column) =>
    (['fr', 'en'] as const).some((known) => HISTORY_HEADERS[known][column].toLowerCase() === header.trim().toLowerCase()),
  ) ?? null;

/**
 * The history with a météo's row. Where the workbook has a history, only that row is written, in the place of the one of
 * its number or under the last: other rows, columns that somebody added and rows that can no longer be read stay as they
 * are, on the sheet that holds them whatever its user calls it now.
 */
export const historyWith = (workbook: WorkbookSnapshot, row: HistoryRow, language: Language): SheetDraft => {
  const found = findTable(workbook, HISTORY_TABLE);
  if (!found) {
    const name = sheetNameFor(workbook, HISTORY_TABLE, vocabulary(language).sheets.history, new Set());
    return { ...historyDraft([row], language, workbook.date1904), name };
  }
  const { sheet, table } = found;
  const { area } = table;
  const headers = headersOf(table, language);
  const headerRow = table.hasHeaders ? area.row : area.row - 1;
  const former = placedHistory(workbook).find((placed) => placed.row.number === row.number);
  const at = former?.at ?? freeRow(sheet, table, headerRow + 1, headers.length);
  const cells = historyCells(row, language, workbook.date1904);
  const line = headers.map((header): CellDraft => {
    const column = columnOfHeader(header);
    // What the former row said and this one does not say any more goes; what is not ours stays.
    return column === null ? null : (cells[column] ?? { empty: true });
  });
  const end = Math.max(area.row + area.rows, at + 1);
  return {
    name: sheet.name,
    owner: 'user',
    blocks: [
      { row: headerRow, column: area.column, cells: [headers.map((header) => ({ text: header }))] },
      { row: at, column: area.column, cells: [line] },
    ],
    styles: dateStyles(at, 1, (wanted) => area.column + headers.findIndex((header) => columnOfHeader(header) === wanted)),
    tables: [tableOver({ row: headerRow, column: area.column, rows: end - headerRow, columns: headers.length })],
  };
};
