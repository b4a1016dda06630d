import type { Place } from '../problem';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { readOwnTable, type OwnRow } from './ownTable';
import {
  JOURNAL_TABLE,
  journalWords,
  type JournalColumn,
  type JournalHorizon,
  type JournalKind,
  type JournalState,
} from './journalWords';
import type { Language } from './content';

/** One row of `tblJournal`. Dates are serials. */
export type JournalEntry = {
  /** Day of the fact; null when not said. */
  date: number | null;
  kind: JournalKind;
  /** null: told from the date. */
  horizon: JournalHorizon | null;
  text: string;
  effect: string;
  /** A role, never a person's name. */
  role: string;
  due: number | null;
  state: JournalState;
  /** May the client read it? Yes unless the row says no. */
  visible: boolean;
  /** The cell of its text, for an entry that was read with its place. */
  place?: Place;
};

/** A text as it is compared: without case, accents and spaces around it. */
export const plainText = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** What a word means in either language, by a table of code → word. */
const codeOf = <Code extends string>(
  text: string,
  tables: readonly Readonly<Record<Code, string>>[],
  others: Readonly<Record<string, Code>> = {},
): Code | null => {
  const wanted = plainText(text);
  if (wanted === '') return null;
  for (const table of tables)
    for (const [code, word] of Object.entries<string>(table)) if (plainText(word) === wanted) return code as Code;
  return Object.entries(others).find(([word]) => plainText(word) === wanted)?.[1] ?? null;
};

const both = <Part extends 'kinds' | 'horizons' | 'states'>(part: Part) => [journalWords.fr[part], journalWords.en[part]];

const NO: readonly string[] = ['non', 'no', 'n', 'faux', 'false', '0'];

const entryOf = (row: OwnRow<JournalColumn>): JournalEntry | null => {
  const kind = codeOf<JournalKind>(row.text('kind'), both('kinds'));
  const text = row.text('text');
  if (!kind || text === '') return null;
  const states = { ...journalWords.fr.otherStates, ...journalWords.en.otherStates };
  return {
    date: row.date('date'),
    kind,
    horizon: codeOf<JournalHorizon>(row.text('horizon'), both('horizons')),
    text,
    effect: row.text('effect'),
    role: row.text('role'),
    due: row.date('due'),
    state: codeOf<JournalState>(row.text('state'), both('states'), states) ?? 'todo',
    visible: !NO.includes(plainText(row.text('visible'))),
  };
};

const HEADERS: Readonly<Record<Language, Readonly<Record<JournalColumn, string>>>> = {
  fr: journalWords.fr.headers,
  en: journalWords.en.headers,
};

/**
 * The journal of a workbook, in the order of its rows; none without `tblJournal`. Rows without a text or with a kind that
 * is none of ours are left out.
 */
export const readJournal = (workbook: WorkbookSnapshot): readonly JournalEntry[] =>
  readOwnTable(workbook, JOURNAL_TABLE, HEADERS).flatMap((row) => entryOf(row) ?? []);

/** The same, each entry with the cell of its text. */
export const placedJournal = (workbook: WorkbookSnapshot): readonly JournalEntry[] => {
  const sheet = findTable(workbook, JOURNAL_TABLE)?.sheet.name ?? '';
  return readOwnTable(workbook, JOURNAL_TABLE, HEADERS).flatMap((row) => {
    const entry = entryOf(row);
    return entry ? [{ ...entry, place: { sheet, cell: row.cell('text') } }] : [];
  });
};

/** The day that places an entry: when it is due for what is to come, when it happened otherwise. */
export const dayOf = (entry: JournalEntry): number | null =>
  entry.kind === 'planned' || entry.kind === 'action' ? (entry.due ?? entry.date) : (entry.date ?? entry.due);

/** Is the day past that an entry was promised for, and is it not done? */
export const isLate = ({ due, state }: JournalEntry, issued: number): boolean =>
  state !== 'done' && due !== null && due < Math.floor(issued);

/** Days that "short term" covers, and months of "medium term" in days. */
const SHORT_TERM = 15;
const MEDIUM_TERM = 92;

/** The entries that one page takes, each list in the order it prints. */
export type PageEntries = {
  highlights: readonly JournalEntry[];
  team: readonly JournalEntry[];
  open: readonly JournalEntry[];
  treated: readonly JournalEntry[];
  /** Planned activities whose day is past and that nobody has noted as done. */
  latePlanned: readonly JournalEntry[];
  shortTerm: readonly JournalEntry[];
  mediumTerm: readonly JournalEntry[];
  actions: readonly JournalEntry[];
  overdueActions: number;
  /** Day of the latest major incident between the two issues. */
  majorIncident: number | null;
};

const byDay = (a: JournalEntry, b: JournalEntry): number => (dayOf(a) ?? Infinity) - (dayOf(b) ?? Infinity);

const horizonOf = (entry: JournalEntry, issued: number): JournalHorizon | null => {
  if (entry.horizon) return entry.horizon;
  const day = dayOf(entry);
  if (day === null || day > issued + MEDIUM_TERM) return null;
  return day <= issued + SHORT_TERM ? 'short' : 'medium';
};

/**
 * What the page takes of the journal: facts since `since` (the day of the last météo, else the page's first day), open
 * dissatisfactions whatever their age, those treated since, what is planned ahead of `issued`, actions that are not done. What
 * was noted after `issued` is on none of them.
 */
export const pageEntries = (journal: readonly JournalEntry[], since: number, issued: number): PageEntries => {
  const seen = journal.filter((entry) => entry.visible).sort(byDay);
  const recent = (entry: JournalEntry): boolean => {
    const day = dayOf(entry);
    return day !== null && day >= since && day < Math.floor(issued) + 1;
  };
  // A page made again for an earlier day says what was known then.
  const isKnown = ({ date, due, state }: JournalEntry): boolean =>
    (date ?? (state === 'done' ? due : null) ?? issued) < Math.floor(issued) + 1;
  const of = (...kinds: JournalKind[]): JournalEntry[] => seen.filter((entry) => kinds.includes(entry.kind));
  // The day of what is planned is the day it is due, or the day it was noted where it has both.
  const undone = of('planned').filter((entry) => entry.state !== 'done' && (entry.due === null || isKnown(entry)));
  const planned = undone.filter((entry) => (dayOf(entry) ?? issued) >= Math.floor(issued));
  const dissatisfactions = of('dissatisfaction').filter(isKnown);
  const actions = of('action').filter((entry) => entry.state !== 'done' && isKnown(entry));
  const incidents = of('incident').filter(recent);
  return {
    highlights: of('highlight', 'risk', 'incident').filter(recent),
    team: of('team').filter(recent),
    open: dissatisfactions.filter((entry) => entry.state !== 'done'),
    treated: dissatisfactions.filter(
      (entry) => entry.state === 'done' && Math.max(entry.date ?? -Infinity, entry.due ?? -Infinity) >= since,
    ),
    latePlanned: undone.filter((entry) => (dayOf(entry) ?? issued) < Math.floor(issued)),
    shortTerm: planned.filter((entry) => horizonOf(entry, issued) === 'short'),
    mediumTerm: planned.filter((entry) => horizonOf(entry, issued) === 'medium'),
    actions,
    overdueActions: actions.filter((entry) => isLate(entry, issued)).length,
    majorIncident: incidents.at(-1)?.date ?? null,
  };
};
