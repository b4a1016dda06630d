import type { Page } from 'playwright-core';
import { paneTask } from './paneTasks';

/** Turns of a wheel, and how far each goes: three rows, as a mouse does, at a quick hand's pace. */
const TURNS = 60;
const PIXELS = 120;
const PACE = 16;

/** Scrolls the sheet beside the pane down and to the right; gives the processor time of the longest frame, in milliseconds. */
export const longestFrame = async (page: Page): Promise<number> => {
  const { around } = await paneTask(page, async () => {
    await page.locator('#sheet').hover();
    for (let turn = 0; turn < TURNS; turn++) {
      await page.mouse.wheel(turn % 4 === 3 ? PIXELS : 0, PIXELS);
      await page.waitForTimeout(PACE);
    }
  });
  return around.longest;
};
