import type { Page } from 'playwright-core';
import type { dataStrings } from '../../src/taskpane/data/strings';
import { meteoStrings } from '../../src/taskpane/meteo/strings';
import { fr } from '../../src/taskpane/strings/fr';
import { watchStrings } from '../../src/taskpane/watch/strings';
import { button, frameOf, openRow, paneOf, PATIENCE, press } from './paneDriver';
import { paneTask, type PaneTask } from './paneTasks';

/** Milliseconds for which nothing has to be under way. */
const CALM = 700;
/** Fields of a page that is not sunny. */
const ASKED_AT_MOST = 5;

/** Until the page shows what it read or made, and nothing is under way. */
const settled = async (page: Page): Promise<void> => {
  const deadline = Date.now() + PATIENCE;
  for (let calm = Date.now(); Date.now() - calm < CALM;) {
    const busy = await frameOf(page)
      .evaluate(() => !document.querySelector('main h1') || !!document.querySelector('main[aria-busy=true], [role=progressbar]'))
      .catch(() => true);
    if (busy) calm = Date.now();
    if (Date.now() > deadline) throw new Error('the pane does not settle');
    await page.waitForTimeout(50);
  }
};

/** What the bar at the bottom refuses, or the head of a page that could read nothing. */
const refusal = async (page: Page): Promise<string> => (await paneOf(page).locator('[role=alert]').allTextContents()).join('');

const openTab = (page: Page, tab: keyof typeof fr.tabs): Promise<void> =>
  paneOf(page).getByRole('tab', { name: fr.tabs[tab] }).click({ timeout: PATIENCE });

/** Presses the button of the bar at the bottom, whatever it says. */
const act = (page: Page): Promise<void> => paneOf(page).locator('.dock-buttons button').last().click({ timeout: PATIENCE });

const row = (name: keyof (typeof dataStrings)['fr']['rows']) => (page: Page) => openRow(page, name);

/** Fills in what the page asks for before it can be written: an action, who does it and until when. */
const fillIn = async (page: Page): Promise<void> => {
  const { generate } = meteoStrings.fr;
  const made = (): Promise<boolean> => button(page, meteoStrings.fr.result.pdf.label).isVisible();
  for (let asked = 0; asked < ASKED_AT_MOST && !(await made()); asked++) {
    await press(page, generate);
    await settled(page);
    const focused = paneOf(page).locator('main :focus');
    const type = await focused.getAttribute('type', { timeout: PATIENCE });
    if (!(await made())) await focused.fill(type === 'date' ? '2030-01-15' : 'Renfort');
  }
};

/** The first step. */
export const OPEN = 'open the pane';

/** What a person does in the pane, from opening it to the client's page, with a workbook whose data nobody has confirmed yet. */
const STEPS: readonly (readonly [name: string, act: (page: Page) => Promise<unknown>])[] = [
  [OPEN, (page) => frameOf(page).evaluate(() => location.reload())],
  ['hub of the data', (page) => openTab(page, 'data')],
  ['source', row('source')],
  ['confirm the source', act],
  ['KPIs', row('kpis')],
  ['keep, confirm or colour KPIs', act],
  ['consolidation', row('consolidation')],
  ['consolidate', act],
  ['settings', row('settings')],
  ['findings', row('findings')],
  ['projections', row('projections')],
  ['watch', (page) => openTab(page, 'watch')],
  ['flash point', (page) => press(page, watchStrings.fr.flash)],
  ['météo: prepare', (page) => openTab(page, 'meteo')],
  ['météo: its message', (page) => paneOf(page).locator('#meteo-message').click({ timeout: PATIENCE })],
  [
    'météo: five keys',
    async (page) => {
      await paneOf(page).getByLabel(meteoStrings.fr.message.label).focus();
      await page.keyboard.type('Bravo', { delay: 250 });
    },
  ],
  ['météo: generate', fillIn],
  ['météo: PDF', (page) => press(page, meteoStrings.fr.result.pdf.label)],
  ['client', (page) => openTab(page, 'client')],
  ['home again', (page) => openTab(page, 'home')],
];

/** A step of the walk, and what it held the pane's main thread for. */
export type WalkedStep = PaneTask & {
  step: string;
  /** What was refused, in words; empty where it went well. */
  refused: string;
};

/** Goes once through the pane, and measures each step; `tell` hears of each as soon as it is done. */
export const walkPane = async (page: Page, tell?: (step: WalkedStep) => void): Promise<readonly WalkedStep[]> => {
  await button(page, fr.tabs.home)
    .or(paneOf(page).getByRole('tab', { name: fr.tabs.home }))
    .waitFor({ timeout: PATIENCE });
  const walked: WalkedStep[] = [];
  for (const [step, work] of STEPS) {
    const task = await paneTask(page, async () => {
      await work(page);
      await settled(page);
    });
    const done = { step, refused: await refusal(page), ...task };
    tell?.(done);
    walked.push(done);
  }
  return walked;
};
