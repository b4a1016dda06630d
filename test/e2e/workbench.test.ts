import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { blankBook } from '../../src/embedded/book/blank';
import { newFile, saveWorkbook } from '../../src/embedded/xlsx/save';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import { PATIENCE, frameOf, paneOf, reopen } from './paneDriver';

const R06 = join(__dirname, '../../../shared/data/workbooks/reports/R06_Call Center Data.xlsx');
const whenShared = existsSync(R06) ? test : test.skip;
if (!existsSync(R06)) console.log('workbench: the shared workbook R06 is absent, its test is left out');

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

const opened = async (): Promise<Page> => {
  const page = await bench.open({ width: 1440, height: 900 });
  await page.goto(bench.url, { timeout: PATIENCE });
  await page.locator('#tabs').getByText('Suivi quotidien').waitFor({ timeout: PATIENCE });
  return page;
};

/** Drops a file on the page as a person does. */
const drop = async (page: Page, file: string, name: string): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    ([base64, fileName]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
      return transfer;
    },
    [readFileSync(file).toString('base64'), name] as const,
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await page.dispatchEvent('#drop', 'drop', { dataTransfer });
  await page.locator('#file-name').getByText(name).waitFor({ timeout: PATIENCE });
};

/** Presses a button of the ribbon; gives what its window says, closed again, or '' where it just ended. */
const pressRibbon = async (page: Page, label: string): Promise<string> => {
  await page.locator('#ribbon').getByText(label, { exact: true }).click();
  const ended = page.getByText(`${label} : terminé.`);
  const window = page.locator('#window');
  await ended.or(window).first().waitFor({ timeout: PATIENCE });
  if (!(await window.isVisible())) return '';
  const said = await page.locator('#window-text').textContent();
  await page.locator('#window-close').click();
  return said ?? '';
};

/** Goes to a cell with the keyboard. */
const goTo = async (page: Page, row: number, column: number): Promise<void> => {
  await page.locator('#sheet').focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < row; step++) await page.keyboard.press('ArrowDown');
  for (let step = 0; step < column; step++) await page.keyboard.press('ArrowRight');
};

const type = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

const axeFinds = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What the user's own workbook looks like is not this page's to judge; the pane has tests of its own.
    const scope = { exclude: [['#sheet .view'], ['#pane iframe']] };
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(scope);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
};

whenShared('a report dropped on the page becomes a météo and its PDF, by the ribbon and the keyboard', async () => {
  const page = await opened();
  await drop(page, R06, 'R06.xlsx');
  await pressRibbon(page, 'Consolider');
  await pressRibbon(page, 'Seuils');
  // Its key indicator and the threshold that it is held to are proposed: nothing has to be typed.
  await expect(pressRibbon(page, 'Générer la météo')).resolves.toBe('');
  await page
    .locator('#tabs')
    .getByText(/^Météo \d/)
    .waitFor({ timeout: PATIENCE });
  // The page is there: its file is made without another click.
  const press = page.locator('#ribbon').getByText('PDF', { exact: true });
  const [pdf] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), press.click()]);
  expect(execFileSync('pdfinfo', [await pdf.path()]).toString()).toMatch(/Pages:\s+1\n/);
  await page.context().close();
});

test('what is typed into a cell is read as in French, and what depends on it follows', async () => {
  const page = await opened();
  await goTo(page, 6, 10);
  await page.locator('#spoken').getByText('K7 : 94,4%').waitFor({ timeout: PATIENCE });
  await goTo(page, 6, 3);
  await type(page, '2 378,0');
  await goTo(page, 6, 10);
  await page.locator('#spoken').getByText('K7 : 50,0%').waitFor({ timeout: PATIENCE });
  await page.context().close();
});

test('tabs by the keyboard; the button that asks opens the pane at its page', async () => {
  const page = await opened();
  await page.locator('#tabs [aria-selected=true]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#tabs [aria-selected=true]').textContent()).resolves.toBe('Synthèse');
  await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('Synthèse');
  await page.locator('#ribbon').getByText('Point flash', { exact: true }).click();
  await paneOf(page).getByRole('tab', { name: 'Suivi', selected: true }).waitFor({ timeout: PATIENCE });
  await page.context().close();
});

test('the sheet is not drawn again for what the pane only reads', async () => {
  const page = await opened();
  const title = paneOf(page).locator('main:not([aria-busy=true]) h1');
  await title.waitFor({ timeout: PATIENCE });
  await page.evaluate(() => {
    let draws = 0;
    new MutationObserver(() => {
      document.body.dataset['draws'] = String(++draws);
    }).observe(document.querySelector('#sheet .heads.rows') ?? document.body, { childList: true, subtree: true });
  });
  await frameOf(page).evaluate(() => location.reload());
  await page.waitForTimeout(500);
  await title.waitFor({ timeout: PATIENCE });
  expect(await page.evaluate(() => document.body.dataset['draws'])).toBeUndefined();
  await pressRibbon(page, 'Consolider');
  await page.locator('#tabs').getByText('Semaine').waitFor({ timeout: PATIENCE });
  expect(Number(await page.evaluate(() => document.body.dataset['draws']))).toBeGreaterThan(0);
  await page.context().close();
});

test('of 3,652 days in 40 columns only those that are seen are in the page, to the last', async () => {
  const book = blankBook({ sheetName: 'Feuil1', fileName: 'long.xlsx' });
  const [sheet] = book.sheets;
  for (let row = 0; row < 3652; row++)
    for (let column = 0; column < 40; column++) sheet?.setCell(row, column, { value: row + 1 });
  const page = await opened();
  await reopen(page, Buffer.from(saveWorkbook(newFile(book))), 'long.xlsx');
  await goTo(page, 0, 0);
  await page.keyboard.press('Control+End');
  await page.locator('#cell-name').getByText('AN3652').waitFor({ timeout: PATIENCE });
  await page.locator('#sheet .text').getByText('3652', { exact: true }).first().waitFor({ timeout: PATIENCE });
  await expect(page.locator('#sheet *').count()).resolves.toBeLessThan(6000);
  await page.context().close();
});

test('axe finds nothing in the page, in three themes', async () => {
  const page = await opened();
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.locator('#theme').selectOption(theme);
    expect([theme, await axeFinds(page)]).toEqual([theme, []]);
  }
  await page.context().close();
});
