import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/program';
import type { Book } from '../../src/embedded/book/book';
import { CellError, type Cell } from '../../src/embedded/book/cell';
import type { Sheet } from '../../src/embedded/book/sheet';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { saveWorkbook } from '../../src/embedded/xlsx/save';
import type { OpenedFile } from '../../src/embedded/xlsx/source';
import { LibreOffice } from './libreOffice';

const SHEETS = ['Jour', 'Semaine', 'Mois', 'Année', 'Sources'];
const TOLERANCE = 1e-9;

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

const open = async (path: string): Promise<OpenedFile> => {
  const opened = openWorkbook(new Uint8Array(await readFile(path)), path);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
};

const recalculated = async (path: string): Promise<Book> =>
  (await open(await office.convert(path, 'xlsx:Calc MS Excel 2007 XML'))).book;

const same = (ours: Cell['value'], theirs: Cell['value']): boolean => {
  // A formula that gives an empty text is stored as one here and as an empty cell there.
  const [one, other] = [ours ?? '', theirs ?? ''];
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));
  return (one instanceof CellError ? one.code : one) === (other instanceof CellError ? other.code : other);
};

const sheetOf = (book: Book, name: string): Sheet => {
  const sheet = book.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** Formula cells whose values differ, by address; and how many there are in all. */
const compare = (ours: Sheet, theirs: Sheet): { compared: number; different: string[] } => {
  const different: string[] = [];
  let compared = 0;
  for (const [key, cell] of ours.cells) {
    if (cell.formula === undefined) continue;
    compared++;
    const other = theirs.cells.get(key);
    if (!same(cell.value, other?.value ?? null))
      different.push(`${String(key)}: ${String(cell.value)} / ${String(other?.value)} ${cell.formula}`);
  }
  return { compared, different };
};

test('LibreOffice calculates every consolidated cell as we wrote it', async () => {
  const ours = (await open(reporting)).book;
  const theirs = await recalculated(reporting);
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
  const [ours, theirs] = [(await open(path)).book, await recalculated(path)];
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
  expect(sheetOf(await recalculated(spoilt), 'Semaine').cells.get(key)?.value).toBeCloseTo(Number(right), 6);
});
