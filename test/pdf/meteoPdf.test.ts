import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { MeteoContent } from '../../src/core/meteo/content';
import { meteoPdf, meteoPdfSteps } from '../../src/pdf/meteoPdf';
import type { PdfFonts } from '../../src/pdf/canvas';
import { exampleContent } from '../core/meteo/exampleContent';
import { laidOut } from '../core/meteo/laidOut';

const face = (name: string): Uint8Array =>
  readFileSync(join(dirname(require.resolve('@expo-google-fonts/arimo/package.json')), name, `Arimo_${name}.ttf`));
const fonts: PdfFonts = { regular: face('400Regular'), bold: face('700Bold') };
const created = new Date('2026-11-23T08:40:00Z');

const pdfOf = async (content: MeteoContent): Promise<string> =>
  Buffer.from(await meteoPdf(laidOut(content), fonts, created)).toString('latin1');

/** Streams of the file, inflated where they are deflated. */
const streams = (pdf: string): string[] =>
  [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    const bytes = Buffer.from(body, 'latin1');
    return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : body;
  });

/** What a reader copies from the page: glyphs of each run looked up in the fonts' own ToUnicode maps. */
const runsOf = (pdf: string): string[] => {
  const contents = streams(pdf);
  const maps = contents
    .filter((text) => text.includes('beginbfrange'))
    .map((map) =>
      [...map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)].flatMap(([, first = '0', , list = '']) =>
        [...list.matchAll(/<([0-9a-f]+)>/gi)].map(([, code = ''], i) => {
          const text = Buffer.from(code, 'hex').swap16().toString('utf16le');
          return [parseInt(first, 16) + i, text] as const;
        }),
      ),
    )
    .map((entries) => new Map(entries));
  const page = contents.find((text) => text.includes('BT')) ?? '';
  return [...page.matchAll(/BT([\s\S]*?)ET/g)].flatMap(([, block = '']) => {
    const glyphs = [...block.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, codes = '']) => codes.match(/.{4}/g) ?? []);
    return maps.map((map) => glyphs.map((glyph) => map.get(parseInt(glyph, 16)) ?? '').join(''));
  });
};

describe('PDF of the page', () => {
  test.each([
    ['portrait', '0 0 595.28 841.89'],
    ['landscape', '0 0 841.89 595.28'],
  ] as const)('is one A4 in %s, titled, in French, tagged, with two embedded faces', async (orientation, box) => {
    const pdf = await pdfOf(exampleContent(orientation));
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toContain(`/MediaBox [${box}]`);
    expect(pdf).toContain('/Lang (fr-FR)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/Marked true');
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(2);
    expect(pdf.match(/[A-Z]{6}\+Arimo-(Regular|Bold)/g)?.length).toBeGreaterThan(1);
    expect(Buffer.byteLength(pdf, 'latin1')).toBeLessThan(200_000);
  });

  test('holds headings, two tables, lists and three figures with alternative text', async () => {
    const pdf = await pdfOf(exampleContent());
    const count = (tag: string): number => [...pdf.matchAll(new RegExp(`/S /${tag}\\b`, 'g'))].length;
    expect({ h1: count('H1'), h2: count('H2'), h3: count('H3'), tables: count('Table'), figures: count('Figure') }).toEqual({
      h1: 1,
      h2: 3,
      h3: 5,
      tables: 2,
      figures: 3,
    });
    expect(pdf.match(/\/Alt /g)).toHaveLength(3);
  });

  test('each line of text is one run that can be found whole', async () => {
    const runs = runsOf(await pdfOf(exampleContent()));
    for (const line of [
      'mais 5,6\u202f% sont abandonnés, pour 5\u202f% au plus\u202f; renfort le lundi dès le\u00a030/11.',
      'DMT, durée de traitement (min:s)',
      '91,8\u202f%',
      '2026, réel',
      'Prochaine météo avant le\u00a007/12/2026',
    ])
      expect(runs).toContain(line);
  });

  test('a character that the face lacks is replaced by a visible sign', async () => {
    const content = exampleContent();
    const runs = runsOf(await pdfOf({ ...content, header: { ...content.header, contract: 'Appels 漢 entrants ☂' } }));
    expect(runs).toContain('Appels \ufffd entrants \ufffd');
  });

  test('the same page, fonts and date give the same bytes', async () => {
    expect(await pdfOf(exampleContent())).toBe(await pdfOf(exampleContent()));
  });

  test('an English page says so', async () => {
    expect(await pdfOf({ ...exampleContent(), language: 'en' })).toContain('/Lang (en-GB)');
  });
});

test('is drawn with a pause after each face and each item of the page, the same to the byte', async () => {
  const page = laidOut(exampleContent());
  const steps = meteoPdfSteps(page, fonts, created);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses++;
  // Before the first item each face is opened; after the last the page, each face and the document are packed.
  expect(pauses).toBeGreaterThanOrEqual(2 + page.items.length + 4);
  expect(Buffer.from(await step.value).equals(Buffer.from(await meteoPdf(page, fonts, created)))).toBe(true);
});
