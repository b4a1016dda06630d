import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialOf } from '../../src/core/period/serial';
import { writeDay } from '../../src/cli/day';
import { pathOf, whenShared } from './reports';
import { meteo, workFolder } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');

type Step = {
  by: string;
  periods: string[];
  point: number[];
  lo80: number[];
  hi80: number[];
  lo95: number[];
  hi95: number[];
  members: Record<string, number>;
  history: number;
  actual: Record<string, number | null>;
  fitted: Record<string, number | null>;
  closed?: string[];
  backtest: { origins: number; meanAbsoluteError: number; coverage80: number; coverage95: number } | null;
};
type Figure = Step & { id: string; seasonality: { period: number; weekday: object | null }; week?: Step; month?: Step };

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(folder.path(name), lines.join('\n'));
  return folder.path(name);
};

/** What `forecast FILE --json …` prints. */
const projected = async (input: string, ...words: string[]): Promise<Record<string, Figure>> => {
  const said = await meteo('forecast', input, '--json', ...words);
  expect({ status: said.status, err: said.err }).toMatchObject({ status: 0 });
  return JSON.parse(said.out) as Record<string, Figure>;
};

/** The one figure of a file. */
const only = async (input: string, ...words: string[]): Promise<Figure> => {
  const [figure, ...others] = Object.values(await projected(input, ...words));
  expect(others).toEqual([]);
  if (!figure) throw new Error('Nothing was projected.');
  return figure;
};

const expectSane = ({ periods, point, lo80, hi80, lo95, hi95 }: Step): void => {
  expect(new Set(periods).size).toBe(periods.length);
  expect(point).toHaveLength(periods.length);
  point.forEach((value, index) => {
    const limits = [lo95[index], lo80[index], value, hi80[index], hi95[index]] as number[];
    expect(limits.every(Number.isFinite)).toBe(true);
    expect([...limits].sort((one, other) => one - other)).toEqual(limits);
  });
};

/** Monday 5 January 2026, and open days after it: Monday to Friday, Monday is busy. */
const FIRST = serialOf({ year: 2026, month: 1, day: 5 });
const openDays = (count: number): number[] =>
  Array.from({ length: count * 2 }, (_, index) => FIRST + index)
    .filter((serial) => (serial - FIRST) % 7 < 5)
    .slice(0, count);
const calls = (serial: number): number => ((serial - FIRST) % 7 === 0 ? 150 : 100) + ((serial * 37) % 11);

