import { periodValue } from '../consolidation/evaluate';
import type { Rule } from '../consolidation/rule';
import { readRowsSteps, SourceRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import { relationsOfSteps } from '../forecast/families';
import { periodsBetween } from '../period/calendar';
import { problem, type Problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { mapInSteps, type Steps } from '../steps';
import type { Kpi, Thresholds } from './kpi';

/** Days, or weeks or months of coarser rows, that have to make a whole before two rates are taken for one fact, and those looked at. */
const LEAST_PERIODS = 8;
const MOST_PERIODS = 400;

/** Thresholds that differ by less are the same ones. */
const SAME = 1e-6;

type Rate = Kpi & { rule: Extract<Rule, { kind: 'ratio' }>; thresholds: Thresholds };

/** Two rates of the same whole, one wanted high and the other low, each held to something: the one that leads comes first. */
type RatePair = { leading: Rate; other: Rate };

const isHeldRate = (kpi: Kpi): kpi is Rate => kpi.rule.kind === 'ratio' && kpi.unit === 'percent' && kpi.thresholds !== null;

const isSameRule = (one: Rule, other: Rule): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A rule as what it adds up, each with its factor: `count − answered` is count × 1 and answered × −1. */
const sumsOf = (rule: Rule, factor = 1, sums = new Map<string, number>()): ReadonlyMap<string, number> => {
  if (rule.kind === 'combination') for (const term of rule.terms) sumsOf(term.rule, factor * term.factor, sums);
  else {
    const key = JSON.stringify(rule);
    sums.set(key, (sums.get(key) ?? 0) + factor);
  }
  return sums;
};

/** Do the definitions alone say that two rates make 100 %, whatever the figures? */
const makeAllByRule = ({ leading, other }: RatePair): boolean => {
  const difference = sumsOf({
    kind: 'combination',
    terms: [
      { factor: 1, rule: leading.rule.numerator },
      { factor: 1, rule: other.rule.numerator },
      { factor: -1, rule: leading.rule.denominator },
    ],
  });
  return [...difference.values()].every((factor) => factor === 0);
};

/** Do the figures say it: in every known day, week or month of the source? */
function* makeAllInFiguresSteps({ leading, other }: RatePair, rows: SourceRows): Steps<boolean> {
  if (!rows.coverage) return false;
  const { from, to } = rows.coverage;
  const periods = periodsBetween(from, to, rows.step).slice(-MOST_PERIODS);
  const [all, one, rest] = [leading.rule.denominator, leading.rule.numerator, other.rule.numerator];
  const known = yield* mapInSteps(periods, (period) => [all, one, rest].map((rule) => periodValue(rule, rows, period)));
  const series = (place: number): (number | null)[] => known.map((values) => values[place] ?? null);
  const relations = yield* relationsOfSteps([series(1), series(2)], LEAST_PERIODS, series(0));
  return relations.some(({ terms, total, kind }) => kind === 'equal' && total === 1 && terms.length === 2);
}

/** Do thresholds lie within a whole? Of 1000 %, nothing is left for the other side. */
const areShares = ({ green, amber }: Thresholds): boolean => [green, amber].every((share) => share >= 0 && share <= 1);

/** Pairs that could be one fact, by what they are made of. A key KPI leads, else the one that comes first. */
const candidates = (kpis: readonly Kpi[]): RatePair[] => {
  const rates = kpis.filter(isHeldRate);
  return rates.flatMap((one, index) =>
    rates.slice(index + 1).flatMap((other): RatePair[] => {
      const isOpposite = [one.direction, other.direction].sort().join() === 'higher,lower';
      if (!isOpposite || !isSameRule(one.rule.denominator, other.rule.denominator)) return [];
      const pair = other.key && !one.key ? { leading: other, other: one } : { leading: one, other };
      return areShares(pair.leading.thresholds) ? [pair] : [];
    }),
  );
};

/**
 * The pairs of rates that are two sides of one whole: calls answered and abandoned of those received, where no call is
 * neither. By their definitions, else by the figures of the source, where every known day has to say so. Rows that are still
 * to be read are read only where figures have to be looked at.
 */
function* complementsSteps(kpis: readonly Kpi[], source: SourceRows | Steps<SourceRows | null>): Steps<readonly RatePair[]> {
  const pairs = candidates(kpis);
  const byRule = pairs.filter(makeAllByRule);
  const open = pairs.filter((pair) => !byRule.includes(pair));
  const rows = open.length === 0 ? null : source instanceof SourceRows ? source : yield* source;
  const inFigures: RatePair[] = [];
  for (const pair of rows ? open : []) if (rows && (yield* makeAllInFiguresSteps(pair, rows))) inFigures.push(pair);
  return [...byRule, ...inFigures];
}

/** What is left of a whole, without the digits that binary fractions add: 0.1 of 0.9. */
const restOf = (share: number): number => Math.round((1 - share) * 1e9) / 1e9;

/** Thresholds of the other side of a whole: from 90 %, alert under 80 %, is up to 10 %, alert above 20 %. */
const mirroredThresholds = ({ green, amber }: Thresholds): Thresholds => ({ green: restOf(green), amber: restOf(amber) });

/**
 * Proposed KPIs of which no two judge one fact by two measures. Usual thresholds come from the field one by one: 90 % of the calls
 * answered are on target, 5 % abandoned too, though one is what the other leaves. Where a workbook's rates are such a
 * pair, the proposal for the second is what that of the first leaves; thresholds that somebody confirmed stay.
 *
 * @example
 * yield* heldAsOneSteps(workbook, table, [answered, abandoned]); // abandoned: { green: 0.1, amber: 0.2 }
 */
export function* heldAsOneSteps(workbook: WorkbookSnapshot, table: DetectedTable, kpis: readonly Kpi[]): Steps<readonly Kpi[]> {
  const proposed = (yield* complementsSteps(kpis, readRowsSteps(workbook, table))).filter(
    ({ other }) => other.thresholdsProposed,
  );
  return kpis.map((kpi) => {
    const pair = proposed.find(({ other }) => other === kpi);
    if (!pair) return kpi;
    const thresholds = mirroredThresholds(pair.leading.thresholds);
    return { ...kpi, thresholds, objective: kpi.objective === null ? null : thresholds.green };
  });
}

/** What to say of rates of a dictionary that judge one fact by two measures, each a problem at the cell of the second. */
export function* twoMeasuresSteps(
  kpis: readonly Kpi[],
  source: SourceRows | Steps<SourceRows | null>,
): Steps<readonly Problem[]> {
  const pairs = yield* complementsSteps(kpis, source);
  return pairs.flatMap(({ leading, other }): Problem[] => {
    const { green, amber } = mirroredThresholds(leading.thresholds);
    const isSame = Math.abs(green - other.thresholds.green) < SAME && Math.abs(amber - other.thresholds.amber) < SAME;
    if (isSame) return [];
    const params = {
      kpi: leading.label,
      counterpart: other.label,
      lower: other.direction === 'lower',
      green,
      amber,
      otherGreen: other.thresholds.green,
      otherAmber: other.thresholds.amber,
    };
    return [problem('one-fact-twice', params, other.definition)];
  });
}
