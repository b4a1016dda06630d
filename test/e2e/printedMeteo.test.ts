import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { meteo } from '../cli/terminal';
import { LibreOffice, pdfFacts, pdfText } from './libreOffice';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');

type Said = { keyFigure: { text: string }; values: Record<string, { text: string }> };

/** Spaces of any width as one plain space: LibreOffice and the page space thousands and units each their way. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');

let office: LibreOffice;
/** Figures of the page, as it prints them. */
let figures: string[];
beforeAll(async () => {
  // LibreOffice in French writes the sheet's live numbers as the page's texts write them.
  office = await LibreOffice.start();
  const said = await meteo(
    ...['generate', SAMPLE, join(office.folder, 'reporting.xlsx')],
    ...['--pdf', join(office.folder, 'meteo.pdf'), '--date', '2026-11-23', '--lang', 'fr', '--json'],
  );
  expect(said).toMatchObject({ status: 0 });
  const { keyFigure, values } = JSON.parse(said.out) as Said;
  figures = [keyFigure, ...Object.values(values)].map(({ text }) => plain(text));
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

/** What a rendering of the page must print: its parts, and every figure with the page's own digits. */
const printsAll = (text: string): void => {
  const said = plain(text);
  for (const part of PARTS) expect(said).toContain(part);
  expect(figures.length).toBeGreaterThan(5);
  for (const figure of figures) expect(said.replaceAll(' ', '')).toContain(figure.replaceAll(' ', ''));
};

test('the sheet prints on exactly one A4, with its three frames and every figure', async () => {
  const pdf = await office.convert(join(office.folder, 'reporting.xlsx'), 'pdf');
  const pages = (await pdfText(pdf)).split('\f');
  const ours = pages.flatMap((page, index) => (/Prochaine météo|Météo du client/.test(page) ? [index] : []));
  expect(ours).toHaveLength(1);
  const [index = -1] = ours;
  isA4(await pdfFacts(pdf, index + 1));
  printsAll(pages[index] ?? '');
});

test('the PDF is one A4 whose text can be selected, and says the same', async () => {
  const pdf = join(office.folder, 'meteo.pdf');
  const facts = await pdfFacts(pdf);
  expect(facts.pages).toBe(1);
  isA4(facts);
  const text = await pdfText(pdf);
  printsAll(text);
  // Vector: no image anywhere in the file.
  expect(readFileSync(pdf).includes('/Subtype /Image')).toBe(false);
});
