import { forecastSteps } from '../../src/core/forecast/forecast';

/** Four hundred days of a service with a week's shape and some noise, by a fixed sequence. */
const fourHundredDays = (): number[] => {
  let state = 12345;
  return Array.from({ length: 400 }, (_, day) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return 100 * ([1.3, 1.1, 1, 1, 0.9, 0.9, 0.8][day % 7] ?? 1) * (0.9 + (0.2 * state) / 4_294_967_296);
  });
};

const ROUNDS = 5;

/** Processor milliseconds of 400 points, and the longest stretch without a pause: the least of some rounds, as others use the machine. */
export const timesOf = (): { fourHundred: number; slice: number } => {
  const days = fourHundredDays();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const steps = forecastSteps(days, { horizon: 14, season: 7, kind: 'count' });
    const slices: number[] = [];
    for (let done = false; !done;) {
      const before = process.cpuUsage();
      done = steps.next().done ?? false;
      const { user, system } = process.cpuUsage(before);
      slices.push((user + system) / 1000);
    }
    return { whole: slices.reduce((total, slice) => total + slice, 0), slice: Math.max(...slices) };
  });
  return { fourHundred: Math.min(...rounds.map(({ whole }) => whole)), slice: Math.min(...rounds.map(({ slice }) => slice)) };
};
