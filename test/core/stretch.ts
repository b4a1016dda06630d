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

/** Work that takes less than so many milliseconds in all its rounds is done again, so often at most. */
const QUICK = 1_000;
const MOST_ROUNDS = 40;

/** Objects that nobody keeps, so that the garbage of a round is not collected at the same pause as in the round before. */
const litter = (round: number): void => void Array.from({ length: LITTER * round }, () => ({ round }));
const LITTER = 10_000;

/**
 * Does work without resting at its pauses, and times what lies between two of them. The processor's time counts what the
 * engine does in its other threads too (compiling, collecting garbage): of several rounds the smallest stretch is the truest, and
 * quick work, of which that is the larger part, is done more often.
 *
 * @example
 * expect(longestStretch(() => detectSteps(workbook)).longest).toBeLessThan(10);
 */
export const longestStretch = (work: () => Steps<unknown>, rounds = 5): Stretch => {
  const began = milliseconds();
  let best: number[] = [];
  for (let round = 0; round < rounds || (round < MOST_ROUNDS && milliseconds() - began < QUICK); round++) {
    litter(round);
    const steps = work();
    const times: number[] = [];
    for (let before = milliseconds(), over = false; !over;) {
      over = steps.next().done === true;
      const after = milliseconds();
      times.push(after - before);
      before = after;
    }
    best = round === 0 ? times : best.map((time, at) => Math.min(time, times[at] ?? Infinity));
  }
  const longest = best.reduce((most, time) => Math.max(most, time), 0);
  return { longest, at: best.indexOf(longest), pauses: best.length - 1, all: best.reduce((sum, time) => sum + time, 0) };
};
