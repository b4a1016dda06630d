import { sheetNameFor } from '../consolidation/consolidate';
import { toHostSerial } from '../period/serial';
import { done, problem, refused, type Result } from '../problem';
import { cellName } from '../sheet/address';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { DATE_FORMATS } from '../template/table';
import { vocabulary } from '../words/vocabulary';
import type { Language } from './content';
import { freeRow } from './freeRow';
import type { JournalEntry } from './journal';
import { journalCells, journalDraft } from './journalDraft';
import { journalColumns, JOURNAL_TABLE, journalWords, type JournalColumn } from './journalWords';

/** What to write, with the cell of each new entry's text; no draft where there is nothing to write. */
export type JournalDraft = { draft: SheetDraft | null; cells: readonly string[] };

const columnOfHeader = (header: string): JournalColumn | null =>
  journalColumns.find((column) =>
    (['fr', 'en'] as const).some(
      (language) => journalWords[language].headers[column].toLowerCase() === header.trim().toLowerCase(),
    ),
  ) ?? null;

/** An entry with its dates as a workbook counts them. */
const inDatesOf = (workbook: WorkbookSnapshot, entry: JournalEntry): JournalEntry => {
  const date = (serial: number | null): number | null => (serial === null ? null : toHostSerial(serial, workbook.date1904));
  return { ...entry, date: date(entry.date), due: date(entry.due) };
};

/**
 * The journal with more entries: under the last row that holds something, in the columns that the table has, whatever their
 * order; what people typed and the columns that they added stay as they are. Where the workbook has no journal, a new sheet,
 * even without entries. Refused where a totals row closes the table.
 */
export const journalWith = (
  workbook: WorkbookSnapshot,
  entries: readonly JournalEntry[],
  language: Language,
): Result<JournalDraft> => {
  const added = entries.map((entry) => inDatesOf(workbook, entry));
  const found = findTable(workbook, JOURNAL_TABLE);
  if (!found) {
    const name = sheetNameFor(workbook, JOURNAL_TABLE, vocabulary(language).sheets.journal, new Set());
    const draft = journalDraft(language, added, name, workbook.date1904);
    const header = draft.tables?.find((table) => table.name === JOURNAL_TABLE)?.area;
    const place = (index: number): string =>
      cellName((header?.row ?? 0) + 1 + index, (header?.column ?? 0) + journalColumns.indexOf('text'));
    return done({ draft, cells: added.map((_, index) => place(index)) });
  }
  if (added.length === 0) return done({ draft: null, cells: [] });
  const { sheet, table } = found;
  if (table.hasTotals) return refused(problem('journal-totals', {}, { sheet: sheet.name }));
  const { area } = table;
  const columns = table.columns.map(columnOfHeader);
  const at = freeRow(sheet, table, area.row + (table.hasHeaders ? 1 : 0), columns.length);
  const lines = added.map((entry) => {
    const cells = journalCells(entry, language);
    return columns.map((column): CellDraft => (column === null ? null : cells[column]));
  });
  const rows = Math.max(area.rows, at + added.length - area.row);
  const dates = columns.flatMap((column, index) => (column === 'date' || column === 'due' ? [index] : []));
  return done({
    draft: {
      name: sheet.name,
      owner: 'user',
      blocks: [{ row: at, column: area.column, cells: lines }],
      styles: dates.map((index) => ({
        area: { row: at, column: area.column + index, rows: added.length, columns: 1 },
        style: { numberFormat: DATE_FORMATS[language] },
      })),
      ...(rows > area.rows && {
        tables: [{ name: table.name, area: { ...area, rows }, style: 'TableStyleLight1', showFilters: true }],
      }),
    },
    cells: added.map((_, index) => cellName(at + index, area.column + Math.max(0, columns.indexOf('text')))),
  });
};
