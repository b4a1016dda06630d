import { isAdditive, rulesOfColumn, type ConsolidatedColumn, type Rule } from '../consolidation/rule';

/**
 * Why a figure's weeks and months are not sums of its days: a state at the end, a highest or lowest value, a mean of rows
 * that differ in number, different things counted once, a quotient of such figures.
 */
export type DifferenceReason = 'state' | 'extreme' | 'mean' | 'distinct' | 'quotient';

/** How the projections of days, weeks and months of a figure are related. */
export type Agreement = { kind: 'sum' } | { kind: 'ratio-of-sums' } | { kind: 'explained'; reason: DifferenceReason };

const REASONS: Partial<Record<Rule['kind'], DifferenceReason>> = {
  last: 'state',
  atLast: 'state',
  min: 'extreme',
  max: 'extreme',
  mean: 'mean',
  weightedMean: 'mean',
  distinct: 'distinct',
};

const adds = (rule: Rule): boolean =>
  rule.kind === 'ratio' ? isAdditive(rule.numerator) && isAdditive(rule.denominator) : isAdditive(rule);

/**
 * The relation that a figure allows: those that add up are sums of their days, ratios of such figures quotients of sums, in
 * all their definitions; for any other it is said why not. A count of distinct things is explained by `distinct`.
 */
export const agreementOf = (column: Pick<ConsolidatedColumn, 'rule' | 'earlier'>): Agreement => {
  const { rule } = column;
  if (isAdditive(rule)) return { kind: 'sum' };
  if (rule.kind === 'ratio' && rulesOfColumn(column).every((one) => one.kind === 'ratio' && adds(one)))
    return { kind: 'ratio-of-sums' };
  return { kind: 'explained', reason: REASONS[rule.kind] ?? 'quotient' };
};
