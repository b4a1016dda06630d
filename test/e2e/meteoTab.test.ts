import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { markSent } from '../../src/actions/markSent';
import { serialOf } from '../../src/core/period/serial';
import { homeStrings } from '../../src/taskpane/home/strings';
import { SECTIONS, type SectionName } from '../../src/taskpane/meteo/meteoState';
import { meteoStrings } from '../../src/taskpane/meteo/strings';
import { en } from '../../src/taskpane/strings/en';
import { fr } from '../../src/taskpane/strings/fr';
import { openEmbedded } from '../excel/embedded';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import { ACCESSIBLE, PATIENCE, accessibility, button, frameOf, openFile, paneOf, press, savedBook } from './paneDriver';
import { otherVersionStrings } from '../../src/taskpane/parts/otherVersionStrings';

const TEXTS = meteoStrings.fr;
const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
/** A keystroke is in the page's picture before this, in milliseconds. */
const KEYSTROKE = 100;
/** From the pane to the PDF, in seconds. */
const EVERY_DAY = 60;

let bench: Workbench;
let everyDay: Buffer;

/** The sample as it is in use: consolidated, with a météo that was sent two weeks ago. */
const inUse = async (): Promise<Buffer> => {
  const book = await openEmbedded(new Uint8Array(readFileSync(SAMPLE)));
  try {
    const now = new Date();
    const today = serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
    const then = today - 14;
    const language = 'fr';
    const results = [
      await consolidateWorkbook(book.port, { language, today }),
      await generateMeteo(book.port, { language, issued: then, minutes: 8 }),
      await markSent(book.port, { language, today: then }),
    ];
    for (const result of results) if (!result.ok) throw new Error(result.problem.code);
    return Buffer.from(book.save());
  } finally {
    book.close();
  }
};

beforeAll(async () => {
  everyDay = await inUse();
  bench = await startWorkbench();
}, START_TIMEOUT);
afterAll(() => bench.close());

/** Opens the tab, with the page drafted. */
const openTab = async (page: Page): Promise<void> => {
  await paneOf(page).getByRole('tab', { name: fr.tabs.meteo }).click({ timeout: PATIENCE });
  await button(page, TEXTS.enlarge).waitFor({ timeout: PATIENCE });
};

const heading = (page: Page, section: SectionName) => paneOf(page).locator(`#meteo-${section}`);

const saved = async (page: Page, act: () => Promise<void>): Promise<{ name: string; pages: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), act()]);
  return { name: file.suggestedFilename(), pages: execFileSync('pdfinfo', [await file.path()]).toString() };
};

test('every day: three clicks from the pane to the PDF, then the mail, and sent', async () => {
  const page = await openFile(bench, everyDay);
  const pane = paneOf(page);
  const due = pane
    .getByRole('button', {
      name: homeStrings.fr.today.open.meteo({ kind: 'meteo', page: 'meteo', due: null, number: 2, ready: false, lateBy: 0 }),
    })
    .or(pane.getByRole('button', { name: /^Météo n°/ }))
    .first();
  await due.waitFor({ timeout: PATIENCE });
  let clicks = 0;
  const began = Date.now();
  const click = async (act: () => Promise<void>): Promise<void> => {
    clicks += 1;
    await act();
  };
  await click(() => due.click());
  await click(() => press(page, TEXTS.generate));
  const pdf = await saved(page, () => click(() => press(page, TEXTS.result.pdf.label)));
  const seconds = (Date.now() - began) / 1000;
  console.log(`from the pane to the PDF: ${String(clicks)} clicks, ${seconds.toFixed(1)} s`);
  expect(clicks).toBe(3);
  expect(seconds).toBeLessThanOrEqual(EVERY_DAY);
  expect(pdf.name).toMatch(/^Meteo_.+_002_\d{4}-\d{2}-\d{2}\.pdf$/);
  expect(pdf.pages).toMatch(/Pages:\s+1\n/);

  await press(page, TEXTS.result.mail.label);
  await pane.getByLabel(TEXTS.result.mail.subject).waitFor({ timeout: PATIENCE });
  await press(page, TEXTS.result.sent.label);
  await pane.getByRole('heading', { level: 1, name: /^Météo n°\s2 envoyée/ }).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await press(page, TEXTS.history.link);
  await pane.getByRole('heading', { level: 1, name: TEXTS.history.title(2) }).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  const sheets = (await savedBook(page)).sheets.map(({ name }) => name);
  expect(sheets.filter((name) => name.startsWith('Météo '))).toHaveLength(2);
  await page.context().close();
});

