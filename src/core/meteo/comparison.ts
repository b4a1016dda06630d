import { isAdditive } from '../consolidation/rule';
import type { Kpi } from '../kpi/kpi';
import { daysOf, type ExpectedDays } from '../period/expectedDays';
import type { MeteoInput, Span } from './input';
import { USUAL_RULES } from '../period/planned';
import { workingDaysIn } from '../period/workingDays';
import { spanOf, type PagePeriods } from './pagePeriods';

/** Open days, or working days, of the page's period and of the one before, where they differ. */
export type UnlikeDays = { now: number; before: number };

/**
 * How a KPI's two periods compare: as they are, not at all (days without data), or by their open days. `working` for sums
 * compared as they are although the calendar gives one of the two fewer working days: that is said beside them.
 */
export type Comparison = { comparable: boolean; unlike: UnlikeDays | null; working: UnlikeDays | null };

/** Working days of two periods whose rows are weeks or months; null where they have as many, and for years. */
const unlikeWorkingDays = (periods: PagePeriods, { coverage: { step }, settings }: MeteoInput): UnlikeDays | null => {
  if (step !== 'week' && step !== 'month') return null;
  const region = settings.holidayRegion ?? USUAL_RULES.holidayRegion;
  const [now, before] = [periods.current, periods.before].map((part) => workingDaysIn(spanOf(part), region));
  return now === undefined || before === undefined || now === before ? null : { now, before };
};

/**
 * Can a KPI be compared with the period before? A rate always; a sum when both periods have all their days, and by open
 * day when one has more of them than the other: 11 days against 12 are 8 % fewer calls of the same service. Where a row is a
 * week or a month nobody knows on which days the service was open, and nothing is corrected.
 */
export const comparisonOf = (kpi: Kpi, periods: PagePeriods, input: MeteoInput): Comparison => {
  const { coverage, settings } = input;
  if (!isAdditive(kpi.rule)) return { comparable: true, unlike: null, working: null };
  const days = (part: PagePeriods['current']): ExpectedDays => daysOf(spanOf(part), coverage, settings.closedDays);
  const [now, before] = [days(periods.current), days(periods.before)];
  const comparable = now.missing.length === 0 && before.missing.length === 0;
  const counts = { now: now.required.length, before: before.required.length };
  const working = comparable ? unlikeWorkingDays(periods, input) : null;
  const areOpenDays = input.coverage.step === 'day' && counts.now > 0;
  return { comparable, unlike: comparable && areOpenDays && counts.now !== counts.before ? counts : null, working };
};

/** A sum as it would be on as many open days as the period before had: 11 000 of 11 days are 12 000 on 12. */
export const onSameDays = (value: number, unlike: UnlikeDays | null): number =>
  unlike ? (value * unlike.before) / unlike.now : value;

/** Days by which a stretch's sum compares with others': its open days that have data, of coarser rows its working days; else 1. */
export const daysShared = (kpi: Kpi, span: Span, { coverage, settings }: MeteoInput): number => {
  if (!isAdditive(kpi.rule)) return 1;
  const { required, missing } = daysOf(span, coverage, settings.closedDays);
  const open = required.length - missing.length;
  return Math.max(1, coverage.step === 'day' ? open : workingDaysIn(span, settings.holidayRegion ?? USUAL_RULES.holidayRegion));
};
