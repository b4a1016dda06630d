import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../../test/e2e/browser';
import { frameOf, openFile, PATIENCE } from '../../test/e2e/paneDriver';
import { paneStart, watchStarts, type PaneStart } from '../../test/e2e/paneStart';
import { paneTask, type PaneTask } from '../../test/e2e/paneTasks';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const RUNS = 9;

/** The pane beside the sample, in a browser that has never seen it. */
const firstStart = async (bench: Workbench): Promise<PaneStart> => {
  const page = await bench.open();
  try {
    await watchStarts(page);
    await page.goto(bench.url, { timeout: PATIENCE });
    return await paneStart(page);
  } finally {
    await page.context().close();
  }
};

/** What opening it takes of a processor, the pane alone and with what stands in for Excel: a loaded machine changes it little. */
const processorTime = async (bench: Workbench): Promise<PaneTask> => {
  const page = await openFile(bench, readFileSync(SAMPLE));
  const task = await paneTask(page, async () => {
    await frameOf(page).evaluate(() => location.reload());
    await page.waitForTimeout(500);
    await frameOf(page).waitForSelector('main:not([aria-busy=true]) [aria-keyshortcuts]', { timeout: PATIENCE });
  });
  await page.context().close();
  return task;
};

const middle = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[values.length >> 1] ?? NaN;

/** How soon the pane can be used after it is gone to: by its own clock, and by what it takes of a processor. */
export const benchPaneStart = async (out?: string): Promise<void> => {
  const bench = await startWorkbench();
  try {
    const starts: PaneStart[] = [];
    for (let run = 0; run < RUNS; run++) starts.push(await firstStart(bench));
    const line = (label: string, of: (start: PaneStart) => number): string => {
      const all = starts.map(of);
      return `${label.padEnd(42)} ${middle(all).toFixed(0).padStart(6)} ms (${all.map((value) => value.toFixed(0)).join(' ')})`;
    };
    const taken = await processorTime(bench);
    const said = [
      `the pane opened ${String(RUNS)} times beside the sample, the machine with ${loadavg()[0]?.toFixed(1) ?? '?'} processes waiting`,
      line('its tabs', ({ tabs }) => tabs),
      line('its first button, the workbook read', ({ button }) => button),
      line('the page that the button opens', ({ pressed }) => pressed),
      `opened again it takes ${taken.all.toFixed(0)} ms of a processor, ${taken.around.all.toFixed(0)} ms with what stands in for Excel`,
      '',
    ].join('\n');
    console.log(said);
    if (out !== undefined) writeFileSync(out, said);
  } finally {
    await bench.close();
  }
};
