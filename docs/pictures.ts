import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LibreOffice } from '../test/e2e/libreOffice';
import { makeContactSheet } from './contactSheet';
import { startWorkbench } from '../test/e2e/browser';

/**
 * Makes the README's pictures from the program itself: `npm run demo`, then `npm run pictures`. Needs LibreOffice, poppler
 * and Chromium.
 */
const folder = join(__dirname, 'pictures');
const out = join(__dirname, '../out');
const DOTS_PER_INCH = '110';

/** Last page of a PDF that holds a text, counted from 1. */
const lastPageWith = (pdf: string, text: string): number => {
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-']).toString('utf8').split('\f');
  return pages.map((page) => page.includes(text)).lastIndexOf(true) + 1;
};

const picture = (pdf: string, page: number, name: string): void => {
  const target = join(folder, name);
  execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, '-png', '-singlefile', '-f', String(page), '-l', String(page), pdf, target]);
};

const printedPages = async (): Promise<void> => {
  const office = await LibreOffice.start();
  try {
    const printed = await office.convert(join(out, 'reporting.xlsx'), 'pdf');
    picture(printed, lastPageWith(printed, 'Météo du client n°'), 'meteo-sheet');
  } finally {
    await office.end();
  }
  picture(join(out, 'meteo.pdf'), 1, 'meteo-pdf');
};

/** The browser page after the ribbon's three actions: the météo shown, the pane read anew. */
const workbench = async (): Promise<void> => {
  const bench = await startWorkbench();
  try {
    const page = await bench.open({ width: 1400, height: 860 });
    await page.goto(bench.url, { timeout: 120_000 });
    await page.locator('#tabs').getByText('Suivi quotidien').waitFor({ timeout: 120_000 });
    for (const name of ['Consolider', 'Seuils', 'Générer la météo']) {
      await page.locator('#ribbon').getByText(name, { exact: true }).click();
      await page.getByText(`${name} : terminé.`).waitFor({ timeout: 120_000 });
    }
    await page.locator('#ribbon').getByText('Ouvrir', { exact: true }).click();
    await page.frameLocator('#pane iframe').locator('h1').waitFor({ timeout: 120_000 });
    await page.mouse.move(0, 0);
    // Colours change gradually, and the pane reads the workbook.
    await page.waitForTimeout(3000);
    await page.screenshot({ path: join(folder, 'workbench.png') });
  } finally {
    await bench.close();
  }
};

const make = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await makeContactSheet(folder);
  await printedPages();
  await workbench();
};

void make();
