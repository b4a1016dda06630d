import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { SheetDraft } from '../../src/core/sheet/draft';
import type { Book } from '../../src/embedded/book/book';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { openEmbedded, type Embedded } from '../excel/embedded';
import { dataStrings } from '../../src/taskpane/data/strings';
import { homeStrings } from '../../src/taskpane/home/strings';
import { fr } from '../../src/taskpane/strings/fr';
import type { Workbench } from './browser';

/** A step on a loaded machine may take this long, in milliseconds. */
export const PATIENCE = 90_000;

export const paneOf = (page: Page): FrameLocator => page.frameLocator('#pane iframe');
export const button = (page: Page, name: string): Locator => paneOf(page).getByRole('button', { name, exact: true });
export const press = (page: Page, name: string): Promise<void> => button(page, name).click({ timeout: PATIENCE });

export const frameOf = (page: Page): Frame => {
  const frame = page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
  if (!frame) throw new Error('no pane');
  return frame;
};

/** A workbook that holds some sheets, and perhaps what else a person does in it. */
export const workbookOf = async (
  sheets: readonly Omit<SheetDraft, 'owner'>[],
  more?: (book: Embedded) => Promise<void>,
): Promise<Buffer> => {
  const book = await openEmbedded();
  try {
    const written = await book.port.write({ sheets: sheets.map((sheet) => ({ ...sheet, owner: 'user' })), names: [] });
    if (!written.ok) throw new Error(written.problem.code);
    await more?.(book);
    return Buffer.from(book.save());
  } finally {
    book.close();
  }
};

/** Opens a file in the workbench, in a pane so many pixels wide. */
export const openFile = async (bench: Workbench, buffer: Buffer, width = 350): Promise<Page> => {
  const page = await bench.open({ width: 1400, height: 900 });
  await page.goto(bench.url, { timeout: PATIENCE });
  await page.addStyleTag({ content: `#pane { width: ${String(width)}px !important }` });
  await button(page, homeStrings.fr.first.find).waitFor({ timeout: PATIENCE });
  await reopen(page, buffer, 'suivi.xlsx');
  return page;
};

/** Opens another file in the same page. */
export const reopen = async (page: Page, buffer: Buffer, name: string): Promise<void> => {
  await page.locator('#open').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByText(name).first().waitFor({ timeout: PATIENCE });
};

/** Opens a page of the hub of the data, by the name of its row. */
export const openRow = async (page: Page, row: keyof (typeof dataStrings)['fr']['rows']): Promise<void> => {
  await paneOf(page).getByRole('tab', { name: fr.tabs.data }).click({ timeout: PATIENCE });
  await paneOf(page)
    .getByRole('button', { name: new RegExp(`^${dataStrings.fr.rows[row]}`) })
    .click({ timeout: PATIENCE });
};

/** The file as it is now. */
export const download = async (page: Page): Promise<Uint8Array> => {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.locator('#download').click()]);
  return new Uint8Array(readFileSync(await file.path()));
};

export const savedBook = async (page: Page): Promise<Book> => {
  const opened = openWorkbook(await download(page), 'suivi.xlsx');
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value.book;
};

/** What axe finds in the pane, and by how many pixels it scrolls sideways. */
export const accessibility = async (page: Page): Promise<{ violations: string[]; sideways: number }> => {
  const frame = frameOf(page);
  // Colours then change at once: half-way between two of them, a button that becomes enabled has too little contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await frame.waitForFunction(() => document.getAnimations().length === 0, null, { timeout: PATIENCE });
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`).join(' ')}`,
    );
  });
  const sideways = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return { violations, sideways };
};

export const ACCESSIBLE = { violations: [], sideways: 0 };
