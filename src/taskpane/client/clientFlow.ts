import type { FeedbackEntry } from '../../core/client/feedback';
import type { Mood } from '../../core/client/moods';
import type { NewFeedback } from '../../core/client/feedback-sheet';
import type { FeedbackView, OpenFeedbackView } from '../../core/client/feedback-view';
import type { Problem, Result } from '../../core/problem';
import type { Replies } from './replies';

/** What the page does with the workbook. */
export type ClientAct = 'answer' | 'add' | 'table' | 'show';

/** The dock shows one of these at a time; `place`: the cell that was written, where it is known. */
type Dock =
  | { kind: 'ready' }
  | { kind: 'running'; act: ClientAct }
  | { kind: 'done'; act: ClientAct; entry: FeedbackEntry | null }
  | { kind: 'problem'; problem: Problem }
  /** Something required is blank: an answer, or the text of new feedback. */
  | { kind: 'wanting' };

/** New feedback as it is typed: `date` null while its field is empty. */
export type FeedbackForm = Omit<NewFeedback, 'date'> & { date: number | null };

export type ClientState = {
  /** The workbook's feedback; null until it is read. */
  view: FeedbackView | null;
  readAt: Date | null;
  /** Key of the open feedback that is shown in full; null: the oldest. */
  chosen: string | null;
  typed: Replies;
  /** Keys of complaints that the next météo is not to show. */
  kept: readonly string[];
  /** New feedback that is being typed; null while nobody does. */
  form: FeedbackForm | null;
  dock: Dock;
};

export type ClientEvent =
  | { type: 'read'; result: Result<FeedbackView>; at: Date }
  | { type: 'restored'; key: string; text: string }
  | { type: 'cleared'; key: string }
  | { type: 'chosen'; key: string }
  | { type: 'typed'; key: string; text: string }
  | { type: 'shown'; key: string; show: boolean }
  | { type: 'adding'; today: number }
  | { type: 'form'; form: FeedbackForm }
  | { type: 'closed' }
  | { type: 'wanting' }
  | { type: 'started'; act: ClientAct }
  | { type: 'ended'; act: ClientAct; entry: FeedbackEntry | null; result: Result<null> };

export const initialClient: ClientState = {
  view: null,
  readAt: null,
  chosen: null,
  typed: {},
  kept: [],
  form: null,
  dock: { kind: 'ready' },
};

/** What a piece of feedback is known by, wherever its row moves. */
export const keyOf = ({ date, from, subject, text }: FeedbackEntry): string => [date ?? '', from, subject, text].join('|');

/** The open feedback that is shown in full: the one that was chosen, else the oldest; null without any. */
export const currentOf = ({ view, chosen }: ClientState): OpenFeedbackView | null =>
  view?.open.find(({ entry }) => keyOf(entry) === chosen) ?? view?.open[0] ?? null;

/** Its answer: what was typed, else what its row holds, else the proposed reply. */
export const answerOf = ({ typed }: ClientState, { entry, reply }: OpenFeedbackView): string =>
  typed[keyOf(entry)] ?? (entry.answer === '' ? reply.text : entry.answer);

/** Is the next météo to show it? A complaint is, unless somebody said no; what the journal has already stays there. */
export const showsOf = ({ kept }: ClientState, { entry, shown }: OpenFeedbackView): boolean =>
  entry.mood === 'unhappy' && (shown || !kept.includes(keyOf(entry)));

/** Is there anything of a person's in new feedback? */
export const isWritten = ({ text, from, subject }: FeedbackForm): boolean =>
  [text, from, subject].some((part) => part.trim() !== '');

const DEFAULT_MOOD: Mood = 'neutral';

const without = (replies: Replies, key: string): Replies =>
  Object.fromEntries(Object.entries(replies).filter(([name]) => name !== key));

const ended = (state: ClientState, { act, entry, result }: Extract<ClientEvent, { type: 'ended' }>): ClientState => {
  if (!result.ok) return { ...state, dock: { kind: 'problem', problem: result.problem } };
  return {
    ...state,
    dock: { kind: 'done', act, entry },
    form: act === 'add' ? null : state.form,
    ...(act === 'answer' && entry && { typed: without(state.typed, keyOf(entry)), chosen: null }),
  };
};

/** Typing takes the message of what was done before away; running work is not interrupted by it. */
const quiet = (state: ClientState): ClientState =>
  state.dock.kind === 'running' ? state : { ...state, dock: { kind: 'ready' } };

export const reduceClient = (state: ClientState, event: ClientEvent): ClientState => {
  switch (event.type) {
    case 'read':
      if (!event.result.ok) return { ...state, dock: { kind: 'problem', problem: event.result.problem } };
      return { ...state, view: event.result.value, readAt: event.at };
    case 'restored':
      // Without a word of its own: what was done before is still said.
      return { ...state, typed: { ...state.typed, [event.key]: event.text } };
    case 'cleared':
      return { ...state, typed: without(state.typed, event.key) };
    case 'chosen':
      return { ...quiet(state), chosen: event.key };
    case 'typed':
      return { ...quiet(state), typed: { ...state.typed, [event.key]: event.text } };
    case 'shown':
      return {
        ...quiet(state),
        kept: event.show ? state.kept.filter((key) => key !== event.key) : [...state.kept, event.key],
      };
    case 'adding':
      return {
        ...quiet(state),
        form: state.form ?? { date: event.today, from: '', subject: '', mood: DEFAULT_MOOD, text: '' },
      };
    case 'form':
      return { ...quiet(state), form: event.form };
    case 'closed':
      return { ...quiet(state), form: null };
    case 'wanting':
      return { ...state, dock: { kind: 'wanting' } };
    case 'started':
      return { ...state, dock: { kind: 'running', act: event.act } };
    case 'ended':
      return ended(state, event);
  }
};
