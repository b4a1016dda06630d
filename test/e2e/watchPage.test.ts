import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flashStrings } from '../../src/taskpane/flash/strings';
import { fr } from '../../src/taskpane/strings/fr';
import { watchStrings } from '../../src/taskpane/watch/strings';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import { serialOf } from '../../src/core/period/serial';
import { ACCESSIBLE, PATIENCE, accessibility, openFile, paneOf, press, savedBook, workbookOf } from './paneDriver';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const WATCH = watchStrings.fr;
const FLASH = flashStrings.fr;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

test.each([320, 450])(
  'what drifts is shown, and a flash point typed, saved and copied, %d pixels wide',
  async (width) => {
    const page = await openFile(bench, readFileSync(SAMPLE), width);
    const pane = paneOf(page);
    await pane.getByRole('tab', { name: fr.tabs.watch }).click({ timeout: PATIENCE });
    await pane.getByText(WATCH.band).waitFor({ timeout: PATIENCE });
    expect(await pane.locator('.multiples > li').count()).toBe(6);
    expect(await accessibility(page)).toEqual(ACCESSIBLE);

    await press(page, WATCH.flash);
    const received = pane.getByRole('textbox', { name: FLASH.field('Appels reçus') });
    await received.fill('812', { timeout: PATIENCE });
    await press(page, FLASH.save);
    // Two counts are missing: the first of them has the focus, and says so.
    const answered = pane.getByRole('textbox', { name: FLASH.field('Décrochés'), exact: true });
    expect(await answered.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await pane.getByText(FLASH.missing).count()).toBe(2);
    // More answered than received: said at the field, and not saved.
    await answered.fill('830');
    await pane.getByText(FLASH.aboveWhole('Appels reçus', '812')).waitFor({ timeout: PATIENCE });
    await pane.getByRole('textbox', { name: FLASH.field('Décrochés < 20 s') }).fill('559');
    await press(page, FLASH.save);
    await pane.getByRole('alert').getByText('dépasse').first().waitFor({ timeout: PATIENCE });
    expect(await answered.evaluate((field) => field === document.activeElement)).toBe(true);
    await answered.fill('714');
    // It recomputes as one types.
    await pane.getByText('87,9\u202f%', { exact: true }).waitFor({ timeout: PATIENCE });
    await pane.getByRole('textbox', { name: FLASH.action }).fill('Renfort de trois personnes');
    const text = await pane.getByRole('textbox', { name: FLASH.text }).inputValue();
    expect(text).toContain('Action\u00a0: Renfort de trois personnes');
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    await press(page, FLASH.save);
    await pane.getByText('Point écrit dans la feuille Flash').first().waitFor({ timeout: PATIENCE });
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    const sheet = (await savedBook(page)).sheets.find(({ name }) => name === 'Flash');
    expect(sheet?.tables.map(({ name }) => name)).toEqual(['tblFlash']);
    await page.context().close();
  },
  4 * PATIENCE,
);

/** Calls of some days up to yesterday, which had a fifth more and no more answers than the others. */
const daysUpToYesterday = (count: number): Promise<Buffer> => {
  const now = new Date();
  const today = serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  const rows = Array.from({ length: count }, (_, index) => [
    { number: today - count + index },
    { number: (index === count - 1 ? 240 : 200) + (index % 3) },
    { number: 186 - (index % 2) - (index === count - 1 ? 16 : 0) },
  ]);
  const cells = [['Date', 'Appels reçus', 'Appels traités'].map((text) => ({ text })), ...rows];
  const styles = [{ area: { row: 1, column: 0, rows: count, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }];
  return workbookOf([{ name: 'Suivi', blocks: [{ row: 0, column: 0, cells }], styles }]);
};

test(
  'an alert is told with the two parts of its cause; too few days are told, too',
  async () => {
    const page = await openFile(bench, await daysUpToYesterday(200), 350);
    const pane = paneOf(page);
    await pane.getByRole('tab', { name: fr.tabs.watch }).click({ timeout: PATIENCE });
    await pane.getByRole('heading', { level: 1, name: /^1 alerte/ }).waitFor({ timeout: PATIENCE });
    await pane.getByText(/^Volume \+20\u202f%\u00a0: 6\d\u202f%$/).waitFor({ timeout: PATIENCE });
    await pane.getByText(/^Performance −9\u202f%\u00a0: 3\d\u202f%$/).waitFor({ timeout: PATIENCE });
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    await page.context().close();
    const few = await openFile(bench, await daysUpToYesterday(12), 320);
    const other = paneOf(few);
    await other.getByRole('tab', { name: fr.tabs.watch }).click({ timeout: PATIENCE });
    await other.getByText('12 jours sur 20').first().waitFor({ timeout: PATIENCE });
    expect(await accessibility(few)).toEqual(ACCESSIBLE);
    await few.context().close();
  },
  4 * PATIENCE,
);
