import type { Status } from '../kpi/kpi';
import type { PeriodKind } from '../period/period';
import { done, problem, refused, type Result } from '../problem';
import type { Weather } from './content';

/** What the weather is made of, for one KPI over the whole period of the page. */
export type KpiFact = {
  label: string;
  key: boolean;
  /** null: no figure for the period. */
  status: Status | null;
  /** A rate of what came 0 times: nothing is missing, and there is nothing to judge. */
  ofNothing: boolean;
  /** Status over the period before, null when unknown. */
  previous: Status | null;
  /** Status of the projection for the next period, null without projection. */
  projected: Status | null;
  /** Status of the known days of the week under way; null where they are too few, or say nothing. */
  underWay: Status | null;
  /** Outside its usual variation (XmR limits) for the worse; null with too little history, or no direction, to tell. */
  drift: boolean | null;
};

export type WeatherFacts = {
  kpis: readonly KpiFact[];
  /** Open days with data over open days, in the period; of coarser data their own weeks, months or years. */
  days: { present: number; required: number; step: PeriodKind };
  /** First day with data, where it comes after the period; else null. */
  begins: number | null;
  overdueActions: number;
  /** Serial of the day of the latest major incident of the period, null for none. */
  majorIncident: number | null;
};

/** The rule that fired, with what its sentence needs. */
export type WeatherRule =
  | { kind: 'majorIncident'; date: number }
  | { kind: 'notBegun'; date: number }
  | { kind: 'noData'; required: number; step: PeriodKind }
  | { kind: 'missingDays'; present: number; required: number; step: PeriodKind }
  | { kind: 'missingKpi'; labels: readonly string[] }
  | { kind: 'noVolume'; labels: readonly string[] }
  | { kind: 'redTwice'; labels: readonly string[] }
  | { kind: 'severalRed'; labels: readonly string[] }
  | { kind: 'oneRed'; labels: readonly string[] }
  | { kind: 'projectedRed'; labels: readonly string[] }
  | { kind: 'severalAmber'; labels: readonly string[] }
  | { kind: 'otherRed'; labels: readonly string[] }
  | { kind: 'oneAmber'; labels: readonly string[] }
  | { kind: 'drift'; labels: readonly string[] }
  | { kind: 'overdue'; count: number }
  | { kind: 'underWay'; labels: readonly string[] }
  /** All is well: key KPIs have no drift, or nobody can tell yet; others that drift are named, for other pages list them. */
  | { kind: 'noneJudged' | 'allGreen'; drift: 'none' | 'unknown'; others: readonly string[] };

/** Share of the required days under which nothing can be said. */
const LEAST_DATA = 0.9;

/**
 * The overall state by the printed rules, worst first. Every rule looks at the key KPIs over the whole period; `otherRed`
 * alone looks at the others, and `underWay` at the week after it, which no sun hides, its alerts named first. A major incident
 * needs no figures to be one, so it comes before the fog of missing data.
 */
