import { civilOf, weekdayOf } from '../period/serial';
import { formatDateNear, formatDayMonth, weekdayName, weeksLabel } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { shortLabel } from '../words/phrases';
import { listed, typeset } from '../words/typography';
import { valueStyle } from '../words/units';
import { vocabulary } from '../words/vocabulary';
import { volumeOf } from './composeReadings';
import type { ListItem } from './content';
import type { MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';
import { daysOf, type Standing } from './standing';

/** Facts drafted at most: a person adds what figures do not know. */
const MOST_FACTS = 4;
/** Days of history that make a record worth saying. */
const DAYS_FOR_RECORD = 60;
/** A change is notable when it is larger than this and than nine tenths of the changes between periods so far. */
const LEAST_CHANGE = 0.05;
const USUAL_SHARE = 0.9;
/** Periods that usual changes are told from. */
const LEAST_PERIODS = 10;

/** A fact not yet set on the page: its day and its sentence. */
type Fact = { day: number; text: string };

const crossings = (standings: readonly Standing[], day: number, { language }: MeteoInput): Fact[] => {
  const words = meteoWords(language);
  const { status: named } = vocabulary(language);
  return standings.flatMap(({ kpi, status, previousStatus, value, previous }) => {
    if (!status || !previousStatus || status === previousStatus || value === null || previous === null) return [];
    const style = valueStyle(kpi, value, language);
    const text = words.facts.crossed(
      shortLabel(kpi.label),
      named[previousStatus],
      named[status],
      style.text(previous),
      style.text(value),
    );
    return [{ day, text }];
  });
};

const record = (volume: Standing, periods: PagePeriods, input: MeteoInput): Fact[] => {
  const { language, coverage, issued } = input;
  const { start, end } = spanOf(periods.current);
  const days = coverage.days.flatMap((day) => {
    const value = day >= (volume.since ?? 0) && day < end ? volume.series.valueOf({ start: day, end: day + 1 }) : null;
    return value === null ? [] : [{ day, value }];
  });
  if (days.length < DAYS_FOR_RECORD) return [];
  const highest = days.reduce((most, one) => (one.value > most.value ? one : most));
  if (highest.day < start || days.some((one) => one !== highest && one.value === highest.value)) return [];
  const text = meteoWords(language).facts.record(
    shortLabel(volume.kpi.label),
    valueStyle(volume.kpi, highest.value, language).text(highest.value),
    weekdayName(weekdayOf(highest.day), language),
    formatDateNear(highest.day, civilOf(issued).year),
  );
  return [{ day: highest.day, text }];
};

/** Relative changes between consecutive periods of as many weeks, oldest first, the page's own last. */
const pastChanges = (volume: Standing, weeks: number): number[] => {
  const values: number[] = [];
  const first = volume.weeks.findIndex(({ start }) => start >= (volume.since ?? 0));
  for (let end = volume.weekly.length; first >= 0 && end - weeks >= first; end -= weeks) {
    const part = volume.weekly.slice(end - weeks, end);
    if (part.some((value) => value === null)) break;
    values.unshift(part.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  }
  return values.slice(1).map((value, index) => value / (values[index] ?? 1) - 1);
};

const notable = (volume: Standing, periods: PagePeriods, day: number, { language }: MeteoInput): Fact[] => {
  const changes = pastChanges(volume, periods.current.length);
  const now = changes.at(-1);
  const past = changes
    .slice(0, -1)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const usual = past[Math.floor(past.length * USUAL_SHARE)];
  if (now === undefined || usual === undefined || past.length < LEAST_PERIODS) return [];
  if (Math.abs(now) < LEAST_CHANGE || Math.abs(now) <= usual || volume.value === null || volume.previous === null) return [];
  const change = valueStyle(volume.kpi, volume.value, language).change(volume.value, volume.previous).text;
  return [
    { day, text: meteoWords(language).facts.notable(shortLabel(volume.kpi.label), change, weeksLabel(periods.before, language)) },
  ];
};

const missingDays = (periods: PagePeriods, input: MeteoInput): Fact[] => {
  const { language, coverage, settings, issued } = input;
  const { missing } = daysOf(spanOf(periods.current), coverage, settings.closedDays);
  const [first] = missing;
  if (first === undefined) return [];
  const dates = missing.slice(0, 4).map((day) => formatDateNear(day, civilOf(issued).year));
  const text = meteoWords(language).facts.missing(
    missing.length,
    missing.length > dates.length ? `${dates.join(', ')}…` : listed(dates, language),
  );
  return [{ day: first, text: text.replace('….', '…') }];
};

/**
 * Facts that the figures themselves tell, for a period on which the journal says nothing: thresholds crossed, the highest
 * day on record, a change beyond the usual ones, days without data. By date, at most four.
 */
export const draftFacts = (input: MeteoInput, standings: readonly Standing[], periods: PagePeriods): readonly ListItem[] => {
  const day = spanOf(periods.current).end - 1;
  const volume = volumeOf(standings);
  const facts = [
    ...crossings(standings, day, input),
    ...missingDays(periods, input),
    ...(volume ? [...record(volume, periods, input), ...notable(volume, periods, day, input)] : []),
  ];
  return facts
    .slice(0, MOST_FACTS)
    .sort((a, b) => a.day - b.day)
    .map((fact) => ({ key: formatDayMonth(fact.day), text: typeset(fact.text, input.language), date: fact.day }));
};
