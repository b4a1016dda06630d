import type { Coverage } from '../period/coverage';
import { spanOf, type PagePeriods } from './pagePeriods';
import type { Standing } from './standing';

/** Last day with data, and whole weeks from there to the page's period. */
export type OldData = { last: number; weeks: number };

/**
 * Data that end before the period that the page compares with, hence before two stretches of weeks that nobody knows: too
 * old to project from, however long their history. null for data that are recent enough.
 */
export const oldDataOf = ({ last, to }: Coverage, periods: PagePeriods): OldData | null =>
  to < spanOf(periods.before).start ? { last, weeks: Math.floor((spanOf(periods.current).start - 1 - to) / 7) } : null;

/** The same standing with nothing projected. */
export const withoutProjection = (standing: Standing): Standing => ({ ...standing, projection: null, projectedStatus: null });
