import { pageOf, preparationOf, type MeteoPreparation } from '../../../src/core/meteo/preparation';
import { previewSvg } from '../../../src/core/meteo/preview';
import { done, problem, refused, type Result } from '../../../src/core/problem';
import { meteoDraft } from '../../../src/taskpane/meteo/drafts';
import type { MeteoWork } from '../../../src/taskpane/meteo/meteoWork';
import { MeteoSession } from '../../../src/taskpane/meteo/session';
import { KeptDrafts } from '../../../src/taskpane/parts/keptDrafts';
import { inboundDays, syntheticInput } from '../../core/meteo/syntheticInput';
import { memoryShelves } from '../parts/memoryShelf';

const days = inboundDays();
const prepare = (): Promise<Result<MeteoPreparation>> => Promise.resolve(preparationOf(syntheticInput(days)));

let panes = 0;

/** A session over real pages, whose workbook is a list of what was asked of it; `shelves`: the storage of the pane. */
const begin = (more: Partial<MeteoWork> = {}, shelves = memoryShelves()) => {
  const asked: string[] = [];
  const kept = shelves.stored;
  const frames: (() => void)[] = [];
  const work: MeteoWork = {
    today: () => 46_349,
    prepare: (correction) => {
      asked.push(correction ? 'prepare a correction' : 'prepare');
      return prepare();
    },
    draw: (preparation, edits) => {
      asked.push('draw');
      const page = pageOf(preparation, edits);
      return page.ok
        ? done({ prepared: page.value, picture: previewSvg(page.value.page), shown: { rule: '', ahead: '', kpis: [] } })
        : page;
    },
    generate: (edits) => {
      asked.push(`generate ${JSON.stringify(edits)}`);
      return Promise.resolve(refused(problem('no-key-kpi', {})));
    },
    savePdf: () => Promise.resolve(done({ name: 'Meteo.pdf', kilobytes: 84 })),
    mail: () => Promise.resolve(refused(problem('no-key-kpi', {}))),
    markSent: () => Promise.resolve(done({ sent: 46_349 })),
    history: () => Promise.resolve(done({ rows: [], cadence: 14 })),
    ...more,
  };
  const now = (): number => new Date(2026, 10, 23, 14, 12).getTime();
  const drafts = new KeptDrafts({ shelf: shelves.open(), pane: `pane ${String(++panes)}`, now }, 'suivi', meteoDraft);
  const session = new MeteoSession(work, drafts, (frame) => frames.push(frame));
  const paint = (): void => {
    for (const frame of frames.splice(0)) frame();
  };
  return { session, asked, kept, paint, shelves };
};

