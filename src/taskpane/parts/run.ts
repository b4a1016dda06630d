import type { Progress } from '../../core/sheet/run';
import type { UndoReceipt } from '../../core/sheet/undo';

/** Milliseconds without an answer after which Excel is said to be slow, and to be silent. */
const SLOW = 5_000;
const SILENT = 30_000;

/** What is known of the conversation with Excel: a value, so that what is shown of it can be tested without any clock. */
export type RunState = {
  /** Readings and writings under way. */
  calls: number;
  progress: Progress | null;
  /** Since when Excel has been asked and has not answered. */
  askedAt: number | null;
  /** Excel refuses everything while a cell is edited: it is asked again until the entry ends. */
  editing: boolean;
  /** Somebody has asked for a new connection, and Excel is tried. */
  reconnecting: boolean;
  now: number;
  /** Writings so far. */
  writes: number;
  /** What undoes the latest writing; null where nothing does. */
  undo: UndoReceipt | null;
};

export type RunEvent =
  | { type: 'begun'; at: number }
  | { type: 'progress'; progress: Progress; at: number }
  | { type: 'editing'; at: number }
  | { type: 'reconnecting'; on: boolean }
  | { type: 'tick'; at: number }
  | { type: 'ended'; at: number }
  | { type: 'written'; undo: UndoReceipt | null }
  | { type: 'undone' };

export const idleRun: RunState = {
  calls: 0,
  progress: null,
  askedAt: null,
  editing: false,
  reconnecting: false,
  now: 0,
  writes: 0,
  undo: null,
};

export const reduceRun = (state: RunState, event: RunEvent): RunState => {
  switch (event.type) {
    case 'begun':
      return { ...state, calls: state.calls + 1, now: event.at };
    case 'progress':
      return {
        ...state,
        progress: event.progress,
        askedAt: event.progress.waiting ? event.at : null,
        now: event.at,
        // Whoever gets an answer is not kept waiting by an entry any more; the next question may be.
        editing: event.progress.waiting && state.editing,
      };
    case 'editing':
      return { ...state, editing: true, askedAt: null, now: event.at };
    case 'reconnecting':
      return { ...state, reconnecting: event.on };
    case 'tick':
      return { ...state, now: event.at };
    case 'ended': {
      const calls = Math.max(0, state.calls - 1);
      return calls > 0
        ? { ...state, calls, now: event.at }
        : { ...state, calls, progress: null, askedAt: null, editing: false, now: event.at };
    }
    case 'written':
      return { ...state, writes: state.writes + 1, undo: event.undo };
    case 'undone':
      return { ...state, undo: null };
  }
};

/**
 * How a run that began after so many writings can be undone: by a receipt; not at all, where it wrote more than once or what
 * nothing here remembers; null where it wrote nothing.
 */
export const undoOf = ({ writes, undo }: RunState, before: number): { receipt: UndoReceipt | null } | null => {
  if (writes === before) return null;
  return { receipt: writes === before + 1 ? undo : null };
};

/** How the conversation goes, as the dock says it. */
export type RunMood = 'idle' | 'working' | 'editing' | 'slow' | 'silent' | 'reconnecting';

/** A host that answers within 5 s is working, within 30 s slow, then silent; while a cell is edited it is neither. */
export const moodOf = ({ calls, editing, reconnecting, askedAt, now }: RunState): RunMood => {
  if (calls === 0) return 'idle';
  if (reconnecting) return 'reconnecting';
  if (editing) return 'editing';
  const waited = askedAt === null ? 0 : now - askedAt;
  return waited >= SILENT ? 'silent' : waited >= SLOW ? 'slow' : 'working';
};

/** Is nothing to be had from Excel, for as long as one has waited? */
export const isCut = (state: RunState): boolean => ['silent', 'reconnecting'].includes(moodOf(state));
