import { consolidationStrings } from '../../src/taskpane/data/consolidationStrings';
import { dataStrings } from '../../src/taskpane/data/strings';
import { homeStrings } from '../../src/taskpane/home/strings';
import { kpiStrings } from '../../src/taskpane/kpis/strings';
import { runStrings } from '../../src/taskpane/parts/runStrings';
import { settingsStrings } from '../../src/taskpane/settings/strings';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { showThresholds } from '../../src/actions/thresholds';
import { serialOf } from '../../src/core/period/serial';
import { fr } from '../../src/taskpane/strings/fr';
import type { Embedded } from '../excel/embedded';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import {
  ACCESSIBLE,
  accessibility,
  button,
  frameOf,
  openFile,
  openRow,
  paneOf,
  PATIENCE,
  press,
  savedBook,
  workbookOf,
} from './paneDriver';

const HOME = homeStrings.fr;
const DATA = dataStrings.fr;
const CONSOLIDATION = consolidationStrings.fr;
const SETTINGS = settingsStrings.fr;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

const now = new Date();
const TODAY = serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
const DAYS = 90;

/** Calls of the ninety days up to yesterday, the last one bad; `more`: what was done with them. */
const calls = (more?: (book: Embedded) => Promise<void>): Promise<Buffer> => {
  const rows = Array.from({ length: DAYS }, (_, day) => [
    { number: TODAY - DAYS + day },
    { number: 200 + 10 * (day % 7) },
    { number: Math.round((200 + 10 * (day % 7)) * (day === DAYS - 1 ? 0.5 : 0.95)) },
  ]);
  const cells = [['Date', 'Appels reçus', 'Appels traités'].map((text) => ({ text })), ...rows];
  const styles = [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }];
  return workbookOf([{ name: 'Suivi', blocks: [{ row: 0, column: 0, cells }], styles }], more);
};

/** Everything made once, the météo generated and not sent. */
const worked = (): Promise<Buffer> =>
  calls(async ({ port }) => {
    await showThresholds(port, { language: 'fr' });
    await consolidateWorkbook(port, { language: 'fr', today: TODAY });
    const made = await generateMeteo(port, { language: 'fr', issued: TODAY, minutes: 5 });
    if (!made.ok) throw new Error(made.problem.code);
  });

test.each([225, 320, 450])(
  'every day, %d pixels wide: what is due comes first, the last day and the contract follow',
  async (width) => {
    const page = await openFile(bench, await worked(), width);
    const pane = paneOf(page);
    await button(page, HOME.today.copy).waitFor({ timeout: PATIENCE });
    const items = await pane.locator('.next-due h2').allTextContents();
    expect(items).toEqual(['Météo n°\u00a01']);
    await expect(pane.getByRole('heading', { level: 1 }).textContent()).resolves.toMatch(/: 3 choses à faire$/);
    await expect(pane.getByRole('button', { name: /^1 alerte/ }).textContent()).resolves.toContain('50\u202f%');
    await expect(pane.locator('.reading').first().textContent()).resolves.toMatch(/50\u202f%Alerte$/);
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    await page.context().close();
  },
);

test.each([225, 320, 450])('the hub, the consolidation and the settings, %d pixels wide', async (width) => {
  const page = await openFile(bench, await worked(), width);
  const pane = paneOf(page);
  await button(page, HOME.today.copy).waitFor({ timeout: PATIENCE });
  await pane.getByRole('tab', { name: fr.tabs.data }).click();
  await button(page, DATA.act({ kind: 'source' })).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await openRow(page, 'consolidation');
  await pane.getByText(CONSOLIDATION.noFinding).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await press(page, CONSOLIDATION.change);
  await pane.getByLabel(CONSOLIDATION.kinds.year).uncheck();
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await openRow(page, 'settings');
  await pane.getByLabel(SETTINGS.fields.cadence.label).fill('20');
  await pane.getByLabel(SETTINGS.fields.client.label).focus();
  await pane.getByText(/n’est pas une cadence/).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await page.context().close();
});

test('a setting is saved when its field is left, and undone from its message', async () => {
  const page = await openFile(bench, await worked());
  const pane = paneOf(page);
  await openRow(page, 'settings');
  await pane.getByLabel(SETTINGS.fields.client.label).fill('Hexalis');
  await page.keyboard.press('Tab');
  await button(page, 'Paramètres!B2').waitFor({ timeout: PATIENCE });
  const clientIn = async () => (await savedBook(page)).sheets.find(({ name }) => name === 'Paramètres');
  const texts = async () => [...((await clientIn())?.cells.values() ?? [])].map(({ value }) => value);
  expect(await texts()).toContain('Hexalis');
  await press(page, runStrings.fr.undo);
  await pane.getByText(runStrings.fr.undone).waitFor({ timeout: PATIENCE });
  expect(await texts()).not.toContain('Hexalis');
  await page.context().close();
});

test('with the keyboard alone: from the first row of the hub to the thresholds confirmed, the focus never lost', async () => {
  const page = await openFile(bench, await worked());
  const pane = paneOf(page);
  await button(page, HOME.today.copy).waitFor({ timeout: PATIENCE });
  await pane.getByRole('tab', { name: fr.tabs.home }).focus();
  await page.keyboard.press('ArrowRight');
  const row = pane.getByRole('button', { name: new RegExp(`^${DATA.rows.kpis}`) });
  await row.focus({ timeout: PATIENCE });
  await page.keyboard.press('Enter');
  const confirm = pane.getByRole('button', { name: /^Confirmer le/ });
  await confirm.focus({ timeout: PATIENCE });
  await page.keyboard.press('Enter');
  await pane.getByText(kpiStrings.fr.confirmed).waitFor({ timeout: PATIENCE });
  await expect(frameOf(page).evaluate(() => document.activeElement?.tagName)).resolves.not.toBe('BODY');
  await page.context().close();
});

test('the pane opens again where it was left', async () => {
  const page = await openFile(bench, await worked());
  await openRow(page, 'settings');
  await paneOf(page).getByLabel(SETTINGS.fields.client.label).waitFor({ timeout: PATIENCE });
  await frameOf(page).evaluate(() => location.reload());
  await paneOf(page).getByLabel(SETTINGS.fields.client.label).waitFor({ timeout: PATIENCE });
  await page.context().close();
});

test.each([225, 320, 450])('the first use, %d pixels wide: axe finds nothing on the way in', async (width) => {
  const page = await openFile(bench, await calls(), width);
  await button(page, HOME.first.find).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await page.context().close();
});
