import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { openEmbedded } from '../excel/embedded';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { sourceStrings } from '../../src/taskpane/source/strings';
import { fr } from '../../src/taskpane/strings/fr';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';

/** A step on a loaded machine may take this long, in milliseconds. */
const PATIENCE = 90_000;
const SOURCE = sourceStrings.fr;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

const paneOf = (page: Page): FrameLocator => page.frameLocator('#pane iframe');
const button = (page: Page, name: string) => paneOf(page).getByRole('button', { name, exact: true });
const press = (page: Page, name: string): Promise<void> => button(page, name).click({ timeout: PATIENCE });

/** A workbook of a daily sheet, written by the add-in's own writer: dates, calls, durations, a comment. */
const workbookWith = async (headers: readonly string[], dates: readonly (number | string)[]): Promise<Buffer> => {
  const book = await openEmbedded();
  try {
    const rows = dates.map((date, index) => [
      typeof date === 'number' ? { number: date } : { text: date },
      { number: 200 + index },
      { number: 180 + index },
      { number: 300 + (index % 7) },
      { text: `commentaire libre numéro ${String(index)}, jamais lu` },
    ]);
    const cells = [headers.map((text) => ({ text })), ...rows];
    const styles = [{ area: { row: 1, column: 0, rows: dates.length, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }];
    const sheet = { name: 'Suivi', owner: 'user' as const, blocks: [{ row: 0, column: 0, cells }], styles };
    const written = await book.port.write({ sheets: [sheet], names: [] });
    if (!written.ok) throw new Error(written.problem.code);
    return Buffer.from(book.save());
  } finally {
    book.close();
  }
};

const HEADERS = ['Date', 'Appels reçus', 'Décrochés', 'DMT (s)', 'Commentaire'];
const DAYS = Array.from({ length: 90 }, (_, index) => 46_023 + index);
/** The same days as a spreadsheet of the other language read them: up to the 12th exchanged, the others left as text. */
const EXCHANGED = DAYS.map((serial) => {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (day > 12) return `${String(day)}/${String(month).padStart(2, '0')}/${String(year)}`;
  return Math.round((Date.UTC(year, day - 1, month) - Date.UTC(1899, 11, 30)) / 86_400_000);
});

const openFile = async (page: Page, buffer: Buffer): Promise<void> => {
  await button(page, fr.steps.confirm.button).waitFor({ timeout: PATIENCE });
  await page.locator('#open').setInputFiles({ name: 'suivi.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByText('suivi.xlsx').first().waitFor({ timeout: PATIENCE });
};

/** The page Source of a file, in a pane so wide. */
const sourceOf = async (buffer: Buffer, width = 350): Promise<Page> => {
  const page = await bench.open({ width: 1400, height: 900 });
  await page.goto(bench.url, { timeout: PATIENCE });
  await page.addStyleTag({ content: `#pane { width: ${String(width)}px !important }` });
  await openFile(page, buffer);
  await press(page, fr.steps.confirm.button);
  await button(page, SOURCE.confirm).waitFor({ timeout: PATIENCE });
  return page;
};

const saved = async (page: Page) => {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.locator('#download').click()]);
  const opened = openWorkbook(new Uint8Array(readFileSync(await file.path())), 'suivi.xlsx');
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value.book;
};

test('found, one column left out, confirmed, consolidated: the figures follow what was said', async () => {
  const page = await sourceOf(await workbookWith(HEADERS, DAYS));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const pane = paneOf(page);
  expect(await pane.getByRole('heading', { level: 1 }).textContent()).toContain('90');
  await button(page, SOURCE.changeOf('Décrochés')).click();
  await pane.getByLabel(SOURCE.check.label('Décrochés', SOURCE.place('C', false))).selectOption('measure mails_traites');
  await press(page, SOURCE.confirm);
  await pane.getByText(fr.outcome.confirmed).waitFor({ timeout: PATIENCE });
  await press(page, fr.steps.consolidate.button);
  await button(page, fr.steps.thresholds.button).waitFor({ timeout: PATIENCE });
  const book = await saved(page);
  const table = (name: string) => book.sheets.flatMap(({ tables }) => tables).find((found) => found.name === name);
  const week = table('tblSemaine')?.columns.map(({ name }) => name) ?? [];
  expect(week.some((label) => /reçus/.test(label))).toBe(true);
  expect(week.some((label) => /QS|traités/i.test(label) && !/mail/i.test(label))).toBe(false);
  expect(table('tblSources')).toBeDefined();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a click on a row selects its column in the sheet', async () => {
  const page = await sourceOf(await workbookWith(HEADERS, DAYS));
  await paneOf(page)
    .getByRole('button', { name: /^Appels reçus/ })
    .click();
  const frame = page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  await frame?.waitForFunction(
    () =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load('address');
        await context.sync();
        return range.address === 'Suivi!B1:B91';
      }),
    null,
    { timeout: PATIENCE },
  );
  await page.context().close();
});

