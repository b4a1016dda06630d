import { periodValue } from '../consolidation/evaluate';
import { readRowsSteps, type SourceRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import { periodsBetween } from '../period/calendar';
import { coveredUntil, inOwnStep, isComplete } from '../period/coverage';
import { problem, type Problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { mapInSteps, type Steps } from '../steps';
import { DEFAULT_KEYS } from './catalogue';
import type { Kpi, Thresholds } from './kpi';
import { statusOf } from './status';

/** Fewer periods say little about what is usual; more than a year of them is long ago. */
const LEAST_PERIODS = 8;
const MOST_PERIODS = { week: 52, month: 24 } as const;

/** What three periods out of four have held, and nineteen out of twenty. */
const USUAL = 0.25;
const RARE = 0.05;

/** A share is proposed in whole points. */
const POINT = 0.01;

/** The value under which a share of sorted values lies: that of the nearest rank, none made up between two. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Whole points that are no harder to hold than the value: down where more is better, up where less is. */
const eased = (value: number, isHigher: boolean): number => {
  const points = value / POINT;
  return Math.round(isHigher ? Math.floor(points + 1e-9) : Math.ceil(points - 1e-9)) * POINT;
};

const thresholdsOf = (values: readonly number[], isHigher: boolean): Thresholds => {
  const sorted = [...values].sort((one, other) => (isHigher ? one - other : other - one));
  const round = (value: number): number => Math.round(value * 100) / 100;
  const green = round(eased(quantile(sorted, USUAL), isHigher));
  const amber = round(eased(quantile(sorted, RARE), isHigher));
  return { green, amber: amber === green ? round(green + (isHigher ? -POINT : POINT)) : amber };
};

/** Rates of sums that go up or down for the better, of which the catalogue knows no threshold: the domain's keys first. */
const toHold = (kpis: readonly Kpi[]): Kpi | undefined => {
  const rates = kpis.filter(
    ({ unit, rule, direction, thresholds, internal }) =>
      unit === 'percent' &&
      rule.kind === 'ratio' &&
      thresholds === null &&
      !internal &&
      (direction === 'higher' || direction === 'lower'),
  );
  const keys = Object.values(DEFAULT_KEYS).flat();
  return rates.find(({ id }) => keys.includes(id)) ?? rates[0];
};

/** The whole weeks or months of a table, the latest last; none of a table by years. */
function* pastValues(kpi: Kpi, rows: SourceRows): Steps<{ step: 'week' | 'month'; values: readonly number[] } | null> {
  const coverage = rows.coverage && inOwnStep(rows.coverage);
  if (!coverage || coverage.step === 'year') return null;
  const step = coverage.step === 'month' ? 'month' : 'week';
  const periods = periodsBetween(coverage.from, coveredUntil(coverage), step).filter((period) => isComplete(period, coverage));
  const values = yield* mapInSteps(periods.slice(-MOST_PERIODS[step]), (period) => periodValue(kpi.rule, rows, period));
  return { step, values: values.filter((value) => value !== null) };
}

/**
 * Proposed KPIs with something to be held to. Where the field knows no threshold for any of them (a conversion depends on
 * its contract), one rate is held to what the workbook's own past has held: green is what three periods out of four reached,
 * red what nineteen out of twenty stayed clear of. It is a proposal like the others, and the problem says where it comes
 * from. Without a rate, or with too short a past, the KPIs are given back as they are.
 */
export function* heldByPast(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  kpis: readonly Kpi[],
): Steps<{ kpis: readonly Kpi[]; problems: readonly Problem[] }> {
  const asTheyAre = { kpis, problems: [] };
  const kpi = toHold(kpis);
  if (!kpi || kpis.some(({ key }) => key)) return asTheyAre;
  const rows = yield* readRowsSteps(workbook, table);
  const past = rows && (yield* pastValues(kpi, rows));
  if (!past || past.values.length < LEAST_PERIODS) return asTheyAre;
  const isHigher = kpi.direction === 'higher';
  const thresholds = thresholdsOf(past.values, isHigher);
  const held: Kpi = { ...kpi, objective: thresholds.green, thresholds, thresholdsProposed: true, key: true };
  const params = {
    kpi: kpi.label,
    ...thresholds,
    periods: past.values.length,
    // The bound is in whole points: more have held it than the value that it was eased from.
    held: past.values.filter((value) => statusOf(value, held) === 'green').length,
    step: past.step,
    higher: isHigher,
  };
  return {
    kpis: kpis.map((other) => (other === kpi ? held : other)),
    problems: [problem('thresholds-from-past', params, { sheet: table.sheet })],
  };
}

/** That nothing makes the weather, and which KPIs could: those that say what is good. null where there is a key KPI. */
export const lackingKey = (kpis: readonly Kpi[], written: boolean): Problem | null => {
  if (kpis.some(({ key }) => key)) return null;
  const open = kpis.filter(({ direction, internal }) => direction !== 'neutral' && !internal).map(({ label }) => label);
  return problem('no-key-kpi', { ...(open.length > 0 && { kpis: open.join(', ') }), written });
};
