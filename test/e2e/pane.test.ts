import { refusalText } from '../../src/embedded/workbench/refusal';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import type { Language } from '../../src/core/meteo/content';
import { consolidationStrings } from '../../src/taskpane/data/consolidationStrings';
import { homeStrings } from '../../src/taskpane/home/strings';
import { kpiStrings } from '../../src/taskpane/kpis/strings';
import { meteoStrings } from '../../src/taskpane/meteo/strings';
import { sourceStrings } from '../../src/taskpane/source/strings';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';

/** A step on a loaded machine may take this long, in milliseconds. */
const PATIENCE = 90_000;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

const opened = async (locale: string): Promise<{ page: Page; errors: string[] }> => {
  const page = await bench.open({ locale });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(bench.url, { timeout: PATIENCE });
  return { page, errors };
};

const paneOf = (page: Page) => page.frameLocator('#pane iframe');

const press = async (page: Page, name: string): Promise<void> => {
  await paneOf(page).getByRole('button', { name, exact: true }).click({ timeout: PATIENCE });
};

const download = async (page: Page, press: () => Promise<void>): Promise<{ name: string; path: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), press()]);
  return { name: file.suggestedFilename(), path: await file.path() };
};

/** KPIs that the sample's columns give. */
const KPIS = 11;

test.each<[string, string, Language, readonly string[]]>([
  ['French', 'fr-FR', 'fr', ['Jour', 'Semaine', 'Mois', 'Année']],
  ['English', 'en-US', 'en', ['Day', 'Week', 'Month', 'Year']],
])(
  '%s: seven clicks from the sample to the météo and its PDF, each on the button of the step before',
  async (_name, locale, language, sheets) => {
    const { page, errors } = await opened(locale);
    await press(page, homeStrings[language].first.find);
    await press(page, sourceStrings[language].confirm);
    await press(page, kpiStrings[language].keep(KPIS));
    await press(page, consolidationStrings[language].run);
    await press(page, consolidationStrings[language].meteo);
    await press(page, meteoStrings[language].generate);
    const pdf = await download(page, () => press(page, meteoStrings[language].result.pdf.label));
    expect(pdf.name).toMatch(/^Meteo_(?:.+_)?001_\d{4}-\d{2}-\d{2}\.pdf$/);
    expect(execFileSync('pdfinfo', [pdf.path]).toString()).toMatch(/Pages:\s+1\n/);

    const workbook = await download(page, () => page.locator('#download').click());
    const saved = openWorkbook(new Uint8Array(readFileSync(workbook.path)), workbook.name);
    if (!saved.ok) throw new Error(saved.problem.code);
    const names = saved.value.book.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...sheets, `Météo ${pdf.name.slice(-14, -4)}`]));
    expect(errors).toEqual([]);
    await page.context().close();
  },
);

test('an empty workbook: the template comes first', async () => {
  const { page } = await opened('fr-FR');
  await paneOf(page).getByRole('button', { name: homeStrings.fr.first.find, exact: true }).waitFor({ timeout: PATIENCE });
  const { blankBook } = await import('../../src/embedded/book/blank');
  const { newFile, saveWorkbook } = await import('../../src/embedded/xlsx/save');
  const buffer = Buffer.from(saveWorkbook(newFile(blankBook({ sheetName: 'Feuil1', fileName: 'vide.xlsx' }))));
  await page.locator('#open').setInputFiles({ name: 'vide.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByText('vide.xlsx').first().waitFor({ timeout: PATIENCE });
  await paneOf(page)
    .locator('main button', { hasText: homeStrings.fr.first.template })
    .and(paneOf(page).locator('main button:first-of-type').first())
    .waitFor({ timeout: PATIENCE });
  await page.context().close();
});

test('a file that is no workbook: the page says so and keeps what was open', async () => {
  const { page } = await opened('fr-FR');
  await page.locator('#file-name').getByText('exemple-centre-appels.xlsx').waitFor({ timeout: PATIENCE });
  await page
    .locator('#open')
    .setInputFiles({ name: 'notes.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('bonjour') });
  await page
    .getByText(refusalText({ code: 'file-not-workbook', params: { file: 'notes.xlsx' } }, 'fr-FR'))
    .waitFor({ timeout: PATIENCE });
  await expect(page.locator('#file-name').textContent()).resolves.toBe('exemple-centre-appels.xlsx');
  await page.context().close();
});

test('nothing leaves the machine', async () => {
  const page = await bench.open();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(bench.url, { timeout: PATIENCE });
  await paneOf(page).getByRole('button', { name: homeStrings.fr.first.find, exact: true }).waitFor({ timeout: PATIENCE });
  expect([...hosts].filter((host) => host !== new URL(bench.url).host && host !== '')).toEqual([]);
  await page.context().close();
});

test.each([320, 450])('axe finds nothing in the pane, %d pixels wide', async (width) => {
  const page = await bench.open();
  await page.goto(bench.url, { timeout: PATIENCE });
  await page.addStyleTag({ content: `#pane { width: ${String(width)}px !important }` });
  await paneOf(page).getByRole('button', { name: homeStrings.fr.first.find, exact: true }).waitFor({ timeout: PATIENCE });
  const frame = page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  if (!frame) throw new Error('no pane');
  // The button's colour changes gradually when it becomes enabled.
  await frame.waitForFunction(() => !document.querySelector('button[disabled]') && document.getAnimations().length === 0, null, {
    timeout: PATIENCE,
  });
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(found).toEqual([]);
  await page.context().close();
});
