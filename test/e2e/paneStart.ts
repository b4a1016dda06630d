import type { Page } from 'playwright-core';
import { frameOf, paneOf, PATIENCE } from './paneDriver';

/** Milliseconds from the navigation to the pane's page, by that page's own clock. */
export type PaneStart = {
  /** The tabs are there, and answer. */
  tabs: number;
  /** The workbook is read: the first page's main button is there. */
  button: number;
  /** The page that a press of that button opens is there; it is pressed as soon as it can be. */
  pressed: number;
};

const MARKS = ['tabs', 'button', 'pressed'] as const;

/** Runs in the pane before anything of its own: looks at each change of the page, and presses the main button. */
const watchStart = (): void => {
  if (!location.pathname.endsWith('taskpane.html')) return;
  let title: string | null = null;
  new MutationObserver(() => {
    const h1 = document.querySelector('main:not([aria-busy=true]) h1')?.textContent ?? null;
    const button = document.querySelector<HTMLButtonElement>('main [aria-keyshortcuts]:not(:disabled)');
    const seen = {
      tabs: document.querySelector('[role=tab]') !== null,
      button: h1 !== null && button !== null,
      pressed: title !== null && h1 !== null && h1 !== title,
    };
    for (const [name, isThere] of Object.entries(seen))
      if (isThere && performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
    if (title !== null || !seen.button) return;
    title = h1;
    setTimeout(() => {
      button?.focus();
      button?.click();
    });
  }).observe(document, { childList: true, subtree: true, characterData: true, attributeFilter: ['aria-busy'] });
};

/** To be called before the page is gone to: its panes then tell how they start. */
export const watchStarts = async (page: Page): Promise<void> => {
  await page.addInitScript(watchStart);
};

/** How the pane that stands in the page now has started. */
export const paneStart = async (page: Page): Promise<PaneStart> => {
  await paneOf(page).locator('main h1').waitFor({ timeout: PATIENCE });
  const frame = frameOf(page);
  await frame.waitForFunction(() => performance.getEntriesByName('pressed', 'mark').length > 0, null, { timeout: PATIENCE });
  const times = await frame.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name, 'mark')[0]?.startTime ?? NaN),
    MARKS,
  );
  const [tabs = NaN, button = NaN, pressed = NaN] = times;
  return { tabs, button, pressed };
};
