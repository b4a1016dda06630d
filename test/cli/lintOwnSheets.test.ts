import { writeFileSync } from 'node:fs';
import { meteo, workFolder } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());

const SITES = ['Lyon', 'Paris', 'Rabat'];
const two = (number: number): string => String(number).padStart(2, '0');

/** Four months of calls at three sites, with dates as they are told to be written, in the order told. */
const calls = (written: (month: number, day: number) => string, order: readonly number[]): string[] => [
  'Date;Site;Appels;Décrochés',
  ...order.map((place) => {
    const month = 1 + (Math.floor(place / 28) % 4);
    const offered = 40 + ((place * 7) % 23);
    return `${written(month, 1 + (place % 28))};${SITES[place % 3] ?? ''};${offered};${offered - (place % 9)}`;
  }),
];

const inOrder = Array.from({ length: 112 }, (_, place) => place);
const shuffled = inOrder.map((place) => (place * 37) % 112);
const iso = (month: number, day: number): string => `2026-${two(month)}-${two(day)}`;
const french = (month: number, day: number): string => `${two(day)}/${two(month)}/2026`;
const asText = (month: number, day: number): string =>
  `le ${day} ${['janvier', 'février', 'mars', 'avril'][month - 1] ?? ''} 2026`;

const SOURCES: [name: string, lines: string[]][] = [
  ['dates in order', calls(iso, inOrder)],
  ['dates out of order', calls(french, shuffled)],
  ['dates that are texts, out of order', calls(asText, shuffled)],
  ['dates of which some are texts', [...calls(iso, inOrder), ...calls(asText, shuffled.slice(0, 30)).slice(1)]],
];

const RULES: [name: string, words: string[]][] = [
  ['by group alone', ['--group', 'Site']],
  ['by month and group', ['--by', 'month', '--group', 'Site']],
  ['by day, week, month and year', ['--by', 'day,week,month,year']],
];

const cases = SOURCES.flatMap(([source, lines]) =>
  RULES.map(([rule, words]): [string, string, string[], string[]] => [rule, source, words, lines]),
);

test.each(cases)('nothing is found in what is consolidated %s, of %s', async (rule, source, words, lines) => {
  const input = folder.path(`${rule} ${source}.csv`);
  writeFileSync(input, lines.join('\n'));
  const output = folder.path(`${rule} ${source}.xlsx`);
  const written = await meteo('consolidate', input, output, ...words);
  expect(written).toMatchObject({ status: 0 });
  const said = await meteo('lint', output, '--json');
  const { findings } = JSON.parse(said.out) as { findings: { kind: string; sheet: string; cell: string }[] };
  expect(findings.map(({ kind, sheet, cell }) => `${kind} ${sheet}!${cell}`)).toEqual([]);
});
