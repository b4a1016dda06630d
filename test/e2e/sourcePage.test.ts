import type { Page } from 'playwright-core';
import { openEmbedded } from '../excel/embedded';
import { sourceStrings } from '../../src/taskpane/source/strings';
import { consolidationStrings } from '../../src/taskpane/data/consolidationStrings';
import { homeStrings } from '../../src/taskpane/home/strings';
import { kpiStrings } from '../../src/taskpane/kpis/strings';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import {
  ACCESSIBLE,
  PATIENCE,
  accessibility,
  button,
  download,
  frameOf,
  openFile,
  paneOf,
  press,
  reopen,
  savedBook,
  workbookOf,
} from './paneDriver';

const SOURCE = sourceStrings.fr;
const CONSOLIDATION = consolidationStrings.fr;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

const HEADERS = ['Date', 'Appels reçus', 'Décrochés', 'DMT (s)', 'Commentaire'];
const DAYS = Array.from({ length: 90 }, (_, index) => 46_023 + index);
/** The same days as a spreadsheet of the other language read them: up to the 12th exchanged, the others left as text. */
const EXCHANGED = DAYS.map((serial) => {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (day > 12) return `${String(day)}/${String(month).padStart(2, '0')}/${String(year)}`;
  return Math.round((Date.UTC(year, day - 1, month) - Date.UTC(1899, 11, 30)) / 86_400_000);
});

/** A daily sheet: dates, calls, durations, a comment. */
const daily = (dates: readonly (number | string)[]): Promise<Buffer> => {
  const rows = dates.map((date, index) => [
    typeof date === 'number' ? { number: date } : { text: date },
    { number: 200 + index },
    { number: 180 + index },
    { number: 300 + (index % 7) },
    { text: `commentaire libre numéro ${String(index)}, jamais lu` },
  ]);
  const cells = [HEADERS.map((text) => ({ text })), ...rows];
  const styles = [{ area: { row: 1, column: 0, rows: dates.length, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }];
  return workbookOf([{ name: 'Suivi', blocks: [{ row: 0, column: 0, cells }], styles }]);
};

/** The page Source of a file. */
const sourceOf = async (buffer: Buffer, width?: number): Promise<Page> => {
  const page = await openFile(bench, buffer, width);
  await press(page, homeStrings.fr.first.find);
  await button(page, SOURCE.change)
    .or(button(page, SOURCE.changeOf('Décrochés')))
    .first()
    .waitFor({ timeout: PATIENCE });
  return page;
};

const consolidate = async (page: Page): Promise<void> => {
  await paneOf(page)
    .getByRole('button', { name: /^Retenir ce/ })
    .click({ timeout: PATIENCE });
  await press(page, CONSOLIDATION.run);
  await button(page, CONSOLIDATION.meteo).waitFor({ timeout: PATIENCE });
};

test('found, one column corrected, confirmed, consolidated: the figures follow what was said', async () => {
  const page = await sourceOf(await daily(DAYS));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const pane = paneOf(page);
  expect(await pane.getByRole('heading', { level: 1 }).textContent()).toContain('90');
  await press(page, SOURCE.changeOf('Décrochés'));
  await pane.getByLabel(SOURCE.check.label('Décrochés', SOURCE.place('C', false))).selectOption('measure:mails_traites');
  await press(page, SOURCE.confirm);
  await consolidate(page);
  const book = await savedBook(page);
  const table = (name: string) => book.sheets.flatMap(({ tables }) => tables).find((found) => found.name === name);
  const week = table('tblSemaine')?.columns.map(({ name }) => name) ?? [];
  expect(week.some((label) => /reçus/.test(label))).toBe(true);
  expect(week.some((label) => /QS|traités/i.test(label) && !/mail/i.test(label))).toBe(false);
  expect(table('tblSources')).toBeDefined();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a click on a row selects its column in the sheet', async () => {
  const page = await sourceOf(await daily(DAYS));
  await paneOf(page)
    .getByRole('button', { name: /^Appels reçus/ })
    .click();
  await frameOf(page).waitForFunction(
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
  const page = await sourceOf(await daily(EXCHANGED));
  const pane = paneOf(page);
  await pane.getByText(SOURCE.dates.complete).waitFor({ timeout: PATIENCE });
  await expect(pane.getByRole('radio').first().isChecked()).resolves.toBe(true);
  await press(page, SOURCE.confirm);
  await consolidate(page);
  const month = (await savedBook(page)).sheets.find(({ name }) => name === 'Mois');
  const keys = [...(month?.cells.values() ?? [])]
    .map(({ value }) => String(value))
    .filter((value) => /^\d{4}-\d{2}$/.test(value));
  expect(keys.slice(0, 3)).toEqual(['2026-01', '2026-02', '2026-03']);
  await page.context().close();
});

test('a header that changed after the confirmation: the pane asks, and goes on once it is answered', async () => {
  const page = await sourceOf(await daily(DAYS));
  const pane = paneOf(page);
  await press(page, SOURCE.confirm);
  await button(page, kpiStrings.fr.add).waitFor({ timeout: PATIENCE });
  const book = await openEmbedded(await download(page));
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('B1').values = [['Contacts entrants']];
    await context.sync();
  });
  await reopen(page, Buffer.from(book.save()), 'autre.xlsx');
  book.close();
  await press(page, homeStrings.fr.resume.source.button);
  await pane.getByText(SOURCE.changed.question('Appels reçus')).waitFor({ timeout: PATIENCE });
  await press(page, SOURCE.confirm);
  await pane.getByText(SOURCE.remaining(1)).waitFor({ timeout: PATIENCE });
  await pane.getByRole('radio', { name: new RegExp(SOURCE.changed.same) }).check();
  await press(page, SOURCE.confirm);
  await consolidate(page);
  await page.context().close();
});

test.each([320, 450])('axe finds nothing in the page Source, %d pixels wide, and nothing scrolls sideways', async (width) => {
  const page = await sourceOf(await daily(EXCHANGED), width);
  await press(page, SOURCE.changeOf('Décrochés'));
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await page.context().close();
});
