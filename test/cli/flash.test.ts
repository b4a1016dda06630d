import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { readMoment, writeMoment } from '../../src/cli/day';
import { serialOf } from '../../src/core/period/serial';
import { meteo, workFolder } from './terminal';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const folder = workFolder();
afterAll(() => folder.remove());
jest.setTimeout(60_000);

const COUNTS = ['--value', 'appels_recus=812', '--value', 'Décrochés=714', '--value', 'appels_traites_sous_seuil=559'];
const MONDAY = serialOf({ year: 2026, month: 11, day: 23 });

test('prints the text to paste, and with --json all that it says', async () => {
  const output = folder.path('flash.xlsx');
  const said = await meteo('flash', SAMPLE, output, '--at', '2026-11-23T15:00', ...COUNTS, '--action', 'Renfort');
  expect([said.status, said.err]).toEqual([0, '']);
  expect(said.out.split('\n')[0]).toBe('Mutuelle du Littoral, lundi\u00a023/11, point de 15\u202fh');
  expect(said.out).toContain('Action\u00a0: Renfort\n');
  const next = await meteo(
    'flash',
    output,
    folder.path('next.xlsx'),
    '--at',
    '2026-11-23T17:00',
    ...COUNTS,
    '--json',
    '--lang',
    'en',
  );
  const printed = JSON.parse(next.out) as Record<string, unknown>;
  expect(printed).toMatchObject({
    at: '2026-11-23T17:00',
    next: '2026-11-24T10:30',
    basis: 'clock',
    kpis: { in_qs: { value: 714 / 812, status: 'amber', target: 0.9, outlook: { kind: 'lost' } } },
  });
});

test('a count that is missing is refused in both languages, and nothing is written', async () => {
  for (const [language, sentence] of [
    ['fr', 'À saisir\u00a0: Décrochés et Décrochés < 20 s.'],
    ['en', 'To type: Décrochés and Décrochés < 20 s.'],
  ] as const) {
    const output = folder.path(`${language}.xlsx`);
    const said = await meteo('flash', SAMPLE, output, '--at', '15:00', ...COUNTS.slice(0, 2), '--lang', language);
    expect(said.status).toBe(1);
    expect(said.err).toContain(sentence);
    expect(existsSync(output)).toBe(false);
  }
});

test.each([
  ['a time that is none', ['--at', '25:00', ...COUNTS]],
  ['a count without a number', ['--value', 'appels_recus=many']],
  ['a count below zero', ['--value', 'appels_recus=-1']],
])('wrong usage: %s', async (_, options) => {
  const output = folder.path('usage.xlsx');
  expect((await meteo('flash', SAMPLE, output, ...options)).status).toBe(2);
  expect(existsSync(output)).toBe(false);
});

test('thresholds says which KPIs drift', async () => {
  const said = await meteo(
    'thresholds',
    SAMPLE,
    folder.path('thresholds.xlsx'),
    '--json',
    '--lang',
    'en',
    '--date',
    '2026-11-23',
  );
  const { drifts } = JSON.parse(said.out) as { drifts: { id: string; kind: string; sentence: string }[] };
  const rate = drifts.find(({ id }) => id === 'in_qs');
  expect(rate).toMatchObject({ kind: 'outside', direction: 'down' });
  expect(rate?.sentence.replace(/[\u00a0\u202f]/g, ' ')).toBe('Answer rate: Below the usual variation in W47 (−2.8 pt)');
});

test.each<[string, number | null]>([
  ['15:00', MONDAY + 15 / 24],
  ['9h30', MONDAY + 9.5 / 24],
  ['2026-11-24T08:15', MONDAY + 1 + 8.25 / 24],
  ['2026-11-24 08:15', MONDAY + 1 + 8.25 / 24],
  ['24:00', null],
  ['12:60', null],
  ['2026-02-30T08:00', null],
  ['noon', null],
])('the time %s', (text, moment) => {
  const read = readMoment(text, MONDAY);
  if (moment === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(moment, 9);
});

test('a moment is written as it is read', () => {
  expect(writeMoment(readMoment('2026-11-24T08:15', 0) ?? 0)).toBe('2026-11-24T08:15');
});
