import type { CellDraft, SheetDraft, StyleDraft } from '../sheet/draft';
import { areaReference } from '../sheet/address';
import { vocabulary } from '../words/vocabulary';
import type { Language } from './content';
import type { JournalEntry } from './journal';
import { JOURNAL_TABLE, journalColumns, journalWords, type JournalColumn } from './journalWords';

const HEADER_ROW = 3;
/** Rows that are ready to be typed in; the table grows by itself under them. */
const READY_ROWS = 12;
/** Lists of choices stand to the right of the table, one column apart. */
const LISTS_COLUMN = journalColumns.length + 1;
/** Rows that a choice is offered in. */
const VALIDATED_ROWS = 500;

const WIDTHS: Readonly<Record<JournalColumn, number>> = {
  date: 66,
  kind: 96,
  horizon: 81,
  text: 300,
  effect: 120,
  role: 132,
  due: 66,
  state: 66,
  visible: 84,
};

const text = (value: string): CellDraft => (value === '' ? null : { text: value });
const date = (value: number | null): CellDraft => (value === null ? null : { number: value });

const rowOf = (entry: JournalEntry, language: Language): CellDraft[] => {
  const words = journalWords[language];
  const { yes, no } = vocabulary(language);
  const cells: Readonly<Record<JournalColumn, CellDraft>> = {
    date: date(entry.date),
    kind: text(words.kinds[entry.kind]),
    horizon: text(entry.horizon ? words.horizons[entry.horizon] : ''),
    text: text(entry.text),
    effect: text(entry.effect),
    role: text(entry.role),
    due: date(entry.due),
    state: text(words.states[entry.state]),
    visible: text(entry.visible ? yes : no),
  };
  return journalColumns.map((column) => cells[column]);
};

/**
 * A new Journal sheet: `tblJournal` from A4, with the entries given or ready rows, and choices for kind, horizon, status and
 * visibility. To be written only where the workbook has no journal: what people typed is never rewritten. `name` where
 * another sheet has its usual one.
 */
export const journalDraft = (
  language: Language,
  entries: readonly JournalEntry[] = [],
  name = vocabulary(language).sheets.journal,
): SheetDraft => {
  const words = journalWords[language];
  const { yes, no } = vocabulary(language);
  const rows = entries.map((entry) => rowOf(entry, language));
  const ready = Array.from({ length: Math.max(0, READY_ROWS - rows.length) }, () => journalColumns.map((): CellDraft => null));
  const count = rows.length + ready.length;
  const lists: readonly (readonly [JournalColumn, readonly string[]])[] = [
    ['kind', Object.values(words.kinds)],
    ['horizon', Object.values(words.horizons)],
    ['state', Object.values(words.states)],
    ['visible', [yes, no]],
  ];
  const body = (column: JournalColumn, rowCount: number) => ({
    row: HEADER_ROW + 1,
    column: journalColumns.indexOf(column),
    rows: rowCount,
    columns: 1,
  });
  const dates: StyleDraft[] = (['date', 'due'] as const).map((column) => ({
    area: body(column, VALIDATED_ROWS),
    style: { numberFormat: 'dd/mm/yyyy', horizontal: 'left' },
  }));
  return {
    name,
    owner: 'own',
    columns: [
      ...journalColumns.map((column, index) => ({ column: index, width: WIDTHS[column] })),
      { column: LISTS_COLUMN, count: lists.length, width: 96 },
    ],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: words.title }], [{ text: words.hint }]] },
      {
        row: HEADER_ROW,
        column: 0,
        cells: [journalColumns.map((column): CellDraft => ({ text: words.headers[column] })), ...rows, ...ready],
      },
      { row: HEADER_ROW - 1, column: LISTS_COLUMN, cells: [[{ text: words.lists }]] },
      ...lists.map(([, values], index) => ({
        row: HEADER_ROW,
        column: LISTS_COLUMN + index,
        cells: values.map((value): CellDraft[] => [{ text: value }]),
      })),
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true } } },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { font: { color: '#595959' } } },
      {
        area: { row: HEADER_ROW - 1, column: LISTS_COLUMN, rows: 8, columns: lists.length },
        style: { font: { size: 8, color: '#595959' } },
      },
      { area: body('text', VALIDATED_ROWS), style: { wrap: true, vertical: 'top' } },
      ...dates,
    ],
    tables: [
      {
        name: JOURNAL_TABLE,
        area: { row: HEADER_ROW, column: 0, rows: count + 1, columns: journalColumns.length },
        style: 'TableStyleLight1',
        showFilters: true,
      },
    ],
    validations: lists.map(([column, values], index) => ({
      area: body(column, VALIDATED_ROWS),
      rule: {
        list: `=${areaReference(name, { row: HEADER_ROW, column: LISTS_COLUMN + index, rows: values.length, columns: 1 })}`,
      },
    })),
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
  };
};
