import { sheetNameFor } from '../consolidation/consolidate';
import type { Language } from '../meteo/content';
import { freeRow } from '../meteo/freeRow';
import { plainText } from '../meteo/journal';
import { toHostSerial } from '../period/serial';
import { done, problem, refused, type Result } from '../problem';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { findTable, type TableSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { feedbackTable } from '../template/feedback-table';
import { DATE_FORMATS, sheetOfTable } from '../template/table';
import { vocabulary } from '../words/vocabulary';
import {
  FEEDBACK_TABLE,
  feedbackColumns,
  feedbackWords,
  readFeedback,
  type FeedbackColumn,
  type FeedbackEntry,
} from './feedback';
import type { Mood } from './moods';

/** Feedback that somebody writes down. `date` is a serial. */
export type NewFeedback = { date: number; from: string; subject: string; mood: Mood; text: string };

/** What the columns of a table hold, and the language of its headers; French where none of them is known. */
const columnsOf = ({ columns }: TableSnapshot): { columns: readonly (FeedbackColumn | null)[]; language: Language } => {
  const known = (language: Language) =>
    columns.map(
      (header) =>
        feedbackColumns.find((column) => plainText(feedbackWords[language].headers[column]) === plainText(header)) ?? null,
    );
  const found = { fr: known('fr'), en: known('en') };
  const counted = (language: Language): number => found[language].filter((column) => column !== null).length;
  const language = counted('en') > counted('fr') ? 'en' : 'fr';
  return { columns: found.fr.map((column, index) => column ?? found.en[index] ?? null), language };
};

const text = (value: string): CellDraft => (value.trim() === '' ? null : { text: value.trim() });

const cellsOf = (entry: NewFeedback, language: Language, date1904: boolean): Readonly<Record<FeedbackColumn, CellDraft>> => ({
  date: { number: toHostSerial(Math.floor(entry.date), date1904) },
  from: text(entry.from),
  subject: text(entry.subject),
  mood: text(feedbackWords[language].moods[entry.mood]),
  text: text(entry.text),
  answer: null,
  state: text(feedbackWords[language].states.todo),
  answered: null,
});

/** A new sheet of feedback, from its template, under the name that is free. */
const newSheet = (workbook: WorkbookSnapshot, entries: readonly NewFeedback[], language: Language): Result<SheetDraft> => {
  const name = sheetNameFor(workbook, FEEDBACK_TABLE, vocabulary(language).sheets.feedback, new Set());
  if (workbook.structureProtected) return refused(problem('workbook-protected', { sheets: name }));
  const rows = entries.map((entry) => {
    const cells = cellsOf(entry, language, workbook.date1904);
    return feedbackColumns.map((column) => cells[column]);
  });
  return done(sheetOfTable(feedbackTable(language, workbook.date1904), { name, language, rows }));
};

/**
 * The table of feedback with more rows under its last one, whatever the order of its columns; a new sheet where the workbook
 * has none, even without rows; null where there is nothing to write. Refused for feedback without a text, and where a totals
 * row closes the table. `language` is that of a new sheet: rows follow the table that they are added to.
 */
export const feedbackWith = (
  workbook: WorkbookSnapshot,
  entries: readonly NewFeedback[],
  language: Language,
): Result<SheetDraft | null> => {
  if (entries.some((entry) => entry.text.trim() === '')) return refused(problem('feedback-text-missing', {}));
  const found = findTable(workbook, FEEDBACK_TABLE);
  if (!found) return newSheet(workbook, entries, language);
  if (entries.length === 0) return done(null);
  const { sheet, table } = found;
  if (table.hasTotals) return refused(problem('feedback-totals', {}, { sheet: sheet.name }));
  const { area } = table;
  const written = columnsOf(table);
  const at = freeRow(sheet, table, area.row + (table.hasHeaders ? 1 : 0), area.columns);
  const lines = entries.map((entry) => {
    const cells = cellsOf(entry, written.language, workbook.date1904);
    return written.columns.map((column): CellDraft => (column === null ? null : cells[column]));
  });
  const rows = Math.max(area.rows, at + entries.length - area.row);
  const dates = written.columns.flatMap((column, index) => (column === 'date' || column === 'answered' ? [index] : []));
  return done({
    name: sheet.name,
    owner: 'user',
    blocks: [{ row: at, column: area.column, cells: lines }],
    styles: dates.map((index) => ({
      area: { row: at, column: area.column + index, rows: entries.length, columns: 1 },
      style: { numberFormat: DATE_FORMATS[written.language] },
    })),
    ...(rows > area.rows && {
      tables: [{ name: table.name, area: { ...area, rows }, style: 'TableStyleLight1', showFilters: true }],
    }),
  });
};

/** Do two readings of a row say the same, wherever the row stands? */
const isSame = (one: FeedbackEntry, other: FeedbackEntry): boolean =>
  feedbackColumns.every((column) => one[column] === other[column]);

/** Where an entry that was read before stands now: its row, or the only one that says the same; null where it changed. */
const rowNow = (workbook: WorkbookSnapshot, entry: FeedbackEntry): FeedbackEntry | null => {
  const alike = readFeedback(workbook).filter((one) => isSame(one, entry));
  return alike.find(({ row }) => row === entry.row) ?? (alike.length === 1 ? (alike[0] ?? null) : null);
};

/**
 * The row of an entry with its answer: the text, the status and, where the table has a column for it, the day. Refused where
 * the row is not what was read any more, and for an answer without a text.
 */
export const answeredRow = (
  workbook: WorkbookSnapshot,
  entry: FeedbackEntry,
  answer: string,
  today: number,
): Result<SheetDraft> => {
  const now = rowNow(workbook, entry);
  const found = findTable(workbook, FEEDBACK_TABLE);
  if (!now || !found) return refused(problem('feedback-changed', {}, entry.place));
  if (answer.trim() === '') return refused(problem('feedback-answer-missing', {}, now.place));
  const { sheet, table } = found;
  const { columns, language } = columnsOf(table);
  if (!columns.includes('answer'))
    return refused(problem('column-not-found', { name: feedbackWords[language].headers.answer }, { sheet: sheet.name }));
  const cells: Readonly<Partial<Record<FeedbackColumn, CellDraft>>> = {
    answer: text(answer),
    state: text(feedbackWords[language].states.done),
    answered: { number: toHostSerial(Math.floor(today), workbook.date1904) },
  };
  const day = columns.indexOf('answered');
  return done({
    name: sheet.name,
    owner: 'user',
    blocks: columns.flatMap((column, index) => {
      const cell = column && cells[column];
      return cell ? [{ row: now.row, column: table.area.column + index, cells: [[cell]] }] : [];
    }),
    ...(day >= 0 && {
      styles: [
        {
          area: { row: now.row, column: table.area.column + day, rows: 1, columns: 1 },
          style: { numberFormat: DATE_FORMATS[language] },
        },
      ],
    }),
  });
};
