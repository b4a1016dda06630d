import type { Steps } from '../steps';
import { exp, log } from './elementary';
import type { CycleTest, PhaseEffect } from './season-cycle';
import { contrastOf, leastSquares, nestedChance, productsOf, type Row } from './season-regression';
import { mean } from './statistics';

/** Cycles known, at least; and before a change, of which the rest is one cycle or more. */
const LEAST_CYCLES = 2;
const CHANGE_LEVEL = 0.01;
/** Above this chance nothing is ever said. */
const WORTH_A_LOOK = 0.05;
/** Cycles back from the end that a change is looked for: an older one is history. */
const MOST_CHANGES = 4;
/** Degrees of freedom that a test needs to be one. */
const LEAST_FREEDOM = 4;
/** Cycles longer than this are not tried for changes: each phase is seen too rarely before and after. */
const LONGEST_WITH_CHANGES = 13;
/**
 * How much a value leans on the one before it. Two to five years are too few to estimate it beside twelve months, so the
 * season has to hold against all of these, from values without memory to a random walk: the worst one gives the chance.
 */
const LEANINGS = [0, 0.5, 1] as const;

/** A series as the regression takes it: `first` is the phase of its first value. */
type Slow = { values: readonly (number | null)[]; first: number; season: number };

/** Deviation coding: a phase's coefficient is its departure from the mean of the cycle, the last one's what the others leave. */
const coded = (phase: number, season: number): number[] =>
  Array.from({ length: season - 1 }, (_, index) => (phase === index ? 1 : phase === season - 1 ? -1 : 0));

const phaseAt = ({ first, season }: Slow, index: number): number => (first + index) % season;

/** Level, trend, the phases and the same phases after a change, each less its leaning part. */
const rowsOf = (slow: Slow, leaning: number, changed: number | null): Row[] => {
  const full = (index: number): number[] => {
    const phases = coded(phaseAt(slow, index), slow.season);
    return [1, index / slow.season, ...phases, ...(changed === null ? [] : phases.map((one) => (index >= changed ? one : 0)))];
  };
  return slow.values.flatMap((value, index) => {
    const before = slow.values[index - 1] ?? null;
    if (value === null || before === null) return [];
    const [now, then] = [full(index), full(index - 1)];
    return [{ regressors: now.map((one, i) => one - leaning * (then[i] ?? 0)), value: value - leaning * before }];
  });
};

const LEVEL = [0, 1];
/** Without its level, which differences have not. */
const TREND = [1];
const phaseColumns = (season: number): number[] => Array.from({ length: season - 1 }, (_, index) => 2 + index);

type Departure = { departure: number; chance: number };

type Trial = { stable: number; joint: number; moved: number; departures: () => { now: Departure[]; before: Departure[] } };

/** One leaning and, where given, one place of a change. */
const trial = (slow: Slow, leaning: number, changed: number | null): Trial | null => {
  const { season } = slow;
  const rows = productsOf(rowsOf(slow, leaning, changed));
  const base = leaning === 1 ? TREND : LEVEL;
  const columns = [...base, ...phaseColumns(season)];
  const none = leastSquares(rows, base);
  const whole = leastSquares(rows, columns);
  if (!none || !whole || whole.freedom < LEAST_FREEDOM || !(whole.squares > 0)) return null;
  /** Departure of each phase; the part after a change adds to that before. */
  const each = (of: typeof whole, parts: number): Departure[] =>
    Array.from({ length: season }, (_, phase) => {
      const own = coded(phase, season);
      const spare = new Array<number>(of.coefficients.length - base.length - parts * own.length).fill(0);
      const contrast = [...base.map(() => 0), ...(parts === 2 ? [...own, ...own] : own), ...spare];
      const { departure, chance } = contrastOf(of, contrast);
      return { departure, chance: Math.min(1, season * chance) };
    });
  const stable = nestedChance(none, whole);
  if (changed === null) return { stable, joint: 1, moved: 1, departures: () => ({ now: each(whole, 1), before: [] }) };
  const split = leastSquares(rows, [...columns, ...phaseColumns(season).map((column) => column + season - 1)]);
  if (!split || split.freedom < LEAST_FREEDOM || !(split.squares > 0)) return null;
  const departures = (): { now: Departure[]; before: Departure[] } => ({ now: each(split, 2), before: each(split, 1) });
  return { stable, joint: nestedChance(none, split), moved: nestedChance(whole, split), departures };
};

/** Residuals beyond this many deviations are drawn in: one odd month is no season. */
const CUT = 2.5;
/** Standard deviation of a normal variable in mean absolute deviations: the square root of π / 2. */
const DEVIATIONS = 1.2533;