test.each([320, 450])('axe finds nothing in any section nor in the preview, %d pixels wide', async (width) => {
  const page = await openFile(bench, everyDay, width);
  await openTab(page);
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  for (const section of SECTIONS) {
    await heading(page, section).click({ timeout: PATIENCE });
    await paneOf(page).locator(`#meteo-${section}[aria-expanded=true]`).waitFor({ timeout: PATIENCE });
    expect({ section, ...(await accessibility(page)) }).toEqual({ section, ...ACCESSIBLE });
  }
  await press(page, TEXTS.enlarge);
  await press(page, TEXTS.preview.actual);
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await page.context().close();
});

/** Types into the focused field; milliseconds from each key to the frame that shows it in the page's picture. */
const typed = async (page: Page, text: string): Promise<readonly number[]> => {
  const frame = frameOf(page);
  await frame.evaluate(() => {
    const times: number[] = [];
    let pressed = 0;
    document.addEventListener('input', () => (pressed = performance.now()), true);
    new MutationObserver(() => requestAnimationFrame(() => times.push(performance.now() - pressed))).observe(
      document.querySelector('.thumbnail img') as Node,
      { attributes: true, attributeFilter: ['src'] },
    );
    Object.assign(window, { times });
  });
  await page.keyboard.type(text, { delay: 250 });
  return frame.evaluate(() => (window as unknown as { times: number[] }).times);
};

