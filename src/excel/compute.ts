import { problem, refused, type Result } from '../core/problem';
import type { RunOptions } from '../core/sheet/run';
import type { Steps } from '../core/steps';

/** Milliseconds of work after which the page gets its turn: a frame at 60 Hz is 16 ms. */
const SLICE = 12;

/**
 * Lets the page do what waits: by a message rather than a timer, which is held back for a second in a pane out of sight, and
 * rather than `scheduler.yield`, whose continuation goes before drawing: in Chromium a page that computes then draws 9 times a
 * second, not 50.
 */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** A clock in milliseconds, and how the page gets its turn. */
export type Pace = { now: () => number; breathe: () => Promise<void> };

export const pagePace: Pace = { now: () => performance.now(), breathe };

/** Turns of the page between slices of 12 ms of the add-in's own work. */
export class Turns {
  private began: number;

  constructor(private readonly pace: Pace) {
    this.began = pace.now();
  }

  /** Whether a slice is over. */
  get due(): boolean {
    return this.pace.now() - this.began >= SLICE;
  }

  /** The page's turn, due or not: after an answer of Excel, whose reading by office.js is of the same task. */
  async take(): Promise<void> {
    await this.pace.breathe();
    this.began = this.pace.now();
  }

  /** The page's turn, where it is due. */
  async next(): Promise<void> {
    if (this.due) await this.take();
  }

  /** Does work to its end, the page having its turn between two slices. */
  async during<Value>(work: Steps<Value>): Promise<Value> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      await this.next();
    }
  }
}

/** Work that ends where somebody cancels it. */
function* unlessCancelled<Value>(work: Steps<Result<Value>>, { signal }: RunOptions): Steps<Result<Value>> {
  for (;;) {
    if (signal?.aborted) return refused(problem('cancelled', {}));
    const step = work.next();
    if (step.done) return step.value;
    yield undefined;
  }
}

/**
 * Does the add-in's own work in slices of 12 ms, so that the page draws and answers between two. Refused with `cancelled`
 * as soon as somebody cancels: nothing has been written by then.
 */
export const computeInSlices = <Value>(
  work: Steps<Result<Value>>,
  options: RunOptions,
  pace: Pace = pagePace,
): Promise<Result<Value>> => {
  options.onProgress?.({ doing: 'computing', done: 0, total: 0, waiting: false });
  return new Turns(pace).during(unlessCancelled(work, options));
};
