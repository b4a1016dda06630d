import type { Language } from '../meteo/content';
import { plainText } from '../meteo/journal';
import { readOwnTable, type OwnRow } from '../meteo/ownTable';
import type { Place } from '../problem';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { feedbackTable } from '../template/feedback-table';
import { EXAMPLE_WORDS } from '../template/table';
import { MOODS, type Mood } from './moods';

export const FEEDBACK_TABLE = 'tblRetours';

export type FeedbackColumn = 'date' | 'from' | 'subject' | 'mood' | 'text' | 'answer' | 'state' | 'answered';

/** The columns of `tblRetours`, in the order in which its template writes them. */
export const feedbackColumns: readonly FeedbackColumn[] = [
  'date',
  'from',
  'subject',
  'mood',
  'text',
  'answer',
  'state',
  'answered',
];

type FeedbackState = 'todo' | 'doing' | 'done';
const STATES: readonly FeedbackState[] = ['todo', 'doing', 'done'];

type FeedbackWords = {
  headers: Readonly<Record<FeedbackColumn, string>>;
  moods: Readonly<Record<Mood, string>>;
  states: Readonly<Record<FeedbackState, string>>;
};

const wordsOf = (language: Language): FeedbackWords => {
  const { columns } = feedbackTable(language, false);
  const keyed = <Key extends string>(keys: readonly Key[], words: readonly string[]) =>
    Object.fromEntries(keys.map((key, index) => [key, words[index] ?? ''])) as Record<Key, string>;
  const choices = (column: FeedbackColumn): readonly string[] => {
    const rule = columns[feedbackColumns.indexOf(column)]?.rule;
    return rule && 'choices' in rule ? rule.choices : [];
  };
  return {
    headers: keyed(
      feedbackColumns,
      columns.map(({ header }) => header),
    ),
    moods: keyed(MOODS, choices('mood')),
    states: keyed(STATES, choices('state')),
  };
};

/** Headers, moods and states as the table's template writes them. */
export const feedbackWords: Readonly<Record<Language, FeedbackWords>> = { fr: wordsOf('fr'), en: wordsOf('en') };

/** Other words in which clients say a mood; compared without case and accents. */
const OTHER_MOODS: Readonly<Record<string, Mood>> = {
  satisfaite: 'satisfied',
  content: 'satisfied',
  contente: 'satisfied',
  happy: 'satisfied',
  mecontente: 'unhappy',
  insatisfait: 'unhappy',
  insatisfaite: 'unhappy',
  dissatisfied: 'unhappy',
};

/** One piece of feedback as its row says it. Dates are serials of the 1900 system. */
export type FeedbackEntry = {
  /** 0-based row of its sheet. */
  row: number;
  /** The cell of its text. */
  place: Required<Place>;
  /** Day on which the client said it; null where nobody wrote it. */
  date: number | null;
  /** A role, never a person's name. */
  from: string;
  /** A KPI of the dictionary, or any subject. */
  subject: string;
  mood: Mood | null;
  text: string;
  answer: string;
  state: FeedbackState;
  /** Day of the answer. */
  answered: number | null;
};

const codeOf = <Code extends string>(text: string, codes: readonly Code[], words: (language: Language) => Record<Code, string>) =>
  codes.find((code) => (['fr', 'en'] as const).some((language) => plainText(words(language)[code]) === plainText(text))) ?? null;

const isExample = (text: string): boolean => Object.values(EXAMPLE_WORDS).some((word) => text.startsWith(word));

const entryOf = (row: OwnRow<FeedbackColumn>, sheet: string): FeedbackEntry[] => {
  const text = row.text('text');
  if (text === '' || isExample(text)) return [];
  const mood = row.text('mood');
  const answer = row.text('answer');
  return [
    {
      row: row.row,
      place: { sheet, cell: row.cell('text') },
      date: row.date('date'),
      from: row.text('from'),
      subject: row.text('subject'),
      mood: codeOf(mood, MOODS, (language) => feedbackWords[language].moods) ?? OTHER_MOODS[plainText(mood)] ?? null,
      text,
      answer,
      state: codeOf(row.text('state'), STATES, (language) => feedbackWords[language].states) ?? (answer === '' ? 'todo' : 'done'),
      answered: row.date('answered'),
    },
  ];
};

/**
 * What the client said, in the order of the rows of `tblRetours`; none without the table. Rows without a text are none, nor
 * are the examples of a template. A row whose status is blank is done once it has an answer.
 */
export const readFeedback = (workbook: WorkbookSnapshot): readonly FeedbackEntry[] => {
  const found = findTable(workbook, FEEDBACK_TABLE);
  if (!found) return [];
  const headers = { fr: feedbackWords.fr.headers, en: feedbackWords.en.headers };
  return readOwnTable(workbook, FEEDBACK_TABLE, headers).flatMap((row) => entryOf(row, found.sheet.name));
};

/** Feedback that waits for an answer, the oldest first, and what was answered, the latest first; undated rows go last. */
export type SortedFeedback = { open: readonly FeedbackEntry[]; done: readonly FeedbackEntry[] };

export const sortFeedback = (entries: readonly FeedbackEntry[]): SortedFeedback => {
  const latest = ({ answered, date }: FeedbackEntry): number => answered ?? date ?? -Infinity;
  const byNumber = (one: number, other: number): number => (one === other ? 0 : one - other);
  return {
    open: entries
      .filter(({ state }) => state !== 'done')
      .sort((one, other) => byNumber(one.date ?? Infinity, other.date ?? Infinity)),
    done: entries.filter(({ state }) => state === 'done').sort((one, other) => byNumber(latest(other), latest(one))),
  };
};
