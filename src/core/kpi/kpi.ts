import type { Rule } from '../consolidation/rule';
import type { Currency } from '../words/currency';

export type Unit = 'count' | 'percent' | 'minutes' | 'seconds' | 'hours' | 'days' | 'currency' | 'score' | 'index' | 'number';
export type Direction = 'higher' | 'lower' | 'range' | 'neutral';

/** Conforme / Vigilance / Alerte, or tracked without objective. */
export type Status = 'green' | 'amber' | 'red' | 'none';

/**
 * Thresholds in the KPI's own unit, percentages as fractions. `higher`: green at or above `green`, red below `amber`.
 * `lower`: green at or below `green`, red above `amber`. `range`: green inside [green, greenHigh], red outside [amber, amberHigh].
 */
export type Thresholds = { green: number; amber: number; greenHigh?: number; amberHigh?: number };

/** One row of the dictionary (`tblKpi`). */
export type Kpi = {
  id: string;
  label: string;
  unit: Unit;
  /** What an amount is in, as the workbook says it; absent: it says nothing, and no sign is printed. */
  currency?: Currency;
  direction: Direction;
  rule: Rule;
  objective: number | null;
  thresholds: Thresholds | null;
  /** Proposed by convention and not confirmed by the user yet. */
  thresholdsProposed: boolean;
  /** Makes the weather. */
  key: boolean;
  /** Never shown to the client. */
  internal: boolean;
  /** How it was defined before, oldest first: what `ConsolidatedColumn.earlier` says. */
  earlier?: readonly { before: number; rule: Rule }[];
  /** Cell of the dictionary that defines it, where it stands there. */
  definition?: { sheet: string; cell: string };
};

/** First day of the definition that holds on a day; null where no other was before it. */
export const definedSince = ({ earlier = [] }: Pick<Kpi, 'earlier'>, day: number): number | null =>
  earlier.filter(({ before }) => before <= day).at(-1)?.before ?? null;

/** The rules of a KPI: the one that holds, and those that held before. */
export const rulesOfKpi = ({ rule, earlier = [] }: Pick<Kpi, 'rule' | 'earlier'>): readonly Rule[] => [
  rule,
  ...earlier.map((version) => version.rule),
];
