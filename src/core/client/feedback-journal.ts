import type { Language } from '../meteo/content';
import type { HistoryRow } from '../meteo/history';
import { placedJournal, plainText, type JournalEntry } from '../meteo/journal';
import { newEntry } from '../meteo/journalEdits';
import { journalWith } from '../meteo/journalSheet';
import { JOURNAL_TABLE, journalWords, type JournalColumn } from '../meteo/journalWords';
import { entryId } from '../meteo/proposals';
import { toHostSerial } from '../period/serial';
import { done, problem, refused, type Result } from '../problem';
import { parseArea } from '../sheet/address';
import type { BlockDraft, SheetDraft } from '../sheet/draft';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { DATE_FORMATS } from '../template/table';
import type { FeedbackEntry } from './feedback';

type Said = Pick<FeedbackEntry, 'text' | 'date'>;

/** The row of the journal that shows some feedback to the client; null where there is none, or the client may not see it. */
export const dissatisfactionOf = (journal: readonly JournalEntry[], { text }: Said): JournalEntry | null =>
  journal.find((entry) => entry.kind === 'dissatisfaction' && entry.visible && plainText(entry.text) === plainText(text)) ?? null;

/**
 * Number of the météo that showed some feedback as answered: the first one made from the day of its answer on, unless a
 * person left it out of that page; null where there is none yet.
 */
export const shownAnsweredIn = (
  entry: JournalEntry | null,
  answered: number | null,
  history: readonly HistoryRow[],
): number | null => {
  if (!entry || answered === null) return null;
  const made = history.find(({ issued }) => Math.floor(issued) >= answered);
  return made && made.edits?.facts?.[entryId(entry)]?.kept !== false ? made.number : null;
};

/** Cells of the journal's row that say that it is done since a day; a due date that somebody typed stays. */
const closedRow = (workbook: WorkbookSnapshot, entry: JournalEntry, day: number): SheetDraft | null => {
  const found = findTable(workbook, JOURNAL_TABLE);
  const at = parseArea(entry.place?.cell ?? '');
  if (!found || !at || entry.state === 'done') return null;
  const { sheet, table } = found;
  const placeOf = (column: JournalColumn): number =>
    table.columns.findIndex((header) =>
      (['fr', 'en'] as const).some((language) => plainText(journalWords[language].headers[column]) === plainText(header)),
    );
  const language = plainText(table.columns[placeOf('state')] ?? '') === plainText(journalWords.en.headers.state) ? 'en' : 'fr';
  const state = placeOf('state');
  const due = placeOf('due');
  const isDated = due < 0 || valueAt(sheet, at.row, table.area.column + due) !== '';
  const cell = (column: number, content: BlockDraft['cells'][number][number]): BlockDraft => ({
    row: at.row,
    column: table.area.column + column,
    cells: [[content]],
  });
  if (state < 0) return null;
  return {
    name: sheet.name,
    owner: 'user',
    blocks: [
      cell(state, { text: journalWords[language].states.done }),
      ...(isDated ? [] : [cell(due, { number: toHostSerial(day, workbook.date1904) })]),
    ],
    ...(!isDated && {
      styles: [
        {
          area: { row: at.row, column: table.area.column + due, rows: 1, columns: 1 },
          style: { numberFormat: DATE_FORMATS[language] },
        },
      ],
    }),
  };
};

/**
 * The journal with a piece of feedback as a dissatisfaction that the client reads in the next météo: open while nobody has
 * answered it, treated since `answered` once somebody has. null where the journal says so already. Only feedback of an
 * unhappy client is a dissatisfaction.
 */
export const shownDissatisfaction = (
  workbook: WorkbookSnapshot,
  feedback: FeedbackEntry,
  answered: number | null,
  language: Language,
  today: number,
): Result<SheetDraft | null> => {
  if (feedback.mood !== 'unhappy') return refused(problem('feedback-not-unhappy', {}, feedback.place));
  const known = dissatisfactionOf(placedJournal(workbook), feedback);
  if (known) return done(answered === null ? null : closedRow(workbook, known, answered));
  const entry = newEntry({ kind: 'dissatisfaction', text: feedback.text, date: Math.floor(feedback.date ?? today) });
  const added: JournalEntry = answered === null ? entry : { ...entry, due: answered, state: 'done' };
  const written = journalWith(workbook, [added], language);
  return written.ok ? done(written.value.draft) : written;
};
