import { isAdditive } from '../consolidation/rule';
import type { Status } from '../kpi/kpi';
import { statusOf } from '../kpi/status';
import { civilOf } from '../period/serial';
import { formatDateNear, weekLabel } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { shortLabel } from '../words/phrases';
import { valueStyle } from '../words/units';
import { vocabulary } from '../words/vocabulary';
import type { FigureFact } from './composeFacts';
import type { KpiSeries, MeteoInput } from './input';
import type { PagePeriods } from './pagePeriods';
import type { Standing } from './standing';
import { begunWeek, knownSpan } from './weekUnderWay';

/** Share of its open days from which a week under way is judged: two days of six are a bad start, and may be no more. */
const LEAST_WEEK = 0.5;

/** How the known days of the week under way stand; `last` is the serial of the last of them. */
type UnderWay = { value: number; status: Status; last: number };

/**
 * What is known of the week under way, judged like a period: null on fewer than half of its open days, and for what adds up,
 * for part of a week has part of its volume.
 *
 * @example
 * judgedUnderWay(answerRate, periods, input) // on a Saturday { value: 0.62, status: 'red', last: friday }
 */
export const judgedUnderWay = (series: KpiSeries, { ahead }: PagePeriods, input: MeteoInput): UnderWay | null => {
  const [week] = ahead;
  const begun = week && !isAdditive(series.kpi.rule) ? begunWeek(series, week, null, input) : null;
  const span = week && begun ? knownSpan(series, week, input) : null;
  if (!begun || !span || begun.value === null || begun.days < LEAST_WEEK) return null;
  return { value: begun.value, status: statusOf(begun.value, series.kpi), last: span.end - 1 };
};

const SEVERITY: Readonly<Record<Status, number>> = { none: 0, green: 0, amber: 1, red: 2 };

/**
 * The KPIs that stand worse in the week under way than over the page's period, for the page would seem not to know: alerts of
 * that week first, then key KPIs. Each is dated to the last day that is known of the week.
 */
export const underWayFacts = (standings: readonly Standing[], periods: PagePeriods, input: MeteoInput): readonly FigureFact[] => {
  const [week] = periods.ahead;
  if (!week) return [];
  const { language, issued } = input;
  const { facts } = meteoWords(language);
  const { status: named } = vocabulary(language);
  return standings
    .flatMap((about) => {
      const judged = judgedUnderWay(about.series, periods, input);
      return judged && SEVERITY[judged.status] > SEVERITY[about.status ?? 'none'] ? [{ about, ...judged }] : [];
    })
    .sort(
      (one, other) => SEVERITY[other.status] - SEVERITY[one.status] || Number(other.about.kpi.key) - Number(one.about.kpi.key),
    )
    .map(({ about, value, status, last }) => {
      const text = facts.underWay(
        shortLabel(about.kpi.label),
        valueStyle(about.kpi, value, language).text(value),
        weekLabel(week.key, language),
        formatDateNear(last, civilOf(issued).year, language),
        named[status],
      );
      return { origin: 'threshold', about, day: last, text, matters: true, worse: true };
    });
};
