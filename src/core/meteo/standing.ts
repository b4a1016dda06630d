import { isAdditive } from '../consolidation/rule';
import { calendarSteps } from '../forecast/calendar';
import type { Forecast, Projection } from '../forecast/forecast';
import type { DayValue } from '../forecast/seasonality';
import { statusOf } from '../kpi/status';
import { definedSince, type Kpi, type Status } from '../kpi/kpi';
import { expectsEveryDay, type Coverage } from '../period/coverage';
import { daysKnown, daysOf } from '../period/expectedDays';
import { periodsBetween } from '../period/calendar';
import type { Period } from '../period/period';
import { weekdayOf } from '../period/serial';
import { atOnce, eachInSteps, type Steps } from '../steps';
import { judgedDrift } from '../watch/judgedDrift';
import { comparedPeriods, daysFrom, daysOfPeriods, type ComparedPeriods, type PeriodDays } from '../watch/perOpenDay';
import { coherentWeeksSteps, type ProjectedKpi } from './coherentWeeks';
import { forecastWeeks, projectStretch, type ProjectedParts, type WeeksAhead } from './forecastWeeks';
import { comparisonOf, type Comparison } from './comparison';
import type { KpiSeries, MeteoInput } from './input';
import { pagePeriods, pageStep, spanOf, type PagePeriods, type PageStep, type PageWeeks } from './pagePeriods';
import { begunWeek, forecastBegunSteps } from './weekUnderWay';
import { isSilent, isSilentPart } from './zeroWeeks';

/** Weeks of history from which the page prints a projection: half a year; a year of months. */
const HISTORY_FOR_PROJECTION: Record<PageStep, number> = { week: 26, month: 12, year: 8 };

/** Known weeks, or months or years of coarser data, from which the page prints a projection. */
export const neededFor = ({ step }: Coverage): number => HISTORY_FOR_PROJECTION[pageStep(step)];

/** A week with less than this share of its open days is no week to learn from. */
const LEAST_WEEK = 0.75;

/** How one KPI stands: the page's period, the one before, what is projected, and its weeks. */
export type Standing = {
  series: KpiSeries;
  kpi: Kpi;
  value: number | null;
  previous: number | null;
  /** Those of the weeks before that `previous` comes from. */
  previousWeeks: PageWeeks;
  status: Status | null;
  previousStatus: Status | null;
  /** For as many weeks ahead as the page has; null with too little history. */
  projection: Projection | null;
  projectedStatus: Status | null;
  /** Complete weeks with a figure, of the definition that holds. */
  knownWeeks: number;
  weeks: readonly Period[];
  /** Aligned with `weeks`; null for a week without figure or with too few days. */
  weekly: readonly (number | null)[];
  forecast: Forecast;
  /** What the projected weeks of a rate are the quotient of, aligned with the forecast's points; null for other figures. */
  parts: ProjectedParts | null;
  /** Outside its usual variation for the worse; null for one without direction, whose level changed. */
  drift: boolean | null;
  /** The known weeks of the definition that holds, by open day where they add up; its values are the last ones of `weeks`. */
  compared: ComparedPeriods;
  /** The last week is at 0 and usually is not, or a rate's volume is: nothing is projected. */
  silent: boolean;
  /** First day of the definition that holds, where another was before it: nothing older is compared or learnt from. */
  since: number | null;
} & Comparison;

const enoughDays = (week: Period, { coverage, settings }: MeteoInput): boolean => {
  const { required, missing } = daysOf(week, coverage, settings.closedDays);
  return required.length > 0 && required.length - missing.length >= LEAST_WEEK * required.length;
};

/** Does the KPI leave its usual variation for the worse? null: it leaves it, and nobody says that it is worse. */
const driftsAway = (kpi: Kpi, { drift }: ComparedPeriods): boolean | null => {
  const judged = judgedDrift(kpi, drift);
  return judged === 'changed' ? null : judged === 'worse';
};

