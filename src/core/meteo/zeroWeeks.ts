import { isAdditive } from '../consolidation/rule';
import { weeksLabel } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { perPeriod } from '../words/periodNouns';
import { shortLabel } from '../words/phrases';
import { valueStyle } from '../words/units';
import type { FigureFact } from './composeFacts';
import type { MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';
import type { Standing } from './standing';

/** Weeks before the page's that tell what is usual, at least, and the share of them that may be 0. */
const LEAST_WEEKS = 3;
const ZERO_SHARE = 0.1;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * A volume that is 0 in a week of the page and usually is not: a zero is a figure like any other, which makes no week
 * incomplete, and is said. Nothing of what is wanted low.
 *
 * @example
 * // « Appels reçus : 0 en S46–S47, d’ordinaire ≈ 6 200 par semaine. »
 */
export const zeroWeeks = (standing: Standing, periods: PagePeriods, { language }: MeteoInput): FigureFact[] => {
  const { kpi, series, weeks, weekly } = standing;
  if (!isAdditive(kpi.rule) || kpi.direction === 'lower') return [];
  const zeros = periods.current.filter((week) => series.valueOf(week) === 0);
  const page = spanOf(periods.current).start;
  const before = weekly.filter((value, index): value is number => value !== null && (weeks[index]?.start ?? page) < page);
  const empty = before.filter((value) => value === 0).length;
  const last = zeros.at(-1);
  if (!last || before.length < LEAST_WEEKS || empty > ZERO_SHARE * before.length) return [];
  const usual = median(before);
  const text = meteoWords(language).facts.zero(
    shortLabel(kpi.label),
    weeksLabel(zeros, language),
    valueStyle(kpi, usual, language).text(usual),
    perPeriod(last.kind, language),
  );
  return [{ origin: 'change', about: standing, day: last.end - 1, text, matters: true, worse: true }];
};
