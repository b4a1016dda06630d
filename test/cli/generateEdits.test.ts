import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHistory } from '../../src/core/meteo/history';
import { openEmbedded } from '../excel/embedded';
import { meteo, workFolder } from './terminal';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const DAY = ['--date', '2026-11-23'];

type Said = { message: string; icon: string; number: number; sheet: string; values: unknown; projections: unknown };
type Problem = { code: string; facts: Record<string, unknown> };

const folder = workFolder();
afterAll(() => folder.remove());

const historyOf = async (path: string) => {
  const book = await openEmbedded(new Uint8Array(readFileSync(path)));
  const read = await book.port.read();
  book.close();
  return read.ok ? readHistory(read.value) : [];
};

test('a message and another level, with its reason: printed, kept, and the figures are the same', async () => {
  const out = folder.path('edited.xlsx');
  const plain = JSON.parse((await meteo('generate', SAMPLE, folder.path('plain.xlsx'), ...DAY, '--json')).out) as Said;
  const edits = folder.path('edits.json');
  writeFileSync(edits, JSON.stringify({ message: 'Celui du fichier.', keyTitle: '' }));
  const words = ['--edits', edits, '--message', 'Le nôtre.', '--weather', 'storm', '--reason', 'grève annoncée'];
  const said = await meteo('generate', SAMPLE, out, ...DAY, '--json', ...words);
  const made = JSON.parse(said.out) as Said;
  expect(made).toMatchObject({ message: 'Le nôtre.', icon: 'storm' });
  expect([made.projections, Object.keys(made)]).toEqual([plain.projections, Object.keys(plain)]);
  const [row] = await historyOf(out);
  expect(row).toMatchObject({ reason: 'grève annoncée', edits: { message: 'Le nôtre.', keyTitle: '' } });
}, 60_000);

test('sent, then corrected: a new number, and a PDF under its usual name in a folder', async () => {
  const first = folder.path('sent.xlsx');
  const second = folder.path('corrected.xlsx');
  const sent = await meteo('generate', SAMPLE, first, ...DAY, '--sent');
  expect(sent.status).toBe(0);
  expect(sent.out).toMatch(/ · envoyée le.23\/11\/2026/);
  const refusal = await meteo('generate', first, second, ...DAY, '--json');
  expect([refusal.status, (JSON.parse(refusal.out) as { problem: Problem }).problem.code]).toEqual([1, 'meteo-sent']);
  const said = await meteo('generate', first, second, ...DAY, '--json', '--correction', '--pdf', folder.path('pages/'));
  expect(said.status).toBe(0);
  const made = JSON.parse(said.out) as Said;
  expect(made.sheet).toBe(`Météo 2026-11-23 (${made.number})`);
  const history = await historyOf(second);
  expect(history.map(({ number, sent }) => [number, sent !== null]).slice(-2)).toEqual([
    [made.number - 1, true],
    [made.number, false],
  ]);
  const name = new RegExp(`^Meteo_.+_${String(made.number).padStart(3, '0')}_2026-11-23\\.pdf$`);
  expect(readdirSync(folder.path('pages'))).toEqual([expect.stringMatching(name)]);
}, 60_000);

test.each([
  ['edits that are no JSON', ['--edits', 'no-json.txt'], 1, 'edits-unreadable'],
  ['edits of another shape', ['--edits', 'shape.json'], 1, 'edits-unreadable'],
  ['edits that are not there', ['--edits', 'absent.json'], 1, 'file-unreadable'],
  ['a correction of what was not sent', ['--correction'], 1, 'meteo-not-sent'],
  ['a level without its reason', ['--weather', 'storm'], 1, 'override-without-reason'],
])(
  '%s: nothing is written',
  async (_name, [option = '', file = ''], status, code) => {
    writeFileSync(folder.path('no-json.txt'), 'Bonjour');
    writeFileSync(folder.path('shape.json'), '{"message": 3}');
    const out = folder.path(`refused-${code}.xlsx`);
    const value = option === '--edits' ? folder.path(file) : file;
    const said = await meteo('generate', SAMPLE, out, ...DAY, '--json', option, ...(value === '' ? [] : [value]));
    const { problem } = JSON.parse(said.out) as { problem: Problem };
    expect([said.status, problem.code]).toEqual([status, code]);
    if (file === 'shape.json') expect(problem.facts).toMatchObject({ key: 'message', form: 'text' });
    expect(existsSync(out)).toBe(false);
  },
  60_000,
);

test.each([
  ['a reason without a level', ['--reason', 'grève']],
  ['a level that is none', ['--weather', 'neige', '--reason', 'hiver']],
])('%s is wrong usage', async (_name, words) => {
  expect((await meteo('generate', SAMPLE, folder.path('usage.xlsx'), ...DAY, ...words)).status).toBe(2);
});
