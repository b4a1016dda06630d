import { detect } from '../../../src/core/detect/detect';
import { composeMeteo, type ComposedMeteo } from '../../../src/core/meteo/compose';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { chartDrawing } from '../../../src/core/meteo/chartDrawing';
import { cadenceFor, pagePeriods } from '../../../src/core/meteo/pagePeriods';
import { preparationOf } from '../../../src/core/meteo/preparation';
import { meteoSources } from '../../../src/core/meteo/sources';
import { projectedSpan } from '../../../src/core/meteo/trackRecord';
import type { Problem } from '../../../src/core/problem';
import { coverageOf } from '../../../src/core/period/coverage';
import { serialOf } from '../../../src/core/period/serial';
import { sheetOf, valueOf, workbookOf } from '../grid';
import { laidOut, only } from './laidOut';
import { ISSUED } from './syntheticInput';

type Row = (number | string)[];

const HEADERS: Row = ['Date', 'Appels reçus', 'Appels décrochés', 'Abandons'];
const first = (month: number): number => serialOf({ year: 2024, month, day: 1 });

/** Calls of a month or week: busier in January, a little noise that never repeats. */
const row = (date: number, index: number): Row => {
  const offered = 5000 + ((index * 37) % 11) * 40 + (index % 12 === 0 ? 600 : 0);
  const answered = Math.round(offered * (0.9 + ((index * 5) % 7) / 200));
  return [date, offered, answered, offered - answered];
};

/** January 2024 to October 2026, one row each. */
const months = Array.from({ length: 34 }, (_, index) => row(first(index + 1), index));
/** Mondays up to 16/11/2026. */
const weeks = Array.from({ length: 60 }, (_, index) => row(ISSUED - 7 * (60 - index), index));

