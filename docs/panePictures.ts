import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startWorkbench } from '../test/e2e/browser';
import type { Journey } from '../test/e2e/states/journey';
import { journeys } from '../test/e2e/states/journeys';
import { wear, type Look } from '../test/e2e/states/look';
import { Visits, type Visit } from '../test/e2e/states/visit';
import { writePanePages } from './panePages';

/** Pictures of every state of the pane, by the table that the end-to-end tests go through: `npm run pictures:pane`. */
const folder = join(__dirname, 'pictures/pane');

/** A page that scrolls is shown whole, up to this height. */
const WINDOW = { width: 1100, height: 760 };
const TALLEST = 2400;

type Picture = { state: string; image: Buffer };

/** Ways to look at the pane that are shown together, one sheet each; the first is also kept picture by picture. */
const SHEETS: readonly (Look & { name: string })[] = [
  { name: 'light', width: 350, theme: 'light' },
  { name: 'dark', width: 350, theme: 'dark' },
  { name: 'contrast', width: 350, theme: 'contrast' },
];

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

const COLUMNS = 9;
const TILE = 150;

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
  return page.locator('body').screenshot({ type: 'jpeg', quality: 68 });
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

const make = async (): Promise<void> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bench = await startWorkbench();
  try {
    const visits = new Visits(bench);
    const titles = new Map<string, string>();
    const shown = new Map<string, Picture[]>(SHEETS.map(({ name }) => [name, []]));
    for (const journey of journeys) {
      const visit = await visits.of('fr', journey.readOnly === true);
      const show = async (state: string): Promise<void> => {
        await visit.page.mouse.move(0, 0);
        titles.set(state, (await visit.pane.locator('h1').textContent()) ?? state);
        for (const sheet of SHEETS) {
          const image = await picture(visit, sheet);
          shown.get(sheet.name)?.push({ state, image });
          if (sheet === SHEETS[0]) writeFileSync(join(folder, `${state}.png`), image);
        }
        await wear(visit, { width: 350, theme: 'light' });
      };
      await goThrough(visit, journey, show).catch(async (thrown: unknown) => {
        // The other states are shown all the same.
        process.stderr.write(`${journey.name}: ${String(thrown)}\n`);
        process.exitCode = 1;
        await visits.forget(visit);
      });
    }
    const page = await bench.open({ width: COLUMNS * (TILE + 10) + 16, height: 800 });
    for (const { name } of SHEETS)
      writeFileSync(join(folder, `sheet-${name}.jpeg`), await contactSheet(page, shown.get(name) ?? []));
    writePanePages(titles);
  } finally {
    await bench.close();
  }
  const bytes = readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
  process.stdout.write(`${String(readdirSync(folder).length)} pictures, ${String(Math.round(bytes / 1000))} KB\n`);
};

void make();
