import { isAdditive } from '../consolidation/rule';
import { coherentForecasts } from '../forecast/coherence';
import { areSame, relationsOfSteps } from '../forecast/families';
import type { Forecast } from '../forecast/forecast';
import type { Series } from '../forecast/series';
import { projectionAt, widthOf } from '../forecast/width';
import type { Kpi } from '../kpi/kpi';
import type { Steps } from '../steps';
import { boundsOf, type WeekParts, type WeeksAhead } from './forecastWeeks';

/** A KPI's known weeks and its weeks ahead; all KPIs have the same weeks, null where one knows nothing of a week. */
export type ProjectedKpi = {
  kpi: Kpi;
  weekly: Series;
  /** What the weeks of a ratio are made of. */
  parts: readonly WeekParts[] | null;
  ahead: WeeksAhead;
};

const partOf = ({ parts }: ProjectedKpi, name: 'numerator' | 'denominator'): Series =>
  (parts ?? []).map((week) => week?.[name] ?? null);

/** A rate with its parts: percentages alone, for euros a call are no share of the calls. */
const isShare = ({ kpi, ahead, parts }: ProjectedKpi): boolean =>
  kpi.unit === 'percent' && ahead.parts !== null && parts !== null && ahead.forecast.points.length > 0;

const isSum = ({ kpi, ahead }: ProjectedKpi): boolean => isAdditive(kpi.rule) && ahead.forecast.points.length > 0;

/** Places of the rates by what they are shares of: only those that have a fellow. */
const sharesOfOne = (kpis: readonly ProjectedKpi[], least: number): readonly (readonly number[])[] => {
  const groups: { whole: Series; places: number[] }[] = [];
  for (const [place, one] of kpis.entries()) {
    if (!isShare(one)) continue;
    const whole = partOf(one, 'denominator');
    const group = groups.find((known) => areSame(known.whole, whole, least));
    if (group) group.places.push(place);
    else groups.push({ whole, places: [place] });
  }
  return groups.map(({ places }) => places).filter(({ length }) => length > 1);
};

/** The weeks ahead with another forecast of the rate, and the numerators that go with it. */
const withRate = (ahead: WeeksAhead, forecast: Forecast): WeeksAhead => ({
  ...ahead,
  forecast,
  parts: ahead.parts && {
    denominators: ahead.parts.denominators,
    numerators: forecast.points.map(({ value }, step) => value * (ahead.parts?.denominators[step] ?? 0)),
  },
});

/** Shares of one whole: those that always made all of it still do, and those that never passed it do not. */
function* withSharesSteps(
  kpis: readonly ProjectedKpi[],
  places: readonly number[],
  least: number,
  settled: ReadonlySet<number>,
): Steps<readonly ProjectedKpi[]> {
  const family = places.flatMap((place) => kpis[place] ?? []);
  const [first] = family;
  const whole = first ? partOf(first, 'denominator') : [];
  const relations = yield* relationsOfSteps(
    family.map((one) => partOf(one, 'numerator')),
    least,
    whole,
  );
  const known = new Set(places.flatMap((place, at) => (settled.has(place) ? [at] : [])));
  if (!relations.some(({ terms }) => terms.some(({ at }) => !known.has(at)))) return kpis;
  const bounds = family.map(({ kpi, weekly }) => ({ low: 0, high: Infinity, ...boundsOf(kpi, weekly) }));
  const forecasts = coherentForecasts(
    family.map(({ ahead }) => ahead.forecast),
    relations,
    bounds,
    known,
  );
  return kpis.map((one, place) => {
    const forecast = settled.has(place) ? undefined : forecasts[places.indexOf(place)];
    return forecast ? { ...one, ahead: withRate(one.ahead, forecast) } : one;
  });
}

/** Where counts can lie. */
const COUNTS = { low: 0, high: Infinity };

/** Calls answered are the answer rate of the calls: the count follows the rate, whose numerator it is. */
const withNumerator = (one: ProjectedKpi, shares: readonly ProjectedKpi[], least: number): ProjectedKpi | null => {
  const rate = shares.find((share) => areSame(partOf(share, 'numerator'), one.weekly, least));
  const numerators = rate?.ahead.parts?.numerators;
  if (!numerators) return null;
  const points = one.ahead.forecast.points.map((point, step) =>
    projectionAt(numerators[step] ?? point.value, widthOf(point, COUNTS), COUNTS),
  );
  return { ...one, ahead: { ...one.ahead, forecast: { ...one.ahead.forecast, points } } };
};

/** What adds up: numerators and denominators of rates as these say, and others that always were the sum of some. */
function* withSumsSteps(
  kpis: readonly ProjectedKpi[],
  least: number,
  settled: ReadonlySet<number>,
): Steps<readonly ProjectedKpi[]> {
  const shares = kpis.filter(isShare);
  const fixed = new Set(settled);
  const linked = kpis.map((one, place) => {
    if (!isSum(one) || settled.has(place)) return one;
    const isWhole = shares.some((share) => areSame(partOf(share, 'denominator'), one.weekly, least));
    const followed = isWhole ? null : withNumerator(one, shares, least);
    if (isWhole || followed) fixed.add(place);
    return followed ?? one;
  });
  const places = linked.flatMap((one, place) => (isSum(one) ? [place] : []));
  const sums = places.flatMap((place) => linked[place] ?? []);
  const known = new Set(places.flatMap((place, at) => (fixed.has(place) ? [at] : [])));
  const always = yield* relationsOfSteps(
    sums.map(({ weekly }) => weekly),
    least,
  );
  const relations = always.filter(({ terms }) => terms.some(({ at }) => !known.has(at)));
  if (relations.length === 0) return linked;
  const bounds = sums.map(({ weekly }) => ({ low: weekly.every((value) => (value ?? 0) >= 0) ? 0 : -Infinity, high: Infinity }));
  const forecasts = coherentForecasts(
    sums.map(({ ahead }) => ahead.forecast),
    relations,
    bounds,
    known,
  );
  return linked.map((one, place) => {
    const forecast = forecasts[places.indexOf(place)];
    return forecast ? { ...one, ahead: { ...one.ahead, forecast } } : one;
  });
}

/**
 * The weeks ahead of KPIs that belong together, made to agree: each was projected alone, and what always held between them
 * in `least` known weeks or more holds in the projections too. Answered and abandoned calls are all that were offered: 71.5 %
 * and 38.7 % become 66.4 % and 33.6 %, and the answered calls that rate of the calls. Those whose places are `settled` agree
 * already and stay as they are. Aligned with `kpis`. In slices.
 */
export function* coherentWeeksSteps(
  kpis: readonly ProjectedKpi[],
  least: number,
  settled: ReadonlySet<number> = new Set(),
): Steps<readonly WeeksAhead[]> {
  let coherent = kpis;
  const families = sharesOfOne(kpis, least);
  yield undefined;
  for (const places of families) coherent = yield* withSharesSteps(coherent, places, least, settled);
  coherent = yield* withSumsSteps(coherent, least, settled);
  return coherent.map(({ ahead }) => ahead);
}
