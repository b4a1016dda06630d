import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { standingsOf, type Standing } from '../../../src/core/meteo/standing';
import { valueOf } from '../grid';
import { inboundDays, ISSUED, ratioKpi, sumKpi, syntheticInput, type Day } from './syntheticInput';

/** Every call is answered or abandoned; in the last days many are abandoned. */
const shocked = (daysOfShock: number, answered: number): Day[] =>
  inboundDays().map((day) => {
    const taken = day.serial >= ISSUED - daysOfShock ? Math.round(answered * day.offered) : day.answered;
    return { ...day, answered: taken, abandoned: day.offered - taken };
  });

const inputOf = (days: readonly Day[], more: Partial<MeteoInput> = {}): MeteoInput =>
  syntheticInput(days, {
    kpis: [
      sumKpi(days, 'offered', 'Appels reçus', 'offered'),
      ratioKpi(days, 'qs', 'Taux de décroché / QS', ['answered', 'offered'], {
        direction: 'higher',
        objective: 0.9,
        thresholds: { green: 0.9, amber: 0.8 },
        key: true,
      }),
      ratioKpi(days, 'abandon', "Taux d'abandon", ['abandoned', 'offered'], {
        direction: 'lower',
        objective: 0.05,
        thresholds: { green: 0.05, amber: 0.08 },
      }),
      sumKpi(days, 'answered', 'Appels traités', 'answered'),
      sumKpi(days, 'abandoned', 'Appels abandonnés', 'abandoned'),
    ],
    ...more,
  });

