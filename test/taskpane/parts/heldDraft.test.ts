import { HeldDraft } from '../../../src/taskpane/parts/heldDraft';
import { KeptDrafts } from '../../../src/taskpane/parts/keptDrafts';
import { memoryShelves } from './memoryShelf';

const text = (parsed: unknown): string | null => (typeof parsed === 'string' ? parsed : null);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

let panes = 0;
/** A form in a pane of its own over a shared storage: what stands in it, and its draft. */
const form = (shelves: ReturnType<typeof memoryShelves>) => {
  const drafts = new KeptDrafts({ shelf: shelves.open(), pane: `pane ${String(++panes)}`, now: () => 1_000 }, 'suivi', text);
  const page = { text: null as string | null };
  const draft = new HeldDraft(drafts, 'kpi', (value) => (page.text = value));
  const type = async (typed: string | null): Promise<void> => {
    page.text = typed;
    draft.type(typed);
    await settled();
  };
  return { page, draft, type };
};

/** Two open forms on one storage. */
const both = async () => {
  const shelves = memoryShelves();
  const [mine, other] = [form(shelves), form(shelves)];
  await Promise.all([mine.draft.start(), other.draft.start()]);
  await settled();
  return { mine, other, shelves };
};

test('left in the middle, a form is opened again as it was, and says so', async () => {
  const shelves = memoryShelves();
  const before = form(shelves);
  await before.draft.start();
  await before.type('DMT');
  before.draft.stop();
  const after = form(shelves);
  await after.draft.start();
  expect(after.page.text).toBe('DMT');
  expect(after.draft.state()).toEqual({ restored: 1_000, other: null });
});

test('what is in the workbook by now is not kept', async () => {
  const shelves = memoryShelves();
  const one = form(shelves);
  await one.draft.start();
  await one.type('DMT');
  await one.draft.drop();
  expect(shelves.stored.size).toBe(0);
});

test('typed before what was kept is here: both are offered, neither goes', async () => {
  const shelves = memoryShelves();
  const before = form(shelves);
  await before.draft.start();
  await before.type('DMT');
  const after = form(shelves);
  after.draft.type('QS');
  await after.draft.start();
  expect(after.draft.state().other).toMatchObject({ value: 'DMT' });
  expect([...shelves.stored.values()].join()).toContain('DMT');
});

test('a form where nothing was typed follows the other pane', async () => {
  const { mine, other } = await both();
  await mine.type('DMT');
  expect(other.page.text).toBe('DMT');
  expect(other.draft.state().restored).toBe(1_000);
});

test('two forms typed in: the later one is asked, and takes or keeps', async () => {
  const { mine, other } = await both();
  mine.draft.type('DMT');
  await other.type('QS');
  expect(mine.draft.state().other).toBeNull();
  expect(other.draft.state().other).toMatchObject({ value: 'DMT' });
  await other.draft.takeOther();
  expect(other.page.text).toBe('DMT');

  await other.type('QS');
  expect(mine.draft.state().other).toMatchObject({ value: 'QS' });
  await mine.draft.keepMine();
  await settled();
  expect(mine.draft.state().other).toBeNull();
  expect(other.draft.state().other).toMatchObject({ value: 'DMT' });
});

test('nothing more is heard of a form that was left', async () => {
  const { mine, other } = await both();
  other.draft.stop();
  await mine.type('DMT');
  expect(other.page.text).toBeNull();
});