const inputOf = (rows: Row[], headers = HEADERS): MeteoInput => {
  const workbook = workbookOf(sheetOf('Suivi', [headers, ...rows], { formats: { 0: 'dd/mm/yyyy' } }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return valueOf(meteoSources(workbook, table, { language: 'fr', issued: ISSUED, minutes: null })).input;
};
const composed = (rows: Row[], headers?: Row): { meteo: ComposedMeteo; problems: readonly Problem[] } => {
  const made = composeMeteo(inputOf(rows, headers));
  return { meteo: valueOf(made), problems: made.ok ? made.problems : [] };
};
/** Narrow spaces as plain ones. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('one row a month', () => {
  const { meteo, problems } = composed(months);
  const { header, footer, green, blue, yellow } = meteo.content;

  test('the page speaks of the last whole month, and says so', () => {
    expect(plain(header.period)).toBe('octobre 2026, du 01/10 au 31/10/2026 · établie le 23/11/2026');
    expect(plain(footer.source)).toContain('1 mois sur 1,');
    expect(plain(footer.next)).toBe('Prochaine météo avant le 24/12/2026');
    expect(problems).toContainEqual({ code: 'meteo-coarse', params: { step: 'month' } });
    expect(blue.weather).not.toBe('fog');
    expect(yellow.highlights.items.filter(({ text }) => text.includes('jour'))).toEqual([]);
  });

  test('its figure is that of the month, compared with the month before and projected by month', () => {
    const [, offered, answered] = months[33] ?? [];
    expect(green.value.value).toBeCloseTo(Number(answered) / Number(offered), 12);
    expect(green.tableHead).toMatchObject({ value: 'octobre', change: ['Écart avec', 'septembre'] });
    expect(green.tableHead.projection[1]).toBe('novembre');
    const calls = green.rows.find(({ id }) => id === 'in_offered');
    expect(calls?.projection?.value).toBeGreaterThan(4500);
    expect(calls?.projection?.value).toBeLessThan(6000);
    expect(plain(green.readings.find(({ kind }) => kind === 'anticipation')?.text ?? '')).toMatch(
      /^≈ 5 \d{3} appels attendus en novembre, entre [45] \d{3} et [56] \d{3}\.$/,
    );
  });

  test('the chart is in months, one point each', () => {
    expect(plain(green.chart.note)).toMatch(/par mois ; dernier réel : .* en octobre\. Projection novembre–février/);
    expect(green.chart.cut).toBe(16);
    expect(green.chart.weeks[15]).toMatchObject({ label: ['oct.', '2026'], key: '2026-10' });
    expect(green.chart.actual.slice(0, 16).every((value) => value !== null)).toBe(true);
    expect(green.chart.previousYear[15]).toBeCloseTo(Number(months[21]?.[2]) / Number(months[21]?.[1]), 12);
  });

  test('its labels stay off the axis, whatever the curves leave free', () => {
    const [chart] = only(laidOut(meteo.content), 'chart');
    if (!chart) throw new Error('no chart');
    const { labels } = chartDrawing(chart, 'fr');
    const lastYear = labels.find(({ series }) => series === 'previousYear');
    expect(lastYear?.text).toBe('un an avant');
    for (const { y } of labels) expect(y).toBeLessThan(chart.plot.top + chart.plot.height - 3);
  });

  test('the month without row is missing data', () => {
    const late = composed(months.slice(0, -1));
    expect(late.meteo.content.blue.weather).toBe('fog');
    expect(plain(late.meteo.content.blue.rule)).toBe('Aucune donnée sur la période');
    expect(plain(late.meteo.content.message)).toContain('(0 mois sur 1)');
    expect(late.meteo.content.yellow.highlights.items.map(({ text }) => plain(text))).toContain(
      '1 mois sans donnée : octobre 2026.',
    );
    expect(late.problems).toContainEqual({ code: 'fog', params: { days: 1, step: 'month', fog: true } });
    expect(valueOf(preparationOf(inputOf(months.slice(0, -1)))).missingDays).toEqual([]);
  });
});

test('several rows on the first of each month are months too', () => {
  const teams = ['Nord', 'Sud', 'Est'];
  const rows = months.flatMap(([date = 0, ...figures]) => teams.map((team): Row => [date, team, ...figures]));
  const { content } = composed(rows, ['Date', 'Équipe', 'Appels reçus', 'Appels décrochés', 'Abandons']).meteo;
  expect(content.header.period).toMatch(/^octobre 2026/);
  expect(content.footer.source).toContain('1 mois sur 1');
});

test('of one row a quarter no page is made: a quarter is no month', () => {
  const quarters = months.filter((_, index) => index % 3 === 0);
  expect(composeMeteo(inputOf(quarters))).toMatchObject({ ok: false, problem: { code: 'meteo-quarters' } });
});

describe('one row a week', () => {
  test('weeks are counted as weeks', () => {
    const { meteo, problems } = composed(weeks);
    expect(meteo.content.header.period).toMatch(/^S46–S47 2026/);
    expect(meteo.content.footer.source).toContain('2 semaines sur 2');
    expect(problems.map(({ code }) => code)).not.toContain('meteo-coarse');
  });

  test('and a week without row is missing data', () => {
    const { content } = composed(weeks.filter(([date]) => date !== ISSUED - 14)).meteo;
    expect(content.blue.weather).toBe('fog');
    expect(plain(content.message)).toContain('données incomplètes (1 semaine sur 2)');
    expect(content.yellow.highlights.items.map(({ text }) => plain(text))).toContain('1 semaine sans donnée : S46 2026.');
  });
});

test.each([
  ['days', 'day', ['2026-S46', '2026-S47'], ['2026-S48', '2026-S49'], 14],
  ['weeks', 'week', ['2026-S46', '2026-S47'], ['2026-S48', '2026-S49'], 14],
  ['months', 'month', ['2026-10'], ['2026-11'], 31],
  ['years', 'year', ['2025'], ['2026'], 366],
] as const)('periods and cadence of a page on %s', (_, step, current, ahead, cadence) => {
  const coarse = coverageOf([first(2), first(3), first(4)], step);
  const periods = pagePeriods(ISSUED, 14, coarse && { coverage: coarse, closedDays: [] });
  expect(periods.current.map(({ key }) => key)).toEqual(current);
  expect(periods.ahead.map(({ key }) => key)).toEqual(ahead);
  expect(cadenceFor(14, step)).toBe(cadence);
});

test('what a page by month projected is the month after it, whatever their lengths', () => {
  const [february, march, april] = [first(2), first(3), first(4)];
  expect(projectedSpan({ start: february, last: march - 1 }, 'month')).toEqual({ start: march, end: april });
});
