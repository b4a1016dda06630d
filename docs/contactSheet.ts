import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { PNG } from 'pngjs';
import { pdfFonts } from '../src/cli/pdfFonts';
import { meteoPdf } from '../src/pdf/meteoPdf';
import { seen, type Vision } from '../test/core/meteo/colorVision';
import { make } from '../test/scenarios/scenario';
import { scenarios } from '../test/scenarios/scenarios';

const WIDTH = 176;
const HEIGHT = 249;
const COLUMNS = 10;
const GAP = 10;
const CAPTION = 26;
const NAME_LENGTH = 34;
/** Fewer shades of a colour than this are not told apart in a thumbnail, and pack much better. */
const SHADES = 24;

const fontFolder = dirname(require.resolve('@expo-google-fonts/arimo/package.json'));
const font = {
  fontFiles: ['400Regular', '700Bold'].map((face) => join(fontFolder, face, `Arimo_${face}.ttf`)),
  loadSystemFonts: false,
  defaultFontFamily: 'Arimo',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
const render = (svg: string): PNG => PNG.sync.read(Buffer.from(new Resvg(svg, { font }).render().asPng()));

type Thumbnail = { title: string; png: Buffer; width: number; height: number };

const rasterised = (pdf: Uint8Array, folder: string, pixels: number): PNG => {
  const file = join(folder, 'page.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-png', '-singlefile', '-scale-to', String(pixels), file, join(folder, 'page')]);
  return PNG.sync.read(readFileSync(join(folder, 'page.png')));
};

const pdfOf = async (name: string): Promise<Uint8Array> => {
  const scenario = scenarios.find((one) => one.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  const { page, book } = await make(scenario);
  book.close();
  return meteoPdf(page, await pdfFonts(), new Date('2026-11-23T08:40:00Z'));
};

/** Every scenario's page as a small picture with its title. */
const thumbnails = async (folder: string): Promise<Thumbnail[]> => {
  const made: Thumbnail[] = [];
  for (const { name, title } of scenarios) {
    const png = rasterised(await pdfOf(name), folder, HEIGHT);
    const scale = Math.min(1, WIDTH / png.width);
    made.push({ title, png: PNG.sync.write(png), width: png.width * scale, height: png.height * scale });
  }
  return made;
};

const framed = ({ title, png, width, height }: Thumbnail, x: number, y: number): string => {
  const left = x + (WIDTH - width) / 2;
  const name = title.length > NAME_LENGTH ? `${title.slice(0, NAME_LENGTH - 1)}…` : title;
  return [
    `<image x="${left}" y="${y}" width="${width}" height="${height}" href="${dataUrl(png)}"/>`,
    `<rect x="${left}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#9AA0A6"/>`,
    `<text x="${x + WIDTH / 2}" y="${y + HEIGHT + 15}" font-size="10.5" text-anchor="middle" fill="#1A1A1A">${escaped(name)}</text>`,
  ].join('');
};

const withFewShades = (picture: PNG): Buffer => {
  const step = 255 / SHADES;
  picture.data.forEach((value, i) => (picture.data[i] = Math.round(Math.round(value / step) * step)));
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });
};

const grid = (pages: readonly Thumbnail[]): PNG => {
  const rows = Math.ceil(pages.length / COLUMNS);
  const [width, height] = [COLUMNS * (WIDTH + GAP) + GAP, rows * (HEIGHT + CAPTION) + GAP];
  const drawn = pages.map((page, i) =>
    framed(page, GAP + (i % COLUMNS) * (WIDTH + GAP), GAP + Math.floor(i / COLUMNS) * (HEIGHT + CAPTION)),
  );
  return render(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Arimo"><rect width="100%" height="100%" fill="#F1F3F4"/>${drawn.join('')}</svg>`,
  );
};

const as = (picture: PNG, vision: Vision): PNG => {
  const changed = new PNG({ width: picture.width, height: picture.height });
  for (let at = 0; at < picture.data.length; at += 4) {
    const part = (offset: number): number => (picture.data[at + offset] ?? 0) / 255;
    const color = seen([part(0), part(1), part(2)], vision);
    color.forEach((value, i) => (changed.data[at + i] = Math.round(255 * value)));
    changed.data[at + 3] = 255;
  }
  return changed;
};

const SIGHTS: readonly { vision: Vision; title: string }[] = [
  { vision: 'grey', title: 'Imprimée en gris' },
  { vision: 'protan', title: 'Sans rouge (protanopie)' },
  { vision: 'deutan', title: 'Sans vert (deutéranopie)' },
  { vision: 'tritan', title: 'Sans bleu (tritanopie)' },
];
const SIGHT_HEIGHT = 620;

/** One page as printers without colours and people with other eyes see it. */
const sights = async (folder: string): Promise<PNG> => {
  const page = rasterised(await pdfOf('cloudy'), folder, SIGHT_HEIGHT);
  const [width, height] = [SIGHTS.length * (page.width + GAP) + GAP, page.height + CAPTION + GAP];
  const drawn = SIGHTS.map(({ vision, title }, i) => {
    const x = GAP + i * (page.width + GAP);
    return `<image x="${x}" y="${GAP}" width="${page.width}" height="${page.height}" href="${dataUrl(PNG.sync.write(as(page, vision)))}"/><text x="${x + page.width / 2}" y="${page.height + GAP + 17}" font-size="13" text-anchor="middle" fill="#1A1A1A">${title}</text>`;
  });
  return render(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Arimo"><rect width="100%" height="100%" fill="#F1F3F4"/>${drawn.join('')}</svg>`,
  );
};

/** Writes the contact sheet of all scenarios, and one page as others see it. */
export const makeContactSheet = async (pictures: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'meteo-contact-'));
  try {
    writeFileSync(join(pictures, 'contact-sheet.png'), withFewShades(grid(await thumbnails(folder))));
    writeFileSync(join(pictures, 'meteo-vision.png'), withFewShades(await sights(folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
