import type { Page } from 'playwright-core';
import { dataStrings } from '../../src/taskpane/data/strings';
import { findingStrings } from '../../src/taskpane/findings/strings';
import { homeStrings } from '../../src/taskpane/home/strings';
import { kpiStrings } from '../../src/taskpane/kpis/strings';
import { templateStrings } from '../../src/taskpane/template/strings';
import { fr } from '../../src/taskpane/strings/fr';
import { blankBook } from '../../src/embedded/book/blank';
import { newFile, saveWorkbook } from '../../src/embedded/xlsx/save';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import {
  ACCESSIBLE,
  PATIENCE,
  accessibility,
  button,
  frameOf,
  openFile,
  openRow,
  paneOf,
  press,
  savedBook,
  workbookOf,
} from './paneDriver';

const FINDINGS = findingStrings.fr;
const KPIS = kpiStrings.fr;
const TEMPLATE = templateStrings.fr;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

/** Calls of 60 days with their rate, and under them the mean of the rates. */
const withAverageOfRates = (): Promise<Buffer> => {
  const rows = Array.from({ length: 60 }, (_, index) => [
    { number: 46_023 + index },
    { number: 100 + 10 * (index % 7) },
    { number: 60 + 12 * (index % 5) },
    { formula: `=C${String(index + 2)}/B${String(index + 2)}` },
  ]);
  const cells = [
    ['Date', 'Appels reçus', 'Appels traités', 'Taux de décroché'].map((text) => ({ text })),
    ...rows,
    [{ text: 'Total' }, { formula: '=SUM(B2:B61)' }, { formula: '=SUM(C2:C61)' }, { formula: '=AVERAGE(D2:D61)' }],
  ];
  const styles = [
    { area: { row: 1, column: 0, rows: 60, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } },
    { area: { row: 1, column: 3, rows: 61, columns: 1 }, style: { numberFormat: '0.0%' } },
  ];
  return workbookOf([{ name: 'Suivi', blocks: [{ row: 0, column: 0, cells }], styles }]);
};

/** Home's way to the templates. */
const openTemplates = (page: Page): Promise<void> => press(page, homeStrings.fr.first.template);

