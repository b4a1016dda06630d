import { writeProjections } from '../../src/actions/projections';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import type { Language } from '../../src/core/meteo/content';
import { findTable, valueAt, type CellValue, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 45_663; // 06/01/2025
const WEEKS = 60;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const calls = (day: number): number => 200 + 30 * ((6 - (day % 7)) % 7) + Math.floor(day / 7) + (day % 11 === 0 ? 25 : 0);

const daily = async (book: Embedded, days: number): Promise<void> => {
  const rows = Array.from({ length: days }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: calls(day) },
    { number: Math.round(calls(day) * 0.93) },
  ]);
  const header = ['Date', 'Appels reçus', 'Décrochés'].map((text): CellDraft => ({ text }));
  value(
    await book.port.write({
      sheets: [
        {
          name: 'Feuil1',
          owner: 'user',
          blocks: [{ row: 0, column: 0, cells: [header, ...rows] }],
          styles: [{ area: { row: 1, column: 0, rows: days, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        },
      ],
      names: [],
    }),
  );
};

const read = async (book: Embedded): Promise<WorkbookSnapshot> => value(await book.port.read());

/** The table's rows, header first. */
const tableOf = (workbook: WorkbookSnapshot): CellValue[][] => {
  const found = findTable(workbook, 'tblProjections');
  if (!found) return [];
  const { row, column, rows, columns } = found.table.area;
  return Array.from({ length: rows }, (_, line) =>
    Array.from({ length: columns }, (_unused, offset) => valueAt(found.sheet, row + line, column + offset)),
  );
};

const textsOf = (workbook: WorkbookSnapshot): string[] =>
  (findTable(workbook, 'tblProjections')?.sheet.values ?? []).map(([first]) =>
    String(first ?? '').replace(/[\u00a0\u202f]/g, ' '),
  );

const ask = (book: Embedded, language: Language = 'fr', weeks = WEEKS) =>
  writeProjections(book.port, { language, issued: MONDAY + 7 * weeks });

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

test('the table holds the known weeks, what was fitted, and the weeks to come with both intervals', async () => {
  await daily(book, 7 * WEEKS);
  const outcome = value(await ask(book));
  expect(outcome.made).toEqual(['Projections']);
  const workbook = await read(book);
  const [header, ...rows] = tableOf(workbook);
  expect(header?.slice(0, 6)).toEqual(['Indicateur', 'Semaine', 'Du', 'Réel', 'Ajusté', 'Prévu']);
  const offered = rows.filter(([kpi]) => kpi === 'Appels reçus (présentés)');
  expect(offered).toHaveLength(52 + 4);
  const last = offered[51];
  const expected = Array.from({ length: 7 }, (_, day) => calls(7 * (WEEKS - 1) + day)).reduce((sum, day) => sum + day, 0);
  expect(last?.slice(2, 4)).toEqual([MONDAY + 7 * (WEEKS - 1), expected]);
  for (const [, , start, actual, , projected, low, high, low95, high95] of offered.slice(-4)) {
    expect(Number(start)).toBeGreaterThanOrEqual(MONDAY + 7 * WEEKS);
    expect(actual).toBe('');
    const inOrder = [low95, low, projected, high, high95].map(Number);
    expect([...inOrder].sort((one, other) => one - other)).toEqual(inOrder);
    expect(Number(projected)).toBeGreaterThan(1500);
  }
}, 60_000);

test('written twice, the workbook is the same, and nothing else of it has changed', async () => {
  await daily(book, 7 * WEEKS);
  value(await ask(book));
  const first = await read(book);
  value(await ask(book));
  const second = await read(book);
  expect(second.sheets.map(({ name }) => name)).toEqual(first.sheets.map(({ name }) => name));
  expect(tableOf(second)).toEqual(tableOf(first));
  expect(second.sheets.find(({ name }) => name === 'Feuil1')?.values).toEqual(
    first.sheets.find(({ name }) => name === 'Feuil1')?.values,
  );
}, 60_000);

test('its table is never taken for the user’s data', async () => {
  await daily(book, 7 * WEEKS);
  value(await ask(book));
  const after = await consolidateWorkbook(book.port, { language: 'fr', today: MONDAY + 7 * WEEKS, kinds: ['month'] });
  expect(after).toMatchObject({ ok: true });
}, 60_000);

test('a sheet of the user’s that is called alike is left as it is', async () => {
  await daily(book, 7 * WEEKS);
  await book.port.write({
    sheets: [{ name: 'Projections', owner: 'user', blocks: [{ row: 0, column: 0, cells: [[{ text: 'à moi' }]] }] }],
    names: [],
  });
  expect(value(await ask(book)).made).toEqual(['Projections (2)']);
  const { sheets } = await read(book);
  expect(sheets.find(({ name }) => name === 'Projections')?.values[0]?.[0]).toBe('à moi');
}, 60_000);

test.each<[Language, RegExp, RegExp]>([
  [
    'fr',
    /^Appels reçus \(présentés\) : établie sur 60 semaines connues, trop peu pour le rythme de l’année\. Elle suit /,
    /^Aucune projection vérifiée/,
  ],
  ['en', /^[^:]+: made from 60 known weeks, too few for the rhythm of the year\. It follows /, /^No projection checked yet/],
])(
  'what projections rest on and how they have done is said, in %s',
  async (language, explained, none) => {
    await daily(book, 7 * WEEKS);
    value(await generateMeteo(book.port, { language, issued: MONDAY + 7 * (WEEKS - 1), minutes: null }));
    value(await ask(book, language));
    const texts = textsOf(await read(book));
    expect(texts.some((text) => explained.test(text))).toBe(true);
    expect(texts.some((text) => none.test(text))).toBe(true);
  },
  60_000,
);

test('with too few weeks nothing is written, and it is said how many there are', async () => {
  await daily(book, 7 * 20);
  const refused = await ask(book, 'fr', 20);
  expect(refused).toMatchObject({ ok: false, problem: { code: 'little-history', params: { have: 20, need: 26, step: 'week' } } });
  expect((await read(book)).sheets.map(({ name }) => name)).not.toContain('Projections');
}, 60_000);
