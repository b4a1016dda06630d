import { KeptDrafts, type Version } from '../../../src/taskpane/parts/keptDrafts';
import { memoryShelves } from './memoryShelf';

const DAY = 24 * 3_600_000;
const text = (parsed: unknown): string | null => (typeof parsed === 'string' ? parsed : null);

/** Panes on one workbook, which share a storage and a clock. */
const panes = () => {
  const shelves = memoryShelves();
  const clock = { time: 1_000 };
  let opened = 0;
  const pane = (workbook = 'suivi.xlsx'): KeptDrafts<string> =>
    new KeptDrafts({ shelf: shelves.open(), pane: `pane ${String(++opened)}`, now: () => clock.time }, workbook, text);
  return { pane, clock, stored: shelves.stored };
};
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('what is typed outlives its pane, of one workbook and name alone', async () => {
  const { pane } = panes();
  await expect(pane().save('14', 'Tout va.')).resolves.toBeNull();
  await expect(pane().load('14')).resolves.toEqual({ value: 'Tout va.', at: 1_000 });
  await expect(pane().load('15')).resolves.toBeNull();
  await expect(pane('autre.xlsx').load('14')).resolves.toBeNull();
});

test('what is typed no more leaves nothing behind', async () => {
  const { pane, stored } = panes();
  const one = pane();
  await one.save('14', 'Tout va.');
  await one.save('14', null);
  expect(stored.size).toBe(0);
});

test('a draft given up long ago is none', async () => {
  const { pane, clock } = panes();
  await pane().save('14', 'Tout va.');
  clock.time += 15 * DAY + 1;
  await expect(pane().load('14')).resolves.toBeNull();
});

test.each<[string, string]>([
  ['no JSON', '{'],
  ['a draft of another version', '{"edits":{},"seen":[],"at":5}'],
  ['a value that is none', '{"text":"4","at":1000,"pane":"pane 9","turn":1}'],
])('stored, %s: no draft, and it is written over', async (_name, found) => {
  const { pane, stored } = panes();
  const one = pane();
  try {
    stored.set('suivi.xlsx#14', JSON.stringify(JSON.parse(found)));
  } catch {
    stored.set('suivi.xlsx#14', JSON.stringify(found));
  }
  await expect(one.load('14')).resolves.toBeNull();
  await expect(one.save('14', 'Tout va.')).resolves.toBeNull();
  await expect(one.load('14')).resolves.toMatchObject({ value: 'Tout va.' });
});

test('what another pane has typed since is not gone over: this one is told, until somebody insists', async () => {
  const { pane, clock } = panes();
  const [mine, other] = [pane(), pane()];
  await mine.save('14', 'Le mien');
  await other.load('14');
  clock.time = 2_000;
  await expect(other.save('14', 'Un autre')).resolves.toBeNull();
  await expect(mine.save('14', 'Le mien, suite')).resolves.toEqual({ value: 'Un autre', at: 2_000 });
  await expect(mine.save('14', null)).resolves.toEqual({ value: 'Un autre', at: 2_000 });
  await expect(pane().load('14')).resolves.toMatchObject({ value: 'Un autre' });
  await mine.insist('14');
  await expect(mine.save('14', 'Le mien, suite')).resolves.toBeNull();
  await expect(pane().load('14')).resolves.toMatchObject({ value: 'Le mien, suite' });
});

test('the same text from both panes is nobody’s question', async () => {
  const { pane } = panes();
  await pane().save('14', 'Tout va.');
  await expect(pane().save('14', 'Tout va.')).resolves.toBeNull();
});

test('a pane that knows the other’s version goes on from it', async () => {
  const { pane } = panes();
  const [first, second] = [pane(), pane()];
  await first.save('14', 'Tout');
  await second.load('14');
  await expect(second.save('14', 'Tout va.')).resolves.toBeNull();
});

test('a pane hears at once of what another types, not of what it types itself, nor after it stops listening', async () => {
  const { pane } = panes();
  const [mine, other] = [pane(), pane()];
  const heard: Version<string>[] = [];
  const stop = mine.watch('14', (version) => heard.push(version));
  await settled();
  await mine.save('14', 'Le mien');
  await other.load('14');
  await other.save('15', 'Ailleurs');
  await other.save('14', 'Un autre');
  await settled();
  expect(heard).toEqual([{ value: 'Un autre', at: 1_000 }]);
  stop();
  await other.save('14', 'Encore');
  await settled();
  expect(heard).toHaveLength(1);
});
