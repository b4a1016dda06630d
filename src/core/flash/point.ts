import type { Status } from '../kpi/kpi';
import { statusOf } from '../kpi/status';
import type { Language } from '../meteo/content';
import { objectiveOf } from '../words/units';
import type { FlashBasis } from './expected';
import { isAboveWhole } from './parts';
import type { FlashKpi } from './subject';

/** A count since the opening at the time of a flash point, with all that is known of it before anybody types. */
export type FlashCount = {
  id: string;
  label: string;
  /** What the workbook says it is; null where somebody has to say. */
  known: number | null;
  /** The same at the point before, or an hour ago where rows say their time; null at the first. */
  before: number | null;
  /** Expected until now, and from now to the end of the day. */
  expected: number | null;
  rest: number | null;
};

/** A flash point of the workbook's own: its counts, aligned with those of the context, and its texts; `values` null without one. */
export type KeptPoint = { values: readonly (number | null)[] | null; cause: string; action: string };

/** What a flash point is made from. Plain data: whoever types recomputes it without reading the workbook again. */
export type FlashContext = {
  /** Language of the text. */
  language: Language;
  client: string;
  /** Serial with the time of day, as are the two others. */
  moment: number;
  /** When the last slot began; null without one. */
  since: number | null;
  /** null where none is due. */
  next: number | null;
  /** Fraction of a day at which counting begins; null where nobody knows. */
  opening: number | null;
  /** How what was expected is known; null where nothing is. */
  basis: FlashBasis | null;
  /** The volume first. */
  counts: readonly FlashCount[];
  kpis: readonly FlashKpi[];
  /** The point as the workbook has it. */
  kept: KeptPoint;
};

/**
 * What is still possible: `met` can no longer be missed, `needed` is the rate that what is to come must have (at most, for a
 * rate to keep low), `lost` the best that the day can end on.
 */
export type Outlook = { kind: 'met' } | { kind: 'needed'; rate: number; rest: number } | { kind: 'lost'; best: number };

export type FlashResult = {
  kpi: FlashKpi['kpi'];
  value: number | null;
  status: Status;
  target: number | null;
  /** Does it miss what it is held to? */
  missed: boolean;
  /** Of the last slot alone. */
  slot: number | null;
  outlook: Outlook | null;
};

/** `volume`: far more came than was forecast; `other`: no more than forecast came, so that volume explains nothing. */
export type FlashCause = 'volume' | 'other';

export type FlashPoint = {
  context: FlashContext;
  values: readonly (number | null)[];
  results: readonly FlashResult[];
  /** Actual volume over what was expected until now; null without forecast. */
  pace: number | null;
  cause: FlashCause | null;
};

/** Volume from which a gap is no problem of organisation. */
const FAR_ABOVE = 1.1;
/** Whole things are still to come or not: less than half a one is none. */
const LEAST_REST = 0.5;

const quotient = (top: number | null | undefined, bottom: number | null | undefined): number | null =>
  typeof top !== 'number' || typeof bottom !== 'number' || bottom <= 0 ? null : top / bottom;

const difference = (now: number | null | undefined, before: number | null | undefined): number | null =>
  typeof now !== 'number' || typeof before !== 'number' || now < before ? null : now - before;

/**
 * What a rate must be on what is still to come for the day to end on its target. A share is at most 1 and at least 0: beyond,
 * the target is out of reach and the best end of the day is told.
 */
export const outlookOf = (
  { kpi }: FlashKpi,
  { top, bottom, rest, target }: { top: number; bottom: number; rest: number; target: number },
): Outlook | null => {
  if (kpi.direction !== 'higher' && kpi.direction !== 'lower') return null;
  const isShare = kpi.unit === 'percent' && target <= 1;
  const lower = kpi.direction === 'lower';
  const end = bottom + rest;
  const reached = (best: number): boolean => (lower ? best <= target + 1e-9 : best >= target - 1e-9);
  if (rest < LEAST_REST) return bottom > 0 && !reached(top / bottom) ? { kind: 'lost', best: top / bottom } : { kind: 'met' };
  const rate = (target * end - top) / rest;
  const best = lower ? top / end : (top + rest) / end;
  if ((isShare || lower) && !reached(best)) return { kind: 'lost', best };
  const worst = lower ? (top + rest) / end : top / end;
  if ((isShare || !lower) && reached(worst)) return { kind: 'met' };
  return { kind: 'needed', rate, rest };
};

const resultOf = (each: FlashKpi, { counts }: FlashContext, values: readonly (number | null)[]): FlashResult => {
  const { kpi, top: over, bottom: under } = each;
  const [top, bottom] = [values[over] ?? null, values[under] ?? null];
  const value = quotient(top, bottom);
  const target = kpi.direction === 'range' || kpi.direction === 'neutral' ? null : objectiveOf(kpi);
  const status = statusOf(value, kpi);
  const isMissed =
    target !== null && value !== null && (kpi.direction === 'higher' ? value < target - 1e-9 : value > target + 1e-9);
  // More than all is no rate: nothing is judged by it.
  if (isAboveWhole(each, counts, values))
    return { kpi, value: null, status: 'none', target, missed: false, slot: null, outlook: null };
  const rest = counts[under]?.rest ?? null;
  return {
    kpi,
    value,
    status,
    target,
    missed: isMissed || status === 'amber' || status === 'red',
    slot: quotient(difference(top, counts[over]?.before), difference(bottom, counts[under]?.before)),
    outlook:
      target === null || rest === null || top === null || bottom === null ? null : outlookOf(each, { top, bottom, rest, target }),
  };
};

/**
 * A flash point of the counts typed, in the order of the context's: null for one that is not known yet. Rates are Σ over Σ
 * since the opening; one whose part is above its whole has no value. The cause is only told where a target is missed and what was expected is more than a guess by the clock.
 *
 * @example
 * flashPoint(context, [812, 714, 559]).results[0] // { value: 0.879, outlook: { kind: 'needed', rate: 0.939, rest: 428 }, … }
 */
export const flashPoint = (context: FlashContext, values: readonly (number | null)[]): FlashPoint => {
  const results = context.kpis.map((kpi) => resultOf(kpi, context, values));
  const pace = quotient(values[0], context.counts[0]?.expected);
  const explains = pace !== null && context.basis !== 'clock' && results.some(({ missed }) => missed);
  const cause = !explains ? null : pace > FAR_ABOVE ? 'volume' : pace <= 1 ? 'other' : null;
  return { context, values, results, pace, cause };
};
