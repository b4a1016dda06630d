import type { ActionEdit, AddedFact, MeteoEdits } from './edits';
import { plainText, type JournalEntry } from './journal';
import type { MeteoInput } from './input';
import type { JournalHorizon, JournalKind } from './journalWords';
import type { FactOrigin, FactProposal } from './proposals';

/** A new entry of a kind: what happened is done, what is to come or asks for an answer is to do. */
export const newEntry = ({ kind, text, date, horizon }: AddedFact): JournalEntry => {
  const ahead = kind === 'planned';
  return {
    date: ahead ? null : date,
    kind,
    horizon: ahead ? (horizon ?? null) : null,
    text: text.trim(),
    effect: '',
    role: '',
    due: ahead ? date : null,
    state: ahead || kind === 'dissatisfaction' || kind === 'risk' ? 'todo' : 'done',
    visible: true,
  };
};

/** An entry as a form gives it: what is absent or blank is left blank. `date` and `due` are serials. */
export type TypedEntry = {
  kind: JournalKind;
  text: string;
  date: number;
  due?: number | null;
  role?: string;
  effect?: string;
  horizon?: JournalHorizon;
};

/** A form's entry as the journal holds it; an activity without a due date of its own is planned for its date. */
export const typedEntry = ({ kind, text, date, due, role = '', effect = '', horizon }: TypedEntry): JournalEntry => {
  const own = kind === 'action' ? actionEntry({ text, effect, role, due: due ?? null }, date) : newEntry({ kind, text, date });
  return { ...own, horizon: horizon ?? null, due: due ?? own.due, role: role.trim(), effect: effect.trim() };
};

const actionEntry = ({ text, effect = '', role, due }: ActionEdit, day: number): JournalEntry => ({
  date: Math.floor(day),
  kind: 'action',
  horizon: null,
  text: text.trim(),
  effect: effect.trim(),
  role: role.trim(),
  due,
  state: 'todo',
  visible: true,
});

/** Do two entries say the same: kind, words and day? An action is the same on any day until it is done. */
export const isSameEntry = (one: JournalEntry, other: JournalEntry): boolean =>
  one.kind === other.kind &&
  plainText(one.text) === plainText(other.text) &&
  (one.kind === 'action' ? one.state !== 'done' && other.state !== 'done' : (one.date ?? one.due) === (other.date ?? other.due));

/** What a person added to a page or asks to be done, as entries of the journal; blank texts are none. */
const addedEntries = ({ added = [], action }: MeteoEdits, issued: number): JournalEntry[] => [
  ...added.filter(({ text }) => text.trim() !== '').map(newEntry),
  ...(action && action.text.trim() !== '' ? [actionEntry(action, issued)] : []),
];

/** The journal as it is once the edits of a page are in it; an action that it has already gets the role and date of the edit. */
export const journalWithEdits = (
  journal: readonly JournalEntry[],
  edits: MeteoEdits,
  issued: number,
): readonly JournalEntry[] => {
  const added = addedEntries(edits, issued);
  const kept = journal.map((entry) => {
    const edited = entry.kind === 'action' ? added.find((one) => isSameEntry(one, entry)) : undefined;
    if (!edited) return entry;
    return { ...entry, role: edited.role || entry.role, effect: edited.effect || entry.effect, due: edited.due ?? entry.due };
  });
  const lacking = added.filter((entry, index) => ![...journal, ...added.slice(0, index)].some((one) => isSameEntry(one, entry)));
  return [...kept, ...lacking];
};

/** Origins of facts that the journal does not hold yet. */
export const FROM_FIGURES: readonly FactOrigin[] = ['threshold', 'day', 'record', 'drift', 'change', 'gaps'];

/** Is it a fact of the figures that a person put in their own words? Those go to the journal. */
export const isReworded = (fact: FactProposal, { facts = {} }: MeteoEdits): boolean => {
  const edit = facts[fact.id];
  return FROM_FIGURES.includes(fact.origin) && edit?.kept === true && (edit.text ?? '').trim() !== '';
};

/**
 * The rows that generating a page adds to the journal: facts that a person added or reworded, and the action, each once
 * however often the page is made.
 */
export const entriesToWrite = (
  journal: readonly JournalEntry[],
  facts: readonly FactProposal[],
  edits: MeteoEdits,
  issued: number,
): readonly JournalEntry[] => {
  const reworded = facts
    .filter((fact) => isReworded(fact, edits))
    .map((fact) =>
      newEntry({ kind: 'highlight', text: edits.facts?.[fact.id]?.text ?? '', date: fact.date ?? Math.floor(issued) }),
    );
  const wanted = [...addedEntries(edits, issued), ...reworded];
  return wanted.filter((entry, index) => ![...journal, ...wanted.slice(0, index)].some((one) => isSameEntry(one, entry)));
};

/**
 * The edits that the history keeps, so that the same page can be made again: without what stands in the journal once the page
 * is generated, with the choice of every fact of the figures, which the journal's new rows would change. An action that the
 * journal had already keeps the role and the date that it got on the page.
 */
export const keptEdits = (
  edits: MeteoEdits,
  facts: readonly FactProposal[],
  { journal, issued }: Pick<MeteoInput, 'journal' | 'issued'>,
): MeteoEdits => {
  if (Object.keys(edits).length === 0) return edits;
  const { action } = edits;
  const wasThere = action !== undefined && journal.some((entry) => isSameEntry(entry, actionEntry(action, issued)));
  const chosen = facts.filter(({ origin }) => FROM_FIGURES.includes(origin)).map(({ id, kept }) => [id, { kept }] as const);
  const kept = { ...edits, facts: { ...Object.fromEntries(chosen), ...edits.facts } };
  delete kept.added;
  if (!wasThere) delete kept.action;
  return kept;
};
