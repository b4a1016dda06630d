import { addFeedback } from '../../src/actions/addFeedback';
import { answerFeedback } from '../../src/actions/answerFeedback';
import { showDissatisfaction } from '../../src/actions/showDissatisfaction';
import type { FeedbackEntry } from '../../src/core/client/feedback';
import type { NewFeedback } from '../../src/core/client/feedback-sheet';
import { feedbackView, type FeedbackView } from '../../src/core/client/feedback-view';
import { openFeedback } from '../../src/core/meteo/feedbackRows';
import { placedJournal, type JournalEntry } from '../../src/core/meteo/journal';
import { serialOf } from '../../src/core/period/serial';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const TODAY = serialOf({ year: 2026, month: 11, day: 23 });
const FIRST = TODAY - 140;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
  const rows = Array.from({ length: 140 }, (_, day): CellDraft[] =>
    [FIRST + day, 200, (FIRST + day) % 7 === TODAY % 7 ? 120 : 180].map((number) => ({ number })),
  );
  const header = ['Date', 'Appels reçus', 'Appels traités'].map((text): CellDraft => ({ text }));
  value(
    await book.port.write({
      sheets: [
        {
          name: 'Suivi',
          owner: 'user',
          blocks: [{ row: 0, column: 0, cells: [header, ...rows] }],
          styles: [{ area: { row: 1, column: 0, rows: 140, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        },
      ],
      names: [],
    }),
  );
});
afterEach(() => book.close());

const unhappy: NewFeedback = {
  date: TODAY - 3,
  from: 'Direction relation client',
  subject: 'facture',
  mood: 'unhappy',
  text: 'La facture arrive trop tard',
};

const read = async (): Promise<WorkbookSnapshot> => value(await book.port.read());
const view = async (now = TODAY): Promise<FeedbackView> => feedbackView(await read(), now, 'fr');
const journal = async (): Promise<readonly JournalEntry[]> => placedJournal(await read());
const add = async (entry: NewFeedback | null = unhappy) => value(await addFeedback(book.port, { entry, language: 'fr' }));
const only = async (): Promise<FeedbackEntry> => {
  const [first] = (await view()).open;
  if (!first) throw new Error('no open feedback');
  return first.entry;
};
const answer = (entry: FeedbackEntry, show: boolean) =>
  answerFeedback(book.port, { entry, answer: 'Envoyée le 2 du mois dès décembre.', show, language: 'fr', today: TODAY });
const show = (entry: FeedbackEntry) => showDissatisfaction(book.port, { entry, language: 'fr', today: TODAY });

test('without the table there is none; it is made empty, once', async () => {
  expect(await view()).toMatchObject({ open: [], done: [], table: null, meteo: 1 });
  expect((await add(null)).made).toEqual(['Retours']);
  expect(await view()).toMatchObject({ open: [], done: [], table: { sheet: 'Retours' } });
  expect(await add(null)).toEqual({ made: [], kept: ['tblRetours'], problems: [] });
});

test('feedback that is added is read again, and the oldest waits first', async () => {
  await add();
  await add({ ...unhappy, date: TODAY - 8, mood: 'neutral', text: 'Le nouveau menu vocal est long' });
  const { open, table } = await view();
  expect(open.map(({ entry }) => [entry.date, entry.mood, entry.state, entry.place.cell])).toEqual([
    [TODAY - 8, 'neutral', 'todo', 'E6'],
    [TODAY - 3, 'unhappy', 'todo', 'E5'],
  ]);
  expect(table?.address).toBe('Retours!A4:H6');
});

test('an answer is written at its row with its status and day, and nothing goes to the journal unasked', async () => {
  await add();
  expect(value(await answer(await only(), false)).made).toEqual(['Retours']);
  const { open, done } = await view();
  expect(open).toEqual([]);
  expect(done).toMatchObject([
    { entry: { answer: 'Envoyée le 2 du mois dès décembre.', state: 'done', answered: TODAY }, shown: false, meteo: null },
  ]);
  expect(await journal()).toEqual([]);
});

test('a row that somebody changed meanwhile is not answered, and nothing is written', async () => {
  await add();
  const entry = await only();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Retours').getRange('F5').values = [['Vu avec le client']];
    await context.sync();
  });
  const before = await read();
  expect(await answer(entry, true)).toMatchObject({
    ok: false,
    problem: { code: 'feedback-changed', place: { sheet: 'Retours', cell: 'E5' } },
  });
  expect(await read()).toEqual(before);
});

test('a row that moved is followed', async () => {
  await add();
  const entry = await only();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Retours').getRange('5:5').insert('Down');
    await context.sync();
  });
  value(await answer(entry, false));
  expect((await view()).done[0]?.entry.place.cell).toBe('E6');
});

test('answered and shown, it is a treated dissatisfaction of the journal, in one write', async () => {
  await add();
  const entry = await only();
  book.wire.reset();
  value(await answer(entry, true));
  expect(book.wire.writes).toBe(1);
  expect(await journal()).toMatchObject([
    { kind: 'dissatisfaction', text: unhappy.text, date: TODAY - 3, due: TODAY, state: 'done', visible: true },
  ]);
  expect((await view()).done[0]).toMatchObject({ shown: true });
});

test('shown first and answered later, its row of the journal is closed', async () => {
  await add();
  const entry = await only();
  value(await show(entry));
  expect(await journal()).toMatchObject([{ kind: 'dissatisfaction', state: 'todo', due: null }]);
  expect((await view()).open[0]).toMatchObject({ shown: true });
  value(await answer(entry, true));
  expect(await journal()).toMatchObject([{ kind: 'dissatisfaction', state: 'done', due: TODAY }]);
});

test('shown twice it is one row, and a day that a person typed stays', async () => {
  await add();
  const entry = await only();
  value(await show(entry));
  expect(value(await show(entry))).toEqual({ made: [], kept: ['tblJournal'], problems: [] });
  await book.run(async (context) => {
    context.workbook.tables.getItem('tblJournal').columns.getItem('Échéance').getDataBodyRange().getCell(0, 0).values = [
      [TODAY + 9],
    ];
    await context.sync();
  });
  value(await answer(entry, true));
  expect(await journal()).toMatchObject([{ state: 'done', due: TODAY + 9 }]);
});

test('only an unhappy client is a dissatisfaction', async () => {
  await add({ ...unhappy, mood: 'satisfied' });
  expect(await show(await only())).toMatchObject({ ok: false, problem: { code: 'feedback-not-unhappy' } });
  expect(await journal()).toEqual([]);
});

test('what waits for an answer is what the next météo proposes, until it is answered', async () => {
  await add();
  expect(openFeedback(await read()).map(({ text }) => text)).toEqual([unhappy.text]);
  value(await answer(await only(), false));
  expect(openFeedback(await read())).toEqual([]);
});

test('a reply is drafted from the figures of the KPI that it names, over the last complete weeks', async () => {
  const { subjects } = await view();
  const subject = subjects.find((label) => /décroché|traités|prise/i.test(label));
  if (subject === undefined) throw new Error(subjects.join());
  await add({ ...unhappy, subject, text: 'Personne ne répond le lundi' });
  const [first] = (await view()).open;
  expect(first?.reply.basis.kind).toBe('figures');
  expect(first?.reply.text).toContain(subject);
  expect(first?.reply.text).toContain('du\u00a009/11 au\u00a022/11/2026');
});

test('in a workbook whose structure is locked no table is made', async () => {
  await book.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  expect(await addFeedback(book.port, { entry: unhappy, language: 'fr' })).toMatchObject({
    ok: false,
    problem: { code: 'workbook-protected' },
  });
});
