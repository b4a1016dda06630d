import { problem, refused, type Result } from '../core/problem';
import type { RunOptions } from '../core/sheet/run';
import type { Steps } from '../core/steps';

/** Milliseconds of work after which the page gets its turn: a frame at 60 Hz is 16 ms. */
const SLICE = 12;

/** Newer browsers let a task go on right after what the user did meanwhile. */
type Yielding = { scheduler?: { yield?: () => Promise<void> } };

/** Lets the page do what waits: by a message rather than a timer, which is held back for a second in a pane out of sight. */
const breathe = (): Promise<void> => {
  const { scheduler } = globalThis as Yielding;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
};

/** A clock in milliseconds, and how the page gets its turn. */
export type Pace = { now: () => number; breathe: () => Promise<void> };

const pagePace: Pace = { now: () => performance.now(), breathe };

/**
 * Does the add-in's own work in slices of 12 ms, so that the page draws and answers between two. Refused with `cancelled`
 * as soon as somebody cancels: nothing has been written by then.
 */
export const computeInSlices = async <Value>(
  work: Steps<Result<Value>>,
  { signal }: RunOptions,
  { now, breathe: pause }: Pace = pagePace,
): Promise<Result<Value>> => {
  let began = now();
  for (;;) {
    if (signal?.aborted) return refused(problem('cancelled', {}));
    const step = work.next();
    if (step.done) return step.value;
    if (now() - began < SLICE) continue;
    await pause();
    began = now();
  }
};
