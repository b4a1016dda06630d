import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialOf } from '../../src/core/period/serial';
import { startWorkbench } from '../../test/e2e/browser';
import { openFile } from '../../test/e2e/paneDriver';
import { LONG_TASK } from '../../test/e2e/paneTasks';
import { walkPane, type WalkedStep } from '../../test/e2e/paneWalk';
import { longestFrame } from '../../test/e2e/sheetScroll';
import { DAYS } from '../consolidate/tenYears';
import { workbookOfKpis } from '../generate/generated';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');

const table = (name: string, steps: readonly WalkedStep[]): string =>
  [
    name,
    ...steps.map(
      ({ step, longest, long, all, functions, refused }) =>
        `${longest > LONG_TASK ? 'FAIL' : 'ok  '} ${step.padEnd(30)} ${longest.toFixed(0).padStart(6)} ms, ${String(long).padStart(3)} long of ${all.toFixed(0).padStart(6)} ms in all${refused && `, refused: ${refused.slice(0, 60)}`}${longest > LONG_TASK / 2 ? `\n       ${functions.slice(-6).join(' > ')}` : ''}`,
    ),
    '',
  ].join('\n');

/** What holds the main thread of the pane, step by step: on the sample, and on ten years of days × 40 KPIs up to yesterday. */
export const benchMainThread = async (out?: string): Promise<void> => {
  const now = new Date();
  const today = serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  const files = [
    ['the sample', readFileSync(SAMPLE)],
    ['3,652 days × 40 KPIs', Buffer.from(await workbookOfKpis(today - DAYS))],
  ] as const;
  const bench = await startWorkbench();
  try {
    let said = '';
    for (const [name, file] of files) {
      const page = await openFile(bench, file);
      const frame = await longestFrame(page);
      const walked = `${table(name, await walkPane(page))}     longest frame while the sheet is scrolled ${frame.toFixed(0)} ms\n`;
      console.log(walked);
      said += `${walked}\n`;
      await page.context().close();
    }
    if (out !== undefined) writeFileSync(out, said);
  } finally {
    await bench.close();
  }
};
