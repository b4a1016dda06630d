import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { meteo } from '../cli/terminal';
import { LibreOffice, pdfFacts, pdfText } from './libreOffice';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');

let office: LibreOffice;
beforeAll(async () => {
  office = await LibreOffice.start();
  const said = await meteo(
    ...['generate', SAMPLE, join(office.folder, 'reporting.xlsx')],
    ...['--pdf', join(office.folder, 'meteo.pdf'), '--date', '2026-11-23', '--lang', 'fr'],
  );
  expect(said).toMatchObject({ status: 0 });
});
afterAll(() => office.end());

/** What every rendering of the page has to say. */
const PARTS = [
  'Mutuelle du Littoral',
  'Météo du client',
  'Indicateur clé',
  'Quoi de neuf',
  'État et suite',
  'Éclaircies',
  'Plan d’action',
];

const isA4 = ({ width, height }: { width: number; height: number }): void => {
  expect(width).toBeCloseTo(210, 0);
  expect(height).toBeCloseTo(297, 0);
};

test('the sheet prints on exactly one A4, with its three frames', async () => {
  const pdf = await office.convert(join(office.folder, 'reporting.xlsx'), 'pdf');
  isA4(await pdfFacts(pdf));
  const pages = (await pdfText(pdf))
    .split('\f')
    .filter((page) => page.includes('Prochaine météo') || page.includes('Météo du client'));
  expect(pages).toHaveLength(1);
  for (const part of PARTS) expect(pages[0]).toContain(part);
});

test('the PDF is one A4 whose text can be selected, and says the same', async () => {
  const pdf = join(office.folder, 'meteo.pdf');
  const facts = await pdfFacts(pdf);
  expect(facts.pages).toBe(1);
  isA4(facts);
  const text = await pdfText(pdf);
  for (const part of PARTS) expect(text).toContain(part);
  // Vector: no image anywhere in the file.
  expect(readFileSync(pdf).includes('/Subtype /Image')).toBe(false);
});
