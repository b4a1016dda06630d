import { pairStyle } from '../words/pairs';
import { periodOf } from '../period/calendar';
import { civilOf, weekdayOf } from '../period/serial';
import type { Steps } from '../steps';
import { dayRuns, formatDateNear, weekdayName, weeksLabel, weeksLabelWithYear } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { countedPeriods } from '../words/periodNouns';
import { shortLabel } from '../words/phrases';
import { listed } from '../words/typography';
import { valueStyle } from '../words/units';
import { vocabulary } from '../words/vocabulary';
import { onSameDays } from './comparison';
import { volumeOf } from './composeReadings';
import { driftFact, hardDay } from './factsOfWeeks';
import type { Language } from './content';
import type { MeteoInput } from './input';
import { underWayFacts } from './judgedUnderWay';
import { beginsAfter, spanOf, type PagePeriods } from './pagePeriods';
import { USUAL_FACTS, type FactOrigin } from './proposals';
import { daysOf } from '../period/expectedDays';
import type { Standing } from './standing';
import { stretchRecord, stretchValues } from './stretches';
import { zeroWeeks } from './zeroWeeks';

/** Days of history that make a record worth saying. */
const DAYS_FOR_RECORD = 60;
/** A change is notable when it is larger than this and than nine tenths of the changes between periods so far. */
const LEAST_CHANGE = 0.05;
const USUAL_SHARE = 0.9;
/** Periods that usual changes are told from. */
const LEAST_PERIODS = 10;

/**
 * A fact that the figures tell, not yet set on the page. `matters` is false for what is only proposed: one hard day, an old
 * level seen again. `worse` is a threshold crossed for the worse, or a volume at 0: always said. `about` is the KPI; none for
 * days without data, nor for the line that counts the bad news which have none of their own.
 */
export type FigureFact = {
  origin: FactOrigin;
  about: Standing | null;
  day: number;
  text: string;
  matters: boolean;
  worse?: boolean;
};

const crossings = (standings: readonly Standing[], day: number, { language }: MeteoInput): FigureFact[] => {
  const words = meteoWords(language);
  const { status: named } = vocabulary(language);
  return standings.flatMap((about) => {
    const { kpi, status, previousStatus, value, previous } = about;
    if (!status || !previousStatus || status === previousStatus || value === null || previous === null) return [];
    const style = pairStyle(kpi, value, previous, language);
    const text = words.facts.crossed(
      shortLabel(kpi.label),
      named[previousStatus],
      named[status],
      style.text(previous),
      style.text(value),
    );
    const worse = status === 'red' || (status === 'amber' && previousStatus !== 'red');
    return [{ origin: 'threshold', about, day, text, matters: true, worse }];
  });
};

/** The most telling first: what got worse, alerts before the others, key KPIs before the others. */
const byWeight = (one: FigureFact, other: FigureFact): number =>
  Number(other.worse ?? false) - Number(one.worse ?? false) ||
  Number(other.about?.status === 'red') - Number(one.about?.status === 'red') ||
  Number(other.about?.kpi.key ?? false) - Number(one.about?.kpi.key ?? false);

/** What a line names of many: missing days, or stretches of them; KPIs that have no line of their own. */
const MOST_NAMED = 4;

/**
 * `2 autres dégradations : CSAT et DMT.`, of the bad news that have no line of their own; none where all have. Of many the first
 * are named: forty names would fit no page. Its day is the period's last, or a later one of what it counts.
 */
const unsaid = (bad: readonly FigureFact[], last: number, language: Language): FigureFact[] => {
  const left = bad.slice(USUAL_FACTS);
  if (left.length === 0) return [];
  const labels = left.flatMap(({ about }) => (about ? [shortLabel(about.kpi.label)] : []));
  const named = listed(labels.slice(0, MOST_NAMED), language);
  const text = meteoWords(language).facts.moreWorse(left.length, named, labels.length > MOST_NAMED);
  const day = Math.max(last, ...left.map((fact) => fact.day));
  return [{ origin: 'threshold', about: null, day, text, matters: true, worse: true }];
};

/**
 * The page's highest day, where it is that of all the days the sheet holds: later ones too, those since the page's last week
 * and, of a page made again, those after it. Whoever has the sheet beside the page would find the higher one.
 */
const record = (volume: Standing, periods: PagePeriods, input: MeteoInput): FigureFact[] => {
  const { language, coverage, issued } = input;
  if (coverage.step !== 'day') return [];
  const { start, end } = spanOf(periods.current);
  const days = coverage.days.flatMap((day) => {
    const value = day >= (volume.since ?? 0) ? volume.series.valueOf({ start: day, end: day + 1 }) : null;
    return value === null ? [] : [{ day, value }];
  });
  if (days.length < DAYS_FOR_RECORD) return [];
  const highest = days.reduce((most, one) => (one.value > most.value ? one : most));
  if (highest.day < start || highest.day >= end || days.some((one) => one !== highest && one.value === highest.value)) return [];
  const text = meteoWords(language).facts.record(
    shortLabel(volume.kpi.label),
    valueStyle(volume.kpi, highest.value, language).text(highest.value),
    weekdayName(weekdayOf(highest.day), language),
    formatDateNear(highest.day, civilOf(issued).year, language),
  );
  return [{ origin: 'record', about: volume, day: highest.day, text, matters: true }];
};