test('what is typed is in the picture at once, and there again after a reload', async () => {
  const page = await openFile(bench, everyDay);
  await openTab(page);
  await heading(page, 'message').click();
  const message = paneOf(page).getByLabel(TEXTS.message.label);
  // Shorter than what is drafted: there is room for what is typed behind it.
  const picture = paneOf(page).locator('.thumbnail img');
  const before = await picture.getAttribute('src');
  await message.fill('Semaine calme.');
  while ((await picture.getAttribute('src')) === before) await page.waitForTimeout(20);
  await message.press('Control+End');
  const times = [...(await typed(page, ' Bravo.'))].sort((one, other) => one - other);
  const median = times[Math.floor(times.length / 2)] ?? Infinity;
  console.log(`a keystroke to the picture: ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
  // The space before the word changes nothing on the page until a letter follows.
  expect(times).toHaveLength('Bravo.'.length);
  expect(median).toBeLessThan(KEYSTROKE);
  const text = await message.inputValue();
  expect(text.endsWith(' Bravo.')).toBe(true);

  await frameOf(page).evaluate(() => location.reload());
  await openTab(page);
  await paneOf(page)
    .getByText(/^Brouillon de \d\d:\d\d repris\./)
    .waitFor({ timeout: PATIENCE });
  await expect(paneOf(page).locator('#meteo-message').locator('xpath=../following-sibling::p').textContent()).resolves.toBe(text);
  await press(page, otherVersionStrings.fr.startOver);
  await paneOf(page)
    .getByText(/^Brouillon de/)
    .waitFor({ state: 'detached', timeout: PATIENCE });
  await page.context().close();
});

test('with the keyboard alone: a worse state asks for its reason, an action for who and when, then the page is written', async () => {
  const page = await openFile(bench, everyDay);
  await paneOf(page).getByRole('tab', { name: fr.tabs.home }).focus({ timeout: PATIENCE });
  while ((await paneOf(page).getByRole('tab', { name: fr.tabs.meteo }).getAttribute('aria-selected')) !== 'true')
    await page.keyboard.press('ArrowRight');
  await button(page, TEXTS.enlarge).waitFor({ timeout: PATIENCE });
  await heading(page, 'state').focus();
  await page.keyboard.press('Enter');
  await paneOf(page).getByLabel(TEXTS.state.printed).selectOption('storm');
  const focusedLabel = (): Promise<string> =>
    frameOf(page).evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '');
  for (const [label, text] of [
    [TEXTS.state.reason, 'panne du serveur vocal'],
    [TEXTS.state.role, 'Responsable technique'],
  ] as const) {
    await button(page, TEXTS.generate).focus();
    await page.keyboard.press('Enter');
    await frameOf(page).waitForFunction(
      (name) => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent?.startsWith(name) === true,
      label,
      { timeout: PATIENCE },
    );
    await page.keyboard.type(text);
    if (label !== TEXTS.state.reason) continue;
    await paneOf(page).getByLabel(TEXTS.state.actionNeeded(TEXTS.weather.storm)).focus();
    await page.keyboard.type('Basculer sur le serveur de secours');
  }
  await button(page, TEXTS.generate).focus();
  await page.keyboard.press('Enter');
  await frameOf(page).waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.type === 'date', null, {
    timeout: PATIENCE,
  });
  expect(await focusedLabel()).toContain(TEXTS.state.due);
  await paneOf(page).getByLabel(TEXTS.state.due).fill('2027-01-15');
  await button(page, TEXTS.generate).focus();
  await page.keyboard.press('Enter');
  await paneOf(page)
    .getByRole('heading', { level: 1, name: TEXTS.title.ready(2) })
    .waitFor({ timeout: PATIENCE });
  await frameOf(page).waitForFunction(() => document.activeElement?.tagName === 'H1', null, { timeout: PATIENCE });
  const values = (await savedBook(page)).sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
  expect(values.some((value) => typeof value === 'string' && value.includes('panne du serveur vocal'))).toBe(true);
  expect(values).toContain('Basculer sur le serveur de secours');
  await page.context().close();
});

test('a fact, put in other words, and one of one’s own are on the page and in the journal', async () => {
  const page = await openFile(bench, everyDay);
  await openTab(page);
  const pane = paneOf(page);
  await heading(page, 'facts').click();
  await press(page, TEXTS.facts.add);
  await page.keyboard.type('Nouvel outil de planification');
  await page.keyboard.press('Enter');
  await pane.getByText('Nouvel outil de planification').waitFor({ timeout: PATIENCE });
  await heading(page, 'planned').click();
  await press(page, TEXTS.planned.add);
  await page.keyboard.type('Bascule du serveur vocal');
  await page.keyboard.press('Enter');
  await pane.getByText('Bascule du serveur vocal').waitFor({ timeout: PATIENCE });
  await press(page, TEXTS.generate);
  await pane.getByRole('heading', { level: 1, name: TEXTS.title.ready(2) }).waitFor({ timeout: PATIENCE });
  const journal = (await savedBook(page)).sheets.find(({ name }) => name === 'Journal');
  const texts = [...(journal?.cells.values() ?? [])].map(({ value }) => value);
  expect(texts).toEqual(expect.arrayContaining(['Nouvel outil de planification', 'Bascule du serveur vocal']));
  await page.context().close();
});

test('in English: from the tab to the PDF', async () => {
  const page = await bench.open({ locale: 'en-US' });
  await page.goto(bench.url, { timeout: PATIENCE });
  await paneOf(page).getByRole('tab', { name: en.tabs.meteo }).click({ timeout: PATIENCE });
  const texts = meteoStrings.en;
  await paneOf(page)
    .getByRole('heading', { level: 1, name: texts.title.first(1) })
    .waitFor({ timeout: PATIENCE });
  for (const section of SECTIONS) await heading(page, section).click({ timeout: PATIENCE });
  await paneOf(page)
    .getByText(/All drafted; 5 of 5 read/)
    .waitFor({ timeout: PATIENCE });
  await press(page, texts.generate);
  const pdf = await saved(page, () => press(page, texts.result.pdf.label));
  expect(pdf.pages).toMatch(/Pages:\s+1\n/);
  await page.context().close();
});
