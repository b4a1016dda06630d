import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { Language } from '../../../src/core/meteo/content';
import type { Tab } from '../../../src/taskpane/shell/navigation';
import { START_TIMEOUT, type Workbench } from '../browser';
import { PATIENCE, frameOf, paneOf } from '../paneDriver';
import { textsOf, type Texts } from './texts';

/** The day on which all visits take place: two weeks after the météo of the books in use. */
const VISIT_DAY = new Date('2026-11-23T08:40:00');

/** What the page of the workbench holds back, where `holdExcel` ran in it. */
type Holding = { excel: { holds: boolean; waiting: MessageEvent[] } };

/** Runs before the page's own scripts: what the pane asks of Excel can then be held back, and passed on later. */
const holdExcel = (): void => {
  if (window !== window.top) return;
  const excel: Holding['excel'] = { holds: false, waiting: [] };
  Object.assign(window, { excel });
  window.addEventListener('message', (event) => {
    if (!excel.holds) return;
    event.stopImmediatePropagation();
    excel.waiting.push(event);
  });
};

/** A person at the pane, in one language, with Excel as slow or silent as wanted. */
export class Visit {
  readonly texts: Texts;

  private constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.texts = textsOf(language);
  }

  /** Opens the workbench. `query`: what follows its address. */
  static async begin(bench: Workbench, language: Language, query = ''): Promise<Visit> {
    const page = await bench.open({ locale: language === 'fr' ? 'fr-FR' : 'en-US', width: 1100, height: 760 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(holdExcel);
    await page.clock.setFixedTime(VISIT_DAY);
    await page.goto(`${bench.url}${query}`, { timeout: START_TIMEOUT });
    const visit = new Visit(page, language);
    await visit.button(visit.texts.home.first.find).waitFor({ timeout: PATIENCE });
    return visit;
  }

  get pane(): FrameLocator {
    return paneOf(this.page);
  }

  get frame(): Frame {
    return frameOf(this.page);
  }

  /** Opens a file; the pane of the one before it is gone. */
  async open(file: Buffer, name: string): Promise<void> {
    const before = this.frame;
    await this.page.locator('#open').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: file });
    await this.page.locator('#file-name').getByText(name).waitFor({ timeout: PATIENCE });
    while (!before.isDetached()) await this.page.waitForTimeout(20);
    await this.pane.locator('h1').waitFor({ timeout: PATIENCE });
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A text somewhere in the pane, as it begins or as it is. */
  text(text: string | RegExp): Locator {
    return this.pane.getByText(text).first();
  }

  press(name: string | RegExp): Promise<void> {
    return this.button(name).first().click({ timeout: PATIENCE });
  }

  fill(label: string | RegExp, text: string): Promise<void> {
    return this.pane.getByLabel(label).first().fill(text, { timeout: PATIENCE });
  }

  tab(tab: Tab): Promise<void> {
    return this.pane.getByRole('tab', { name: this.texts.pane.tabs[tab] }).click({ timeout: PATIENCE });
  }

  /** Opens a page of the hub of the data. */
  async row(row: keyof Texts['data']['rows']): Promise<void> {
    await this.tab('data');
    const name = new RegExp(`^${this.texts.data.rows[row]}`);
    const link = this.button(name).first();
    // The tab was left at another page: pressed again it shows the first one.
    await link.or(this.pane.locator('.head')).first().waitFor({ timeout: PATIENCE });
    if (!(await link.isVisible())) await this.tab('data');
    await link.click({ timeout: PATIENCE });
    await this.pane.locator('.head').waitFor({ timeout: PATIENCE });
  }

  /** What the dock refuses, and why. */
  get refusal(): Locator {
    return this.pane.getByRole('alert').getByText(/\S/).first();
  }

  get dockButton(): Locator {
    return this.pane.locator('.dock button').first();
  }

  async sees(...texts: readonly (string | RegExp | Locator)[]): Promise<void> {
    for (const text of texts)
      await (typeof text === 'string' || text instanceof RegExp ? this.text(text) : text).waitFor({ timeout: PATIENCE });
  }

  /** Waits until the page has all that it shows. */
  async settled(): Promise<void> {
    await this.frame.waitForFunction(
      () =>
        document.querySelector('h1') !== null && !document.querySelector('main[aria-busy=true], [role=progressbar], .skeleton'),
      null,
      { timeout: PATIENCE },
    );
  }

  /** From now on Excel does not answer. */
  hold(): Promise<void> {
    return this.page.evaluate(() => {
      (window as unknown as Holding).excel.holds = true;
    });
  }

  /** Excel answers again, and first what was asked meanwhile. */
  async release(): Promise<void> {
    await this.page.clock.setFixedTime(VISIT_DAY);
    await this.page.evaluate(() => {
      const { excel } = window as unknown as Holding;
      excel.holds = false;
      for (const { data, origin, source } of excel.waiting.splice(0))
        window.dispatchEvent(new MessageEvent('message', { data: data as unknown, origin, source }));
    });
  }

  /** So many seconds have passed since the visit began. */
  async passes(seconds: number): Promise<void> {
    await this.page.clock.setFixedTime(new Date(VISIT_DAY.getTime() + 1000 * seconds));
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** Visits that journeys share: one page of the workbench for a language and what may be done there. */
export class Visits {
  private readonly begun = new Map<string, Promise<Visit>>();

  constructor(private readonly bench: Workbench) {}

  /** The page for such journeys; after a journey that failed in the middle, `forget` it. */
  of(language: Language, readOnly: boolean): Promise<Visit> {
    const query = readOnly ? '?access=read' : '';
    const key = `${language}${query}`;
    const visit = this.begun.get(key) ?? Visit.begin(this.bench, language, query);
    this.begun.set(key, visit);
    return visit;
  }

  async forget(visit: Visit): Promise<void> {
    for (const [key, begun] of this.begun) if ((await begun) === visit) this.begun.delete(key);
    await visit.close();
  }
}
