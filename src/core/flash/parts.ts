import type { FlashContext } from './point';
import type { FlashKpi } from './subject';

/** A count that is more than what it is counted in: places among the counts. */
export type PartAboveWhole = { part: number; whole: number };

/** Tickets are resolved on other days than they are created on, so that what is resolved is no part of them. */
const NO_WHOLE = 'tickets_crees';

/** Counts are whole things; a hair above is what is left of a division. */
const HAIR = 1e-9;

/** Is a rate's numerator above what it is a part of? Rates that are no shares, and counts that are not known, are no matter. */
export const isAboveWhole = (
  { kpi, top, bottom }: FlashKpi,
  counts: FlashContext['counts'],
  values: readonly (number | null)[],
): boolean =>
  kpi.unit === 'percent' && counts[bottom]?.id !== NO_WHOLE && (values[top] ?? 0) > (values[bottom] ?? Infinity) + HAIR;

/**
 * The counts that are above what they are a part of by the definitions of the rates, each with the first such whole.
 *
 * @example
 * partsAboveWhole(context, [812, 830, 559]) // [{ part: 1, whole: 0 }]: more calls answered than received
 */
export const partsAboveWhole = (
  { counts, kpis }: Pick<FlashContext, 'counts' | 'kpis'>,
  values: readonly (number | null)[],
): readonly PartAboveWhole[] =>
  kpis
    .filter((kpi) => isAboveWhole(kpi, counts, values))
    .map(({ top, bottom }) => ({ part: top, whole: bottom }))
    .filter(({ part }, index, all) => all.findIndex((one) => one.part === part) === index)
    .sort((one, other) => one.part - other.part);
