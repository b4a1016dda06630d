import { consolidateWorkbook } from '../../src/actions/consolidate';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { showThresholds } from '../../src/actions/thresholds';
import { readConsolidated } from '../../src/core/consolidation/read';
import { readHistory } from '../../src/core/meteo/history';
import { problem, type Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 45_663; // 06/01/2025
const HEADERS = ['Date', 'Appels reçus', 'Décrochés', 'Abandons', 'Commentaire'];

/** Calls of a day: a rhythm by weekday, a little more each week, one day in eleven busier. */
const calls = (day: number): number => 200 + 30 * ((6 - (day % 7)) % 7) + Math.floor(day / 7) + (day % 11 === 0 ? 25 : 0);

/** A daily sheet of so many days, typed by somebody. */
const daily = async (book: Embedded, days: number): Promise<void> => {
  const rows = Array.from({ length: days }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: calls(day) },
    { number: Math.round(calls(day) * 0.93) },
    { number: Math.round(calls(day) * 0.04) },
    { text: day === 3 ? 'formation' : '' },
  ]);
  const written = await book.port.write({
    sheets: [
      {
        name: 'Feuil1',
        owner: 'user',
        blocks: [{ row: 0, column: 0, cells: [HEADERS.map((text): CellDraft => ({ text })), ...rows] }],
        styles: [{ area: { row: 1, column: 0, rows: days, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
      },
    ],
    names: [],
  });
  expect(written.ok).toBe(true);
};

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const read = async (book: Embedded): Promise<WorkbookSnapshot> => value(await book.port.read({ formulas: true }));

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

test.each([100, 5_000])(
  'over %i rows, an action reads in two round trips and writes in one',
  async (rows) => {
    await daily(book, rows);
    book.wire.reset();
    value(await consolidateWorkbook(book.port, { language: 'fr', today: MONDAY + rows, kinds: ['month', 'year'] }));
    expect([book.wire.reads, book.wire.writes, book.wire.releases]).toEqual([2, 1, 0]);
    book.wire.reset();
    value(await showThresholds(book.port, { language: 'fr' }));
    expect([book.wire.reads, book.wire.writes, book.wire.releases]).toEqual([2, 1, 0]);
    book.wire.reset();
    value(await generateMeteo(book.port, { language: 'fr', issued: MONDAY + Math.floor(rows / 7) * 7, minutes: 3 }));
    expect([book.wire.reads, book.wire.writes, book.wire.releases]).toEqual([2, 1, 0]);
  },
  60_000,
);

test('weeks are the sums of their days, and a rate is a sum over a sum', async () => {
  await daily(book, 70);
  value(await consolidateWorkbook(book.port, { language: 'fr', today: MONDAY + 70, kinds: ['week'] }));
  const week = readConsolidated(await read(book)).week?.['2025-S03'] ?? {};
  const days = Array.from({ length: 7 }, (_, day) => day + 7);
  const offered = days.reduce((sum, day) => sum + calls(day), 0);
  const answered = days.reduce((sum, day) => sum + Math.round(calls(day) * 0.93), 0);
  expect(Object.values(week)).toContain(offered);
  expect(Object.values(week).some((shown) => shown !== null && Math.abs(shown - answered / offered) < 1e-12)).toBe(true);
});

test.each(['1.14', '1.12'])(
  'run twice, the workbook is the same: an Excel with ExcelApi %s',
  async (excelApi) => {
    book.close();
    book = await openEmbedded(undefined, excelApi);
    await daily(book, 210);
    const issued = MONDAY + 210;
    const all = async (): Promise<void> => {
      value(await consolidateWorkbook(book.port, { language: 'fr', today: issued, kinds: ['week', 'month'] }));
      value(await showThresholds(book.port, { language: 'fr' }));
      value(await generateMeteo(book.port, { language: 'fr', issued, minutes: 3 }));
    };
    await all();
    const once = await read(book);
    await all();
    expect(await read(book)).toEqual(once);
  },
  60_000,
);

test('what a person typed into the journal and the settings stays, and the page says it', async () => {
  await daily(book, 210);
  const issued = MONDAY + 210;
  const first = value(await generateMeteo(book.port, { language: 'fr', issued, minutes: null }));
  expect(first.made).toEqual(expect.arrayContaining(['Paramètres', 'Dictionnaire', 'Journal']));
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('Journal').getRange('A5:D5').values = [
      [issued - 3, 'fait marquant', '', 'Nouveau menu vocal en service.'],
    ];
    worksheets.getItem('Paramètres').getRange('B2').values = [['Mutuelle des Tests']];
    await context.sync();
  });
  const second = value(await generateMeteo(book.port, { language: 'fr', issued, minutes: null }));
  expect(second.kept).toEqual(['Paramètres', 'Dictionnaire', 'Journal']);
  expect(second.row.number).toBe(1);
  expect(second.page.content.header.client).toBe('Mutuelle des Tests');
  expect(second.page.content.yellow.highlights.items.map(({ text }) => text)).toContain('Nouveau menu vocal en service.');
}, 60_000);