/** Until what was typed is kept, and what others hear of it is heard. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('keys pressed before a frame are drawn once, with the last of them', async () => {
  const { session, asked, paint } = begin();
  await session.prepare(false);
  asked.length = 0;
  for (const message of ['T', 'To', 'Tout va.']) session.edit({ message });
  expect(asked).toEqual([]);
  paint();
  expect(asked).toEqual(['draw']);
  expect(session.state().drawn?.prepared.content.message).toBe('Tout va.');
  expect(session.state().drawn?.picture).toContain('Tout va.');
});

test('what is typed is kept as a draft, which a new pane takes up and can give up', async () => {
  const first = begin();
  await first.session.prepare(false);
  first.session.edit({ message: 'Tout va.' });
  first.paint();
  await settled();
  const second = begin({}, first.shelves);
  await second.session.prepare(false);
  expect(second.session.state().edits).toEqual({ message: 'Tout va.' });
  expect(second.session.state().restored).toBe(new Date(2026, 10, 23, 14, 12).getTime());
  second.session.clear();
  await settled();
  expect(second.session.state().edits).toEqual({});
  expect(second.kept.size).toBe(0);
});

test('the same reading is not read again, another one is', async () => {
  const { session, asked } = begin();
  const basis = {};
  session.open(basis);
  await new Promise((resolve) => setTimeout(resolve));
  session.open(basis);
  session.open({});
  expect(asked.filter((one) => one === 'prepare')).toHaveLength(2);
});

test('a level without its reason: nothing is written, its field is asked for', async () => {
  const { session, asked, paint } = begin();
  await session.prepare(false);
  session.edit({ weather: { weather: 'storm', reason: '' } });
  paint();
  await expect(session.generate()).resolves.toBe('wanting');
  expect(session.state()).toMatchObject({ open: 'state', wanted: 'reason' });
  expect(asked.some((one) => one.startsWith('generate'))).toBe(false);
});

test('a refusal of the workbook keeps what was typed', async () => {
  const { session, kept, paint } = begin();
  await session.prepare(false);
  session.edit({ message: 'Tout va.' });
  paint();
  await expect(session.generate()).resolves.toBe('refused');
  await settled();
  expect(session.state().dock).toMatchObject({ kind: 'problem' });
  expect(session.state().edits).toEqual({ message: 'Tout va.' });
  expect(kept.size).toBe(1);
});

test('a page that is written needs no draft, and is sent step by step', async () => {
  const prepared = await prepare();
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const page = pageOf(prepared.value, {});
  if (!page.ok) throw new Error(page.problem.code);
  const outcome = { made: ['Météo'], kept: [], problems: [], page: page.value.page, row: page.value.row };
  const rows: (number | null | undefined)[] = [];
  const { session, kept, paint } = begin({
    generate: () => Promise.resolve(done(outcome)),
    savePdf: (_page, row) => {
      rows.push(row?.sent);
      return Promise.resolve(done({ name: 'Meteo.pdf', kilobytes: 84 }));
    },
  });
  await session.prepare(false);
  session.edit({ message: 'Tout va.' });
  paint();
  await expect(session.generate()).resolves.toBe('written');
  expect(kept.size).toBe(0);
  await session.savePdf();
  expect(session.state().made?.file).toEqual({ name: 'Meteo.pdf', kilobytes: 84 });
  session.mailed();
  await session.markSent();
  expect(session.state().made?.row.sent).toBe(46_349);
  // Saved again, the file says when it was sent.
  await session.savePdf();
  expect(rows).toEqual([null, 46_349]);
});

test('that the page is written is said by its result, until that is left', async () => {
  const prepared = await prepare();
  const page = prepared.ok ? pageOf(prepared.value, {}) : prepared;
  if (!page.ok) throw new Error(page.problem.code);
  const outcome = { made: ['Météo'], kept: [], problems: [], page: page.value.page, row: page.value.row };
  const { session } = begin({ generate: () => Promise.resolve(done(outcome)) });
  await session.prepare(false);
  await session.generate();
  session.leave('writing');
  expect(session.state().dock).toEqual({ kind: 'done', act: 'generate' });
  session.leave('result');
  expect(session.state().dock).toEqual({ kind: 'ready' });
});

test('a correction asks for a page of its own', async () => {
  const { session, asked } = begin();
  await session.prepare(true);
  expect(asked[0]).toBe('prepare a correction');
});

test('who listens hears of each change, until it leaves', async () => {
  const { session } = begin();
  let heard = 0;
  const leave = session.subscribe(() => (heard += 1));
  await session.prepare(false);
  expect(heard).toBeGreaterThan(0);
  const before = heard;
  leave();
  session.toggle('facts');
  expect(heard).toBe(before);
});

describe('two panes on one workbook', () => {
  const both = async () => {
    const one = begin();
    const other = begin({}, one.shelves);
    await one.session.prepare(false);
    await other.session.prepare(false);
    await settled();
    const type = async (pane: typeof one, message: string): Promise<void> => {
      pane.session.edit({ message });
      pane.paint();
      await settled();
    };
    return { one, other, type };
  };

  test('one where nothing was typed shows what is typed in the other', async () => {
    const { one, other, type } = await both();
    await type(one, 'Tout va.');
    expect(other.session.state()).toMatchObject({ edits: { message: 'Tout va.' }, other: null });
    expect(other.session.state().restored).not.toBeNull();
    expect(other.session.state().drawn?.prepared.content.message).toBe('Tout va.');
  });

  test('both typed in: each keeps its own on the page, nothing kept is gone over, and one says so', async () => {
    const { one, other, type } = await both();
    one.session.edit({ message: 'Le premier' });
    other.session.edit({ message: 'Le second' });
    one.paint();
    await settled();
    other.paint();
    await settled();
    expect(one.session.state()).toMatchObject({ edits: { message: 'Le premier' }, other: null });
    expect(other.session.state()).toMatchObject({
      edits: { message: 'Le second' },
      other: { edits: { message: 'Le premier' } },
    });
    await type(other, 'Le second, suite');
    expect([...one.kept.values()].join()).toContain('Le premier');
    expect([...one.kept.values()].join()).not.toContain('Le second');
  });

  test('the other version is taken: what was typed here goes', async () => {
    const { one, other, type } = await both();
    other.session.edit({ message: 'Le second' });
    await type(one, 'Le premier');
    await other.session.takeOther();
    expect(other.session.state()).toMatchObject({ edits: { message: 'Le premier' }, other: null });
    await type(other, 'Le premier, suite');
    expect(other.session.state().other).toBeNull();
  });

  test('mine is kept: the other pane is then asked, and loses nothing either', async () => {
    const { one, other, type } = await both();
    other.session.edit({ message: 'Le second' });
    await type(one, 'Le premier');
    await other.session.keepMine();
    await settled();
    expect(other.session.state()).toMatchObject({ edits: { message: 'Le second' }, other: null });
    expect(one.session.state()).toMatchObject({
      edits: { message: 'Le premier' },
      other: { edits: { message: 'Le second' } },
    });
  });

  test('sections that were opened are no words to choose between', async () => {
    const { one, other } = await both();
    one.session.toggle('facts');
    other.session.toggle('figures');
    await settled();
    expect([one.session.state().other, other.session.state().other]).toEqual([null, null]);
  });
});

test('sent from elsewhere, what was typed for it is still at hand', async () => {
  let sent = false;
  const { session, paint } = begin({
    prepare: () => (sent ? Promise.resolve(refused(problem('meteo-sent', { number: 14 }))) : prepare()),
  });
  await session.prepare(false);
  session.edit({ message: 'Tout va.' });
  paint();
  sent = true;
  await session.prepare(false);
  expect(session.state()).toMatchObject({ reading: { kind: 'problem' }, left: { edits: { message: 'Tout va.' } } });
});

describe('written from elsewhere meanwhile', () => {
  const reason = problem('changed-since-read', { name: 'Météo 2026-11-23' });
  const refusing = () => {
    const asked: boolean[] = [];
    const one = begin({
      generate: (_edits, _correction, expected) => {
        asked.push(expected !== null);
        return Promise.resolve(refused(expected ? reason : problem('no-key-kpi', {})));
      },
    });
    return { ...one, asked };
  };

  test('it is asked about, and written over only when somebody insists', async () => {
    const { session, asked, paint } = refusing();
    await session.prepare(false);
    session.edit({ message: 'La mienne' });
    paint();
    await session.generate();
    expect(session.state().dock).toEqual({ kind: 'problem', problem: reason });
    await session.generate(true);
    expect(asked).toEqual([true, false]);
    expect(session.state().edits).toEqual({ message: 'La mienne' });
  });

  test('its version is taken: what was typed here goes, from the storage too', async () => {
    const { session, paint, kept } = refusing();
    await session.prepare(false);
    session.edit({ message: 'La mienne' });
    paint();
    await session.takeWritten();
    await settled();
    expect(session.state()).toMatchObject({ edits: {}, dock: { kind: 'ready' }, reading: { kind: 'ready' } });
    expect(kept.size).toBe(0);
  });
});

describe('the day that a page is made for', () => {
  /** A session that remembers the days it was asked for; those in `held` are answered when they are let go. */
  const dated = (held: number[] = []) => {
    const days: (number | null)[] = [];
    const letGo: (() => void)[] = [];
    const made: (number | null)[] = [];
    const begun = begin({
      prepare: async (_correction, issued) => {
        days.push(issued);
        if (issued !== null && held.includes(issued)) await new Promise<void>((go) => letGo.push(go));
        return preparationOf(syntheticInput(inboundDays(), { issued: issued ?? 46_349 }));
      },
      generate: (_edits, _correction, _expected, issued) => {
        made.push(issued);
        return Promise.resolve(refused(problem('no-key-kpi', {})));
      },
    });
    return { ...begun, days, letGo, made };
  };
  const issuedOf = ({ session }: ReturnType<typeof dated>): number | null => {
    const { reading } = session.state();
    return reading.kind === 'ready' ? reading.preparation.draft.input.issued : null;
  };

  test('is today until another is chosen, and what was typed stays', async () => {
    const begun = dated();
    const { session, days, made, paint } = begun;
    await session.prepare(false);
    session.edit({ message: 'Tout va.' });
    paint();
    await session.issue(46_351);
    expect(days).toEqual([null, 46_351]);
    expect(issuedOf(begun)).toBe(46_351);
    expect(session.state()).toMatchObject({ issued: 46_351, isDating: false, edits: { message: 'Tout va.' } });
    await session.generate();
    await session.issue(46_349);
    expect(session.state().issued).toBeNull();
    await session.generate();
    expect(made).toEqual([46_351, null]);
  });

  test('of two chosen in a row is the last one, whichever is answered last; nothing is written until then', async () => {
    const begun = dated([46_351]);
    const { session, letGo, made } = begun;
    await session.prepare(false);
    const first = session.issue(46_351);
    expect(session.state().isDating).toBe(true);
    await expect(session.generate()).resolves.toBe('refused');
    await session.issue(46_350);
    for (const go of letGo) go();
    await first;
    expect(issuedOf(begun)).toBe(46_350);
    expect(made).toEqual([]);
  });

  test('stays where no page can be made of it, so that it can be changed', async () => {
    const { session } = begin({
      prepare: (_correction, issued) =>
        issued === null ? prepare() : Promise.resolve(refused(problem('meteo-sent', { number: 3 }))),
    });
    await session.prepare(false);
    await session.issue(46_300);
    expect(session.state()).toMatchObject({ issued: 46_300, isDating: false, reading: { kind: 'problem' } });
    await session.issue(null);
    expect(session.state()).toMatchObject({ issued: null, reading: { kind: 'ready' } });
  });
});
