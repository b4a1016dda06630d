import { composeMeteo } from '../../../src/core/meteo/compose';
import { standingsOf, type Standing } from '../../../src/core/meteo/standing';
import { valueOf } from '../grid';
import { coverageOfDays, inboundDays, inboundKpis, ISSUED, sumKpi, syntheticInput, type Day } from './syntheticInput';

const SATURDAY = ISSUED - 2;
const MONDAY = ISSUED - 7;

/** The days up to one day before the page is issued, those of the week under way changed. */
const daysUntil = (issued: number, change: (day: Day) => Day = (day) => day): Day[] =>
  inboundDays()
    .filter(({ serial }) => serial < issued)
    .map((day) => (day.serial >= MONDAY ? change(day) : day));

const inputOf = (days: readonly Day[], issued: number) =>
  syntheticInput(days, {
    issued,
    coverage: coverageOfDays(days),
    kpis: [
      ...inboundKpis(days),
      sumKpi(days, 'in_answered', 'Appels traités', 'answered'),
      sumKpi(days, 'in_abandoned', 'Appels abandonnés', 'abandoned', { direction: 'lower' }),
    ],
  });

const standingsAt = (days: readonly Day[], issued: number): Map<string, Standing> =>
  new Map(standingsOf(inputOf(days, issued)).standings.map((standing) => [standing.kpi.id, standing]));

const firstOf = (standings: ReadonlyMap<string, Standing>, id: string) => {
  const point = standings.get(id)?.forecast.points[0];
  if (!point) throw new Error(`${id} is not projected`);
  return point;
};

/** A week that is busier and answers less than the one before. */
const hard = (day: Day): Day => ({
  ...day,
  offered: Math.round(1.3 * day.offered),
  answered: Math.round(1.3 * day.offered * 0.6),
  abandoned: Math.round(1.3 * day.offered * 0.24),
});

const sumOf = (days: readonly Day[], column: 'offered' | 'answered'): number =>
  days.filter(({ serial }) => serial >= MONDAY).reduce((total, day) => total + day[column], 0);

const known = daysUntil(SATURDAY, hard);
const saturday = standingsAt(known, SATURDAY);

test('on Saturday the week is its five known days and a Saturday to come', () => {
  const { value, low, high } = firstOf(saturday, 'in_offered');
  const so = sumOf(known, 'offered');
  expect(low).toBeGreaterThan(so);
  expect(value - so).toBeGreaterThan(400);
  expect(value - so).toBeLessThan(750);
  expect((high - low) / value).toBeLessThan(0.06);
});

test('its rate is nearly that of the known days, and its interval holds what a usual Saturday would make of it', () => {
  const rate = firstOf(saturday, 'in_qs');
  expect(rate.value).toBeGreaterThan(0.6);
  expect(rate.value).toBeLessThan(0.64);
  const so = sumOf(known, 'answered');
  const usual = (so + 0.92 * 500) / (sumOf(known, 'offered') + 500);
  expect(rate.high).toBeGreaterThan(usual - 0.005);
  expect(rate.high).toBeLessThan(0.66);
});

test('the rate is the quotient of its parts, and the counts agree with it', () => {
  const parts = saturday.get('in_qs')?.parts;
  const [numerator, denominator] = [parts?.numerators[0] ?? NaN, parts?.denominators[0] ?? NaN];
  expect(numerator / denominator).toBeCloseTo(firstOf(saturday, 'in_qs').value, 10);
  expect(firstOf(saturday, 'in_offered').value).toBeCloseTo(denominator, 6);
  expect(firstOf(saturday, 'in_answered').value).toBeCloseTo(numerator, 6);
  expect(firstOf(saturday, 'in_abandoned').value + numerator).toBeLessThan(denominator);
});

