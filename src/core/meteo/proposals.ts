import type { Place } from '../problem';
import { typeset } from '../words/typography';
import type { FigureFact } from './composeFacts';
import type { OpenFeedback } from './feedbackRows';
import type { MeteoInput } from './input';
import { dayOf, isLate, plainText, type JournalEntry, type PageEntries } from './journal';
import { itemOf, printedSentence } from './journalItems';
import type { JournalKind } from './journalWords';

/** Where a proposed fact comes from: the journal (its kinds), the client's feedback, or the figures. */
export type FactOrigin =
  'journal' | 'team' | 'dissatisfaction' | 'feedback' | 'threshold' | 'day' | 'record' | 'drift' | 'change' | 'gaps';

/** The list of the yellow frame in which a fact is printed. */
type FactList = 'highlights' | 'team' | 'open' | 'treated';

/** A fact that the page may print, drafted from what changed since the last météo. */
export type FactProposal = {
  /** The same for the same fact in a later draft, so that what a person wrote stays with it: `threshold.in_qs`. */
  id: string;
  origin: FactOrigin;
  list: FactList;
  /** Cell to select; null where the fact has none of its own. */
  place: Place | null;
  /** Serial of its day; null for an entry without one. */
  date: number | null;
  /** As drafted, set for print in the page's language. */
  text: string;
  /** Ticked by default: it matters. */
  kept: boolean;
  /** An open dissatisfaction whose promised day is past. */
  late?: boolean;
};

/** A planned activity of the journal, which the blue frame prints unless a person unticks it. */
export type PlannedProposal = {
  id: string;
  horizon: 'short' | 'medium';
  place: Place | null;
  date: number | null;
  text: string;
};

/** An action of the journal that is not done: it is always printed. */
export type PlannedAction = { text: string; role: string; due: number | null; late: boolean; place: Place | null };

/**
 * Facts that the frame holds without a person's choice: those of the journal, then the most important of the figures. As many
 * of the worst are held whatever the journal says, and a line that counts and names the others: it leaves no bad news out.
 */
export const USUAL_FACTS = 4;

/** FNV-1a, 32 bits: short, and the same everywhere. */
const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
};

/** What an entry of the journal is known by, wherever its row moves: its kind, its day and its words. */
export const entryId = (entry: JournalEntry): string =>
  `${entry.kind}.${entry.date ?? entry.due ?? 'undated'}.${fingerprint(plainText(entry.text))}`;

const JOURNAL_ORIGINS: Readonly<Partial<Record<JournalKind, FactOrigin>>> = { team: 'team', dissatisfaction: 'dissatisfaction' };

const ofEntry = (entry: JournalEntry, list: FactList, input: MeteoInput): FactProposal => ({
  id: entryId(entry),
  origin: JOURNAL_ORIGINS[entry.kind] ?? 'journal',
  list,
  place: entry.place ?? null,
  date: dayOf(entry),
  text: itemOf(entry, input).text,
  kept: true,
  ...(list === 'open' && isLate(entry, input.issued) && { late: true }),
});

const ofFeedback = ({ date, text, place }: OpenFeedback, { language }: MeteoInput): FactProposal => ({
  id: `feedback.${date ?? 'undated'}.${fingerprint(plainText(text))}`,
  origin: 'feedback',
  list: 'open',
  place,
  date,
  text: printedSentence(text, language),
  kept: true,
});

const ofFigures = (facts: readonly FigureFact[], inJournal: number, { language }: MeteoInput): FactProposal[] => {
  const worst = facts.filter(({ worse }) => worse);
  const isCount = ({ about }: FigureFact): boolean => about === null;
  const bad = new Set([...worst.filter((one) => !isCount(one)).slice(0, USUAL_FACTS), ...worst.filter(isCount)]);
  let left = USUAL_FACTS - inJournal - bad.size;
  return facts.map((one, index) => {
    const { origin, about, day, text, matters, worse } = one;
    const subject = about ? `.${about.kpi.id}` : '';
    const before = facts.slice(0, index).filter((fact) => fact.origin === origin && fact.about === about).length;
    return {
      id: `${origin}${subject}${before > 0 ? `.${before + 1}` : ''}`,
      origin,
      list: 'highlights',
      place: about?.series.placeOf?.(day) ?? null,
      date: day,
      text: typeset(text, language),
      kept: worse ? bad.has(one) : matters && left-- > 0,
    };
  });
};

/**
 * The facts that the yellow frame may print, in the order of a list to tick: what the journal says since the last météo, what
 * the figures tell, the team, the client's dissatisfactions and the feedback that nobody has answered.
 */
export const proposeFacts = (
  input: MeteoInput,
  entries: PageEntries,
  figures: readonly FigureFact[],
): readonly FactProposal[] => {
  const from = (list: FactList, chosen: readonly JournalEntry[]): FactProposal[] =>
    chosen.map((entry) => ofEntry(entry, list, input));
  const isNoted = ({ date }: OpenFeedback): boolean => date === null || date < Math.floor(input.issued) + 1;
  const known = new Set([...entries.open, ...entries.treated].map(({ text }) => plainText(text)));
  return [
    ...from('highlights', entries.highlights),
    ...ofFigures(figures, entries.highlights.length, input),
    ...from('team', entries.team),
    ...from('open', entries.open),
    ...input.feedback
      .filter((feedback) => isNoted(feedback) && !known.has(plainText(feedback.text)))
      .map((feedback) => ofFeedback(feedback, input)),
    ...from('treated', entries.treated),
  ];
};

/** The planned activities that the blue frame may print. */
export const proposePlanned = (input: MeteoInput, entries: PageEntries): readonly PlannedProposal[] => {
  const from = (horizon: 'short' | 'medium', chosen: readonly JournalEntry[]): PlannedProposal[] =>
    chosen.map((entry) => ({
      id: entryId(entry),
      horizon,
      place: entry.place ?? null,
      date: dayOf(entry),
      text: itemOf(entry, input).text,
    }));
  return [...from('short', entries.latePlanned), ...from('short', entries.shortTerm), ...from('medium', entries.mediumTerm)];
};
