import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { generateMeteo } from '../../src/actions/generateMeteo';
import type { MeteoOutcome } from '../../src/actions/outcome';
import type { MeteoPage } from '../../src/core/meteo/page';
import { liveCells } from '../../src/core/meteo/sheet';
import { done } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { openEmbedded, type Embedded } from '../excel/embedded';
import { valueOf } from '../core/grid';

// Whole workbooks are written, calculated and read back through office.js.
jest.setTimeout(120_000);

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const ISSUED = 46_349; // Monday 23/11/2026
const MONDAY = 46_139; // 27/04/2026, 30 weeks before
const DAYS = 210;

let book: Embedded;
afterEach(() => book.close());

const generate = async (): Promise<MeteoOutcome> =>
  valueOf(await generateMeteo(book.port, { language: 'fr', issued: ISSUED, minutes: 3 }));

type Shown = { value: unknown; text: string; formula: string };

/** What the live cells of a page show now, by their id. */
const shown = (page: MeteoPage): Promise<Record<string, Shown>> =>
  book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(page.content.sheetName);
    const ranges = liveCells(page).map(({ id, cell }) => {
      const range = sheet.getRange(cell.slice(cell.lastIndexOf('!') + 1).replaceAll('$', ''));
      return { id, range: range.load('values,text,formulas') };
    });
    await context.sync();
    return Object.fromEntries(
      ranges.map(({ id, range }): [string, Shown] => [
        id,
        { value: range.values[0]?.[0], text: range.text[0]?.[0] ?? '', formula: String(range.formulas[0]?.[0]) },
      ]),
    );
  });

/** What an American host shows, with the marks of a French one. */
const inFrench = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '\u202f'));

/** Live cells that do not show what the page prints. */
const different = async (page: MeteoPage): Promise<string[]> => {
  const cells = await shown(page);
  return liveCells(page).flatMap(({ id, figure }) => {
    const found = cells[id]?.value;
    const wanted = figure.value ?? Number.NaN;
    const same = typeof found === 'number' && Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
    return same ? [] : [`${id}: ${String(found)} for ${String(wanted)}`];
  });
};

const names = (): Promise<Record<string, string>> =>
  book.run(async (context) => {
    const found = context.workbook.names.load('items/name,items/formula');
    await context.sync();
    return Object.fromEntries(
      found.items.filter(({ name }) => !name.startsWith('meteo.')).map(({ name, formula }) => [name, String(formula)]),
    );
  });

describe('on the sample', () => {
  beforeEach(async () => {
    book = await openEmbedded(new Uint8Array(readFileSync(SAMPLE)));
  });

  test('the key figure, every value and the changes compute what the page prints, and show it alike', async () => {
    const { page } = await generate();
    const { rows } = page.content.green;
    const live = liveCells(page);
    expect(live.map(({ id }) => id).filter((id) => !id.endsWith('.change'))).toHaveLength(1 + rows.length);
    // The change of a duration stays a text: Excel shows no negative time.
    expect(live.filter(({ id }) => id.endsWith('.change'))).toHaveLength(
      rows.filter(({ change }) => change.value !== null).length,
    );
    expect(await different(page)).toEqual([]);
    const cells = await shown(page);
    expect(live.map(({ id }) => [id, inFrench(cells[id]?.text ?? '')])).toEqual(live.map(({ id, figure }) => [id, figure.text]));
  });

  test('a figure follows its source, without the add-in', async () => {
    const { page } = await generate();
    const before = await shown(page);
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Suivi quotidien');
      const used = sheet.getUsedRange().load('values,rowIndex,columnIndex');
      await context.sync();
      const place = used.values.findIndex((cells) => cells.includes(ISSUED - 7));
      const calls = sheet.getCell(used.rowIndex + place, 3).load('values');
      await context.sync();
      calls.values = [[Number(calls.values[0]?.[0]) + 1_000]];
      await context.sync();
    });
    const after = await shown(page);
    const offered = 'green.row.in_offered.value';
    expect(Number(after[offered]?.value) - Number(before[offered]?.value)).toBe(1_000);
    expect(Number(after['green.value']?.value)).toBeLessThan(Number(before['green.value']?.value));
  });

  test('made again for the same day, formulas and names are the same', async () => {
    const first = await generate();
    const once = [await shown(first.page), await names()];
    const second = await generate();
    expect([await shown(second.page), await names()]).toEqual(once);
  });
});

/** Calls of a day, a little more each week. */
const calls = (day: number): number => 200 + Math.floor(day / 7) + (day % 5) * 10;

const dayText = (serial: number): string => {
  const [year = '', month = '', day = ''] = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10).split('-');
  return [day, month, year].join('/');
};

/** A daily sheet of somebody's: real dates or dates typed as text, as a range or as a native table; calls typed as text. */
const daily = async ({ text = false, table = '', typedCalls = false } = {}): Promise<void> => {
  book = await openEmbedded();
  const headers = ['Date', 'Appels reçus', 'Décrochés', 'Abandons', 'Commentaire'];
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] => [
    text ? { text: dayText(MONDAY + day) } : { number: MONDAY + day },
    typedCalls ? { text: String(calls(day)) } : { number: calls(day) },
    { number: Math.round(calls(day) * 0.93) },
    { number: Math.round(calls(day) * 0.04) },
    { text: day === 3 ? 'formation' : '' },
  ]);
  const sheet = {
    name: 'Suivi',
    owner: 'user' as const,
    blocks: [{ row: 0, column: 0, cells: [headers.map((header): CellDraft => ({ text: header })), ...rows] }],
    styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: text ? '@' : 'dd/mm/yyyy' } }],
    ...(table !== '' && { tables: [{ name: table, area: { row: 0, column: 0, rows: DAYS + 1, columns: headers.length } }] }),
  };
  valueOf(await book.port.write({ sheets: [sheet], names: [] }));
};