test('once most of the week is known, the next one follows from it too', () => {
  const before = standingsAt(daysUntil(MONDAY), MONDAY);
  const next = saturday.get('in_qs')?.forecast.points[1];
  expect(next?.value).toBeLessThan((before.get('in_qs')?.forecast.points[1]?.value ?? NaN) - 0.03);
  expect(next?.low).toBeLessThan(0.62);
  expect(next?.high).toBeGreaterThan(0.9);
});

test('the page does not say in its projection that the week will be like those before', () => {
  const { green } = valueOf(composeMeteo(inputOf(known, SATURDAY))).content;
  const [, value = ''] = /projection S47–S48 : (\d+,\d)/u.exec(green.detail.replaceAll(/\s/gu, ' ')) ?? [];
  expect(Number(value.replace(',', '.'))).toBeLessThan(80);
  const at = green.chart.cut;
  expect(green.chart.projection[at]).toBeCloseTo(firstOf(saturday, 'in_qs').value, 10);
});

test.each([
  ['on Monday morning nothing is known of it', MONDAY, MONDAY],
  ['days of the day of issue and after it are not known yet', MONDAY, SATURDAY],
])('%s', (_, issued, until) => {
  const days = daysUntil(until, hard);
  const alone = standingsAt(daysUntil(MONDAY), MONDAY);
  const made = standingsOf({ ...inputOf(days, issued), coverage: coverageOfDays(daysUntil(MONDAY)) }).standings;
  for (const { kpi, forecast } of made) expect(forecast.points[0]).toEqual(firstOf(alone, kpi.id));
});

test('a known day makes the interval narrower, and so does each that follows', () => {
  const widths = [MONDAY, MONDAY + 1, MONDAY + 3, SATURDAY].map((issued) => {
    const { low, high } = firstOf(standingsAt(daysUntil(issued), issued), 'in_offered');
    return high - low;
  });
  for (const [index, width] of widths.entries()) if (index > 0) expect(width).toBeLessThan(widths[index - 1] ?? 0);
});

test('a missing day among the known ones is projected like those to come', () => {
  const gap = daysUntil(SATURDAY).filter(({ serial }) => serial !== MONDAY + 1);
  const [whole, part] = [daysUntil(SATURDAY), gap].map((days) => firstOf(standingsAt(days, SATURDAY), 'in_offered'));
  expect(Math.abs((part?.value ?? NaN) / (whole?.value ?? NaN) - 1)).toBeLessThan(0.04);
  expect((part?.high ?? NaN) - (part?.low ?? NaN)).toBeGreaterThan((whole?.high ?? NaN) - (whole?.low ?? NaN));
});

test.each([
  ['fr', /≈ \d \d{3} appels attendus en S47, entre \d \d{3} et \d \d{3} ; déjà (\d \d{3}) au 20\/11\.$/],
  ['en', /^≈ \d,\d{3} appels expected in W47, between \d,\d{3} and \d,\d{3}; (\d,\d{3}) already by 20 Nov\.$/],
] as const)('what is expected of it stands beside what is known, in %s', (language, pattern) => {
  const { green } = valueOf(composeMeteo({ ...inputOf(known, SATURDAY), language })).content;
  const said = green.readings.find(({ kind }) => kind === 'anticipation')?.text.replaceAll(/\s/gu, ' ') ?? '';
  expect(said).toMatch(pattern);
  expect(Number(pattern.exec(said)?.[1]?.replaceAll(/\D/g, ''))).toBe(sumOf(known, 'offered'));
});

test('of a week that has not begun nothing is known', () => {
  const { green } = valueOf(composeMeteo(inputOf(daysUntil(ISSUED), ISSUED))).content;
  expect(green.readings.find(({ kind }) => kind === 'anticipation')?.text).not.toContain('déjà');
});

test('where the known days surprise, the note above the chart says which week it is', () => {
  const { green } = valueOf(composeMeteo(inputOf(known, SATURDAY))).content;
  expect(green.chart.note.replaceAll(/\s/gu, ' ')).toMatch(/ S47 hors de l’attendu \(\d\d,\d à \d\d,\d %\) : la bande va /);
});