/** A KPI's volume day by day, which tells what holidays do to it: its own where it adds up, a ratio's denominator. */
const daysOfVolume = (
  { kpi, valueOf, partsOf }: KpiSeries,
  { coverage }: MeteoInput,
  start: number,
  end: number,
): readonly DayValue[] => {
  if (coverage.step !== 'day' || (!isAdditive(kpi.rule) && !partsOf)) return [];
  const days: DayValue[] = [];
  const held = daysKnown(coverage);
  const everyDay = expectsEveryDay(coverage);
  for (let serial = start; serial < Math.min(end, coverage.last + 1); serial++) {
    // In a log of events a day without any is a day of 0.
    if (!(everyDay ? held.has(serial) : coverage.openWeekdays.includes(weekdayOf(serial)))) continue;
    const day = { start: serial, end: serial + 1 };
    const value = partsOf ? partsOf(day).denominator : valueOf(day);
    if (value !== null || !everyDay) days.push({ serial, value: value ?? 0 });
  }
  return days;
};

/** The weeks of the source, and which of them have days enough to learn from. */
type Weeks = { weeks: readonly Period[]; usable: readonly boolean[]; days: PeriodDays };

/** How a KPI stands on the day of issue, with nothing projected yet. */
const measuredOf = (series: KpiSeries, input: MeteoInput, periods: PagePeriods, { weeks, usable, days }: Weeks): Standing => {
  const { kpi } = series;
  const weekly = weeks.map((week, index) => (usable[index] ? series.valueOf(week) : null));
  const since = definedSince(kpi, periods.last.start);
  const first = firstKnown(weeks, weekly, since);
  const present = weekly.slice(first);
  const compared = comparedPeriods(kpi, present, daysFrom(days, first));
  const value = series.valueOf(spanOf(periods.current));
  const redefined = since !== null && spanOf(periods.before).start < since;
  const previous = redefined ? null : series.valueOf(spanOf(periods.before));
  return {
    series,
    kpi,
    value,
    previous,
    previousWeeks: periods.before.filter((week) => series.valueOf(week) !== null),
    status: value === null ? null : statusOf(value, kpi),
    previousStatus: previous === null ? null : statusOf(previous, kpi),
    projection: null,
    projectedStatus: null,
    knownWeeks: present.filter((known) => known !== null).length,
    weeks,
    weekly,
    forecast: forecastWeeks(kpi, [], null, { weeks: [], calendar: null }).forecast,
    parts: null,
    drift: driftsAway(kpi, compared),
    compared,
    silent: isSilent(series, periods.last, present),
    since,
    ...comparisonOf(kpi, periods, input),
  };
};

/** Those that are wanted low are silent only as a part: no call was abandoned where none came. */
const withSilentParts = (standings: readonly Standing[]): readonly Standing[] => {
  const wholes = standings.filter(({ silent, kpi }) => silent && isAdditive(kpi.rule));
  return standings.map((standing) =>
    !standing.silent && wholes.some((whole) => isSilentPart(standing, whole)) ? { ...standing, silent: true } : standing,
  );
};

/** Place of the first week with a figure of the definition that holds; the end where there is none. */
const firstKnown = (weeks: readonly Period[], weekly: readonly (number | null)[], since: number | null): number => {
  const first = weekly.findIndex((value, index) => value !== null && (weeks[index]?.start ?? 0) >= (since ?? 0));
  return first < 0 ? weekly.length : first;
};

