import type { Status } from '../kpi/kpi';
import { statusOf } from '../kpi/status';
import type { Language } from '../meteo/content';
import type { KpiSeries } from '../meteo/input';
import type { Period } from '../period/period';
import { mapInSteps, type Steps } from '../steps';
import { objectiveOf, objectiveText, valueStyle } from '../words/units';

/** A KPI over one period, in words of the user's language. */
export type Reading = {
  id: string;
  label: string;
  /** `90,6 %`. */
  value: string;
  /** `≥ 90 %`; null for a KPI that is held to nothing. */
  objective: string | null;
  status: Status;
  /** Are the thresholds behind `status` proposals that nobody has confirmed? */
  proposed: boolean;
  key: boolean;
};

/** The last day that is over (or week, month, year, where a row stands for one), and what KPIs say of it. */
export type LastPeriod = { period: Period; readings: readonly Reading[] };

const readingOf = ({ kpi, valueOf }: KpiSeries, period: Period, language: Language): Reading[] => {
  const value = valueOf(period);
  if (value === null) return [];
  const isHeld = kpi.direction !== 'neutral' && (objectiveOf(kpi) !== null || kpi.thresholds !== null);
  return [
    {
      id: kpi.id,
      label: kpi.label,
      value: valueStyle(kpi, value, language).text(value),
      objective: isHeld ? objectiveText(kpi, language) : null,
      status: statusOf(value, kpi),
      proposed: kpi.thresholdsProposed,
      key: kpi.key,
    },
  ];
};

/** Every KPI that has a figure for a period, key ones first, otherwise in the dictionary's order. */
export function* readingsOf(series: readonly KpiSeries[], period: Period, language: Language): Steps<readonly Reading[]> {
  const readings = yield* mapInSteps(series, (one) => readingOf(one, period, language));
  return readings.flat().sort((one, other) => Number(other.key) - Number(one.key));
}
