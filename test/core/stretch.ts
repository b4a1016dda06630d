import type { Steps } from '../../src/core/steps';

/** How long work holds the thread that does it, in milliseconds of processor time. */
export type Stretch = {
  /** The longest time between two pauses. */
  longest: number;
  /** Number of the pause that it ended with, from 0. */
  at: number;
  pauses: number;
  all: number;
};

const milliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Does work without resting at its pauses, and times what lies between two of them. The processor's time counts what the
 * engine does in its other threads too (compiling, collecting garbage): of several rounds the smallest stretch is the truest.
 *
 * @example
 * expect(longestStretch(() => detectSteps(workbook)).longest).toBeLessThan(10);
 */
export const longestStretch = (work: () => Steps<unknown>, rounds = 5): Stretch => {
  const stretches = Array.from({ length: rounds }, (): number[] => {
    const steps = work();
    const times: number[] = [];
    for (let before = milliseconds(), over = false; !over;) {
      over = steps.next().done === true;
      const after = milliseconds();
      times.push(after - before);
      before = after;
    }
    return times;
  });
  const [first = []] = stretches;
  const best = first.map((_, at) => Math.min(...stretches.map((times) => times[at] ?? Infinity)));
  const longest = best.reduce((most, time) => Math.max(most, time), 0);
  return { longest, at: best.indexOf(longest), pauses: best.length - 1, all: best.reduce((sum, time) => sum + time, 0) };
};
