import { existsSync, writeFileSync } from 'node:fs';
import { openWorkbookFile } from '../../../src/cli/workbookFile';
import { problem, type Problem } from '../../../src/core/problem';
import { problemText } from '../../../src/core/words/problem-text';
import { valueOf } from '../../core/grid';
import { meteo, workFolder } from '../terminal';

const folder = workFolder();
afterAll(() => folder.remove());

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(folder.path(name), content);
  return folder.path(name);
};

const days = Array.from({ length: 42 }, (_, index) => {
  const date = new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10);
  return `${date};${String(100 + index)};${String(90 + index)};${String(0.5 + index / 8).replace('.', ',')};0:02:1${String(index % 10)}`;
});
const SERIES = ['Jour;Appels reçus;Décrochés;Note de satisfaction;DMT', ...days, ''].join('\r\n');

test('a file opens as one sheet named after it, with numbers, dates and durations', async () => {
  const opened = valueOf(await openWorkbookFile(file('Appels [2026].csv', `\ufeff${SERIES}`)));
  const { sheets } = valueOf(await opened.port.read());
  opened.close();
  expect(sheets.map(({ name }) => name)).toEqual(['Appels _2026_']);
  expect(sheets[0]?.values[1]).toEqual([46_027, 100, 90, 0.5, 130 / 86_400]);
  expect(sheets[0]?.numberFormats[1]).toEqual(['yyyy-mm-dd', 'General', 'General', 'General', '[h]:mm:ss']);
});

test.each(['suivi.csv', 'suivi.tsv', 'suivi.TXT'])('%s is consolidated into a workbook', async (name) => {
  const input = file(name, name === 'suivi.tsv' ? SERIES.replaceAll(';', '\t') : SERIES);
  const output = folder.path(`${name}.xlsx`);
  const said = await meteo('consolidate', input, output, '--by', 'month', '--measure', 'appels=sum:Appels reçus', '--json');
  expect(said).toMatchObject({ status: 0 });
  const { month } = JSON.parse(said.out) as { month: Record<string, { appels: number }> };
  expect(month['2026-01']).toEqual({ appels: 27 * 100 + (26 * 27) / 2 });
  const again = valueOf(await openWorkbookFile(output));
  const { sheets } = valueOf(await again.port.read());
  again.close();
  expect(sheets.map(({ name: title }) => title)).toEqual(expect.arrayContaining(['suivi', 'Mois']));
});

test('the output is a workbook: a name that ends in .csv is refused, and nothing is written', async () => {
  const said = await meteo('consolidate', file('jours.csv', SERIES), folder.path('mois.csv'), '--by', 'month');
  expect(said).toMatchObject({ status: 1, out: '' });
  expect(said.err).toContain('[file-unsupported]');
  expect(existsSync(folder.path('mois.csv'))).toBe(false);
});

test.each<[string, string, string | Uint8Array, string]>([
  ['bytes that are no text', 'image.csv', new Uint8Array([0, 1, 2, 3]), 'csv-not-text'],
  ['a row too wide', 'decale.csv', 'Date;Appels\n2026-01-05;3\n2026-01-06;4\n2026-01-07;Lyon; Paris;5\n', 'csv-ragged'],
  ['quotation marks left open', 'guillemets.csv', 'Date;Site\n2026-01-05;"Lyon\n', 'csv-quote'],
  ['an empty file', 'vide.csv', '', 'workbook-empty'],
])('%s: one sentence in each language, and nothing is written', async (_, name, content, code) => {
  const input = file(name, content);
  for (const language of ['fr', 'en']) {
    const said = await meteo('consolidate', input, folder.path('rien.xlsx'), '--lang', language);
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err.split('\n')[0]).toMatch(new RegExp(`^\\[${code}\\] .+[.!]`));
    expect(existsSync(folder.path('rien.xlsx'))).toBe(false);
  }
});

test.each<[Problem, string, string]>([
  [
    problem('csv-ragged', { file: 'a.csv', row: 4, fields: 5, expected: 3 }),
    'La ligne 4 a 5 champs au lieu de 3.',
    'Row 4 has 5',
  ],
  [problem('csv-quote', { file: 'a.csv', row: 7 }), 'Guillemets mal fermés à la ligne 7.', 'not closed in row 7'],
  [problem('csv-not-text', { file: 'a.csv' }), 'pas un fichier texte', 'not a text file'],
  [problem('csv-too-large', { file: 'a.csv', rows: 2_000_000, columns: 3 }), 'trop grand', 'does not fit'],
])('the sentence of %j', (raised, french, english) => {
  expect(problemText(raised, 'fr').title).toContain(french);
  expect(problemText(raised, 'en').title).toContain(english);
});