const standingsBy = (days: readonly Day[], more: Partial<MeteoInput> = {}): ((id: string) => Standing) => {
  const { standings } = standingsOf(inputOf(days, more));
  return (id) => {
    const found = standings.find(({ kpi }) => kpi.id === id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
};

const SHOCKS: [string, number, number][] = [
  ['without a shock', 0, 0.9],
  ['after a bad day', 2, 0.5],
  ['after a bad week', 7, 0.6],
  ['after two bad weeks', 14, 0.7],
  ['when next to nobody answers', 7, 0.02],
];

describe.each(SHOCKS)('%s', (_, length, level) => {
  const by = standingsBy(shocked(length, level));
  const points = (id: string) => by(id).forecast.points;

  test('rates that make all of it make 100 % in each projected week, and so do their intervals', () => {
    expect(points('qs')).toHaveLength(4);
    points('qs').forEach((rate, step) => {
      const other = points('abandon')[step];
      expect(rate.value + (other?.value ?? NaN)).toBeCloseTo(1, 12);
      expect(rate.low + (other?.high ?? NaN)).toBeCloseTo(1, 12);
      expect(rate.high + (other?.low ?? NaN)).toBeCloseTo(1, 12);
      expect(rate.low95 + (other?.high95 ?? NaN)).toBeCloseTo(1, 12);
      expect(rate.low95).toBeGreaterThanOrEqual(0);
      expect(rate.high95).toBeLessThanOrEqual(1);
    });
  });

  test('so does what the page prints for its weeks together', () => {
    const [rate, other] = [by('qs').projection, by('abandon').projection];
    expect((rate?.value ?? NaN) + (other?.value ?? NaN)).toBeCloseTo(1, 12);
    expect((rate?.low ?? NaN) + (other?.high ?? NaN)).toBeCloseTo(1, 12);
    expect((rate?.high ?? NaN) + (other?.low ?? NaN)).toBeCloseTo(1, 12);
  });

  test('counts are those rates of the calls, and add up', () => {
    points('offered').forEach(({ value }, step) => {
      const rate = points('qs')[step]?.value ?? NaN;
      expect((points('answered')[step]?.value ?? NaN) / (rate * value)).toBeCloseTo(1, 9);
      const total = (points('answered')[step]?.value ?? NaN) + (points('abandoned')[step]?.value ?? NaN);
      expect(total / value).toBeCloseTo(1, 9);
    });
    expect(by('qs').parts?.numerators).toEqual(
      points('qs').map(({ value }, step) => value * (by('qs').parts?.denominators[step] ?? NaN)),
    );
    const stretch = ['answered', 'abandoned', 'offered'].map((id) => by(id).projection?.value ?? NaN);
    expect(((stretch[0] ?? 0) + (stretch[1] ?? 0)) / (stretch[2] ?? 1)).toBeCloseTo(1, 9);
  });
});

test('page, chart, history and table print the same reconciled figures', () => {
  const days = shocked(7, 0.6);
  const { content, row } = valueOf(composeMeteo(inputOf(days)));
  const by = standingsBy(days);
  const [printed, stored] = [by('abandon').projection, row.projections.abandon];
  expect(stored).toEqual({ value: printed?.value, low: printed?.low, high: printed?.high });
  expect((row.projections.qs?.value ?? NaN) + (stored?.value ?? NaN)).toBeCloseTo(1, 12);
  const shown = content.green.rows.find(({ id }) => id === 'abandon')?.projection;
  expect(shown?.value).toBeCloseTo(printed?.value ?? NaN, 12);
  const { projection, cut } = content.green.chart;
  expect(projection.slice(cut)).toEqual(by('qs').forecast.points.map(({ value }) => value));
});

test('what only once made all of it is no rule', () => {
  const days = inboundDays().map((day, index) => (index % 70 === 0 ? day : { ...day, abandoned: day.offered - day.answered }));
  const by = standingsBy(days);
  const sums = by('qs').forecast.points.map(({ value }, step) => value + (by('abandon').forecast.points[step]?.value ?? 0));
  expect(sums.some((sum) => Math.abs(sum - 1) > 1e-6)).toBe(true);
});

test('shares that never passed the whole do not pass it in the projection either', () => {
  // Of the calls not answered, a few are neither: they hung up at once.
  const days = shocked(7, 0.5).map((day, index) => ({ ...day, abandoned: Math.max(0, day.abandoned - (index % 3)) }));
  const by = standingsBy(days);
  const sums = by('qs').forecast.points.map(({ value }, step) => value + (by('abandon').forecast.points[step]?.value ?? 0));
  expect(Math.max(...sums)).toBeLessThanOrEqual(1 + 1e-9);
});

test('a family of which one is internal or not printed leaves the others as they were', () => {
  const days = shocked(7, 0.6);
  const all = inputOf(days).kpis;
  const alone = standingsBy(days, { kpis: all.filter(({ kpi }) => kpi.id === 'qs' || kpi.id === 'offered') });
  expect(alone('qs').forecast.points[0]?.value).toBeGreaterThan(0.5);
  expect(alone('offered').forecast.points).toEqual(standingsBy(days)('offered').forecast.points);
});

test('what the page prints is the same beside more KPIs, and these agree with it', () => {
  const input = inputOf(shocked(7, 0.6));
  const printed = (all: readonly Standing[]): readonly Standing[] => all.filter(({ kpi }) => ['offered', 'qs'].includes(kpi.id));
  const page = standingsOf(input, { printed, alone: true }).standings;
  const sheet = standingsOf(input, { printed }).standings;
  const pointsOf = (standings: readonly Standing[], id: string) =>
    standings.find(({ kpi }) => kpi.id === id)?.forecast.points ?? [];
  for (const id of ['offered', 'qs']) {
    expect(pointsOf(page, id)).toHaveLength(4);
    expect(pointsOf(sheet, id)).toEqual(pointsOf(page, id));
  }
  expect(pointsOf(page, 'abandon')).toEqual([]);
  pointsOf(sheet, 'qs').forEach(({ value }, step) => {
    const calls = pointsOf(sheet, 'offered')[step]?.value ?? NaN;
    expect(value + (pointsOf(sheet, 'abandon')[step]?.value ?? NaN)).toBeCloseTo(1, 9);
    expect((pointsOf(sheet, 'answered')[step]?.value ?? NaN) / (value * calls)).toBeCloseTo(1, 9);
    expect((pointsOf(sheet, 'abandoned')[step]?.value ?? NaN) / ((1 - value) * calls)).toBeCloseTo(1, 9);
  });
});
