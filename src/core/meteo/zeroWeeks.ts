import { isAdditive } from '../consolidation/rule';
import type { Period } from '../period/period';
import { weeksLabel } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { projectedAs } from '../words/numbers';
import { perPeriod } from '../words/periodNouns';
import { shortLabel } from '../words/phrases';
import { valueStyle } from '../words/units';
import type { FigureFact } from './composeFacts';
import type { KpiSeries, MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';
import type { Standing } from './standing';

/** Weeks before the page's that tell what is usual, at least, and the share of them that may be 0. */
const LEAST_WEEKS = 3;
const ZERO_SHARE = 0.1;

/** Do a volume's earlier weeks tell that it is usually not 0? Known weeks only. */
const isUsuallyMore = (before: readonly number[]): boolean =>
  before.length >= LEAST_WEEKS && before.filter((value) => value === 0).length <= ZERO_SHARE * before.length;

/**
 * Is a KPI's last week at 0 although it usually is not, or a rate of what was at 0 then? Nobody knows whether the service
 * stopped or the figures are wrong, so that nothing is projected from it. `weekly` are the known weeks up to the last one.
 */
export const isSilent = ({ kpi, partsOf }: KpiSeries, last: Period, weekly: readonly (number | null)[]): boolean => {
  const before = weekly.slice(0, -1).filter((value): value is number => value !== null);
  if (isAdditive(kpi.rule)) return kpi.direction !== 'lower' && weekly.at(-1) === 0 && isUsuallyMore(before);
  return partsOf?.(last).denominator === 0 && before.length >= LEAST_WEEKS;
};

/**
 * Is a figure that is wanted low at 0 because the whole that it is a part of is silent? A count is a part of one that it was never
 * more than; an amount or a duration of any: no call waits where none came. Such a 0 is no good news to project.
 *
 * @example
 * isSilentPart(abandoned, offered) // true where both are at 0 in the last week, and never before
 */
export const isSilentPart = ({ kpi, weekly }: Standing, whole: Pick<Standing, 'kpi' | 'weekly'>): boolean => {
  if (!isAdditive(kpi.rule) || weekly.at(-1) !== 0) return false;
  if (!isUsuallyMore(weekly.slice(0, -1).filter((value): value is number => value !== null))) return false;
  return (
    whole.kpi.unit !== kpi.unit ||
    weekly.every((value, index) => value === null || value <= (whole.weekly[index] ?? Number.POSITIVE_INFINITY))
  );
};

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
  const last = zeros.at(-1);
  if (!last || !isUsuallyMore(before)) return [];
  const usual = median(before);
  const text = meteoWords(language).facts.zero(
    shortLabel(kpi.label),
    weeksLabel(zeros, language),
    valueStyle(kpi, usual, language).text(projectedAs(kpi.unit, usual)),
    perPeriod(last.kind, language),
  );
  return [{ origin: 'change', about: standing, day: last.end - 1, text, matters: true, worse: true }];
};
