import type { CycleTest, PhaseEffect } from './season-cycle';

/** A recurrence that figures can have. */
export type SeasonKind = 'weekday' | 'weekOfMonth' | 'month' | 'holiday' | 'hour' | 'cycle';

/** How far a phase departs from the mean, as a fraction: 0.18 is 18 % above. */
export type SeasonalEffect = { phase: number; effect: number };

/** What stood before a season changed. */
type SeasonalChange = {
  /** Serial of the first day of what holds now; for a cycle without dates the place of its first value, from 1 on. */
  since: number;
  peak: SeasonalEffect | null;
  trough: SeasonalEffect | null;
};

/** A season that the history shows for certain, as it holds at its end. */
export type Season = {
  /**
   * What `phase` counts: `weekday` ISO weekdays (1 Monday), `weekOfMonth` the parts of a month (1 its first seven days, 2 the
   * next seven, 3 what is between, 4 its last seven), `month` 1 to 12, `holiday` days beside a public holiday (1 the open day
   * before, 2 the holiday, 3 the open day after, 4 the bridge to a week-end), `hour` 0 to 23, `cycle` values of the cycle
   * from 1 on, the series' first value being in phase 1.
   */
  kind: SeasonKind;
  /** The phases furthest above and below the mean of all (holidays: an ordinary day), each only where it is certain by itself. */
  peak: SeasonalEffect | null;
  trough: SeasonalEffect | null;
  /** Every phase that was compared, certain or not, in order. */
  effects: readonly SeasonalEffect[];
  /** Share of the variance that the season explains, 0 to 1: growth and slow waves are no part of it. */
  strength: number;
  /** Chance of seeing as much where there is no season, all kinds that were tried taken into account. */
  chance: number;
  /** Null where it has held throughout. With neither peak nor trough, the season that was is no longer certain. */
  change: SeasonalChange | null;
};

/** A test with the meaning of its phases. */
export type Tried = { kind: SeasonKind; test: CycleTest; phases: readonly number[]; serialAt: (at: number) => number };

/** The chance of saying anything at all where there is no season. One in twenty is the promise; tests on few values run over. */
const LEVEL = 0.03;
/** A phase is certain by itself when chance does it this rarely. */
const PHASE_LEVEL = 0.05;
/** Effects smaller than this are not worth a reader's time, however certain. */
const LEAST_EFFECT = 0.05;
/** A season has changed when a phase moved by at least this. */
const LEAST_MOVE = 0.08;

/** The larger effects come first; a phase is as it is numbered for the reader. */
const extremes = (
  effects: readonly PhaseEffect[],
  phases: readonly number[],
): { peak: SeasonalEffect | null; trough: SeasonalEffect | null } => {
  const certain = effects.filter(({ effect, chance }) => chance <= PHASE_LEVEL && Math.abs(effect) >= LEAST_EFFECT);
  const named = ({ phase, effect }: PhaseEffect): SeasonalEffect => ({ phase: phases[phase] ?? phase, effect });
  const most = (sign: number): SeasonalEffect | null => {
    const found = certain.filter(({ effect }) => effect * sign > 0).sort((a, b) => (b.effect - a.effect) * sign)[0];
    return found ? named(found) : null;
  };
  return { peak: most(1), trough: most(-1) };
};

const moved = (now: readonly PhaseEffect[], before: readonly PhaseEffect[]): boolean =>
  now.some(({ effect }, index) => Math.abs(effect - (before[index]?.effect ?? 0)) >= LEAST_MOVE);

const seasonOf = ({ kind, test, phases, serialAt }: Tried, chance: number): Season | null => {
  const { effects, strength, change } = test;
  const now = extremes(effects, phases);
  const before = change && moved(effects, change.before) ? extremes(change.before, phases) : null;
  const says = now.peak ?? now.trough ?? before?.peak ?? before?.trough;
  if (!says) return null;
  return {
    kind,
    ...now,
    effects: effects.map(({ phase, effect }) => ({ phase: phases[phase] ?? phase, effect })),
    strength,
    chance,
    change: change && before ? { since: serialAt(change.at), ...before } : null,
  };
};

/**
 * The seasons that hold when all tests are taken together (Holm's step-down procedure: the chance of one false
 * claim stays below one in twenty, however many tests were made), in the order of the tests.
 */
export const seasonsOf = (tried: readonly Tried[]): readonly Season[] => {
  const byChance = [...tried].sort((one, other) => one.test.chance - other.test.chance);
  const adjusted = new Map<Tried, number>();
  byChance.reduce((floor, one, index) => {
    const chance = Math.min(1, Math.max(floor, one.test.chance * (tried.length - index)));
    adjusted.set(one, chance);
    return chance;
  }, 0);
  return tried.flatMap((one) => {
    const chance = adjusted.get(one) ?? 1;
    const season = chance <= LEVEL ? seasonOf(one, chance) : null;
    return season ? [season] : [];
  });
};
