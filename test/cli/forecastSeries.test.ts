import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forecast } from '../../src/core/forecast/forecast';
import { meteo, workFolder, type Said } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());

type Projected = {
  point: number[];
  lo80: number[];
  hi80: number[];
  lo95: number[];
  hi95: number[];
  seasonality: { period: number };
  members: Record<string, number>;
  history: number;
  backtest: { meanAbsoluteError: number; naiveMeanAbsoluteError: number; coverage80: number } | null;
  problem?: { code: string };
};

const file = (name: string, content: unknown): string => {
  const path = folder.path(name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

/** Runs `forecast --series` over a list and gives what it prints. */
const projected = async (name: string, list: unknown, ...words: string[]): Promise<Record<string, Projected>> => {
  const said = await meteo('forecast', '--series', file(name, list), ...words);
  expect({ status: said.status, err: said.err }).toEqual({ status: 0, err: '' });
  return JSON.parse(said.out) as Record<string, Projected>;
};

/** Five weeks and more of days with a busy Monday. */
const days = (count: number): number[] =>
  Array.from({ length: count }, (_, day) => (day % 7 === 0 ? 150 : 100) + ((day * 37) % 11));

const expectOrdered = ({ point, lo80, hi80, lo95, hi95 }: Projected, horizon: number): void => {
  for (const list of [point, lo80, hi80, lo95, hi95]) {
    expect(list).toHaveLength(horizon);
    expect(list.every(Number.isFinite)).toBe(true);
  }
  point.forEach((value, step) => {
    const limits = [lo95[step], lo80[step], value, hi80[step], hi95[step]] as number[];
    expect([...limits].sort((one, other) => one - other)).toEqual(limits);
  });
};

describe('forecast --series', () => {
  test('projects each series by its own horizon and cycle, and never looks at what came', async () => {
    const calls = { id: 'calls', x: days(70), h: 7, ms: 7, kind: 'count' };
    const { calls: blind, level } = await projected('two.json', [calls, { id: 'level', x: [8, 9, 8, 9], h: 2 }]);
    const { calls: told } = await projected('told.json', [
      { ...calls, set: 'S', m: 7, n: 70, q: 3, y: [1, 2, 3], n2: [4, 5, 6] },
    ]);
    expect(told).toEqual(blind);
    if (!blind || !level) throw new Error('A series is missing.');
    expectOrdered(blind, 7);
    expectOrdered(level, 2);
    expect(blind).toMatchObject({ seasonality: { period: 7 }, history: 70 });
    expect(blind.point[0]).toBeGreaterThan(140);
    expect(blind.point[1]).toBeLessThan(120);
    const shares = Object.values(blind.members).reduce((sum, share) => sum + share, 0);
    expect(shares).toBeGreaterThan(0.99);
    expect(shares).toBeLessThan(1.001);
    expect(blind.backtest?.meanAbsoluteError).toBeLessThan(20);
    expect(blind.backtest?.coverage80).toBeLessThanOrEqual(1);
  });

  test('prints what the engine says, to the last digit', async () => {
    const { a } = await projected('exact.json', [{ id: 'a', x: days(40), h: 3, ms: 7, kind: 'rate' }]);
    const { points } = forecast(days(40), { horizon: 3, season: 7, kind: 'rate' });
    expect(a?.point).toEqual(points.map(({ value }) => value));
    expect(a?.lo95).toEqual(points.map(({ low95 }) => low95));
    expect(a?.hi80).toEqual(points.map(({ high }) => high));
  });

  test.each([
    ['the horizon that is asked for where a series has none', ['--horizon', '6'], 6],
    ['its own horizon where it has one', ['--horizon', '6'], 2],
    ['four weeks of days where nobody says', [], 28],
  ])('%s', async (_, words, length) => {
    const h = length === 2 ? { h: 2 } : {};
    const { a } = await projected('horizon.json', [{ id: 'a', x: days(70), ms: 7, ...h }], ...words);
    expect(a?.point).toHaveLength(length);
  });

  test('null and NaN are gaps; a number does for an id; what has no value says so', async () => {
    const text = '[{"id": 12, "x": [NaN, 5, null, 6, 5, 7], "h": 2}, {"id": "NaN", "x": [1, 2], "h": 1}]';
    const said = await meteo('forecast', '--series', file('gaps.json', `\ufeff${text}`), '--json');
    expect(JSON.parse(said.out)).toMatchObject({ '12': { history: 4 }, NaN: { history: 2 } });
    const { none, gaps } = await projected('none.json', [
      { id: 'none', x: [], h: 3 },
      { id: 'gaps', x: [null, null], h: 3 },
    ]);
    for (const empty of [none, gaps])
      expect(empty).toMatchObject({ point: [], hi95: [], history: 0, problem: { code: 'series-empty' } });
  });

  test('an unknown kind is only a remark', async () => {
    const path = file('kind.json', [{ id: 'a', x: days(20), h: 1, kind: 'temperature' }]);
    const said = await meteo('forecast', '--series', path, '--lang', 'en');
    expect(said.status).toBe(0);
    expect(said.err).toContain('[series-kind]');
    expect(said.err).toContain('temperature');
    expect(Object.keys(JSON.parse(said.out) as object)).toEqual(['a']);
  });

  const one = { id: 'a', x: [1, 2, 3], h: 1 };
  test.each<[name: string, content: unknown, code: string, names: string]>([
    ['a file that is no JSON', '[{"id": "a", ', 'series-not-json', 'wrong.json'],
    ['an object in place of a list', { a: one }, 'series-not-list', 'liste'],
    ['a list of numbers', [1, 2], 'series-entry', 'n°\u00a01'],
    ['a series without a name', [one, { x: [1] }], 'series-entry', 'n°\u00a02'],
    ['a series without values', [one, { id: 'b' }], 'series-entry', 'n°\u00a02'],
    ['a text among the values', [one, { id: 'b', x: [1, 2, '3'] }], 'series-value', 'x[2]'],
    ['an infinite value', '[{"id": "b", "x": [1, -Infinity]}]', 'series-value', 'x[1]'],
    ['a value too large for a number', '[{"id": "b", "x": [1, 2, 1e999]}]', 'series-value', 'x[2]'],
    ['no period to project', [{ ...one, h: 0 }], 'series-field', '«\u202fa\u202f»'],
    ['half a period to project', [{ ...one, h: 1.5 }], 'series-field', '1.5'],
    ['too many periods to project', [{ ...one, h: 100_000 }], 'series-field', '1\u202f000'],
    ['a cycle that is no number', [{ ...one, ms: 'week' }], 'series-field', 'week'],
    ['two series of one name', [one, one], 'series-twice', '«\u202fa\u202f»'],
  ])('%s is refused by name, in both languages', async (_, content, code, names) => {
    const path = file('wrong.json', content);
    const french = await meteo('forecast', '--series', path, '--lang', 'fr', '--json');
    expect(french.status).toBe(1);
    expect(french.err).toContain(`[${code}]`);
    expect(french.err).toContain(names);
    expect(JSON.parse(french.out)).toMatchObject({ problem: { code } });
    const english = await meteo('forecast', '--series', path, '--lang', 'en');
    expect(english).toMatchObject({ status: 1, out: '' });
    expect(english.err).not.toBe(french.err);
  });

  test('a file that is not there is refused', async () => {
    expect(await meteo('forecast', '--series', folder.path('nowhere.json'))).toMatchObject({ status: 1, out: '' });
  });

  test.each([
    ['no file at all', []],
    ['a file and a list', ['a.csv', '--series', 'b.json']],
    ['a horizon of 0', ['a.csv', '--horizon', '0']],
    ['a horizon that is no number', ['a.csv', '--horizon', 'soon']],
    ['years', ['a.csv', '--by', 'year']],
  ])('%s is wrong usage', async (_, words) => {
    expect(await meteo('forecast', ...words)).toMatchObject({ status: 2, out: '' });
  });
});

const DEV = join(__dirname, '../../../shared/data/forecast/dev.json');
if (!existsSync(DEV)) console.warn(`The series of the competitions are not at ${DEV}: their test does not run.`);
const whenShared = existsSync(DEV) ? test : test.skip;

whenShared(
  '920 series of competitions: as many periods as asked for, finite and between their limits',
  async () => {
    const said: Said = await meteo('forecast', '--series', DEV);
    expect(said).toMatchObject({ status: 0, err: '' });
    const answers = JSON.parse(said.out) as Record<string, Projected>;
    const list = JSON.parse(readFileSync(DEV, 'utf8')) as { id: string; h: number }[];
    expect(Object.keys(answers)).toHaveLength(list.length);
    for (const { id, h } of list) {
      const answer = answers[id];
      if (!answer) throw new Error(`No answer for ${id}.`);
      expectOrdered(answer, h);
    }
  },
  240_000,
);
