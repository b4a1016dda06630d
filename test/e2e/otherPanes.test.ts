import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { homeStrings } from '../../src/taskpane/home/strings';
import { kpiStrings } from '../../src/taskpane/kpis/strings';
import { meteoStrings } from '../../src/taskpane/meteo/strings';
import { otherVersionStrings } from '../../src/taskpane/parts/otherVersionStrings';
import { runStrings } from '../../src/taskpane/parts/runStrings';
import { fr } from '../../src/taskpane/strings/fr';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import { ACCESSIBLE, PATIENCE, accessibility, button, openFile, openRow, paneOf, press, reopen } from './paneDriver';

const TEXTS = meteoStrings.fr;
const CHOICES = otherVersionStrings.fr;
const SAMPLE = readFileSync(join(__dirname, '../../assets/exemple-centre-appels.xlsx'));

let bench: Workbench;
beforeAll(async () => {
  bench = await startWorkbench();
}, START_TIMEOUT);
afterAll(() => bench.close());

/** The field of the message, in the tab Météo. */
const message = async (page: Page): Promise<Locator> => {
  await paneOf(page).getByRole('tab', { name: fr.tabs.meteo }).click({ timeout: PATIENCE });
  const field = paneOf(page).getByLabel(TEXTS.message.label);
  await button(page, TEXTS.enlarge).waitFor({ timeout: PATIENCE });
  if (!(await field.isVisible())) await paneOf(page).locator('#meteo-message').click({ timeout: PATIENCE });
  await field.waitFor({ timeout: PATIENCE });
  return field;
};

test('the pane follows what a button of the ribbon does, without being asked, and the focus stays in it', async () => {
  const page = await openFile(bench, SAMPLE);
  const pane = paneOf(page);
  await button(page, homeStrings.fr.first.find).focus();
  await page.locator('#ribbon').getByText('Consolider', { exact: true }).click();
  await pane.getByRole('heading', { level: 1, name: /à faire/ }).waitFor({ timeout: PATIENCE });
  await page.context().close();
}, 180_000);

test('two panes: each says what the other typed, nothing is gone over unasked; Ctrl + Enter does the dock’s action', async () => {
  const page = await openFile(bench, SAMPLE);
  const first = await message(page);
  await first.fill('Le premier');
  const other = await page.context().newPage();
  await other.goto(bench.url, { timeout: PATIENCE });
  await button(other, homeStrings.fr.first.find).waitFor({ timeout: PATIENCE });
  await reopen(other, SAMPLE, 'suivi.xlsx');
  const second = await message(other);
  await paneOf(other)
    .getByText(/^Brouillon de/)
    .waitFor({ timeout: PATIENCE });
  expect(await second.inputValue()).toBe('Le premier');

  await second.fill('Le second');
  const question = button(page, CHOICES.take);
  await question.waitFor({ timeout: PATIENCE });
  expect(await first.inputValue()).toBe('Le premier');
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await press(page, CHOICES.take);
  await question.waitFor({ state: 'detached', timeout: PATIENCE });
  expect(await first.inputValue()).toBe('Le second');

  await first.press('Control+Enter');
  await paneOf(page)
    .getByRole('heading', { level: 1, name: TEXTS.title.ready(1) })
    .waitFor({ timeout: PATIENCE });
  expect(await button(page, TEXTS.result.pdf.label).last().getAttribute('aria-keyshortcuts')).toContain('Control+Enter');
  await page.context().close();
}, 240_000);

test('a KPI’s form that is left in the middle comes back as it was, is saved by its keys, and undone from the list', async () => {
  const page = await openFile(bench, SAMPLE);
  const pane = paneOf(page);
  const label = pane.getByLabel(kpiStrings.fr.fields.label, { exact: true });
  await openRow(page, 'kpis');
  await pane.locator('[aria-labelledby="kpis-keys"] .row-button').first().click({ timeout: PATIENCE });
  await label.fill('Mon indicateur', { timeout: PATIENCE });
  await openRow(page, 'kpis');
  await pane.getByText(/^Brouillon de .* repris/).waitFor({ timeout: PATIENCE });
  expect(await label.inputValue()).toBe('Mon indicateur');

  await label.press('Control+Enter');
  await pane.getByText(kpiStrings.fr.saved('Mon indicateur')).waitFor({ timeout: PATIENCE });
  await press(page, runStrings.fr.undo);
  await pane.getByText(runStrings.fr.undone).waitFor({ timeout: PATIENCE });
  await page.context().close();
}, 180_000);