const notable = (volume: Standing, periods: PagePeriods, day: number, { language }: MeteoInput): FigureFact[] => {
  const values = stretchValues(volume, periods.current.length);
  const changes = values.slice(1).map((value, index) => value / (values[index] ?? 1) - 1);
  // A shorter period is not a quieter one: what is told is the change per open day.
  const compared =
    volume.value === null || !volume.previous || !volume.comparable ? null : onSameDays(volume.value, volume.unlike);
  const now = compared === null || !volume.previous ? undefined : compared / volume.previous - 1;
  // A month with fewer working days is not a quieter one either, though nothing corrects it.
  const byCalendar = volume.working && compared !== null && volume.previous ? onSameDays(compared, volume.working) : null;
  if (byCalendar !== null && Math.abs(byCalendar / (volume.previous ?? 1) - 1) < LEAST_CHANGE) return [];
  const past = changes
    .slice(0, -1)
    // From nothing to something has no rate.
    .filter(Number.isFinite)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const usual = past[Math.floor(past.length * USUAL_SHARE)];
  if (now === undefined || !Number.isFinite(now) || usual === undefined || past.length < LEAST_PERIODS) return [];
  if (Math.abs(now) < LEAST_CHANGE || Math.abs(now) <= usual || compared === null || volume.previous === null) return [];
  const words = meteoWords(language);
  const change = valueStyle(volume.kpi, compared, language).change(compared, volume.previous).text;
  const said = volume.unlike ? words.perOpenDay(change) : change;
  const text = words.facts.notable(shortLabel(volume.kpi.label), said, weeksLabel(periods.before, language));
  return [{ origin: 'change', about: volume, day, text, matters: true }];
};

const missingDays = (periods: PagePeriods, input: MeteoInput): FigureFact[] => {
  const { language, coverage, settings, issued } = input;
  const { required, missing } = daysOf(spanOf(periods.current), coverage, settings.closedDays);
  const [first] = missing;
  if (first === undefined || beginsAfter(periods, coverage) !== null) return [];
  const named =
    coverage.step === 'day'
      ? dayRuns(missing, required, civilOf(issued).year, language)
      : missing.map((start) => weeksLabelWithYear([periodOf(start, coverage.step)], language));
  const dates = named.slice(0, MOST_NAMED);
  const text = meteoWords(language).facts.missing(
    countedPeriods(missing.length, coverage.step, language),
    named.length > dates.length ? `${dates.join(', ')}…` : listed(dates, language),
  );
  return [{ origin: 'gaps', about: null, day: first, text: text.replace('….', '…'), matters: true }];
};

/**
 * Facts that the figures themselves tell of a period, the most important first: volumes at 0, thresholds crossed, days without
 * data, the highest day on record, a change beyond the usual ones, a drift; then what is only worth a thought: a level not seen for
 * half a year, single days in alert. In slices, for some look through the whole history.
 */
export function* figureFactsSteps(
  input: MeteoInput,
  standings: readonly Standing[],
  periods: PagePeriods,
): Steps<readonly FigureFact[]> {
  const day = spanOf(periods.current).end - 1;
  const volume = volumeOf(standings);
  const keys = standings.filter(({ kpi }) => kpi.key);
  const crossed = crossings(standings, day, input).sort(byWeight);
  const hasCrossed = (standing: Standing): boolean => crossed.some(({ about }) => about === standing);
  const zeros = standings.flatMap((standing) => zeroWeeks(standing, periods, input));
  const isZero = ({ about, origin }: FigureFact): boolean => origin !== 'day' && zeros.some((zero) => zero.about === about);
  const records = volume ? record(volume, periods, input) : [];
  yield undefined;
  const followed = volume && !keys.includes(volume) ? [volume, ...keys] : keys;
  const levels: FigureFact[] = [];
  for (const standing of followed) {
    levels.push(...stretchRecord(standing, periods, day, input));
    yield undefined;
  }
  const others = [
    ...records,
    ...(volume ? notable(volume, periods, day, input) : []),
    ...standings.flatMap((standing) => driftFact(standing, periods, hasCrossed(standing), input)),
    ...levels,
    ...keys.flatMap((standing) => hardDay(standing, periods, input)),
  ];
  // What is at 0 is no drift, record or change besides.
  const begun = underWayFacts(standings, periods, input);
  const bad = [...zeros, ...crossed, ...begun].filter(({ worse }) => worse);
  return [
    ...zeros,
    ...crossed,
    ...begun,
    ...unsaid(bad, day, input.language),
    ...missingDays(periods, input),
    ...others.filter((fact) => !isZero(fact)),
  ];
}
