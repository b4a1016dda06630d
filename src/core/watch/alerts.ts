import type { Kpi } from '../kpi/kpi';
import { statusOf } from '../kpi/status';
import type { KpiSeries, MeteoInput } from '../meteo/input';
import { periodOf, shiftPeriod } from '../period/calendar';
import type { Period, PeriodKind } from '../period/period';
import { causeOf, type Cause } from './cause';

/** A KPI that misses its thresholds in the last complete period. */
export type Alert = {
  kpi: Kpi;
  value: number;
  status: 'amber' | 'red';
  /** null where it cannot be computed. */
  cause: Cause | null;
};

/** Past periods that tell what is usual: eight of the same weekday, or the eight before. */
const USUAL = 8;
/** Days looked back through for the last alert. */
const QUIET_MOST = 90;

/** Periods of the table's own step that have data and are over on the day of issue, oldest first. */
export const completePeriods = ({ coverage, settings, issued }: MeteoInput, step: PeriodKind): readonly Period[] => {
  const today = Math.floor(issued);
  const known = coverage.days.filter((day) => !settings.closedDays.includes(day)).map((day) => periodOf(day, step));
  return known.filter(({ key, end }, index) => end <= today && key !== known[index - 1]?.key);
};

const usualBefore = (period: Period, known: ReadonlySet<number>): readonly Period[] => {
  const stride = period.kind === 'day' ? 7 : 1;
  return Array.from({ length: USUAL }, (_, index) => shiftPeriod(period, -stride * (index + 1))).filter(({ start }) =>
    known.has(start),
  );
};

const GRAVITY = { red: 0, amber: 1 } as const;

/** Alerts first, then what is to be watched; key KPIs before the others, otherwise in the dictionary's order. */
const byGravity = (one: Alert, other: Alert): number =>
  GRAVITY[one.status] - GRAVITY[other.status] || Number(other.kpi.key) - Number(one.kpi.key);

const missed = (series: KpiSeries, period: Period): { value: number; status: 'amber' | 'red' } | null => {
  const value = series.valueOf(period);
  const status = statusOf(value, series.kpi);
  return value !== null && (status === 'amber' || status === 'red') ? { value, status } : null;
};

/**
 * KPIs that miss their thresholds in the last of some complete periods, by gravity, each with its cause where it can be
 * computed. None without any period.
 */
export const alertsOf = (kpis: readonly KpiSeries[], periods: readonly Period[]): readonly Alert[] => {
  const last = periods.at(-1);
  if (!last) return [];
  const usual = usualBefore(last, new Set(periods.map(({ start }) => start)));
  return kpis
    .flatMap((series): Alert[] => {
      const found = missed(series, last);
      return found ? [{ kpi: series.kpi, ...found, cause: causeOf(series, last, usual) }] : [];
    })
    .sort(byGravity);
};

/**
 * Days from the last alert to the last complete period, when that one has none: 12 says « rien à signaler depuis 12 jours ».
 * Without any alert, days since the data begin, 90 at most. null when the last period has an alert, or there is none.
 */
export const quietDays = (kpis: readonly KpiSeries[], periods: readonly Period[]): number | null => {
  const last = periods.at(-1);
  if (!last) return null;
  const noisy = (period: Period): boolean => kpis.some((series) => missed(series, period) !== null);
  const recent = periods.filter(({ end }) => last.end - end < QUIET_MOST);
  for (let index = recent.length - 1; index >= 0; index--) {
    const period = recent[index];
    if (period && noisy(period)) return period === last ? null : last.end - period.end;
  }
  return last.end - (recent[0]?.start ?? last.start);
};
