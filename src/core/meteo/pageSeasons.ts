import { holidaysAmong, seasonalityOfMonthsSteps, seasonalityOfWeeksSteps, seasonalitySteps } from '../forecast/seasonality';
import type { DayValue, Season, SeasonalEffect, Seasonality, SeasonKind } from '../forecast/seasonality';
import { coveredUntil } from '../period/coverage';
import { weekdayOf } from '../period/serial';
import { atOnce, type Steps } from '../steps';
import type { MeteoInput } from './input';
import type { Standing } from './standing';

/** Seasons that a client can act on: not all that are certain are worth a line of the page. */

/** An effect below this is nothing that anybody plans for. */
const LEAST_EFFECT = 0.05;
/** Place of the holidays themselves among the days beside them. */
const HOLIDAY = 2;

/** Days that one phase of a season lasts: a Monday, a quarter of a month, a month. */
const PHASE_DAYS: Record<SeasonKind, number> = { weekday: 1, holiday: 1, hour: 1, cycle: 1, weekOfMonth: 7, month: 30 };

/** The volume day by day, days without event counted as 0; closed weekdays and days without data are left out. */
const daysOfSeason = ({ series, since, weeks }: Standing, { coverage, settings }: MeteoInput): readonly DayValue[] => {
  const end = weeks.at(-1)?.end ?? 0;
  const first = Math.max(coverage.first, since ?? coverage.first);
  const last = Math.min(end - 1, coveredUntil(coverage));
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const days = coverage.log
    ? all.filter((day) => coverage.openWeekdays.includes(weekdayOf(day)) && !settings.closedDays.includes(day))
    : coverage.days.filter((day) => day >= first && day <= last);
  return days.flatMap((serial) => {
    const value = series.valueOf({ start: serial, end: serial + 1 });
    return value === null ? [] : [{ serial, value }];
  });
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * Does an effect matter? Not below five in a hundred, nor where it is smaller than what chance alone moves one such period of
 * a count by: of 3 calls a day one Monday more or less says nothing (the standard deviation of a count is its root, Poisson).
 */
const matters = ({ effect }: SeasonalEffect, usual: number): boolean =>
  Math.abs(effect) >= LEAST_EFFECT && Math.abs(effect) * usual >= Math.sqrt(Math.max(0, usual));

/** Does the user say by the settings which holidays count, or do the figures of the holidays themselves show that they do? */
const keepsHolidays = (season: Season, days: readonly DayValue[], { coverage, settings }: MeteoInput): boolean => {
  if (settings.openHolidays !== undefined && settings.openHolidays !== 'learnt') return true;
  const certain = [season.peak, season.trough].some((effect) => effect?.phase === HOLIDAY);
  if (certain || !coverage.dense) return certain;
  const known = new Set(coverage.days);
  const past = holidaysAmong(days, settings.holidayRegion).filter(
    (day) => day >= coverage.first && day <= coverage.last && coverage.openWeekdays.includes(weekdayOf(day)),
  );
  return past.length > 0 && 2 * past.filter((day) => known.has(day)).length <= past.length;
};

function* seasonsFound(volume: Standing, input: MeteoInput): Steps<{ found: Seasonality; days: readonly DayValue[] }> {
  const { step } = input.coverage;
  if (step === 'day') {
    const days = daysOfSeason(volume, input);
    const holidays = holidaysAmong(days, input.settings.holidayRegion);
    yield undefined;
    return { found: yield* seasonalitySteps(days, { holidays }), days };
  }
  const known = volume.weeks.flatMap(({ start }, index) => {
    const value = start >= (volume.since ?? 0) ? (volume.weekly[index] ?? null) : null;
    return value === null ? [] : [{ start, value }];
  });
  const found = yield* step === 'week' ? seasonalityOfWeeksSteps(known) : seasonalityOfMonthsSteps(step === 'month' ? known : []);
  return { found, days: known.map(({ start, value }) => ({ serial: start, value: value / (step === 'week' ? 7 : 30) })) };
}

/**
 * The seasons of a volume that the page may state: certain, of a size that matters, still holding, and for public holidays only
 * where the service shows, or its settings say, that it keeps them.
 *
 * @example
 * pageSeasons(input, volume).seasons // none for a log of three calls a day, whatever its Mondays seem to show
 */
export const pageSeasons = (input: MeteoInput, volume: Standing): Seasonality => atOnce(pageSeasonsSteps(input, volume));

/** `pageSeasons` in slices. */
export function* pageSeasonsSteps(input: MeteoInput, volume: Standing): Steps<Seasonality> {
  const { found, days } = yield* seasonsFound(volume, input);
  const usual = mean(days.map(({ value }) => value));
  const seasons = found.seasons.flatMap((season): Season[] => {
    if (season.kind === 'holiday' && !keepsHolidays(season, days, input)) return [];
    const worth = (effect: SeasonalEffect | null): SeasonalEffect | null =>
      effect && matters(effect, usual * PHASE_DAYS[season.kind]) ? effect : null;
    const [peak, trough] = [worth(season.peak), worth(season.trough)];
    // A season that is gone is news as long as it mattered.
    const isGone = !season.peak && !season.trough && (worth(season.change?.peak ?? null) ?? worth(season.change?.trough ?? null));
    return peak || trough || isGone ? [{ ...season, peak, trough }] : [];
  });
  return { ...found, seasons };
}
