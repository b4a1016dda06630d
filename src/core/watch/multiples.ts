import { definedSince, type Kpi } from '../kpi/kpi';
import type { KpiSeries, MeteoInput } from '../meteo/input';
import { isOver } from '../meteo/pagePeriods';
import { daysOf } from '../period/expectedDays';
import { periodsBetween } from '../period/calendar';
import { expectsEveryDay } from '../period/coverage';
import type { Period, PeriodKind } from '../period/period';
import { atOnce, type Steps } from '../steps';
import { DRAWN, NEEDED } from './drawn';
import type { Drift } from './drift';
import { judgedDrift } from './judgedDrift';
import { comparedPeriods, daysFrom, daysOfPeriods, periodsOfRun, type ComparedPeriods, type PeriodDays } from './perOpenDay';

/** A period with less than this share of its open days is not complete enough to learn from. */
const LEAST_SHARE = 0.75;

/**
 * What the latest values say: `short` with fewer periods than limits need, `drift` for a change that chance does not explain,
 * `better` for one in the direction that is wanted, `changed` for one that nobody says is worse: of a KPI without direction, a volume without
 * thresholds that falls. `season` for a change of a volume that last year's same periods had too.
 */
export type DriftState = 'usual' | 'season' | 'drift' | 'changed' | 'better' | 'short';

/** One KPI over its last complete periods, to draw and to say. */
export type Multiple = {
  kpi: Kpi;
  /**
   * The last 24 at most, oldest first, aligned with `values`; null where a period has no figure. What adds up is brought to as
   * many open days as the last one has.
   */
  periods: readonly Period[];
  values: readonly (number | null)[];
  /** Periods with a figure since its definition holds. */
  known: number;
  /** Limits and mean are those of the last period, on its open days. */
  drift: Drift | null;
  /** Open days of the last period where they are to be said, since not all have as many; else null. */
  openDays: number | null;
  state: DriftState;
  /** Place in `values` of the first one of the run; null without a signal. */
  runFrom: number | null;
  /** The last value, and how far it, or the mean of the run, lies from the mean; null with too few. */
  last: number | null;
  gap: number | null;
};

/** Coarsest kind of period first, each with what its rows must be at most. */
const KINDS: Readonly<Record<PeriodKind, readonly PeriodKind[]>> = {
  day: ['week', 'day'],
  week: ['week'],
  month: ['month'],
  year: ['year'],
};

const isEnough = (period: Period, { coverage, settings }: MeteoInput): boolean => {
  const { required, missing } = daysOf(period, coverage, settings.closedDays);
  return required.length > 0 && required.length - missing.length >= LEAST_SHARE * required.length;
};

/** Periods that are looked at between two pauses. */
const PERIODS_PER_STEP = 100;

/**
 * Whole periods of a kind that are over on the day of issue, as the page takes them for over, and have the days that they
 * should.
 */
function* wholePeriods(input: MeteoInput, kind: PeriodKind): Steps<readonly Period[]> {
  const { coverage, issued, settings } = input;
  const service = { coverage, closedDays: settings.closedDays };
  const held = new Set(coverage.days);
  const all = periodsBetween(coverage.from, coverage.to, kind);
  const whole: Period[] = [];
  for (const [index, period] of all.entries()) {
    if (index % PERIODS_PER_STEP === 0) yield undefined;
    const { start, end } = period;
    if (start < coverage.from || end - 1 > coverage.to || !isOver(period, Math.floor(issued), service)) continue;
    if (kind === 'day' && expectsEveryDay(coverage) ? held.has(start) : isEnough(period, input)) whole.push(period);
  }
  return whole;
}

/** Weeks when there are enough of them, days until then; where a row is a longer period, that period. */
function* chosenPeriods(input: MeteoInput, step: PeriodKind): Steps<{ kind: PeriodKind; periods: readonly Period[] }> {
  const [first = step, other] = KINDS[step];
  const periods = yield* wholePeriods(input, first);
  if (periods.length >= NEEDED || other === undefined) return { kind: first, periods };
  return { kind: other, periods: yield* wholePeriods(input, other) };
}

const stateOf = (kpi: Kpi, { drift, seasonal }: ComparedPeriods): DriftState => {
  if (!drift) return 'short';
  if (seasonal) return 'season';
  const judged = judgedDrift(kpi, drift);
  return judged === 'worse' ? 'drift' : judged;
};

/**
 * Limits within what the KPI can be, as far as its values tell: three deviations below a mean of few calls are no calls, not −2,
 * and a share that was never above 100 % has no usual 103 %. What they signal stays.
 */
const withinReach = ({ unit }: Kpi, values: readonly number[], drift: Drift): Drift => ({
  ...drift,
  low: values.every((value) => value >= 0) ? Math.max(0, drift.low) : drift.low,
  high: unit === 'percent' && values.every((value) => value <= 1) ? Math.min(1, drift.high) : drift.high,
});

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The periods from the first one of the definition that holds on, with their days. */
const sinceDefined = ({ kpi }: KpiSeries, all: readonly Period[], days: PeriodDays) => {
  const since = definedSince(kpi, all.at(-1)?.start ?? 0) ?? -Infinity;
  const first = all.findIndex(({ start }) => start >= since);
  const from = first < 0 ? all.length : first;
  return { periods: all.slice(from), held: daysFrom(days, from) };
};

const multipleOf = (series: KpiSeries, all: readonly Period[], days: PeriodDays): Multiple => {
  const { periods, held } = sinceDefined(series, all, days);
  const compared = comparedPeriods(series.kpi, periods.map(series.valueOf), held);
  const { values, drift, openDays } = compared;
  const shown = periods.map((period, index) => ({ period, value: values[index] ?? null })).slice(-DRAWN);
  const length = drift?.signal ? periodsOfRun(drift) : 0;
  // A gap is no value of the run: it is counted over.
  const places = shown.flatMap(({ value }, index) => (value === null ? [] : [index]));
  const known = values.flatMap((value) => value ?? []);
  return {
    kpi: series.kpi,
    periods: shown.map(({ period }) => period),
    values: shown.map(({ value }) => value),
    known: known.length,
    drift: drift && withinReach(series.kpi, known, drift),
    openDays,
    state: stateOf(series.kpi, compared),
    runFrom: length === 0 ? null : (places[Math.max(0, places.length - length)] ?? null),
    last: known.at(-1) ?? null,
    gap: drift ? average(known.slice(-Math.max(1, length))) - drift.mean : null,
  };
};

type Multiples = { kind: PeriodKind; multiples: readonly Multiple[] };

/** Every KPI over the same kind of periods. */
export const multiplesOf = (input: MeteoInput, step: PeriodKind): Multiples => atOnce(multiplesSteps(input, step));

/** `multiplesOf` in slices. */
export function* multiplesSteps(input: MeteoInput, step: PeriodKind): Steps<Multiples> {
  const { kind, periods } = yield* chosenPeriods(input, step);
  yield undefined;
  const days = daysOfPeriods(periods, input);
  yield undefined;
  const multiples: Multiple[] = [];
  for (const series of input.kpis) {
    multiples.push(multipleOf(series, periods, days));
    yield undefined;
  }
  return { kind, multiples };
}
