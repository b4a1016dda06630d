import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { pdfFonts } from '../../src/cli/pdfFonts';
import { previewSvg } from '../../src/core/meteo/preview';
import { meteoPdf } from '../../src/pdf/meteoPdf';
import { make, type Made } from '../scenarios/scenario';
import { scenarios } from '../scenarios/scenarios';
import { largestDifference, smallPicture } from './golden';
import { LibreOffice } from './libreOffice';
import { faultsOfPdf, faultsOfPreview, faultsOfSheet } from './pageFaults';
import { printedPages, type PrintedPage } from './printedWords';

/** A scenario's page in its three renderings. */
type Rendered = Omit<Made, 'book'> & { pdf: PrintedPage[]; sheet: PrintedPage[]; preview: string };

let office: LibreOffice;
const rendered = new Map<string, Rendered>();
const refused = new Map<string, string>();

/** The workbook with nothing but the page to be seen, so that LibreOffice prints nothing else. */
const onlyThePage = async ({ book, page }: Made): Promise<Uint8Array> => {
  await book.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    for (const sheet of sheets.items) if (sheet.name !== page.content.sheetName) sheet.visibility = 'Hidden';
    await context.sync();
  });
  return book.save();
};

beforeAll(async () => {
  office = await LibreOffice.start();
  const fonts = await pdfFonts();
  const files: string[] = [];
  for (const scenario of scenarios) {
    try {
      const made = await make(scenario);
      const { page, problems } = made;
      const file = (ending: string): string => join(office.folder, `${scenario.name}.${ending}`);
      await writeFile(file('pdf'), await meteoPdf(page, fonts, new Date('2026-11-23T08:40:00Z')));
      await writeFile(file('xlsx'), await onlyThePage(made));
      made.book.close();
      files.push(file('xlsx'));
      rendered.set(scenario.name, {
        ...{ scenario, page, problems },
        ...{ pdf: await printedPages(file('pdf')), sheet: [], preview: previewSvg(page) },
      });
    } catch (error) {
      refused.set(scenario.name, String(error));
    }
  }
  const printed = await office.convertAll(files, 'pdf');
  for (const [index, one] of [...rendered.values()].entries()) one.sheet = await printedPages(printed[index] ?? '');
}, 600_000);
afterAll(() => office.end());

test('at least forty scenarios, and a page for each', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  expect([...refused.entries()]).toEqual([]);
});

describe.each(scenarios.map(({ name, title }) => ({ name, title })))('$name: $title', ({ name }) => {
  const one = (): Rendered => {
    const found = rendered.get(name);
    if (!found) throw new Error(refused.get(name) ?? 'not made');
    return found;
  };

  test('the PDF is one A4, its texts whole and apart, none under 8 points', () => {
    expect(faultsOfPdf(one().page, one().pdf)).toEqual([]);
  });

  test('the sheet prints on one A4, its texts whole and in their places, none under 8 points', () => {
    expect(faultsOfSheet(one().page, one().sheet)).toEqual([]);
  });

  test('the preview says the same, line by line', () => {
    expect(faultsOfPreview(one().page, one().preview)).toEqual([]);
  });
});

/** Mean grey, of 255, by which a square of half an inch may differ: projections and their texts follow the forecaster. */
const TOLERANCE = 20;

test.each(['fog', 'first-week', 'override-landscape', 'hebrew'])('the page of %s looks as it did', async (name) => {
  const golden = PNG.sync.read(await readFile(join(__dirname, `../golden/scenario-${name}.png`)));
  const now = await smallPicture(join(office.folder, `${name}.pdf`));
  expect(largestDifference(now, golden)).toBeLessThan(TOLERANCE);
});
