import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { pdfFonts } from '../../src/cli/pdfFonts';
import type { MeteoContent, Orientation } from '../../src/core/meteo/content';
import { meteoSheet } from '../../src/core/meteo/sheet';
import { blankSheet } from '../../src/embedded/book/blank';
import { Book } from '../../src/embedded/book/book';
import { defaultStyle, Styles } from '../../src/embedded/book/styleTable';
import { loadOffice } from '../../src/embedded/host/nodeTransport';
import { serveWorkbook } from '../../src/embedded/serveWorkbook';
import { newFile, saveWorkbook } from '../../src/embedded/xlsx/save';
import { excelWorkbook } from '../../src/excel/workbook';
import { meteoPdf } from '../../src/pdf/meteoPdf';
import { exampleContent } from '../core/meteo/exampleContent';
import { laidOut } from '../core/meteo/laidOut';
import { LibreOffice, pdfFacts, pdfText } from './libreOffice';

const run = promisify(execFile);

/** The Normal style's font of the test's workbook: with Arial 9 LibreOffice draws columns 4 % narrow and prints at 100 %. */
const NORMAL = { name: 'Arial', size: 9 };
/** Mean difference of a pixel's channels, of 255, below which two renderings of a page are the same page. */
const TOLERANCE = 1.5;

let office: LibreOffice;
beforeAll(async () => (office = await LibreOffice.start()));
afterAll(() => office.end());

/** The example without formulas: the workbook of this test has no other sheet for them to refer to. */
const withoutFormulas = (content: MeteoContent): MeteoContent => {
  const { green } = content;
  const plain = { formula: undefined };
  const rows = green.rows.map((row) => ({ ...row, value: { ...row.value, ...plain } }));
  return { ...content, green: { ...green, value: { ...green.value, ...plain }, rows } };
};

const sheetFile = async (orientation: Orientation): Promise<string> => {
  const font = { ...defaultStyle.font, ...NORMAL };
  const book = new Book(new Styles([{ ...defaultStyle, font }], NORMAL), 'meteo.xlsx');
  book.sheets.push(blankSheet('Feuil1'));
  const client = await loadOffice(serveWorkbook(book));
  const written = await excelWorkbook(client).write(meteoSheet(laidOut(withoutFormulas(exampleContent(orientation)))));
  client.close();
  expect(written).toMatchObject({ ok: true });
  const file = join(office.folder, `sheet-${orientation}.xlsx`);
  await writeFile(file, saveWorkbook(newFile(book)));
  return file;
};

const pdfFile = async (orientation: Orientation): Promise<string> => {
  const file = join(office.folder, `pdf-${orientation}.pdf`);
  const created = new Date('2026-11-23T08:40:00Z');
  await writeFile(file, await meteoPdf(laidOut(exampleContent(orientation)), await pdfFonts(), created));
  return file;
};

const picture = async (pdf: string): Promise<PNG> => {
  const stem = pdf.replace(/\.pdf$/, '');
  await run('pdftoppm', ['-r', '60', '-png', '-singlefile', pdf, stem]);
  return PNG.sync.read(await readFile(`${stem}.png`));
};

const meanDifference = (a: PNG, b: PNG): number => {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  return a.data.reduce((sum, value, i) => sum + Math.abs(value - (b.data[i] ?? 0)), 0) / a.data.length;
};

/** poppler keeps narrow and no-break spaces or not, by version. */
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const sizes: readonly [Orientation, number, number][] = [
  ['portrait', 210, 297],
  ['landscape', 297, 210],
];

describe.each(sizes)('météo page in %s', (orientation, width, height) => {
  test('the sheet prints on one A4 and shows its texts', async () => {
    const printed = await office.convert(await sheetFile(orientation), 'pdf');
    const facts = await pdfFacts(printed);
    expect(facts.pages).toBe(1);
    expect(facts.width).toBeCloseTo(width, 0);
    expect(facts.height).toBeCloseTo(height, 0);
    const text = await pdfText(printed);
    for (const words of [
      'Mutuelle du Littoral',
      'Indicateur clé',
      'Quoi de neuf',
      'État et suite',
      'objectif 90',
      'S47',
      'Vigilance',
      'Page 1/1',
    ])
      expect(text.toLowerCase()).toContain(words.toLowerCase());
  });

  test('the PDF is one A4, looks as it did, and its lines are found whole', async () => {
    const file = await pdfFile(orientation);
    const facts = await pdfFacts(file);
    expect(facts.pages).toBe(1);
    expect(facts.width).toBeCloseTo(width, 0);
    expect(facts.height).toBeCloseTo(height, 0);
    expect(plainSpaces(await pdfText(file))).toContain('QS par semaine ; dernier réel : 91,1 % en S47.');
    const golden = PNG.sync.read(await readFile(join(__dirname, `../golden/meteo-${orientation}.png`)));
    expect(meanDifference(await picture(file), golden)).toBeLessThan(TOLERANCE);
  });
});
