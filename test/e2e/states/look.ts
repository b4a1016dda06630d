import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import axe from 'axe-core';
import { PATIENCE } from '../paneDriver';
import type { Visit } from './visit';

type ThemeName = 'light' | 'dark' | 'contrast';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** The last one is 450 pixels at 200 %. */
export const WIDTHS = [320, 450, 225] as const;

/** How the pane is shown: how wide, and in which of Office's colours. */
export type Look = { width: number; theme: ThemeName };

const tokens = (theme: Theme): [string, string][] => Object.entries(theme).map(([name, value]) => [`--${name}`, String(value)]);

/** Shows the pane another way without loading it again: a theme is nothing but values of its tokens. */
export const wear = async ({ page, frame }: Visit, { width, theme }: Look): Promise<void> => {
  await page.locator('#pane').evaluate((pane: HTMLElement, pixels) => {
    const border = pane.offsetWidth - pane.clientWidth;
    pane.style.setProperty('width', `${String(pixels + border)}px`, 'important');
  }, width);
  await frame.evaluate((values) => {
    const provider = document.querySelector<HTMLElement>('.fui-FluentProvider');
    for (const [name, value] of values) provider?.style.setProperty(name, value);
  }, tokens(THEMES[theme]));
  // A bar of progress moves for as long as it is there.
  await frame.waitForFunction(
    (pixels) =>
      innerWidth === pixels &&
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
    width,
    { timeout: PATIENCE },
  );
};

/** Loads what looks at the pane into it, once for a pane. */
const prepare = async ({ frame }: Visit): Promise<void> => {
  if (await frame.evaluate(() => 'axe' in window)) return;
  await frame.evaluate(axe.source);
};

/** Milliseconds in which a button that has just become enabled has its colours. */
const SETTLING = 500;

/**
 * What axe finds wrong, in words; `colours`: only what a theme can be blamed for. Looked at twice where something is: a fault stays,
 * a button that was on its way to its colours has them.
 */
export const axeFindings = async (visit: Visit, colours = false): Promise<string[]> => {
  await prepare(visit);
  if ((await axeFindingsNow(visit, colours)).length === 0) return [];
  await visit.page.waitForTimeout(SETTLING);
  return axeFindingsNow(visit, colours);
};

const axeFindingsNow = (visit: Visit, colours: boolean): Promise<string[]> =>
  visit.frame.evaluate(async (onlyColours) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
      preload: false,
      ...(onlyColours && { runOnly: { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] } }),
    });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`).join(' ')}`,
    );
  }, colours);

/** Puts into the pane what looks for such faults, to be called there. */
export const overflowsNow = (): void => {
  const overflows = (): string[] => {
    const scrolls = (element: Element): boolean => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    const isLeftOut = (element: Element): boolean =>
      element.closest('.tab, .spoken, .unseen, .paper-actual, svg, option, datalist') !== null ||
      (element.parentElement !== null && getComputedStyle(element).clipPath === 'inset(50%)');
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').slice(0, 60)}”`;
    const wide = document.documentElement.clientWidth;
    const faults: string[] = [];
    for (const element of [document.documentElement, ...document.querySelectorAll('main, .dock')])
      if (element.scrollWidth > element.clientWidth) faults.push(`${name(element)} scrolls sideways`);
    for (const element of document.querySelectorAll<HTMLElement>('#pane *')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || isLeftOut(element)) continue;
      if (box.right > wide + 1 || box.left < -1) faults.push(`${name(element)} sticks out`);
      const holdsText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (holdsText && !scrolls(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        faults.push(`${name(element)} is cut: ${String(element.scrollWidth)} of ${String(element.clientWidth)}`);
    }
    return faults;
  };
  Object.assign(window, { overflows });
};

/**
 * Texts that are cut or stick out, and whether anything scrolls sideways. A place that scrolls by itself, a tab's label, which
 * ends in an ellipsis, and what only a screen reader says are as they should be.
 */
export const overflows = async ({ frame }: Visit): Promise<string[]> => {
  await frame.evaluate(overflowsNow);
  return frame.evaluate(() => (window as unknown as { overflows: () => string[] }).overflows());
};

/** Whether the focus has been lost to the page itself. */
export const hasLostFocus = ({ frame }: Visit): Promise<boolean> =>
  frame.evaluate(() => document.activeElement === null || document.activeElement === document.body);
