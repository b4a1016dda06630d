import { addJournalEntry } from '../../src/actions/addJournalEntry';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { markSent } from '../../src/actions/markSent';
import { prepareMeteo } from '../../src/actions/prepareMeteo';
import type { MeteoEdits } from '../../src/core/meteo/edits';
import { readHistory } from '../../src/core/meteo/history';
import { readJournal } from '../../src/core/meteo/journal';
import { pageOf } from '../../src/core/meteo/preparation';
import type { WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import type { Embedded } from '../excel/embedded';
import { callsBook, MONDAY, valueOf } from './callsBook';

const ISSUED = MONDAY + 210;
const request = { language: 'fr' as const, issued: ISSUED };

let book: Embedded;
beforeEach(async () => {
  book = await callsBook(224);
});
afterEach(() => book.close());

const workbook = async (): Promise<WorkbookSnapshot> => valueOf(await book.port.read());
const generate = async (more: { edits?: MeteoEdits; correction?: boolean; issued?: number } = {}) =>
  valueOf(await generateMeteo(book.port, { ...request, minutes: null, ...more }));

test('a prepared page is the one that is then generated, read in two round trips without writing', async () => {
  book.wire.reset();
  const prepared = valueOf(await prepareMeteo(book.port, request));
  expect([book.wire.reads, book.wire.writes, book.wire.releases]).toEqual([2, 0, 0]);
  expect(prepared).toMatchObject({ number: 1, corrects: null, cadence: { last: null, due: null, lateBy: 0 }, edits: {} });
  const edits: MeteoEdits = {
    message: 'Tout va bien.',
    added: [{ kind: 'highlight', text: 'nouveau menu vocal', date: ISSUED - 3 }],
    action: { text: 'former deux conseillers', role: 'responsable formation', due: ISSUED + 10 },
  };
  const previewed = valueOf(pageOf(prepared, edits));
  book.wire.reset();
  const made = await generate({ edits });
  expect([book.wire.reads, book.wire.writes, book.wire.releases]).toEqual([2, 1, 0]);
  expect(previewed.page).toEqual(made.page);
  expect(previewed.row).toEqual(made.row);
}, 60_000);

test('what a person adds goes to the journal once, and the page made again without a word is the same', async () => {
  const first = valueOf(await prepareMeteo(book.port, request));
  const [fact] = first.proposals;
  const edits: MeteoEdits = {
    message: 'Bonne quinzaine.',
    facts: fact ? { [fact.id]: { kept: true, text: 'Campagne de rappel' } } : {},
    added: [{ kind: 'team', text: 'deux arrivées à Lille', date: ISSUED - 4 }],
    action: { text: 'renforcer le lundi', role: 'responsable de plateau', due: ISSUED + 7 },
  };
  const made = await generate({ edits });
  const journal = readJournal(await workbook());
  expect(journal.map(({ kind, text }) => `${kind} : ${text}`)).toEqual([
    'team : deux arrivées à Lille',
    'action : renforcer le lundi',
    ...(fact ? ['highlight : Campagne de rappel'] : []),
  ]);
  expect(journal[1]).toMatchObject({ role: 'responsable de plateau', due: ISSUED + 7 });
  const again = await generate();
  expect(again.page).toEqual(made.page);
  expect((await generate({ edits })).page).toEqual(made.page);
  expect(readJournal(await workbook())).toEqual(journal);
  const prepared = valueOf(await prepareMeteo(book.port, request));
  expect(prepared.edits).toMatchObject({ message: 'Bonne quinzaine.' });
  expect(valueOf(pageOf(prepared, prepared.edits)).page).toEqual(made.page);
}, 60_000);

/** The key figure's cell as it stands now. */
const keyCell = (sheetName: string) =>
  book.run(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheetName).getUsedRange().load('formulas,values');
    await context.sync();
    const live = cell.formulas.flat().filter((formula) => String(formula).startsWith('='));
    return { live: live.length, values: cell.values as unknown[][] };
  });

test('a sent page is frozen and says its day; a correction has a number of its own and leaves it alone', async () => {
  const { row } = await generate();
  const before = await keyCell(row.sheet);
  expect(before.live).toBeGreaterThan(0);
  const sent = valueOf(await markSent(book.port, { language: 'fr', today: ISSUED + 1 }));
  expect(sent).toMatchObject({ number: 1, sent: ISSUED + 1, sheet: row.sheet });
  // The page's formulas, its header, which says that it is sent, and the history's day.
  expect(sent.changed).toHaveLength(before.live + 2);
  expect(sent.changed[0]?.before).toMatch(/ · établie le\u00a004\/08\/2025$/);
  expect(sent.changed[1]?.before).toMatch(/^=/);
  const frozen = await keyCell(row.sheet);
  const told = (value: unknown): unknown =>
    typeof value === 'string' ? value.replace('établie le\u00a004/08', 'envoyée le\u00a005/08') : value;
  expect(frozen).toEqual({ live: 0, values: before.values.map((line) => line.map(told)) });
  expect(frozen.values).not.toEqual(before.values);
  expect(readHistory(await workbook())[0]?.sent).toBe(ISSUED + 1);
  expect(valueOf(await markSent(book.port, { language: 'fr', number: 1, today: ISSUED + 2 }))).toMatchObject({
    sent: ISSUED + 1,
    changed: [],
  });
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('B2:B200').values = Array.from({ length: 199 }, () => [999]);
    await context.sync();
  });
  expect(await keyCell(row.sheet)).toEqual(frozen);

  const refusal = await generateMeteo(book.port, { ...request, minutes: null });
  expect(refusal).toMatchObject({ ok: false, problem: { code: 'meteo-sent', params: { number: 1 } } });
  expect(await prepareMeteo(book.port, request)).toMatchObject({ ok: false, problem: { code: 'meteo-sent' } });
  const prepared = valueOf(await prepareMeteo(book.port, { ...request, correction: true }));
  expect(prepared).toMatchObject({ number: 2, corrects: 1, sheetName: `${row.sheet} (2)` });
  const corrected = await generate({ correction: true });
  expect(corrected.page.content.header.title).toBe('Météo du client n°\u00a02, corrige la n°\u00a01');
  expect(corrected.page.content.yellow.note).toBe('');
  expect(await keyCell(row.sheet)).toEqual(frozen);
  const again = await generate();
  expect([again.row.number, again.page.content.header.title]).toEqual([2, corrected.page.content.header.title]);
  expect(readHistory(await workbook()).map(({ number, sheet, sent: day }) => [number, sheet, day])).toEqual([
    [1, row.sheet, ISSUED + 1],
    [2, `${row.sheet} (2)`, null],
  ]);
}, 60_000);