/** The series with the values that stand far off their phases' own means drawn in. */
const withoutSpikes = (slow: Slow): Slow => {
  const { values, season } = slow;
  const full = (index: number): number[] => [1, index / season, ...coded(phaseAt(slow, index), season)];
  const rows = values.flatMap((value, index) => (value === null ? [] : [{ regressors: full(index), value }]));
  const fit = leastSquares(productsOf(rows), [...LEVEL, ...phaseColumns(season)]);
  if (!fit || fit.freedom < LEAST_FREEDOM) return slow;
  const fitted = (index: number): number => full(index).reduce((total, one, i) => total + one * (fit.coefficients[i] ?? 0), 0);
  const off = mean(values.flatMap((value, index) => (value === null ? [] : Math.abs(value - fitted(index)))));
  const most = CUT * DEVIATIONS * off * Math.sqrt(rows.length / fit.freedom);
  const cut = values.map((value, index) => {
    const usual = fitted(index);
    return value === null ? null : Math.min(usual + most, Math.max(usual - most, value));
  });
  return { ...slow, values: cut };
};

/** The most cautious of several sets of departures: those of values without memory, each with its worst chance. */
const cautious = (sets: readonly (readonly Departure[])[], logarithmic: boolean): readonly PhaseEffect[] => {
  const sizes = (sets[0] ?? []).map(({ departure }) => (logarithmic ? exp(departure) : 1 + departure));
  const centre = mean(sizes);
  return sizes.map((size, phase) => ({
    phase,
    effect: size / centre - 1,
    chance: Math.max(...sets.map((set) => set[phase]?.chance ?? 1)),
  }));
};

const strengthOf = (slow: Slow): number => {
  const rows = productsOf(rowsOf(slow, 0, null));
  const none = leastSquares(rows, LEVEL);
  const whole = leastSquares(rows, [...LEVEL, ...phaseColumns(slow.season)]);
  if (!none || !whole || whole.freedom < 1 || !(none.squares > 0)) return 0;
  return Math.max(0, 1 - whole.squares / whole.freedom / (none.squares / none.freedom));
};

/**
 * Tests whether the phases of a cycle that was seen a few times only differ (the months of the year), growth set apart:
 * Fisher's F of a regression on the phases, on logarithms where all are above 0. A cycle that departs from those before it is
 * a change. `first` is the phase of the first value, from 0 on. Null under two cycles.
 */
export function* testSlowCycleSteps(series: readonly (number | null)[], first: number, season: number): Steps<CycleTest | null> {
  const known = series.filter((value): value is number => value !== null);
  const centre = mean(known);
  if (season < 3 || known.length < LEAST_CYCLES * season || !(centre > 0)) return null;
  const logarithmic = known.every((value) => value > 0);
  const scaled = series.map((value) => (value === null ? null : logarithmic ? log(value / centre) : value / centre - 1));
  const slow = withoutSpikes({ values: scaled, first, season });
  const cycles = season > LONGEST_WITH_CHANGES ? 0 : Math.floor(series.length / season) - LEAST_CYCLES;
  const places = Array.from(
    { length: Math.min(MOST_CHANGES, Math.max(0, cycles)) },
    (_, cycle) => series.length - season * (cycle + 1),
  );
  const tried = function* (place: number | null): Steps<Trial[] | null> {
    const trials: Trial[] = [];
    for (const leaning of LEANINGS) {
      const one = trial(slow, leaning, place);
      if (!one) return null;
      trials.push(one);
      yield undefined;
    }
    return trials;
  };
  const worst = (trials: readonly Trial[], of: 'stable' | 'joint' | 'moved'): number => Math.max(...trials.map((one) => one[of]));
  yield undefined;
  const stable = yield* tried(null);
  if (!stable) return null;
  const changes: { at: number; trials: readonly Trial[]; joint: number; moved: number }[] = [];
  for (const at of places) {
    const trials = yield* tried(at);
    if (trials) changes.push({ at, trials, joint: worst(trials, 'joint'), moved: worst(trials, 'moved') * places.length });
  }
  const change = changes.reduce<(typeof changes)[number] | null>(
    (most, one) => (most && most.moved <= one.moved ? most : one),
    null,
  );
  const joint = Math.min(1, ...changes.map((one) => one.joint)) * places.length;
  const plain = worst(stable, 'stable');
  const chance = Math.min(1, changes.length > 0 ? 2 * Math.min(plain, joint) : plain);
  const strength = strengthOf(slow);
  yield undefined;
  // The phases one by one take most of the time, and nobody asks for them where nothing can be said.
  if (chance > WORTH_A_LOOK) return { chance, effects: [], strength, change: null };
  if (change && change.moved <= CHANGE_LEVEL) {
    const sets = change.trials.map((one) => one.departures());
    const before = cautious(
      sets.map((set) => set.before),
      logarithmic,
    );
    const effects = cautious(
      sets.map((set) => set.now),
      logarithmic,
    );
    return { chance, effects, strength, change: { at: change.at, before, chance: change.moved } };
  }
  const effects = cautious(
    stable.map((one) => one.departures().now),
    logarithmic,
  );
  return { chance, effects, strength, change: null };
}
