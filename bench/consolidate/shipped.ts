import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** What one consolidation took of processor time, in milliseconds, and what it made. */
type Timed = {
  read: number;
  draft: number;
  write: number;
  formulas: number;
  writes: number;
  largestRequest: number;
  /** Bytes of the saved file. */
  file: number;
};

const ROOT = join(__dirname, '../..');

/**
 * The ten years consolidated by code compiled as the add-in ships it, in a process of its own: what runs the sources
 * directly keeps every function's name at run time, which costs a good third more.
 */
export const timedAsShipped = async (): Promise<readonly Timed[]> => {
  const outfile = join(ROOT, '.cache/timed.cjs');
  await build({
    entryPoints: [join(__dirname, 'timed.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['@microsoft/office-js'],
    outfile,
    logLevel: 'error',
  });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: ROOT });
  return JSON.parse(stdout) as Timed[];
};