/** A KPI's weeks ahead, projected alone. */
function* projectedSteps(standing: Standing, input: MeteoInput, periods: PagePeriods, { usable }: Weeks): Steps<ProjectedKpi> {
  const { kpi, series, weeks, weekly, since, knownWeeks } = standing;
  const first = firstKnown(weeks, weekly, since);
  const present = weekly.slice(first);
  const enough = knownWeeks >= neededFor(input.coverage);
  const partsOf = (week: Period, index: number) => (index >= first && usable[index] ? series.partsOf?.(week) : undefined);
  const parts = enough && series.partsOf ? weeks.map(partsOf) : null;
  yield undefined;
  const days = enough ? daysOfVolume(series, input, weeks[first]?.start ?? 0, periods.last.end) : [];
  yield undefined;
  const calendar = enough ? yield* calendarSteps(days, input.settings) : null;
  yield undefined;
  const known = { weeks: weeks.slice(first), calendar };
  const [under] = periods.ahead;
  const begun = enough && under ? begunWeek(series, under, calendar, input) : null;
  yield undefined;
  const ahead = yield* forecastBegunSteps({ kpi, weekly: present, parts: parts?.slice(first) ?? null, known }, begun);
  return { kpi, weekly: weekly.map((value, index) => (index < first ? null : value)), parts, ahead };
}

/** The same standing with its weeks ahead, printed where there is history enough. */
const withAhead = (standing: Standing, ahead: WeeksAhead, input: MeteoInput, periods: PagePeriods): Standing => {
  const { kpi, knownWeeks, silent } = standing;
  const enough = knownWeeks >= neededFor(input.coverage) && !silent;
  const projection = enough ? projectStretch(kpi, ahead, periods.ahead.length) : null;
  return {
    ...standing,
    projection,
    projectedStatus: projection ? statusOf(projection.value, kpi) : null,
    forecast: ahead.forecast,
    parts: enough ? ahead.parts : null,
  };
};

type Standings = { periods: PagePeriods; standings: readonly Standing[] };
export type Chosen = (standings: readonly Standing[]) => readonly Standing[];

/** What is projected: by default all, none before the others. */
type Projects = {
  /** Those that the page prints: they are made to agree first, so that what it says of them is said everywhere. */
  printed?: Chosen;
  /** Whether these are the only ones. */
  alone?: boolean;
};

/** How every KPI that the client may see stands, in the dictionary's order. */
export const standingsOf = (input: MeteoInput, projects?: Projects): Standings => atOnce(standingsSteps(input, projects));

/** `standingsOf` in slices. */
export function* standingsSteps(input: MeteoInput, { printed = () => [], alone = false }: Projects = {}): Steps<Standings> {
  const { coverage, settings } = input;
  const periods = pagePeriods(input.issued, settings.cadence, { coverage, closedDays: settings.closedDays });
  const last = spanOf(periods.current).end - 1;
  const first = Math.min(input.coverage.first, last);
  // The week in which the source begins is whole only when it begins with it.
  const weeks = periodsBetween(first, last, periods.last.kind).filter((week) => week.start >= input.coverage.from);
  const known: Weeks = { weeks, usable: weeks.map((week) => enoughDays(week, input)), days: daysOfPeriods(weeks, input) };
  yield undefined;
  const measured: Standing[] = [];
  for (const series of input.kpis) {
    if (series.kpi.internal) continue;
    measured.push(measuredOf(series, input, periods, known));
    yield undefined;
  }
  const heard = withSilentParts(measured);
  const before = new Set(printed(heard));
  const wanted = [...before, ...heard.filter((standing) => !alone && !before.has(standing))];
  const projected = yield* eachInSteps(wanted, (standing) => projectedSteps(standing, input, periods, known));
  const ahead = yield* agreedSteps(projected, before.size, neededFor(coverage));
  const aheadOf = new Map(projected.map(({ kpi }, index) => [kpi, ahead[index]]));
  const standings = heard.map((standing) => {
    const own = aheadOf.get(standing.kpi);
    return own ? withAhead(standing, own, input, periods) : standing;
  });
  return { periods, standings };
}

/** The weeks ahead made to agree: the first ones among themselves, the others with these. */
function* agreedSteps(projected: readonly ProjectedKpi[], first: number, least: number): Steps<readonly WeeksAhead[]> {
  const ahead = yield* coherentWeeksSteps(projected.slice(0, first), least);
  if (first === projected.length) return ahead;
  const settled = projected.map((one, place) => ({ ...one, ahead: ahead[place] ?? one.ahead }));
  return yield* coherentWeeksSteps(settled, least, new Set(ahead.keys()));
}
