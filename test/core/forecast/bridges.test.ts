import { publicHolidays, serialOf } from '../../../assets/sample/calendar';
import { sampleDays } from '../../../assets/sample/days';
import { holidaysAmong, seasonalityOf, type DayValue, type Season } from '../../../src/core/forecast/seasonality';
import { weekdayOf } from '../../../src/core/period/serial';
import { START, shapedDays } from './plantedSeries';

const [AFTER, BRIDGE] = [3, 4];
const beside = (days: readonly DayValue[], holidays = holidaysAmong(days)): Season | undefined =>
  seasonalityOf(days, { holidays }).seasons.find(({ kind }) => kind === 'holiday');

describe('the sample, in which each day after a holiday has 12 % more calls and bridges have nothing of their own', () => {
  const holidays = new Set([2024, 2025, 2026].flatMap((year) => [...publicHolidays(year).keys()]));
  const callsUntil = (end: number): DayValue[] =>
    sampleDays().flatMap(({ date, figures }) => (figures && date < end ? [{ serial: date, value: figures.offered }] : []));

  /** Each open day right after a holiday beside the mean of the same weekday, four weeks around: no model, no ranks. */
  const counted = (days: readonly DayValue[]): number => {
    const valueOf = new Map(days.map(({ serial, value }) => [serial, value]));
    const isPlain = (day: number): boolean => ![-1, 0, 1].some((step) => holidays.has(day + step));
    const ratios = days
      .filter(({ serial }) => holidays.has(serial - 1))
      .flatMap(({ serial, value }) => {
        const around = [-4, -3, -2, -1, 1, 2, 3, 4].map((weeks) => serial + 7 * weeks).filter(isPlain);
        const known = around.flatMap((day) => valueOf.get(day) ?? []);
        return known.length === 0 ? [] : [(value * known.length) / known.reduce((sum, one) => sum + one) - 1];
      });
    return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  };

  test.each([
    ['June 2026', serialOf(2026, 6, 1)],
    ['January 2026', serialOf(2026, 1, 1)],
    ['its end', serialOf(2026, 11, 23)],
  ])('up to %s: the peak is the day after a holiday, as large as anybody counts it', (_, end) => {
    const days = callsUntil(end);
    const season = beside(days);
    expect(season?.peak?.phase).toBe(AFTER);
    expect(season?.effects.map(({ phase }) => phase)).not.toContain(BRIDGE);
    expect(Math.abs((season?.peak?.effect ?? 0) - counted(days))).toBeLessThan(0.03);
  });
});

describe('bridges of their own kind', () => {
  const holidays = holidaysAmong([
    { serial: START, value: 1 },
    { serial: START + 1200, value: 1 },
  ]);
  const off = new Set(holidays);
  const isBridge = (serial: number): boolean =>
    (off.has(serial - 1) && weekdayOf(serial) === 5) || (off.has(serial + 1) && weekdayOf(serial) === 1);
  const shaped = (ofBridge: number, after: number) =>
    shapedDays(1200, (serial) => (off.has(serial) ? 0.2 : isBridge(serial) ? ofBridge : off.has(serial - 1) ? after : 1));

  test.each([
    ['a third quieter', 0.67, 1],
    ['a third quieter, where days after a holiday are busier', 0.67, 1.15],
    ['busier by a third', 1.33, 1],
  ])('%s: are told', (_, ofBridge, after) => {
    const season = beside(shaped(ofBridge, after), holidays);
    const told = season?.effects.find(({ phase }) => phase === BRIDGE);
    expect(Math.abs((told?.effect ?? 0) - (ofBridge - 1))).toBeLessThan(0.07);
  });
});
