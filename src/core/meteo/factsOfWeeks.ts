import { statusOf } from '../kpi/status';
import { civilOf, weekdayOf } from '../period/serial';
import { periodsOfRun } from '../watch/perOpenDay';
import { formatDateNear, weekdayName, weekLabel } from '../words/dates';
import { meteoWords, type MeteoWords } from '../words/meteoWords';
import { countedPeriods } from '../words/periodNouns';
import { shortLabel } from '../words/phrases';
import { valueStyle } from '../words/units';
import type { FigureFact } from './composeFacts';
import type { MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';
import type { Standing } from './standing';

type FiguresOutside = Parameters<MeteoWords['facts']['outside']>;

/**
 * A KPI that left its usual variation for the worse, or, without a direction, either way, on the last day of the week that it
 * is told of: one that an earlier page covered is no news. One whose status changed has been spoken of already.
 */
export const driftFact = (
  standing: Standing,
  periods: PagePeriods,
  hasCrossed: boolean,
  { language, history }: MeteoInput,
): FigureFact[] => {
  const { kpi, weeks, weekly, drift, compared } = standing;
  const found = compared.drift;
  if (drift === false || !found?.signal) return [];
  const offset = weeks.length - compared.values.length;
  const known = weeks.slice(offset).flatMap((week, index) => {
    const [value = null, level = null] = [weekly[offset + index], compared.values[index]];
    return value === null || level === null ? [] : [{ week, value, level }];
  });
  const last = known.at(-1);
  if (!last) return [];
  const day = last.week.end - 1;
  const page = spanOf(periods.current).start;
  if (history.some((row) => row.start < page && row.last >= day)) return [];
  const { facts } = meteoWords(language);
  const { kind, direction, length } = found.signal;
  const label = shortLabel(kpi.label);
  const up = direction === 'up';
  const run = countedPeriods(length, last.week.kind, language);
  const style = valueStyle(kpi, last.value, language);
  const first = known.at(-periodsOfRun(found)) ?? last;
  // Limits of a week of four days beside weeks of five would read as a slip.
  const { openDays } = compared;
  const onDays = (text: string): string => (openDays === null ? text : facts.onOpenDays(text, openDays));
  const say = drift === null ? (...figures: FiguresOutside) => facts.levelChanged(up, ...figures) : facts.outside;
  const text =
    kind === 'outside'
      ? say(
          label,
          style.text(last.value),
          weekLabel(last.week.key, language),
          style.bare(found.low),
          onDays(style.text(found.high)),
        )
      : kind === 'side'
        ? facts.oneSide(label, run, up, onDays(style.text(found.mean)), weekLabel(first.week.key, language))
        : facts.trend(label, run, up, style.text(first.level), onDays(style.text(last.value)));
  return [{ origin: 'drift', about: standing, day, text, matters: kpi.key && !hasCrossed }];
};

/** Days of the period on which a key KPI was in alert while the period as a whole is not: the worst of them. */
export const hardDay = (standing: Standing, periods: PagePeriods, { coverage, issued, language }: MeteoInput): FigureFact[] => {
  const { kpi, series, status } = standing;
  // Where a row is a week or a month, no day is known by itself.
  if (coverage.step !== 'day' || status === 'red' || status === null || status === 'none') return [];
  const { start, end } = spanOf(periods.current);
  const days = coverage.days
    .filter((day) => day >= start && day < end)
    .flatMap((day) => {
      const value = series.valueOf({ start: day, end: day + 1 });
      return value !== null && statusOf(value, kpi) === 'red' ? [{ day, value }] : [];
    });
  const distance = (value: number): number => Math.abs(value - (kpi.objective ?? kpi.thresholds?.green ?? 0));
  const [first, ...others] = days;
  if (!first) return [];
  const worst = others.reduce((most, one) => (distance(one.value) > distance(most.value) ? one : most), first);
  const text = meteoWords(language).facts.hardDay(
    shortLabel(kpi.label),
    days.length,
    weekdayName(weekdayOf(worst.day), language),
    formatDateNear(worst.day, civilOf(issued).year, language),
    valueStyle(kpi, worst.value, language).text(worst.value),
  );
  return [{ origin: 'day', about: standing, day: worst.day, text, matters: false }];
};
