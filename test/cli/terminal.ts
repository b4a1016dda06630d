import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/program';

/** What a command line gave: its exit status, and what it said on each stream. */
export type Said = { status: number; out: string; err: string };

/** Runs a command line in this process, in a French environment. */
export const meteo = async (...words: string[]): Promise<Said> => {
  const said: Said = { status: -1, out: '', err: '' };
  said.status = await runCommandLine(words, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    environment: { LANG: 'fr_FR.UTF-8' },
  });
  return said;
};

/** A folder of a test file's own. */
export const workFolder = (): { path: (name: string) => string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'meteo-cli-'));
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
};