const consolidated = async (): Promise<void> => {
  valueOf(await consolidateWorkbook(book.port, { language: 'fr', today: ISSUED, kinds: ['month'] }));
};

/** Consolidates nothing but one column, which the sheet of conversions then has to hold for it. */
const consolidatedColumn = async (column: number): Promise<void> => {
  const columns = () => done([{ id: 'x', label: 'x', rule: { kind: 'sum' as const, column }, numberFormat: '0' }]);
  valueOf(await consolidateWorkbook(book.port, { language: 'fr', today: ISSUED, kinds: ['month'], columns }));
};

const SOURCES = [
  ['a range', {}],
  ['a native table', { table: 'tblSuivi' }],
  ['dates typed as text', { text: true }],
  ['dates typed as text in a native table', { text: true, table: 'tblSuivi' }],
] as const;

describe.each(SOURCES)('over %s', (_, source) => {
  test('it is live before and after a consolidation, of everything or of one column', async () => {
    await daily(source);
    const { page } = await generate();
    expect(liveCells(page).length).toBeGreaterThan(4);
    expect(await different(page)).toEqual([]);
    await consolidatedColumn(3);
    expect(await different(page)).toEqual([]);
    await consolidated();
    expect(await different(page)).toEqual([]);
    const again = await generate();
    expect(liveCells(again.page)).toEqual(liveCells(page));
    expect(await different(again.page)).toEqual([]);
  });

  test('it is live over a workbook that was consolidated, whose names it leaves as they are', async () => {
    await daily(source);
    await consolidated();
    const before = await names();
    const { page } = await generate();
    expect(await different(page)).toEqual([]);
    expect(await names()).toEqual(before);
  });
});

test('a native table is referred to by its own columns, without any name', async () => {
  await daily({ table: 'tblSuivi' });
  const { page } = await generate();
  expect((await shown(page))['green.value']?.formula).toContain('SUMIFS(tblSuivi[Décrochés],tblSuivi[Date],');
  expect(await names()).toEqual({});
});

test('a row typed under a range counts as soon as it is in the period', async () => {
  await daily();
  const { page } = await generate();
  const id = 'green.row.in_offered.value';
  const before = Number((await shown(page))[id]?.value);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.getRange(`A${String(DAYS + 2)}:B${String(DAYS + 2)}`).values = [[ISSUED - 3, 500]];
    await context.sync();
  });
  expect(Number((await shown(page))[id]?.value)).toBe(before + 500);
});

const liveIds = (page: MeteoPage): string[] =>
  liveCells(page).flatMap(({ id }) => (id.endsWith('.value') ? [id.replace('green.row.', '')] : []));

test('what a consolidation’s reading sheet does not convert stays a plain number, the others live', async () => {
  await daily({ typedCalls: true });
  await consolidatedColumn(3);
  const { page } = await generate();
  expect(liveIds(page)).toEqual(['in_answered.value', 'in_abandoned.value']);
  expect(await different(page)).toEqual([]);
  await consolidated();
  expect(liveIds((await generate()).page)).toEqual(expect.arrayContaining(['green.value', 'in_offered.value']));
});

test('more rows than a consolidation’s reading sheet holds leave plain numbers until it is run again', async () => {
  await daily({ text: true });
  await consolidated();
  await book.run(async (context) => {
    const older = Array.from({ length: 300 }, (_, day) => [`'${dayText(MONDAY - 300 + day)}`, 100, 90, 5]);
    const first = DAYS + 2;
    context.workbook.worksheets.getItem('Suivi').getRange(`A${String(first)}:D${String(first + 299)}`).values = older;
    await context.sync();
  });
  expect(liveIds((await generate()).page)).toEqual([]);
  await consolidated();
  const { page } = await generate();
  expect(liveIds(page)).toContain('green.value');
  expect(await different(page)).toEqual([]);
});

test('dates written in a way that the reading sheet was not made for leave plain numbers', async () => {
  await daily({ text: true });
  await consolidated();
  await book.run(async (context) => {
    const monday = `A${String(ISSUED - 14 - MONDAY + 2)}`;
    context.workbook.worksheets.getItem('Suivi').getRange(monday).values = [["'9/11/2026"]];
    await context.sync();
  });
  const { page } = await generate();
  expect(page.content.green.value.value).not.toBeNull();
  expect(liveIds(page)).toEqual([]);
  await consolidated();
  expect(liveIds((await generate()).page)).toContain('green.value');
});

test('a reading sheet that came with an earlier météo is not written again while it does', async () => {
  await daily({ text: true });
  expect((await generate()).made).toContain('Lecture');
  const again = await generate();
  expect(again.made).not.toContain('Lecture');
  expect(liveIds(again.page)).toContain('green.value');
});
