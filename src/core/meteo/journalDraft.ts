import { journalTable } from '../template/journal-table';
import { sheetOfTable } from '../template/table';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { vocabulary } from '../words/vocabulary';
import type { Language } from './content';
import type { JournalEntry } from './journal';
import { journalColumns, journalWords, type JournalColumn } from './journalWords';

const text = (value: string): CellDraft => (value === '' ? null : { text: value });
const date = (value: number | null): CellDraft => (value === null ? null : { number: value });

/** The cells of an entry, whose dates count as the workbook's do. A text is written as text, whatever it looks like. */
export const journalCells = (entry: JournalEntry, language: Language): Readonly<Record<JournalColumn, CellDraft>> => {
  const words = journalWords[language];
  const { yes, no } = vocabulary(language);
  return {
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
};

const rowOf = (entry: JournalEntry, language: Language): CellDraft[] => {
  const cells = journalCells(entry, language);
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
  date1904 = false,
): SheetDraft => {
  const rows = entries.map((entry) => rowOf(entry, language));
  return sheetOfTable(journalTable(language, date1904), { name, language, rows });
};