describe('a table of days', () => {
  const lines = [
    'date;contacts;part',
    ...openDays(120).map((day) => `${writeDay(day)};${String(calls(day))};0,9${String(day % 7)}`),
  ];

  test('gives its next open days, weeks that are their sums, and months', async () => {
    const { contacts } = await projected(file('jours.csv', lines), '--measure', 'contacts=sum:contacts');
    if (!contacts?.week || !contacts.month) throw new Error('Weeks and months are missing.');
    for (const step of [contacts, contacts.week, contacts.month]) expectSane(step);
    expect(contacts.by).toBe('day');
    expect(contacts.periods.slice(0, 2)).toEqual(['2026-06-22', '2026-06-23']);
    expect(contacts.periods).toHaveLength(20 - (contacts.closed?.length ?? 0));
    expect(contacts.week.periods).toEqual(['2026-S26', '2026-S27', '2026-S28', '2026-S29']);
    expect(contacts.week.point[0]).toBeCloseTo(
      contacts.point.slice(0, 5).reduce((sum, value) => sum + value, 0),
      6,
    );
    expect(contacts.month.periods).toEqual(['2026-06', '2026-07', '2026-08']);
    expect(contacts.point[0]).toBeGreaterThan(140);
    expect(contacts.point[1]).toBeLessThan(125);
    expect(contacts).toMatchObject({ history: expect.any(Number) as number, seasonality: { period: 5 } });
    expect(contacts).toMatchObject({
      agreement: { kind: 'sum', text: expect.stringContaining('somme des jours') as string },
    });
    expect(contacts.actual['2026-01-05']).toBe(calls(FIRST));
    expect(contacts.backtest?.coverage95).toBeGreaterThanOrEqual(contacts.backtest?.coverage80 ?? 1);
  });

  test('a horizon counts open days; a rate without its parts is projected by day, and said to have no weeks', async () => {
    const path = file('jours.csv', lines);
    const figures = await projected(path, '--by', 'day', '--horizon', '8');
    expect(Object.keys(figures)).toHaveLength(2);
    for (const figure of Object.values(figures)) {
      expect(figure.periods).toHaveLength(8);
      expectSane(figure);
    }
    expect(Math.max(...(figures['part']?.hi95 ?? []))).toBeLessThanOrEqual(1);
    const weekly = await meteo('forecast', path, '--by', 'week', '--json');
    expect(weekly.err).toContain('[rate-without-parts]');
    expect(Object.keys(JSON.parse(weekly.out) as object)).toHaveLength(1);
  });

  test('a ratio goes through its parts and stays a share', async () => {
    const path = file('ratio.csv', [
      'date;reçus;traités',
      ...openDays(120).map((day) => `${writeDay(day)};${String(calls(day))};${String(calls(day) - (day % 3))}`),
    ]);
    const { qs } = await projected(path, '--measure', 'qs=ratio:traités/reçus', '--by', 'day,week');
    if (!qs?.week) throw new Error('Weeks are missing.');
    for (const step of [qs, qs.week]) {
      expectSane(step);
      for (const value of [...step.point, ...step.hi95]) expect(value).toBeLessThanOrEqual(1);
      for (const value of step.point) expect(value).toBeGreaterThan(0.9);
    }
  });

  test('the file is only read', async () => {
    const path = file('lu.csv', lines);
    const before = readFileSync(path);
    await projected(path, '--by', 'week');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('other tables', () => {
  const value = (index: number): string => String(700 + ((index * 37) % 23));

  test.each<[name: string, header: string, label: (index: number) => string, by: string, next: string[]]>([
    ['weeks', 'semaine', (index) => `2025-S${String(index + 1).padStart(2, '0')}`, 'week', ['2025-S41', '2025-S42']],
    [
      'months',
      'mois',
      (index) => `${String(2022 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
      'month',
      ['2025-05', '2025-06'],
    ],
    [
      'quarters',
      'trimestre',
      (index) => `${String(2015 + Math.floor(index / 4))}Q${String((index % 4) + 1)}`,
      'quarter',
      ['2025-Q1', '2025-Q2'],
    ],
  ])('%s are projected as such', async (name, header, label, by, next) => {
    const rows = Array.from({ length: 40 }, (_, index) => `${label(index)};${value(index)}`);
    const figure = await only(file(`${name}.csv`, [`${header};dossiers`, ...rows]), '--horizon', '2');
    expect(figure).toMatchObject({ by, periods: next, history: 40 });
    expectSane(figure);
  });

  test.each([
    ['a column of numbers', ['valeur'], 'valeur'],
    ['numbers without a header', [], 'A'],
  ])('%s is projected row by row; --by says what a row is', async (_, header, name) => {
    const path = file('nombres.csv', [...header, ...Array.from({ length: 130 }, (_, index) => value(index))]);
    const rows = await projected(path, '--horizon', '3');
    expect(rows[name]).toMatchObject({ by: 'row', periods: ['131', '132', '133'], history: 130, seasonality: { period: 1 } });
    expect((await projected(path, '--by', 'week'))[name]).toMatchObject({ by: 'week', seasonality: { period: 52 } });
  });

  test('the number of a row is no figure', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${String(index + 1)};${value(index)}`);
    const figures = await projected(file('numéros.csv', ['rang;dossiers', ...rows]));
    expect(Object.values(figures).map(({ id }) => id)).toEqual(['dossiers']);
  });

  test.each<[name: string, lines: string[], words: string[], code: string]>([
    ['tasks of a project, which are no series', ['Tâche;Lot;Budget', 'A;Un;3', 'B;Un;4', 'C;Deux;5'], [], 'no-dates'],
    [
      'days of a table of weeks',
      ['semaine;n', '2025-S01;1', '2025-S02;2', '2025-S03;3', '2025-S04;3'],
      ['--by', 'day'],
      'period-too-fine',
    ],
    ['a column that is not there', ['date;n', '2026-01-05;1', '2026-01-06;2'], ['--measure', 'a=sum:Appels'], 'column-not-found'],
    ['a sheet that is not there', ['date;n', '2026-01-05;1', '2026-01-06;2'], ['--sheet', 'Suivi'], 'sheet-not-found'],
    ['an empty file', [''], [], 'workbook-empty'],
  ])('%s is refused with its reason, in both languages', async (_, lines, words, code) => {
    const path = file('refus.csv', lines);
    const french = await meteo('forecast', path, '--lang', 'fr', '--json', ...words);
    expect(french.status).toBe(1);
    expect(french.err).toContain(`[${code}]`);
    expect(JSON.parse(french.out)).toMatchObject({ problem: { code } });
    const english = await meteo('forecast', path, '--lang', 'en', ...words);
    expect(english).toMatchObject({ status: 1, out: '' });
    expect(english.err).not.toBe(french.err);
  });

  test('one row gives its value, and says nothing of how wrong it may be', async () => {
    const path = file('seule.csv', ['semaine;n', '2025-S01;12', '2025-S02;', '2025-S03;', '2025-S04;']);
    const said = await meteo('forecast', path, '--measure', 'n=sum:n', '--json');
    expect(JSON.parse(said.out)).toMatchObject({ n: { intervals: false, point: [12, 12, 12, 12], lo95: [12, 12, 12, 12] } });
  });
});

describe('the sample workbook', () => {
  test('its KPIs by week, under the names that a consolidation gives them', async () => {
    const figures = await projected(SAMPLE, '--by', 'week');
    const offered = figures['Appels reçus (présentés)'];
    const service = figures['Taux de décroché / QS'];
    if (!offered || !service) throw new Error('A KPI is missing.');
    expect(offered).toMatchObject({ id: 'in_offered', by: 'week', history: 104 });
    expect(offered.periods).toEqual(['2026-S48', '2026-S49', '2026-S50', '2026-S51']);
    for (const figure of Object.values(figures)) expectSane(figure);
    for (const value of service.point) {
      expect(value).toBeGreaterThan(0.85);
      expect(value).toBeLessThan(1);
    }
    const past = Object.values(offered.actual).filter((one) => one !== null);
    const usual = past.reduce((sum, one) => sum + one, 0) / past.length;
    for (const value of offered.point) expect(Math.abs(value / usual - 1)).toBeLessThan(0.35);
  });

  test('its months far ahead are less certain, and not beyond all measure', async () => {
    const { appels } = await projected(SAMPLE, '--measure', 'appels=sum:Appels reçus', '--by', 'month', '--horizon', '5');
    if (!appels) throw new Error('Nothing was projected.');
    appels.point.forEach((value, index) => {
      expect((appels.hi95[index] ?? Infinity) - value).toBeLessThan(0.75 * value);
      expect(value - (appels.lo95[index] ?? -Infinity)).toBeLessThan(0.75 * value);
    });
  });

  test('in words, in French and in English', async () => {
    const words = [SAMPLE, '--measure', 'Appels=sum:Appels reçus', '--by', 'week,month'];
    const french = await meteo('forecast', ...words, '--lang', 'fr');
    expect(french.out).toContain('Appels, par semaine');
    expect(french.out).toMatch(/S48 2026 +\d\u202f\d{3} +\d\u202f\d{3} à \d\u202f\d{3}/);
    expect(french.out).toContain('8 fois sur 10');
    expect(french.out).toMatch(/décembre 2026 +\d{2}\u202f\d{3}/);
    const english = await meteo('forecast', ...words, '--lang', 'en');
    expect(english.out).toContain('Appels, by week');
    expect(english.out).toMatch(/W48 2026 +\d,\d{3} +\d,\d{3} to \d,\d{3}/);
    expect(english.out).not.toMatch(/undefined|NaN|fois|semaine/);
    expect(french.out).not.toMatch(/undefined|NaN|times|week/);
  });
});

whenShared('R06, a log of a year of calls: sane projections of calls, sales and their rate', async () => {
  const rules = [
    'appels=count',
    'ventes=sum:Purchase Amount',
    'panier=ratio:Purchase Amount/count',
    'note=mean:Satisfaction Rating',
  ];
  const figures = await projected(pathOf('R06_Call Center Data.xlsx'), ...rules.flatMap((rule) => ['--measure', rule]));
  expect(Object.keys(figures)).toEqual(['appels', 'ventes', 'panier', 'note']);
  for (const figure of Object.values(figures)) {
    const { week, month } = figure;
    if (!week || !month) throw new Error('Weeks and months are missing.');
    for (const step of [figure, week, month]) {
      expectSane(step);
      const past = Object.values(step.actual).filter((one) => one !== null);
      const [least, most] = [Math.min(...past), Math.max(...past)];
      for (const value of step.point) {
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(most);
      }
    }
  }
});