test('the next météo after a correction goes on from the one before both', async () => {
  await generate();
  valueOf(await markSent(book.port, { language: 'fr', today: ISSUED }));
  await generate({ correction: true });
  const next = valueOf(await prepareMeteo(book.port, { ...request, issued: ISSUED + 16 }));
  expect(next).toMatchObject({ number: 3, corrects: null });
  expect(next.cadence).toEqual({
    days: 14,
    last: { number: 2, weather: expect.any(String) as string, issued: ISSUED, sent: null, daysAgo: 16 },
    due: ISSUED + 14,
    lateBy: 2,
    next: ISSUED + 30,
  });
}, 60_000);

test.each([
  ['none in the history', undefined, { code: 'meteo-unknown', params: { number: null } }],
  ['a number that is not there', 7, { code: 'meteo-unknown', params: { number: 7 } }],
] as const)('marking as sent: %s', async (_name, number, problem) => {
  expect(await markSent(book.port, { language: 'fr', today: ISSUED, ...(number && { number }) })).toMatchObject({
    ok: false,
    problem,
  });
});

test('a page whose sheet is gone is marked as sent, and a remark says so; one renamed is frozen', async () => {
  const { row } = await generate();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem(row.sheet).name = 'Pour le client';
    await context.sync();
  });
  const renamed = valueOf(await markSent(book.port, { language: 'fr', today: ISSUED }));
  expect(renamed.sheet).toBe('Pour le client');
  expect((await keyCell('Pour le client')).live).toBe(0);
  const next = await generate({ issued: ISSUED + 14 });
  await book.run(async (context) => {
    context.workbook.worksheets.getItem(next.row.sheet).delete();
    await context.sync();
  });
  const gone = await markSent(book.port, { language: 'fr', today: ISSUED + 14 });
  expect(gone).toMatchObject({ ok: true, value: { number: 2, sheet: null }, problems: [{ code: 'meteo-sheet-gone' }] });
}, 60_000);

describe('an entry of the journal', () => {
  const entry = { kind: 'highlight' as const, text: '=1+1 vaut 2', date: ISSUED - 2 };

  test('makes the journal, is text whatever it looks like, and a second click adds nothing', async () => {
    book.wire.reset();
    const added = valueOf(await addJournalEntry(book.port, { language: 'fr', entry }));
    expect([book.wire.reads, book.wire.writes]).toEqual([2, 1]);
    expect(added).toEqual({ place: { sheet: 'Journal', cell: 'D5' }, wasThere: false });
    expect(valueOf(await addJournalEntry(book.port, { language: 'fr', entry }))).toEqual({ ...added, wasThere: true });
    const seen = await book.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Journal').getRange('D5').load('formulas,valueTypes');
      await context.sync();
      return [cell.formulas[0]?.[0] as unknown, cell.valueTypes[0]?.[0]];
    });
    expect(seen).toEqual(['=1+1 vaut 2', 'String']);
    expect((await generate()).page.content.yellow.highlights.items.map(({ text }) => text)).toContain('=1+1 vaut 2.');
  }, 60_000);

  test('fills the ready rows, then makes the table longer', async () => {
    const places: string[] = [];
    for (let index = 0; index < 14; index++) {
      const planned = {
        kind: 'planned' as const,
        text: `étape ${index + 1}`,
        date: ISSUED,
        due: ISSUED + index,
        role: 'chef de projet',
      };
      places.push(valueOf(await addJournalEntry(book.port, { language: 'fr', entry: planned })).place.cell ?? '');
    }
    expect([places[0], places[11], places[12], places[13]]).toEqual(['D5', 'D16', 'D17', 'D18']);
    const journal = readJournal(await workbook());
    expect(journal).toHaveLength(14);
    expect(journal[13]).toMatchObject({
      kind: 'planned',
      text: 'étape 14',
      date: null,
      due: ISSUED + 13,
      role: 'chef de projet',
    });
  }, 60_000);

  test.each([
    ['blank', '  ', 'journal-text-missing'],
    ['under a totals row', 'fait', 'journal-totals'],
  ])(
    '%s is refused',
    async (_name, text, code) => {
      await generate();
      await book.run(async (context) => {
        context.workbook.tables.getItem('tblJournal').showTotals = true;
        await context.sync();
      });
      expect(await addJournalEntry(book.port, { language: 'fr', entry: { ...entry, text } })).toMatchObject({
        ok: false,
        problem: { code },
      });
    },
    60_000,
  );
});
