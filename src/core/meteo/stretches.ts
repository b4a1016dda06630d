import type { PeriodKind } from '../period/period';
import { weeksLabelWithYear } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { shortLabel } from '../words/phrases';
import { valueStyle } from '../words/units';
import type { FigureFact } from './composeFacts';
import type { MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';
import type { Standing } from './standing';

/** Weeks (months, years) that a level must not have been reached for, to be worth saying. */
const LENGTH_FOR_RECORD: Record<PeriodKind, number> = { day: 183, week: 26, month: 6, year: 3 };

/** First of a KPI's weeks by the definition that holds; negative when there is none. */
const firstWeek = ({ weeks, since }: Standing): number => weeks.findIndex(({ start }) => start >= (since ?? 0));

/** What adds up, over stretches of as many weeks, oldest first, the page's own last; up to the first week without figure. */
export const stretchValues = (standing: Standing, weeks: number): number[] => {
  const values: number[] = [];
  const first = firstWeek(standing);
  for (let end = standing.weekly.length; first >= 0 && end - weeks >= first; end -= weeks) {
    const part = standing.weekly.slice(end - weeks, end);
    if (part.some((value) => value === null)) break;
    values.unshift(part.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  }
  return values;
};

/**
 * The page's value when none of the stretches of half a year or more was as high, or as low: `plus haut niveau depuis S20–S21`,
 * since the beginning where it never was.
 */
export const stretchRecord = (standing: Standing, periods: PagePeriods, day: number, input: MeteoInput): FigureFact[] => {
  const { kpi, series, value, weeks, comparable } = standing;
  const count = periods.current.length;
  const least = LENGTH_FOR_RECORD[periods.last.kind];
  if (value === null || !comparable) return [];
  const first = Math.max(0, firstWeek(standing));
  const page = spanOf(periods.current).start;
  const last = weeks.findIndex(({ start }) => start === page);
  const words = meteoWords(input.language);
  for (const high of [true, false]) {
    let end = last;
    let beaten = false;
    for (; end - count >= first && !beaten; end -= count) {
      const stretch = weeks.slice(end - count, end);
      const past = series.valueOf(spanOf(stretch));
      beaten = past !== null && (high ? past >= value : past <= value);
      if (!beaten) continue;
      if (last - end < least) break;
      const since = weeksLabelWithYear(stretch, input.language);
      const text = words.facts.level(shortLabel(kpi.label), valueStyle(kpi, value, input.language).text(value), high, since);
      return [{ origin: 'record', about: standing, day, text, matters: false }];
    }
    if (beaten || last - end < least) continue;
    const began = weeks[end];
    const since = weeksLabelWithYear(began ? [began] : [], input.language);
    const text = words.facts.levelEver(shortLabel(kpi.label), valueStyle(kpi, value, input.language).text(value), high, since);
    return [{ origin: 'record', about: standing, day, text, matters: false }];
  }
  return [];
};