export const weatherOf = (facts: WeatherFacts): { weather: Weather; rule: WeatherRule } => {
  const keys = facts.kpis.filter((kpi) => kpi.key);
  const labels = (chosen: readonly KpiFact[]): string[] => chosen.map((kpi) => kpi.label);
  const red = keys.filter((kpi) => kpi.status === 'red');
  const amber = keys.filter((kpi) => kpi.status === 'amber');
  const { present, required, step } = facts.days;
  if (facts.majorIncident !== null) return { weather: 'storm', rule: { kind: 'majorIncident', date: facts.majorIncident } };
  if (facts.begins !== null) return { weather: 'fog', rule: { kind: 'notBegun', date: facts.begins } };
  if (present === 0 && required > 0) return { weather: 'fog', rule: { kind: 'noData', required, step } };
  if (present < LEAST_DATA * required) return { weather: 'fog', rule: { kind: 'missingDays', present, required, step } };
  const unknown = keys.filter((kpi) => kpi.status === null);
  const lacking = unknown.filter(({ ofNothing }) => !ofNothing);
  if (lacking.length > 0) return { weather: 'fog', rule: { kind: 'missingKpi', labels: labels(lacking) } };
  if (unknown.length > 0) return { weather: 'fog', rule: { kind: 'noVolume', labels: labels(unknown) } };
  const twice = red.filter((kpi) => kpi.previous === 'red');
  if (red.length >= 2) return { weather: 'storm', rule: { kind: 'severalRed', labels: labels(red) } };
  if (twice.length > 0) return { weather: 'storm', rule: { kind: 'redTwice', labels: labels(twice) } };
  if (red.length === 1) return { weather: 'rain', rule: { kind: 'oneRed', labels: labels(red) } };
  const projected = keys.filter((kpi) => kpi.projected === 'red');
  if (projected.length > 0) return { weather: 'rain', rule: { kind: 'projectedRed', labels: labels(projected) } };
  if (amber.length >= 2) return { weather: 'cloudy', rule: { kind: 'severalAmber', labels: labels(amber) } };
  const others = facts.kpis.filter((kpi) => !kpi.key && kpi.status === 'red');
  if (others.length > 0) return { weather: 'cloudy', rule: { kind: 'otherRed', labels: labels(others) } };
  if (amber.length === 1) return { weather: 'bright', rule: { kind: 'oneAmber', labels: labels(amber) } };
  const drifting = keys.filter((kpi) => kpi.drift === true);
  if (drifting.length > 0) return { weather: 'bright', rule: { kind: 'drift', labels: labels(drifting) } };
  if (facts.overdueActions > 0) return { weather: 'bright', rule: { kind: 'overdue', count: facts.overdueActions } };
  // The period is fine, and the week under way is known not to be: whoever reads the page lives in that one.
  const begun = (status: Status): KpiFact[] => keys.filter(({ underWay }) => underWay === status);
  const off = [...begun('red'), ...begun('amber')];
  if (off.length > 0) return { weather: 'bright', rule: { kind: 'underWay', labels: labels(off) } };
  // What has no threshold is not on target: it is only followed.
  const judged = keys.some((kpi) => kpi.status !== 'none');
  const drift = keys.every((kpi) => kpi.drift !== null) ? 'none' : 'unknown';
  const otherDrifts = facts.kpis.filter((kpi) => !kpi.key && kpi.drift === true);
  return { weather: 'sun', rule: { kind: judged ? 'allGreen' : 'noneJudged', drift, others: labels(otherDrifts) } };
};

/** From best to worst. Fog stands beside Nuageux: nobody knows better, so it may be taken for bright spells, never for sun. */
const RANK: Readonly<Record<Weather, number>> = { sun: 0, bright: 1, cloudy: 2, fog: 2, rain: 3, storm: 4 };
const ALL = Object.keys(RANK) as Weather[];

/** How bad a level is: 0 for the best; those of one rank stand beside each other. */
export const rankOf = (weather: Weather): number => RANK[weather];

/** Is the printed level better than the computed one? */
export const isRaised = (printed: Weather, computed: Weather): boolean => RANK[printed] < RANK[computed];

/** Levels that a person may print instead of the computed one: a worse one at will, a better one by one level at most. */
export const allowedWeathers = (computed: Weather): readonly Weather[] =>
  ALL.filter((weather) => RANK[weather] >= RANK[computed] - 1);

/** From this level on, the page needs an action with its owner's role and date. */
export const needsAction = (weather: Weather): boolean => RANK[weather] >= RANK.cloudy;

/** What a person puts in the place of the computed level, and why: the reason is printed. */
export type WeatherOverride = { weather: Weather; reason: string };

/** The level that is printed: the computed one, or a person's within the limits and with a reason. */
export const printedWeather = (computed: Weather, override: WeatherOverride | null): Result<Weather> => {
  if (!override || override.weather === computed) return done(computed);
  if (!allowedWeathers(computed).includes(override.weather))
    return refused(problem('override-too-good', { computed, wanted: override.weather }));
  if (override.reason.trim() === '') return refused(problem('override-without-reason', { computed, wanted: override.weather }));
  return done(override.weather);
};