test('day and month exchanged: asked with the consequence of each answer, and the answer holds', async () => {
  const page = await sourceOf(await workbookWith(HEADERS, EXCHANGED));
  const pane = paneOf(page);
  await pane.getByText(SOURCE.dates.complete).waitFor({ timeout: PATIENCE });
  await expect(pane.getByRole('radio').first().isChecked()).resolves.toBe(true);
  await press(page, SOURCE.confirm);
  await press(page, fr.steps.consolidate.button);
  await button(page, fr.steps.thresholds.button).waitFor({ timeout: PATIENCE });
  const book = await saved(page);
  const month = book.sheets.find(({ name }) => name === 'Mois');
  const keys = [...(month?.cells.values() ?? [])]
    .map(({ value }) => value)
    .filter((value) => /^\d{4}-\d{2}$/.test(String(value)));
  expect(keys).toEqual(['2026-01', '2026-02', '2026-03']);
  await page.context().close();
});

test('a header that changed after the confirmation: the pane asks, and goes on once it is answered', async () => {
  const page = await sourceOf(await workbookWith(HEADERS, DAYS));
  const pane = paneOf(page);
  await press(page, SOURCE.confirm);
  await pane.getByText(fr.outcome.confirmed).waitFor({ timeout: PATIENCE });
  const book = await openEmbedded(new Uint8Array(readFileSync(await downloaded(page))));
  let changed: Buffer;
  try {
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Suivi').getRange('B1').values = [['Contacts entrants']];
      await context.sync();
    });
    changed = Buffer.from(book.save());
  } finally {
    book.close();
  }
  await page.locator('#open').setInputFiles({ name: 'autre.xlsx', mimeType: 'application/octet-stream', buffer: changed });
  await page.getByText('autre.xlsx').first().waitFor({ timeout: PATIENCE });
  await press(page, fr.steps.confirm.button);
  await pane.getByText(SOURCE.changed.question('Appels reçus')).waitFor({ timeout: PATIENCE });
  await press(page, SOURCE.confirm);
  await pane.getByText(SOURCE.remaining(1)).waitFor({ timeout: PATIENCE });
  await pane.getByRole('radio', { name: new RegExp(SOURCE.changed.same) }).check();
  await press(page, SOURCE.confirm);
  await press(page, fr.steps.consolidate.button);
  await button(page, fr.steps.thresholds.button).waitFor({ timeout: PATIENCE });
  await page.context().close();
});

const downloaded = async (page: Page): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.locator('#download').click()]);
  return file.path();
};

test.each([320, 450])('axe finds nothing in the page Source, %d pixels wide, and nothing scrolls sideways', async (width) => {
  const page = await sourceOf(await workbookWith(HEADERS, EXCHANGED), width);
  await button(page, SOURCE.changeOf('Décrochés')).click();
  const frame = page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  if (!frame) throw new Error('no pane');
  await frame.waitForFunction(() => document.getAnimations().length === 0, null, { timeout: PATIENCE });
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(found).toEqual([]);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  if (process.env.SHOTS) await page.locator('#pane').screenshot({ path: `${process.env.SHOTS}/source-${String(width)}.png` });
  await page.context().close();
});
