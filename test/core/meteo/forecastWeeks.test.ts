import { forecastWeeks, projectStretch } from '../../../src/core/meteo/forecastWeeks';
import { standingsOf } from '../../../src/core/meteo/standing';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

const days = inboundDays();
const { standings } = standingsOf(syntheticInput(days));
const standing = (id: string) => {
  const found = standings.find(({ kpi }) => kpi.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

test.each(['in_qs', 'in_abandon_rate', 'in_aht'])('%s is projected as the quotient of its parts, week by week', (id) => {
  const { parts, forecast } = standing(id);
  expect(forecast.points).toHaveLength(4);
  forecast.points.forEach(({ value }, step) => {
    const quotient = (parts?.numerators[step] ?? Number.NaN) / (parts?.denominators[step] ?? Number.NaN);
    expect(Math.abs(quotient - value)).toBeLessThan(1e-9 * Math.max(1, value));
  });
});

test('the page’s period is Σ over Σ of the same parts', () => {
  const { parts, projection } = standing('in_qs');
  const [firstTop = 0, secondTop = 0] = parts?.numerators ?? [];
  const [firstBottom = 0, secondBottom = 0] = parts?.denominators ?? [];
  expect(projection?.value).toBeCloseTo((firstTop + secondTop) / (firstBottom + secondBottom), 9);
});

test('a sum has no parts', () => {
  expect(standing('in_offered').parts).toBeNull();
});

describe('a planned closure', () => {
  // Two days of the second week ahead, one of the two that the page projects.
  const closedDays = [ISSUED + 8, ISSUED + 9];
  const settings = { ...syntheticInput(days).settings, closedDays };
  const closed = standingsOf(syntheticInput(days, { settings })).standings;
  const now = (id: string) => closed.find(({ kpi }) => kpi.id === id);

  test('lowers the volume of its week alone, by its share of a usual week', () => {
    const before = standing('in_offered').forecast.points.map(({ value }) => value);
    const after = (now('in_offered')?.forecast.points ?? []).map(({ value }) => value);
    const ratios = after.map((value, week) => value / (before[week] ?? 0));
    expect(ratios[0]).toBeCloseTo(1, 2);
    // Tuesday and Wednesday bring 2.1 of the 5.8 that a week does.
    expect(ratios[1]).toBeCloseTo(1 - 2.1 / 5.8, 1);
    expect(ratios[2]).toBeCloseTo(1, 2);
  });

  test('leaves the rate, and takes its calls out of both parts', () => {
    const before = standing('in_qs');
    const after = now('in_qs');
    expect(after?.forecast.points[1]?.value).toBeCloseTo(before.forecast.points[1]?.value ?? 0, 2);
    expect((after?.parts?.denominators[1] ?? 0) / (before.parts?.denominators[1] ?? 1)).toBeCloseTo(1 - 2.1 / 5.8, 1);
    expect((after?.parts?.numerators[1] ?? 0) / (before.parts?.numerators[1] ?? 1)).toBeCloseTo(1 - 2.1 / 5.8, 1);
  });
});

test('with too few weeks for a projection there are none either', () => {
  const short = standingsOf(syntheticInput(days.slice(-60))).standings;
  expect(short.every(({ parts, projection }) => parts === null && projection === null)).toBe(true);
});

test('a ratio of figures that do not add up is projected as it is', () => {
  const { kpi } = standing('in_qs').series;
  const ofLast = {
    ...kpi,
    rule: { kind: 'ratio', numerator: { kind: 'last', column: 1 }, denominator: { kind: 'last', column: 2 } } as const,
  };
  const weekly = Array.from({ length: 30 }, (_, week) => 0.5 + (week % 2) / 100);
  const made = forecastWeeks(
    ofLast,
    weekly,
    weekly.map((rate) => ({ numerator: rate * 100, denominator: 100 })),
    { weeks: [], calendar: null },
  );
  expect(made.parts).toBeNull();
  expect(projectStretch(ofLast, made, 2)?.value).toBeCloseTo(0.505, 2);
});
