import { pageSeasons } from '../../../src/core/meteo/pageSeasons';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { standingsOf } from '../../../src/core/meteo/standing';
import { holidayOn } from '../../../src/core/period/holidays';
import { weekdayOf } from '../../../src/core/period/serial';
import { ISSUED, inboundDays, sumKpi, syntheticInput, type Day } from './syntheticInput';

/** Two years of days from Monday to Saturday, with a volume of one's own: `noise` is between −1 and 1. */
const shaped = (volumeOf: (day: number, noise: number) => number | null): Day[] =>
  inboundDays().flatMap((day, index) => {
    const volume = volumeOf(day.serial, Math.sin(index * 12.9898) * (((index * 7919) % 13) / 13));
    return volume === null ? [] : [{ ...day, offered: Math.round(volume) }];
  });

const kindsOf = (days: readonly Day[], more: Partial<MeteoInput['settings']> = {}): readonly string[] => {
  const base = syntheticInput(days, { kpis: [sumKpi(days, 'in_offered', 'Appels reçus', 'offered')] });
  const input = { ...base, settings: { ...base.settings, ...more } };
  const [volume] = standingsOf(input, { alone: true }).standings;
  if (!volume) throw new Error('no volume');
  return pageSeasons(input, volume).seasons.map(({ kind }) => kind);
};

const isMonday = (day: number): boolean => weekdayOf(day) === 1;
const isHoliday = (day: number): boolean => holidayOn(day, 'france') !== null;
/** The open day after a holiday brings half as much again. */
const after = (day: number): number => (isHoliday(day - 1) || (isMonday(day) && isHoliday(day - 2)) ? 1.5 : 1);

test.each([
  ['thousands of calls with busy Mondays', (day: number, noise: number) => 1000 * (isMonday(day) ? 1.2 : 1) + 20 * noise, true],
  ['three calls a day, a Monday more: nothing to plan for', (day: number) => (isMonday(day) ? 4 : 3), false],
  ['Mondays 3 % above the others', (day: number, noise: number) => 10_000 * (isMonday(day) ? 1.03 : 1) + 10 * noise, false],
])('%s', (_, volumeOf, stated) => {
  expect(kindsOf(shaped(volumeOf)).includes('weekday')).toBe(stated);
});

describe('days beside French holidays are stated', () => {
  const worked = shaped((day, noise) => 1000 * after(day) + 30 * noise);
  const closed = shaped((day, noise) => (isHoliday(day) ? null : 1000 * after(day) + 30 * noise));

  test('where the service is closed on them', () => expect(kindsOf(closed)).toContain('holiday'));
  test('not where they are days like any other', () => expect(kindsOf(worked)).not.toContain('holiday'));
  test('where the settings say what holds on them', () => expect(kindsOf(worked, { openHolidays: 'all' })).toContain('holiday'));
});

test('the data end with the page: what comes later says nothing', () => {
  const days = inboundDays(undefined, ISSUED + 28);
  expect(kindsOf(days)).toEqual(kindsOf(days.filter(({ serial }) => serial < ISSUED)));
});
