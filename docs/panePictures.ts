import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../src/core/meteo/content';
import { startWorkbench } from '../test/e2e/browser';
import type { Journey } from '../test/e2e/states/journey';
import { journeys } from '../test/e2e/states/journeys';
import { wear, type Look } from '../test/e2e/states/look';
import { Visits, type Visit } from '../test/e2e/states/visit';
import { SHEETS, writePanePages, type SheetName, type Titles } from './panePages';

/** Pictures of every state of the pane, by the table that the end-to-end tests go through: `npm run pictures:pane`. */
const target = join(__dirname, 'pictures/pane');
/** They take the place of those before them at the end, all at once. */
const folder = mkdtempSync(join(tmpdir(), 'meteo-pane-'));

/** A page that scrolls is shown whole, up to this height. */
const WINDOW = { width: 1100, height: 760 };
const TALLEST = 2400;

type Picture = { state: string; image: Buffer };

/** Ways to look at the pane that are shown together, one sheet each. */
const LOOKS: Readonly<Record<SheetName, Look>> = {
  light: { width: 350, theme: 'light' },
  dark: { width: 350, theme: 'dark' },
  contrast: { width: 350, theme: 'contrast' },
  // 450 pixels at 200 %.
  zoom: { width: 225, theme: 'light' },
};
const KEPT: Look = LOOKS.light;

/** The pane as it is, high enough to show all of its page. */
const picture = async (visit: Visit, look: Look): Promise<Buffer> => {
  await wear(visit, look);
  const hidden = await visit.frame.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollHeight - main.clientHeight : 0;
  });
  await visit.page.setViewportSize({ ...WINDOW, height: Math.min(TALLEST, WINDOW.height + hidden) });
  const image = await visit.page.locator('#pane iframe').screenshot();
  await visit.page.setViewportSize(WINDOW);
  return image;
};

/** The same picture as WebP, a third of the size; `quality` from 0 to 1. */
const packed = async (page: Page, image: Buffer, quality: number): Promise<Buffer> => {
  const address = await page.evaluate(
    async ([source, wanted]) => {
      const drawn = new Image();
      drawn.src = source;
      await drawn.decode();
      const canvas = document.createElement('canvas');
      canvas.width = drawn.width;
      canvas.height = drawn.height;
      canvas.getContext('2d')?.drawImage(drawn, 0, 0);
      return canvas.toDataURL('image/webp', wanted);
    },
    [`data:image/png;base64,${image.toString('base64')}`, quality] as const,
  );
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
};

const COLUMNS = 10;
const TILE = 150;
const SHEET_WIDTH = COLUMNS * (TILE + 10) + 16;

/** Many pictures on one, each under its name. */
const contactSheet = async (page: Page, pictures: readonly Picture[]): Promise<Buffer> => {
  const tiles = pictures.map(
    ({ state, image }) =>
      `<figure><figcaption>${state}</figcaption><img src="data:image/png;base64,${image.toString('base64')}"></figure>`,
  );
  await page.setContent(`<!doctype html><style>
    body { margin: 8px; width: ${String(COLUMNS * (TILE + 10))}px; columns: ${String(COLUMNS)}; column-gap: 10px; background: #8a8a8a }
    figure { margin: 0 0 10px; break-inside: avoid; font: 10px Arial, sans-serif }
    img { display: block; width: ${String(TILE)}px }
  </style>${tiles.join('')}`);
  // Pictures that are far below are decoded when they are needed only.
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const height = await page.evaluate(() => document.body.scrollHeight);
  await page.setViewportSize({ width: SHEET_WIDTH, height: height + 16 });
  return page.screenshot();
};

/** Goes through a journey, stopping in each of its states. */
const goThrough = async (visit: Visit, journey: Journey, stop: (state: string) => Promise<void>): Promise<void> => {
  await visit.open(await journey.book(visit.language), `${journey.name}.xlsx`);
  for (const { state, reach, leave, busy } of journey.steps) {
    await reach(visit);
    if (!busy) await visit.settled();
    await stop(state);
    await leave?.(visit);
  }
};

/** Stops in every state of the pane in one language. */
const throughAll = async (
  visits: Visits,
  language: Language,
  show: (visit: Visit, state: string) => Promise<void>,
): Promise<void> => {
  for (const journey of journeys) {
    const visit = await visits.of(language, journey.readOnly === true);
    const stop = async (state: string): Promise<void> => {
      await visit.page.mouse.move(0, 0);
      await show(visit, state);
      await wear(visit, KEPT);
    };
    await goThrough(visit, journey, stop).catch(async (thrown: unknown) => {
      // The other states are shown all the same.
      process.stderr.write(`${journey.name}, ${language}: ${String(thrown)}\n`);
      process.exitCode = 1;
      await visits.forget(visit);
    });
  }
};

const make = async (): Promise<void> => {
  for (const language of ['fr', 'en']) mkdirSync(join(folder, language), { recursive: true });
  const bench = await startWorkbench();
  try {
    const visits = new Visits(bench);
    const page = await bench.open({ width: SHEET_WIDTH, height: 800 });
    const titles: Titles = { fr: new Map(), en: new Map() };
    const shown = new Map<SheetName, Picture[]>(SHEETS.map(({ name }) => [name, []]));
    const keep = async (visit: Visit, state: string, image: Buffer): Promise<void> => {
      titles[visit.language].set(state, (await visit.pane.locator('h1').textContent()) ?? state);
      writeFileSync(join(folder, visit.language, `${state}.webp`), await packed(page, image, 0.85));
    };
    await throughAll(visits, 'fr', async (visit, state) => {
      for (const { name } of SHEETS) {
        const image = await picture(visit, LOOKS[name]);
        shown.get(name)?.push({ state, image });
        if (LOOKS[name] === KEPT) await keep(visit, state, image);
      }
    });
    await throughAll(visits, 'en', async (visit, state) => keep(visit, state, await picture(visit, KEPT)));
    for (const { name } of SHEETS) {
      const sheet = await contactSheet(page, shown.get(name) ?? []);
      writeFileSync(join(folder, `sheet-${name}.webp`), await packed(page, sheet, 0.75));
    }
    writePanePages(titles);
    rmSync(target, { recursive: true, force: true });
    cpSync(folder, target, { recursive: true });
  } finally {
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const files = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.webp'));
  const bytes = files.reduce((sum, name) => sum + readFileSync(join(target, name)).length, 0);
  process.stdout.write(`${String(files.length)} pictures, ${String(Math.round(bytes / 1000))} KB\n`);
};

void make();
