import type { Clock } from './watchedWorkbook';
import type { RunState } from './run';

/** Milliseconds without another change after which what changed is read: nobody is in the middle of typing a row then. */
const QUIET = 2_000;
/** A change so soon after a writing of the pane's own is that writing, told late. */
const OWN = 1_000;
/** Readings take at most one part in so many of Excel's time. */
const SHARE = 5;
/** Where Excel tells nothing, what was read longer ago than this is read again when somebody comes back to the pane. */
const STALE = 10_000;

type Surroundings = {
  run: { state: () => RunState; subscribe: (listener: () => void) => () => void };
  clock: Clock;
  /** Does anybody see the pane? */
  isVisible: () => boolean;
  /** Reads the workbook again without a word; resolves once it is read. */
  read: () => Promise<unknown>;
  /** When the workbook was last begun to be read, for whatever reason. */
  lastRead: () => number;
};

/**
 * Decides when the pane reads the workbook again because somebody else has changed it: a person in the sheet, a co-author, a
 * button of the ribbon. Not at once, nor over and over, nor while the pane works, nor while nobody sees it; and not for what the
 * pane itself has written, after which it reads anyway.
 */
export class Rereading {
  private changedAt: number | null = null;
  private wroteAt = -Infinity;
  private notBefore = -Infinity;
  private callOff: (() => void) | null = null;
  private isReading = false;
  private readonly stopListening: () => void;

  constructor(private readonly around: Surroundings) {
    let { writes, undo } = around.run.state();
    this.stopListening = around.run.subscribe(() => {
      const state = around.run.state();
      const isWritten = state.writes !== writes || state.undo !== undo;
      if (isWritten || state.progress?.doing === 'writing') this.wroteAt = around.clock.now();
      ({ writes, undo } = state);
    });
  }

  /** Excel tells of a change. */
  changed(remote: boolean): void {
    const now = this.around.clock.now();
    if (!remote && now - this.wroteAt < OWN) return;
    this.changedAt = now;
    this.plan(QUIET);
  }

  /** Somebody comes back to the pane; `told`: does Excel tell of changes? */
  returned(told: boolean): void {
    const { clock, lastRead } = this.around;
    if (!told && clock.now() - lastRead() >= STALE) this.changedAt ??= clock.now();
    if (this.changedAt !== null) this.plan(0);
  }

  stop(): void {
    this.stopListening();
    this.callOff?.();
  }

  private plan(after: number): void {
    const { clock } = this.around;
    this.callOff?.();
    this.callOff = clock.later(Math.max(after, this.notBefore - clock.now()), () => this.look());
  }

  private look(): void {
    const { run, isVisible, lastRead, clock } = this.around;
    this.callOff = null;
    if (this.changedAt === null || this.isReading || !isVisible()) return;
    if (lastRead() > this.changedAt) {
      this.changedAt = null;
      return;
    }
    if (run.state().calls > 0) {
      this.plan(QUIET);
      return;
    }
    this.changedAt = null;
    this.isReading = true;
    const begun = clock.now();
    const ended = (): void => {
      this.isReading = false;
      const now = clock.now();
      this.notBefore = now + (SHARE - 1) * (now - begun);
      if (this.changedAt !== null) this.plan(QUIET);
    };
    this.around.read().then(ended, ended);
  }
}
