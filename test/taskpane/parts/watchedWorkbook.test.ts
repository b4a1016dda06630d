import { done, type Result } from '../../../src/core/problem';
import type { WorkbookDraft } from '../../../src/core/sheet/draft';
import type { Steps } from '../../../src/core/steps';
import { moodOf, type RunMood } from '../../../src/taskpane/parts/run';
import { watchedWorkbook, type WatchedWorkbook } from '../../../src/taskpane/parts/watchedWorkbook';
import { valueOf } from '../../core/grid';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { handClock } from './handClock';

let book: Embedded;
let clock: ReturnType<typeof handClock>;
let watched: WatchedWorkbook;
beforeEach(async () => {
  book = await openEmbedded();
  clock = handClock();
  watched = watchedWorkbook(book.port, clock);
});
afterEach(() => book.close());

const mood = (): RunMood => moodOf(watched.state());
/** Waits for something that the wire brings about. */
const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; !holds(); turn++) {
    if (turn > 400) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const sheets = async (): Promise<string[]> => {
  book.conditions.delay = 0;
  return valueOf(await book.port.read()).sheets.map(({ name }) => name);
};

const cell = (text: string) => ({ row: 0, column: 0, cells: [[{ text }]] });
const adding: WorkbookDraft = {
  sheets: [
    { name: 'Semaine', owner: 'own', blocks: [cell('Semaine')] },
    { name: 'Mois', owner: 'own', blocks: [cell('Mois')] },
  ],
  names: [{ name: 'debut', formula: "='Semaine'!$A$1" }],
};
const changing = (text: string): WorkbookDraft => ({
  sheets: [{ name: 'Feuil1', owner: 'user', blocks: [cell(text)] }],
  names: [],
});
const typing = (address: string, value: string): Promise<void> =>
  book.run(async (context) => {
    context.workbook.worksheets.getItem('Feuil1').getRange(address).values = [[value]];
    await context.sync();
  });

test('a reading and a writing tell how far they are, each in the round trips that they need', async () => {
  valueOf(await book.port.write(changing('à moi')));
  const told: string[] = [];
  watched.subscribe(() => {
    const { progress } = watched.state();
    const line = progress ? `${progress.doing} ${String(progress.done)}/${String(progress.total)}` : '';
    if (line !== '' && told.at(-1) !== line) told.push(line);
  });
  book.wire.reset();
  valueOf(await watched.port.read());
  valueOf(await watched.port.write(adding));
  expect(told).toEqual(['reading 0/0', 'reading 0/1', 'reading 1/1', 'writing 0/2', 'writing 2/2']);
  expect([book.wire.reads, book.wire.writes]).toEqual([2, 1]);
  expect(mood()).toBe('idle');
});

describe('cancelled', () => {
  test('while it reads: at once, without waiting for Excel', async () => {
    book.conditions.delay = 500;
    const reading = watched.port.read();
    await until(() => watched.state().askedAt !== null);
    watched.cancel();
    expect(await reading).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(mood()).toBe('idle');
  });

  test('between the reading and the writing: nothing is sent', async () => {
    valueOf(await watched.port.read());
    watched.cancel();
    book.wire.reset();
    expect(await watched.port.write(adding)).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(book.wire.writes).toBe(0);
  });

  test('while it computes: it goes no further, and says meanwhile what it does', async () => {
    let steps = 0;
    const computing = watched.port.compute<number>(
      (function* () {
        for (;;) {
          if (++steps === 3) watched.cancel();
          expect(watched.state().progress?.doing).toBe('computing');
          yield undefined;
        }
      })(),
    );
    expect(await computing).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(steps).toBe(3);
    expect(mood()).toBe('idle');
  });

  test('by whoever asked and does not care any more: that work alone, also what it has not begun', async () => {
    const left = new AbortController();
    const port = watched.port.with({ signal: left.signal });
    let [steps, others] = [0, 0];
    const counting = (count: () => number): Steps<Result<number>> =>
      (function* () {
        while (count() < 50) yield undefined;
        return done(count());
      })();
    const abandoned = port.compute(
      counting(() => {
        if (++steps === 3) left.abort();
        return steps;
      }),
    );
    const wanted = watched.port.compute(counting(() => ++others));
    expect(await abandoned).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(steps).toBe(3);
    valueOf(await wanted);
    expect(others).toBeGreaterThanOrEqual(50);
    book.wire.reset();
    expect(await port.read()).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await watched.port.with({ signal: left.signal }).read()).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(book.wire.reads).toBe(0);
    valueOf(await watched.port.read());
  });

  test('by the person, what was asked for by somebody who may leave ends too', async () => {
    book.conditions.delay = 500;
    const reading = watched.port.with({ signal: new AbortController().signal }).read();
    await until(() => watched.state().askedAt !== null);
    watched.cancel();
    expect(await reading).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  test.each([
    ['what it added goes', adding],
    ['what it changed comes back', changing('Météo')],
  ])('while it writes: %s', async (_name, draft) => {
    valueOf(await book.port.write(changing('à moi')));
    const before = valueOf(await book.port.read({ formulas: true }));
    valueOf(await watched.port.read());
    book.conditions.delay = 60;
    const writing = watched.port.write(draft);
    await until(() => watched.state().progress?.doing === 'writing');
    watched.cancel();
    expect(await writing).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    book.conditions.delay = 0;
    expect(valueOf(await book.port.read({ formulas: true }))).toEqual(before);
  });

  test('while it rewrites its own sheet, which cannot come back: it is finished', async () => {
    const own = (text: string): WorkbookDraft => ({
      sheets: [
        {
          name: 'Semaine',
          owner: 'own',
          blocks: [{ row: 0, column: 0, cells: [[{ text: 'Date' }], [{ text }]] }],
          tables: [{ name: 'tblSemaine', area: { row: 0, column: 0, rows: 2, columns: 1 } }],
        },
      ],
      names: [],
    });
    valueOf(await book.port.write(own('un')));
    valueOf(await watched.port.read());
    book.conditions.delay = 60;
    const writing = watched.port.write(own('deux'));
    await until(() => watched.state().progress?.doing === 'writing');
    watched.cancel();
    valueOf(await writing);
    expect(watched.state().undo).toBeNull();
    book.conditions.delay = 0;
    expect(valueOf(await book.port.read()).sheets.find(({ name }) => name === 'Semaine')?.values).toEqual([['Date'], ['deux']]);
  });
});

describe('while a cell is edited', () => {
  test('it is asked again every 2 s, and goes on when the entry ends', async () => {
    book.conditions.cellEditing = true;
    const reading = watched.port.read();
    await until(() => mood() === 'editing');
    book.wire.reset();
    clock.advance(1_999);
    expect(book.wire.reads).toBe(0);
    clock.advance(1);
    await until(() => book.wire.reads === 1);
    book.conditions.cellEditing = false;
    await until(() => mood() === 'editing');
    clock.advance(2_000);
    valueOf(await reading);
    expect(mood()).toBe('idle');
  });

  test('given up, nothing is asked any more and nothing is written', async () => {
    valueOf(await watched.port.read());
    book.conditions.cellEditing = true;
    const writing = watched.port.write(adding);
    await until(() => mood() === 'editing');
    watched.cancel();
    expect(await writing).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    book.conditions.cellEditing = false;
    book.wire.reset();
    clock.advance(10_000);
    expect([book.wire.reads, book.wire.writes]).toEqual([0, 0]);
    expect(await sheets()).toEqual(['Feuil1']);
  });

  test('what was typed there meanwhile is not written over', async () => {
    await typing('B1', 'titre');
    valueOf(await watched.port.read());
    book.conditions.cellEditing = true;
    const writing = watched.port.write(changing('Météo'));
    await until(() => mood() === 'editing');
    book.conditions.cellEditing = false;
    await typing('A1', 'à moi');
    clock.advance(2_000);
    expect(await writing).toMatchObject({
      ok: false,
      problem: { code: 'changed-while-reading', params: { cells: 'A1' }, place: { sheet: 'Feuil1' } },
    });
    const [sheet] = valueOf(await book.port.read()).sheets;
    expect(sheet?.values).toEqual([['à moi', 'titre']]);
  });
});

test('a co-author changes what is about to be written over: it stays theirs, and read again it is written', async () => {
  await typing('B1', 'titre');
  valueOf(await watched.port.read());
  await typing('A1', 'd’un autre');
  expect(await watched.port.write(changing('Météo'))).toMatchObject({
    ok: false,
    problem: { code: 'changed-while-reading', params: { cells: 'A1' } },
  });
  expect(valueOf(await book.port.read()).sheets[0]?.values).toEqual([['d’un autre', 'titre']]);
  valueOf(await watched.port.read());
  valueOf(await watched.port.write(changing('Météo')));
  expect(valueOf(await book.port.read()).sheets[0]?.values).toEqual([['Météo', 'titre']]);
});

test('an Excel that takes 5 s is slow, one that takes 30 s silent; its answer is taken all the same', async () => {
  book.conditions.delay = 120;
  const reading = watched.port.read();
  await until(() => watched.state().askedAt !== null);
  clock.advance(5_000);
  expect(mood()).toBe('slow');
  clock.advance(25_000);
  expect(mood()).toBe('silent');
  valueOf(await reading);
  expect(mood()).toBe('idle');
});

describe('reconnecting to a silent Excel', () => {
  const silent = async () => {
    const reading = watched.port.read();
    await until(() => watched.state().askedAt !== null);
    clock.advance(30_000);
    expect(mood()).toBe('silent');
    return reading;
  };
  /** A reading that Excel never answers, since its question was lost. */
  const lost = (): Promise<unknown> => {
    const unanswered = { ...book.port, read: () => new Promise<never>(() => undefined) };
    watched = watchedWorkbook({ ...book.port, with: () => unanswered }, clock);
    return watched.port.read();
  };

  test('it answers, but not what it was asked before: that is given up, and the next reading works', async () => {
    const reading = lost();
    expect(await watched.reconnect()).toBe(true);
    expect(await reading).toMatchObject({ ok: false, problem: { code: 'host-silent' } });
    expect(mood()).toBe('idle');
  });

  test('its answer comes while it is tried: what was under way goes on', async () => {
    book.conditions.delay = 60;
    const reading = silent();
    await until(() => mood() === 'silent');
    const reconnected = watched.reconnect();
    expect(mood()).toBe('reconnecting');
    valueOf(await reading);
    expect(await reconnected).toBe(true);
    expect(mood()).toBe('idle');
  });

  test('it does not answer within 8 s: what waits still waits, for the pane to be loaded anew', async () => {
    book.conditions.delay = 300;
    const reading = silent();
    await until(() => mood() === 'silent');
    const reconnected = watched.reconnect();
    clock.advance(8_000);
    expect(await reconnected).toBe(false);
    expect(mood()).toBe('silent');
    valueOf(await reading);
  });
});

test('read-only and protected workbooks are refused before anything is sent, and nothing is to be undone', async () => {
  const locked = await openEmbedded(undefined, '1.14', true);
  const over = watchedWorkbook(locked.port, clock);
  valueOf(await over.port.read());
  expect(await over.port.write(adding)).toMatchObject({ ok: false, problem: { code: 'read-only' } });
  locked.close();
  await book.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  valueOf(await watched.port.read());
  expect(await watched.port.write(adding)).toMatchObject({ ok: false, problem: { code: 'workbook-protected' } });
  expect(watched.state().undo).toBeNull();
});

test('a writing is undone from its receipt, which is then used up', async () => {
  valueOf(await watched.port.read());
  valueOf(await watched.port.write(adding));
  expect(await sheets()).toEqual(['Feuil1', 'Semaine', 'Mois']);
  const { undo } = watched.state();
  if (!undo) throw new Error('no undo');
  valueOf(await watched.undo(undo));
  expect(watched.state().undo).toBeNull();
  expect(await sheets()).toEqual(['Feuil1']);
});
