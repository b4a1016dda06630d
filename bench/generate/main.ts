import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Generated } from './generated';

const ROOT = join(__dirname, '../..');

const MOST = { generate: 3_000, keystroke: 100, pdf: 500, reads: 2, writes: 1, pdfBytes: 200_000 } as const;

const verdict = (right: boolean): string => (right ? 'ok  ' : 'FAIL');

/** The same as the add-in ships it, in a process of its own. */
const timedAsShipped = async (): Promise<readonly Generated[]> => {
  const outfile = join(ROOT, '.cache/timedMeteo.cjs');
  await build({
    entryPoints: [join(__dirname, 'timed.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['@microsoft/office-js', '@expo-google-fonts/arimo', 'pdfkit'],
    outfile,
    logLevel: 'error',
  });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: ROOT });
  return JSON.parse(stdout) as Generated[];
};

/**
 * A météo of ten years of days and forty KPIs: what generating it takes in the embedded host and on the wire, how fast the
 * preview follows typing, and its PDF. Processor time throughout.
 */
export const benchGenerate = async (): Promise<void> => {
  const [first, ...warm] = await timedAsShipped();
  if (!first) throw new Error('nothing was timed');
  const again = Math.min(...warm.map(({ generate }) => generate));
  console.log('météo of 3,652 days × 40 KPIs');
  console.log(
    `${verdict(first.generate <= MOST.generate)} host: ${first.generate.toFixed(0)} ms, at most ${String(MOST.generate)}; done again, ${again.toFixed(0)} ms; prepared in ${first.prepare.toFixed(0)} ms`,
  );
  console.log(
    `${verdict(first.reads <= MOST.reads && first.writes <= MOST.writes)} wire: ${String(first.reads)} reads, ${String(first.writes)} write, largest request ${(first.largestRequest / 1e6).toFixed(2)} MB`,
  );
  const keystroke = Math.max(...[first, ...warm].map((run) => run.keystroke));
  console.log(`${verdict(keystroke <= MOST.keystroke)} page and preview after a keystroke: ${keystroke.toFixed(0)} ms at most`);
  console.log(
    `${verdict(first.pdf <= MOST.pdf && first.pdfBytes <= MOST.pdfBytes)} PDF: ${first.pdf.toFixed(0)} ms, ${(first.pdfBytes / 1000).toFixed(0)} KB`,
  );
};
