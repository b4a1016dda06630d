import { problem, refused, type Result } from '../../core/problem';
import type { Progress } from '../../core/sheet/run';
import type { UndoReceipt } from '../../core/sheet/undo';
import type { AbandonablePort, RunnableWorkbook, WorkbookPort } from '../../core/sheet/workbook';
import { idleRun, reduceRun, type RunEvent, type RunState } from './run';

/** Milliseconds between two attempts while a cell is edited, and between two looks at the clock. */
const RETRY = 2_000;
const TICK = 1_000;
/** Milliseconds within which an Excel that is asked something small answers, if it ever does. */
const ANSWERS_WITHIN = 8_000;

export type Clock = {
  now: () => number;
  /** Does something later; what it returns calls it off. */
  later: (milliseconds: number, work: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  later: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The workbook under watch: every action goes through `port`, and how it goes can be told, cancelled and undone. */
export type WatchedWorkbook = {
  port: AbandonablePort;
  state: () => RunState;
  subscribe: (listener: () => void) => () => void;
  /** Ends what is under way: the workbook is as before, or what cannot be taken back is finished. */
  cancel: () => void;
  /**
   * Asks a silent Excel something small, apart from what is under way. True: it answers; what it still owes is given up with
   * `host-silent`, and can be asked for again. False: it does not within some seconds, and only a pane that is loaded anew can
   * find it.
   */
  reconnect: () => Promise<boolean>;
  undo: (receipt: UndoReceipt) => Promise<Result<null>>;
};

/** A call that waits for Excel, and how to end it without it. */
type Pending = { abort: AbortController; leave: (code: 'cancelled' | 'host-silent') => void };

/** Does Excel answer at all? Whatever it says counts, but for nothing. */
const answersSoon = (workbook: WorkbookPort, clock: Clock): Promise<boolean> =>
  new Promise((resolve) => {
    const callOff = clock.later(ANSWERS_WITHIN, () => resolve(false));
    const answered = (): void => {
      callOff();
      resolve(true);
    };
    workbook.read({ sheets: [] }).then(answered, answered);
  });

/**
 * Watches a workbook. While the user edits a cell Excel refuses everything: a call is then made again every 2 s until it passes
 * or is cancelled. A write belongs to the reading before it: cancelled in between, it does not begin.
 */
export const watchedWorkbook = (workbook: RunnableWorkbook, clock: Clock = systemClock): WatchedWorkbook => {
  let state = idleRun;
  let stopTicking: (() => void) | null = null;
  let action = new AbortController();
  const listeners = new Set<() => void>();
  const pending = new Set<Pending>();

  const tell = (event: RunEvent): void => {
    state = reduceRun(state, event);
    for (const listener of listeners) listener();
  };
  const tick = (): void => {
    stopTicking = clock.later(TICK, () => {
      tell({ type: 'tick', at: clock.now() });
      tick();
    });
  };

  /** One call, again and again while a cell is edited. */
  const watched = <T>(abort: AbortController, call: (port: RunnableWorkbook) => Promise<Result<T>>): Promise<Result<T>> =>
    new Promise<Result<T>>((resolve, reject) => {
      let callOff = (): void => undefined;
      const settle = (end: () => void): void => {
        if (!pending.delete(entry)) return;
        callOff();
        tell({ type: 'ended', at: clock.now() });
        if (pending.size === 0) stopTicking?.();
        end();
      };
      const entry: Pending = { abort, leave: (code) => settle(() => resolve(refused(problem(code, {})))) };
      const onProgress = (progress: Progress): void => {
        if (pending.has(entry)) tell({ type: 'progress', progress, at: clock.now() });
      };
      const onWritten = (undo: UndoReceipt | null): void => tell({ type: 'written', undo });
      const port = workbook.with({ signal: abort.signal, onProgress, onWritten });
      const ask = (): void => {
        call(port).then(
          (result) => {
            if (result.ok || result.problem.code !== 'cell-editing' || abort.signal.aborted) settle(() => resolve(result));
            else if (pending.has(entry)) {
              tell({ type: 'editing', at: clock.now() });
              callOff = clock.later(RETRY, ask);
            }
          },
          (thrown: unknown) => settle(() => reject(thrown instanceof Error ? thrown : new Error(String(thrown)))),
        );
      };
      pending.add(entry);
      if (pending.size === 1) tick();
      tell({ type: 'begun', at: clock.now() });
      ask();
    });

  /** Calls that end with what `abort` gives at the time. */
  const calls = (abort: () => AbortController): WorkbookPort => ({
    read: (request) => watched(abort(), (port) => port.read(request)),
    compute: (work) => watched(abort(), (port) => port.compute(work)),
    write: (draft) => watched(abort(), (port) => port.write(draft)),
    select: (sheet, area) => workbook.select(sheet, area),
  });
  const port = calls(() => action);

  return {
    port: {
      ...port,
      read: (request) => {
        action = new AbortController();
        return port.read(request);
      },
      with: ({ signal }) => {
        const own = new AbortController();
        if (signal?.aborted) own.abort();
        else signal?.addEventListener('abort', () => own.abort());
        return calls(() => own);
      },
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel: () => {
      action.abort();
      for (const entry of [...pending]) {
        entry.abort.abort();
        // Nothing is on its way while an entry is waited for: no answer will come.
        if (state.editing) entry.leave('cancelled');
      }
    },
    reconnect: async () => {
      const { askedAt } = state;
      tell({ type: 'reconnecting', on: true });
      const answers = await answersSoon(workbook, clock);
      tell({ type: 'reconnecting', on: false });
      // What was answered meanwhile goes on by itself.
      if (answers && state.askedAt === askedAt) for (const entry of [...pending]) entry.leave('host-silent');
      return answers;
    },
    undo: async (receipt) => {
      const undone = await watched(new AbortController(), (port) => port.undo(receipt));
      if (undone.ok) tell({ type: 'undone' });
      return undone;
    },
  };
};
