import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/program';
import { saveWorkbook } from '../../src/embedded/xlsx/save';
import { LibreOffice } from './libreOffice';
import { compare, open, recalculated, sheetOf } from './recalculated';

const SHEETS = ['Jour', 'Semaine', 'Mois', 'Année', 'Sources'];

let office: LibreOffice;
let reporting: string;

beforeAll(async () => {
  office = await LibreOffice.start();
  reporting = join(office.folder, 'reporting.xlsx');
  const silent = { out: () => undefined, err: () => undefined, environment: {} };
  const sample = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
  const consolidated = join(office.folder, 'consolidated.xlsx');
  expect(await runCommandLine(['consolidate', sample, consolidated], silent)).toBe(0);
  expect(await runCommandLine(['generate', consolidated, reporting, '--date', '2026-11-23'], silent)).toBe(0);
  expect(await runCommandLine(['generate', sample, join(office.folder, 'alone.xlsx'), '--date', '2026-11-23'], silent)).toBe(0);
});
afterAll(() => office.end());

test('LibreOffice calculates every consolidated cell as we wrote it', async () => {
  const ours = (await open(reporting)).book;
  const theirs = await recalculated(office, reporting);
  let compared = 0;
  for (const name of SHEETS) {
    const result = compare(sheetOf(ours, name), sheetOf(theirs, name));
    expect({ name, different: result.different.slice(0, 5) }).toEqual({ name, different: [] });
    compared += result.compared;
  }
  expect(compared).toBeGreaterThan(5_000);
});

test.each(['reporting.xlsx', 'alone.xlsx'])('and every live cell of the météo, consolidated or not: %s', async (file) => {
  const path = join(office.folder, file);
  const [ours, theirs] = [(await open(path)).book, await recalculated(office, path)];
  const result = compare(sheetOf(ours, 'Météo 2026-11-23'), sheetOf(theirs, 'Météo 2026-11-23'));
  expect(result.different).toEqual([]);
  expect(result.compared).toBeGreaterThan(10);
});

test('and it does calculate: a wrong value planted in the file is put right', async () => {
  const opened = await open(reporting);
  const week = sheetOf(opened.book, 'Semaine');
  const [key, cell] =
    [...week.cells].find(
      ([, candidate]) => candidate.formula !== undefined && typeof candidate.value === 'number' && candidate.value > 1_000,
    ) ?? [];
  if (key === undefined || !cell) throw new Error('no figure to spoil');
  const right = cell.value;
  cell.value = 123_456_789;
  week.touch('cells');
  week.touchedRows.add(Math.floor(key / 16_384));
  await mkdir(join(office.folder, 'spoilt'), { recursive: true });
  const spoilt = join(office.folder, 'spoilt', 'spoilt.xlsx');
  await writeFile(spoilt, saveWorkbook(opened));
  expect(sheetOf((await open(spoilt)).book, 'Semaine').cells.get(key)?.value).toBe(123_456_789);
  expect(sheetOf(await recalculated(office, spoilt), 'Semaine').cells.get(key)?.value).toBeCloseTo(Number(right), 6);
});