test('an average of rates: shown, exact, and the formula written beside it in one click', async () => {
  const page = await openFile(bench, await withAverageOfRates());
  await openRow(page, 'findings');
  const pane = paneOf(page);
  const write = pane.getByRole('button', { name: /^Écrire à côté, en / });
  await write.first().waitFor({ timeout: PATIENCE });
  await expect(pane.getByText(FINDINGS.exact, { exact: true }).first().isVisible()).resolves.toBe(true);
  const target = (await write.first().textContent())?.replace(FINDINGS.beside(''), '') ?? '';
  await write.first().click();
  await button(page, FINDINGS.written(target)).waitFor({ timeout: PATIENCE });
  const sheet = (await savedBook(page)).sheets.find(({ name }) => name === 'Suivi');
  const formulas = [...(sheet?.cells.values() ?? [])].map(({ formula }) => formula ?? '');
  expect(formulas).toContain('AVERAGE(D2:D61)');
  expect(formulas.some((formula) => /SUM\(/.test(formula) && /\//.test(formula))).toBe(true);
  await page.context().close();
});

test('a KPI of the user’s own: checked while it is typed, then a row of the dictionary', async () => {
  const page = await openFile(bench, await withAverageOfRates());
  await openRow(page, 'kpis');
  await press(page, KPIS.add);
  const pane = paneOf(page);
  await pane.getByLabel(KPIS.fields.label, { exact: true }).fill('Taux de réponse');
  await pane.getByLabel(KPIS.fields.denominator).fill('[Appels reçus]');
  await pane.getByLabel(KPIS.fields.numerator, { exact: true }).fill('[Appels perdus]');
  await pane.getByText('La colonne «\u202fAppels perdus\u202f» est introuvable.').waitFor({ timeout: PATIENCE });
  await pane.getByLabel(KPIS.fields.numerator, { exact: true }).fill('[Appels traités]');
  await pane.getByLabel(KPIS.fields.green).fill('80');
  await pane.getByLabel(KPIS.fields.amber).fill('85');
  await pane.getByText('L’alerte doit être sous 80\u202f%.').waitFor({ timeout: PATIENCE });
  await pane.getByLabel(KPIS.fields.amber).fill('70');
  await press(page, KPIS.save);
  await pane.getByText(KPIS.saved('Taux de réponse')).waitFor({ timeout: PATIENCE });
  await pane.getByRole('button', { name: /^Taux de réponse/ }).waitFor({ timeout: PATIENCE });
  // Nothing is consolidated yet: that comes next, and there is nothing to colour.
  await button(page, KPIS.consolidate).waitFor({ timeout: PATIENCE });
  expect(await button(page, KPIS.colour).count()).toBe(0);
  const sheet = (await savedBook(page)).sheets.find(({ tables }) => tables.some(({ name }) => name === 'tblKpi'));
  const values = [...(sheet?.cells.values() ?? [])].map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(['Taux de réponse', 0.8, 0.7]));
  await page.context().close();
});

describe('with the keyboard alone', () => {
  test.each(['Escape', 'Alt+ArrowLeft'])('%s leads back, to a title that has the focus', async (key) => {
    const page = await openFile(bench, await withAverageOfRates());
    await paneOf(page).getByRole('tab', { name: fr.tabs.data }).click({ timeout: PATIENCE });
    const row = paneOf(page).getByRole('button', { name: new RegExp(`^${dataStrings.fr.rows.kpis}`) });
    await row.focus({ timeout: PATIENCE });
    await page.keyboard.press('Enter');
    await button(page, KPIS.add).focus({ timeout: PATIENCE });
    await page.keyboard.press(key);
    await row.waitFor({ timeout: PATIENCE });
    await frameOf(page).waitForFunction(() => document.activeElement?.tagName === 'H1', null, { timeout: PATIENCE });
    await page.context().close();
  });

  test('Escape in a field of the form keeps what is typed', async () => {
    const page = await openFile(bench, await withAverageOfRates());
    await openRow(page, 'kpis');
    await press(page, KPIS.add);
    const name = paneOf(page).getByLabel(KPIS.fields.label, { exact: true });
    await name.fill('Taux de réponse');
    await page.keyboard.press('Escape');
    await expect(name.inputValue()).resolves.toBe('Taux de réponse');
    await page.context().close();
  });

  test('a formula that is written leaves the focus where it stands now', async () => {
    const page = await openFile(bench, await withAverageOfRates());
    await openRow(page, 'findings');
    const pane = paneOf(page);
    const write = pane.getByRole('button', { name: /^Écrire à côté, en / }).first();
    await write.focus({ timeout: PATIENCE });
    const target = (await write.textContent())?.replace(FINDINGS.beside(''), '') ?? '';
    await page.keyboard.press('Enter');
    const written = button(page, FINDINGS.written(target));
    await written.waitFor({ timeout: PATIENCE });
    await expect(written.evaluate((link) => link === document.activeElement)).resolves.toBe(true);
    await page.context().close();
  });
});

const emptyFile = (): Buffer => Buffer.from(saveWorkbook(newFile(blankBook({ sheetName: 'Feuil1', fileName: 'vide.xlsx' }))));

test('an empty workbook: a template with examples, which go in one click', async () => {
  const page = await openFile(bench, emptyFile());
  await openTemplates(page);
  await press(page, TEMPLATE.create);
  await press(page, homeStrings.fr.examples.remove);
  await button(page, homeStrings.fr.examples.remove).waitFor({ state: 'detached', timeout: PATIENCE });
  const names = (await savedBook(page)).sheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Données', 'Dictionnaire', 'Paramètres']));
  await page.context().close();
});

describe.each([320, 450])('axe finds nothing, %d pixels wide', (width) => {
  test('in the findings', async () => {
    const page = await openFile(bench, await withAverageOfRates(), width);
    await openRow(page, 'findings');
    await button(page, FINDINGS.ignore).or(paneOf(page).getByText(FINDINGS.exact)).first().waitFor({ timeout: PATIENCE });
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    await page.context().close();
  });

  test('in the KPIs and the form of one, with what is wrong in it', async () => {
    const page = await openFile(bench, await withAverageOfRates(), width);
    await openRow(page, 'kpis');
    // The rows of the page that led here are gone, and those of the KPIs are read.
    await paneOf(page).locator(`button:enabled:has-text("${KPIS.add}")`).waitFor({ timeout: PATIENCE });
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    await press(page, KPIS.add);
    await press(page, KPIS.save);
    await paneOf(page).getByText('Donnez un nom').waitFor({ timeout: PATIENCE });
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    await page.context().close();
  });

  test('in the templates', async () => {
    const page = await openFile(bench, emptyFile(), width);
    await openTemplates(page);
    await button(page, TEMPLATE.create).waitFor({ timeout: PATIENCE });
    expect(await accessibility(page)).toEqual(ACCESSIBLE);
    await page.context().close();
  });
});