test('the next issue checks what the one before projected', async () => {
  await daily(book, 224);
  value(await generateMeteo(book.port, { language: 'fr', issued: MONDAY + 210, minutes: null }));
  const next = value(await generateMeteo(book.port, { language: 'fr', issued: MONDAY + 224, minutes: null }));
  expect(next.row.number).toBe(2);
  expect(next.page.content.blue.previous).not.toBeNull();
}, 60_000);

test('thresholds before any consolidation: the dictionary is written, and a remark says what is to be done', async () => {
  await daily(book, 70);
  const early = value(await showThresholds(book.port, { language: 'fr' }));
  expect(early.made).toEqual(['Dictionnaire']);
  expect(early.problems).toEqual([problem('nothing-to-colour', {})]);
  value(await consolidateWorkbook(book.port, { language: 'fr', today: MONDAY + 70, kinds: ['week'] }));
  const later = value(await showThresholds(book.port, { language: 'fr' }));
  expect([later.made, later.problems]).toEqual([['Semaine'], []]);
});

test.each(['Paramètres', 'Dictionnaire', 'Journal', 'Historique météo'])(
  "a sheet of the user's called %s stays theirs, and ours is written beside it",
  async (name) => {
    await daily(book, 210);
    await book.run(async (context) => {
      context.workbook.worksheets.add(name).getRange('A1').values = [['à moi']];
      await context.sync();
    });
    value(await showThresholds(book.port, { language: 'fr' }));
    value(await generateMeteo(book.port, { language: 'fr', issued: MONDAY + 210, minutes: null }));
    const { sheets } = await read(book);
    expect(sheets.find((sheet) => sheet.name === name)?.values).toEqual([['à moi']]);
    expect(sheets.find((sheet) => sheet.name === `${name} (2)`)?.tables).toHaveLength(1);
    value(await generateMeteo(book.port, { language: 'fr', issued: MONDAY + 210, minutes: null }));
    const called = (await read(book)).sheets.map((sheet) => sheet.name).filter((one) => one.startsWith(name));
    expect(called.sort()).toEqual([name, `${name} (2)`]);
  },
  60_000,
);

describe('a page made again on another day of the same week', () => {
  const issued = MONDAY + 210;
  const pages = async (): Promise<string[]> =>
    (await read(book)).sheets.map(({ name }) => name).filter((name) => name.includes('Météo 2') || name === 'Variante');

  test('is the same météo: one sheet under its new name, one row of the history', async () => {
    await daily(book, 217);
    value(await generateMeteo(book.port, { language: 'fr', issued, minutes: null }));
    const again = value(await generateMeteo(book.port, { language: 'fr', issued: issued + 1, minutes: null }));
    expect(await pages()).toEqual(['Météo 2025-08-05']);
    expect(readHistory(await read(book))).toEqual([again.row]);
    expect([again.row.number, again.row.sheet]).toEqual([1, 'Météo 2025-08-05']);
  }, 60_000);

  test('leaves a sheet that its user renamed, to keep it', async () => {
    await daily(book, 217);
    const first = value(await generateMeteo(book.port, { language: 'fr', issued, minutes: null }));
    await book.run(async (context) => {
      context.workbook.worksheets.getItem(first.row.sheet).name = 'Variante';
      await context.sync();
    });
    value(await generateMeteo(book.port, { language: 'fr', issued: issued + 1, minutes: null }));
    expect((await pages()).sort()).toEqual(['Météo 2025-08-05', 'Variante']);
  }, 60_000);

  test('leaves the page of the next period, which is another météo', async () => {
    await daily(book, 224);
    value(await generateMeteo(book.port, { language: 'fr', issued, minutes: null }));
    value(await generateMeteo(book.port, { language: 'fr', issued: issued + 14, minutes: null }));
    expect((await pages()).sort()).toEqual(['Météo 2025-08-04', 'Météo 2025-08-18']);
  }, 60_000);
});
