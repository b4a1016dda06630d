import { ruleAt } from '../consolidation/rule';
import { trackRecordOf, type CheckedProjection, type TrackRecord } from '../forecast/track-record';
import type { Kpi } from '../kpi/kpi';
import { periodOf, periodsBetween } from '../period/calendar';
import type { Period, PeriodKind } from '../period/period';
import { atOnce, type Steps } from '../steps';
import type { HistoryRow, PrintedProjection } from './history';
import type { KpiSeries, MeteoInput, Span } from './input';
import { isOver, pageStep } from './pagePeriods';
import { daysOf } from '../period/expectedDays';

/** Why a printed projection is not checked. */
export type NotChecked =
  /** Its weeks are not over, or the data do not reach their end yet. */
  | 'pending'
  /** Open days of its weeks have no data. */
  | 'missing-days'
  /** The KPI is not defined any more as it was. */
  | 'redefined'
  /** The figure of its own page has been corrected since: it was made from other data. */
  | 'revised'
  | 'no-figure';

/** One projection that a page printed: for which weeks, and what came of it. */
export type PrintedCheck = {
  /** Number of the météo that printed it. */
  number: number;
  weeks: readonly Period[];
  printed: PrintedProjection;
} & ({ actual: number; inside: boolean } | { actual: null; why: NotChecked });

/** What the history says of a KPI's projections, the latest first. */
export type KpiRecord = { kpi: Kpi; record: TrackRecord; checks: readonly PrintedCheck[] };

/** A corrected figure departs by more than this share from what was printed. */
const REVISED = 0.01;

/**
 * The weeks that a page projected: as many after its last day as it spoke of itself, since a page looks ahead as far as it
 * looks back (`pagePeriods`); months and years by the calendar. Pages made before this was checked are read alike.
 */
export const projectedSpan = ({ start, last }: Pick<HistoryRow, 'start' | 'last'>, step: PeriodKind = 'day'): Span => ({
  start: last + 1,
  end: pageStep(step) === 'week' ? last + 1 + (last + 1 - start) : periodOf(last + 1, step).end,
});

const isRevised = (series: KpiSeries, row: HistoryRow): boolean => {
  const printed = row.values[series.kpi.id];
  const now = series.valueOf({ start: row.start, end: row.last + 1 });
  return printed !== undefined && now !== null && Math.abs(now - printed) > REVISED * Math.max(Math.abs(printed), 1e-9);
};

/** Is a KPI defined otherwise in the projected weeks, or in part of them, than in those of its page? */
const isRedefined = ({ kpi }: KpiSeries, row: HistoryRow, span: Span): boolean =>
  [span.start, span.end - 1].some((day) => ruleAt(kpi, day) !== ruleAt(kpi, row.last));

const reasonNot = (series: KpiSeries, row: HistoryRow, span: Span, input: MeteoInput): NotChecked | null => {
  const { coverage, settings, issued } = input;
  const { required, missing } = daysOf(span, coverage, settings.closedDays);
  const lastDay = coverage.step === 'day' ? (required.at(-1) ?? span.end - 1) : span.end - 1;
  if (!isOver(span, issued, { coverage, closedDays: settings.closedDays }) || lastDay > coverage.to) return 'pending';
  if (missing.length > 0) return 'missing-days';
  if (isRedefined(series, row, span)) return 'redefined';
  return isRevised(series, row) ? 'revised' : null;
};

const checkOf = (series: KpiSeries, row: HistoryRow, input: MeteoInput): PrintedCheck[] => {
  const printed = row.projections[series.kpi.id];
  if (!printed) return [];
  const span = projectedSpan(row, input.coverage.step);
  const base = { number: row.number, weeks: periodsBetween(span.start, span.end - 1, pageStep(input.coverage.step)), printed };
  const why = reasonNot(series, row, span, input);
  if (why !== null) return [{ ...base, actual: null, why }];
  const actual = series.valueOf(span);
  if (actual === null) return [{ ...base, actual: null, why: 'no-figure' }];
  return [{ ...base, actual, inside: actual >= printed.low && actual <= printed.high }];
};

/**
 * Checks every projection that the history remembers against what came: per KPI how many lay in their interval, how far
 * off they were and to which side, and each of them, the latest first. A projection is checked once all its weeks are over and
 * their days known; one that cannot be checked says why.
 */
export const projectionRecords = (input: MeteoInput): readonly KpiRecord[] => atOnce(projectionRecordsSteps(input));

/** `projectionRecords` in slices. */
export function* projectionRecordsSteps(input: MeteoInput): Steps<readonly KpiRecord[]> {
  const records: KpiRecord[] = [];
  for (const series of input.kpis) {
    if (series.kpi.internal) continue;
    const checks = [...input.history].reverse().flatMap((row) => checkOf(series, row, input));
    const facts = checks.flatMap((check): CheckedProjection[] =>
      check.actual === null ? [] : [{ ...check.printed, actual: check.actual }],
    );
    if (checks.length > 0) records.push({ kpi: series.kpi, record: trackRecordOf(facts), checks });
    yield undefined;
  }
  return records;
}
