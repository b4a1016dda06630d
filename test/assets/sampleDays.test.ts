import { dateOf, publicHolidays, serialOf } from '../../assets/sample/calendar';
import { FIRST_DAY, LAST_DAY, sampleDays, type SampleFigures } from '../../assets/sample/days';

const days = sampleDays();
const on = (year: number, month: number, day: number): SampleFigures | null =>
  days.find(({ date }) => date === serialOf(year, month, day))?.figures ?? null;
const total = (first: number, last: number, pick: (figures: SampleFigures) => number): number =>
  days.reduce((sum, { date, figures }) => sum + (figures && date >= first && date <= last ? pick(figures) : 0), 0);

test('Easter Monday and the days that depend on it fall where the calendar has them', () => {
  expect([...publicHolidays(2026)].map(([date]) => date)).toEqual(
    expect.arrayContaining([serialOf(2026, 4, 6), serialOf(2026, 5, 14), serialOf(2026, 5, 25)]),
  );
  expect([...publicHolidays(2025)].map(([date]) => date)).toEqual(expect.arrayContaining([serialOf(2025, 4, 21)]));
});

test('the same seed gives the same days, another seed gives others', () => {
  expect(sampleDays()).toEqual(days);
  expect(sampleDays(7)).not.toEqual(days);
});

test('104 weeks, without Sundays, in order', () => {
  expect(LAST_DAY - FIRST_DAY + 1).toBe(728);
  expect(days.some(({ date }) => dateOf(date).weekday === 7)).toBe(false);
  expect(days.every(({ date }, index) => index === 0 || date > (days[index - 1]?.date ?? 0))).toBe(true);
});

test('every offered call was answered, abandoned or sent to the voice server', () => {
  for (const { figures } of days)
    if (figures) expect(figures.answered + figures.abandoned + figures.overflowed).toBe(figures.offered);
});

test('closed on public holidays, and four exports never came', () => {
  expect(on(2026, 11, 11)).toBeNull();
  expect(days.filter(({ comment }) => comment === 'export ACD non reçu')).toHaveLength(4);
});

test('August is low and Mondays are high', () => {
  const august = total(serialOf(2026, 8, 1), serialOf(2026, 8, 31), ({ offered }) => offered);
  const march = total(serialOf(2026, 3, 1), serialOf(2026, 3, 31), ({ offered }) => offered);
  expect(august / march).toBeLessThan(0.8);
  expect((on(2026, 10, 5)?.offered ?? 0) / (on(2026, 10, 8)?.offered ?? 1)).toBeGreaterThan(1.1);
});

test('the failure of the telephone system loses more than a quarter of the calls', () => {
  const failure = on(2026, 3, 17);
  expect((failure?.abandoned ?? 0) / (failure?.offered ?? 1)).toBeGreaterThan(0.25);
});

test('the last fortnight answers enough and abandons a little too much', () => {
  const from = serialOf(2026, 11, 9);
  const offered = total(from, LAST_DAY, (figures) => figures.offered);
  expect(total(from, LAST_DAY, ({ answered }) => answered) / offered).toBeGreaterThan(0.9);
  expect(total(from, LAST_DAY, ({ abandoned }) => abandoned) / offered).toBeGreaterThan(0.05);
  expect(total(from, LAST_DAY, ({ abandoned }) => abandoned) / offered).toBeLessThan(0.08);
});
