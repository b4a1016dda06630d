import { isAdditive } from '../consolidation/rule';
import type { Kpi } from '../kpi/kpi';
import { daysOf, type ExpectedDays } from '../period/expectedDays';
import type { MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';

/** Open days of the page's period and of the one before, where they differ. */
export type UnlikeDays = { now: number; before: number };

/** How a KPI's two periods compare: as they are, not at all (days without data), or by their open days. */
export type Comparison = { comparable: boolean; unlike: UnlikeDays | null };

/**
 * Can a KPI be compared with the period before? A rate always; a sum when both periods have all their days, and by open
 * day when one has more of them than the other: 11 days against 12 are 8 % fewer calls of the same service.
 */
export const comparisonOf = (kpi: Kpi, periods: PagePeriods, { coverage, settings }: MeteoInput): Comparison => {
  if (!isAdditive(kpi.rule)) return { comparable: true, unlike: null };
  const days = (part: PagePeriods['current']): ExpectedDays => daysOf(spanOf(part), coverage, settings.closedDays);
  const [now, before] = [days(periods.current), days(periods.before)];
  const comparable = now.missing.length === 0 && before.missing.length === 0;
  const counts = { now: now.required.length, before: before.required.length };
  return { comparable, unlike: comparable && counts.now !== counts.before && counts.now > 0 ? counts : null };
};

/** A sum as it would be on as many open days as the period before had: 11 000 of 11 days are 12 000 on 12. */
export const onSameDays = (value: number, unlike: UnlikeDays | null): number =>
  unlike ? (value * unlike.before) / unlike.now : value;
