import type { PeriodKind } from '../period/period';
import { weeksLabelWithYear } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { shortLabel } from '../words/phrases';
import { valueStyle } from '../words/units';
import { daysShared } from './comparison';
import type { FigureFact } from './composeFacts';
import type { MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';
import type { Standing } from './standing';

/** Weeks (months, years) that a level must not have been reached for, to be worth saying. */
const LENGTH_FOR_RECORD: Record<PeriodKind, number> = { day: 183, week: 26, month: 6, year: 3 };

/** First of a KPI's weeks by the definition that holds; negative when there is none. */
const firstWeek = ({ weeks, since }: Standing): number => weeks.findIndex(({ start }) => start >= (since ?? 0));

/** What adds up by open day, over stretches of as many weeks, oldest first, the page's own last; up to the first week without figure. */
export const stretchValues = ({ compared: { values } }: Standing, weeks: number): number[] => {
  const stretches: number[] = [];
  for (let end = values.length; end - weeks >= 0; end -= weeks) {
    const part = values.slice(end - weeks, end);
    if (part.some((value) => value === null)) break;
    stretches.unshift(part.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  }
  return stretches;
};

/**
 * The page's value when none of the stretches of half a year or more was as high, or as low: `plus haut niveau depuis S20–S21`,
 * since the beginning where it never was. Of what adds up nothing is said that holds for the sums alone: nine open days bring
 * less than ten, which is no low.
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
  const level = value / daysShared(kpi, spanOf(periods.current), input);
  for (const high of [true, false]) {
    let end = last;
    let beaten = false;
    for (; end - count >= first && !beaten; end -= count) {
      const stretch = weeks.slice(end - count, end);
      const past = series.valueOf(spanOf(stretch));
      if (past === null) continue;
      const pastLevel = past / daysShared(kpi, spanOf(stretch), input);
      const isAsMuch = high ? past >= value : past <= value;
      beaten = isAsMuch || (high ? pastLevel >= level : pastLevel <= level);
      if (!beaten) continue;
      if (last - end < least || !isAsMuch) break;
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
