import type { DayValue } from '../../../src/core/forecast/seasonality';
import { civilOf, serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

/** Series without any season, and shapes to plant in them: seeded, the same on every machine. */

export const START = serialOf({ year: 2022, month: 1, day: 3 });

const following = (memory: number, size: number) => (count: number, seed: number) => {
  const draw = normal(seed);
  let state = 0;
  return Array.from({ length: count }, () => Math.max(0, 100 * (1 + (state = memory * state + size * draw()))));
};

/** Student's t with 3 degrees of freedom: one value in a hundred is far out. */
const heavyTailed = (count: number, seed: number): number[] => {
  const draw = normal(seed);
  const squared = (): number => {
    const one = draw();
    return one * one;
  };
  return Array.from({ length: count }, () => {
    const spread = Math.sqrt((squared() + squared() + squared()) / 3);
    return Math.max(0, 100 * (1 + (0.1 * draw()) / spread));
  });
};

/** A waiting time of mean 1: half the sum of two squared normals. */
const waiting = (draw: () => number): number => {
  const [one, other] = [draw(), draw()];
  return (one * one + other * other) / 2;
};

/** Counts of rare events a day: how many waiting times fit in it (Poisson's process). */
const counted = (mean: number) => (count: number, seed: number) => {
  const draw = normal(seed);
  return Array.from({ length: count }, () => {
    let events = 0;
    for (let time = waiting(draw); time < mean; time += waiting(draw)) events++;
    return events;
  });
};

const wandering = (count: number, seed: number): number[] => {
  const draw = normal(seed);
  let state = 0;
  return Array.from({ length: count }, () => 100 * Math.exp((state += 0.03 * draw())));
};

const growing = (count: number, seed: number): number[] =>
  following(0, 0.1)(count, seed).map((value, index) => value * (1 + (2 * index) / count));

export const NOISES: Readonly<Record<string, (count: number, seed: number) => number[]>> = {
  'white noise': following(0, 0.1),
  'a memory of 0.3': following(0.3, 0.1),
  'a memory of 0.7': following(0.7, 0.1),
  'a random walk': wandering,
  'a trend': growing,
  'heavy tails': heavyTailed,
  'counts of 3 a day': counted(3),
  'counts of one every other day': counted(0.5),
};

/** Days of a series: with closed week-ends for each third seed, and one day in twenty missing for each second. */
export const datedDays = (values: readonly number[], seed: number): DayValue[] => {
  const draw = normal(seed + 77_777);
  return values.flatMap((value, index) => {
    const serial = START + 11 * (seed % 200) + index;
    const closed = seed % 3 === 0 && weekdayOf(serial) > 5;
    const missing = draw() > 1.645 && seed % 2 === 0;
    return closed || missing ? [] : [{ serial, value }];
  });
};

/** A service's days around 100, each multiplied by what its date makes of it. */
export const shapedDays = (count: number, shape: (serial: number) => number, noise = 0.08, seed = 5): DayValue[] =>
  following(0.3, noise)(count, seed).map((value, index) => ({
    serial: START + index,
    value: value * shape(START + index),
  }));

export const busyMonday = (serial: number): number => (weekdayOf(serial) === 1 ? 1.2 : 1);
export const busyTuesday = (serial: number): number => (weekdayOf(serial) === 2 ? 1.2 : 1);
export const quietAugust = (serial: number): number => (civilOf(serial).month === 8 ? 0.7 : 1);
export const busyStart = (serial: number): number => (civilOf(serial).day <= 7 ? 1.15 : 1);
