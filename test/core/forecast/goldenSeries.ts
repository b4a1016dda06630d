import type { FigureKind } from '../../../src/core/forecast/forecast';

type Golden = { series: readonly (number | null)[]; horizon: number; season: number; kind: FigureKind };

/** Multiples of 1/64 from a linear congruential generator: the same bits whoever computes them. */
const steps = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor(state / 67_108_864) / 64;
  };
};

const generated = (count: number, seed: number, valueAt: (index: number, next: () => number) => number): number[] => {
  const next = steps(seed);
  return Array.from({ length: count }, (_, index) => valueAt(index, next));
};

/** Series made of sums and products of whole numbers and 64ths alone, of each kind that takes another way through the methods. */
export const seededSeries: Readonly<Record<string, Golden>> = {
  'three months of days': {
    series: generated(90, 1, (day, next) => Math.round((day % 7 < 5 ? 120 : 40) * (0.75 + next() / 2))),
    horizon: 14,
    season: 7,
    kind: 'count',
  },
  'three years of weeks': {
    series: generated(156, 2, (week, next) => 1000 + 8 * Math.abs((week % 52) - 26) + 64 * next()),
    horizon: 13,
    season: 52,
    kind: 'amount',
  },
  'forty weeks': { series: generated(40, 3, (week, next) => 200 + week + 16 * next()), horizon: 6, season: 52, kind: 'duration' },
  'two years of months with a gap': {
    series: generated(25, 4, (month, next) => 50 + 4 * (month % 12) + 8 * next()).map((value, month) =>
      month === 9 ? null : value,
    ),
    horizon: 6,
    season: 12,
    kind: 'count',
  },
  'five years of months': {
    series: generated(60, 5, (month, next) => (100 + month) * (1 + (month % 12) / 32) + 8 * next()),
    horizon: 12,
    season: 12,
    kind: 'amount',
  },
  'a rate near its limit': {
    series: generated(60, 6, (_, next) => Math.min(1, 0.9375 + next() / 8)),
    horizon: 4,
    season: 1,
    kind: 'rate',
  },
  'figures on both sides of 0': {
    series: generated(80, 7, (_, next) => 32 * (next() - 0.5)),
    horizon: 5,
    season: 7,
    kind: 'amount',
  },
  'five values': { series: [3, 5, 4, 6, 5], horizon: 3, season: 12, kind: 'count' },
};
